/**
 * The text stream of a document: what every export counts in. The blocks that can be quoted in source order, a line end between two of
 * them, one space between cells, page furniture left out. Offsets into it are UTF-16 code units, 0-based, end exclusive.
 */
import type { Block } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { lowerBound } from '#model/lower-bound'
import { BETWEEN_BLOCKS, isQuotable } from '#model/quote'
import { shownRange, sourceRange } from '#model/text-map'

/** Where a block stands in the stream. */
export interface StreamBlock {
  readonly id: NodeId
  readonly start: number
  readonly end: number
}

/** The text of a document and where each of its blocks stands in it. Plain data: it crosses threads. */
export interface TextStream {
  readonly text: string
  /** In the order of the text; a block that is not quoted, such as a page number, is not among them. */
  readonly blocks: readonly StreamBlock[]
}

/** Makes the text stream of a document's blocks. */
export const textStreamOf = (blocks: readonly Block[]): TextStream => {
  const parts: string[] = []
  const placed: StreamBlock[] = []
  let length = 0
  for (const block of blocks) {
    if (!isQuotable(block)) continue
    if (parts.length > 0) length += BETWEEN_BLOCKS.length
    parts.push(block.text)
    placed.push({ id: block.id, start: length, end: length + block.text.length })
    length += block.text.length
  }
  return { text: parts.join(BETWEEN_BLOCKS), blocks: placed }
}

/** A stretch of the stream with the block it lies in. */
interface Piece {
  readonly block: Block
  readonly at: StreamBlock
}

/** The way between the stream of a document and its source. */
export interface StreamMap {
  readonly stream: TextStream
  /** The stretch of the stream that shows a source range, from its first shown unit to its last; null where nothing of it is shown there. */
  readonly fromSource: (range: TextRange) => TextRange | null
  /** The source behind a stretch of the stream, from its first unit to its last; null where the stretch shows nothing. */
  readonly toSource: (range: TextRange) => TextRange | null
}

const sourceEnd = ({ map }: Block): number => map.length === 0 ? 0 : (map[map.length - 2] ?? 0) + (map[map.length - 1] ?? 0)

const sourceStart = ({ map }: Block): number => map[2] ?? 0

/** Makes the way between a document's stream and its source. Each answer takes steps that grow with the blocks it touches. */
export const streamMapOf = (blocks: readonly Block[], stream: TextStream = textStreamOf(blocks)): StreamMap => {
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const pieces = stream.blocks.flatMap((at): Piece[] => {
    const block = byId.get(at.id)
    return block ? [{ block, at }] : []
  })
  let reach = 0
  const reaches = pieces.map(({ block }) => reach = Math.max(reach, sourceEnd(block)))
  return {
    stream,
    fromSource: (range) => {
      let start = -1
      let end = -1
      for (let at = lowerBound(pieces.length, (one) => (reaches[one] ?? 0) <= range.start); at < pieces.length; at += 1) {
        const piece = pieces[at]
        if (!piece || sourceStart(piece.block) >= range.end) break
        const shown = shownRange(piece.block.map, range)
        if (!shown) continue
        if (start < 0) start = piece.at.start + shown.start
        end = piece.at.start + shown.end
      }
      return start < 0 ? null : { start, end }
    },
    toSource: (range) => {
      let start = -1
      let end = -1
      for (let at = lowerBound(pieces.length, (one) => (pieces[one]?.at.end ?? 0) <= range.start); at < pieces.length; at += 1) {
        const piece = pieces[at]
        if (!piece || piece.at.start >= range.end) break
        const from = Math.max(range.start, piece.at.start) - piece.at.start
        const found = sourceRange(piece.block.map, from, Math.min(range.end, piece.at.end) - piece.at.start)
        if (!found) continue
        if (start < 0) start = found.start
        end = Math.max(end, found.end)
      }
      return start < 0 ? null : { start, end }
    }
  }
}
