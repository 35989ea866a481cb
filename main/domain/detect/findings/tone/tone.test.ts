import { describe, expect, it } from 'vitest'
import { readBody } from '../../../fixtures/sample-document'
import { comparedYears, movesBothWays } from './compared-amounts'
import { groundPolarity } from './ground'

const toneOf = (text: string): string | undefined => readBody(text).detection.findings[0]?.polarity

describe('amounts compared', () => {
  it.each([
    ['Net loss for the year was $5.2 million (2011: $9.3 million).', 'favourable'],
    ['Operating expenses for the year totaled $1,839,000 (2011: $3,262,000).', 'favourable'],
    ['Net loss for the quarter was $5.4 million, or $0.35 per share, compared to $5.1 million, or $1.99 per share, in 2011.', 'qualified'],
    ['Net revenues were $11.5 million, up slightly from $11.4 million in the prior quarter and down 11% from $12.9 million last year.',
      'qualified'],
    ['Net loss was $303,000 compared to net income of $151,000 in the preceding quarter and versus a net loss of $1,875,000 a year ago.',
      'qualified'],
    ['General expenses were $1.5 million and $3.2 million for the three and six months, compared to $1.1 million and $2.5 million in 2011.',
      'unfavourable'],
    ['Cash was $5.5 million at year end, as compared to $6.5 at the end of 2011.', 'unfavourable'],
    ['Adjusted net income was $0.8 million, compared to $0.5 million in the prior year.', 'qualified'],
    ['Financial expenses were $255,000, compared to financial income of $718,000 a year ago.', 'unfavourable'],
    ['Net income increased 33% to $13.4 million (based on 14.4 million shares) from $10.1 million (based on 13.8 million shares).',
      'favourable'],
    ['The company had a working capital deficiency of $2.8 million.', 'unfavourable'],
    ['The company turned an operating loss into operating income of $1 million.', 'favourable'],
    [
      'Net income was $4.2 million, or $0.89 per share ($0.88 per diluted share), compared with $5.8 million, or $1.05 per share ($1.04 per diluted share).',
      'unfavourable'
    ],
    [
      'Net income was $6.2 million, or $1.20 per share ($1.18 per diluted share), compared with $5.8 million, or $1.05 per share ($1.04 per diluted share).',
      'favourable'
    ],
    ['Earnings were ($0.12) per share, compared with $0.05 per share in 2011.', 'unfavourable'],
    ['In connection with the extension, the interest rate of the loans rose from zero to 0.7%.', 'neutral'],
    ['Revenue of the company was $4 million.', 'neutral']
  ])('%s', (text, tone) => expect(toneOf(text)).toBe(tone))
  it.each([
    ['Plan expense was $5.4 million in 2010, $3.9 million in 2009 and $2.7 million in 2008.', 1],
    ['Gains totaled $15 million in 2002, $548 million in 2001 and $3.4 billion in 2000.', -1],
    ['It paid $2 million in 2008 and $3 million in 2009.', 1],
    ['It paid $2 million in 2008.', 0]
  ])('%s', (text, direction) => expect(comparedYears(text)).toBe(direction))
  it('a rise alone does not go both ways', () => {
    expect(movesBothWays('Sales were up 4% from the last quarter and up 9% from last year.')).toBe(false)
  })
})

describe('what was seen in the ground', () => {
  it.each([
    ['The hole intersected copper mineralization over 40 metres.', 'favourable'],
    ['The survey identified three chargeability anomalies.', 'favourable'],
    ['The anomaly suggests a plunge to the south.', 'qualified'],
    ['Mineralization is open at depth.', 'qualified'],
    ['No significant mineralization was met in the last two holes.', 'unfavourable'],
    ['The anomaly is 400 metres long.', 'neutral']
  ])('%s', (text, tone) => expect(groundPolarity(text)).toBe(tone))
})

describe('errors of the accounts', () => {
  it.each([
    ['The audit committee determined that the company would restate its financial statements for 2011.', 'unfavourable'],
    ['The financial statements should no longer be relied upon.', 'unfavourable'],
    ['The restatement does not affect the cash of the company.', 'favourable'],
    ['The restatement had no impact on the prior year.', 'neutral']
  ])('%s', (text, tone) => expect(toneOf(text)).toBe(tone))
})

describe('who approves', () => {
  it.each([
    ['The FDA approved the device.', 'favourable'],
    ['The stockholders approved the reverse split at the meeting.', 'neutral'],
    ['Tamsel strengthened its leadership team with the appointment of Orla Hobb as vice president.', 'neutral']
  ])('%s', (text, tone) => expect(toneOf(text)).toBe(tone))
})
