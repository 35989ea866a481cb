import type { Block } from '#contract/filing'
import { pattern } from '#model/pattern'
import { findPeriods, isPrior } from '../period/period-words'
import type { TableLayout } from './table-layout'

/** When a number of a table is told for, as its head, its row or its caption words it, and the key by which it is compared; null where nothing says. */
export interface TablePeriod {
  readonly period: string | null
  readonly key: string | null
}

const OPENING = pattern('i')`
  \b(?:(?:at|,|-|–|—)?\s*(?:the )?(?:beginning|start) of (?:the )?(?:fiscal )?(?:year|period|quarter|month)s?
  |(?:beginning|opening) (?:balance|cash)s?|balances?,? (?:at )?beginning|, beginning)\b`

const MONTH =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)'
const DATE = new RegExp(`\\b${MONTH}\\s+\\d{1,2},?\\s+(?:19|20)\\d\\d\\b`, 'gi')
/** Words that say when, whatever else a head holds. */
const WHEN = new RegExp(`\\b(?:19|20)\\d\\d\\b|\\d/\\d{1,2}/\\d\\d|\\b(?:ended|ending|quarters?|months?|weeks?|years?|${MONTH} \\d)`, 'i')

const keyOf = (words: string): string | null => findPeriods(words)[0]?.key ?? null

/** The period that a text names, if it is one alone and no day something fell due or happened on; null else. */
const onlyPeriod = (text: string): string | null => {
  const found = findPeriods(text).filter(({ key, isTerm }) => isTerm !== true && !isPrior(key) && !key.startsWith('on:'))
  const [one] = found
  if (one && found.every(({ key }) => key === one.key)) return one.items.length === 1 ? one.items[0]?.text ?? null : null
  const dates = found.length > 0 ? [] : text.match(DATE) ?? []
  return new Set(dates).size === 1 ? dates[0] ?? null : null
}

/** The periods that a caption lists, in order; a lone date counts. */
const periodsOf = (text: string): readonly string[] => {
  const found = findPeriods(text).filter(({ key }) => !isPrior(key) && !key.startsWith('on:'))
  const [one] = found
  if (one && found.every(({ key }) => key === one.key)) return one.items.map(({ text: words }) => words)
  const dates = found.length > 0 ? [] : text.match(DATE) ?? []
  return dates.length === 1 ? [...dates] : []
}

/** Longest title of a statement, in UTF-16 units; the sentence that leads to a table with a colon may be longer. */
const TITLE = 160
const LEAD = 400

/** What a block above a table says of when its numbers are told for: a title, or the sentence that ends with a colon and leads to it. */
export const captionPeriods = ({ kind, text }: Block): readonly string[] => {
  const leads = /:\s*$/.test(text) && text.length <= LEAD
  const titles = text.length <= TITLE && (kind === 'heading' || kind === 'title' || kind === 'caption' || !/[.;]\s*$/.test(text))
  return leads || titles ? periodsOf(text.replace(/\s+/g, ' ')) : []
}

const BALANCE = /^balances?\b/i

/** For the rows between two balances of a statement of changes the day of the one below, by row. */
export const balanceDays = (layout: TableLayout): ReadonlyMap<number, string> => {
  const balances = [...layout.labels].flatMap(([row, { text }]) => {
    const day = BALANCE.test(text) ? text.match(DATE)?.[0] : undefined
    return day === undefined ? [] : [{ row, day }]
  }).sort((a, b) => a.row - b.row)
  const days = new Map<number, string>()
  balances.forEach(({ row, day }, at) => {
    const before = balances[at - 1]
    if (!before || before.day === day) return
    for (let inner = before.row + 1; inner < row; inner += 1) days.set(inner, day)
  })
  return days
}

/** What is known of the time of a row besides the heads of its columns. */
export interface RowTime {
  /** The day of the balance below, between two balances. */
  readonly balance: string | undefined
  /** The one period that the caption names. */
  readonly caption: string | null
}

/**
 * The period of a number: its head, which is told for the day its column begins with in a row of "beginning of period"; where the head names no time,
 * that of the label, of the balances around, or of the caption goes with it.
 */
export const periodOf = (label: string, head: string | null, { balance, caption }: RowTime): TablePeriod => {
  if (head !== null && WHEN.test(head)) {
    const key = keyOf(head)
    if (!OPENING.test(label)) return { period: head, key }
    return { period: `beginning of ${head}`, key: key === null ? null : `start:${key}` }
  }
  const time = onlyPeriod(label) ?? (balance === undefined ? null : `period ended ${balance}`) ?? caption
  if (time === null) return { period: head, key: null }
  return { period: head === null ? time : `${head} ${time}`, key: keyOf(time) ?? keyOf(`at ${time}`) }
}
