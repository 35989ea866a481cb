import type { FilingSummary, SearchGroup } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { SearchAnswer } from '#contract/search'
import { beforeEach, describe, expect, it } from 'vitest'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { savedSearchesState } from './saved-searches'
import { SEARCH_DELAY, searchState } from './search'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const group = (id: string, hits: number, total = hits): SearchGroup => ({
  filing: { id } as FilingSummary,
  total,
  hits: Array.from({ length: hits },
    (_, index) => ({ filingId: id, sequence: 1, source: 'text', snippet: `hit ${String(index)}`, marks: [],
      range: { start: index, end: index + 1 }, noteId: null }))
})
const answer = (groups: readonly SearchGroup[]): SearchAnswer => ({ groups, total: groups.reduce((sum, { total }) => sum + total, 0),
  filings: groups.length, problem: null, waiting: 0, unread: 0 })
const passage = { sectionPath: [], blocks: [], range: null, note: null }
const state = () => searchState.store.get()
const runs = () => memory.calls.filter(({ name }) => name === 'search.run').map(({ args }) => args)

let memory: MemoryApi
beforeEach(() => {
  memory = installMemoryApi()
  memory.answer({ 'search.passage': () => ok(passage) })
  searchState.leaveSimilar()
  searchState.setQuery('')
  searchState.within(null)
})

describe('searchState', () => {
  it('searches once when typing pauses, for what was typed to the letter', async () => {
    memory.answer({ 'search.run': () => ok(answer([group('a', 2)])) })
    for (const query of ['s', 'so', 'sore ']) searchState.setQuery(query)
    expect(state()).toMatchObject({ query: 'sore ', phase: 'idle' })
    await wait(SEARCH_DELAY + 30)
    expect(runs()).toMatchObject([{ query: 'sore ', folderId: null, filingId: null }])
    expect(state()).toMatchObject({ phase: 'done', answered: 'sore ', total: 2, filings: 1, passage })
  })

  it('lets the newest query win, however late an older answer comes', async () => {
    memory.answer({ 'search.run': async ({ query }) => {
      await wait(query === 'old' ? 60 : 5)
      return ok(answer([group(query, 1)]))
    } })
    searchState.setQuery('old')
    searchState.searchNow()
    searchState.setQuery('new')
    searchState.searchNow()
    await wait(90)
    expect(state()).toMatchObject({ answered: 'new', groups: [{ filing: { id: 'new' } }] })
  })

  it('shows groups as they are found, and takes none of an older search', async () => {
    const off = searchState.start()
    memory.answer({ 'search.run': async () => {
      await wait(40)
      return ok(answer([group('a', 1), group('b', 1), group('c', 1)]))
    } })
    searchState.setQuery('x')
    searchState.searchNow()
    const token = (runs()[0] as { token: number }).token
    memory.emit('search.groups', { token: token - 1, groups: [group('old', 1)], total: 1 })
    expect(state().groups).toEqual([])
    memory.emit('search.groups', { token, groups: [group('a', 1)], total: 3 })
    memory.emit('search.groups', { token, groups: [group('b', 1)], total: 3 })
    expect(state()).toMatchObject({ phase: 'searching', total: 3, groups: [{ filing: { id: 'a' } }, { filing: { id: 'b' } }] })
    searchState.step(1)
    await wait(60)
    expect(state()).toMatchObject({ phase: 'done', active: 1 })
    expect(state().groups).toHaveLength(3)
    off()
  })

  it('clears at once, also while an answer is on its way', async () => {
    memory.answer({ 'search.run': async () => {
      await wait(20)
      return ok(answer([group('a', 1)]))
    } })
    searchState.setQuery('x')
    searchState.searchNow()
    searchState.setQuery('')
    await wait(40)
    expect(state()).toMatchObject({ phase: 'idle', groups: [] })
  })

  it('steps through the hits of all filings, previews each and stops at the ends', async () => {
    memory.answer({ 'search.run': () => ok(answer([group('a', 2), group('b', 1)])) })
    searchState.setQuery('x')
    searchState.searchNow()
    await wait(5)
    const visited = [1, 1, 1, -1, -1, -1].map((delta) => {
      searchState.step(delta === 1 ? 1 : -1)
      return state().active
    })
    expect(visited).toEqual([1, 2, 2, 1, 0, 0])
    await wait(5)
    expect(memory.calls.filter(({ name }) => name === 'search.passage').at(-1)?.args).toMatchObject({ query: 'x', filingId: 'a',
      range: { start: 0, end: 1 } })
  })

  it('keeps the last hits beside what is wrong with a query', async () => {
    const problem = { message: 'OR stands between two words.', range: { start: 2, end: 4 }, remedy: 'Write a word.' }
    memory.answer({ 'search.run': ({ query }) => ok(query === 'x' ? answer([group('a', 1)]) : { ...answer([]), problem }) })
    searchState.setQuery('x')
    searchState.searchNow()
    await wait(5)
    searchState.setQuery('x OR')
    searchState.searchNow()
    await wait(5)
    expect(state()).toMatchObject({ problem, answered: 'x', groups: [{ filing: { id: 'a' } }] })
  })

  it('shows a search that failed as such', async () => {
    memory.answer({ 'search.run': () => fail('database-damaged', 'The library database is damaged.') })
    searchState.setQuery('x')
    searchState.searchNow()
    await wait(5)
    expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'database-damaged' }, groups: [] })
  })

  it('shows all hits of one filing, and more filings', async () => {
    memory.answer({
      'search.run': ({ filingId, limit }) =>
        ok(answer(filingId === 'b' ? [group('b', 5)] : [group('a', 1), group('b', 2, 5), ...(limit > 30 ? [group('c', 1)] : [])]))
    })
    searchState.setQuery('x')
    searchState.searchNow()
    await wait(5)
    await searchState.showAll('b')
    expect(state().groups.map(({ hits }) => hits.length)).toEqual([1, 5])
    searchState.more()
    await wait(5)
    expect(state().groups.map(({ filing }) => filing.id)).toEqual(['a', 'b', 'c'])
  })

  it('shows like sentences in the place of the hits, and goes back to these', async () => {
    memory.answer({
      'search.run': () => ok(answer([group('a', 1)])),
      'search.similar': () =>
        ok([{ filingId: 'b', title: 'B', filedAt: null, sequence: 1, range: { start: 4, end: 9 }, text: 'Alike.', likeness: 1 }])
    })
    searchState.setQuery('x')
    searchState.searchNow()
    await wait(5)
    await searchState.findSimilar({ text: 'Alike.', filingId: 'a', range: { start: 0, end: 6 } })
    expect(searchState.select.place(state())).toMatchObject({ filingId: 'b', range: { start: 4, end: 9 } })
    searchState.leaveSimilar()
    expect(searchState.select.place(state())).toMatchObject({ filingId: 'a' })
  })
})

describe('savedSearchesState', () => {
  it('keeps the search that is made, and makes it again in its folder', async () => {
    const saved = { id: 's1', name: 'Doubt', query: 'going concern', folderId: 'd1' }
    memory.answer({ 'search.run': () => ok(answer([])), 'search.save': () => ok([saved]) })
    searchState.within('d1')
    searchState.setQuery('going concern')
    expect(await savedSearchesState.save('Doubt')).toBe(true)
    expect(memory.calls.find(({ name }) => name === 'search.save')?.args).toEqual({ id: null, name: 'Doubt', query: 'going concern',
      folderId: 'd1' })
    searchState.within(null)
    savedSearchesState.open(saved)
    await wait(5)
    expect(runs().at(-1)).toMatchObject({ query: 'going concern', folderId: 'd1' })
  })
})
