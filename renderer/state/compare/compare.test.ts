import { beforeEach, expect, it } from 'vitest'
import type { ChangeKind, Comparison } from '#contract/comparison'
import type { OpenFiling } from '#contract/library'
import { fail, ok } from '#contract/result'
import { compareState } from './compare'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { viewState } from '../window/view'

const filingOf = (id: string, types: readonly string[]): OpenFiling => ({
  filing: { id, title: id } as OpenFiling['filing'],
  submission: null,
  warnings: [],
  current: 1,
  position: null,
  documents: types.map((type, at) => ({ sequence: at + 1, type, filename: null, description: null, format: 'text',
    range: { start: 0, end: 1 }, parsed: true })
  )
})
const FILINGS: readonly OpenFiling[] = [filingOf('first', ['8-K', 'EX-99.1']), filingOf('second', ['8-K', 'EX-10', 'EX-99.1'])]
const comparisonOf = (kinds: readonly ChangeKind[]): Comparison => ({
  rows: kinds.map((kind) => ({ kind, unit: 'sentence', left: null, right: null, words: [], moved: false })),
  items: [],
  factors: [],
  figures: [],
  counts: { kinds: { 'same': 0, 'number-changed': 0, 'polarity-changed': 0, 'reworded': 0, 'moved': 0, 'added': 0, 'removed': 0 }, left: 0,
    right: 0 }
})

const textOf = (kinds: readonly ChangeKind[]): string => JSON.stringify(comparisonOf(kinds))

let api: MemoryApi
const compared = (): unknown[] => api.calls.filter(({ name }) => name === 'compare.documents').map(({ args }) => args)
beforeEach(async () => {
  api = installMemoryApi()
  api.answer({
    'filing.open': ({ filingId }) => {
      const open = FILINGS.find(({ filing }) => filing.id === filingId)
      return open ? ok(open) : fail('not-found', 'This filing is no longer in the library.')
    },
    'compare.documents': () => ok(textOf(['same', 'added', 'same', 'reworded']))
  })
  await compareState.begin('first')
})

it('waits for the second filing, then compares', async () => {
  expect(viewState.store.get().screen).toBe('compare')
  expect(compareState.store.get().phase).toBe('choosing')
  await compareState.choose('right', 'second')
  expect(compareState.store.get().phase).toBe('done')
  expect(compared()).toEqual([{ left: { filingId: 'first', sequence: 1 }, right: { filingId: 'second', sequence: 1 } }])
})
it('sets an exhibit against the same exhibit, and a filing against another document of itself', async () => {
  await compareState.setDocument('left', 2)
  await compareState.choose('right', 'second')
  expect(compareState.store.get().right?.sequence).toBe(3)
  await compareState.choose('right', 'first')
  expect(compareState.store.get().right?.sequence).toBe(1)
})
it('compares anew when the sides are swapped, and no more when one is taken off', async () => {
  await compareState.choose('right', 'second')
  await compareState.swap()
  expect(compared().at(-1)).toEqual({ left: { filingId: 'second', sequence: 1 }, right: { filingId: 'first', sequence: 1 } })
  compareState.clear('left')
  expect(compareState.store.get()).toMatchObject({ phase: 'choosing', comparison: null })
  expect(compared()).toHaveLength(2)
})
it('shows the failure, and compares again', async () => {
  api.answer({ 'compare.documents': () => fail('analysis-cancelled', 'The work on this file was cancelled.') })
  await compareState.choose('right', 'second')
  expect(compareState.store.get()).toMatchObject({ phase: 'failed', failure: { code: 'analysis-cancelled' } })
  api.answer({ 'compare.documents': () => ok(textOf(['added'])) })
  await compareState.run()
  expect(compareState.store.get().phase).toBe('done')
})
it('steps through the changes shown', async () => {
  await compareState.choose('right', 'second')
  const visited = [1, 1, 1].map(() => {
    compareState.step(1)
    return compareState.store.get().current
  })
  expect(visited).toEqual([1, 3, 1])
  compareState.toggleKind('reworded')
  compareState.step(1)
  expect(compareState.store.get().current).toBe(3)
})
it('an answer that comes late does not replace a newer one', async () => {
  let release: () => void = () => undefined
  api.answer({ 'compare.documents': () =>
    new Promise((resolve) => {
      release = () => resolve(ok(textOf(['removed'])))
    }) })
  const late = compareState.choose('right', 'second')
  while (compared().length === 0) await Promise.resolve()
  api.answer({ 'compare.documents': () => ok(textOf(['added', 'added'])) })
  await compareState.swap()
  release()
  await late
  expect(compareState.store.get().comparison?.rows).toHaveLength(2)
})
