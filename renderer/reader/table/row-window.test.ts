import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnGroups, groupsOf, heightOf } from './row-window'
import { linesOf, piecesOf } from './pieces'

it('groups hold every row once', () => {
  expect(groupsOf(7, 3)).toEqual([{ from: 0, to: 3 }, { from: 3, to: 6 }, { from: 6, to: 7 }])
})

it('the rows in sight are always drawn, and those drawn stay while they reach far enough', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 }), fc.nat(20_000), fc.nat(900),
      (heights, top, page) => {
        const drawn = drawnGroups(heights, top, top + page, null)
        heights.forEach((height, at) => {
          const y = heightOf(heights, 0, at)
          if (y + height > top && y < top + page) expect(at >= drawn.from && at <= drawn.to).toBe(true)
        })
        expect(drawnGroups(heights, top + 1, top + page + 1, drawn)).toBe(drawn)
      })
  )
})

it('pieces and lines hold every character once', () => {
  const text = fc.array(fc.constantFrom('word', ' ', '\n', 'x'.repeat(700), '\u{1d49c}'), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(fc.property(text, (words) => {
    for (const cut of [piecesOf(words, 0, words.length), linesOf(words)])
      expect(cut.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words)
  }))
})
