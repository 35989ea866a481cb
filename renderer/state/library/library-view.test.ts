import type { FilingSummary } from '#contract/library'
import { beforeEach, describe, expect, it } from 'vitest'
import { libraryState } from './library'
import { ALL_FILINGS } from './library-list'
import { libraryViewState } from './library-view'

const filing = (id: string): FilingSummary => ({
  id,
  fileName: `${id}.txt`,
  title: id,
  company: id < 'c' ? 'Elm' : 'Tarn',
  form: null,
  exhibit: null,
  accession: null,
  cik: null,
  filedAt: null,
  format: 'text',
  encoding: 'utf-8',
  bytes: 1,
  sha256: id,
  textSha256: id,
  importedAt: '2026-01-01T00:00:00Z',
  openedAt: null,
  documents: 1,
  annotations: 0,
  notes: 0,
  openQuestions: 0,
  suggestions: 0,
  decided: 0,
  trashedAt: null,
  period: null,
  folders: [],
  tags: [],
  described: false
})
const selected = (): readonly string[] => [...libraryViewState.store.get().selected].toSorted()
const chosen = (): readonly string[] => libraryViewState.chosen().map(({ id }) => id)

beforeEach(() => {
  libraryState.store.set({ filings: ['a', 'b', 'c', 'd'].map(filing), trashed: [] })
  libraryViewState.store.set({ place: { kind: 'all' }, query: '', filter: ALL_FILINGS, folded: [], selected: new Set(), cursor: null,
    anchor: null, group: 'none', sort: { column: 'title', descending: false } })
})

describe('a selection', () => {
  it('is the row alone, rows one by one, or all from the first to the last', () => {
    libraryViewState.take('b', 'only')
    expect(selected()).toEqual(['b'])
    libraryViewState.take('d', 'toggle')
    libraryViewState.take('b', 'toggle')
    expect(selected()).toEqual(['d'])
    libraryViewState.take('b', 'only')
    libraryViewState.take('d', 'reach')
    expect(selected()).toEqual(['b', 'c', 'd'])
    libraryViewState.take('a', 'reach')
    expect(selected()).toEqual(['a', 'b'])
  })

  it('follows the keys, stops at the ends, and stays where only the focus moves', () => {
    libraryViewState.move(1, 'only')
    expect(selected()).toEqual(['a'])
    libraryViewState.move(2, 'reach')
    expect(selected()).toEqual(['a', 'b', 'c'])
    libraryViewState.move(99, 'alone')
    expect(libraryViewState.store.get().cursor).toBe('d')
    expect(selected()).toEqual(['a', 'b', 'c'])
  })

  it('takes all that is listed and no more, and lets go when all is taken', () => {
    libraryViewState.setFilter({ companies: ['Elm'] })
    libraryViewState.selectAll()
    expect(selected()).toEqual(['a', 'b'])
    libraryViewState.selectAll()
    expect(selected()).toEqual([])
  })

  it('is what an act is about as far as it is listed; without one, the row with the focus is', () => {
    libraryViewState.take('a', 'only')
    libraryViewState.take('c', 'toggle')
    expect(chosen()).toEqual(['a', 'c'])
    libraryViewState.setFilter({ companies: ['Tarn'] })
    expect(chosen()).toEqual(['c'])
    libraryViewState.selectNone()
    expect(chosen()).toEqual(['c'])
  })
})

describe('the listing', () => {
  it('is the very same while nothing it depends on changed', () => {
    expect(libraryViewState.listing().rows).toBe(libraryViewState.listing().rows)
    libraryViewState.take('a', 'only')
    const before = libraryViewState.listing().rows
    libraryViewState.take('b', 'only')
    expect(libraryViewState.listing().rows).toBe(before)
  })

  it('has the head of a folded group, under which nothing can be reached', () => {
    libraryViewState.setGroup('company')
    libraryViewState.toggleGroup('company:Elm')
    expect(libraryViewState.listing().rows.map(({ key }) => key)).toEqual(['company:Elm', 'company:Tarn', 'Tarn c', 'Tarn d'])
    libraryViewState.move(1, 'only')
    expect(chosen()).toEqual([])
    libraryViewState.move(2, 'only')
    expect(chosen()).toEqual(['c'])
  })
})
