import { describe, expect, it } from 'vitest'
import type { Block, BlockKind, DocumentEntry, FilingDocument, Submission } from '#contract/filing'
import { describeFiling } from './describe-filing'

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

describe('a filing is described', () => {
  it('by its header where it has one', () => {
    expect(describeFiling('a.txt', submission, [entry('10-K')], documentOf([['title', 'UNITED STATES']]))).toEqual({
      title: 'Annual report to 31 December 2005',
      company: 'HARROW RIDGE INC',
      form: '10-K',
      exhibit: null,
      accession: '0000000001-06-000002',
      cik: '1',
      filedAt: '2006-03-01'
    })
  })
  it('by the items of a current report', () => {
    const items = ['Results of Operations and Financial Condition', 'Financial Statements and Exhibits']
    expect(describeFiling('a.txt', { ...submission, form: '8-K', items }, [entry('8-K')], null).title).toBe(
      'Current report: Results of Operations and Financial Condition and 1 more'
    )
  })
  it('by its facts where it is inline XBRL', () => {
    const facts = [fact('dei:EntityRegistrantName', 'Harrow Ridge, Inc.'), fact('dei:DocumentType', '10-Q/A'),
      fact('dei:EntityCentralIndexKey', '0000000001')]
    expect(describeFiling('a.htm', null, [entry(null)], documentOf([['title', 'UNITED STATES']], { facts }))).toMatchObject({
      title: 'Quarterly report, amended',
      company: 'Harrow Ridge, Inc.',
      form: '10-Q/A',
      cik: '0000000001'
    })
  })
  it('by the words of a release', () => {
    const release = documentOf([
      ['exhibit-tag', 'EXHIBIT 99.2'],
      ['release-line', 'FOR IMMEDIATE RELEASE'],
      ['title', 'HARROW RIDGE REPORTS RESULTS'],
      ['dateline', 'ALBANY, N.Y.--March 3, 2007--Harrow Ridge Therapeutics, Inc. (Nasdaq: HRTX) today announced results.']
    ])
    expect(describeFiling('x_0000000001-07-000003.txt', null, [entry(null)], release)).toMatchObject({
      title: 'HARROW RIDGE REPORTS RESULTS',
      company: 'Harrow Ridge Therapeutics, Inc.',
      form: null,
      exhibit: 'EX-99.2',
      accession: '0000000001-07-000003'
    })
  })
  it('by the heading about its company, and not by one about anything else', () => {
    expect(
      describeFiling('a.txt', null, [entry(null)],
        documentOf([['title', 'News'], ['heading', 'About HR-1801'], ['heading', 'About Harrow Ridge'], ['heading', 'About the Company']]))
        .company
    ).toBe('Harrow Ridge')
  })
  it('by the form on its cover page', () => {
    expect(
      describeFiling('a.htm', null, [entry(null)],
        documentOf([['title', 'UNITED STATES'], ['heading', 'FORM 8-K'], ['heading', 'CURRENT REPORT']]))
    ).toMatchObject({ title: 'Current report', form: '8-K' })
  })
  it('by the period and the registrant on its cover page', () => {
    const cover = documentOf([['title', 'FORM 10-K'], ['paragraph', 'For the fiscal year ended December 31, 2005'], ['heading',
      'Harrow Ridge, Inc.'], ['paragraph', '(Exact name of registrant as specified in its charter)']])
    expect(describeFiling('a.htm', null, [entry(null)], cover)).toMatchObject({ title: 'Annual report to 31 December 2005',
      company: 'Harrow Ridge, Inc.', form: '10-K' })
  })
  it('by the headline of an exhibit that came alone', () => {
    const release = documentOf([['title', 'HARROW RIDGE OPENS A CLINIC'], ['paragraph', 'The clinic is in Albany.']])
    expect(describeFiling('a.txt', { ...submission, form: '8-K' }, [entry('EX-99.1')], release)).toMatchObject({
      title: 'HARROW RIDGE OPENS A CLINIC',
      form: '8-K'
    })
    expect(describeFiling('a.txt', { ...submission, form: '8-K' }, [entry('8-K')], release).title).toBe('Current report')
  })
  it('by its name where it says nothing', () => {
    expect(describeFiling('a.htm', null, [], null)).toMatchObject({ title: 'a.htm', company: null })
  })
  it('with a title cut at a word', () => {
    const { title } = describeFiling('a.txt', null, [entry(null)], documentOf([['title', 'word '.repeat(80)]]))
    expect([title.length <= 161, title.endsWith('word…')]).toEqual([true, true])
  })
})
