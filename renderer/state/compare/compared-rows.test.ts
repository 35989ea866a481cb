import { expect, it } from 'vitest'
import type { ChangeKind, ComparisonRow } from '#contract/comparison'
import { linesOf, movedFrom, nextChange, placeAmong } from './compared-rows'

const rowsOf = (kinds: readonly ChangeKind[]): ComparisonRow[] =>
  kinds.map((kind) => ({ kind, unit: 'sentence', left: null, right: null, words: [], moved: kind === 'moved' }))
const S = 'same' as const
const ROWS = rowsOf([S, S, S, S, 'number-changed', S, 'added', S, S, S, S, S, S, 'moved'])
const drawn = (shown: readonly ChangeKind[], unfolded: readonly number[] = []): (number | string)[] =>
  linesOf(ROWS, shown, unfolded).map((line) => (line.kind === 'row' ? line.at : `${String(line.from)}-${String(line.to)}`))

it('long runs of what is the same are folded, one row left beside each change', () => {
  expect(drawn([])).toEqual(['0-3', 3, 4, 5, 6, 7, '8-12', 12, 13])
  expect(drawn([], [8])).toEqual(['0-3', 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})
it('filters leave the changes they name', () => {
  expect(drawn(['added', 'moved'])).toEqual([6, 13])
})
it('a comparison without a change is one fold', () => {
  expect(linesOf(rowsOf([S, S, S, S]), [], [])).toEqual([{ kind: 'run', from: 0, to: 4 }])
})
it('steps from change to change around the ends', () => {
  expect([-1, 4, 6, 13].map((from) => nextChange(ROWS, [], from, 1))).toEqual([4, 6, 13, 4])
  expect([-1, 4, 6].map((from) => nextChange(ROWS, [], from, -1))).toEqual([13, 13, 4])
  expect(nextChange(ROWS, ['removed'], -1, 1)).toBe(-1)
})
it('tells which of the changes shown a row is', () => {
  expect(placeAmong(ROWS, [], 6)).toEqual({ place: 2, count: 3 })
  expect(placeAmong(ROWS, ['moved'], 6)).toEqual({ place: 0, count: 1 })
})
it('tells whether a moved row stood above or below', () => {
  const at = (left: number, moved = false): ComparisonRow => ({ kind: moved ? 'moved' : 'same', unit: 'sentence',
    left: { text: 'a', range: { start: left, end: left + 1 } }, right: { text: 'a', range: { start: 0, end: 1 } }, words: [], moved })
  const rows = [at(10), at(90, true), at(20), at(5, true), at(30)]
  expect(rows.map((_, place) => movedFrom(rows, place))).toEqual([null, 'below', null, 'above', null])
  expect(movedFrom([at(1, true)], 0)).toBeNull()
})
