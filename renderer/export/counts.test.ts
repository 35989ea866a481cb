import type { Annotation, Decision } from '#contract/annotation'
import type { DocumentContent } from '#contract/library'
import type { Note, NoteTarget } from '#contract/note'
import { describe, expect, it } from 'vitest'
import { countsOf } from './counts'

const content = { range: { start: 0, end: 100 }, findings: [{ id: 'f1' }, { id: 'f2' }],
  forwardLooking: [{ sentence: 's1' }] } as unknown as DocumentContent
const annotation = (id: string, start: number) => ({ id, selectors: { position: { start, end: start + 1 } } }) as Annotation
const note = (target: NoteTarget) => ({ target }) as Note
const decisions = [{ kind: 'finding', node: 'f1', verdict: 'accepted' }, { kind: 'forward-looking', node: 's1',
  verdict: 'rejected' }] as Decision[]
const scope = { text: true, highlights: true, notes: true, suggestions: 'all' as const, comments: true, paper: 'letter' as const }

describe('countsOf', () => {
  it('counts what this document holds, rejected suggestions left out', () => {
    const notes = [note({ kind: 'annotation', annotationId: 'a' }), note({ kind: 'annotation', annotationId: 'elsewhere' }),
      note({ kind: 'filing' })]
    expect(countsOf(content, [annotation('a', 5), annotation('elsewhere', 100)], notes, decisions, scope)).toEqual({ highlights: 1,
      notes: 2, suggestions: 2 })
  })

  it('follows the choice of suggestions', () => {
    expect(
      (['all', 'accepted', 'none'] as const).map((suggestions) =>
        countsOf(content, [], [], decisions, { ...scope, suggestions }).suggestions
      )
    ).toEqual([2, 1, 0])
    expect(countsOf(null, [], [], [], scope)).toEqual({ highlights: 0, notes: 0, suggestions: 0 })
  })

  it('leaves notes on sections of other documents of the filing out', () => {
    const headed = { ...content, sections: [{ id: 'd1s1' }] } as unknown as DocumentContent
    const notes = [note({ kind: 'section', sectionId: 'd1s1', title: 'Here' }),
      note({ kind: 'section', sectionId: 'd2s1', title: 'There' })]
    expect(countsOf(headed, [], notes, [], scope).notes).toBe(1)
  })
})
