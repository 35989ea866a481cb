import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from './app'

const REGIONS = ['Northern Coast', 'Lake District', 'River Valley', 'Southern Plain', 'Western Islands'] as const
const LINES = ['Lamp oils', 'Candles', 'Wicks', 'Lanterns', 'Chimneys'] as const

const paragraph = (words: string): string => `<p>${words}</p>`
const item = (number: string, title: string, body: readonly string[]): string =>
  `<p><b>Item ${number}. ${title}</b></p>\n${body.join('\n')}`

const row = (label: string, cells: readonly string[]): string =>
  `<tr><td>${label}</td>${cells.map((cell) => `<td align="right">${cell}</td>`).join('')}</tr>`
const table = (head: readonly string[], rows: readonly (readonly [string, readonly string[]])[]): string =>
  `<table><tr><th>(In millions)</th>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>${
    rows.map(([label, cells]) => row(label, cells)).join('')
  }</table>`

/** Thousands set apart, as accounts write them; a loss in brackets. */
const amount = (value: number): string => (value < 0 ? `(${Math.abs(value).toLocaleString('en-US')})` : value.toLocaleString('en-US'))

/** What grows or falls in one region, in the words of a report; `year` moves the numbers, so that two reports differ. */
const region = (name: string, at: number, year: number): readonly string[] => {
  const grown = (at * 3 + year) % 9 + 2
  const sales = 210 + at * 37 + (year - 2000) * 4
  const verb = (at + year) % 3 === 0 ? 'decreased' : 'increased'
  return [
    `Net sales of the ${name} region ${verb} ${String(grown)}% to $${String(sales)} million in ${String(year)}.`,
    `Operating income (loss) of the ${name} region was ${at % 2 === 0 ? 'reduced' : 'increased'} by $${
      String(at + 3)
    } million because of the price of wax.`,
    `Freight paid in the ${name} region was $${String(12 + at)} million, $${String(11 + at)} million and $${String(10 + at)} million in ${
      String(year)
    }, ${String(year - 1)} and ${String(year - 2)}, respectively.`,
    'The Company expects to open a second press in the region next year, and the cost of it may be higher than planned.'
  ].map(paragraph)
}

const risks = (year: number): readonly string[] => [
  '<p><b>The price of wax may rise.</b></p>',
  paragraph('Our margins could fall if the price of wax rises faster than our prices, as it did in some of the past years.'),
  '<p><b>We depend on few suppliers.</b></p>',
  paragraph(`Two suppliers deliver ${String(50 + (year % 7))}% of our wax, and the loss of either could interrupt our production.`),
  ...(year % 2 === 0
    ? ['<p><b>New rules on open flames could harm our sales.</b></p>',
      paragraph('Several states consider rules that would restrict the sale of lanterns, and such rules could reduce our sales.')]
    : [])
]

const statement = (year: number): string =>
  table([String(year), String(year - 1), String(year - 2)], [
    ...LINES.map((line, at): readonly [string, readonly string[]] => [`Net sales, ${line.toLowerCase()}`, [0, 1, 2].map((back) =>
      amount(480 + at * 91 - back * 23 + year % 10)
    )]),
    ['Total revenues', ['3,342', '3,227', '3,112']],
    ['Cost of sales', ['1,904', '1,882', '1,801']],
    ['Operating income', ['412', '398', '377']],
    ['Income (loss) before income taxes', ['371', amount(-12), '340']],
    ['Net income', ['288', amount(-31), '262']]
  ])

/** An annual report of a company that does not exist, with more findings and figures than anyone reads as one list; the path of its file. */
export const annualReport = (year: number): string => {
  const path = join(newFolder(), `wick-and-daughters-${String(year)}-10-k.htm`)
  writeFileSync(path,
    `<html><body><p>FORM 10-K</p><p>ANNUAL REPORT</p><p>For the fiscal year ended December 31, ${
      String(year)
    }</p><p align="center"><b>WICK AND DAUGHTERS, INC.</b></p>
<p>This report contains forward-looking statements. Words such as expects, may, plans and believes identify them. Actual results could differ because of the price of wax, new rules and the loss of suppliers.</p>
${
      [
        item('1', 'Business', [
          ...LINES.map((line, at) =>
            paragraph(
              `Sales of ${line.toLowerCase()} were $${String(40 + at * 9)}.${String(at + 1)} million in ${String(year)}. They are made in ${
                String(at + 3)
              } plants and sold in ${String(at + 11)} countries.`
            )
          ),
          paragraph('The Company employs 2,140 people, of whom 320 work in research.')
        ]),
        item('1A', 'Risk Factors', risks(year)),
        item('3', 'Legal Proceedings', [
          paragraph('The court granted the motion of the Company to dismiss the complaint of a former supplier.'),
          paragraph('The Company recorded a reserve of $14 million for the claim of a landlord.')
        ]),
        item('7', 'Management’s Discussion and Analysis', [
          ...REGIONS.flatMap((name, at) => region(name, at, year)),
          ...LINES.flatMap((line, at) => [
            paragraph(
              `Gross profit of ${line.toLowerCase()} was $${String(61 + at * 7)} million, compared with $${
                String(64 + at * 5)
              } million in ${String(year - 1)}.`
            ),
            paragraph(
              `Inventories of ${line.toLowerCase()} rose ${String(at + 4)}% to $${String(33 + at * 6)} million at the end of the year.`
            )
          ]),
          statement(year)
        ]),
        item('8', 'Financial Statements', [
          statement(year - 1),
          paragraph('We believe that these statements present fairly the position of the Company.'),
          ...REGIONS.map((name, at) =>
            paragraph(
              `Interest expense of the ${name} subsidiary was $${String(3 + at)} million, compared with $${String(4 + at)} million in ${
                String(year - 1)
              }.`
            )
          )
        ])
      ].join('\n')
    }</body></html>`)
  return path
}
