import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classifyChange } from './classify-change'
import { foldText } from './fold-text'
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

/** The published function (cyrb53, seed 0) in whole numbers of any size, against which ours in 32-bit steps is checked. */
const published = (text: string): number => {
  const low32 = (value: bigint): bigint => BigInt.asUintN(32, value)
  const mixed = (value: bigint, shift: bigint, by: bigint): bigint => low32((value ^ (value >> shift)) * by)
  let [one, two] = [0xdeadbeefn, 0x41c6ce57n]
  for (let at = 0; at < text.length; at += 1) {
    const unit = BigInt(text.charCodeAt(at))
    one = low32((one ^ unit) * 2654435761n)
    two = low32((two ^ unit) * 1597334677n)
  }
  one = mixed(one, 16n, 2246822507n) ^ mixed(two, 13n, 3266489909n)
  two = mixed(two, 16n, 2246822507n) ^ mixed(one, 13n, 3266489909n)
  return Number((two & 0x1fffffn) * 0x100000000n + one)
}

it('a print is the published 53-bit hash of the folded words: those kept in a library stay good', () => {
  expect(published('a')).toBe(7929297801672961)
  const words = fc.array(fc.constantFrom('orders', 'kilns', '41', 'of', 'ränge', '日本', '%'), { minLength: 4, maxLength: 12 })
  fc.assert(fc.property(words, (parts) => {
    const text = parts.join(' ').replaceAll(' %', '%')
    if (parts.filter((part) => part !== '%').length >= 4) expect(sentencePrint(text)).toBe(published(foldText(text)))
  }))
})

it('three words are too few to be known again, four are not', () => {
  expect(sentencePrint('Kilns of Osterby.')).toBe(0)
  expect(sentencePrint('Kilns of Osterby rose.')).not.toBe(0)
})
