import type { TextRange } from '#contract/range'
import { isEndMark, isRuleLine, SHORT } from './text-classes'
import { lineRole } from './text-columns'
import { isBlankLine, lineText, splitLines, type Line } from './text-lines'
import { findTables, type LineSpan } from './text-tables'
import { tagLengthAt, tagNameAt } from '../map/text-tags'

/** A run of lines of one nature, `to` excluded. `note` marks chunks that `<FN>` calls footnotes. */
export interface Region extends LineSpan {
  readonly kind: 'page-break' | 'rule' | 'end-mark' | 'table' | 'chunk'
  readonly note: boolean
}

/**
 * The most lines of one block. What is kept, indexed and drawn is held by one block at a time; no table of a filing that people made
 * comes near, and a list of as many lines loses nothing where it is cut between two of them.
 */
export const MOST_LINES = 10_000

/** A region, in parts where it has more lines than a block may. */
const inBounds = (region: Region): readonly Region[] =>
  Array.from({ length: Math.max(1, Math.ceil((region.to - region.from) / MOST_LINES)) }, (_, part): Region => ({
    ...region,
    from: region.from + part * MOST_LINES,
    to: Math.min(region.to, region.from + (part + 1) * MOST_LINES)
  }))

/** A page number as it stands behind `<PAGE>`, on the same line. */
const PAGE_LABEL = /^[ \t]{0,40}(?:[A-Z]{1,3}-)?(?:\d{1,4}|[ivxl]{1,7}|cover)[ \t]*$/i

const isTagStart = (raw: string, at: number): boolean => raw.charCodeAt(at) === 60

const skipBlanks = (raw: string, from: number, end: number): number => {
  let at = from
  while (at < end && (raw.charCodeAt(at) === 32 || raw.charCodeAt(at) === 9)) at += 1
  return at
}

/** Cuts the known tags off the two ends of a line. */
const cutTags = (raw: string, line: Line, out: Line[]): void => {
  let first = line.first
  let start = line.start
  while (first < line.last && isTagStart(raw, first)) {
    const tag = tagNameAt(raw, first, line.last)
    if (tag === null) break
    let stop = first + tagLengthAt(raw, first, line.last)
    if (tag === 'PAGE' && PAGE_LABEL.test(raw.slice(stop, Math.min(line.last, stop + SHORT)))) stop = line.last
    out.push({ start, end: stop, first, last: stop, indent: 0, hasGaps: false, tag })
    start = stop
    first = skipBlanks(raw, stop, line.last)
  }
  if (first >= line.last) return
  let last = line.last
  const tails: Line[] = []
  while (raw.charCodeAt(last - 1) === 62) {
    const open = raw.lastIndexOf('<', last - 1)
    if (open <= first || last - open > 60 || tagLengthAt(raw, open, last) !== last - open) break
    tails.unshift({ start: open, end: last, first: open, last, indent: 0, hasGaps: false, tag: tagNameAt(raw, open, last) })
    last = open
    while (last > first && (raw.charCodeAt(last - 1) === 32 || raw.charCodeAt(last - 1) === 9)) last -= 1
  }
  out.push({ start, end: last, first, last, indent: line.indent + first - line.first, hasGaps: line.hasGaps, tag: null }, ...tails)
}

/** The lines of a document with their known tags set apart. */
export const readTaggedLines = (raw: string, range: TextRange): Line[] => {
  const out: Line[] = []
  for (const line of splitLines(raw, range)) {
    const mayHoldTags = line.last > line.first && (isTagStart(raw, line.first) || raw.charCodeAt(line.last - 1) === 62)
    if (mayHoldTags) cutTags(raw, line, out)
    else out.push(line)
  }
  return out
}

/** Pairs `<TABLE>` with the next `</TABLE>`; one that another `<TABLE>` or the end comes first to is no table. */
const taggedSpans = (lines: readonly Line[]): LineSpan[] => {
  const spans: LineSpan[] = []
  let open = -1
  lines.forEach((line, index) => {
    if (line.tag === 'TABLE') open = index + 1
    else if (line.tag === '/TABLE' && open >= 0) {
      spans.push({ from: open, to: index })
      open = -1
    }
  })
  return spans
}

/** Cuts a tagged table down to its tabular part: filers wrap prose in the tags, before, behind or instead of rows. */
const tabularPart = (raw: string, lines: readonly Line[], span: LineSpan, measure: number): LineSpan | null => {
  let first = -1
  let last = -1
  let proseFrom = -1
  let prose = 0
  let cut = -1
  for (let at = span.from; at < span.to; at += 1) {
    const line = lines[at]
    if (!line) continue
    if (line.tag === 'FN' && first >= 0) {
      cut = at
      break
    }
    const role = line.tag ? 'rule' : lineRole(raw, line, measure)
    if (role === 'row' || role === 'columns') {
      if (first < 0) first = prose >= 3 ? at : span.from
      last = at
      prose = 0
    } else if (role === 'text') {
      if (prose === 0) proseFrom = at
      prose += 1
    } else if (role === 'blank' && prose < 3) prose = 0
  }
  if (first < 0) return null
  const tail = prose >= 2 && proseFrom > last ? proseFrom : span.to
  return { from: first, to: Math.min(cut >= 0 ? cut : span.to, tail) }
}

/** Tables by tag and tables by their looks, in order. */
const allTables = (raw: string, lines: readonly Line[], measure: number): LineSpan[] => {
  const tagged: LineSpan[] = []
  const inTags = new Uint8Array(lines.length)
  for (const span of taggedSpans(lines)) {
    const part = tabularPart(raw, lines, span, measure)
    if (!part) continue
    tagged.push(part)
    inTags.fill(1, part.from, part.to)
  }
  const bare = findTables(raw, lines, measure, (index) => inTags[index] === 1 || lines[index]?.tag === 'PAGE')
  return [...tagged, ...bare].sort((a, b) => a.from - b.from)
}

/** Cuts a table at the page breaks inside it. */
const tableRegions = (lines: readonly Line[], span: LineSpan, out: Region[]): void => {
  let from = span.from
  for (let at = span.from; at < span.to; at += 1) {
    if (lines[at]?.tag !== 'PAGE') continue
    if (at > from) out.push({ kind: 'table', from, to: at, note: false })
    out.push({ kind: 'page-break', from: at, to: at + 1, note: false })
    from = at + 1
  }
  if (span.to > from) out.push({ kind: 'table', from, to: span.to, note: false })
}

/** Cuts the lines of a document into page breaks, rules, end marks, tables and chunks between blank lines. */
export const readRegions = (raw: string, lines: readonly Line[], measure: number): Region[] => {
  const out: Region[] = []
  const tables = allTables(raw, lines, measure)
  let table = 0
  let chunk = -1
  let note = false
  const close = (at: number): void => {
    if (chunk >= 0) out.push({ kind: 'chunk', from: chunk, to: at, note })
    chunk = -1
  }
  let at = 0
  while (at < lines.length) {
    while ((tables[table]?.from ?? at) < at) table += 1
    const next = tables[table]
    if (next?.from === at) {
      close(at)
      tableRegions(lines, next, out)
      at = Math.max(next.to, at + 1)
      table += 1
      continue
    }
    const line = lines[at]
    if (!line) break
    const text = line.last - line.first <= SHORT ? lineText(raw, line) : ''
    if (line.tag || isBlankLine(line)) close(at)
    if (line.tag === 'FN') note = true
    else if (line.tag === '/TABLE' || line.tag === '/FN') note = false
    if (line.tag === 'PAGE') out.push({ kind: 'page-break', from: at, to: at + 1, note: false })
    else if (!line.tag && !isBlankLine(line)) {
      const isMark = text !== '' && isEndMark(text)
      if (isMark || (text !== '' && isRuleLine(text))) {
        close(at)
        out.push({ kind: isMark ? 'end-mark' : 'rule', from: at, to: at + 1, note: false })
      } else if (chunk < 0) chunk = at
    }
    at += 1
  }
  close(lines.length)
  return out.flatMap(inBounds)
}
