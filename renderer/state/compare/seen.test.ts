import { beforeEach, expect, it } from 'vitest'
import type { SeenSentence } from '#contract/comparison'
import type { DocumentContent, OpenFiling } from '#contract/library'
import { ok } from '#contract/result'
import { documentState } from '../document/document'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { seenState } from './seen'

const seenAt = (start: number, end: number): SeenSentence => ({ range: { start, end }, times: 2,
  first: { filingId: 'older', title: 'Results', form: '8-K', exhibit: null, date: '2005-03-01', sequence: 1,
    range: { start: 5, end: 9 } } })
const sentence = (id: string, block: string, start: number, end: number) => ({ id, block, start, end, text: 'x', section: null,
  speaker: null })
const content = {
  sequence: 1,
  blocks: [],
  sections: [],
  sentences: [sentence('1', 'old', 0, 10), sentence('2', 'mixed', 20, 30), sentence('3', 'mixed', 31, 40), sentence('4', 'new', 50, 60)]
} as unknown as DocumentContent

let api: MemoryApi
const asked = (): number => api.calls.filter(({ name }) => name === 'compare.seen').length

beforeEach(async () => {
  api = installMemoryApi()
  api.answer({ 'compare.seen': () => ok({ seen: [seenAt(0, 10), seenAt(20, 30)], sentences: 4, filings: 3 }) })
  documentState.store.set({ open: { filing: { id: 'f' } } as OpenFiling, sequence: 1, content })
  if (seenState.store.get().on) seenState.toggle()
  await Promise.resolve()
})

it('asks only while dimming is on, and forgets what it knew when it is turned off', async () => {
  expect(asked()).toBe(0)
  seenState.toggle()
  await expect.poll(() => seenState.store.get().phase).toBe('done')
  expect(asked()).toBe(1)
  seenState.toggle()
  expect(seenState.store.get()).toMatchObject({ on: false, seen: [], phase: 'idle' })
})
it('a block is new where one of its sentences is', async () => {
  seenState.toggle()
  await expect.poll(() => seenState.store.get().phase).toBe('done')
  expect(['old', 'mixed', 'new', 'none'].map((block) => seenState.select.look(block)(seenState.store.get()))).toEqual(['seen', 'new', 'new',
    null])
})
it('tells which sentence holds an offset, and where it was first seen', async () => {
  seenState.toggle()
  await expect.poll(() => seenState.store.get().phase).toBe('done')
  expect([0, 9, 10, 25, 35].map((offset) => seenState.at(offset)?.range.start ?? null)).toEqual([0, 0, null, 20, null])
  expect(seenState.wordsOf(seenAt(0, 10))).toBe('First seen in 8-K of 2005-03-01, “Results”; in 2 earlier filings')
})
