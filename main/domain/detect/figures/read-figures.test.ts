import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { readHtml } from '../../fixtures/html-document'
import { readBody, readSample, DATELINE } from '../../fixtures/sample-document'
import { detect } from '../detect'

const figuresOf = (...texts: readonly string[]): readonly FigureMention[] => readBody(...texts).detection.figures
const only = (text: string): FigureMention | undefined => figuresOf(text)[0]

describe('numbers', () => {
  it.each([
    ['Revenue was $4.5 million.', '$4.5 million', 4_500_000, 'USD'],
    ['Margin rose to 38.7 percent.', '38.7 percent', 38.7, '%'],
    ['Earnings were $0.22 per diluted share.', '$0.22', 0.22, 'USD/share'],
    ['The net loss was ($1.25) per share.', '$1.25', -1.25, 'USD/share'],
    ['The yield fell 25 basis points.', '25 basis points', 25, 'basis points'],
    ['Tamsel sold 12,500 units.', '12,500 units', 12_500, 'units'],
    ['Sales were €3 billion.', '€3 billion', 3_000_000_000, 'EUR']
  ])('reads "%s"', (text, shown, value, unit) => {
    const figure = only(text)
    expect(figure?.text).toBe(shown)
    expect(figure?.value).toBe(value)
    expect(figure?.unit).toBe(unit)
  })
  it.each([
    'The board met on March 3, 2012.',
    'Call at 10:30 a.m. on Friday.',
    'See Note 4 and Form 10-K.',
    'Section 27A applies, as does Rule 144.',
    'Call (555) 010-4410.',
    'The balm BX1801 is sold in Oslo.',
    'The Phase 3 trial ended.'
  ])('leaves "%s" without figures', (text) => {
    expect(figuresOf(text)).toEqual([])
  })
})

describe('what a number measures', () => {
  it('knows measure, period and direction', () => {
    expect(only('Net sales for the third quarter rose 12% on last year.')).toMatchObject({ measure: 'Net sales', period: 'third quarter',
      direction: 'up', place: 'body' })
  })
  it('gives the number behind "compared with" its own period', () => {
    const [now, before] = figuresOf(
      'Revenue for the quarter ended March 31, 2012 was $25 million compared with $20 million in the prior year.'
    )
    expect(now?.period).toBe('quarter ended March 31, 2012')
    expect(before?.period).toBe('prior year')
  })
  it('names statistics', () => {
    expect(only('The balm worked (p<0.05).')?.measure).toBe('p-value')
    expect(only('The balm group (n=40) was large.')?.measure).toBe('sample size')
  })
  it('knows a quotation from the body', () => {
    const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['quote',
      '"Revenue reached $9 million," said Ada Quist, President of Tamsel.']])
    expect(sample.detection.figures[0]?.place).toBe('quotation')
  })
})

describe('the same measure told differently', () => {
  const told = (headline: string, body: string): readonly FigureMention[] =>
    readSample([
      ['title', headline],
      DATELINE,
      ['paragraph', 'Tamsel makes lanterns.'],
      ['paragraph', body]
    ]).detection.figures
  it('is flagged on both sides', () => {
    const [first, second] = told('TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter revenue was $9.1 million.')
    expect(first?.conflictsWith).toEqual([second?.id])
    expect(second?.conflictsWith).toEqual([first?.id])
  })
  it.each([
    ['is rounded', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter revenue was $9,412,000.'],
    ['is of another quarter', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'First quarter revenue was $9.1 million.'],
    ['is of another measure', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter net income was $9.1 million.'],
    ['is only compared', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION',
      'Second quarter revenue was $9.4 million compared with $8.0 million.']
  ])('is not flagged where it %s', (_, headline, body) => {
    expect(told(headline, body).flatMap((figure) => figure.conflictsWith)).toEqual([])
  })
})

describe('the name of a number that is no measure of the accounts', () => {
  it.each([
    ['stands before "of"', 'Tamsel recorded a tax reserve of $4 million.', 'tax reserve'],
    ['stands behind "of"', 'The plan made $9 million of lump sum payments in 2011.', 'lump sum payments'],
    ['is the subject of its verb', 'In 2011, total rent paid in Oslo was $3 million.', 'rent paid in Oslo'],
    ['is the object of a movement', 'In May the court increased its bond by $2 million.', 'bond'],
    ['is what is counted', 'Tamsel makes lamps in 11 provinces.', 'provinces'],
    ['stands behind an article', 'The policy has a $15 million policy limit.', 'policy limit'],
    ['is what changed', 'Growth was led by a 14% decline in lamp oils.', 'lamp oils'],
    ['is carried by "from"',
      'Rent for the second quarter of fiscal 2011 rose 6% to $653 million from $616 million for the second quarter of fiscal 2010.', 'Rent']
  ])('%s', (_, text, name) => {
    expect(figuresOf(text).at(-1)?.measure).toBe(name)
  })
  it('is shared by the numbers of a list', () => {
    expect(figuresOf('Purchases of wicks were $5 million, $4 million and $3 million.').map(({ measure }) => measure)).toEqual([
      'Purchases of wicks',
      'Purchases of wicks',
      'Purchases of wicks'
    ])
  })
  it('is the whole subject where a measure is only part of it', () => {
    expect(only('The fair value of our debt was $8 million.')?.measure).toBe('fair value of our debt')
  })
  it('comes before a measure that stands far ahead', () => {
    expect(figuresOf('Revenue in the north of the country and on the islands included a licence fee of $2 million.').at(-1)?.measure).toBe(
      'licence fee'
    )
  })
  it('is no clause', () => {
    expect(only('We owned 19% at the time.')?.measure).toBeNull()
  })
  it.each([
    ['Interest income was $4 million.', 'Interest income'],
    ['Tamsel recorded other operating charges of $3 million.', 'operating charges'],
    ['We had operating lease costs of $2 million.', 'operating lease costs'],
    ['Management reported revenue of $9 million.', 'revenue'],
    ['Income (loss) before income taxes was $2 million.', 'Income (loss) before income taxes'],
    ['Lamp sales volume rose 6%.', 'Lamp sales volume']
  ])('narrows a measure as the text does: "%s"', (text, name) => {
    expect(only(text)?.measure).toBe(name)
  })
  it('gives a span of time no measure of the accounts', () => {
    expect(only('Tamsel repaid debt with maturities greater than 90 days.')?.measure).toBeNull()
  })
})

describe('numbers told respectively', () => {
  const periods = (text: string): readonly (string | null)[] => figuresOf(text).map(({ period }) => period)
  it('each get their year', () => {
    expect(periods('Net sales were $4 million, $3 million and $2 million in 2011, 2010 and 2009, respectively.')).toEqual(['2011', '2010',
      '2009'])
  })
  it('each get their date', () => {
    expect(periods('Deposits were $4 million and $3 million as of December 31, 2011 and 2010, respectively.')).toEqual(['December 31, 2011',
      'December 31, 2010'])
  })
  it('take the years ahead of them where none stand behind', () => {
    expect(periods('In 2011 and 2010, net sales were $4 million and $3 million, respectively.')).toEqual(['2011', '2010'])
  })
  it('are left alone where the lists differ in length', () => {
    expect(periods('Net sales of lamps, wicks and oil were $4 million, $3 million and $2 million in 2011 and 2010, respectively.')).not
      .toContain('2010')
  })
})

describe('digits that number something', () => {
  it.each(['1 Includes lamps sold in Oslo.', 'It is filed under Section 13 or 15(d) of the Act.', 'Lamps were first sold in 1886.',
    'The 10-year notes are listed in Oslo.', 'See footnote 2 below.'])('"%s" tells no figure', (text) => {
      expect(figuresOf(text)).toEqual([])
    })
})

describe('the period of a number', () => {
  const told = (text: string): readonly (readonly [string, string | null])[] =>
    figuresOf(text).map(({ text: words, period }) => [words, period] as const)
  const periodOf = (text: string, words: string): string | null => figuresOf(text).find(({ text: own }) => own === words)?.period ?? null

  it('is a month with its year', () => {
    expect(told('In June 2011 Tamsel sold its mill for $7 million.')).toEqual([['$7 million', 'In June 2011']])
    expect(told('Tamsel paid $3 million in March of 2011.')).toEqual([['$3 million', 'in March of 2011']])
  })
  it('is not the month in which a plan was adopted', () => {
    expect(periodOf('The lamp plan, adopted in April 1999, grants up to 4,000 shares.', '4,000 shares')).toBeNull()
  })
  it('is not the day on which something falls due', () => {
    expect(told('Notes of $343 million carry options with exercise dates in 2034.')).toEqual([['$343 million', null]])
    expect(told('Tamsel owes $5 million under notes maturing in 2031.')).toEqual([['$5 million', null]])
    expect(periodOf('Of it, $7 million relates to credits that expire in 2034; $9 million does not.', '$9 million')).toBeNull()
  })
  it('stands behind amounts that are told alike', () => {
    expect(told('Tamsel has assets of $541 million and liabilities of $378 million as of December 31, 2011.')).toEqual([
      ['$541 million', 'as of December 31, 2011'],
      ['$378 million', 'as of December 31, 2011']
    ])
  })
  it('narrows the one ahead of it', () => {
    expect(periodOf('In the first quarter of fiscal 2012, on December 11, 2011, 44,500 shares were settled.', '44,500 shares')).toBe(
      'on December 11, 2011'
    )
  })
  it('is the day from which a rate holds', () => {
    expect(periodOf('New rates with an increase of $15 million became effective January 1, 2012.', '$15 million')).toBe(
      'effective January 1, 2012'
    )
  })
  it('is not that of a clause about what is counted', () => {
    expect(
      periodOf('During the quarter ended December 31, 2011, 215 warrants that were outstanding at September 30, 2011 were exercised.',
        '215 warrants')
    ).toBe('quarter ended December 31, 2011')
  })
  it('is a month that stands alone, and the months behind a number', () => {
    expect(told('Revenue for the month ended May 31, 2006 was $4.2 million.')).toEqual([['$4.2 million', 'month ended May 31, 2006']])
    expect(told('Revenue for the one month ended May 31, 2006 was $4.2 million.')[0]?.[1]).toMatch(/month ended May 31, 2006/)
    expect(told('Revenue for the six months ended May 31, 2006 was $24 million.')).toEqual([['$24 million',
      'six months ended May 31, 2006']])
    const both = told('Revenue for the month and three months ended May 31, 2006 was $4.2 million and $12 million, respectively.')
    expect(both.map(([, period]) => period?.includes('three'))).toEqual([false, true])
  })
  it('is no half of something else', () => {
    expect(periodOf('In June 2011 it used the second half of its option for $45 million.', '$45 million')).toBe('In June 2011')
  })
  it('is both years for each number where it is told for both', () => {
    expect(told('Rent was $-0- in Oslo and tax was $-0- in Bergen for both 2011 and 2010.').map(([, period]) => period)).not.toContain(
      '2011'
    )
  })
  it('is a stretch of a year', () => {
    expect(told('Revenue was $9 million for the first nine months of 2011.')).toEqual([['$9 million', 'first nine months of 2011']])
  })
})

describe('four amounts for two lengths and two ends', () => {
  const periods = (amounts: string): readonly (string | null)[] =>
    figuresOf(`Rent for the three and nine months ended June 30, 2012 and 2011, was ${amounts}, respectively.`).map(({ period }) => period)
  it('go by length where only that lets the longer stretch hold the shorter', () => {
    expect(periods('$5,000 and $4,000, and $14,000 and $13,000')).toEqual(['three months ended June 30, 2012',
      'three months ended June 30, 2011', 'nine months ended June 30, 2012', 'nine months ended June 30, 2011'])
  })
  it('go by year where only that does', () => {
    expect(periods('$4,000 and $14,000, and $5,000 and $13,000')).toEqual(['three months ended June 30, 2012',
      'nine months ended June 30, 2012', 'three months ended June 30, 2011', 'nine months ended June 30, 2011'])
  })
  it('are left with all of them where either may be', () => {
    expect(new Set(periods('$4,000 and $5,000, and $14,000 and $15,000')).size).toBe(1)
  })
})

describe('a scale in the head of one table', () => {
  const rows = (head: string, cells: string): string => `<table><tr><td>${head}</td><td>2012</td></tr>${cells}</table>`
  const valuesOf = (raw: string): readonly number[] => {
    const parsed = readHtml(raw, '10-K')
    const { input } = readBody('Tamsel makes lamps.')
    return detect({ ...input, blocks: parsed.blocks, sections: [], sentences: [] }).figures.map(({ value }) => value)
  }
  const first = rows('(dollars in thousands)', '<tr><td>Net sales</td><td>7,333</td></tr>')
  it('holds for the next one', () => {
    expect(valuesOf(`${first}<p>It goes on.</p>${rows('Year', '<tr><td>Gross profit</td><td>5,080</td></tr>')}`)).toEqual([7_333_000,
      5_080_000])
  })
  it('does not where amounts are plainly whole', () => {
    expect(
      valuesOf(
        `${first}<p>It goes on.</p>${
          rows('Year', '<tr><td>Net sales</td><td>$ 27,479,896</td></tr><tr><td>Gross profit</td><td>5,080</td></tr>')
        }`
      )
    )
      .toEqual([7_333_000, 27_479_896, 5_080])
  })
})

describe('amounts of one share', () => {
  const units = (text: string): readonly (readonly [string, string | null])[] =>
    figuresOf(text).map(({ text: own, unit }) => [own, unit] as const)
  it('are told of both ends of a range', () => {
    expect(units('Sales were made at share prices of $55.75 to $65.89.')).toEqual([['$55.75', 'USD/share'], ['$65.89', 'USD/share']])
    expect(units('The par value of stock was changed from $0.06 to $0.01.')).toEqual([['$0.06', 'USD/share'], ['$0.01', 'USD/share']])
  })
  it('are those with parts of a cent, and those told again behind them', () => {
    expect(units('Notes convert into stock at the lower of $0.303 and the closing price.')[0]).toEqual(['$0.303', 'USD/share'])
    expect(units('Warrants have an exercise price per share of $8.834 (after the splits - $1,988).')).toEqual([['$8.834', 'USD/share'], [
      '$1,988',
      'USD/share'
    ]])
  })
})

describe('signs at a currency', () => {
  it.each([
    ['Rent was $-0- in 2011.', 0, 'USD'],
    ['Cash flow was $-5 million in 2011.', -5_000_000, 'USD'],
    ['Cash flow was -$5 million in 2011.', -5_000_000, 'USD']
  ])('%s', (text, value, unit) => {
    expect(only(text)).toMatchObject({ value, unit })
  })
})
