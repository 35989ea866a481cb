import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { blockIndexOf } from '#model/block-index'
import { cite } from './citation'
import { headingWords, personalName } from '../document/filing-names'
import { printedPage } from '../document/printed-page'

const FILING: FilingSummary = {
  id: 'f1',
  fileName: 'release.txt',
  title: 'Harrow Ridge reports results',
  company: 'Harrow Ridge, Inc.',
  form: '8-K',
  exhibit: 'EX-99.2',
  accession: null,
  cik: null,
  filedAt: '2007-03-14',
  format: 'text',
  encoding: 'utf-8',
  bytes: 1,
  sha256: '0123456789abcdef',
  textSha256: '',
  importedAt: '',
  openedAt: null,
  documents: 1,
  annotations: 0,
  notes: 0,
  openQuestions: 0,
  suggestions: 0,
  decided: 0,
  trashedAt: null,
  period: null,
  folders: [],
  tags: [],
  described: false
}
const CITED = { range: { start: 10, end: 22 }, sectionPath: ['Release', 'CONSOLIDATED STATEMENTS OF OPERATIONS'], text: 'It may not.',
  page: null }
const OPEN = { filing: FILING, submission: null, documents: [], warnings: [], current: 1, position: null }

describe('a citation', () => {
  it('names company, paper, day, section and printed page for people', () => {
    expect(cite({ ...CITED, page: 'F-4' }, OPEN, 1, 'people')).toBe(
      '“It may not.”\n— Harrow Ridge, EX-99.2 to Form 8-K, 14 March 2007, Consolidated Statements of Operations, p. F-4'
    )
  })

  it('adds accession number, file, hash and place as evidence', () => {
    const open = { ...OPEN, filing: { ...FILING, accession: '0009-07-1' } }
    expect(cite(CITED, open, 1, 'evidence')).toBe(
      '“It may not.”\n— Harrow Ridge, EX-99.2 to Form 8-K, 14 March 2007, Consolidated Statements of Operations ' +
        '(0009-07-1, release.txt, SHA-256 0123456789ab…, 10–22)'
    )
  })

  it.each([
    ['short', '“It may not.”\n— Harrow Ridge, 8-K, EX-99.2, 14 Mar 2007, “Consolidated Statements of Operations”, p. F-4'],
    ['bluebook', '“It may not.”\n— Harrow Ridge, Current Report (Form 8-K), Exhibit 99.2, at F-4 (Mar. 14, 2007)'],
    ['accession', '“It may not.”\n— Harrow Ridge, EX-99.2 to Form 8-K, 14 March 2007, Consolidated Statements of Operations, p. F-4, ' +
      'Accession No. 0001234567-07-000012, https://www.sec.gov/Archives/edgar/data/12345/000123456707000012/0001234567-07-000012-index.htm']
  ] as const)('is written in the style %s', (style, written) => {
    const open = { ...OPEN, filing: { ...FILING, accession: '0001234567-07-000012', cik: '0000012345' } }
    expect(cite({ ...CITED, page: 'F-4' }, open, 1, style)).toBe(written)
  })

  it.each([
    ['10-K/A', 'Annual Report (Form 10-K/A)'],
    ['DEF 14A', 'Definitive Proxy Statement (Schedule 14A)'],
    ['SC 13D/A', 'Beneficial Ownership Report (Schedule 13D/A)'],
    ['424B5', 'Form 424B5']
  ])('calls a %s by its title in the Bluebook’s style', (form, paper) => {
    const open = { ...OPEN, filing: { ...FILING, form, exhibit: null, filedAt: '2004-09-07' } }
    expect(cite(CITED, open, 1, 'bluebook')).toBe(`“It may not.”\n— Harrow Ridge, ${paper} (Sept. 7, 2004)`)
  })

  it('invents no day, number or address that is not known', () => {
    const open = { ...OPEN,
      filing: { ...FILING, company: null, form: null, exhibit: null, filedAt: null, accession: '0009-07-1', cik: '1' } }
    expect(cite(CITED, open, 1, 'bluebook')).toBe('“It may not.”\n— Harrow Ridge reports results')
    expect(cite(CITED, open, 1, 'short')).toBe('“It may not.”\n— Harrow Ridge reports results, “Consolidated Statements of Operations”')
    expect(cite(CITED, open, 1, 'accession')).not.toContain('sec.gov')
  })

  it('writes the day as the reader writes days', () => {
    expect(cite(CITED, OPEN, 1, 'people', 'iso')).toContain('EX-99.2 to Form 8-K, 2007-03-14, Consolidated')
  })

  it('leaves out what is not known', () => {
    const bare = { ...OPEN, filing: { ...FILING, company: null, exhibit: null, form: null, filedAt: null } }
    expect(cite({ ...CITED, sectionPath: [] }, bare, 1, 'people')).toBe('“It may not.”\n— Harrow Ridge reports results')
  })

  it.each([
    ['10-K', null, 'Form 10-K'],
    [null, 'EX-99.1', 'EX-99.1'],
    ['8-K/A', 'EX-99.1', 'EX-99.1 to Form 8-K/A'],
    ['Form 4', null, 'Form 4'],
    ['EX-99.1', 'EX-99.1', 'EX-99.1']
  ])('calls a paper of form %s and exhibit %s “%s”', (form, exhibit, words) => {
    const open = { ...OPEN, filing: { ...FILING, form, exhibit, filedAt: null } }
    expect(cite({ ...CITED, sectionPath: [] }, open, 1, 'people')).toBe(`“It may not.”\n— Harrow Ridge, ${words}`)
  })

  it('names the document that is read, not the first of the submission', () => {
    const documents = [{ sequence: 1, type: '8-K' }, { sequence: 2, type: 'EX-10.1' }] as unknown as OpenFiling['documents']
    expect(cite(CITED, { ...OPEN, documents }, 2, 'people')).toContain('Harrow Ridge, EX-10.1 to Form 8-K,')
    expect(cite(CITED, { ...OPEN, documents }, 1, 'people')).toContain('Harrow Ridge, Form 8-K,')
  })
})

describe('names as a person writes them', () => {
  it.each([
    ['ELM COVE FOODS INC', 'Elm Cove Foods'],
    ['Elm Cove Foods, Inc.', 'Elm Cove Foods'],
    ['OSTERBY GLASS CO LTD /DE/', 'Osterby Glass'],
    ['QR&T HOLDINGS CORP', 'QR&T Holdings'],
    ['BANK OF THE TARN VALLEY', 'Bank of the Tarn Valley'],
    ['3B MILLS-HARBOR N.V.', '3B Mills-Harbor'],
    ['Limited', 'Limited']
  ])('%s is %s', (company, name) => expect(personalName(company)).toBe(name))

  it.each([
    ['RESULTS OF OPERATIONS:', 'Results of Operations'],
    ['Item 7A.\n  Market risk.', 'Item 7A. Market risk'],
    ['ITEM 7A. MARKET RISK', 'Item 7A. Market Risk']
  ])('%j is “%s”', (heading, words) => expect(headingWords(heading)).toBe(words))
})

describe('printedPage', () => {
  const indexOf = (...blocks: readonly (readonly [string, string])[]) =>
    blockIndexOf(
      blocks.map(([kind, text], at) =>
        ({ id: String(at), kind, text, map: [0, text.length, at * 100, text.length],
          ranges: [{ start: at * 100, end: at * 100 + Math.max(1, text.length) }], why: '' }) as Block
      )
    )

  it('is the number at the foot of the page, up to where it turns', () => {
    const index = indexOf(['paragraph', 'One'], ['page-footer', '-19-'], ['page-break', ''], ['paragraph', 'Two'], ['page-footer',
      'Page 20 of 40'], ['page-break', ''], ['paragraph', 'Three'])
    expect([0, 300, 600].map((offset) => printedPage(index, offset))).toEqual(['19', '20', null])
  })

  it('is the number at its head where there is none at its foot', () => {
    const index = indexOf(['page-break', ''], ['page-header', 'F-12'], ['page-header', 'Notes (continued)'], ['paragraph', 'One'], [
      'page-break',
      ''
    ])
    expect(printedPage(index, 300)).toBe('F-12')
  })

  it('is none where footers say something else', () => {
    const index = indexOf(['paragraph', 'One'], ['page-footer', 'See accompanying notes.'], ['page-footer', 'continued'], ['page-break',
      ''])
    expect(printedPage(index, 0)).toBeNull()
  })
})
