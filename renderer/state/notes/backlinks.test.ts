import { describe, expect, it } from 'vitest'
import type { Annotation } from '#contract/annotation'
import type { Backlink } from '#contract/citation'
import { backlinksState } from './backlinks'

const link = (noteId: string, more: Partial<Backlink>): Backlink => ({ noteId, filingId: 'f', filingTitle: 'F', target: { kind: 'filing' },
  status: 'none', text: noteId, kind: 'words', ref: null, range: { start: 0, end: 0 }, ...more })
const annotation: Annotation = {
  id: 'a1',
  filingId: 'f',
  tagId: null,
  verdict: 'intact',
  createdAt: '',
  modifiedAt: '',
  rev: 1,
  selectors: { position: { start: 10, end: 20 }, quote: { exact: 'x', prefix: '', suffix: '' }, sectionPath: [], textSha256: '',
    parserVersion: 1 }
}
const ids = (links: readonly Backlink[]): readonly string[] => links.map(({ noteId }) => noteId)

describe('what cites a highlight', () => {
  it('is told by name, or by words they share, each note once', () => {
    expect(ids(backlinksState.ofAnnotation([
      link('named', { kind: 'annotation', ref: 'a1', range: { start: 500, end: 510 } }),
      link('other', { kind: 'annotation', ref: 'a2', range: { start: 10, end: 20 } }),
      link('shares', { range: { start: 19, end: 30 } }),
      link('beside', { range: { start: 20, end: 30 } }),
      link('shares', { range: { start: 10, end: 11 } }),
      link('note', { kind: 'note', ref: 'a1', range: { start: 10, end: 20 } })
    ], annotation))).toEqual(['named', 'shares'])
  })
  it('leaves out the notes that stand on it', () => {
    expect(
      backlinksState.ofAnnotation([link('own', { kind: 'annotation', ref: 'a1', target: { kind: 'annotation', annotationId: 'a1' } })],
        annotation)
    ).toEqual([])
  })
})

it('tells what cites a note, and what cites a suggestion', () => {
  const links = [link('n', { kind: 'note', ref: 'n1' }), link('s', { kind: 'finding', ref: 'd1f1', range: { start: 1, end: 2 } }),
    link('w', { range: { start: 5, end: 9 } })]
  expect(ids(backlinksState.ofNote(links, 'n1'))).toEqual(['n'])
  expect(ids(backlinksState.ofSuggestion(links, { kind: 'finding', id: 'd1f1', range: { start: 8, end: 12 } }))).toEqual(['s', 'w'])
})
