import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const YEARS = Array.from({ length: 14 }, (_, at) => String(1990 + at))
/** The figure in a row and column of these filings, both counted from 0. */
export const amount = (row: number, column: number): string => ((row + 3) * 1_204_377 + column * 86_419).toLocaleString('en')

/** A line of a text table: a label of 40 columns, then figures of 15 columns each. */
const textRow = (label: string, values: readonly string[]): string =>
  label.padEnd(40, '.') + values.map((value) => value.padStart(15)).join('')

const PROSE = 'Larkspur Looms weaves cloth in three mills, and sells it to tailors in the north and the west of the country. '

/** A text filing with a table that is far wider than any page: 14 columns of figures. */
export const wideTextFiling = (): string =>
  [
    'LARKSPUR LOOMS, INC.',
    '',
    'ANNUAL REPORT',
    '',
    ...Array.from({ length: 6 }, () => `${PROSE}\n`),
    '<TABLE>',
    '<CAPTION>',
    textRow('', YEARS).replace(/\./g, ' '),
    `${' '.repeat(42)}${'  -------------'.repeat(14)}`,
    '<S>                                     <C>',
    ...Array.from({ length: 12 }, (_, row) => textRow(`Cloth of mill ${String(row + 1)}`, YEARS.map((_, column) => amount(row, column)))),
    `${' '.repeat(42)}${'  ============='.repeat(14)}`,
    '</TABLE>',
    '',
    ...Array.from({ length: 6 }, () => `${PROSE}\n`)
  ].join('\n')

const htmlRow = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell, at) => `<${tag}${at > 0 ? ' align="right"' : ''}>${cell}</${tag}>`).join('')}</tr>`

const htmlFiling = (body: string): string =>
  `<html><head><title>Larkspur Looms</title></head><body><p>LARKSPUR LOOMS, INC.</p><p>${PROSE.repeat(3)}</p>${body}<p>${
    PROSE.repeat(3)
  }</p></body></html>`

/** An HTML filing with a table of 14 columns of figures. */
export const wideHtmlFiling = (): string =>
  htmlFiling(
    `<table>${htmlRow(['', ...YEARS], 'th')}${
      Array.from({ length: 40 },
        (_, row) => htmlRow([`Cloth of mill ${String(row + 1)}`, ...YEARS.map((_, column) => amount(row, column))])).join('')
    }</table>`
  )

/** An HTML filing with one table of so many rows, three figures in each. */
export const longHtmlFiling = (rows: number): string =>
  htmlFiling(
    `<table>${htmlRow(['Loom', '2003', '2002', '2001'], 'th')}${
      Array.from({ length: rows }, (_, row) =>
        htmlRow([row % 7 === 3 ?
          `Loom ${String(row + 1)}, with the shuttles, the reeds, the warping mill and all that belongs to it` :
          `Loom ${String(row + 1)}`, amount(row, 0), amount(row, 1), amount(row, 2)])).join('')
    }</table>`
  )

/** An HTML filing with so many cells in one row. */
export const absurdHtmlFiling = (cells: number): string =>
  htmlFiling(
    `<table>${htmlRow(['Loom', ...Array.from({ length: cells }, (_, at) => amount(at, 1))])}${htmlRow(['Shuttle', '1', '2', '3'])}</table>`
  )

/** Writes a filing into a folder and gives its path. */
export const writeFiling = (folder: string, name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
