import type { Block } from '#contract/filing'
import type { DocumentContent, FilingSummary, OpenFiling } from '#contract/library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { annotationsState } from './annotations'
import { documentState } from '../document/document'
import { findState } from '../document/find'
import { markAllState, MOST_AT_ONCE } from './mark-all'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { notesState } from '../notes/notes'

const words = Array.from({ length: MOST_AT_ONCE + 5 }, () => 'wax').join(' ')
const block: Block = { id: 'b1', kind: 'paragraph', ranges: [{ start: 0, end: words.length }], text: words,
  map: [0, words.length, 0, words.length], why: '' }
const content = { sequence: 1, range: { start: 0, end: words.length }, blocks: [block], sections: [],
  sentences: [] } as unknown as DocumentContent
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }

let memory: MemoryApi
let stop: () => void = () => undefined

beforeEach(async () => {
  memory = installMemoryApi()
  const stops = [notesState.start(), annotationsState.start(), findState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, content, sequence: 1, active: null, selection: null })
  await new Promise((resolve) => setTimeout(resolve, 2))
})

afterEach(() => {
  findState.close()
  documentState.store.set({ open: null, content: null })
  stop()
})

it('shows the hits first, without those that are highlighted already, and no more than can be read', async () => {
  await annotationsState.addHighlight({ filingId: 'f', tagId: null, range: { start: 0, end: 3 },
    quote: { exact: 'wax', prefix: '', suffix: '' }, sectionPath: [] })
  findState.open('wax')
  markAllState.ask()
  const { preview } = markAllState.store.get()
  expect([preview?.words.length, preview?.already, preview?.beyond, preview?.words[0]?.range]).toEqual([MOST_AT_ONCE, 1, 4, { start: 4,
    end: 7 }])
  markAllState.cancel()
  expect(memory.calls.some(({ name }) => name === 'annotation.addMany')).toBe(false)
})

it('highlights what was shown with the tag, in one call', async () => {
  findState.open('wax')
  markAllState.ask()
  await markAllState.mark('t')
  expect(annotationsState.store.get().annotations.map(({ tagId }) => tagId)).toEqual(Array.from({ length: MOST_AT_ONCE }, () => 't'))
  expect(memory.calls.filter(({ name }) => name === 'annotation.addMany')).toHaveLength(1)
  expect(markAllState.store.get().preview).toBeNull()
})
