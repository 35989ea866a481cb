import type { Block, TableCell } from '#contract/filing'
import { toSource } from '../../parse/text-map'
import type { TextRange } from '#contract/range'
import { MEASURE_MATCHER } from '../lexicon'
import { tokenise } from '../text/tokens'
import { findPeriods } from './periods'

/** A number of a table with the label of its row and the heads of its column. */
export interface TableFigure {
  readonly range: TextRange
  readonly text: string
  readonly value: number
  readonly slack: number
  readonly unit: string | null
  readonly measure: string
  readonly period: string | null
  readonly periodKey: string | null
}

/** Most table figures read from one document; the statements of an annual report hold more than a reader compares. */
export const MOST_TABLE_FIGURES = 1500

const NUMBER = /^\(?\s?[$€£]?\s?\(?\s?(\d[\d,]*(?:\.\d+)?|\.\d+)\s?\)?\s?%?\)?$/

const THOUSANDS =
  /\(?(?:dollars |amounts |unaudited, )?in (?:\w+ ){0,2}(?:thousands|\$?000'?s)|\$?\b000'?s omitted|\(\$?000'?s\)|dollars in thousands/i
const MILLIONS = /\(?(?:dollars |amounts )?in (?:\w+ ){0,2}millions|dollars in millions/i

/** The scale that a text before a table sets for its amounts; null where it sets none. */
export const scaleOf = (text: string): number | null => THOUSANDS.test(text) ? 1e3 : MILLIONS.test(text) ? 1e6 : null

/** The label of a row and the column it stands in. */
interface RowLabel {
  readonly label: string
  readonly column: number
}

/** Longest row label, in UTF-16 units: what is longer is a paragraph set in a table. */
const LONGEST_LABEL = 160

interface Reading {
  readonly block: Block
  /** Labels of the rows that name a measure. */
  readonly labels: ReadonlyMap<number, RowLabel>
  readonly heads: ReadonlyMap<number, string>
  readonly scale: number
}

const cellText = (block: Block, cell: TableCell): string => block.text.slice(cell.start, cell.end).trim()

/** How many rows at the top of a table may be its head. */
const HEAD_ROWS = 6
/** Rows from which the number of columns is told. */
const SAMPLED_ROWS = 24
const HEAD_WORDS = /\d{4}|ended|quarter|months|year/i

/** Rows of the head with one cell for every column of numbers; a head over several columns that says no span cannot be placed. */
const headRows = (block: Block, cells: readonly TableCell[]): ReadonlySet<number> => {
  const filled = new Map<number, number>()
  const numbers = new Map<number, number>()
  for (const cell of cells) {
    if (cell.column === 0 || cell.row >= SAMPLED_ROWS) continue
    const text = cellText(block, cell)
    if (text === '') continue
    filled.set(cell.row, (filled.get(cell.row) ?? 0) + 1)
    if (NUMBER.test(text)) numbers.set(cell.row, (numbers.get(cell.row) ?? 0) + 1)
  }
  const columns = Math.max(0, ...numbers.values())
  return new Set([...filled].filter(([row, count]) => row < HEAD_ROWS && count >= columns).map(([row]) => row))
}

/** The labels of the rows that name a measure, by row. */
const measureLabels = (block: Block, cells: readonly TableCell[]): ReadonlyMap<number, RowLabel> => {
  const labels = new Map<number, RowLabel>()
  for (const cell of cells) {
    if (cell.column > 1 || labels.has(cell.row)) continue
    const text = cellText(block, cell)
    if (/[A-Za-z]{2}/.test(text)) labels.set(cell.row, { label: text, column: cell.column })
  }
  for (const [row, { label }] of labels)
    if (label.length > LONGEST_LABEL || MEASURE_MATCHER.match(label, tokenise(label)).length === 0) labels.delete(row)
  return labels
}

/** The heads of the columns, from the top rows, by column. */
const columnHeads = (block: Block, cells: readonly TableCell[]): ReadonlyMap<number, string> => {
  const heads = new Map<number, string>()
  const headed = headRows(block, cells)
  for (const cell of cells) {
    if (cell.row >= HEAD_ROWS || !(cell.columnSpan > 1 || headed.has(cell.row))) continue
    const text = cellText(block, cell)
    if (text === '' || (NUMBER.test(text) && !/^(?:19|20)\d\d$/.test(text)) || !(cell.header || HEAD_WORDS.test(text))) continue
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
      heads.set(column, `${heads.get(column) ?? ''} ${text}`.trim())
  }
  return heads
}

/** A small amount with two decimals in a row of earnings stands for one share. */
const isPerShareRow = (label: string, text: string): boolean =>
  /\b(?:earnings|loss|income|basic|diluted)\b/i.test(label) && /^\(?\$?\s?\(?\d?\d?\.\d\d\)?$/.test(text)

const figureOf = (reading: Reading, cell: TableCell): TableFigure | null => {
  const labelled = reading.labels.get(cell.row)
  // What stands left of the label numbers the row.
  if (!labelled || cell.column < labelled.column) return null
  const { label } = labelled
  const text = cellText(reading.block, cell)
  const match = NUMBER.exec(text)
  if (!match || (/^(?:19|20)\d\d$/.test(text) && !text.includes(','))) return null
  const pieces = toSource(reading.block.map, cell.start, cell.end)
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (!first || !last) return null
  const count = /^(?:\w+ ){0,3}(?:shares|weighted|number of)\b/i.test(label) && !/^(?:basic|diluted|net|earnings|loss)\b/i.test(label)
  const share = !count && (/per (?:\w+ )?share|\beps\b/i.test(label) || isPerShareRow(label, text))
  const percent = text.includes('%')
  const scale = share || percent ? 1 : reading.scale
  const digits = match[1] ?? ''
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  const size = Number(digits.replaceAll(',', '')) * scale
  const head = reading.heads.get(cell.column) ?? null
  const period = head ? findPeriods(head)[0] ?? null : null
  return {
    range: { start: first.start, end: last.end },
    text,
    value: text.includes('(') ? -size : size,
    slack: (scale * 10 ** -decimals) / 2,
    unit: percent ? '%' : count ? 'shares' : share ? 'USD/share' : 'USD',
    measure: label,
    period: head,
    periodKey: period?.key ?? null
  }
}

/** The numbers of a table whose row label names a measure. `scale` holds where the table sets none of its own. */
export const readTableFigures = (block: Block, scale: number): TableFigure[] => {
  const cells = block.table?.cells ?? []
  const labels = measureLabels(block, cells)
  if (labels.size === 0) return []
  const reading: Reading = { block, labels, heads: columnHeads(block, cells), scale: scaleOf(block.text.slice(0, 400)) ?? scale }
  return cells.flatMap((cell) => figureOf(reading, cell) ?? [])
}
