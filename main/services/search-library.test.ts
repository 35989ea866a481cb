import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import type { SearchGroup } from '#contract/library'
import { addAnnotation, removeAnnotation } from './annotate'
import { searchLibrary } from './search-library'
import { createTemporaryLibrary, RELEASE, valueOf } from './temporary-library'
import type { TemporaryLibrary } from './temporary-library'
import { addNote, saveNote } from './write-note'

let library: TemporaryLibrary
let release: FilingId
let other: FilingId
const OTHER = `WESTMOOR SIGNS\n\nWestmoor doubts that it can go on as a go\u200bing con\u00adcern. Its “primary – endpoint”\nwas not reached.\n\nA second paragraph on sales of $4.2 million in fiscal 2006.\n`
beforeAll(async () => {
  library = createTemporaryLibrary()
  release = await library.add('release.txt', RELEASE)
  other = await library.add('other.txt', OTHER)
})
afterAll(async () => { await library.remove() })

const search = (query: string, limit = 10): readonly SearchGroup[] => valueOf(searchLibrary(library.services.library, query, limit))
const marked = (query: string): string[] => search(query).flatMap(({ hits }) => hits.flatMap(({ snippet, marks }) => marks.map(({ start, end }) => snippet.slice(start, end))))

describe('a search', () => {
  it('finds words in every filing, grouped, with the words marked', () => {
    expect(search('primary endpoint').map(({ filing }) => filing.id).sort()).toEqual([release, other].sort())
    expect(marked('primary endpoint').map((word) => word.toLowerCase())).toEqual(['primary', 'endpoint', 'primary', 'endpoint'])
  })
  it('leads to the place in the source', () => {
    const hit = search('0.0096')[0]?.hits[0]
    expect(hit).toMatchObject({ filingId: release, sequence: 1, source: 'text', noteId: null })
    expect(RELEASE.slice(hit?.range?.start, hit?.range?.end)).toBe('0.0096')
  })
  it('finds across line breaks, typographic marks and hidden characters', () => {
    expect(search('"going concern"').map(({ filing }) => filing.id)).toEqual([other])
    expect(search('"primary endpoint"').map(({ filing }) => filing.id).sort()).toEqual([release, other].sort())
    expect(search('$4.2 million')[0]?.filing.id).toBe(other)
    expect(search('endpoint was').length).toBeGreaterThan(0)
  })
  it('finds a word that is still being typed, and does not once it is done', () => {
    expect(search('endpoi')).toHaveLength(2)
    expect(search('endpoi ')).toHaveLength(0)
  })
  it('wants a word', () => {
    expect(searchLibrary(library.services.library, ' "" ', 10)).toMatchObject({ ok: false, failure: { code: 'query-malformed' } })
  })
  it('finds quotes and notes with their place, the own words first, and forgets what is removed', () => {
    const { library: context } = library.services
    const start = RELEASE.indexOf('improvement of 63%')
    const annotation = valueOf(addAnnotation(context, {
      filingId: release, tagId: null, range: { start, end: start + 18 }, quote: { exact: 'improvement of 63%', prefix: '', suffix: '' }, sectionPath: []
    }))
    const note = valueOf(addNote(context, release, { kind: 'filing' }))
    valueOf(saveNote(context, { id: note.id, rev: 1, body: '{}', text: 'Compare the improvement with the label.' }))
    const hits = search('improvement').flatMap((group) => group.hits)
    expect(hits.map(({ source }) => source).sort()).toEqual(['note', 'quote', 'text'])
    expect(hits.find(({ source }) => source === 'quote')?.range).toEqual({ start, end: start + 18 })
    expect(hits.find(({ source }) => source === 'note')).toMatchObject({ noteId: note.id, range: null })
    valueOf(removeAnnotation(context, annotation.id, 1))
    expect(search('improvement').flatMap((group) => group.hits).map(({ source }) => source)).not.toContain('quote')
  })
  it('leaves out what is in the trash', () => {
    valueOf(library.services.reader.trash(other))
    expect(search('Westmoor')).toEqual([])
    valueOf(library.services.reader.restore(other))
    expect(search('Westmoor')).toHaveLength(1)
  })
  it('counts all and answers with as many filings as asked for', () => {
    expect(search('endpoint', 1)).toHaveLength(1)
    expect(search('the')[0]?.total).toBeGreaterThan(1)
  })
  it('answers whatever is typed, with marks inside the snippet', () => {
    const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.constantFrom('"', 'NEAR(', ' AND ', 'a', '*', '^', '-', ':', '{', ')', "'", 'going', ' ', '\u0000'), { maxLength: 12 }).map((parts) => parts.join('')))
    fc.assert(fc.property(typed, (query) => {
      const answer = searchLibrary(library.services.library, query, 5)
      if (!answer.ok) expect(answer.failure.code).toBe('query-malformed')
      else for (const { hits } of answer.value) for (const { snippet, marks } of hits) for (const { start, end } of marks) expect(start >= 0 && start <= end && end <= snippet.length).toBe(true)
    }), { numRuns: 300 })
  })
})
