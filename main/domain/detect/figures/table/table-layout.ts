import type { Block, TableCell } from '#contract/filing'
import { withoutNoteMarks } from '../number/note-marks'
import { headsOver, isRule, placesOf, textHeads } from './text-heads'
import type { Place, TextHead } from './text-heads'
import { pattern } from '#model/pattern'

/** A number in a cell, with its signs; notes are taken off before. */
export const CELL_NUMBER = pattern()`
  ^[-–−]?\s?\(?\s?(?:(?:US|C|A|HK|NT|S|R)?[$€£¥]|RMB|EUR|USD|CAD|GBP)?\s?[-–−]?\s?\(?\s?(\d[\d,]*(?:\.\d+)?
  |\.\d+)\s?\)?\s?%?\s?\)?\s?(?:\([a-z\d]{1,2}\)|[*†‡]+)?$`

/** A cell with its text, marks of notes blanked out. */
export interface ReadCell {
  readonly cell: TableCell
  readonly text: string
  /** Whether it is a number that is no year. */
  readonly isNumber: boolean
  /** Where it stands in its line of a text table. */
  readonly place?: Place
}

/** A table by rows. */
export interface TableLayout {
  readonly rows: readonly (readonly ReadCell[])[]
  /** The label of each row, by row: its first words, in one of the two first columns. */
  readonly labels: ReadonlyMap<number, ReadCell>
  /** The whole head of each column, by the row its head begins to hold from. */
  readonly heads: readonly ColumnHeads[]
  /** The head of the block a row stands in ("Revenues from the alliance"), by row. */
  readonly groups: ReadonlyMap<number, string>
  /** The year that stands alone in a row above a row, by row. */
  readonly years: ReadonlyMap<number, string>
}

/** Heads that hold from a row on. */
export interface ColumnHeads {
  readonly from: number
  readonly byColumn: ReadonlyMap<number, string>
  /** In a text table the heads by their places, from the top down. */
  readonly inText: readonly (readonly TextHead[])[] | null
  /** A date without its year at the head of the labels, which holds for the years over the columns: "December 31,". */
  readonly date: string | null
}

const YEAR = /^(?:19|20)\d\d$/
/** Longest row label, in UTF-16 units: what is longer is a paragraph set in a table. */
export const LONGEST_LABEL = 160
/** Longest words of a head of a column, in UTF-16 units. */
const LONGEST_HEAD = 120
/** Words of the heads of columns. */
const HEAD_WORDS = pattern('i')`
  \b(?:19|20)\d\d\b|\bended\b|\bending\b|quarter|months|weeks|\byear|january|february|march|april|\bmay\b|june|july|august
  |september|october|november|december`
/** A scale, or that nobody audited, says nothing of a column. */
const ASIDE =
  /<[sc]>|\(?(?:\b(?:dollars|amounts|shares|\$|usd|rmb)\s+)?\bin (?:\w+ ){0,2}(?:thousands|millions|billions)\b[^()]*\)?|\(\s*unaudited\s*\)/gi

const rowsOf = (block: Block): ReadCell[][] => {
  const rows: ReadCell[][] = []
  const placeOf = placesOf(block)
  for (const cell of block.table?.cells ?? []) {
    const text = withoutNoteMarks(block.text.slice(cell.start, cell.end), cell.start, block.runs).trim()
    if (text === '') continue
    const isNumber = CELL_NUMBER.test(text) && !YEAR.test(text)
    const row = rows[cell.row] ?? []
    const place = placeOf?.(cell)
    row.push({ cell, text, isNumber, ...(place ? { place } : {}) })
    rows[cell.row] = row
  }
  return Array.from(rows, (row: ReadCell[] | undefined) => row ?? [])
}

const labelOf = (row: readonly ReadCell[]): ReadCell | undefined =>
  row.find(({ cell, text, isNumber }) => cell.column <= 1 && !isNumber && /[A-Za-z]{2}/.test(text))

/** The dash that stands for no amount, with its currency or without. */
const NOTHING = /^(?:(?:US|C|A|HK|NT|S|R)?[$€£¥]\s?)?[-–—−]{1,2}$/

const isData = (row: readonly ReadCell[]): boolean =>
  row.some(({ isNumber, cell, text }) => (isNumber || NOTHING.test(text)) && cell.column > 0)

/** Whether a row below the first numbers is the head of what follows: no numbers, and periods over its columns. */
const isHead = (row: readonly ReadCell[]): boolean => {
  const over = row.filter(({ cell }) => cell.column > 0)
  return over.length > 0 && !isData(row) && over.some(({ text }) => HEAD_WORDS.test(text) && text.length <= LONGEST_HEAD)
}

/** The columns in which numbers stand, in order, of the rows from one on. */
const numberColumns = (rows: readonly (readonly ReadCell[])[], from: number): readonly number[] => {
  const counts = new Map<number, number>()
  let seen = 0
  for (let at = from; at < rows.length && seen < 24; at += 1) {
    const row = rows[at] ?? []
    if (!isData(row)) {
      if (seen > 0 && isHead(row)) break
      continue
    }
    seen += 1
    for (const { cell, isNumber } of row) if (isNumber && cell.column > 0) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts].filter(([, count]) => count * 4 >= most).map(([column]) => column).sort((a, b) => a - b)
}

/** The heads that rows `first` to `last` give the columns of numbers below them. */
const headsOf = (rows: readonly (readonly ReadCell[])[], first: number, last: number): Map<number, string> => {
  const columns = numberColumns(rows, last)
  const heads = new Map<number, string>()
  for (let at = first; at < last; at += 1) {
    const over = (rows[at] ?? []).filter(({ cell, text }) => text.length <= LONGEST_HEAD && (cell.column > 0 || cell.columnSpan > 1))
    const inOrder = over.filter(({ cell }) => cell.column > 0)
    for (const [place, column] of columns.entries()) {
      // A head of one column may stand a column beside its numbers; then the order tells which it is of.
      const found = inOrder.length === columns.length && inOrder.every(({ cell }) => cell.columnSpan <= 2)
        ? inOrder[place]
        : over.find(({ cell }) => cell.column <= column && column < cell.column + cell.columnSpan)
      const text = found?.text.replace(ASIDE, ' ').replace(/\s+/g, ' ').trim() ?? ''
      // A title over the whole table is the head of no column, unless it says when.
      const isTitle = found !== undefined && found.cell.column === 0 && !HEAD_WORDS.test(text)
      if (text !== '' && !isTitle && !/^[$%()]+$/.test(text) && !isRule(text))
        heads.set(column, `${heads.get(column) ?? ''} ${text}`.trim())
    }
  }
  return heads
}

/** Heads of a text table, by their places; null for others. */
const inTextOf = (rows: readonly (readonly ReadCell[])[], first: number, last: number): readonly (readonly TextHead[])[] | null => {
  if (!rows.some((row) => row.some(({ place }) => place !== undefined))) return null
  const left = Math.min(
    ...rows.slice(last).flatMap((row) =>
      row.flatMap(({ isNumber, cell, place }) => isNumber && cell.column > 0 && place ? [place.from] : [])
    )
  )
  const lines = rows.slice(first, last).map((row) =>
    row.flatMap(({ cell, text, place }) =>
      place && (cell.column > 0 || place.from >= left - 2) && text.length <= LONGEST_HEAD
        ? [{ text: text.replace(ASIDE, ' ').replace(/\s+/g, ' ').trim(), place }].filter((one) => one.text !== '')
        : []
    )
  )
  return textHeads(lines, (text) => HEAD_WORDS.test(text))
}

const DATE_WITHOUT_YEAR = pattern('i')`
  ^(?:as of |at |for the )?(?:(?:fiscal )?(?:years?|quarters?|(?:three|six|nine|twelve) months|\d\d weeks) end(?:ed|ing)\s+)?
  (?:(?:on )?(?:[a-z]+\.? \d{1,2})[,:]?)$`

/** The date without a year that stands over the labels. */
const dateOf = (rows: readonly (readonly ReadCell[])[], first: number, last: number): string | null => {
  for (const row of rows.slice(first, last)) {
    const text = row[0]?.cell.column === 0 ? row[0].text.replace(/\s+/g, ' ') : ''
    if (HEAD_WORDS.test(text) && DATE_WITHOUT_YEAR.test(text)) return text.replace(/[,:]$/, '')
  }
  return null
}

const segmentOf = (rows: readonly (readonly ReadCell[])[], from: number, first: number, last: number): ColumnHeads => ({ from,
  byColumn: headsOf(rows, first, last), inText: inTextOf(rows, first, last), date: dateOf(rows, first, last) })

const headSegments = (rows: readonly (readonly ReadCell[])[]): ColumnHeads[] => {
  const out: ColumnHeads[] = []
  let at = 0
  while (at < rows.length && !isData(rows[at] ?? [])) at += 1
  out.push(segmentOf(rows, 0, 0, at))
  for (; at < rows.length; at += 1) {
    if (!isHead(rows[at] ?? [])) continue
    const first = at
    while (at < rows.length && !isData(rows[at] ?? [])) at += 1
    if (at < rows.length) out.push(segmentOf(rows, first, first, at))
  }
  return out
}

/** Rows that close a block: sums, and results that belong to none. */
const CLOSES = pattern('i')`
  ^(?:total|net (?:income|loss|cash|sales|revenues?|earnings|interest)|gross (?:profit|margin)|income|loss
  |operating (?:income|loss|profit)|earnings|provision|benefit|balance|ebitda|adjusted|cash|comprehensive)\b`

/** Words alone in a row that head no block. */
const SAYS_NOTHING = /^(?:less|plus|add|add back|deduct|and|or|of which|including|other)\W*$/i

const groupsOf = (rows: readonly (readonly ReadCell[])[], labels: ReadonlyMap<number, ReadCell>): Map<number, string> => {
  const groups = new Map<number, string>()
  let group = ''
  let from = rows.findIndex(isData)
  // The last line above the first numbers may be the head of their block.
  while (from > 0 && labels.has(from - 1) && !isHead(rows[from - 1] ?? []) && (rows[from - 1]?.length ?? 0) === 1 &&
    from > (rows.findIndex(isHead) + 1)) from -= 1
  for (let at = Math.max(0, from); at < rows.length; at += 1) {
    const label = labels.get(at)
    if (!label) {
      // A sum without a word closes its block.
      if (isData(rows[at] ?? [])) group = ''
      continue
    }
    const { text } = label
    if (!isData(rows[at] ?? [])) {
      if (isRule(text) || YEAR_ALONE.test(text)) continue
      const isAlone = (rows[at]?.length ?? 0) === 1 && text.length <= LONGEST_HEAD && !/^\(?(?:in|dollars|amounts|unaudited)\b/i.test(text)
      if (isAlone && !/[.;]$/.test(text)) group = SAYS_NOTHING.test(text) ? '' : text.replace(/[:\s]+$/, '')
      continue
    }
    if (CLOSES.test(text) && !/^(?:basic|diluted)/i.test(text)) {
      group = ''
      continue
    }
    // "Property, net" closes what "Property" opened.
    if (group !== '' && text.length > group.length && text.toLowerCase().startsWith(group.toLowerCase()) && /\bnet\b/i.test(text)) {
      group = ''
      continue
    }
    if (group !== '' && !/^\p{Ll}/u.test(text)) groups.set(at, group)
  }
  return groups
}

/** Words at the end of a label that is not whole. */
const OPEN_END =
  /(?:\b(?:and|or|of|to|into|in|for|by|per|from|on|at|as|before|between|with|under|upon|than|ended|ending|authorized|the|our|its|total|(?<!, )net)|[-,])$/i

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')

/** Joins a head of one row alone with the label of that row, where nothing says that it is a head: no colon, no capitals. */
const joinSingles = (labels: Map<number, ReadCell>, groups: Map<number, string>): void => {
  const members = new Map<string, number[]>()
  for (const [row, group] of groups) members.set(group, [...(members.get(group) ?? []), row])
  for (const [group, [row, ...others]] of members) {
    const head = row === undefined ? undefined : labels.get(row - 1)
    const label = row === undefined ? undefined : labels.get(row)
    if (row === undefined || others.length > 0 || !head || !label || head.text !== group) continue
    const letters = lettersOf(group)
    if (letters === letters.toUpperCase() || `${group} ${label.text}`.length > LONGEST_LABEL) continue
    labels.set(row, { ...label, text: `${group} ${label.text}` })
    labels.delete(row - 1)
    groups.delete(row)
  }
}

/** Joins a label that is wrapped over lines of a text table with the line that has its numbers. */
const joinWrapped = (rows: readonly (readonly ReadCell[])[], labels: Map<number, ReadCell>): void => {
  let open: { readonly at: number; readonly text: string } | null = null
  for (let at = 0; at < rows.length; at += 1) {
    const label = labels.get(at)
    if (!label || isRule(label.text)) {
      if ((rows[at]?.length ?? 0) > 0) open = null
      continue
    }
    const goesOn = open !== null && (/^(?:\p{Ll}|\(\p{L}|\d[\d,.]* (?:million )?shares\b)/u.test(label.text) || OPEN_END.test(open.text))
    const text: string = goesOn && open ? `${open.text}${/[^\s]-$/.test(open.text) ? '' : ' '}${label.text}` : label.text
    if (goesOn && text.length <= LONGEST_LABEL) {
      labels.set(at, { ...label, text })
      if (open) labels.delete(open.at)
    }
    const isAlone = (rows[at]?.length ?? 0) === 1 && !/[:.;]$/.test(text) && !YEAR_ALONE.test(text)
    open = isAlone ? { at, text } : null
  }
}

const YEAR_ALONE = /^(?:fiscal (?:years? )?|years? )?((?:19|20)\d\d)(?: fiscal quarters| quarters)?:?$/i

/** "Second quarter ended June 30, 2018" */
const PERIOD_ALONE = /\b(?:ended|quarter|months|weeks)\b.*\b(?:19|20)\d\d:?$/i
const LONGEST_PERIOD = 60

/** The year over each row that stands alone in a row of its own. */
const yearsOf = (rows: readonly (readonly ReadCell[])[]): Map<number, string> => {
  const years = new Map<number, string>()
  let year: string | undefined
  rows.forEach((row, at) => {
    const words = row.filter(({ text }) => !isRule(text))
    const text = words.length === 1 ? words[0]?.text ?? '' : ''
    const found = YEAR_ALONE.exec(text)?.[1] ??
      (text.length <= LONGEST_PERIOD && PERIOD_ALONE.test(text) ? text.replace(/:$/, '') : undefined)
    if (found !== undefined) year = found
    else if (year !== undefined) years.set(at, year)
  })
  return years
}

/** Reads the rows, labels, heads and blocks of a table. */
export const layOut = (block: Block): TableLayout => {
  const rows = rowsOf(block)
  const labels = new Map<number, ReadCell>()
  rows.forEach((row, at) => {
    const label = labelOf(row)
    if (label && label.text.length <= LONGEST_LABEL) labels.set(at, label)
  })
  if (block.verbatim) joinWrapped(rows, labels)
  const groups = groupsOf(rows, labels)
  if (block.verbatim) joinSingles(labels, groups)
  return { rows, labels, heads: headSegments(rows), groups, years: yearsOf(rows) }
}

/** The heads over a number of a row, without what stands alone above the row; empty where it has none. */
export const columnHead = ({ heads }: TableLayout, row: number, { cell, place }: ReadCell): string => {
  let found: ColumnHeads | undefined
  for (const one of heads) if (one.from <= row) found = one
  const inText = found?.inText && place ? headsOver(found.inText, place).join(' ') : null
  const head = (inText ?? found?.byColumn.get(cell.column) ?? '').trim()
  return /^(?:19|20)\d\d\b/.test(head) && found?.date ? `${found.date}, ${head}` : head
}

/** The whole head over a number of a row, with the year or period of its block; null where it has none. */
export const headAt = (layout: TableLayout, row: number, read: ReadCell): string | null => {
  const head = columnHead(layout, row, read)
  const above = layout.years.get(row)
  if (above === undefined || /\b(?:19|20)\d\d\b/.test(head)) return head === '' ? null : head
  return head === '' ? above : `${head} ${above}`
}
