import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lowerBound } from './lower-bound'

it('is how many come before, for any ordered list', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), fc.integer({ min: -1, max: 41 }), (list, sought) => {
    const sorted = list.toSorted((a, b) => a - b)
    expect(lowerBound(sorted.length, (at) => (sorted[at] ?? 0) < sought)).toBe(list.filter((one) => one < sought).length)
  }))
})

it('asks few of a long list', () => {
  let asked = 0
  expect(lowerBound(1_000_000, (at) => {
    asked += 1
    return at < 765_432
  })).toBe(765_432)
  expect(asked).toBeLessThanOrEqual(20)
})
