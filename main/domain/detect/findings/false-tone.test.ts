import { describe, expect, it } from 'vitest'
import { withoutFalseTone } from './false-tone'

describe('what is never good news', () => {
  it.each([
    'Earnings include a goodwill impairment of $4 million.',
    'The company recorded restructuring charges of $2 million.',
    'The offering will cause dilution of 12% to holders.',
    'Tamsel dismissed Hobb & Larch LLP as its independent accountants.'
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
  it('is that no customer is large', () => {
    expect(withoutFalseTone('No customer accounted for 10% or more of net sales.', 'financial-result', 'unfavourable')).toBe('neutral')
  })
  it.each(['Tamsel expects earnings of $(0.05) to $0.05 per share.', 'Sales are expected to change by -2% to 3%.',
    'Tamsel expects a net loss of $1 million to net income of $2 million.', 'Sales will be down 2% to up 3%.'])(
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
