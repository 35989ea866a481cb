import { capitalShare, endsSentence, isAddressLine, isExhibitLine, isWireTail, markerLength, SHORT, wordCount } from './text-classes'
import { lineRight, lineText, type Line } from './text-lines'
import { pattern } from '#model/pattern'

/** Part of a chunk: lines `from` to `to`, excluded, and what cut it off. */
export interface ChunkPart {
  readonly from: number
  readonly to: number
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'address' | 'wire'
  readonly why: string
}

const shortText = (raw: string, line: Line): string => (line.last - line.first <= SHORT ? lineText(raw, line) : '')

/** The indent most lines have, the first line left out. */
const usualIndent = (lines: readonly Line[], from: number, to: number): number => {
  const counts = new Map<number, number>()
  for (let at = to - from > 1 ? from + 1 : from; at < to; at += 1) {
    const indent = lines[at]?.indent ?? 0
    counts.set(indent, (counts.get(indent) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (const [indent, count] of counts) {
    if (count > most || (count === most && indent < best)) {
      best = indent
      most = count
    }
  }
  return best
}

const TITLE_START = pattern('i')`
  ^(?:about|forward[- ]looking|safe harbor|cautionary|note regarding|conference call|risk factors|overview|background
  |highlights|financial|results)\b`

/** Whether the line at `at` heads the lines below it with no blank line between: short, in capitals or in title case, unpunctuated. */
const isGluedHeading = (raw: string, lines: readonly Line[], at: number, to: number, measure: number): boolean => {
  const line = lines[at]
  const below = lines[at + 1]
  if (!line || !below || at + 1 >= to || lineRight(line) > measure * 0.8) return false
  const text = shortText(raw, line)
  const next = shortText(raw, below)
  const words = wordCount(text)
  if (words === 0 || words >= 12 || /[.?!,;]["\u201d)]?$/.test(text) || markerLength(text) > 0) return false
  if (capitalShare(text) > 0.92 && /\p{L}{2}/u.test(text))
    return next === '' || (capitalShare(next) < 0.6 && lineRight(below) >= measure * 0.5)
  if (!/^["\u201c(]?[\p{Lu}\d]/u.test(next) || lineRight(line) > measure * 0.6 || lineRight(below) < measure * 0.7 ||
    /[:\-\u2013]$/.test(text)) return false
  const capitalised = text.match(/(?:^|\s)["\u201c(]?\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\b(?:of|the|and|in|for|to|a|an|on|with|by|at|from|or)\b/g)?.length ?? 0
  return (capitalised + small >= words && words >= 2 && capitalShare(next) < 0.5) || TITLE_START.test(text)
}

/** The lines that begin a list item: two or more carry a marker, the chunk opens with one, or it is a list of exhibits by their numbers. */
const itemStarts = (raw: string, lines: readonly Line[], from: number, to: number): ReadonlySet<number> => {
  const starts: number[] = []
  for (let at = from; at < to; at += 1) {
    const line = lines[at]
    if (line && markerLength(raw.slice(line.first, Math.min(line.last, line.first + 24))) > 0) starts.push(at)
  }
  if (starts.length >= 2 || starts[0] === from) return new Set(starts)
  const exhibits: number[] = []
  for (let at = from; at < to; at += 1) {
    const line = lines[at]
    if (line && line.indent === lines[from]?.indent && isExhibitLine(raw.slice(line.first, Math.min(line.last, line.first + 40))))
      exhibits.push(at)
  }
  return exhibits[0] === from && exhibits.length >= 2 ? new Set(exhibits) : new Set()
}

/** Why a new part begins at a line; null where the line continues. */
const breakAt = (raw: string, lines: readonly Line[], at: number, to: number, usual: number, measure: number): Omit<ChunkPart,
  'from' | 'to'> | null => {
  const line = lines[at]
  const above = lines[at - 1]
  if (!line || !above) return null
  const text = shortText(raw, line)
  if (isWireTail(text)) return { kind: 'wire', why: 'a line of the newswire\u2019s tail' }
  const ended = endsSentence(raw.slice(Math.max(above.first, above.last - 16), above.last))
  if (at === to - 1 && ended && isAddressLine(text)) return { kind: 'address', why: 'an address alone on the last line' }
  const reach = lineRight(above)
  if (line.indent >= usual + 2 && line.indent <= usual + 14 && (ended || reach < measure * 0.8) && above.indent <= usual + 1) {
    return { kind: 'paragraph',
      why: `its first line is indented by ${line.indent - usual} and the line above ${ended ? 'ends a sentence' : 'is short'}` }
  }
  if (ended && reach <= measure * 0.65 && /^["\u201c]?\p{Lu}/u.test(raw.slice(line.first, line.first + 3))) {
    return { kind: 'paragraph', why: 'the line above ends a sentence well before the measure' }
  }
  return null
}

/** Cuts a chunk of running text into the paragraphs, list items and glued headings that no blank line parts. */
export const splitChunk = (raw: string, lines: readonly Line[], from: number, to: number, measure: number): ChunkPart[] => {
  const parts: ChunkPart[] = []
  let start = from
  while (start < to - 1 && start < from + 3 && isGluedHeading(raw, lines, start, to, measure)) {
    parts.push({ from: start, to: start + 1, kind: 'heading', why: 'a short line without end punctuation on top of its paragraph' })
    start += 1
  }
  const items = itemStarts(raw, lines, start, to)
  const usual = usualIndent(lines, start, to)
  const opening = lines[start]
  const isWire = opening ? isWireTail(shortText(raw, opening)) : false
  let kind: ChunkPart['kind'] = items.has(start) ? 'list-item' : isWire ? 'wire' : 'paragraph'
  let why = items.has(start)
    ? 'the line opens with a list marker'
    : isWire
    ? 'a line of the newswire\u2019s tail'
    : 'running text between blank lines'
  let open = start
  for (let at = start + 1; at < to; at += 1) {
    const found = items.has(at)
      ? { kind: 'list-item' as const, why: 'the line opens with a list marker' }
      : breakAt(raw, lines, at, to, usual, measure)
    if (!found) continue
    parts.push({ from: open, to: at, kind, why })
    open = at
    kind = found.kind
    why = found.why
  }
  parts.push({ from: open, to, kind, why })
  return parts
}
