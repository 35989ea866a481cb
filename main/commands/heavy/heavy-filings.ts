/** A kind of file that is well formed and heavy: what it is called, how many of its parts make it heavy, and its text with `n` of them. */
export interface HeavyKind {
  readonly name: string
  /** The name of the file, which says its format. */
  readonly file: string
  /** How many parts the full size has. */
  readonly full: number
  /** The text with `n` parts; the same `n` gives the same text. */
  readonly text: (n: number) => string
}

const PLAIN = 'The mill at Orrin Vale turned out more felt than the year before, and its stocks were counted at the end of each quarter.'
const FORWARD = 'The Company expects that the mill will open a second line by the end of the year, which may depend on permits.'

const many = (n: number, each: (at: number) => string, between = ''): string => Array.from({ length: n }, (_, at) => each(at)).join(between)

const page = (body: string): string =>
  `<!DOCTYPE html>\n<html><head><title>Annual report</title></head><body>\n<p>ORRIN VALE FELT INC</p>\n${body}\n<p>The last line of the report.</p>\n</body></html>\n`

const sentence = (at: number): string => `${at % 9 === 8 ? FORWARD : PLAIN.replace('felt', `felt of grade ${String(at)}`)} `

const ofSize = (bytes: number, unit: string): string => unit.repeat(Math.max(1, Math.ceil(bytes / unit.length)))

const headed = (n: number): string =>
  page(
    many(n, (at) => `<h${String(at % 4 + 1)}>Part ${String(at)} of the account of mills</h${String(at % 4 + 1)}>\n<p>${sentence(at)}</p>`,
      '\n')
  )

const inlineFacts = (n: number): string =>
  page(
    `<table>${
      many(n, (at) =>
        `<tr><td>Felt sold, mill ${String(at)}</td><td><ix:nonFraction name="ov:FeltSold" contextRef="c${
          String(at % 400)
        }" unitRef="usd" decimals="-3" scale="3" id="f${String(at)}">${String(100 + at % 900)}</ix:nonFraction></td></tr>`, '\n')
    }</table>`
  )

/** As `inlineFacts`, each fact in a sentence of its own. */
const factsInProse = (n: number): string =>
  page(
    many(n, (at) =>
      `<p>The mill sold felt for $<ix:nonFraction name="ov:FeltSold" contextRef="c${
        String(at % 400)
      }" unitRef="usd" decimals="-3" scale="3">${String(100 + at % 900)}</ix:nonFraction> thousand in the year.</p>`, '\n')
  )

const cautions = (n: number): string =>
  page(`<p>Cautionary Statement Regarding Forward-Looking Statements</p>
<p>This report contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995. ${FORWARD} Actual results may differ materially from those expressed because of factors that include the following:</p>
<ul>${many(n, (at) => `<li>the demand for felt of grade ${String(at)} and the price of its wool;</li>`, '\n')}</ul>`)

const table = (rows: number, columns: number): string =>
  page(`<table>${many(rows, (row) => `<tr>${many(columns, (column) => `<td>${String(row * columns + column)}</td>`)}</tr>`, '\n')}</table>`)

const submission = (name: string): string =>
  `<SEC-DOCUMENT>0000999999-25-000777.txt : 20250214\n<SEC-HEADER>0000999999-25-000777.hdr.sgml : 20250214\nACCESSION NUMBER:\t\t0000999999-25-000777\nCONFORMED SUBMISSION TYPE:\t10-K\nPUBLIC DOCUMENT COUNT:\t\t1\nFILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\t${name}\n\t\tCENTRAL INDEX KEY:\t\t\t0000999999\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<FILENAME>report.htm\n<TEXT>\n${
    page(`<p>${many(20, sentence)}</p>`)
  }</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n`

/** Every kind of heavy but well-formed file; all companies are fictional. */
export const HEAVY_KINDS: readonly HeavyKind[] = [
  { name: 'a cell of 5 MB', file: 'long-cell.htm', full: 5_000_000,
    text: (n) => page(`<table><tr><td>Felt</td><td>${ofSize(n, `${PLAIN} `)}</td></tr><tr><td>Wool</td><td>12</td></tr></table>`) },
  { name: '100,000 cells in a row', file: 'wide-row.htm', full: 100_000, text: (n) => table(1, n) },
  { name: '200,000 sentences in a paragraph', file: 'long-paragraph.htm', full: 200_000, text: (n) => page(`<p>${many(n, sentence)}</p>`) },
  { name: '200,000 sentences in a file', file: 'many-paragraphs.htm', full: 200_000,
    text: (n) => page(many(Math.ceil(n / 5), (at) => `<p>${many(5, (each) => sentence(at * 5 + each))}</p>`, '\n')) },
  { name: 'a million short lines', file: 'short-lines.txt', full: 1_000_000,
    text: (n) => `ORRIN VALE FELT INC\n\n${many(n, (at) => `${String(at)}  felt sold`, '\n')}\n` },
  { name: 'a company name of 1 MB', file: 'long-name.txt', full: 1_000_000,
    text: (n) => submission(ofSize(n, 'ORRIN VALE FELT AND WOOL ')) },
  { name: '5 MB of numbers', file: 'numbers.txt', full: 5_000_000,
    text: (n) =>
      `ORRIN VALE FELT INC\n\n${
        many(Math.ceil(n / 10), (at) => `${String(10_000 + at % 80_000)}.${String(at % 90 + 10)} ${at % 8 === 7 ? '\n' : ''}`)
      }\n` },
  { name: 'a text table of 20,000 columns', file: 'wide-table.txt', full: 20_000,
    text: (n) =>
      `ORRIN VALE FELT INC\n\n<TABLE>\n<CAPTION>\n${
        many(40, (row) => `Felt ${String(row)}      ${many(Math.ceil(n / 10), (at) => String(1000 + (row * 31 + at) % 9000).padStart(10))}`,
          '\n')
      }\n</TABLE>\n\n${PLAIN}\n` },
  { name: '2,000 headings', file: 'headings.htm', full: 2_000, text: headed },
  { name: '30,000 headings', file: 'many-headings.htm', full: 30_000, text: headed },
  { name: '100,000 inline facts', file: 'inline-facts.htm', full: 100_000, text: inlineFacts },
  { name: '100,000 inline facts in prose', file: 'facts-in-prose.htm', full: 100_000, text: factsInProse },
  { name: '20,000 safe-harbor items', file: 'cautions.htm', full: 20_000, text: cautions },
  { name: '100,000 equal sentences', file: 'equal-sentences.htm', full: 100_000,
    text: (n) => page(many(Math.ceil(n / 10), () => `<p>${many(10, () => `${FORWARD} `)}</p>`, '\n')) },
  { name: 'a table of 5,000 cells', file: 'table-5000.htm', full: 5_000, text: (n) => table(Math.ceil(n / 10), 10) },
  { name: 'a table of 20,000 cells', file: 'table-20000.htm', full: 20_000, text: (n) => table(Math.ceil(n / 10), 10) },
  { name: '100,000 short lines', file: 'lines-to-print.txt', full: 100_000,
    text: (n) => `ORRIN VALE FELT INC\n\n${many(n, (at) => `${String(at)}  felt sold`, '\n\n')}\n` }
]
