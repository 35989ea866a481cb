import { beforeEach, expect, it } from 'vitest'
import type { CopyMark, DocumentCopy } from '#contract/comparison'
import type { DocumentContent, OpenFiling } from '#contract/library'
import { ok } from '#contract/result'
import { documentState } from '../document/document'
import { copiesState } from './family-copies'
import { feedbackState } from '../window/feedback'
import { halvesState } from '../document/halves'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'

const mark = (id: string, here: CopyMark['here'], notes: readonly string[] = []): CopyMark => ({ id, exact: id, notes, here,
  there: { start: 7, end: 9 } })
const copy: DocumentCopy = {
  filingId: 'other',
  sequence: 2,
  title: 'Results',
  fileName: 'all.txt',
  marks: [mark('late', { start: 80, end: 90 }), mark('wide', { start: 10, end: 60 }), mark('lost', null),
    mark('narrow', { start: 20, end: 30 }, ['', 'Ask about it.'])]
}

let api: MemoryApi
let stop = (): void => undefined
const asked = (): unknown[] => api.calls.filter(({ name }) => name === 'compare.copies').map(({ args }) => args)
const open = async (content: object): Promise<void> => {
  documentState.store.set({ open: { filing: { id: 'f' }, documents: [] } as unknown as OpenFiling, sequence: 1,
    content: content as DocumentContent })
  await expect.poll(() => copiesState.store.get().places.length).toBeGreaterThan(0)
}

beforeEach(async () => {
  stop()
  api = installMemoryApi()
  api.answer({ 'compare.copies': () => ok([copy]) })
  stop = copiesState.start()
  halvesState.reset(0, null)
  await open({ blocks: [], range: { start: 0, end: 100 } })
})

it('asks for the marked copies with every document, and lists the places that were found in their order', () => {
  expect(asked()).toEqual([{ filingId: 'f', sequence: 1, marked: true }])
  expect(copiesState.store.get().places.map(({ mark: { id }, start }) => [id, start])).toEqual([['wide', 10], ['narrow', 20], ['late', 80]])
})

it('tells the shortest highlight at an offset, where it was made and what is noted there', () => {
  expect([5, 10, 20, 29, 30, 60, 80].map((offset) => copiesState.at(offset)?.mark.id ?? null)).toEqual([null, 'wide', 'narrow', 'narrow',
    'wide', null, 'late'])
  const place = copiesState.at(25)
  expect(place && [copiesState.wordsOf(place), copiesState.notesOf(place)]).toEqual(['Highlighted in another copy: all.txt',
    'Ask about it.'])
})

it('goes from one to the next and round again, and says each', () => {
  const shown = (delta: 1 | -1): number | undefined => {
    copiesState.step(delta)
    return halvesState.here().reveal?.range.start
  }
  expect([shown(1), shown(1), shown(1), shown(1), shown(-1)]).toEqual([10, 20, 80, 10, 80])
  expect(feedbackState.store.get().toasts.at(-1)).toMatchObject({ text: 'Highlighted in another copy: all.txt.',
    action: { label: 'Go there' } })
})

it('asks again when something changed in another filing, and not when it changed in this one', async () => {
  api.emit('work.changed', { filingId: 'f' })
  api.emit('work.changed', { filingId: 'other' })
  await expect.poll(() => asked().length).toBe(2)
})

it('forgets the places of the document before at once', () => {
  documentState.store.set({ content: null })
  expect(copiesState.store.get()).toEqual({ copies: [], places: [] })
})
