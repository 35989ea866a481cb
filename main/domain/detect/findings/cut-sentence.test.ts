import { describe, expect, it } from 'vitest'
import { DATELINE, readBody, readSample } from '../../fixtures/sample-document'

const tones = (text: string): readonly string[] => readBody(text).detection.findings.map(({ polarity }) => polarity)

describe('a sentence that was cut', () => {
  it.each(['Net sales rose 12% to $4 million compared with the', 'were $4 million in net sales for the quarter ended March 3, 2012.',
    'Tamsel completed the sale of its mill for $4 million to'])('carries no finding: %s', (text) => expect(tones(text)).toEqual([]))
  it.each(['Net sales rose 12% to $4 million', 'A decrease of $165,000 in operating expenses, which rose before; and'])(
    'is none that only lacks its point: %s',
    (text) => expect(tones(text).length).toBe(1)
  )
})

describe('a tone that nothing told', () => {
  it.each([
    ['The net loss in Larch amounted to $51 million, resulting from a strengthening of its provisions.', ['unfavourable']],
    ['The net loss narrowed to $5 million.', ['favourable']],
    ['A decrease of 1% in the cost of wicks would have resulted in lower expenses of $15 million.', []],
    ['Conversely, an increase of 15% in prices would result in a positive impact on net income of 7.5%.', []],
    ['In fact, 2011 was a record year for lamp installations in the United States, with 14 million lamps.', []],
    ['2011 was a record year for our lamp sales in the United States.', ['favourable']],
    ['Its financial policies require that equity makes up at least 70% of total capital to maintain strong cash.', []],
    ['Larch Integrated Equity Funds, Inc. (Filer) sells notes.', []]
  ])('%s', (text, expected) => expect(tones(text)).toEqual(expected))
})

it('a deal of a report has no tone from its price', () => {
  const { findings } =
    readSample([['title', 'QUARTERLY REPORT'], DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph',
      'On May 2, 2011, the Company completed the acquisition of certain assets and liabilities of the Larch Growth Division for $450 million in cash.']],
      '10-Q').detection
  expect(findings.map(({ polarity }) => polarity)).toEqual(['neutral'])
})
