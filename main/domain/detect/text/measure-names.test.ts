import { describe, expect, it } from 'vitest'
import { viewText } from './sentence-view'

const measures = (text: string): readonly string[] => viewText(text).hits('measure').map(({ phrase }) => phrase.text)

describe('words of the accounts inside longer names', () => {
  it.each(['The Internal Revenue Service wrote to us.', 'It returned cash collateral.', 'We have loss carryforwards.',
    'It is part of the cash flow hedging program.', 'See Accounting for Income Taxes.'])('"%s" names no measure', (text) => {
      expect(measures(text)).toEqual([])
    })
  it('the other case in brackets is not told', () => {
    expect(measures('Income (loss) was reduced by $4 million.')).toEqual(['income'])
  })
  it('a measure that stands by itself is kept', () => {
    expect(measures('Cash rose and income fell.')).toEqual(['cash', 'income'])
  })
})
