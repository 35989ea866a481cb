import type { Block } from '#contract/filing'
import type { TextMap, TextRange } from '#contract/range'

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

/** The index of the first block that ends behind `offset`; blocks stand in the order of their first range. */
const firstBlock = (blocks: readonly Block[], offset: number): number => {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.ranges.at(-1)?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The words a reader sees for a source range, blocks parted by a line end. */
export const shownText = (blocks: readonly Block[], range: TextRange): string => {
  const pieces: string[] = []
  for (let index = firstBlock(blocks, range.start); index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined || (block.ranges[0]?.start ?? Infinity) >= range.end) break
    const span = shownSpan(block.map, range)
    if (span !== null) pieces.push(block.text.slice(span.start, span.end))
  }
  return pieces.join('\n')
}
