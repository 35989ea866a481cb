import { expect, it } from 'vitest'
import type { Block, FilingDocument } from '#contract/filing'
import { readHtml } from '../fixtures/html-document'
import { readText } from '../fixtures/text-document'
import { comparableDocument } from './comparable-document'
import { compareDocuments } from './compare-documents'

const TABLE = `HARROW RIDGE REPORTS ITS YEAR

<TABLE>
<CAPTION>
                                        2007          2006
                                     -------       -------
<S>                                  <C>           <C>
Revenues:
Net sales                              4,100         3,900
Selling, general and
 administrative                          310           290
Gain on the sale of
the boat yard                             12             -
                                     -------       -------
Net income                               720           655
</TABLE>
`

const rowsOf = (document: FilingDocument): readonly (readonly string[])[] =>
  comparableDocument(document).passages.filter(({ unit }) => unit === 'row').map(({ cells }) => cells)

it('a label that is wrapped over lines of a table is one row with its figures; a heading of rows stays alone', () => {
  const { document, raw } = readText(TABLE)
  const rows = rowsOf(document)
  expect(rows).toContainEqual(['Selling, general and administrative', '310', '290'])
  expect(rows).toContainEqual(['Gain on the sale of the boat yard', '12', '-'])
  expect(rows).toContainEqual(['Revenues:'])
  const joined = comparableDocument(document).passages.find(({ text }) => text.startsWith('Selling'))
  expect(raw.slice(joined?.range.start, joined?.range.end)).toMatch(/^Selling[^]*290$/)
})

const documentOf = (raw: string): FilingDocument => {
  const { blocks } = readHtml(raw, '10-K')
  const section = { id: 'd1s1', kind: 'risk-factors', title: 'Risk Factors', level: 2, part: 'I', item: '1A',
    range: { start: 0, end: raw.length } }
  return {
    sequence: 1,
    type: '10-K',
    filename: null,
    description: null,
    format: 'html',
    range: { start: 0, end: raw.length },
    hidden: [],
    blocks: blocks as Block[],
    sections: [section],
    sentences: [],
    facts: [],
    findings: [],
    forwardLooking: [],
    safeHarbor: null,
    figures: []
  }
}

it('a risk factor is a heading with the text behind it; the heading of a group is none', () => {
  const raw = '<html><body><p><b>Item 1A. Risk Factors</b></p><p><b>RISKS OF OUR TRADE</b></p>'
    + '<p><b><i>We may lose our only foundry.</i></b></p><p>It stands on a river that floods.</p><p>We insure it in part.</p>'
    + '<p><i>Our pilots may leave us.</i> They are courted by other harbors.</p></body></html>'
  const { factors } = comparableDocument(documentOf(raw))
  expect(factors.map(({ heading }) => heading.text)).toEqual(['We may lose our only foundry.', 'Our pilots may leave us.'])
  expect(raw.slice(factors[0]?.range.start, factors[0]?.range.end)).toContain('in part')
  expect(raw.slice(factors[0]?.range.start, factors[0]?.range.end)).not.toContain('pilots')
})

it('rows of a table of a quarter are never paired with those of six months, as the heads of its columns tell', () => {
  const table = (head: string, sales: string): string =>
    `<p>Harrow Ridge builds boats.</p><table><tr><td></td><td colspan="2">${head} ended June 30,</td></tr>` +
    `<tr><td></td><td>2012</td><td>2011</td></tr><tr><td>Net sales</td>${sales}</tr></table>`
  const read = (head: string, sales: string): ReturnType<typeof comparableDocument> => comparableDocument(documentOf(table(head, sales)))
  const changes = (left: string, right: string): readonly string[] =>
    compareDocuments(read(left, '<td>100</td><td>90</td>'), read(right, '<td>210</td><td>190</td>')).rows
      .filter((row) => /Net sales/.test(row.left?.text ?? row.right?.text ?? '')).map(({ kind }) => kind).sort()
  expect(changes('Three months', 'Three months')).toEqual(['number-changed'])
  expect(changes('Three months', 'Six months')).toEqual(['added', 'removed'])
  expect(changes('Thirteen weeks', 'Twenty-six weeks')).toEqual(['added', 'removed'])
})
