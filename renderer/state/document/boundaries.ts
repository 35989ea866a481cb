import type { Sentence } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { BlockIndex } from '#model/block-index'
import { shownRange, sourceRange } from '#model/text-map'
import { surfaceOf } from './surface'

/** By how much a boundary is moved. */
export type Step = 'character' | 'word' | 'sentence'

/** Which boundary is moved. */
export type Edge = 'start' | 'end'

/** A place in the shown text: the index of a block, and the offset in what is shown of it. */
export interface BoundaryPlace {
  readonly block: number
  readonly offset: number
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** The shown offsets at which a boundary may come to stand: between letters as a reader counts them, or at the edges of words. */
const stopsOf = (text: string, step: 'character' | 'word', edge: Edge): readonly number[] => {
  const stops: number[] = []
  for (const { index, segment, isWordLike } of (step === 'word' ? words : graphemes).segment(text)) {
    if (step === 'word' && isWordLike !== true) continue
    stops.push(step === 'word' && edge === 'end' ? index + segment.length : index)
  }
  if (step === 'character') stops.push(text.length)
  return stops
}

const textAt = (index: BlockIndex, block: number): string => {
  const found = index.blocks[block]
  return found ? surfaceOf(found).text : ''
}

/** The next stop behind (1) or before (-1) a place, in this block or the nearest one that has any. */
const nextStop = (index: BlockIndex, from: BoundaryPlace, step: 'character' | 'word', edge: Edge, delta: 1 | -1): BoundaryPlace | null => {
  const here = stopsOf(textAt(index, from.block), step, edge)
  const offset = delta === 1 ? here.find((stop) => stop > from.offset) : here.findLast((stop) => stop < from.offset)
  if (offset !== undefined) return { block: from.block, offset }
  for (let block = from.block + delta; block >= 0 && block < index.blocks.length; block += delta) {
    const stops = stopsOf(textAt(index, block), step, edge).filter((
      stop
    ) => (edge === 'end' ? stop > 0 : stop < textAt(index, block).length))
    const stop = delta === 1 ? stops[0] : stops.at(-1)
    if (stop !== undefined) return { block, offset: stop }
  }
  return null
}

/** The source offset of a boundary at a place: where its first code unit begins, or where its last one ends. */
const sourceAt = (index: BlockIndex, { block, offset }: BoundaryPlace, edge: Edge): number | null => {
  const found = index.blocks[block]
  if (!found) return null
  const { map } = surfaceOf(found)
  const unit = edge === 'start' ? sourceRange(map, offset, offset + 1) : sourceRange(map, offset - 1, offset)
  return unit ? unit[edge] : null
}

/** Where a boundary of a range stands in the shown text: before its first code unit, or behind its last one; null where nothing of it is shown. */
export const edgePlace = (index: BlockIndex, range: TextRange, edge: Edge): BoundaryPlace | null => {
  const block = index.at(edge === 'start' ? range.start : range.end - 1)
  const found = index.blocks[block]
  const span = found ? shownRange(surfaceOf(found).map, range) : null
  return span ? { block, offset: span[edge] } : null
}

const bySentence = (sentences: readonly Sentence[], range: TextRange, edge: Edge, delta: 1 | -1): number | null => {
  const stops = sentences.map((sentence) => sentence[edge])
  const now = range[edge]
  return (delta === 1 ? stops.find((stop) => stop > now) : stops.findLast((stop) => stop < now)) ?? null
}

/**
 * The range with one of its boundaries moved by a character, a word or a sentence, forward (1) or back (-1), across blocks
 * where need be; null where it cannot be moved or nothing would be left of the range.
 */
export const moveBoundary = (index: BlockIndex, sentences: readonly Sentence[], range: TextRange, edge: Edge, step: Step, delta: 1 | -1):
  | TextRange
  | null => {
  const from = edgePlace(index, range, edge)
  const to = step === 'sentence' || !from ? null : nextStop(index, from, step, edge, delta)
  const offset = step === 'sentence' ? bySentence(sentences, range, edge, delta) : to && sourceAt(index, to, edge)
  if (offset === null) return null
  const moved = edge === 'start' ? { start: offset, end: range.end } : { start: range.start, end: offset }
  return moved.end > moved.start ? moved : null
}

/**
 * The range with one of its boundaries put at the word's edge, or between the letters, that stands nearest to a place; null
 * where that block has none or nothing would be left of the range.
 */
export const boundaryAt = (index: BlockIndex, range: TextRange, edge: Edge, to: BoundaryPlace, by: 'word' | 'character'):
  | TextRange
  | null => {
  const text = textAt(index, to.block)
  const stops = stopsOf(text, by, edge).filter((stop) => (edge === 'start' ? stop < text.length : stop > 0))
  const [first] = stops
  if (first === undefined) return null
  const offset = stops.reduce((best, stop) => (Math.abs(stop - to.offset) < Math.abs(best - to.offset) ? stop : best), first)
  const source = sourceAt(index, { block: to.block, offset }, edge)
  if (source === null) return null
  const moved = edge === 'start' ? { start: source, end: range.end } : { start: range.start, end: source }
  return moved.end > moved.start ? moved : null
}

/** The first sentence behind `offset` (1), or the last one before it (-1); null where there is none. */
export const sentenceFrom = (sentences: readonly Sentence[], offset: number, delta: 1 | -1): TextRange | null => {
  const found = delta === 1 ? sentences.find(({ start }) => start > offset) : sentences.findLast(({ start }) => start < offset)
  return found ? { start: found.start, end: found.end } : null
}
