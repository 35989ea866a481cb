import { isContinuationLine, isDateLine, isPageNumber, isRunningFoot, SHORT } from './text-classes'
import { lineText, type Line } from './text-lines'
import { rangeOf, type Piece } from './text-pieces'
import type { Region } from './text-regions'

/** How many lines under a page break may be furniture, and above one. */
const MAX_HEADER = 6
const MAX_FOOTER = 3

/** Words a running head shares with the title block whatever its setting: letters and digits, lower-case. */
export const runningKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const textOf = (raw: string, line: Line | undefined): string =>
  line && line.last - line.first <= SHORT ? lineText(raw, line).replace(/\s+/g, ' ') : ''

/** What the pages of a document are headed by. */
export interface RunningHeads {
  /** Words that head pages, as keys. */
  readonly keys: Set<string>
  /** The lines at which an item stands for the first time whose words then head the pages behind it. */
  readonly openers: ReadonlySet<number>
}

const opensItem = /^(?:items?\s*(?:no\.?\s*)?\d|part\s+[ivx\d])/iu
const goesOn = /\b(?:continued|cont[’']?d)\b/iu

const isHeaderLine = (text: string, running: ReadonlySet<string>): boolean =>
  text !== '' && text.length <= 100 && (isDateLine(text) || isPageNumber(text) || isContinuationLine(text)
    || /^.{0,70}\bPage\s{1,3}\d{1,4}(?:\s+of\s+\d{1,4})?$/i.test(text)
    || /^[^a-z]{3,90}\(?CONTINUED\)?$|^.{3,80}\((?:continued|cont[’']?d\.?)\)$/i.test(text)
    || (text.length >= 4 && (running.has(runningKey(text)) || running.has(runningKey(text.replace(/\d+$/, ''))))))

/** A digit or sign that a printer's carriage control left alone on its line. */
const isPrintControl = (text: string): boolean => /^[01+-]$/.test(text)

/** What the lines under a page break hold of furniture: a page header, print control, and the first line that is neither. */
export const readPageHeader = (raw: string, lines: readonly Line[], from: number, to: number,
  running: RunningHeads): { pieces: Piece[]; next: number } => {
  const pieces: Piece[] = []
  let at = from
  while (at < to && at < from + MAX_HEADER && !running.openers.has(at) && isHeaderLine(textOf(raw, lines[at]), running.keys)) at += 1
  if (at > from) {
    const words = textOf(raw, lines[at - 1])
    const page = /(\d{1,4})(?:\s+of\s+\d{1,4})?\D{0,3}$/.exec(words)?.[1]
    pieces.push({
      kind: 'page-header',
      from,
      to: at,
      ranges: [rangeOf(lines, from, at)],
      why: 'a date, page number or running title between a page break and the text',
      ...(page ? { attrs: { page } } : {})
    })
  }
  return { pieces, next: at }
}

/** Takes a lone print-control sign that stands right behind page furniture. */
export const readPrintControl = (raw: string, lines: readonly Line[], at: number): Piece | null =>
  isPrintControl(textOf(raw, lines[at]))
    ? { kind: 'artifact', from: at, to: at + 1, ranges: [rangeOf(lines, at, at + 1)],
      why: 'a lone print-control sign behind page furniture' }
    : null

/**
 * The line where the furniture at the foot of a page begins, in the chunk before a page break; `to` where there is none.
 * Furniture is a page number, or the words that say more follows.
 */
export const footerStart = (raw: string, lines: readonly Line[], from: number, to: number, running: ReadonlySet<string>): number => {
  let start = to
  for (let at = to - 1; at >= from && at >= to - MAX_FOOTER; at -= 1) {
    const text = textOf(raw, lines[at])
    const isFoot = isPageNumber(text) || isContinuationLine(text) || /^.{0,70}\bPage\s{1,3}\d{1,4}(?:\s+of\s+\d{1,4})?$/i.test(text)
      || (start < to && text.length >= 4 && running.has(runningKey(text))) || (to - from === 1 && isRunningFoot(text))
    if (!isFoot) break
    start = at
  }
  return start
}

/** A list of contents has its items closer than this, in lines; one that opens its text has not. */
const CONTENTS_REACH = 12

/** Whether the item on a line opens text: no other item follows as closely as in a list of contents. */
const opensText = (raw: string, lines: readonly Line[], at: number): boolean => {
  const key = runningKey(textOf(raw, lines[at]))
  for (let next = at + 1; next < Math.min(lines.length, at + CONTENTS_REACH); next += 1) {
    const text = textOf(raw, lines[next])
    if (opensItem.test(text) && runningKey(text) !== key && /^items?/iu.test(text)) return false
  }
  return true
}

/**
 * The lines that stand right under three or more page breaks: running heads that no title block shows. Where such words are an item's, the line
 * at which it first opens its text is told too: it is the item's heading.
 */
export const runningHeads = (raw: string, lines: readonly Line[], regions: readonly Region[]): RunningHeads => {
  const counts = new Map<string, number>()
  const first = new Map<string, number>()
  lines.forEach((line, at) => {
    const text = line.tag === null ? textOf(raw, line) : ''
    if (!opensItem.test(text) || goesOn.test(text)) return
    const key = runningKey(text)
    if (!first.has(key) && !goesOn.test(textOf(raw, lines[at + 1])) && opensText(raw, lines, at)) first.set(key, at)
  })
  regions.forEach((region, index) => {
    const next = regions[index + 1]
    if (region.kind !== 'page-break' || !next || next.kind === 'page-break') return
    for (let at = next.from; at < Math.min(next.to, next.from + 3); at += 1) {
      const key = runningKey(textOf(raw, lines[at]).replace(/\d+$/, ''))
      if (key.length >= 4 && key.length <= 90) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  })
  const keys = new Set<string>()
  for (const [key, count] of counts) if (count >= 3) keys.add(key)
  return { keys, openers: new Set(first.values()) }
}
