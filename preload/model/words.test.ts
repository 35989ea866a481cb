import { expect, it } from 'vitest'
import { countWords, numberWords } from './words'

it('writes numbers with their thousands, and one of a thing as one', () => {
  expect([numberWords(0), numberWords(1204)]).toEqual(['0', '1,204'])
  expect([countWords(0, 'document'), countWords(1, 'document'), countWords(1204, 'document'), countWords(2, 'copy', 'copies')]).toEqual([
    '0 documents',
    '1 document',
    '1,204 documents',
    '2 copies'
  ])
})
