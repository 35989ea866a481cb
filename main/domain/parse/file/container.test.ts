import { describe, expect, it } from 'vitest'
import { MAILED_SUBMISSION, TAB_SUBMISSION, TAGGED_SUBMISSION } from '../../fixtures/submissions'
import { readContainer } from './container'
import { parseDocument } from './parse-document'
import { sniffFormat } from './sniff-format'

const bytesOf = (raw: string): Uint8Array => Uint8Array.from(raw.slice(0, 70_000), (sign) => sign.charCodeAt(0) & 0xff)
const open = (raw: string): ReturnType<typeof readContainer> => readContainer(raw, sniffFormat(bytesOf(raw), raw))
const bodyOf = (raw: string, at: number): string => {
  const entry = open(raw).documents[at]
  return entry ? raw.slice(entry.range.start, entry.range.end).trim() : ''
}

describe('the container of a submission', () => {
  it.each([['tab dialect', TAB_SUBMISSION], ['tagged dialect', TAGGED_SUBMISSION], ['mailed, older roots', MAILED_SUBMISSION], [
    'bare carriage returns',
    TAGGED_SUBMISSION.replaceAll('\n', '\r')
  ]])(
    'trap 1: unclosed tags are read to the end of their line (%s)',
    (_, raw) => {
      const { submission, documents } = open(raw)
      expect(submission).toMatchObject({ accession: '0000900001-05-000012', form: '8-K', filedAt: '2005-03-04', periodEnd: '2005-03-03',
        declaredDocuments: 2 })
      expect(submission?.filers).toEqual([{ name: 'NORTHMERE LABORATORIES', cik: '0000900001', sic: '2834', tickers: [] }])
      expect(submission?.items).toHaveLength(2)
      expect(documents.map((entry) => [entry.sequence, entry.type, entry.format])).toEqual([[1, '8-K', 'text'], [2, 'EX-99.2', 'text']])
      expect(bodyOf(raw, 1)).toBe('The release is attached as an exhibit to this report.')
    }
  )

  it('trap 2: header keys without a value open no section and lose no field behind them', () => {
    const header = open(TAB_SUBMISSION).submission?.header ?? []
    expect(header.find((field) => field.name === 'SEC ACT')).toMatchObject({ value: '' })
    expect(header.find((field) => field.name === 'FILM NUMBER')).toMatchObject({ value: '05000001', depth: 2 })
    const odd = TAGGED_SUBMISSION.replace('<FILER>', '<UNDERWRITER>Someone & Co.\n<FILER>')
    expect(open(odd).submission?.filers).toHaveLength(1)
  })

  it('a name far longer than a name can be is cut, and stands whole in the source', () => {
    const long = 'NORTHMERE LABORATORIES AND '.repeat(4_000).trim()
    const [filer] = open(TAB_SUBMISSION.replace('NORTHMERE LABORATORIES', long)).submission?.filers ?? []
    expect(filer?.name).toMatch(/^NORTHMERE LABORATORIES AND NORTHMERE .*…$/)
    expect(filer?.name.length).toBeLessThanOrEqual(301)
    expect(filer?.cik).toBe('0000900001')
    const fair = 'N'.repeat(300)
    expect(open(TAB_SUBMISSION.replace('NORTHMERE LABORATORIES', fair)).submission?.filers[0]?.name).toBe(fair)
  })

  it('trap 3: a privacy-enhanced message is a wrapper, and its escaped dashes are still a rule', () => {
    const { warnings, documents } = open(MAILED_SUBMISSION)
    expect(warnings.map((warning) => warning.code)).toEqual(['pem-wrapper'])
    const first = documents[0]
    const kinds = first ? parseDocument(MAILED_SUBMISSION, first).blocks.map((block) => block.kind) : []
    expect(kinds).toContain('rule')
  })

  it('trap 4: documents without a name, of one type or with one number each keep their own number', () => {
    const raw = TAB_SUBMISSION.replace('<SEQUENCE>2', '<SEQUENCE>1').replace('<FILENAME>main.txt\n', '')
    const { documents } = open(raw)
    expect(documents.map((entry) => entry.sequence)).toEqual([1, 3])
    expect(documents[0]?.filename).toBeNull()
    expect(open(TAB_SUBMISSION.replace('<SEQUENCE>2', '<SEQUENCE>-7')).documents.map((entry) => entry.sequence)).toEqual([1, 2])
  })

  it('trap 5: a document without an end shows what is there and says the file is cut', () => {
    const raw = TAB_SUBMISSION.slice(0, TAB_SUBMISSION.indexOf('attached as'))
    const { documents, warnings } = open(raw)
    expect(warnings.map((warning) => warning.code)).toContain('truncated')
    expect(raw.slice(documents[1]?.range.start, documents[1]?.range.end).trim()).toBe('The release is')
    const headerOnly = open(TAB_SUBMISSION.slice(0, TAB_SUBMISSION.indexOf('<DOCUMENT>')))
    expect(headerOnly.warnings.map((warning) => warning.code)).toContain('truncated')
    expect(headerOnly.submission?.form).toBe('8-K')
  })

  it('trap 7: a page of the archive about filings is called what it is, and a filing that speaks of one is not', () => {
    const page = (title: string): string =>
      `\n<!DOCTYPE HTML>\n<html><head>\n<title>${title}</title></head><body><p>Home | Latest Filings</p></body></html>`
    const codes = (raw: string): readonly string[] => open(raw).warnings.map((warning) => warning.code)
    for (const title of ['EDGAR Filing Documents for 0000900001-23-002051', 'Index of /Archives/edgar/data/900001/000090000123002051',
      'Directory Listing for /Archives/edgar/data/900001/', 'EDGAR Search Results', 'EDGAR Entity Landing Page'])
      expect(codes(page(title)), title).toEqual(['archive-page'])
    expect(open(page('EDGAR Filing Documents for 0000900001-23-002051')).warnings[0]?.message).toContain('0000900001-23-002051')
    expect(codes(page('Northmere Laboratories 10-K'))).toEqual([])
    expect(codes(page('Index of exhibits'))).toEqual([])
    expect(codes('<html><body><p>EDGAR Filing Documents for 0000900001-23-002051</p></body></html>')).toEqual([])
  })

  it('trap 6: a server page saved as a filing is called what it is', () => {
    const page =
      '<html><head><title>Notice</title></head><body><h1>Your Request Originates from an Undeclared Automated Tool</h1><p>Please declare it.</p></body></html>'
    expect(open(page).warnings.map((warning) => warning.code)).toContain('server-error-page')
    expect(open('<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code><Message>No.</Message></Error>').warnings[0]?.code).toBe(
      'server-error-page'
    )
  })

  it('trap 7: a uuencoded body is an attachment and never text', () => {
    const raw = TAB_SUBMISSION.replace('The release is attached as an exhibit to this report.',
      'begin 644 CHART.PDF\nM)5!$1BTQ+C0*)=/K\n`\nend')
    const entry = open(raw).documents[1]
    expect(entry?.format).toBe('binary')
    const parsed = entry ? parseDocument(raw, entry) : null
    expect(parsed?.blocks.map((block) => [block.kind, block.text, block.attrs?.['name']])).toEqual([['attachment', '', 'CHART.PDF']])
    expect(parsed?.warnings[0]?.code).toBe('attachment')
  })

  it('trap 8: ten thousand opened documents are listed', () => {
    const raw = `${TAB_SUBMISSION.slice(0, TAB_SUBMISSION.indexOf('<DOCUMENT>'))}${'<DOCUMENT>\n<TYPE>EX-1\n<TEXT>\nx\n'.repeat(10_000)}`
    expect(open(raw).documents).toHaveLength(10_000)
  })

  it('a document inside another is listed once, and both keep their text', () => {
    const raw = TAB_SUBMISSION.replace('The registrant',
      '<DOCUMENT>\n<TYPE>EX-0\n<TEXT>\nInner words.\n</TEXT>\n</DOCUMENT>\nThe registrant')
    expect(open(raw).documents.map((entry) => entry.type)).toEqual(['8-K', 'EX-0', 'EX-99.2'])
    expect(open(raw).warnings.map((warning) => warning.code)).toContain('text-not-shown')
  })

  it('says when the header declares another number of documents, one missing one aside', () => {
    expect(open(TAB_SUBMISSION.replace('COUNT:\t\t2', 'COUNT:\t\t3')).warnings).toEqual([])
    expect(open(TAB_SUBMISSION.replace('COUNT:\t\t2', 'COUNT:\t\t9')).warnings.map((warning) => warning.code)).toEqual(['document-count'])
    const odd = open(TAB_SUBMISSION.replace('COUNT:\t\t2', 'COUNT:\t\t-1e309'))
    expect([odd.submission?.declaredDocuments, odd.warnings[0]?.code]).toEqual([null, 'document-count'])
  })

  it('everything outside the documents is wrapper', () => {
    const { documents, wrapperRanges } = open(TAB_SUBMISSION)
    const all = [...documents.map((entry) => entry.range), ...wrapperRanges].sort((a, b) => a.start - b.start)
    expect(all.map((range) => TAB_SUBMISSION.slice(range.start, range.end)).join('')).toBe(TAB_SUBMISSION)
  })
})

describe('the format of a file, by content', () => {
  it.each([
    ['submission', TAB_SUBMISSION],
    ['submission', MAILED_SUBMISSION],
    ['text', 'A plain release.\n\nOf two paragraphs.'],
    ['html', '<html>\n<body><p>One</p></body></html>'],
    ['html', '<!-- made by a tool -->\n<!DOCTYPE html><title>x</title>'],
    ['text', '<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nOne document alone.\n</TEXT>\n</DOCUMENT>'],
    ['html', '<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n<HTML><BODY>One</BODY></HTML>\n</TEXT>\n</DOCUMENT>'],
    ['text', `<TABLE>\n<CAPTION>\n<S> <C>\n${'Row    1\n'.repeat(50)}</TABLE>`],
    ['text', `<html><body><div>\n${'        A line of plain text set by a typewriter, with columns kept\n'.repeat(80)}</div></body></html>`]
  ])('%s', (format, raw) => {
    expect(sniffFormat(bytesOf(raw), raw)).toBe(format)
  })

  it('knows what is no text by its first bytes', () => {
    expect(sniffFormat(bytesOf('%PDF-1.7\n%\xe2\xe3'), null)).toBe('pdf')
    expect(sniffFormat(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), null)).toBe('image')
    expect(sniffFormat(bytesOf('PK\x03\x04 and so on'), null)).toBe('binary')
    expect(sniffFormat(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 31), null)).toBe('binary')
  })
})
