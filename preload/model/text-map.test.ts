import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownRange, sourceOffset, sourceRange } from './text-map'

// "A B&C" shown for the source "A  \n B&amp;C" that begins at 100: one to one, a collapsed run of four blanks, one to one, an entity.
const MAP = [0, 1, 100, 1, 1, 1, 101, 4, 2, 1, 105, 1, 3, 1, 106, 5, 4, 1, 111, 1]

describe('the way from shown text to its source', () => {
  it('is exact inside a one-to-one segment and takes an atomic one whole', () => {
    expect(sourceRange(MAP, 0, 1)).toEqual({ start: 100, end: 101 })
    expect(sourceRange(MAP, 3, 4)).toEqual({ start: 106, end: 111 })
    expect(sourceRange(MAP, 0, 5)).toEqual({ start: 100, end: 112 })
  })

  it('answers nothing for an empty range', () => {
    expect(sourceRange(MAP, 2, 2)).toBeNull()
    expect(sourceRange([], 0, 1)).toBeNull()
  })

  it('gives the end of the source behind the last code unit', () => {
    expect(sourceOffset(MAP, 5)).toBe(112)
    expect(sourceOffset(MAP, 3)).toBe(106)
  })
})

describe('the way from source to shown text', () => {
  it('leaves out what lies outside the range', () => {
    expect(shownRange(MAP, { start: 105, end: 106 })).toEqual({ start: 2, end: 3 })
    expect(shownRange(MAP, { start: 0, end: 100 })).toBeNull()
    expect(shownRange(MAP, { start: 112, end: 200 })).toBeNull()
  })

  it('shows an entity whole where the range cuts it', () => {
    expect(shownRange(MAP, { start: 108, end: 109 })).toEqual({ start: 3, end: 4 })
  })

  it('leads back to the same shown range, or to one that holds it, for any map', () => {
    const segment = fc.record({ shown: fc.integer({ min: 1, max: 6 }), source: fc.integer({ min: 1, max: 9 }),
      gap: fc.integer({ min: 0, max: 5 }) })
    fc.assert(fc.property(fc.array(segment, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (segments, a, b) => {
      const map: number[] = []
      let shown = 0
      let source = 0
      for (const one of segments) {
        const length = one.shown === one.source ? one.shown : 1
        source += one.gap
        map.push(shown, length, source, one.source)
        shown += length
        source += one.source
      }
      const start = a % shown
      const end = start + 1 + (b % (shown - start))
      const range = sourceRange(map, start, end)
      const back = range && shownRange(map, range)
      expect(back).not.toBeNull()
      expect(back?.start).toBeLessThanOrEqual(start)
      expect(back?.end).toBeGreaterThanOrEqual(end)
    }))
  })
})
