import type { Block, BlockKind, Section } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { toShown, toSource } from '../parse/text-map'

/** The shown text of a filing as anchors see it: its blocks joined by single spaces, typographic variants levelled. */
export interface AnchorText {
  /** Code unit by code unit the shown text, but for its quotes, dashes and spaces, which are plain. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** Where each block begins in `text`. */
  readonly starts: readonly number[]
  readonly sections: readonly Section[]
  /** SHA-256 of the decoded text that the blocks' ranges refer to. */
  readonly textSha256: string
  /** Where each word of `text` begins, by the word in lower case. */
  readonly places: ReadonlyMap<string, readonly number[]>
}

const LEVELLED: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟«»″'].map((mark): [string, string] => [mark, '"']),
  ...[...'‘’‚‛′`´'].map((mark): [string, string] => [mark, "'"]),
  ...[...'‐‑‒–—―−'].map((mark): [string, string] => [mark, '-'])
])

/** Levels quotes, dashes and spaces one for one, so that every offset stays what it was. */
export const level = (text: string): string =>
  text.replace(/[“”„‟«»″‘’‚‛′`´‐‑‒–—―−]/g, (mark) => LEVELLED.get(mark) ?? mark).replace(/\s/g, ' ')

/** Levels a quote that came from elsewhere: runs of white space become one space as in a block's text. */
export const levelQuote = (text: string): string => level(text).replace(/ +/g, ' ').trim()

/** Furniture of the page: a selection runs across it without taking it in. */
const FURNITURE: ReadonlySet<BlockKind> = new Set<BlockKind>(['page-break', 'page-header', 'page-footer', 'artifact'])

const findPlaces = (text: string): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>()
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0].toLowerCase()
    const known = places.get(word)
    if (known) known.push(match.index)
    else places.set(word, [match.index])
  }
  return places
}

/** Lays the blocks of a filing (of all its documents, in order) out for anchors. */
export const createAnchorText = (blocks: readonly Block[], sections: readonly Section[], textSha256: string): AnchorText => {
  const shown = blocks.filter((block) => block.text !== '' && !FURNITURE.has(block.kind))
  const starts: number[] = []
  let length = 0
  for (const block of shown) {
    starts.push(length)
    length += block.text.length + 1
  }
  const text = level(shown.map((block) => block.text).join(' '))
  return { text, blocks: shown, starts, sections, textSha256, places: findPlaces(text) }
}

/** The index of the last start that is not behind `offset`; 0 where all are. */
const indexAt = (starts: readonly number[], offset: number): number => {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The source range from the first to the last code unit of a stretch of `text`; null where it shows nothing of the source. */
export const sourceOf = (anchors: AnchorText, start: number, end: number): TextRange | null => {
  const first = indexAt(anchors.starts, start)
  const last = indexAt(anchors.starts, Math.max(end - 1, start))
  const opening = anchors.blocks[first]
  const closing = anchors.blocks[last]
  if (!opening || !closing) return null
  const from = toSource(opening.map, start - (anchors.starts[first] ?? 0), first === last ? end - (anchors.starts[first] ?? 0) : opening.text.length)[0]
  const to = toSource(closing.map, first === last ? start - (anchors.starts[last] ?? 0) : 0, end - (anchors.starts[last] ?? 0)).at(-1)
  return from && to ? { start: from.start, end: to.end } : null
}

/** The offset in `text` of a source offset: in the block that holds it, or at the start of the next. */
const offsetOf = (anchors: AnchorText, source: number): number => {
  const at = anchors.blocks.findIndex((block) => (block.ranges[block.ranges.length - 1]?.end ?? 0) > source)
  const block = anchors.blocks[at]
  return block ? (anchors.starts[at] ?? 0) + toShown(block.map, source) : anchors.text.length
}

/** The stretch of `text` that shows a source range. */
export const stretchOf = (anchors: AnchorText, range: TextRange): TextRange => {
  const start = offsetOf(anchors, range.start)
  const last = offsetOf(anchors, Math.max(range.end - 1, range.start))
  return { start, end: Math.max(start, Math.min(last + 1, anchors.text.length)) }
}

/** The titles of the sections around a source offset, from the outermost in. */
export const sectionPathAt = (anchors: AnchorText, source: number): string[] =>
  anchors.sections
    .filter(({ range }) => range.start <= source && source < range.end)
    .sort((a, b) => a.level - b.level || a.range.start - b.range.start)
    .map((section) => section.title)
