import { describe, expect, it } from 'vitest'
import { keepListed, type ListSelection, NO_ROWS, rowFor, take } from './list-selection'

const ROWS = ['a', 'b', 'c', 'd', 'e']
const chosen = ({ keys }: ListSelection): readonly string[] => [...keys].sort()

describe('take', () => {
  it('takes a row alone', () => {
    expect(chosen(take(ROWS, take(ROWS, NO_ROWS, 'a', 'alone'), 'c', 'alone'))).toEqual(['c'])
  })

  it('takes rows beside each other and lets one go again', () => {
    const two = take(ROWS, take(ROWS, NO_ROWS, 'a', 'alone'), 'd', 'beside')
    expect(chosen(two)).toEqual(['a', 'd'])
    expect(chosen(take(ROWS, two, 'a', 'beside'))).toEqual(['d'])
  })

  it('stretches from where it began, in both directions, and back', () => {
    const from = take(ROWS, NO_ROWS, 'c', 'alone')
    const down = take(ROWS, from, 'e', 'stretch')
    expect(chosen(down)).toEqual(['c', 'd', 'e'])
    expect(chosen(take(ROWS, down, 'a', 'stretch'))).toEqual(['a', 'b', 'c'])
    expect(chosen(take(ROWS, NO_ROWS, 'b', 'stretch'))).toEqual(['b'])
  })
})

describe('rowFor', () => {
  it('moves by one and stops at the ends', () => {
    const at = (cursor: string | null): ListSelection => ({ ...NO_ROWS, cursor })
    expect([rowFor(ROWS, at('b'), 'ArrowDown'), rowFor(ROWS, at('e'), 'ArrowDown'), rowFor(ROWS, at('a'), 'ArrowUp')]).toEqual(['c', 'e',
      'a'])
    expect([rowFor(ROWS, at(null), 'ArrowDown'), rowFor(ROWS, at(null), 'ArrowUp'), rowFor(ROWS, at('c'), 'End'),
      rowFor(ROWS, at('c'), 'Home')]).toEqual(['a', 'a', 'e', 'a'])
    expect([rowFor(ROWS, at('a'), 'PageDown', 3), rowFor(ROWS, at('d'), 'PageDown', 3), rowFor(ROWS, at('d'), 'x'),
      rowFor([], at(null), 'End')]).toEqual(['d', 'e', null, null])
  })
})

describe('keepListed', () => {
  it('forgets rows that are gone and keeps the same value where none is', () => {
    const two = take(ROWS, take(ROWS, NO_ROWS, 'a', 'alone'), 'd', 'beside')
    expect(keepListed(ROWS, two)).toBe(two)
    expect(keepListed(['a', 'b'], two)).toMatchObject({ keys: new Set(['a']), cursor: null })
  })
})
