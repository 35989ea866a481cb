import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refsAt } from '../place/hit-test'
import type { Mark } from './marks'
import { createRangeIndex } from './range-index'

describe('the index of ranges', () => {
  it('answers as a walk over all ranges would', () => {
    const range = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(fc.property(fc.array(range, { maxLength: 60 }), fc.nat(260), fc.integer({ min: 1, max: 40 }), (ranges, start, length) => {
      const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)
      const index = createRangeIndex(sorted)
      expect(index.overlapping(start, start + length)).toEqual(sorted.filter((one) => one.start < start + length && one.end > start))
      expect(index.at(start).length).toBe(sorted.filter((one) => one.start <= start && one.end > start).length)
    }))
  })

  it('gives the shortest range first', () => {
    const index = createRangeIndex([{ start: 0, end: 100 }, { start: 10, end: 20 }, { start: 12, end: 14 }])
    expect(index.at(12)).toEqual([{ start: 12, end: 14 }, { start: 10, end: 20 }, { start: 0, end: 100 }])
  })
})

describe('what a click opens', () => {
  const mark = (start: number, end: number, layer: Mark['layer'], id: string): Mark => ({ start, end, layer, kind: 'finding',
    ref: { kind: layer === 'mine' ? 'annotation' : 'finding', id } })
  const index = createRangeIndex([mark(0, 50, 'finding', 'f1'), mark(10, 20, 'mine', 'a1'), mark(12, 14, 'finding', 'f1')])

  const nested = createRangeIndex([mark(0, 50, 'finding', 'f1'), mark(10, 40, 'finding', 'f2'), mark(10, 45, 'mine', 'a1')])

  it("is each thing once, the analyst's own first, then the shortest", () => {
    expect(refsAt(index, 13, []).map(({ id }) => id)).toEqual(['a1', 'f1'])
    expect(refsAt(nested, 20, []).map(({ id }) => id)).toEqual(['a1', 'f2', 'f1'])
  })

  it('leaves out what is hidden', () => {
    expect(refsAt(index, 15, ['mine']).map(({ id }) => id)).toEqual(['f1'])
    expect(refsAt(index, 60, [])).toEqual([])
  })
})
