import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withLineEnds } from './line-ends'

test('the space at each break becomes a line end, and nothing else changes', () => {
  expect(withLineEnds('one two three four', [3, 13])).toBe('one\ntwo three\nfour')
  expect(withLineEnds('one two', [])).toBe('one two')
  expect(withLineEnds('one two', undefined)).toBe('one two')
  expect(withLineEnds(' a ', [0, 2])).toBe('\na\n')
})

test('the length stays, so that every offset means the same in both', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 0, maxLength: 6 }).map((word) => word.replace(/\s/g, 'x')), { minLength: 1 }), fc.nat(),
      (words, seed) => {
        const text = words.join(' ')
        const spaces = [...text].flatMap((sign, at) => (sign === ' ' ? [at] : []))
        const breaks = text.length === [...text].length ? spaces.filter((_at, n) => ((seed >> (n % 16)) & 1) === 1) : []
        const set = withLineEnds(text, breaks)
        expect(set.length).toBe(text.length)
        expect(set.replaceAll('\n', ' ')).toBe(text)
        expect([...set].filter((sign) => sign === '\n').length).toBe(breaks.length)
      })
  )
})
