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

const isHeaderLine = (text: string, running: ReadonlySet<string>): boolean =>
  text !== '' && text.length <= 100 && (isDateLine(text) || isPageNumber(text) || isContinuationLine(text)
    || /^.{0,70}\bPage\s{1,3}\d{1,4}(?:\s+of\s+\d{1,4})?$/i.test(text)
    || /^[^a-z]{3,90}\(?CONTINUED\)?$|^.{3,80}\((?:continued|cont[’']?d\.?)\)$/i.test(text)
    || (text.length >= 4 && (running.has(runningKey(text)) || running.has(runningKey(text.replace(/\d+$/, ''))))))

/** A digit or sign that a printer's carriage control left alone on its line. */
const isPrintControl = (text: string): boolean => /^[01+-]$/.test(text)

/** What the lines under a page break hold of furniture: a page header, print control, and the first line that is neither. */
export const readPageHeader = (raw: string, lines: readonly Line[], from: number, to: number,
  running: ReadonlySet<string>): { pieces: Piece[]; next: number } => {
  const pieces: Piece[] = []
  let at = from
  while (at < to && at < from + MAX_HEADER && isHeaderLine(textOf(raw, lines[at]), running)) at += 1
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

/** The lines that stand right under three or more page breaks, as keys: running heads that no title block shows. */
export const runningHeads = (raw: string, lines: readonly Line[], regions: readonly Region[]): Set<string> => {
  const counts = new Map<string, number>()
  regions.forEach((region, index) => {
    const next = regions[index + 1]
    if (region.kind !== 'page-break' || !next || next.kind === 'page-break') return
    for (let at = next.from; at < Math.min(next.to, next.from + 3); at += 1) {
      const key = runningKey(textOf(raw, lines[at]).replace(/\d+$/, ''))
      if (key.length >= 4 && key.length <= 90) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  })
  const heads = new Set<string>()
  for (const [key, count] of counts) if (count >= 3) heads.add(key)
  return heads
}
