import { expect, it } from 'vitest'
import { countWords, firstWords, numberWords } from './words'

it('writes numbers with their thousands, and one of a thing as one', () => {
  expect([numberWords(0), numberWords(1204)]).toEqual(['0', '1,204'])
  expect([countWords(0, 'document'), countWords(1, 'document'), countWords(1204, 'document'), countWords(2, 'copy', 'copies')]).toEqual([
    '0 documents',
    '1 document',
    '1,204 documents',
    '2 copies'
  ])
})

it('cuts a text behind a whole word, and says so', () => {
  expect(firstWords('a short one')).toBe('a short one')
  expect(firstWords('the post hoc analysis of it', 16)).toBe('the post hoc…')
  expect(firstWords('the post hoc analysis of it', 12)).toBe('the post hoc…')
  expect(firstWords('x'.repeat(20), 8)).toBe('xxxxxxxx…')
})
