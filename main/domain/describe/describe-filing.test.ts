import { describe, expect, it } from 'vitest'
import type { Block, BlockKind, DocumentEntry, FilingDocument, Submission } from '#contract/filing'
import { describeFiling, type FilingDescription } from './describe-filing'

const documentOf = (lines: readonly (readonly [BlockKind, string])[], more: Partial<FilingDocument> = {}): FilingDocument => ({
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'text',
  range: { start: 0, end: 1 },
  hidden: [],
  blocks: lines.map(([kind, text], at): Block => ({ id: `d1b${String(at)}`, kind, ranges: [], text, map: [], why: '' })),
  sections: [],
  sentences: [],
  facts: [],
  findings: [],
  forwardLooking: [],
  safeHarbor: null,
  figures: [],
  ...more
})
const fact = (concept: string, value: string): FilingDocument['facts'][number] => ({ id: concept, concept, context: 'c', entity: null,
  period: null, dimensions: [], unit: null, decimals: null, value, hidden: true, range: { start: 0, end: 0 } })
const entry = (type: string | null): DocumentEntry => ({ sequence: 1, type, filename: null, description: null, format: 'text',
  range: { start: 0, end: 1 } })
const submission: Submission = {
  accession: '0000000001-06-000002',
  form: '10-K',
  filedAt: '2006-03-01',
  periodEnd: '2005-12-31',
  filers: [{ name: 'HARROW RIDGE INC', cik: '1', sic: null, tickers: [] }],
  items: [],
  declaredDocuments: 1,
  header: [],
  headerRange: { start: 0, end: 0 }
}

const day = (iso: string, from: string): unknown => ({ day: iso, from })
const describeRelease = (...lines: readonly (readonly [BlockKind, string])[]): FilingDescription =>
  describeFiling('a.txt', null, [entry(null)], [documentOf(lines)])

describe('a filing is described', () => {
  it('by its header where it has one', () => {
    expect(describeFiling('a.txt', submission, [entry('10-K')], [documentOf([['title', 'UNITED STATES']])])).toEqual({
      title: 'Annual report to 31 December 2005',
      company: 'HARROW RIDGE INC',
      form: '10-K',
      exhibit: null,
      accession: '0000000001-06-000002',
      cik: '1',
      filedAt: '2006-03-01',
      days: { filed: day('2006-03-01', 'header'), reported: null, period: day('2005-12-31', 'header') }
    })
  })
  it('by its facts where it is inline XBRL', () => {
    const facts = [fact('dei:EntityRegistrantName', 'Harrow Ridge, Inc.'), fact('dei:DocumentType', '10-Q/A'),
      fact('dei:EntityCentralIndexKey', '0000000001'), fact('dei:DocumentPeriodEndDate', '2021-09-30')]
    expect(describeFiling('a.htm', null, [entry(null)], [documentOf([['title', 'UNITED STATES']], { facts })])).toMatchObject({
      title: 'Quarterly report, amended to 30 September 2021',
      company: 'Harrow Ridge, Inc.',
      form: '10-Q/A',
      cik: '0000000001',
      days: { period: day('2021-09-30', 'facts') }
    })
  })
  it('by the words of a release', () => {
    const release = documentOf([
      ['exhibit-tag', 'EXHIBIT 99.2'],
      ['release-line', 'FOR IMMEDIATE RELEASE'],
      ['title', 'HARROW RIDGE REPORTS RESULTS'],
      ['dateline', 'ALBANY, N.Y.--March 3, 2007--Harrow Ridge Therapeutics, Inc. (Nasdaq: HRTX) today announced results.']
    ])
    expect(describeFiling('x_0000000001-07-000003.txt', null, [entry(null)], [release])).toMatchObject({
      title: 'HARROW RIDGE REPORTS RESULTS',
      company: 'Harrow Ridge Therapeutics, Inc.',
      form: null,
      exhibit: 'EX-99.2',
      accession: '0000000001-07-000003',
      filedAt: null,
      days: { filed: null, reported: day('2007-03-03', 'dateline') }
    })
  })
  it('by its name where it says nothing', () => {
    expect(describeFiling('a.htm', null, [], [])).toMatchObject({ title: 'a.htm', company: null,
      days: { filed: null, reported: null, period: null } })
  })
  it('with a title cut at a word', () => {
    const { title } = describeRelease(['title', 'word '.repeat(80)])
    expect([title.length <= 161, title.endsWith('word…')]).toEqual([true, true])
  })
})

describe('a form without a headline is titled', () => {
  const notice: readonly (readonly [BlockKind, string])[] = [['title', '3. Investment Company Act File Number: 811-9999'], ['heading',
    'Securities Act File Number: 33-99999'], ['heading', '4. Last day of fiscal year for which this notice is filed: 10/31/95']]
  it.each([['24F-2NT', 'Annual notice of securities sold'], ['24F-2EL', 'Annual notice of securities sold'], ['24F-2NT/A',
    'Annual notice of securities sold, amended'], ['N-30D', 'Report to a fund’s shareholders'], ['NSAR-B', 'Annual report of a fund'], [
    '497',
    'Prospectus of a fund'
  ], ['ZZ-9', 'Form ZZ-9']])('%s: %s', (form, title) => {
    const header = { ...submission, form, periodEnd: null }
    expect(describeFiling('a.txt', header, [entry(form)], [documentOf(notice)]).title).toBe(title)
  })
})

describe('a company is named', () => {
  it.each(
    [
      ['the line above the label of the cover', [['heading', 'Harrow Ridge, Inc.'], ['rule', '-----'], ['paragraph',
        '(Exact name of registrant as specified in its charter)']], 'Harrow Ridge, Inc.'],
      ['what stands before the label in its block', [['paragraph',
        'HARROW & RIDGE COMPANY (Exact name of registrant as specified in its charter)']], 'HARROW & RIDGE COMPANY'],
      ['the heading about it, not one about anything else', [['title', 'News'], ['heading', 'About HR-1801'], ['heading',
        'About Harrow Ridge'], ['heading', 'About the Company']], 'Harrow Ridge'],
      ['what stands before a ticker of any exchange', [['dateline',
        'VANCOUVER, June 4, 2024 - Harrow Ridge Mining Corp. (TSX-V: HRM) reports.']], 'Harrow Ridge Mining Corp.'],
      ['its form of incorporation', [['title', 'News'], ['paragraph', 'Harrow Ridge PLC, which runs banks, today announced results.']],
        'Harrow Ridge PLC'],
      ['the source of the wire', [['title', 'News'], ['paragraph', 'SOURCE Harrow Ridge Corporation -0- 05/09/2005']],
        'Harrow Ridge Corporation']
    ] as const
  )('by %s', (_how, lines, name) => {
    expect(describeRelease(...lines).company).toBe(name)
  })
  it('as the issuer where an owner files', () => {
    const field = (name: string, value = ''): Submission['header'][number] => ({ name, value, depth: 0, range: { start: 0, end: 0 } })
    const owned: Submission = { ...submission, form: '4',
      filers: [{ name: 'Penrose Ivo', cik: '7', sic: null, tickers: [] }, { name: 'HARROW RIDGE INC', cik: '1', sic: null, tickers: [] }],
      header: [field('REPORTING-OWNER'), field('COMPANY CONFORMED NAME', 'Penrose Ivo'), field('ISSUER'),
        field('COMPANY CONFORMED NAME', 'HARROW RIDGE INC')] }
    expect(describeFiling('a.txt', owned, [entry('4')], [])).toMatchObject({ company: 'HARROW RIDGE INC', cik: '1',
      title: 'Statement of changes in beneficial ownership' })
  })
})

describe('a current report is titled', () => {
  const current = { ...submission, form: '8-K', periodEnd: '2005-12-30' }
  const titleOf = (items: readonly string[], read: readonly FilingDocument[] = []): string =>
    describeFiling('a.txt', { ...current, items }, [entry('8-K')], read).title
  it.each([
    [['Results of Operations and Financial Condition', 'Financial Statements and Exhibits'],
      'Results of Operations and Financial Condition, 30 December 2005'],
    [['5'], 'Other Events, 30 December 2005'],
    [['1.01', '2.03', '3.02', '9.01'],
      'Entry into a Material Definitive Agreement; Creation of a Direct Financial Obligation and 1 more, 30 December 2005'],
    [['Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers'],
      'Departure or Election of Directors or Officers, 30 December 2005'],
    [['Financial statements and exhibits'], 'Financial statements and exhibits, 30 December 2005'],
    [[], 'Current report, 30 December 2005']
  ])('by its items %j and its day', (items, title) => {
    expect(titleOf(items)).toBe(title)
  })
  it('by the items its text is headed by where the header names none', () => {
    const section = { id: 'c1', kind: 'event', title: '', level: 2, part: null, item: '12', range: { start: 0, end: 1 } }
    expect(titleOf(['Financial statements and exhibits'], [documentOf([], { sections: [section] })])).toBe(
      'Results of Operations and Financial Condition, 30 December 2005'
    )
  })
  it('by the headline of its release once that is read, whatever stands above it', () => {
    const report = documentOf([['title', 'UNITED STATES']], { type: '8-K' })
    const release = documentOf([['exhibit-tag', 'EXHIBIT 99.1'], ['heading', '[LOGO]'], ['heading', 'Harrow Ridge, Inc.'], ['heading',
      '12 Mill Lane, Suite 4'], ['heading', 'Albany, New York 12207'], ['heading', 'PRESS RELEASE'], ['heading', 'EXHIBIT 99'], ['heading',
      'March 3, 2007'], ['heading', 'Harrow Ridge opens a clinic'], ['heading', 'About Harrow Ridge']], { type: 'EX-99.1' })
    expect(titleOf(['8.01'], [report, release])).toBe('Harrow Ridge opens a clinic')
  })
  it.each([
    [['2.02', '4.02', '9.01'], 'Non-Reliance on Previously Issued Financial Statements – Harrow Ridge reports a good year'],
    [['4.01', '8.01'], 'Changes in Registrant’s Certifying Accountant – Harrow Ridge reports a good year'],
    [['Bankruptcy or receivership', 'Other events'], 'Bankruptcy or Receivership – Harrow Ridge reports a good year'],
    [['2.04', '7.01'], 'Triggering Events That Accelerate a Direct Financial Obligation – Harrow Ridge reports a good year'],
    [['3.01'], 'Notice of Delisting or Failure to Satisfy a Listing Rule – Harrow Ridge reports a good year'],
    [['4.01', '4.02'],
      'Non-Reliance on Previously Issued Financial Statements; Changes in Registrant’s Certifying Accountant – Harrow Ridge reports a good year'],
    [['2.02', '9.01'], 'Harrow Ridge reports a good year']
  ])('by its grave items %j before the headline of its release', (items, title) => {
    const release = documentOf([['title', 'Harrow Ridge reports a good year']], { type: 'EX-99.1' })
    expect(titleOf(items, [documentOf([], { type: '8-K' }), release])).toBe(title)
  })
  it('by a grave item that only its text names, and before the others where no release is read', () => {
    const section = (item: string): FilingDocument['sections'][number] => ({ id: item, kind: 'event', title: '', level: 2, part: null, item,
      range: { start: 0, end: 1 } })
    const report = documentOf([], { type: '8-K', sections: [section('2.02'), section('4.02')] })
    expect(titleOf(['2.02'], [report, documentOf([['title', 'Harrow Ridge reports a good year']], { type: 'EX-99.1' })])).toMatch(
      /^Non-Reliance on Previously Issued Financial Statements – Harrow/u
    )
    expect(titleOf(['2.02', '8.01', '4.02'])).toMatch(/^Non-Reliance on Previously Issued Financial Statements; Results of Operations/u)
  })
  it('by a grave item once, however long the header spells what the text numbers', () => {
    const section = { id: 'c1', kind: 'event', title: '', level: 2, part: null, item: '4.02', range: { start: 0, end: 1 } }
    const spelled = ['Results of Operations and Financial Condition',
      'Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review']
    const report = documentOf([], { type: '8-K', sections: [section] })
    expect(titleOf(spelled, [report, documentOf([['title', 'Harrow Ridge reports a good year']], { type: 'EX-99.1' })])).toBe(
      'Non-Reliance on Previously Issued Financial Statements – Harrow Ridge reports a good year'
    )
    expect(titleOf(spelled, [report])).toBe(
      'Non-Reliance on Previously Issued Financial Statements; Results of Operations and Financial Condition, 30 December 2005'
    )
  })
  it('of a foreign issuer by the headline of the release behind its signature', () => {
    const report = documentOf([['heading', 'FORM 6-K'], ['heading', 'REPORT OF FOREIGN ISSUER'], ['signature', '/s/ Ann Reed'], ['heading',
      'Press information'], ['heading', 'Harrow Ridge opens a clinic']], { type: '6-K' })
    expect(describeFiling('a.html', null, [entry('6-K')], [report]).title).toBe('Harrow Ridge opens a clinic')
  })
  it('by the headline of an exhibit that came alone', () => {
    const release = documentOf([['title', 'HARROW RIDGE OPENS A CLINIC'], ['paragraph', 'The clinic is in Albany.']], { type: 'EX-99.1' })
    expect(describeFiling('a.txt', current, [entry('EX-99.1')], [release])).toMatchObject({ title: 'HARROW RIDGE OPENS A CLINIC',
      form: '8-K' })
  })
})

describe('days are said', () => {
  const daysOf = (...lines: readonly (readonly [BlockKind, string])[]): FilingDescription['days'] => describeRelease(...lines).days
  it('by cover and signature of a report without a header', () => {
    expect(
      daysOf(['heading', 'FORM 8-K'], ['paragraph', 'November 1, 2005 (October 26, 2005)'], ['paragraph',
        'Date of Report (Date of earliest event reported): November 1, 2005 (October 26, 2005)'], ['heading', 'SIGNATURES'], ['paragraph',
        'Pursuant to the requirements of the Act …'], ['table', 'Date: November 2, 2005 By: /s/ Ivo Penrose'])
    ).toEqual({
      filed: day('2005-11-02', 'signature'),
      reported: day('2005-10-26', 'cover'),
      period: null
    })
  })
  it.each([
    [['paragraph', 'June 11, 1999'], ['rule', '-----'], ['paragraph', '(Date of earliest event reported)']],
    [['paragraph', 'DATE OF REPORT (DATE OF EARLIEST EVENT REPORTED)'], ['paragraph', 'June 11, 1999']]
  ] as const)('by the line beside the label of the cover', (...lines) => {
    expect(daysOf(['heading', 'FORM 8-K'], ...lines).reported).toEqual(day('1999-06-11', 'cover'))
  })
  it('by the period and the signature of an annual report', () => {
    expect(
      daysOf(['title', 'FORM 10-K'], ['paragraph', 'For the fiscal year ended December 31, 2005'], ['heading', 'SIGNATURE'], ['paragraph',
        'Signed at Albany on this 14th day of March, 2006.'])
    ).toEqual({ filed: day('2006-03-14', 'signature'), reported: null, period: day('2005-12-31', 'cover') })
  })
  it('by what the head of a registration statement says, and not by an exhibit that was filed once', () => {
    expect(daysOf(['paragraph', 'As filed with the Securities and Exchange Commission on May 25, 1995'], ['heading', 'FORM S-3']).filed)
      .toEqual(day('1995-05-25', 'cover'))
    expect(daysOf(['heading', 'FORM 10-Q'], ['list-item', 'Charter, as filed with the Commission on May 25, 1995']).filed).toBeNull()
  })
  it('by a dateline without a year: the wire has it', () => {
    expect(
      daysOf(['title', 'Harrow Ridge elects a director'], ['dateline', 'ALBANY, N.Y., May 9 /PRNewswire/ -- Harrow Ridge today elected.'], [
        'paragraph',
        'SOURCE Harrow Ridge -0- 05/09/2005'
      ]).reported
    ).toEqual(day('2005-05-09', 'dateline'))
  })
  it('by the line that releases', () => {
    expect(daysOf(['release-line', 'For Immediate Release: November 22, 2024'], ['heading', 'Harrow Ridge reports']).reported).toEqual(
      day('2024-11-22', 'dateline')
    )
  })
  it('not at all where a day does not exist', () => {
    expect(daysOf(['release-line', 'For Immediate Release: November 31, 2024']).reported).toBeNull()
  })
  it('by the first paragraphs of a release for its period', () => {
    expect(
      daysOf(['title', 'Harrow Ridge reports'], ['paragraph',
        'Harrow Ridge today announced financial results for its second quarter ended June 30, 2025.']).period
    ).toEqual(day('2025-06-30', 'text'))
  })
})
