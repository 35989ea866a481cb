import { expect, test } from 'vitest'
import { chipLabel, chipWords, isCitedKind, wordsCitation } from './note-citation'

test('a citation of words has the place and the words, and points into the own filing', () => {
  expect(wordsCitation(2, { start: 10, end: 14 }, 'sold')).toEqual({ sequence: 2, start: 10, end: 14, quote: 'sold', kind: 'words',
    filing: null, ref: null, short: false })
})

test('only the kinds that a citation can point to are known', () => {
  expect(['words', 'annotation', 'finding', 'forward-looking', 'note'].every(isCitedKind)).toBe(true)
  expect([undefined, null, 1, '', 'Words', 'figure'].some(isCitedKind)).toBe(false)
})

test('a chip shows a short quotation whole, on one line', () => {
  expect(chipWords('  Soft\n wraps ')).toBe('Soft wraps')
  expect(chipWords('a'.repeat(48))).toBe('a'.repeat(48))
})

test('a long quotation is cut at a word, and one without words in its middle', () => {
  const words = 'the cooling of rooms by wind alone was tried in nine towns'
  const shown = chipWords(words)
  expect(shown.endsWith('…')).toBe(true)
  expect(words.startsWith(shown.slice(0, -1))).toBe(true)
  expect(words.charAt(shown.length - 1)).toBe(' ')
  expect(shown.length).toBeLessThanOrEqual(49)
  expect(chipWords('a'.repeat(60))).toBe(`${'a'.repeat(24)}…`)
})

test('who hears a chip hears what it points to, and whether that is elsewhere', () => {
  expect(chipLabel({ kind: 'finding', filing: null, quote: 'sold' })).toBe('Finding: sold')
  expect(chipLabel({ kind: 'words', filing: 'f2' as never, quote: 'sold' })).toBe('Passage of another filing: sold')
})
