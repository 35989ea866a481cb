import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classifyChange } from './classify-change'
import { sentencePrint } from './sentence-print'

const word = fc.constantFrom('harbor', 'gauge', 'rose', 'fell', 'to', 'the', '41.2', '(41.2)', '“tide”', '"tide"', '—', '-', 'Harbor', '  ')
const sentence = fc.array(word, { minLength: 6, maxLength: 12 }).map((words) => words.join(' '))

it('sentences have one print exactly where a comparison calls them the same', () => {
  fc.assert(fc.property(sentence, sentence, (a, b) => {
    fc.pre(sentencePrint(a) !== 0 && sentencePrint(b) !== 0)
    expect(sentencePrint(a) === sentencePrint(b)).toBe(classifyChange(a, b) === 'same')
  }))
})
it('a new figure in an old sentence is another print, other quotation marks and capitals are not', () => {
  expect(sentencePrint('Revenue rose to $41.2 million this year.')).not.toBe(sentencePrint('Revenue rose to $41.3 million this year.'))
  expect(sentencePrint('The  “Tide” gauge is sold abroad.')).toBe(sentencePrint('the "Tide" gauge is sold abroad.'))
})
it('has 53 bits and takes no print of a sentence that anybody writes', () => {
  expect(sentencePrint('Not applicable.')).toBe(0)
  const prints = Array.from({ length: 20_000 }, (_, at) => sentencePrint(`The gauge of pier number ${String(at)} was read today.`))
  expect(new Set(prints).size).toBe(20_000)
  expect(prints.every((print) => Number.isSafeInteger(print) && print > 0)).toBe(true)
  expect(Math.max(...prints)).toBeGreaterThan(2 ** 52)
})
