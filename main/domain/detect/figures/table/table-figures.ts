import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { toSource } from '#model/text-map'
import { MEASURE_MATCHER } from '../../lexicon'
import { tokenise } from '../../text/tokens'
import type { DocumentSetting } from '../document-setting'
import { currencyBefore, currencyOfCaption } from '../number/currencies'
import type { ScaleStatement } from '../number/scale-words'
import { readScale } from '../number/scale-words'
import { CELL_NUMBER, columnHead, headAt, layOut } from './table-layout'
import type { ReadCell, TableLayout } from './table-layout'
import { balanceDays, periodOf } from './table-periods'
import { pattern } from '#model/pattern'

/** A number of a table with the label of its row, the head of its block and the whole head of its column. */
export interface TableFigure {
  readonly range: TextRange
  readonly text: string
  readonly value: number
  readonly slack: number
  readonly unit: string | null
  /** The label of the row, behind the head of its block where it has one. */
  readonly measure: string
  /** The label of the row alone. */
  readonly label: string
  readonly period: string | null
  readonly periodKey: string | null
  /** Whether no scale is told for it. */
  readonly isUnscaled: boolean
}

/** What stands above a table, or in its first rows, of its numbers. */
export interface TableCaption {
  readonly scale: ScaleStatement
  readonly currency: string | null
  /** Whether it tells of ratios, which are no amounts. */
  readonly ratios?: boolean
}

/** Above which nothing is said. */
export const NO_CAPTION: TableCaption = { scale: { money: null, shares: null }, currency: null }

/** Most table figures read from one document; the statements of an annual report hold more than a reader compares. */
export const MOST_TABLE_FIGURES = 4000

/** How far into the text of a table its own caption may stand, in UTF-16 units. */
export const OWN_CAPTION = 400

/** What heads a table of ratios; a line shorter than this between the two says nothing else. */
const RATIOS = /\b(?:computation|calculation) of ratios?\b|\bratios? of earnings\b/i
const SHORT_LINE = 40

/** What a text above numbers says of their scale and currency; what it says nothing of stays as it was. */
export const readCaption = (text: string, before: TableCaption, setting: DocumentSetting): TableCaption => {
  const scale = readScale(text)
  const ratios = RATIOS.test(text) || (before.ratios === true && text.length <= SHORT_LINE)
  if (scale.money === null && scale.shares === null) return ratios === (before.ratios ?? false) ? before : { ...before, ratios }
  return {
    scale: { money: scale.money ?? before.scale.money, shares: scale.shares ?? before.scale.shares },
    currency: currencyOfCaption(text, setting) ?? (scale.money === null ? before.currency : null),
    ...(ratios ? { ratios } : {})
  }
}

interface Reading {
  readonly block: Block
  readonly layout: TableLayout
  readonly caption: TableCaption
  readonly setting: DocumentSetting
  /** Columns of rates, of which only the first and the last have a percent sign. */
  readonly rates: ReadonlySet<number>
  /** Whether amounts with two decimals are the rule here, so that they tell nothing. */
  readonly exact: boolean
  /** Whether the head of some column says that it counts shares. */
  readonly countsShares: boolean
  /** The heads that an earlier part of the table has, where this part has none. */
  readonly carried: readonly string[] | null
  /** The day of the balance below each row between two balances. */
  readonly days: ReadonlyMap<number, string>
  /** The one period that the caption names. */
  readonly captioned: string | null
}

/** What comes before a table and holds for it: the heads of an earlier part of it, and the periods that its caption names. */
export interface Above {
  readonly carried: readonly string[] | null
  readonly periods: readonly string[]
}

const NOTHING_ABOVE: Above = { carried: null, periods: [] }

const PER_SHARE = /\bper (?:\w+ ){0,3}(?:share|unit|ads)\b|\beps\b|\bper-share\b/i
/** What is only used to reckon earnings per share, or tells a rate in brackets, is an amount. */
const AMOUNT_OF_SHARES = /\b(?:used (?:in|for|to)|for (?:computing|calculating|purposes)|numerator|denominator|comput|calculat)\w*/i
const SHARES = pattern('i')`
  \b(?:shares (?:outstanding|used|issued|repurchased|authorized|of common)|number of (?:\w+ ){0,3}shares
  |weighted[- ]average (?:\w+[ ,-]+){0,8}(?:shares|stock outstanding)
  |(?:common|ordinary|average|dilutive|diluted|basic|restricted|treasury) (?:\w+ ){0,3}shares\b|shares$|^shares\b
  |dilutive (?:effect|securities))`

/** A note behind a number: "5,200 (a)". */
const NOTE_BEHIND = /([\d)%]\s?)\([a-z\d]{1,2}\)$/

const SHARE_HEAD = pattern('i')`
  \bshares\b\W*(?:\([^()]*\)\W*)?$|^(?:number of )?shares\b|\bnumber\W*$
  |\b(?:shares|(?:common|preferred|ordinary) stock) (?:owned|offered|issuable|(?:beneficially|to be) \w+)\b`
/** What is paid or received for shares, under a head of a statement of cash flows. */
const PAID = /\b(?:payments?|reimbursements?|repurchases?|purchases?|redemptions?|sales?|issuances?|proceeds|taxes|withheld|exercise)\b/i
const ACTIVITIES = /\bactivities\b/i

/** Rows of rates whose numbers stand without a percent sign. */
const RATE = /\brates?(?: of (?:\w+ ){1,3}(?:\w+)?)?(?: on \w[\w ]{0,80}| increases?)?\W{0,8}$/i

/** The head of a block of rates whose rows do not say that they are some. */
const RECONCILED = /\btax rate\b.{0,60}\breconcil|\breconcil\w*\b.{0,80}\btax rate\b/i

/** The head of a block of what was assumed, whose rows are rates. */
const ASSUMED = /\bassumptions?\b/i

/** "2,000 shares authorized": a row of a balance sheet that tells how many there are tells what they stand at. */
const TELLS_SHARES = /\d[\d,]* (?:[\p{L}-]+ ){0,2}shares (?:authorized|issued|outstanding)\b/iu
/** What is owed or was spent in shares is an amount. */
const OWED = /\b(?:liabilit(?:y|ies)|penalt(?:y|ies)|payable|obligations?|expenses?|compensation)\b/i

const OF_MONEY = /[$€£]|\bamount|\bvalue\b|\bproceeds|\bprice|\bcost\b/i

type Kind = 'percent' | 'share' | 'shares' | 'count' | 'money'

const decimalsOf = (digits: string): number => digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0

const kindOf = (reading: Reading, { cell, text }: ReadCell, digits: string, label: string, group: string, head: string): Kind => {
  if (text.includes('%')) return 'percent'
  const decimals = decimalsOf(digits)
  const isSmall = decimals >= 2 || (!digits.includes(',') && digits.length <= 3 && decimals > 0)
  // What a label says in brackets narrows it: "Dividends ($0.60 per share)".
  const bare = label.replace(/\([^()]*\)/g, ' ').replace(/\([^()]*$/, ' ')
  const signed = /[$€£¥]/.test(text)
  const perShare = PER_SHARE.test(bare) || (PER_SHARE.test(group) && !SHARES.test(bare))
  if (perShare && isSmall && !AMOUNT_OF_SHARES.test(bare)) return 'share'
  const isOne = /\b(?:earnings|loss|income|basic|diluted|dividends?)\b/i.test(bare) && /^\d?\d?\.\d\d$/.test(digits)
  if (isOne && !reading.exact && !SHARES.test(bare) && reading.caption.scale.money !== null) return 'share'
  if (isOne && reading.caption.scale.money === null && /\b(?:basic|diluted|per)\b/i.test(bare)) return 'share'
  const money = signed || TELLS_SHARES.test(label) || OWED.test(bare) && !SHARE_HEAD.test(head) ||
    PAID.test(bare) && ACTIVITIES.test(group) ||
    OF_MONEY.test(`${bare} ${head}`)
  if (!signed && SHARE_HEAD.test(head) && !OF_MONEY.test(head) && !/\bper\b/i.test(bare)) return 'shares'
  // Where some columns say that they count shares, the others do not.
  const counts = !reading.countsShares || SHARE_HEAD.test(head)
  if (!money && counts && (SHARES.test(bare) || SHARE_HEAD.test(head) || (SHARES.test(group) && !/authorized|par value/i.test(group))))
    return 'shares'
  if (!signed && /^number of\b/i.test(bare)) return 'count'
  if (!signed && decimals > 0 && Number(digits.replaceAll(',', '')) < 100 && (reading.caption.ratios === true || /\bratio\b/i.test(bare)) &&
    !/%/.test(head)) return 'count'
  if (!signed && !digits.includes(',') && decimals > 0 && Number(digits) <= 100 &&
    (RATE.test(bare) && !/exchange rate/i.test(bare) || RECONCILED.test(group) || ASSUMED.test(group))) return 'percent'
  return reading.rates.has(cell.column) && !signed && !digits.includes(',') ? 'percent' : 'money'
}

const unitOf = (kind: Kind, currency: string | null): string | null =>
  kind === 'percent'
    ? '%'
    : kind === 'shares'
    ? 'shares'
    : kind === 'count'
    ? null
    : kind === 'share'
    ? `${currency ?? 'USD'}/share`
    : currency

const numbersOf = ({ rows }: TableLayout, row: number): readonly ReadCell[] =>
  (rows[row] ?? []).filter(({ isNumber, cell }) => isNumber && cell.column > 0)

const carriedAt = ({ carried, layout }: Reading, row: number, read: ReadCell): string | null => {
  const numbers = numbersOf(layout, row)
  return carried !== null && numbers.length === carried.length ? carried[numbers.indexOf(read)] ?? null : null
}

/** Whether some number of a table has a head. */
const hasHeads = (layout: TableLayout): boolean =>
  layout.rows.some((_, row) => numbersOf(layout, row).some((read) => headAt(layout, row, read) !== null))

/**
 * The heads of a table's columns, in order, for the part of it that follows without heads of its own; `before` where it has none itself, null where a
 * row has numbers that no head stands over.
 */
export const headsToCarry = (layout: TableLayout, before: readonly string[] | null): readonly string[] | null => {
  if (!hasHeads(layout)) return before
  let widest: readonly (string | null)[] = []
  layout.rows.forEach((_, row) => {
    const heads = numbersOf(layout, row).map((read) => headAt(layout, row, read))
    if (heads.length > widest.length) widest = heads
  })
  const known = widest.filter((head) => head !== null)
  return known.length === widest.length && known.length > 0 ? known : null
}

/** The scale that a label sets for its row, or the head of its block for shares: "Shares used (000's)". */
const ownScale = (label: string, group: string): ScaleStatement => {
  const own = readScale(label)
  return own.money === null && own.shares === null && SHARES.test(group.replace(/\([^()]*\)/g, ' ')) ? readScale(group) : own
}

const figureOf = (reading: Reading, row: number, read: ReadCell): TableFigure | null => {
  const { block, layout, caption, setting } = reading
  const labelled = layout.labels.get(row)
  // What stands left of the label numbers the row.
  if (!labelled || !read.isNumber || read.cell.column < labelled.cell.column) return null
  const label = labelled.text
  const digits = CELL_NUMBER.exec(read.text)?.[1] ?? ''
  const pieces = toSource(block.map, read.cell.start, read.cell.end)
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (!first || !last || digits === '') return null
  const head = headAt(layout, row, read) ?? carriedAt(reading, row, read)
  if (/\bpages?\b(?: \w+)?\W*$/i.test(head ?? '')) return null
  const group = layout.groups.get(row) ?? ''
  const kind = kindOf(reading, read, digits, label, group, columnHead(layout, row, read))
  const own = currencyBefore(read.text, read.text.search(/[(\d]*\d/), setting)?.code
  const bareDollar = /(?:^|[^A-Z])\$/.test(read.text)
  const currency = own !== undefined && !(bareDollar && caption.currency !== null) ? own : caption.currency ?? own ?? setting.main
  const inLabel = ownScale(label, group)
  // "Unit sales (in thousands)" counts something, whatever the table tells in money.
  const counted = kind === 'money' && inLabel.money === null && inLabel.shares !== null && !/[$€£¥]/.test(read.text) ? inLabel.shares : null
  const told = counted !== null ? counted : kind === 'money'
    ? inLabel.money ?? caption.scale.money
    : kind === 'shares'
    ? inLabel.money ?? inLabel.shares ?? caption.scale.shares
    : 1
  const scale = told ?? 1
  const size = Number((Number(digits.replaceAll(',', '')) * scale).toPrecision(15))
  const { period, key } = periodOf(label, head, { balance: reading.days.get(row), caption: reading.captioned })
  const shown = read.text.replace(NOTE_BEHIND, '$1')
  const negative = shown.includes('(') || /^[-–−]|[$€£¥]\s?[-–−]/.test(shown)
  return {
    range: { start: first.start, end: last.end },
    text: read.text.replace(/\s+/g, ' '),
    value: negative ? -size : size,
    slack: (scale * 10 ** -decimalsOf(digits)) / 2,
    unit: counted === null ? unitOf(kind, currency) : 'units',
    measure: group === '' ? label : `${group}: ${label}`,
    label,
    period,
    periodKey: key,
    isUnscaled: kind === 'money' && told === null
  }
}

/** Columns whose first number has a percent sign, with no amount of money and nothing above a hundred in them. */
const rateColumns = ({ rows }: TableLayout): ReadonlySet<number> => {
  const rates = new Map<number, boolean>()
  for (const row of rows) {
    for (const { cell, text, isNumber } of row) {
      if (!isNumber || cell.column === 0) continue
      const digits = Number((CELL_NUMBER.exec(text)?.[1] ?? '').replaceAll(',', ''))
      const isRate = text.includes('%')
      const fits = isRate || (!/[$€£¥]/.test(text) && digits <= 100)
      rates.set(cell.column, rates.has(cell.column) ? rates.get(cell.column) === true && fits : isRate)
    }
  }
  return new Set([...rates].filter(([, isRate]) => isRate).map(([column]) => column))
}

/** Share of the numbers with two decimals from which they tell no amount of one share. */
const EXACT = 0.5

const isExact = ({ rows }: TableLayout): boolean => {
  const numbers = rows.flat().filter(({ isNumber }) => isNumber)
  return numbers.filter(({ text }) => /\.\d\d\b/.test(text)).length > EXACT * numbers.length
}

const namesMeasure = (text: string): boolean => MEASURE_MATCHER.match(text, tokenise(text)).length > 0

/** Share of the rows with numbers that name a measure from which a table is one of accounts, all of whose rows are read. */
const OF_ACCOUNTS = 0.3
/** Fewest rows that name a measure in a table of accounts. */
const FEWEST = 3

/** Fewest lines of a list of pages. */
const FEWEST_PAGES = 4

/** Whether each row ends with one small number and none is smaller than that above it: a list of what stands on which page. */
const isPaged = (rows: readonly (readonly ReadCell[])[]): boolean => {
  const pages = rows.map(([only, ...others]) => only && others.length === 0 && /^\d{1,3}$/.test(only.text) ? Number(only.text) : -1)
  return pages.length >= FEWEST_PAGES && pages.every((page, at) => page > 0 && page >= (pages[at - 1] ?? 0))
}

/** The rows that are read: those that name a measure, and in a table of accounts each one with a label and an amount. */
const rowsToRead = (layout: TableLayout): readonly number[] => {
  const labelled = [...layout.labels].filter(([row]) => numbersOf(layout, row).length > 0)
  const named = labelled.filter(([row, { text }]) => namesMeasure(text) || namesMeasure(layout.groups.get(row) ?? '')).map(([row]) => row)
  const paged = isPaged(labelled.map(([row]) => numbersOf(layout, row)))
  const isOfAccounts = named.length >= FEWEST && named.length >= OF_ACCOUNTS * labelled.length && !paged
  return isOfAccounts ? labelled.map(([row]) => row) : paged ? [] : named
}

/** The numbers of a table whose row, or the block it stands in, names a measure, and all of a table of accounts. Identical rows are told once. */
export const readTableFigures = (block: Block, caption: TableCaption, setting: DocumentSetting, layout = layOut(block),
  { carried, periods }: Above = NOTHING_ABOVE): TableFigure[] => {
  const named = rowsToRead(layout)
  if (named.length === 0) return []
  const reading: Reading = { block, layout, setting, caption, rates: rateColumns(layout), exact: isExact(layout),
    carried: hasHeads(layout) ? null : carried ?? (periods.length > 1 ? periods : null), days: balanceDays(layout),
    captioned: periods.length === 1 ? periods[0] ?? null : null,
    countsShares: layout.heads.some(({ byColumn }) => [...byColumn.values()].some((head) => SHARE_HEAD.test(head))) }
  const seen = new Set<string>()
  return named.flatMap((row) => {
    const figures = (layout.rows[row] ?? []).flatMap((read) => figureOf(reading, row, read) ?? [])
    const key = JSON.stringify(figures.map(({ measure, period, text, unit }) => [measure, period, text, unit]))
    if (seen.has(key)) return []
    seen.add(key)
    return figures
  })
}
