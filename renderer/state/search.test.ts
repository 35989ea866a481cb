import type { FilingSummary, SearchGroup } from '#contract/library'
import { fail, ok } from '#contract/result'
import { beforeEach, describe, expect, it } from 'vitest'
import { installMemoryApi, type MemoryApi } from './memory-api'
import { SEARCH_DELAY, searchState } from './search'

const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
const group = (id: string, hits: number): SearchGroup => ({
  filing: { id } as FilingSummary, total: hits,
  hits: Array.from({ length: hits }, (_, index) => ({ filingId: id, sequence: 1, source: 'text', snippet: `hit ${String(index)}`, marks: [], range: null, noteId: null }))
})
const state = () => searchState.store.get()

let memory: MemoryApi
beforeEach(() => {
  memory = installMemoryApi()
  searchState.setQuery('')
})

describe('searchState', () => {
  it('searches once when typing pauses', async () => {
    memory.answer({ 'search.library': () => ok([group('a', 2)]) })
    for (const query of ['s', 'so', 'sore ']) searchState.setQuery(query)
    expect(state()).toMatchObject({ query: 'sore ', phase: 'idle' })
    await wait(SEARCH_DELAY + 30)
    expect(memory.calls.map(({ args }) => args)).toMatchObject([{ query: 'sore' }])
    expect(state()).toMatchObject({ phase: 'done', answered: 'sore' })
  })

  it('lets the newest query win, however late an older answer comes', async () => {
    memory.answer({ 'search.library': async ({ query }) => { await wait(query === 'old' ? 60 : 5); return ok([group(query, 1)]) } })
    searchState.setQuery('old')
    searchState.searchNow()
    searchState.setQuery('new')
    searchState.searchNow()
    await wait(90)
    expect(state()).toMatchObject({ answered: 'new', groups: [{ filing: { id: 'new' } }] })
  })

  it('clears at once, also while an answer is on its way', async () => {
    memory.answer({ 'search.library': async () => { await wait(20); return ok([group('a', 1)]) } })
    searchState.setQuery('x')
    searchState.searchNow()
    searchState.setQuery('')
    await wait(40)
    expect(state()).toMatchObject({ phase: 'idle', groups: [] })
  })

  it('steps through the hits of all filings and stops at the ends', async () => {
    memory.answer({ 'search.library': () => ok([group('a', 2), group('b', 1)]) })
    searchState.setQuery('x')
    searchState.searchNow()
    await wait(5)
    const visited = [1, 1, 1, -1, -1, -1].map((delta) => { searchState.step(delta === 1 ? 1 : -1); return state().active })
    expect(visited).toEqual([1, 2, 2, 1, 0, 0])
  })

  it('shows a refused query as such', async () => {
    memory.answer({ 'search.library': () => fail('query-malformed', 'A quotation mark is not closed.') })
    searchState.setQuery('"x')
    searchState.searchNow()
    await wait(5)
    expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'query-malformed' }, groups: [] })
  })
})
