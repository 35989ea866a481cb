import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdRows, type HeldRows } from './hold-rows'

it('always draws what is seen and never more than it needs, wherever the page goes', () => {
  const places = fc.array(fc.record({ first: fc.nat(400), seen: fc.integer({ min: 1, max: 30 }), count: fc.integer({ min: 1, max: 300 }) }),
    { minLength: 1, maxLength: 60 })
  fc.assert(fc.property(places, (moves) => {
    let held: HeldRows | null = null
    for (const { first: wanted, seen, count } of moves) {
      const first = Math.min(wanted, count - 1)
      const last = Math.min(count - 1, first + seen - 1)
      held = holdRows(held, first, last, count)
      expect(held.from).toBeGreaterThanOrEqual(0)
      expect(held.to).toBeLessThan(count)
      expect(held.from).toBeLessThanOrEqual(Math.max(0, first - 2))
      expect(held.to).toBeGreaterThanOrEqual(Math.min(count - 1, last + 2))
      expect(held.to - held.from).toBeLessThanOrEqual(last - first + 34)
    }
  }))
})

it('changes seldom while the page moves one way, up as down', () => {
  const changes = (rows: readonly number[]): number => {
    let held: HeldRows | null = null
    let changed = 0
    for (const first of rows) {
      const next = holdRows(held, first, first + 11, 500)
      if (next !== held) changed += 1
      held = next
    }
    return changed
  }
  const down = Array.from({ length: 200 }, (_, at) => at + 100)
  expect(changes(down)).toBeLessThanOrEqual(200 / 11 + 2)
  expect(changes(down.toReversed())).toBeLessThanOrEqual(200 / 11 + 2)
})

it('keeps what is drawn, the very same, while that reaches far enough', () => {
  const held = holdRows(null, 50, 60, 200)
  expect(held).toEqual({ from: 41, to: 69 })
  expect(holdRows(held, 52, 62, 200)).toBe(held)
  expect(holdRows(held, 58, 68, 200)).toEqual({ from: 54, to: 81 })
  expect(holdRows(held, 42, 52, 200)).toEqual({ from: 29, to: 56 })
})
