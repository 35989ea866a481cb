import type { Sentence } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { BlockIndex } from '#model/block-index'
import { shownRange, sourceOffset, sourceRange } from '#model/text-map'
import { surfaceOf } from './surface'

/** Where a caret stands: before the code unit at `offset` of the text that is shown of a block, or behind its last one. */
export interface CaretPlace {
  /** Index of the block. */
  readonly block: number
  readonly offset: number
}

/** By how much a caret moves without knowing how the text is laid out; lines are the page's to know. */
export type CaretStep = 'character' | 'word' | 'sentence' | 'block' | 'document'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

const textAt = (index: BlockIndex, block: number): string => {
  const found = index.blocks[block]
  return found ? surfaceOf(found).text : ''
}

/** The nearest block with text from `block` on, going forward (1) or back (-1); null where there is none. */
const withText = (index: BlockIndex, block: number, delta: 1 | -1): number | null => {
  for (let at = block; at >= 0 && at < index.blocks.length; at += delta) if (textAt(index, at).trim() !== '') return at
  return null
}

/** The offsets at which a caret that goes forward (1) or back (-1) stops: between letters as a reader counts them, behind words or before them. */
const stopsOf = (text: string, step: 'character' | 'word', delta: 1 | -1): readonly number[] => {
  const stops: number[] = []
  for (const { index, segment, isWordLike } of (step === 'word' ? words : graphemes).segment(text)) {
    if (step === 'word' && isWordLike !== true) continue
    stops.push(step === 'word' && delta === 1 ? index + segment.length : index)
  }
  if (step === 'character') stops.push(text.length)
  return stops
}

const byStops = (index: BlockIndex, from: CaretPlace, step: 'character' | 'word', delta: 1 | -1): CaretPlace | null => {
  const here = stopsOf(textAt(index, from.block), step, delta)
  const offset = delta === 1 ? here.find((stop) => stop > from.offset) : here.findLast((stop) => stop < from.offset)
  if (offset !== undefined) return { block: from.block, offset }
  for (let block = withText(index, from.block + delta, delta); block !== null; block = withText(index, block + delta, delta)) {
    const stops = stopsOf(textAt(index, block), step, delta)
    const stop = delta === 1 ? stops[0] : stops.at(-1)
    if (stop !== undefined) return { block, offset: stop }
  }
  return null
}

/** The place before the code unit of source at `offset`; the nearest one where nothing is shown of it. */
export const placeAt = (index: BlockIndex, offset: number): CaretPlace | null => {
  const at = index.at(offset)
  const block = withText(index, at, 1) ?? withText(index, at, -1)
  const found = block === null ? undefined : index.blocks[block]
  if (block === null || !found) return null
  const span = block === at ? shownRange(surfaceOf(found).map, { start: offset, end: Infinity }) : null
  return { block, offset: span?.start ?? 0 }
}

/** The place behind the last code unit of a source range that is shown. */
const placeBehind = (index: BlockIndex, range: TextRange): CaretPlace | null => {
  const block = index.touching(range).at(-1)
  const found = block === undefined ? undefined : index.blocks[block]
  const span = found ? shownRange(surfaceOf(found).map, range) : null
  return block === undefined || !span ? null : { block, offset: span.end }
}

/** The source offset of a place: where the code unit behind it begins, or, behind the last one, where that ends. */
export const offsetOf = (index: BlockIndex, { block, offset }: CaretPlace): number => {
  const found = index.blocks[block]
  if (!found) return 0
  const { text, map } = surfaceOf(found)
  return offset < text.length
    ? sourceOffset(map, offset)
    : (sourceRange(map, text.length - 1, text.length)?.end ?? sourceOffset(map, offset))
}

/** The sentence's end where the caret goes forward, its beginning where it goes back: what Shift then takes in is whole sentences. */
const bySentence = (index: BlockIndex, sentences: readonly Sentence[], from: CaretPlace, delta: 1 | -1): CaretPlace | null => {
  const offset = offsetOf(index, from)
  if (delta === -1) {
    const before = sentences.findLast(({ start }) => start < offset)
    return before ? placeAt(index, before.start) : null
  }
  const behind = sentences.find(({ end }) => end > offset)
  return behind ? placeBehind(index, behind) : null
}

const byBlock = (index: BlockIndex, from: CaretPlace, delta: 1 | -1): CaretPlace | null => {
  if (delta === -1 && from.offset > 0) return { block: from.block, offset: 0 }
  const block = withText(index, from.block + delta, delta)
  if (block !== null) return { block, offset: 0 }
  const end = textAt(index, from.block).length
  return delta === 1 && from.offset < end ? { block: from.block, offset: end } : null
}

const toEdge = (index: BlockIndex, delta: 1 | -1): CaretPlace | null => {
  const block = delta === 1 ? withText(index, index.blocks.length - 1, -1) : withText(index, 0, 1)
  return block === null ? null : { block, offset: delta === 1 ? textAt(index, block).length : 0 }
}

/** Where a caret comes to stand that moves forward (1) or back (-1) by one step, across blocks where need be; null at the end of the text. */
export const moveCaret = (index: BlockIndex, sentences: readonly Sentence[], from: CaretPlace, step: CaretStep, delta: 1 | -1):
  | CaretPlace
  | null => {
  switch (step) {
    case 'character':
    case 'word':
      return byStops(index, from, step, delta)
    case 'sentence':
      return bySentence(index, sentences, from, delta)
    case 'block':
      return byBlock(index, from, delta)
    case 'document':
      return toEdge(index, delta)
  }
}

/** The words between two places of one block, in either order; for places in two blocks, all of the block in which the second one stands. */
export const wordsPassed = (index: BlockIndex, from: CaretPlace, to: CaretPlace): string => {
  const text = textAt(index, to.block)
  if (from.block !== to.block) return text
  return text.slice(Math.min(from.offset, to.offset), Math.max(from.offset, to.offset))
}

/** What a reader is told of a move: the character behind the caret, the words it passed, or the block it came to. */
export const saidOf = (index: BlockIndex, from: CaretPlace, to: CaretPlace, step: CaretStep | 'line'): string => {
  const text = textAt(index, to.block)
  if (step === 'character') {
    const next = graphemes.segment(text).containing(to.offset)?.segment ?? ''
    return next === '' ? 'End of the paragraph' : next.trim() === '' ? 'Space' : next
  }
  if (step === 'block' || step === 'document' || from.block !== to.block) return text
  return wordsPassed(index, from, to).trim()
}
