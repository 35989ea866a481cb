import type { Block } from '#contract/filing'
import type { TextMap, TextRange } from '#contract/range'

/** Text as it stands on screen, with the way back to its source: a block of the reading view, or a line of the source view. */
export interface Surface {
  readonly id: string
  readonly text: string
  readonly map: TextMap
}

/** A place in the shown text: which surface, and the offset in it. */
export interface ShownPoint {
  readonly surface: string
  readonly offset: number
}

/** What is shown of a block: its columns where they carry meaning, else its running text. */
export const surfaceOf = (block: Block): Surface =>
  block.verbatim ? { id: block.id, text: block.verbatim.text, map: block.verbatim.map } : { id: block.id, text: block.text, map: block.map }

/** The place in `map` of the first segment for which `passed` is false; segments are ordered, so half of them are ruled out each time. */
const firstSegment = (map: TextMap, passed: (at: number) => boolean): number => {
  let low = 0
  let high = map.length >> 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (passed(middle * 4)) low = middle + 1
    else high = middle
  }
  return low * 4
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

/** The source range behind the shown range `start` to `end` (end exclusive); null where that is empty. Atomic segments count whole. */
export const sourceRange = (map: TextMap, start: number, end: number): TextRange | null => {
  if (end <= start || map.length === 0) return null
  const first = firstSegment(map, (at) => (map[at] ?? 0) + (map[at + 1] ?? 0) <= start)
  const last = firstSegment(map, (at) => (map[at] ?? 0) + (map[at + 1] ?? 0) < end)
  if (first >= map.length) return null
  const at = Math.min(last, map.length - 4)
  const from = sourceOffset(map, start)
  const source = map[at + 2] ?? 0
  const to = map[at + 1] === map[at + 3] ? source + Math.min(end - (map[at] ?? 0), map[at + 3] ?? 0) : source + (map[at + 3] ?? 0)
  return to > from ? { start: from, end: to } : null
}
