import { describe, expect, it } from 'vitest'
import { readBody, readSample } from '../../fixtures/sample-document'
import type { SampleBlock } from '../../fixtures/sample-document'

const told = (text: string): readonly string[] => readBody(text).detection.findings.map(({ type }) => type)

describe('the wording of a paper tells no outcome', () => {
  it.each([
    // contracts and plans
    'In considering the request, the Plan Administrator shall take into account all papers submitted by the claimant, and the benefit granted.',
    'Benefits under this Agreement cannot be sold, transferred, assigned or pledged.',
    'Any series of payments made following a Separation from Service shall commence no earlier than the first day of the seventh month.',
    'If the Buyer shall have received written notice, the deposit of $40,000 shall be returned.',
    '(c) those options to acquire Tamsel Common Stock shall have been amended by the Board;',
    'The Committee may amend this Plan, and awards granted under this Plan may be cancelled.',
    'In the event the Executive is terminated without Cause, the Bank shall pay the Executive $400,000.',
    'IN WITNESS WHEREOF, the Executive and the Bank have signed this Agreement.',
    // signatures
    'This report has been signed below by the following persons on behalf of the registrant and in the capacities indicated.',
    'Tamsel Corporation has duly caused this report to be signed on its behalf by the undersigned, thereunto duly authorized.',
    // audit reports
    'Those standards require that we plan and perform the audit to obtain reasonable assurance that the statements are free of material misstatement.',
    'We have audited the accompanying balance sheets of Tamsel and found net income of $4 million.',
    'Our audits included examining evidence supporting the amounts, and we received confirmations.',
    // rules
    'Rule 9c-4 also provides that capital may not be withdrawn if net capital would be less than 5% of debit balances.',
    'Section 12 of the Lamp Trade Act requires that importers hold cash of at least $2 million.',
    'The FASB issued Statement No. 999 in December 2011, which changed how earnings are recorded.',
    // calls and copies
    'A webcast discussing those results was held later that day.',
    'Tamsel hosted a conference call on March 3, 2012 and completed it.',
    'Copies of the releases are being furnished as Exhibits 99.1 and 99.2 to this report.',
    'The press release, which announced the sale completed on March 1, 2012, was filed as an exhibit hereto.',
    'Our next question comes from Orla Hobb of Larch Incorporated.',
    // exposure
    'Such mills are subject to all the hazards and risks normally encountered in paper making, including fires that destroyed others.'
  ])('%s', (text) => expect(told(text)).toEqual([]))
  it.each([
    ['The board declared a dividend of $0.10 per share, which shall be paid on May 1, 2012.', 'corporate-event'],
    ['Tamsel signed a supply agreement with Hobb Mills, under which the mill shall deliver lamps.', 'corporate-event'],
    ['Tamsel entered into a lease agreement with the Executive Committee of the port.', 'corporate-event'],
    ['Net sales rose 12% to $4 million, which is subject to the risks of winter.', 'financial-result'],
    ['Tamsel dismissed its auditors on March 1, 2012.', 'corporate-event']
  ])('and news stays news: %s', (text, type) => expect(told(text)).toContain(type))
})

describe('an exhibit that is a contract', () => {
  const clauses = ['Tamsel and Hobb Mills have agreed as follows.', 'Hobb Mills has completed the filing of its charter.',
    'The Buyer shall pay the price.', 'The Seller shall deliver the mill.', 'Neither party shall assign its rights hereunder.',
    'The price shall be paid in cash.', 'The Seller has received all consents.', 'Disputes shall be settled in Alder Bay.',
    'Notices shall be given by mail.', 'The parties shall keep this secret.']
  it('tells nothing, under whatever number it is filed', () => {
    const blocks = clauses.map((text): SampleBlock => ['paragraph', text])
    expect(readSample([['title', 'SHARE PURCHASE AGREEMENT'], ...blocks], 'EX-99.2').detection.findings).toEqual([])
  })
})

describe('a part of a name', () => {
  it('is no deed', () => {
    expect(told('Hobb Mills Incorporated of Alder Bay sells lamps to Larch Limited.')).toEqual([])
  })
})

describe('a figure of what is spent', () => {
  it.each([
    'Going forward, Tamsel will continue to invest an industry-leading 9% of sales in glazing research, compared with 10% of sales in 2010.',
    'Tamsel expects to spend 4% of revenues on kilns.',
    'Tamsel plans to spend $3 million of cash on new kilns in 2013.'
  ])('is no guidance of sales: %s', (text) => {
    const [finding] = readBody(text).detection.findings
    expect(finding?.polarity).toBe('neutral')
    expect(finding?.why).toMatch(/what is spent on (?:glazing research|kilns|new kilns)/)
  })
})

describe('the history of a report', () => {
  const report = (...texts: readonly string[]): readonly string[] =>
    readSample([['title', 'ANNUAL REPORT'], ['dateline', 'ALDER BAY, ME - (March 3, 2012)'],
      ...texts.map((text): SampleBlock => ['paragraph', text])], '10-K')
      .detection.findings.map(({ polarity }) => polarity)
  it('is no result of its period', () => {
    expect(report('In November 1999, the Company acquired all shares of Hobb Mills for approximately $6.6 billion.')).toEqual([])
    expect(report('In accordance with the plan approved by the court in December 1999, Larch AB acquired 91% of the stock of Tamsel.'))
      .toEqual([])
  })
  it('ends where the years begin that a report sets side by side', () => {
    expect(report('In November 2011, the Company acquired all shares of Hobb Mills for $6 million.')).toEqual(['neutral'])
    expect(report('Sales were $4 million in 2009, compared with $3 million in 2008.')).toEqual(['favourable'])
  })
  it('has no tone from a plan that somebody approved once', () => {
    expect(report('In December 2011, under the plan approved by the bankruptcy court, Larch AB acquired 91% of the stock of Tamsel.'))
      .toEqual(['neutral'])
  })
})
