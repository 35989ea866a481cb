import type { AnchorVerdict, Annotation } from '#contract/annotation'
import type { Section } from '#contract/filing'
import type { Note, NoteTarget } from '#contract/note'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_NOTES, countEntries, dueOf, entriesOf, filterEntries, fold, orphansOf } from './note-filter'

const annotation = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  filingId: 'f',
  tagId: null,
  verdict: 'intact',
  createdAt: '2026-01-01T00:00:00Z',
  modifiedAt: '2026-01-01T00:00:00Z',
  rev: 1,
  ...more,
  selectors: { position: { start, end: start + 5 }, quote: { exact: `quote of ${id}`, prefix: '', suffix: '' },
    sectionPath: ['Top', `Section ${id}`], textSha256: '', parserVersion: 1 }
})
const note = (id: string, target: NoteTarget, more: Partial<Note> = {}): Note => ({
  id,
  filingId: 'f',
  target,
  body: '',
  text: '',
  status: 'none',
  owner: null,
  dueAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  modifiedAt: '2026-01-01T00:00:00Z',
  rev: 1,
  sha256: '',
  ...more
})
const on = (annotationId: string): NoteTarget => ({ kind: 'annotation', annotationId })
const section: Section = { id: 'd1c1', kind: 'about', title: 'About', level: 1, part: null, item: null, range: { start: 50, end: 90 } }

describe('entriesOf', () => {
  it('puts the filing first, then marks and sections by place', () => {
    const entries = entriesOf([annotation('late', 80), annotation('early', 10)], [
      note('n1', on('early')),
      note('n2', { kind: 'section', sectionId: 'd1c1', title: 'About' }),
      note('n3', { kind: 'filing' }),
      note('n4', on('early'))
    ], [section])
    expect(entries.map(({ key, notes }) => [key, notes.length])).toEqual([['n3', 1], ['early', 2], ['n2', 1], ['late', 0]])
    expect(entries[1]?.heading).toBe('Section early')
  })

  it('shows a note whose highlight is not there, rather than losing it', () => {
    expect(entriesOf([], [note('n1', on('gone'))], [])).toHaveLength(1)
  })

  it('lists every annotation and every note exactly once, here or among the orphans', () => {
    const verdict = fc.constantFrom<AnchorVerdict>('intact', 'moved', 'reworded', 'number-changed', 'polarity-changed', 'ambiguous', 'gone')
    fc.assert(fc.property(fc.array(verdict, { maxLength: 12 }), fc.array(fc.nat(14), { maxLength: 12 }), (verdicts, targets) => {
      const annotations = verdicts.map((of, index) => annotation(`a${String(index)}`, index * 10, { verdict: of }))
      const notes = targets.map((target, index) => note(`n${String(index)}`, on(`a${String(target)}`)))
      const shown = [...entriesOf(annotations, notes, []), ...orphansOf(annotations, notes)]
      expect(shown.flatMap((entry) => (entry.annotation ? [entry.annotation.id] : [])).sort()).toEqual(
        annotations.map(({ id }) => id).sort()
      )
      expect(shown.flatMap((entry) => entry.notes.map(({ id }) => id)).sort()).toEqual(notes.map(({ id }) => id).sort())
    }))
  })
})

describe('filterEntries', () => {
  const entries = entriesOf(
    [annotation('a', 10, { tagId: 't1' }), annotation('b', 20), annotation('c', 30)],
    [
      note('na', on('a'), { text: 'Résumé of costs', status: 'open', dueAt: '2026-03-01', modifiedAt: '2026-01-02T00:00:00Z' }),
      note('nb', on('b'), { text: 'plain', status: 'closed', dueAt: '2026-01-01', modifiedAt: '2026-01-03T00:00:00Z',
        createdAt: '2026-01-02T00:00:00Z' })
    ],
    []
  )
  const keys = (patch: Partial<typeof ALL_NOTES>, keep: string | null = null): readonly string[] =>
    filterEntries(entries, { ...ALL_NOTES, ...patch }, keep).map(({ key }) => key)

  it.each([
    [{}, ['a', 'b', 'c']],
    [{ text: 'resume' }, ['a']],
    [{ text: 'QUOTE OF C' }, ['c']],
    [{ text: 'section b' }, ['b']],
    [{ statuses: ['open' as const, 'asked' as const] }, ['a']],
    [{ tags: ['t1'] }, ['a']],
    [{ onlyWithNotes: true }, ['a', 'b']],
    [{ text: 'nowhere' }, []]
  ])('narrows by %o', (patch, expected) => {
    expect(keys(patch)).toEqual(expected)
  })

  it.each([['modified' as const, ['b', 'a', 'c']], ['created' as const, ['b', 'a', 'c']], ['due' as const, ['a', 'b', 'c']]])('sorts by %s',
    (sort, expected) => {
      expect(keys({ sort })).toEqual(expected)
    })

  it('never hides the note that is being written', () => {
    expect(keys({ text: 'nowhere' }, 'nb')).toEqual(['b'])
  })

  it('folds case and accents', () => {
    expect(fold('ÉCOLE ﬁn')).toBe('ecole fin')
  })
})

describe('questions', () => {
  const ask = (id: string, more: Partial<Note>): Note => note(id, { kind: 'filing' }, { status: 'open', ...more })
  const entries = entriesOf([annotation('a1', 10, { tagId: 'risk' })], [
    ask('n1', { owner: 'Ines', dueAt: '2026-03-01' }),
    ask('n2', { owner: 'Tom', dueAt: '2026-03-12', status: 'asked' }),
    ask('n3', { owner: 'Ines', dueAt: '2026-05-01', status: 'closed' }),
    ask('n4', {}),
    note('n5', on('a1'))
  ], [])
  const keys = (more: Partial<typeof ALL_NOTES>): string[] =>
    filterEntries(entries, { ...ALL_NOTES, ...more }, null, '2026-03-10').map(({ key }) => key).sort()

  it('are told overdue, due within a week, later or on no day, and settled ones are not due', () => {
    expect(['2026-03-09', '2026-03-10', '2026-03-17', '2026-03-18', null].map((dueAt) => dueOf({ status: 'asked', dueAt }, '2026-03-10')))
      .toEqual(['overdue', 'week', 'week', 'later', 'undated'])
    expect([dueOf({ status: 'closed', dueAt: '2020-01-01' }, '2026-03-10'), dueOf({ status: 'none', dueAt: null }, '2026-03-10')]).toEqual([
      null,
      null
    ])
  })
  it('are filtered by owner and due date, joined on one and the same note', () => {
    expect([keys({ owners: ['Ines'] }), keys({ owners: [''] }), keys({ dues: ['overdue'] }), keys({ dues: ['week', 'undated'] }),
      keys({ owners: ['Ines'], statuses: ['open'] })])
      .toEqual([['n1', 'n3'], ['n4'], ['n1'], ['n2', 'n4'], ['n1']])
  })
  it('come before what is settled and what asks nothing where they are sorted by status', () => {
    expect(filterEntries(entries, { ...ALL_NOTES, sort: 'status' }).map(({ key }) => key)).toEqual(['n1', 'n4', 'n2', 'n3', 'a1'])
  })
  it('are counted as what choosing a value would show', () => {
    const value = fc.record({
      statuses: fc.subarray(['open', 'asked', 'closed', 'none'] as const),
      owners: fc.subarray(['Ines', 'Tom', '']),
      dues: fc.subarray(['overdue', 'week', 'undated'] as const),
      tags: fc.subarray(['risk']),
      onlyWithNotes: fc.boolean(),
      text: fc.constantFrom('', 'ines', 'nothing')
    })
    fc.assert(fc.property(value, (chosen) => {
      const counts = countEntries(entries, { ...ALL_NOTES, ...chosen }, '2026-03-10')
      for (const facet of ['statuses', 'owners', 'dues', 'tags'] as const)
        for (const [one, count] of counts[facet]) expect(keys({ ...chosen, [facet]: [one] }), facet).toHaveLength(count)
      expect(keys({ ...chosen, onlyWithNotes: true })).toHaveLength(counts.withNotes)
    }))
  })
})
