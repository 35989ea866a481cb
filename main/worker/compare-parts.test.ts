import { expect, it } from 'vitest'
import type { Comparison, ComparisonRow } from '#contract/comparison'
import { divideComparison, joinComparison } from './compare-parts'

const comparisonOf = (size: number): Comparison => ({
  rows: Array.from({ length: size }, (_, at): ComparisonRow => ({ kind: 'added', unit: 'sentence', left: null, right: { text: String(at), range: { start: at, end: at + 1 } }, words: [], moved: false })),
  items: [{ list: 'word', kind: 'same', left: null, right: null, words: [] }], factors: [], figures: [],
  counts: { kinds: { 'same': 0, 'number-changed': 0, 'polarity-changed': 0, 'reworded': 0, 'moved': 0, 'added': size, 'removed': 0 }, left: 0, right: size }
})

it.each([0, 1, 400, 401, 3000])('a comparison of %i rows is whole again after it was sent in parts', (size) => {
  const { rest, parts } = divideComparison(comparisonOf(size))
  expect(joinComparison(rest, parts)).toEqual(comparisonOf(size))
  expect(rest.rows).toEqual([])
  expect(Math.max(0, ...parts.map(({ members }) => members.length))).toBeLessThanOrEqual(400)
})
