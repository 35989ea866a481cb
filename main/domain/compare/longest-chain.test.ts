import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestChain } from './longest-chain'
import type { Match } from './longest-chain'

const worthOf = (chain: readonly Match[]): number => chain.reduce((sum, { worth }) => sum + worth, 0)

/** The greatest worth of any chain, by trying each set of matches. */
const greatest = (matches: readonly Match[]): number => {
  let best = 0
  for (let set = 0; set < 1 << matches.length; set += 1) {
    const chosen = matches.filter((_, at) => (set >> at) & 1).sort((a, b) => a.left - b.left || a.right - b.right)
    const ordered = chosen.every((match, at) => {
      const before = chosen[at - 1]
      return !before || (match.left > before.left && match.right > before.right)
    })
    if (ordered) best = Math.max(best, worthOf(chosen))
  }
  return best
}

describe('the chain of matches worth the most', () => {
  const place = fc.integer({ min: 0, max: 6 })
  const match = fc.record({ left: place, right: place, worth: fc.integer({ min: 1, max: 9 }) })
  it('is worth as much as the best of all chains, in order, with no place used twice', () => {
    fc.assert(fc.property(fc.array(match, { maxLength: 9 }), (matches) => {
      const chain = longestChain(matches, 7)
      expect(worthOf(chain)).toBe(greatest(matches))
      chain.forEach((one, at) => {
        expect(matches).toContain(one)
        const before = chain[at - 1]
        if (before) expect(one.left > before.left && one.right > before.right).toBe(true)
      })
    }))
  })
  it('takes one good pair before two poor ones, and two before one that is worth less than both', () => {
    const crossing = (
      worth: number
    ): Match[] => [{ left: 0, right: 2, worth }, { left: 1, right: 0, worth: 2 }, { left: 2, right: 1, worth: 2 }]
    expect(longestChain(crossing(5), 3).map(({ left }) => left)).toEqual([0])
    expect(longestChain(crossing(3), 3).map(({ left }) => left)).toEqual([1, 2])
  })
  it('of nothing is nothing', () => expect(longestChain([], 0)).toEqual([]))
})
