import type { Block } from '#contract/filing'
import type { TextMap, TextRange } from '#contract/range'
import { isContinued } from './drawn-pieces'

/** The shown offsets of `map` that a source range covers, end exclusive; null where it covers none. An atomic segment counts whole. */
const shownSpan = (map: TextMap, range: TextRange): TextRange | null => {
  let start = -1
  let end = -1
  for (let at = 0; at + 3 < map.length; at += 4) {
    const [shown = 0, shownLength = 0, source = 0, sourceLength = 0] = [map[at], map[at + 1], map[at + 2], map[at + 3]]
    if (source + sourceLength <= range.start || source >= range.end) continue
    const exact = shownLength === sourceLength
    const from = exact ? shown + Math.max(0, range.start - source) : shown
    const to = exact ? shown + Math.min(shownLength, range.end - source) : shown + shownLength
    if (start < 0) start = from
    end = to
  }
  return start < 0 ? null : { start, end }
}

/**
 * The words a reader sees for a source range, blocks parted by a line end. Blocks stand in the order of their first range, but
 * one that a page break cuts may reach behind those that follow it, so all that begin before the end of the range are looked at.
 */
export const shownText = (blocks: readonly Block[], range: TextRange): string => {
  const pieces: string[] = []
  for (const block of blocks) {
    if ((block.ranges[0]?.start ?? Infinity) >= range.end) break
    if (!block.ranges.some(({ start, end }) => start < range.end && end > range.start)) continue
    const span = shownSpan(block.map, range)
    if (span === null) continue
    if (pieces.length > 0 && !isContinued(block)) pieces.push('\n')
    pieces.push(block.text.slice(span.start, span.end))
  }
  return pieces.join('')
}
