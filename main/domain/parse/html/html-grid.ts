import type { TableCell } from '#contract/filing'
import { joinTexts, type Leaf } from './html-leaves'
import { type RuleLook, setting } from './html-styles'
import { drawnLine, linesUnder, type SumLine } from './html-sum-lines'
import { pattern } from '#model/pattern'

/** A cell as the source has it; `first` and `last` are indices of its leaves, the end excluded. */
export interface CellDraft {
  readonly row: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly header: boolean
  /** The lines drawn over and under it. */
  readonly above: RuleLook | undefined
  readonly below: RuleLook | undefined
  readonly first: number
  last: number
}

/** A filled cell on the grid: columns `left` to `right` (excluded) and its place in the table's text. */
interface Placed {
  readonly row: number
  readonly rowSpan: number
  left: number
  right: number
  start: number
  end: number
  readonly text: string
  readonly header: boolean
  readonly align: 'left' | 'right' | 'center'
  readonly bold: boolean
  /** A footnote mark in a cell of its own. */
  readonly raised: boolean
  /** How far it is set in, in points. */
  readonly indent: number
}

const amount = pattern('iu')`
  ^(?:(?:US|HK|NT|[ACS])?[$€£¥]\s?)?[(+\-–—−]?\s?(?:(?:US|HK|NT|[ACS])?[$€£¥]\s?)?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\s?(?:%|x|bps
  |pts?)?\s?\)?\s?%?(?:\s?\(\w{1,2}\))?$|^(?:(?:US|HK|NT|[ACS])?[$€£¥]\s?)?(?:[-–—−]{1,2}|n\/?[am]|nm)\s?%?$`

/** Whether the text of a cell is an amount, a percentage or the dash that stands for none. */
export const isAmount = (text: string): boolean => text.length <= 40 && amount.test(text)

const leadsAmount = /^(?:(?:US|HK|NT|[ACS])?[$€£¥]|RMB|EUR|GBP|USD|CAD|Rs\.?)\s?\(?$|^[(+]$/u
const startsAmount = /^[(\-–—−+]?\s?(?:[$€£¥]\s?)?[(]?[\d.]|^[-–—−]+$/u
const endsAmount = /^(?:\)\s?%?|%\s?\)?|pts?\.?|bps|¢)$/u

/** Puts the cells on a grid of columns, row spans respected, and returns those that hold text. */
const place = (cells: readonly CellDraft[], leaves: readonly Leaf[], base: number,
  at: readonly { start: number; end: number }[]): { readonly placed: Placed[]; readonly lines: SumLine[] } => {
  const placed: Placed[] = []
  const lines: SumLine[] = []
  let spans: { left: number; right: number; until: number }[] = []
  let row = -1
  let column = 0
  for (const cell of cells) {
    if (cell.row !== row) {
      row = cell.row
      column = 0
      const now = row
      spans = spans.filter((span) => span.until > now)
    }
    for (let moved = true; moved;) {
      moved = false
      for (const span of spans) {
        if (column < span.right && column + 1 > span.left && span.until > row) {
          column = span.right
          moved = true
        }
      }
    }
    const left = column
    const right = left + cell.columnSpan
    column = right
    // More spanning cells than this in one row is no table that anyone set.
    if (cell.rowSpan > 1 && spans.length < 200) spans.push({ left, right, until: row + cell.rowSpan })
    const text = readCell(cell, leaves, base, at)
    const drawn = text === null ? ruleIn(cell, leaves, base) : drawnLine(text.text)
    const line = { row, left, right }
    if (cell.above !== undefined) lines.push({ ...line, look: cell.above, at: 'head' })
    if (cell.below !== undefined || drawn !== null) lines.push({ ...line, look: drawn ?? cell.below ?? 'single', at: 'foot' })
    if (text !== null) placed.push({ ...text, row, rowSpan: cell.rowSpan, left, right, header: cell.header })
  }
  return { placed: withoutDrawnRows(placed), lines }
}

/** The cells without the rows that hold nothing but lines drawn by characters. */
const withoutDrawnRows = (placed: readonly Placed[]): Placed[] => {
  const worded = new Set(placed.filter(({ text }) => drawnLine(text) === null).map(({ row }) => row))
  return placed.filter(({ row }) => worded.has(row))
}

/** A rule element that is all a cell holds. */
const ruleIn = (cell: CellDraft, leaves: readonly Leaf[], base: number): RuleLook | null => {
  const rules = leaves.slice(cell.first - base, cell.last - base).filter((leaf) => leaf.kind === 'rule').length
  return rules === 0 ? null : rules > 1 ? 'double' : 'single'
}

const readCell = (cell: CellDraft, leaves: readonly Leaf[], base: number, at: readonly { start: number; end: number }[]): Pick<Placed,
  'start' | 'end' | 'text' | 'align' | 'bold' | 'raised' | 'indent'> | null => {
  let start = -1
  let end = -1
  let first: Leaf | undefined
  for (let i = cell.first - base; i < cell.last - base; i += 1) {
    const leaf = leaves[i]
    const range = at[i]
    if (leaf?.kind !== 'text' || leaf.place.caption || range === undefined) continue
    first ??= leaf
    if (start < 0) start = range.start
    end = range.end
  }
  if (first === undefined) return null
  const align = first.align === 'start' ? (isAmount(first.text) ? 'right' : 'left') : first.align
  const all = (bit: number): boolean => first.styled.every((span) => (span.mask & bit) !== 0)
  return { start, end, text: first.text, align, bold: all(setting.bold), raised: end - start <= 6 && all(setting.superscript),
    indent: first.indent }
}

/** Joins a currency sign, a bracket or a percent sign that has a cell of its own with the amount beside it. */
const joinAmounts = (cells: readonly Placed[]): Placed[] => {
  const out: Placed[] = []
  let lead: Placed | null = null
  for (const cell of cells) {
    const last = out.at(-1)
    if (lead !== null && lead.row === cell.row && cell.left - lead.right <= 1 && startsAmount.test(cell.text)) {
      out[out.length - 1] = { ...cell, left: lead.left, start: lead.start, text: `${lead.text} ${cell.text}`, align: 'right' }
      lead = null
    } else if (last?.row === cell.row && cell.left - last.right <= 1 &&
      (cell.raised || (endsAmount.test(cell.text) && /[\d–—-]/u.test(last.text)))) {
      last.right = cell.right
      last.end = cell.end
      lead = null
    } else {
      const next = { ...cell }
      out.push(next)
      lead = leadsAmount.test(cell.text) ? next : null
    }
  }
  return out
}

/**
 * The columns of the table: the largest set of cell intervals that do not overlap (found by earliest end), so that empty
 * spacer columns vanish and a heading over several columns spans them.
 */
const columnsOf = (cells: readonly Placed[]): { left: number; right: number }[] => {
  const columns: { left: number; right: number }[] = []
  const byEnd = [...cells].sort((a, b) => a.right - b.right || b.left - a.left)
  for (const cell of byEnd) {
    const last = columns.at(-1)
    if (last === undefined || cell.left >= last.right) columns.push({ left: cell.left, right: cell.right })
  }
  return columns
}

/** The first column that ends after `left`. */
const firstColumn = (columns: readonly { right: number }[], left: number): number => {
  let low = 0
  let high = columns.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((columns[middle]?.right ?? 0) > left) high = middle
    else low = middle + 1
  }
  return low
}

const HEAD_WORDS = pattern('iu')`
  ^(?:19|20)\d\d\b|\b(?:ended|months?|weeks?|years?|quarters?|fiscal|january|february|march|april|may|june|july|august
  |september|october|november|december|total|percent|amount|number|change|price|shares?|date|age|title|position|name
  |description|value|rate)\b|[$%#]`
const ANSWERS = /^(?:yes|no|none|nil|n\/?a|not applicable|unlimited|x)$/iu

/** What a cover page answers with: file and tax numbers, telephone numbers, ticked boxes. */
const COVER_ANSWERS = /^(?:\d{1,4}-\d{3,8}(?:-\d{1,3})?|\(\d{3}\)\s?\d{3}[-–\s]\d{4}|[☐☑☒]|\[\s?[xX]?\s?\])$/u

const COVER_CAPTION = pattern('iu')`
  \b(?:state|jurisdiction|commission|i\.?\s?r\.?\s?s|employer|address|zip|area code|telephone|title of|name of|exact name
  |principal|date of)\b`

/** Whether a row says in brackets what stands above it, as cover pages do. */
const isCaptions = (row: readonly Placed[] | undefined): boolean =>
  row !== undefined && row.length > 0 && row.every(({ text }) => /^\([^()].*\)$/u.test(text) && COVER_CAPTION.test(text))

/** A label longer than this (code units) says what its row is of, and heads no column of labels. */
const LONGEST_HEAD = 18

/** Whether a row with a label, set like any other, says something of it and names no columns. */
const isDataRow = (label: Placed, others: readonly Placed[]): boolean => {
  if (/^\(.*\)$|thousand|million/iu.test(label.text)) return false
  if (others.some(({ text }) => ANSWERS.test(text))) return true
  return !others.some(({ text, bold, header }) => bold || header || HEAD_WORDS.test(text)) &&
    (label.text.length > LONGEST_HEAD || label.text.endsWith(':'))
}

/** How one row stands to the question whether it names the columns. */
const rowNames = (row: readonly Placed[], labelled: boolean): 'names' | 'title' | 'data' => {
  const label = row.find((cell) => cell.left === 0)
  const others = row.filter((cell) => cell.left > 0)
  if (others.some((cell) => isAmount(cell.text) && !/^(?:19|20)\d\d$/u.test(cell.text))) return 'data'
  if (row.some(({ text }) => COVER_ANSWERS.test(text))) return 'data'
  if (others.length === 0) return labelled ? 'data' : 'title'
  const strong = row.every((cell) => cell.bold || cell.header)
  if (label !== undefined && !strong && isDataRow(label, others)) return 'data'
  return label === undefined || strong || !labelled ? 'names' : 'data'
}

/**
 * The grid rows at the top that name the columns, counted from the first: rows of years, dates and words over the first
 * row with an amount. Where no row has an amount, only a first row that is set off in bold names them.
 */
const headerRows = (cells: readonly Placed[]): number => {
  const rows: Placed[][] = []
  for (const cell of cells) {
    if (rows.at(-1)?.[0]?.row === cell.row) rows.at(-1)?.push(cell)
    else rows.push([cell])
  }
  let headers = 0
  let labelled = false
  for (const [at, row] of rows.entries()) {
    const names = isCaptions(rows[at + 1]) && row.length > 1 ? 'data' : rowNames(row, labelled)
    // A line alone in the first column under the names of the columns is a heading inside the table.
    if (names === 'data' || (names === 'title' && headers > 0)) return headers
    if (names === 'names') {
      headers = (row[0]?.row ?? 0) + 1
      labelled ||= row.some((cell) => cell.left === 0)
    }
  }
  const first = rows[0] ?? []
  return first.length > 1 && !isCaptions(rows[1]) && first.every((cell) => cell.bold || cell.header) ? (first[0]?.row ?? 0) + 1 : 0
}

/** How far a label is set in beside the others of its column, in steps of about ten points; 0 where it is not. */
const stepOf = (indent: number, least: number): number => {
  const by = indent - least
  return by < 2.5 ? 0 : Math.min(8, Math.max(1, Math.round(by / 10)))
}

const detailsOf = (cell: Placed, indent: number, rule: RuleLook | null): Pick<TableCell, 'indent' | 'rule'> => ({
  ...(indent > 0 ? { indent } : {}),
  ...(rule === null || cell.header ? {} : { rule })
})

const cellsOf = (placed: readonly Placed[], lines: readonly SumLine[]): { rows: number; columns: number; cells: TableCell[] } => {
  const columns = columnsOf(placed)
  const headers = headerRows(placed)
  const under = linesUnder(placed, lines)
  const least = placed.reduce((most, { left, indent, row }) => (left === 0 && row >= headers ? Math.min(most, indent) : most), Infinity)
  const cells: TableCell[] = []
  let row = -1
  let source = -1
  let next = 0
  let width = columns.length
  placed.forEach((cell, at) => {
    if (cell.row !== source) {
      source = cell.row
      row += 1
      next = 0
    }
    const column = Math.max(next, firstColumn(columns, cell.left))
    let last = column
    while (last + 1 < columns.length && (columns[last + 1]?.left ?? 0) < cell.right) last += 1
    next = last + 1
    width = Math.max(width, next)
    cells.push({
      row,
      column,
      rowSpan: 1,
      columnSpan: last - column + 1,
      start: cell.start,
      end: cell.end,
      align: cell.align,
      header: cell.header || cell.row < headers,
      ...detailsOf(cell, column === 0 && cell.row >= headers ? stepOf(cell.indent, least) : 0,
        cell.row < headers ? null : under[at] ?? null)
    })
  })
  return { rows: row + 1, columns: width, cells }
}

/**
 * One table leaf from the leaves of a data table, between the captions and page breaks that stood at its top and the
 * images inside it; rules in cells only underline sums and are left out. `base` is the index that `cells` give to the first of `leaves`.
 */
export const dataTable = (cells: readonly CellDraft[], leaves: readonly Leaf[], base: number): Leaf[] => {
  const texts = leaves.filter((leaf) => leaf.kind === 'text' && !leaf.place.caption)
  const joined = joinTexts(texts)
  let text = 0
  const at = leaves.map((leaf) => {
    if (leaf.kind !== 'text' || leaf.place.caption) return { start: 0, end: 0 }
    text += 1
    return joined.at[text - 1] ?? { start: 0, end: 0 }
  })
  const { placed, lines } = place(cells, leaves, base, at)
  const grid = cellsOf(joinAmounts(placed), lines)
  const first = joined.leaf.spans[0]?.start ?? 0
  const others = leaves.filter((leaf) => (leaf.kind !== 'text' && leaf.kind !== 'rule') || leaf.place.caption)
  return [
    ...others.filter((leaf) => (leaf.spans[0]?.start ?? 0) < first),
    { ...joined.leaf, kind: 'table', grid },
    ...others.filter((leaf) => (leaf.spans[0]?.start ?? 0) >= first)
  ]
}
