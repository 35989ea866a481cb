import { describe, expect, it } from 'vitest'
import { readBody } from '../../fixtures/sample-document'
import { withoutFalseTone } from './false-tone'

describe('what is never good news', () => {
  it.each([
    'Earnings include a goodwill impairment of $4 million.',
    'The company recorded restructuring charges of $2 million.',
    'The offering will cause dilution of 12% to holders.',
    'Tamsel dismissed Hobb & Larch LLP as its independent accountants.',
    'The company wrote down inventory by $2.4 million.',
    'Tamsel wrote off its stake in the mill.',
    'The chief executive officer was dismissed.',
    'The conversion will dilute the interests of holders by 18%.',
    'Tamsel recorded a valuation allowance of $9 million.',
    'Tamsel took a charge to earnings of $3 million.'
  ])('is not favourable: %s', (text) => {
    expect(withoutFalseTone(text, 'corporate-event', 'favourable')).toBe('neutral')
    expect(withoutFalseTone(text, 'corporate-event', 'unfavourable')).toBe('unfavourable')
  })
  it.each(['Restructuring charges decreased to $2 million.', 'Diluted earnings rose to $2.10.', 'Tamsel raised non-dilutive funding.',
    'The court dismissed the suit.'])('leaves "%s" as it is', (text) => {
      expect(withoutFalseTone(text, 'financial-result', 'favourable')).toBe('favourable')
    })
})

describe('what says little of either side', () => {
  it.each(['No customer accounted for 10% or more of net sales.', 'None of its customers accounted for more than 10% of sales.',
    'No single supplier represented ten percent of purchases.'])('is that none is large: %s', (text) => {
      expect(withoutFalseTone(text, 'financial-result', 'unfavourable')).toBe('neutral')
      expect(withoutFalseTone(text, 'financial-result', 'favourable')).toBe('neutral')
    })
  it('is that a suit was dismissed', () => {
    expect(withoutFalseTone('The court dismissed the lawsuit against Tamsel.', 'corporate-event', 'unfavourable')).toBe('neutral')
    expect(withoutFalseTone('The court dismissed all remaining claims.', 'corporate-event', 'favourable')).toBe('favourable')
  })
  it.each(['Tamsel expects earnings of $(0.05) to $0.05 per share.', 'Sales are expected to change by -2% to 3%.',
    'Tamsel expects a net loss of $1 million to net income of $2 million.', 'Sales will be down 2% to up 3%.',
    'Sales are expected to range from a decrease of 1% to an increase of 2%.'])(
      'is guidance on both sides of nothing: %s',
      (text) => {
        expect(withoutFalseTone(text, 'guidance', 'favourable')).toBe('neutral')
        expect(withoutFalseTone(text, 'guidance', 'unfavourable')).toBe('neutral')
      }
    )
  it('is not guidance on one side', () => {
    expect(withoutFalseTone('Tamsel expects earnings of $0.95 to $1.05 per share.', 'guidance', 'favourable')).toBe('favourable')
  })
})

describe('what presses on a whole trade', () => {
  it.each(['This competitive environment is expected to intensify as rivals, with a share of 11%, add plants.',
    'Capacity in the region exceeded industry sales by 5 million lamps.',
    'In 1993, lamp capacity in the region exceeded industry sales by 5 million lamps.',
    'During the second half of 1993, competition in lamps intensified.', 'Competition in lamps has increased.',
    'Increased competition is expected to reach 12% of sales.', 'Excess capacity grew to 2 million units.',
    'Price competition has become more intense.', 'Supply outstripped demand by 4%.'])(
      'is bad news where it grows: %s',
      (text) => expect(withoutFalseTone(text, 'guidance', 'favourable')).toBe('unfavourable')
    )
  it.each(['Sales rose 5% despite increased competition.', 'Its competitive position was strengthened.',
    'Competition has eased and sales increased.', 'Production increased 5%, and sales exceeded plan.', 'Demand exceeded supply.'])(
      'is not in "%s"',
      (text) => {
        expect(withoutFalseTone(text, 'financial-result', 'favourable')).toBe('favourable')
      }
    )
})

describe('a tone that no movement gives', () => {
  it.each([['Tamsel will take a restructuring charge of up to $250,000 in June 2012 to cover severance costs.', 'unfavourable'], [
    'Tamsel recorded an impairment charge of $4 million in sales of lamps.',
    'unfavourable'
  ], ['Tamsel added nearly 600 new customers, which represented more than 13% of revenue.', 'favourable']])('%s',
    (text, polarity) => expect(readBody(text).detection.findings.map((finding) => finding.polarity)).toEqual([polarity]))
})
