import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import type { SearchGroup, SearchHit } from '#contract/library'
import type { SearchAnswer, SearchPassage } from '#contract/search'
import { addAnnotation } from '../work/annotate'
import { undo } from '../history/history'
import { forgetSearch, savedSearches, saveSearch } from '../work/saved-searches'
import type { SearchRequest } from './search-library'
import { removeAnnotation } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, saveNote } from '../work/write-note'

let library: TemporaryLibrary
let release: FilingId
let other: FilingId
const OTHER =
  `WESTMOOR SIGNS\n\nWestmoor doubts that it can go on as a go\u200bing con\u00adcern. Its “primary – endpoint”\nwas not reached.\n\nA second paragraph on sales of $4.2 million in fiscal 2006.\n`
beforeAll(async () => {
  library = createTemporaryLibrary()
  release = await library.add('release.txt', RELEASE)
  other = await library.add('other.txt', OTHER)
})
afterAll(async () => {
  await library.remove()
})

let token = 0
const answer = async (query: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> => {
  token += 1
  return valueOf(await library.services.searcher.run({ token, query, folderId: null, limit: 10, hits: 20, ...more }, () => undefined))
}
const search = async (query: string, more: Partial<SearchRequest> = {}): Promise<readonly SearchGroup[]> =>
  (await answer(query, more)).groups
const hits = async (query: string): Promise<readonly SearchHit[]> => (await search(query)).flatMap((group) => group.hits)
const marked = async (query: string): Promise<string[]> =>
  (await hits(query)).flatMap(({ snippet, marks }) => marks.map(({ start, end }) => snippet.slice(start, end)))
const filings = async (query: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  (await search(query, more)).map(({ filing }) => filing.id).sort()
const passage = async (query: string, hit: SearchHit): Promise<SearchPassage> =>
  valueOf(
    await library.services.searcher.passage({ query, filingId: hit.filingId, sequence: hit.sequence, range: hit.range, noteId: hit.noteId })
  )

describe('a search', () => {
  it('finds words in every filing, grouped, with the words marked', async () => {
    expect(await filings('primary endpoint')).toEqual([release, other].sort())
    expect((await marked('primary endpoint')).map((word) => word.toLowerCase())).toEqual(['primary', 'endpoint', 'primary', 'endpoint'])
  })
  it('leads to the place in the source', async () => {
    const [hit] = await hits('0.0096')
    expect(hit).toMatchObject({ filingId: release, sequence: 1, source: 'text', noteId: null })
    expect(RELEASE.slice(hit?.range?.start, hit?.range?.end)).toBe('0.0096')
    const [signed] = await hits('p=.0096 ')
    expect(RELEASE.slice(signed?.range?.start, signed?.range?.end)).toBe('p=0.0096')
  })
  it('finds across line breaks, typographic marks and hidden characters', async () => {
    expect(await filings('"going concern"')).toEqual([other])
    expect(await filings('"primary endpoint"')).toEqual([release, other].sort())
    expect(await filings('$4.2 million')).toEqual([other])
    const [hit] = await hits('"going concern"')
    expect(OTHER.slice(hit?.range?.start, hit?.range?.end)).toBe('go\u200bing con\u00adcern')
  })
  it('finds a word that is still being typed, and does not once it is done', async () => {
    expect(await search('endpoi')).toHaveLength(2)
    expect(await search('endpoi ')).toHaveLength(0)
  })
  it('finds nothing for no word, and says what is wrong with a query', async () => {
    expect(await answer(' "" ')).toMatchObject({ groups: [], total: 0, problem: null })
    expect(await answer('endpoint OR')).toMatchObject({ groups: [], problem: { range: { start: 9, end: 11 } } })
  })
  it('finds quotes and notes with their place, the own words first, and forgets what is removed', async () => {
    const { library: context } = library.services
    const start = RELEASE.indexOf('improvement of 63%')
    const annotation = valueOf(addAnnotation(context, {
      filingId: release,
      tagId: 'key-claim',
      range: { start, end: start + 18 },
      quote: { exact: 'improvement of 63%', prefix: '', suffix: '' },
      sectionPath: ['FIRST FINDING']
    }))
    const note = valueOf(addNote(context, release, { kind: 'filing' }))
    valueOf(saveNote(context, { id: note.id, rev: 1, body: '{}', text: 'Compare the improvement with the label.' }))
    const found = await hits('improvement')
    expect(found.map(({ source }) => source).sort()).toEqual(['note', 'quote', 'text'])
    expect(found.find(({ source }) => source === 'quote')?.range).toEqual({ start, end: start + 18 })
    expect(found.find(({ source }) => source === 'note')).toMatchObject({ noteId: note.id, range: null })
    expect((await hits('tag:"key claim" ')).map(({ source }) => source)).toEqual(['quote'])
    expect((await hits('tag:key improvement 63% ')).map(({ source }) => source)).toEqual(['quote'])
    expect(await hits('tag:risk ')).toEqual([])
    expect((await hits('note:label ')).map(({ noteId }) => noteId)).toEqual([note.id])
    expect((await hits('status:none improvement ')).map(({ source }) => source)).toEqual(['note'])
    expect(await hits('status:open improvement ')).toEqual([])
    expect((await hits('improvement -kind:note ')).map(({ source }) => source).sort()).toEqual(['quote', 'text'])
    expect((await hits('improvement section:first ')).map(({ source }) => source).sort()).toEqual(['quote', 'text'])
    expect(await passage('improvement', found.find(({ source }) => source === 'note') as SearchHit)).toMatchObject({
      note: { marks: [{ start: 12, end: 23 }] }
    })
    valueOf(removeAnnotation(context, annotation.id, 1))
    expect((await hits('improvement')).map(({ source }) => source)).not.toContain('quote')
  })
  it('leaves out what is in the trash', async () => {
    valueOf(library.services.reader.trash(other))
    expect(await search('Westmoor')).toEqual([])
    valueOf(library.services.reader.restore(other))
    expect(await search('Westmoor')).toHaveLength(1)
  })
  it('finds a filing by its header, and looks in one company, one filing or one section', async () => {
    const found = await hits('harrow')
    expect(found.some(({ source }) => source === 'filing')).toBe(true)
    expect(await filings('endpoint', { filingId: other })).toEqual([other])
    expect(await filings('kind:filing westmoor ')).toEqual([other])
    expect((await hits('section:forward risk ')).map(({ source }) => source)).toEqual(['text'])
    expect(await hits('section:forward endpoint ')).toEqual([])
    expect(await hits('kind:heading endpoint ')).toEqual([])
    expect((await hits('kind:heading finding ')).map(({ snippet }) => snippet)).toEqual(['FIRST FINDING'])
    expect((await hits('kind:forward-looking ')).length).toBeGreaterThan(0)
    expect((await hits('kind:forward-looking application ')).map(({ filingId }) => filingId)).toEqual([release])
  })
  it('counts all and answers with as many filings as asked for', async () => {
    expect(await search('endpoint', { limit: 1 })).toHaveLength(1)
    const all = await answer('of', { hits: 1, limit: 1 })
    expect(all.filings).toBe(2)
    expect(all.groups[0]?.hits).toHaveLength(1)
    expect(all.total).toBe((await search('of')).reduce((sum, group) => sum + group.hits.length, 0))
  })
  it('ends where a newer one begins', async () => {
    const { searcher } = library.services
    const old = searcher.run({ token: 9000, query: 'endpoint', folderId: null, limit: 5 }, () => undefined)
    const young = searcher.run({ token: 9001, query: 'endpoint', folderId: null, limit: 5 }, () => undefined)
    expect(await old).toMatchObject({ ok: false, failure: { code: 'search-ended' } })
    expect(await young).toMatchObject({ ok: true })
  })
  it('answers whatever is typed, with marks inside the snippet', async () => {
    const bit = fc.constantFrom('"', 'NEAR(', ' AND ', ' OR ', 'a', '*', '^', '-', ':', '{', ')', "'", 'going', ' ', '\u0000', 'tag:',
      'kind:finding ', 'section:f', 'the')
    const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(bit, { maxLength: 12 }).map((parts) => parts.join('')))
    await fc.assert(fc.asyncProperty(typed, async (query) => {
      for (const { snippet, marks } of await hits(query))
        for (const { start, end } of marks) expect(start >= 0 && start <= end && end <= snippet.length).toBe(true)
    }), { numRuns: 300 })
  })
})

describe('the passage of a hit', () => {
  it('holds its block among those around it, with the headings above and the words marked', async () => {
    const [hit] = await hits('63% ')
    const { blocks, sectionPath, range } = await passage('63% ', hit as SearchHit)
    const here = blocks.find((block) => block.here)
    expect(here?.marks.map(({ start, end }) => here.text.slice(start, end))).toEqual(['63%'])
    expect(blocks.length).toBeGreaterThan(1)
    expect(sectionPath).toContain('FIRST FINDING')
    expect(RELEASE.slice(range?.start, range?.end)).toBe('63%')
  })
})

describe('like sentences', () => {
  it('come most alike first, the same words before all, and never the sentence itself', async () => {
    const near = await library.add('near.txt',
      'SECOND TRIAL\n\nToday the company spoke. The primary endpoint of the third study was met with p=0.04. It rained.\n')
    const same = await library.add('same.txt', 'REPRINT\n\nA reprint. The  primary endpoint was met with p=0.0096. The end.\n')
    const text = 'The primary endpoint was met with p=0.0096.'
    const start = RELEASE.indexOf(text.slice(0, 10))
    const found = valueOf(
      await library.services.searcher.similar({ text, filingId: release, range: { start, end: start + text.length }, limit: 10 })
    )
    expect(found.map(({ filingId }) => filingId)).toEqual([same, near])
    expect(found[0]).toMatchObject({ likeness: 1, text: 'The primary endpoint was met with p=0.0096.' })
    expect(found[1]?.likeness).toBeLessThan(1)
    const like = found[0]
    if (!like) throw new Error('no like sentence')
    const shown = (await passage('', { ...like, source: 'text', snippet: '', marks: [], noteId: null })).blocks.find((block) => block.here)
    expect(shown?.marks.map((mark) => shown.text.slice(mark.start, mark.end))).toEqual([text])
    expect(valueOf(await library.services.searcher.similar({ text: 'Zebras quietly juggle.', filingId: null, range: null, limit: 10 })))
      .toEqual([])
  })
})

describe('a saved search', () => {
  it('is kept, renamed, forgotten, brought back, and there after a restart', async () => {
    const { library: context } = library.services
    const [saved] = valueOf(saveSearch(context, { id: null, name: 'Doubt', query: '"going concern"', folderId: null }))
    expect(saveSearch(context, { id: null, name: 'doubt', query: 'x', folderId: null })).toMatchObject({ ok: false,
      failure: { code: 'conflict' } })
    const id = saved?.id ?? ''
    expect(valueOf(saveSearch(context, { id, name: 'Going concern', query: '"going concern"', folderId: null }))).toMatchObject([{ id,
      name: 'Going concern' }])
    expect(valueOf(forgetSearch(context, id))).toEqual([])
    valueOf(undo(context))
    library = await library.reopen()
    expect(valueOf(savedSearches(library.services.library))).toMatchObject([{ id, name: 'Going concern', query: '"going concern"' }])
    valueOf(undo(library.services.library))
    expect(valueOf(savedSearches(library.services.library))).toMatchObject([{ id, name: 'Doubt' }])
  })
  it('comes back from the journal where the database lost it', async () => {
    const { library: context } = library.services
    const kept = valueOf(savedSearches(context))
    context.db.exec('DELETE FROM saved_search')
    library = await library.reopen()
    expect(valueOf(savedSearches(library.services.library))).toEqual(kept)
    expect(kept).not.toEqual([])
  })
})
