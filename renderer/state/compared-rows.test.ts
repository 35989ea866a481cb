import { expect, it } from 'vitest'
import type { ChangeKind, ComparisonRow } from '#contract/comparison'
import { linesOf, nextChange } from './compared-rows'

const rowsOf = (kinds: readonly ChangeKind[]): ComparisonRow[] => kinds.map((kind) => ({ kind, unit: 'sentence', left: null, right: null, words: [], moved: kind === 'moved' }))
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
