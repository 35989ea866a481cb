import type { Table, TableCell } from '#contract/filing'
import { countBetween, isFigure, settingOf, usedColumns } from '../../export/print-table'
import { textXml, type SetText } from './word-text'
import { paragraphXml } from './word-xml'

/** Half points of the sizes that print sets tables in. */
const SIZES: Readonly<Record<string, number>> = { plain: 18, dense: 15, densest: 14, breaking: 14 }

/** The width of a line on a page that stands and on one that is turned, in twips: Letter with margins of an inch. */
export const LINE_WIDTHS = { standing: 9360, turned: 12960 } as const

const STEP = 160
const MOST_STEPS = 6

/** The most and the least characters a column is reckoned with. */
const WIDEST = 42
const NARROWEST = 3

/** How wide each used column is, in twips: after its longest cell, all together the width of a line. */
const widthsOf = (table: Table, columns: readonly number[], text: string, line: number): readonly number[] => {
  const longest = columns.map(() => NARROWEST)
  for (const cell of table.cells) {
    if (cell.end === cell.start || countBetween(columns, cell.column, cell.column + cell.columnSpan) !== 1) continue
    const at = columns.findIndex((column) => column >= cell.column)
    const length = Math.max(...text.slice(cell.start, cell.end).split('\n').map((words) => words.length))
    longest[at] = Math.max(longest[at] ?? NARROWEST, Math.min(WIDEST, length + 1))
  }
  const total = longest.reduce((sum, length) => sum + length, 0)
  return longest.map((length) => Math.max(120, Math.floor(line * length / Math.max(total, 1))))
}

/** A cell in the grid: one that begins there, or the lower part of one that began above. */
interface Slot {
  readonly cell: TableCell | null
  readonly span: number
  readonly merge: 'restart' | 'continue' | null
}

const slotsOf = (table: Table, columns: readonly number[]): readonly (readonly Slot[])[] => {
  const grid: (Slot | undefined)[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    const at = columns.findIndex((column) => column >= cell.column)
    const span = countBetween(columns, cell.column, cell.column + cell.columnSpan)
    if (span === 0 || at < 0) continue
    const rows = Math.min(cell.rowSpan, table.rows - cell.row)
    // A cell whose place is taken already overlaps another: its words are set in the first free column of its row.
    const free = grid[cell.row]?.[at] === undefined ? at : (grid[cell.row]?.length ?? at)
    for (let row = 0; row < rows; row += 1) {
      const line = grid[cell.row + row]
      if (!line) continue
      line[free] = { cell: row === 0 ? cell : null, span, merge: rows === 1 ? null : row === 0 ? 'restart' : 'continue' }
    }
  }
  return grid.map((line) => {
    const slots: Slot[] = []
    for (let column = 0; column < Math.max(columns.length, line.length);) {
      const slot = line[column] ?? { cell: null, span: 1, merge: null }
      let room = 1
      while (room < slot.span && line[column + room] === undefined && column + room < columns.length) room += 1
      slots.push({ ...slot, span: room })
      column += room
    }
    return slots
  })
}

const BORDERS = { single: '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="444444"/>',
  double: '<w:bottom w:val="double" w:sz="4" w:space="0" w:color="444444"/>' } as const

const cellXml = (slot: Slot, width: number, content: string): string => {
  let properties = `<w:tcW w:w="${String(width)}" w:type="dxa"/>`
  if (slot.span > 1) properties += `<w:gridSpan w:val="${String(slot.span)}"/>`
  if (slot.merge) properties += slot.merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  if (slot.cell?.rule) properties += `<w:tcBorders>${BORDERS[slot.cell.rule]}</w:tcBorders>`
  if (slot.cell && isFigure(slot.cell)) properties += '<w:noWrap/>'
  return `<w:tc><w:tcPr>${properties}<w:vAlign w:val="bottom"/></w:tcPr>${content}</w:tc>`
}

/** How a table is set in Word: whether its page is turned. */
export const isTurned = (table: Table, text: string): boolean => settingOf(table, text).turned

/** A table with its cells, spans, heading rows and ruled sums; columns that are empty throughout are left out. */
export const tableXml = (table: Table, set: SetText, turned: boolean): string => {
  const columns = usedColumns(table)
  if (columns.length === 0) return ''
  const size = SIZES[settingOf(table, set.text).size] ?? 18
  const widths = widthsOf(table, columns, set.text, turned ? LINE_WIDTHS.turned : LINE_WIDTHS.standing)
  const inOrder = table.cells.filter((cell) => cell.end > cell.start).toSorted((a, b) => a.start - b.start)
  // The words are set in the order of the text, so that marks are met in theirs, and then put into their places.
  const contents = new Map<TableCell, string>()
  inOrder.forEach((cell, at) => {
    const following = inOrder[at + 1]
    const look = { ...set.look, size, ...(cell.header ? { bold: true } : {}) }
    contents.set(cell, textXml({ ...set, look }, cell.start, cell.end, following ? set.toStream(following.start) : set.after))
  })
  const rows = slotsOf(table, columns)
  const isHead = (at: number): boolean => {
    const cells = table.cells.filter(({ row }) => row === at)
    return cells.length > 0 && cells.every(({ header, rowSpan }) => header && rowSpan === 1)
  }
  let heads = 0
  while (heads < rows.length - 1 && isHead(heads)) heads += 1
  const body = rows.map((slots, at) => {
    let column = 0
    const cells = slots.map((slot) => {
      const width = widths.slice(column, column + slot.span).reduce((sum, one) => sum + one, 0)
      column += slot.span
      const { cell } = slot
      const indent = Math.min(MOST_STEPS, cell?.indent ?? 0) * STEP
      const content = paragraphXml(cell === null ? '' : contents.get(cell) ?? '', { style: 'TableText',
        ...(cell && cell.align !== 'left' ? { align: cell.align } : {}), ...(indent > 0 ? { indent } : {}) })
      return cellXml(slot, Math.max(width, 120), content)
    })
    return `<w:tr><w:trPr><w:cantSplit/>${at < heads ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
  })
  const total = widths.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${
    String(total)
  }" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${
    widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')
  }</w:tblGrid>${body.join('')}</w:tbl>${paragraphXml('', { style: 'TableText' })}`
}
