import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { readBody } from '../../fixtures/sample-document'

const figuresOf = (text: string): readonly FigureMention[] => readBody(text).detection.figures
const told = (text: string): readonly (readonly [string, string | null])[] =>
  figuresOf(text).map(({ text: words, period }) => [words, period] as const)
const named = (text: string): readonly (readonly [string, string | null])[] =>
  figuresOf(text).map(({ text: words, measure }) => [words, measure] as const)

describe('digits that belong to a name', () => {
  it.each([
    'Tamsel won licences in Auction 73.',
    'The maker of Lumina 4 lanterns is based in Oslo.',
    'See pages 14 through 15 of the report.',
    'The Oslo Journal, vol. 29, # 15, tells of it.',
    'Ada Quist, 47, is president of Tamsel.',
    'Sections 9.4 and 9.5 of the agreement apply.',
    'Tamsel delivered 767-model lamps.',
    'The software is for System/390 products.',
    'The case was closed on 12/22/05 in Oslo.',
    'The papers are at 100 F Street in Oslo.',
    'Tamsel sits at Rosemary Avenue, West Palm, FL 33401.',
    'The sum 82,536,82779,937,115 is two numbers.',
    'The office reviewed Forms 3 and 4 of the directors.',
    'Tamsel joined the Osprey 2000 and 3000 Indexes.',
    'Phone 800- 435-2336 or write to Tamsel.',
    'Tamsel samples a new USB 2.0 switch.',
    'The office is at Aldra St. 1, Kirsa Moten 26402, Oslo.',
    'The telephone number is +972 of Tamsel.',
    'The lamps use 128-bit keys.',
    'A. B. Quist, 69 (Dutch), is a retired director.',
    'Tamsel adopted IAS 1 and IFRS 9.',
    'Payments are made under 12 U.S.C. and 12 C.F.R. of the law.',
    'It is designed to see that 1) sums are right; 2) sums are kept; and 3) sums are told.',
    'The office is in Aldra, D.C. 20549.',
    'Tamsel, 3545 North First Street, Aldra, is a mill.',
    'Rule 425 under the Act (17CFR 230.425) applies.',
    'As permitted by C&DI 200.06, Tamsel has chosen so.',
    'The servicing criteria of Items 1122 (d)(1)(i), 1122 (d)(2)(ii) apply.',
    'The number of the issuer in the register is 0001779026.',
    'The businesses included 1) the making of lamps; 2) the sale of lamps.',
    'Mr. Quist is currently 55, Ms. Ode is currently 43.',
    'The papers are at Aldra Court, Suite 4, and 7 Lamp Makers Center in Oslo.',
    'The plan follows 29 U.S.C. 201 et seq. of the law.',
    'The filer has IRS No.: 521259416 and Fiscal Year End: 1231 in the register.',
    'The anomaly is broader on line L 5900.'
  ])('tell no figure: %s', (text) => {
    expect(figuresOf(text)).toEqual([])
  })
  it.each(['Tamsel sold 15 lamps to each store.', 'Tamsel has 47 stores in Oslo.', 'About 90 percent of Tamsel lamps are red.'])(
    'and others do: %s',
    (text) => {
      expect(figuresOf(text)).toHaveLength(1)
    }
  )
})

describe('short names of periods', () => {
  it.each([
    ['In 2Q25, operating income was $847k.', '2Q25'],
    ['Revenue in Q2 2025 was $4 million.', 'Q2 2025'],
    ['Pre-tax income in 1H25 was $166k.', '1H25'],
    ['Revenue in FY2024 was $4 million.', 'FY2024'],
    ['In the 2011 second quarter, sales were $4 million.', '2011 second quarter'],
    ['During the March 2011 quarter, Tamsel repaid $4 million.', 'March 2011 quarter'],
    ['April 1, 2011: 910,601 shares of common stock.', 'April 1, 2011'],
    ['Online sales increased 1.1 percent to $46.6 million for the quarter ended June 30, 2011.', 'quarter ended June 30, 2011'],
    ['The 1999 operating profit included $4.6 million of gains.', 'The 1999']
  ])('%s', (text, period) => {
    expect(figuresOf(text)[0]?.period).toBe(period)
  })
})

describe('a period that is another one', () => {
  it('is that of a document', () => {
    expect(told('Under the agreement dated March 8, 1999, Tamsel took over debts of $65 million.')).toEqual([['$65 million', null]])
  })
  it('is that in which something is to be done', () => {
    expect(told('Tamsel took a charge of $15.1 million for mills to be closed and work to be completed in 2013.')).toEqual([
      ['$15.1 million', null]
    ])
  })
  it('is that of a cause', () => {
    expect(told('Cash rose to $1.8 million due to the sale that closed on March 13, 2012.')[0]?.[1]).toBeNull()
  })
  it('is that of what is compared, for a change', () => {
    expect(told('Expenses for the fourth quarter of 2012 were $1.9 million, compared with $2.4 million in 2011, a decrease of 22%.'))
      .toEqual([
        ['$1.9 million', 'fourth quarter of 2012'],
        ['$2.4 million', 'in 2011'],
        ['22%', 'fourth quarter of 2012']
      ])
  })
  it('is not crossed by "more than"', () => {
    expect(told('As of December 31, 2012, Tamsel had more than 36,000 lamps, 8,600 wicks and 1,900 stores.').map(([, period]) => period))
      .toEqual(['As of December 31, 2012', 'As of December 31, 2012', 'As of December 31, 2012'])
  })
})

describe('what a number measures', () => {
  it('goes with a list whose periods stand between', () => {
    expect(named('Capital spending for lamps was $6,510 in 2012, $6,503 in 2011 and $6,618 in 2010.').map(([, measure]) => measure))
      .toEqual(
        ['Capital spending', 'Capital spending', 'Capital spending'].map((words) => expect.stringContaining(words) as string)
      )
  })
  it('stands behind a change told twice', () => {
    expect(named('It is due to an $87 million or 28 percent increase in lamp downloads.')[0]).toEqual(['$87 million', 'lamp downloads'])
  })
  it('is the amount of a loan', () => {
    expect(named('Tamsel issued $600 million aggregate principal amount of the 2021 notes.')[0]).toEqual(['$600 million',
      'aggregate principal amount'])
  })
  it('is that of the sum for its parts', () => {
    expect(named('Tamsel employed 306,000 people, including 245,000 at mills.').map(([, measure]) => measure)).toEqual(['people', 'people'])
  })
  it('stands behind an amount with an article', () => {
    expect(named('It was offset by environmental costs and a $60 million provision for a fund.').at(-1)?.[1]).toContain('provision')
  })
  it('is not what a share is of', () => {
    expect(named('The reserve was $25.6 million, or 2.06% of net loans at June 30, 2012, and $17.0 million at June 30, 2011.').at(-1)?.[1])
      .not.toBe('net loans')
  })
  it('is a change where it moved by the number', () => {
    expect(figuresOf('Service revenue increased $55 million, or 12 percent, from last year.').map(({ isChange }) => isChange)).toEqual([
      true,
      true
    ])
    expect(figuresOf('Service revenue increased to $55 million.')[0]?.isChange).toBeUndefined()
  })
})

describe('amounts of one share told one after the other', () => {
  it('are both', () => {
    expect(figuresOf('Diluted earnings per share was $2.71 on a GAAP basis and $3.80 on a non-GAAP basis.').map(({ unit }) => unit))
      .toEqual([
        'USD/share',
        'USD/share'
      ])
  })
})

describe('a change set against another period', () => {
  const periodOf = (text: string, words: string): string | null => figuresOf(text).find((figure) => figure.text === words)?.period ?? null
  it('is told of the period that is reported', () => {
    expect(
      periodOf(
        'Sales for the fourth quarter were $11 million, up slightly from $10 million in the previous quarter and down 11% from $12 million in the comparable period last year.',
        '11%'
      )
    ).toBe('fourth quarter')
    expect(
      periodOf(
        'Revenues in the first six months of 1999 were $707 million and were $670 million for the same period in 1998, an increase of $37 million.',
        '$37 million'
      )
    ).toBe('first six months of 1999')
    expect(
      figuresOf(
        'Research costs for the year ended July 31, 2025, when compared to the year ended July 31, 2024, decreased by $2,419,000 or 40%.'
      ).map(({ text, period, isChange }) => [text, period, isChange])
    ).toEqual([
      ['$2,419,000', 'year ended July 31, 2025', true],
      ['40%', 'year ended July 31, 2025', true]
    ])
  })
  it('stands behind brackets too', () => {
    expect(
      periodOf(
        'Net income for the quarter was $7 million, compared to $5 million, or $0.38 per diluted share (based on 14.3 million shares), in the same prior year period.',
        '$5 million'
      )
    ).toBe('prior year period')
  })
  it('leaves the figure of the other period its own', () => {
    expect(periodOf('Sales in 2003 were $9 million compared to $7 million in 2002, an increase of $2 million.', '$7 million')).toBe(
      'in 2002'
    )
  })
  it('is not made by what was received from someone', () => {
    expect(
      told('In July 2025, Tamsel received $350,000 in fees from three partners: $150,000 from Aral, $100,000 from Onco.').map((
        [, period]
      ) => period)
    )
      .toEqual(['In July 2025', 'In July 2025', 'In July 2025'])
  })
  it('says nothing of how long something lasts', () => {
    expect(told('She led Tamsel for 10 years and was elected a director in November 2000.')).toEqual([['10 years', null]])
    expect(told('At December 31, 2014, the lease had 5 years left.')[0]?.[1]).toMatch(/December 31, 2014/)
  })
})

describe('what stands right at a number', () => {
  it.each([
    ['Tamsel had a working capital deficiency of $2,807,000, a deficiency of equity of $15,586,000 and a deficit of $215,876,000.',
      '$2,807,000', 'working capital deficiency'],
    ['Tamsel issued shares for cash proceeds of $113,000.', '$113,000', 'cash proceeds'],
    ['The loss held interest income in the amount of $387,000.', '$387,000', 'interest income'],
    ['The notes are due on demand and bear interest at 6.0% per annum.', '6.0%', 'interest rate'],
    ['Tamsel registered common stock, $0.001 par value.', '$0.001', 'par value'],
    ['Tamsel received a bridge loan ("Bridge Loan") of $75,000.', '$75,000', 'bridge loan'],
    ['The agreement provides for accelerated vesting of 106,656 restricted units.', '106,656', 'restricted units'],
    ['The database holds a total of 3,164 sampled intervals.', '3,164', 'sampled intervals'],
    ['This is more than the previous $35 million facility.', '$35 million', 'facility'],
    ['Tamsel serves customers through 3,300 financial centers.', '3,300', 'financial centers']
  ])('says what it is before a measure ahead of it does: %s', (text, words, measure) => {
    expect(figuresOf(text).find((figure) => figure.text === words)?.measure).toBe(measure)
  })
  it('holds for what it is set against, however much stands between', () => {
    const text =
      'Net income for the three months ended June 30, 2005, rose 52% to a record $8,536,000, or $0.59 per diluted share (based on 14.4 million shares), compared to $5,607,000, or $0.39 per diluted share, in the same prior year period.'
    for (const words of ['$5,607,000', '$0.39'])
      expect(figuresOf(text).find((figure) => figure.text === words)?.measure, words).toMatch(/net income/i)
  })
  it('is no loss where words in front of the bracket say the same', () => {
    expect(figuresOf('The annual benefit is one hundred thirty-seven thousand Dollars ($137,000).').at(-1)?.value).toBe(137_000)
  })
  it('leaves a measure that it ends with', () => {
    expect(named('Tamsel reported record net revenues of $4 million.')).toEqual([['$4 million', 'net revenues']])
    expect(named('Net income rose by $3 million to $9 million.')[1]).toEqual(['$9 million', 'Net income'])
  })
})
