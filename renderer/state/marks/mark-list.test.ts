import { describe, expect, it } from 'vitest'
import type { Annotation, Decision } from '#contract/annotation'
import type { DocumentContent } from '#contract/library'
import { listMarks, type MarkListSource } from './mark-list'

const content = {
  range: { start: 0, end: 100 },
  findings: [{ id: 'f1', claim: { start: 20, end: 30 } }],
  sentences: [{ id: 's1', start: 20, end: 50 }, { id: 's2', start: 60, end: 80 }],
  forwardLooking: [{ sentence: 's2', class: 'core' }, { sentence: 's1', class: 'boilerplate' }]
} as unknown as DocumentContent

const highlight = (id: string, start: number, end: number, verdict: Annotation['verdict'] = 'intact'): Annotation =>
  ({ id, tagId: null, verdict, selectors: { position: { start, end } } }) as unknown as Annotation

const source: MarkListSource = { content, decisions: [], annotations: [highlight('a1', 70, 75)], tags: [], hidden: [] }
const names = (more: Partial<MarkListSource>): readonly string[] => listMarks({ ...source, ...more }).map(({ ref }) => ref.id)

describe('the list of marks', () => {
  it('stands in reading order, the longer of two first', () => {
    expect(names({})).toEqual(['s1', 'f1', 's2', 'a1'])
  })
  it('leaves out what is hidden', () => expect(names({ hidden: ['boilerplate', 'mine'] })).toEqual(['f1', 's2']))
  it('leaves out what was rejected', () => {
    const decisions = [{ kind: 'finding', node: 'f1', verdict: 'rejected' }] as unknown as readonly Decision[]
    expect(names({ decisions })).toEqual(['s1', 's2', 'a1'])
  })
  it('leaves out highlights of other documents and those that lost their words', () => {
    expect(names({ annotations: [highlight('a2', 200, 210), highlight('a3', 1, 2, 'gone')] })).toEqual(['s1', 'f1', 's2'])
  })
  it('stands where the analyst cut a suggestion to', () => {
    const cut = (kind: Decision['kind'], node: string, start: number): Decision =>
      ({ kind, node, verdict: 'accepted', span: { range: { start, end: start + 5 }, exact: 'words' } }) as unknown as Decision
    const listed = listMarks({ ...source, decisions: [cut('finding', 'f1', 24), cut('forward-looking', 's2', 62)] })
    expect(listed.find(({ ref }) => ref.id === 'f1')?.range).toEqual({ start: 24, end: 29 })
    expect(listed.find(({ ref }) => ref.id === 's2')?.range).toEqual({ start: 62, end: 67 })
  })
})
