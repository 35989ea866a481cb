import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXml } from '../package/read-xml'
import type { WorkDocument, WorkNote } from '../work-document'
import { writeCsv } from './write-csv'
import { writeXlsx } from './write-xlsx'

const COUNTS = { filings: 1, marks: 0, notes: 0, questions: 0, decisions: 0, reviews: 0, findings: 0, statements: 0, figures: 0 }

const noteOf = (text: string, at: number): WorkNote =>
  ({ id: `n${String(at)}`, token: 'ABCDEFGH', author: 'me', target: { kind: 'filing' }, body: '', text, status: 'open',
    owner: `O'Neil, "Bo"`, dueAt: '2026-12-05', askedAt: null, answeredAt: null, question: at + 1, replies: [], revisions: [],
    createdAt: '2026-01-05T09:00:00.000Z', modifiedAt: '2026-01-05T09:00:00.000Z', rev: 1, foreign: [] }) as unknown as WorkNote

const workOf = (notes: readonly string[], value = -63): WorkDocument =>
  ({
    libraryId: 'lib',
    appVersion: '1',
    history: null,
    asOf: '2026-01-05T09:00:00.000Z',
    counts: COUNTS,
    leftOut: COUNTS,
    filter: { tags: null, statuses: null, section: null, kinds: null, decisions: null, authors: null, suggestions: 'all' },
    people: [{ id: 'me', name: 'A. Lyst', me: true }],
    tags: [],
    risks: [],
    filings: [{ id: 'f', fileName: 'a.html', title: 'T', company: 'Elm Cove', form: null, exhibit: null, accession: null, cik: null,
      filedAt: '2026-01-04', period: null, format: 'html', encoding: 'utf-8', bytes: 1, sha256: 'ab'.repeat(32),
      textSha256: 'cd'.repeat(32), importedAt: '2026-01-05T09:00:00.000Z', documents: 1,
      texts: [{ sequence: 1, type: null, filename: null, description: null, format: 'html', stream: { text: '(63)', blocks: [] },
        blocks: [], sections: [], findings: [], statements: [],
        figures: [{ node: 'x',
          passage: { sequence: 1, range: { start: 0, end: 4 }, exact: '(63)', prefix: '', suffix: '', source: { start: 0, end: 4 },
            bytes: null, sectionPath: [] }, text: '(63)', value, unit: null, measure: null, period: null, direction: null, place: 'body',
          conflictsWith: [], isChange: false, concept: null }] }], marks: [], notes: notes.map(noteOf), decisions: [], reviews: [] }]
  }) as unknown as WorkDocument

const OPTIONS = { wholeText: false }
const NOBODY = (): void => undefined

/** Texts that a spreadsheet runs, or that only look so: what a CSV cell must be for each, without its quotes. */
const INJECTIONS: readonly (readonly [string, string])[] = [['=1+1', "'=1+1"], ['+1', "'+1"], ['-1', "'-1"], ['@SUM(A1)', "'@SUM(A1)"], [
  '\t=1',
  "'\t=1"
], ['\r=1', "'\r=1"], ['\u0000=1', "'\u0000=1"], ['＝1', "'＝1"], ['＋1', "'＋1"], ['－1', "'－1"], ['＠a', "'＠a"], ['|cmd', "'|cmd"], [
  '%1',
  "'%1"
], ['plain', 'plain'], ['5 = 5', '5 = 5']]

const partsOf = async (work: WorkDocument): Promise<Readonly<Record<string, string>>> => {
  const [file] = await writeXlsx(work, OPTIONS, NOBODY)
  const parts = unzipSync(file?.content as Uint8Array)
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** Where sheets stand among the parts, in the order of the tables. */
const sheet = (at: number): string => `xl/worksheets/sheet${String(at)}.xml`

describe('the work as CSV', () => {
  it.each(INJECTIONS)('has %j as no formula', async (text, cell) => {
    const files = await writeCsv(workOf([text]), OPTIONS, NOBODY)
    const questions = files.find(({ path }) => path === 'questions.csv')?.content as string
    const quoted = /[",\r\n]/.test(cell) ? `"${cell}"` : cell
    expect(questions.split('\r\n')[1]).toBeDefined()
    expect(questions).toContain(`,,,${quoted},A. Lyst,`)
  })

  it('begins with a mark, ends its rows with CRLF alone, keeps line ends in quotes and figures bare', async () => {
    const files = await writeCsv(workOf(['two\nlines']), OPTIONS, NOBODY)
    for (const { content } of files) expect(content).toMatch(/^\ufeff(?:[^\r]|\r\n)*\r\n$/)
    expect(files.find(({ path }) => path === 'questions.csv')?.content).toContain('"two\nlines"')
    expect(files.find(({ path }) => path === 'questions.csv')?.content).toContain(',"O\'Neil, ""Bo""",2026-12-05,')
    expect(files.find(({ path }) => path === 'figures.csv')?.content).toContain('\n(63),-63,')
  })
})

describe('the work as a spreadsheet', () => {
  it('holds no formula, no link and nothing outside, in well-formed parts', async () => {
    const parts = await partsOf(workOf(INJECTIONS.map(([text]) => text)))
    for (const [path, xml] of Object.entries(parts)) {
      expect(readXml(xml, { open: () => undefined, close: () => undefined, text: () => undefined }), path).toBeNull()
      expect(xml).not.toMatch(/<f[ >]|hyperlink|TargetMode/i)
    }
  })

  it('writes values as numbers and days as dates', async () => {
    const parts = await partsOf(workOf(['x']))
    expect(parts[sheet(2)]).toMatch(/<c r="B2" s="\d+"><v>-63<\/v><\/c>/)
    expect(parts[sheet(2)]).toMatch(/<c r="A2" s="\d+" t="s">/)
    // 46361 days after 30 December 1899 is 5 December 2026.
    expect(parts[sheet(5)]).toMatch(/<c r="E2" s="\d+"><v>46361<\/v><\/c>/)
  })

  it('gives the style of a quoted text to the cells that could run, and to no other', async () => {
    for (const [text, cell] of INJECTIONS) {
      const parts = await partsOf(workOf([text]))
      const style = Number(/<c r="H2" s="(\d+)"/.exec(parts[sheet(5)] ?? '')?.[1])
      const styles = [...(/<cellXfs.*<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '')?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
      expect(styles[style]?.includes('quotePrefix="1"'), text).toBe(cell.startsWith("'"))
    }
  })

  it('keeps what Excel would decode, and cuts what its cells do not hold', async () => {
    const parts = await partsOf(workOf(['a_x0041_b', '\u{1f600}'.repeat(20_000)]))
    const strings = parts['xl/sharedStrings.xml'] ?? ''
    expect(strings).toContain('>a_x005F_x0041_b<')
    expect(strings).toMatch(/… \(7274 more in the JSON\)</)
    for (const [, text = ''] of strings.matchAll(/<t[^>]*>([^<]*)</g)) expect(text.length).toBeLessThanOrEqual(32_767)
  })

  it('comes out equal twice', async () => {
    const [one] = await writeXlsx(workOf(['=1']), OPTIONS, NOBODY)
    const [other] = await writeXlsx(workOf(['=1']), OPTIONS, NOBODY)
    expect(one).toEqual(other)
  })
})
