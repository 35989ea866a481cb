/** The arithmetic between the shown text of a block and its source. Offsets are UTF-16 code units, end exclusive. */
import type { TextMap, TextRange } from '#contract/range'
import { lowerBound } from './lower-bound'

/** The place in `map` of the first segment for which `passed` is false. */
const firstSegment = (map: TextMap, passed: (at: number) => boolean): number => lowerBound(map.length >> 2, (at) => passed(at * 4)) * 4

/** The place in `map` of the segment that shows the code unit at `shown`; the last one where `shown` is the end. */
const segmentOf = (map: TextMap, shown: number): number => Math.max(0, firstSegment(map, (at) => (map[at] ?? 0) <= shown) - 4)

/** Cuts the hull `start` to `end` down to the parts that lie in `within`, which are in order: a block may have as many ranges as sentences. */
const cutTo = (start: number, end: number, within: readonly TextRange[]): TextRange[] => {
  const out: TextRange[] = []
  for (let at = lowerBound(within.length, (one) => (within[one]?.end ?? 0) <= start); at < within.length; at += 1) {
    const range = within[at]
    if (range === undefined || range.start >= end) break
    const from = Math.max(start, range.start)
    const to = Math.min(end, range.end)
    if (from < to) out.push({ start: from, end: to })
  }
  return out
}

/**
 * The source ranges behind `shownStart` to `shownEnd` of a block's text. With `within` (the ranges of the block), tags
 * between two pieces do not cut the result: it is the hull of the pieces, cut to those ranges. Without it every piece of
 * source that is not contiguous with the one before stands alone. Empty where the shown range is empty.
 */
export const toSource = (map: TextMap, shownStart: number, shownEnd: number, within?: readonly TextRange[]): TextRange[] => {
  const out: { start: number; end: number }[] = []
  if (shownEnd <= shownStart || map.length === 0) return out
  let hullStart = -1
  let hullEnd = -1
  for (let at = segmentOf(map, shownStart); at < map.length; at += 4) {
    const shown = map[at] ?? 0
    if (shown >= shownEnd) break
    const shownLength = map[at + 1] ?? 0
    const source = map[at + 2] ?? 0
    const sourceLength = map[at + 3] ?? 0
    const even = shownLength === sourceLength
    const start = even && shownStart > shown ? source + shownStart - shown : source
    const end = even && shownEnd < shown + shownLength ? source + shownEnd - shown : source + sourceLength
    if (start === end) continue
    if (hullStart < 0) hullStart = start
    hullEnd = end
    const last = out[out.length - 1]
    if (last?.end === start) last.end = end
    else out.push({ start, end })
  }
  return within && hullStart >= 0 ? cutTo(hullStart, hullEnd, within) : out
}

/**
 * The shown offset of a source offset: exact inside a one-to-one segment, the start of an atomic one, and the start of
 * the next segment where the offset falls between two (in a tag). The length of the shown text where it lies behind all.
 */
export const toShown = (map: TextMap, offset: number): number => {
  const at = firstSegment(map, (segment) => (map[segment + 2] ?? 0) + (map[segment + 3] ?? 0) <= offset)
  if (at >= map.length) return map.length === 0 ? 0 : (map[map.length - 4] ?? 0) + (map[map.length - 3] ?? 0)
  const shown = map[at] ?? 0
  const source = map[at + 2] ?? 0
  return map[at + 1] === map[at + 3] && offset > source ? shown + offset - source : shown
}

/** The shown offsets that a source range covers, end exclusive; null where it covers none. An atomic segment counts whole. */
export const shownRange = (map: TextMap, range: TextRange): TextRange | null => {
  let start = -1
  let end = -1
  const first = firstSegment(map, (at) => (map[at + 2] ?? 0) + (map[at + 3] ?? 0) <= range.start)
  for (let at = first; at < map.length; at += 4) {
    const shown = map[at] ?? 0
    const shownLength = map[at + 1] ?? 0
    const source = map[at + 2] ?? 0
    const sourceLength = map[at + 3] ?? 0
    if (source >= range.end) break
    if (sourceLength === 0) continue
    const even = shownLength === sourceLength
    if (start < 0) start = even ? shown + Math.max(0, range.start - source) : shown
    end = even ? shown + Math.min(shownLength, range.end - source) : shown + shownLength
  }
  return start < 0 || end <= start ? null : { start, end }
}

/** The source offset behind a shown offset: exact inside a one-to-one segment, the start of an atomic one. */
export const sourceOffset = (map: TextMap, shown: number): number => {
  const at = firstSegment(map, (segment) => (map[segment] ?? 0) + (map[segment + 1] ?? 0) <= shown)
  if (at >= map.length) return map.length === 0 ? 0 : (map[map.length - 2] ?? 0) + (map[map.length - 1] ?? 0)
  const source = map[at + 2] ?? 0
  return map[at + 1] === map[at + 3] ? source + shown - (map[at] ?? 0) : source
}

/** The source range behind the shown range `start` to `end` (end exclusive): the hull of its pieces; null where that is empty. */
export const sourceRange = (map: TextMap, start: number, end: number): TextRange | null => {
  const pieces = toSource(map, start, end)
  const from = pieces[0]?.start
  const to = pieces.at(-1)?.end
  return from === undefined || to === undefined ? null : { start: from, end: to }
}
