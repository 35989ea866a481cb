import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextMap, TextRange } from '#contract/range'
import { shownRange, sourceOffset, sourceRange, toShown, toSource } from './text-map'

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

/** Maps with segments that show one to one, entities, collapsed runs, segments that show nothing, and gaps where tags stand. */
const maps = fc.array(
  fc.record({ shown: fc.integer({ min: 0, max: 4 }), source: fc.integer({ min: 1, max: 6 }), gap: fc.integer({ min: 0, max: 3 }) }),
  { minLength: 1, maxLength: 12 }
).map((segments): TextMap => {
  const map: number[] = []
  let shown = 0
  let source = 10
  for (const one of segments) {
    source += one.gap
    map.push(shown, one.shown, source, one.source)
    shown += one.shown
    source += one.source
  }
  return map
})

/** Every shown code unit with its source range, by a plain walk. */
const unitsOf = (map: TextMap): readonly TextRange[] => {
  const units: TextRange[] = []
  for (let at = 0; at < map.length; at += 4) {
    const [, length = 0, source = 0, sourceLength = 0] = map.slice(at, at + 4)
    for (let unit = 0; unit < length; unit += 1) {
      units.push(length === sourceLength
        ? { start: source + unit, end: source + unit + 1 }
        : { start: source, end: source + sourceLength })
    }
  }
  return units
}

const plainly = (ranges: readonly TextRange[]): readonly number[] =>
  [...new Set(ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)))].sort((a, b) => a - b)

describe('against a plain walk over all code units', () => {
  const shownSomewhere = maps.filter((map) => unitsOf(map).length > 0)

  it('finds the source of each shown code unit', () => {
    fc.assert(fc.property(shownSomewhere, (map) => {
      const units = unitsOf(map)
      units.forEach((unit, shown) => expect(sourceOffset(map, shown)).toBe(unit.start))
      expect(sourceOffset(map, units.length)).toBe((map.at(-2) ?? 0) + (map.at(-1) ?? 0))
    }))
  })

  it('takes the source of exactly the units asked for, and what is shown as nothing between them', () => {
    fc.assert(fc.property(shownSomewhere, fc.nat(), fc.nat(), (map, a, b) => {
      const units = unitsOf(map)
      const start = a % units.length
      const end = start + 1 + (b % (units.length - start))
      const between: TextRange[] = []
      for (let at = 0; at < map.length; at += 4) {
        const [shown = 0, length = 0, source = 0, sourceLength = 0] = map.slice(at, at + 4)
        if (length === 0 && shown > start && shown < end) between.push({ start: source, end: source + sourceLength })
      }
      const taken = toSource(map, start, end)
      const sure = plainly([...units.slice(start, end), ...between])
      expect(plainly(taken).filter((unit) => sure.includes(unit))).toEqual(sure)
      expect(taken.every((range, at) => range.start < range.end && (at === 0 || (taken[at - 1]?.end ?? 0) < range.start))).toBe(true)
      const hull = { start: taken[0]?.start ?? 0, end: taken.at(-1)?.end ?? 0 }
      expect(toSource(map, start, end, [{ start: 0, end: 1000 }])).toEqual([hull])
      const middle = Math.floor((hull.start + hull.end) / 2)
      expect(
        plainly(
          toSource(map, start, end, [{ start: 0, end: hull.start }, { start: hull.start, end: middle }, { start: middle, end: hull.end }, {
            start: hull.end,
            end: 1000
          }])
        )
      ).toEqual(plainly([hull]))
    }))
  })

  it('shows a source offset where its unit is shown, else where the next one is', () => {
    fc.assert(fc.property(maps, fc.integer({ min: 0, max: 120 }), (map, offset) => {
      let expected = (map.at(-4) ?? 0) + (map.at(-3) ?? 0)
      for (let at = 0; at < map.length; at += 4) {
        const [shown = 0, length = 0, source = 0, sourceLength = 0] = map.slice(at, at + 4)
        if (source + sourceLength <= offset) continue
        expected = shown + (length === sourceLength ? Math.max(0, offset - source) : 0)
        break
      }
      expect(toShown(map, offset)).toBe(expected)
    }))
  })

  it('covers the shown units that a source range touches', () => {
    fc.assert(fc.property(shownSomewhere, fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 30 }), (map, start, length) => {
      const touched = unitsOf(map).flatMap((unit, shown) => (unit.end > start && unit.start < start + length ? [shown] : []))
      const covered = shownRange(map, { start, end: start + length })
      expect(covered).toEqual(touched.length === 0 ? null : { start: touched[0], end: (touched.at(-1) ?? 0) + 1 })
    }))
  })
})

it('answers for an empty map', () => {
  expect([toShown([], 5), sourceOffset([], 5), shownRange([], { start: 0, end: 9 }), toSource([], 0, 4)]).toEqual([0, 0, null, []])
})
