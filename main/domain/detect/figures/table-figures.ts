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

const scaleOf = (text: string): number => /\(?(?:dollars |amounts )?in (?:\w+ )?thousands/i.test(text) ? 1e3 : /\(?(?:dollars |amounts )?in (?:\w+ )?millions/i.test(text) ? 1e6 : 1

interface Reading {
  readonly block: Block
  /** Labels of the rows that name a measure. */
  readonly labels: ReadonlyMap<number, string>
  readonly heads: ReadonlyMap<number, string>
  readonly scale: number
}

const cellText = (block: Block, cell: TableCell): string => block.text.slice(cell.start, cell.end).trim()

const readTable = (block: Block, cells: readonly TableCell[], around: string): Reading => {
  const labels = new Map<number, string>()
  const heads = new Map<number, string>()
  for (const cell of cells) {
    const text = cellText(block, cell)
    if (text === '') continue
    const numeric = NUMBER.test(text) && !/^(?:19|20)\d\d$/.test(text)
    if (!numeric && /[A-Za-z]{2}/.test(text) && !labels.has(cell.row) && cell.column <= 1) labels.set(cell.row, text)
    if (cell.header || (cell.row < 5 && (/\d{4}|ended|quarter|months|year/i.test(text) && !numeric))) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) heads.set(column, `${heads.get(column) ?? ''} ${text}`.trim())
    }
  }
  for (const [row, label] of labels) if (MEASURE_MATCHER.match(label, tokenise(label)).length === 0) labels.delete(row)
  return { block, labels, heads, scale: scaleOf(around) }
}

const figureOf = (reading: Reading, cell: TableCell): TableFigure | null => {
  const label = reading.labels.get(cell.row)
  if (!label) return null
  const text = cellText(reading.block, cell)
  const match = NUMBER.exec(text)
  if (!match || (/^(?:19|20)\d\d$/.test(text) && !text.includes(','))) return null
  const pieces = toSource(reading.block.map, cell.start, cell.end)
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (!first || !last) return null
  const share = /per (?:\w+ )?share|\beps\b/i.test(label)
  const percent = text.includes('%')
  const scale = share || percent ? 1 : reading.scale
  const digits = match[1] ?? ''
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  const size = Number(digits.replaceAll(',', '')) * scale
  const head = reading.heads.get(cell.column) ?? null
  const period = head ? findPeriods(head)[0] ?? null : null
  return {
    range: { start: first.start, end: last.end }, text, value: text.includes('(') ? -size : size, slack: (scale * 10 ** -decimals) / 2,
    unit: percent ? '%' : share ? 'USD/share' : 'USD', measure: label, period: head, periodKey: period?.key ?? null
  }
}

/** The numbers of a table whose row label names a measure. `around` is the text before the table, where its scale may stand. */
export const readTableFigures = (block: Block, around: string): TableFigure[] => {
  const cells = block.table?.cells ?? []
  if (cells.length === 0) return []
  const reading = readTable(block, cells, `${around} ${block.text.slice(0, 400)}`)
  return cells.flatMap(cell => figureOf(reading, cell) ?? [])
}
