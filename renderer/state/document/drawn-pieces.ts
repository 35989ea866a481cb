/**
 * Blocks beyond a size are cut for drawing: the list of blocks draws, measures and paints a few screens of text at a time, however
 * long a paragraph is. The text stays one block everywhere else; a piece is a block whose places are those of its words.
 */
import type { Block, InlineRun } from '#contract/filing'
import type { TextMap, TextRange } from '#contract/range'
import { PIECE_MARK } from '#model/block-pieces'

/** Blocks longer than this are cut, in UTF-16 code units: the longest paragraphs that people write stay whole. */
export const LONGEST_DRAWN = 20_000

/** How long a piece is at most, in UTF-16 code units: about two screens. */
const PIECE = 6_000

const isCut = (block: Block): boolean =>
  block.text.length > LONGEST_DRAWN && !block.table && !block.verbatim && block.kind !== 'image' && block.kind !== 'attachment'

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Where the piece that begins at `from` ends: behind a line where lines mean something, else a sentence, else a word, else anywhere. */
const endOfPiece = (text: string, from: number, lineEnd: number | undefined): number => {
  const most = from + PIECE
  if (most >= text.length) return text.length
  if (lineEnd !== undefined && lineEnd > from && lineEnd < most) return lineEnd + 1
  const near = text.slice(from, most)
  for (const sign of ['. ', ' ']) {
    const at = near.lastIndexOf(sign)
    if (at > PIECE / 2) return from + at + sign.length
  }
  return isLowSurrogate(text.charCodeAt(most)) ? most + 1 : most
}

/** Where the pieces of a block begin and end in its text. */
const cutsOf = ({ text, breaks = [] }: Block): readonly TextRange[] => {
  const cuts: TextRange[] = []
  let next = 0
  for (let from = 0; from < text.length;) {
    while ((breaks[next] ?? Infinity) < from + PIECE) next += 1
    const end = endOfPiece(text, from, breaks[next - 1])
    cuts.push({ start: from, end })
    from = end
  }
  return cuts
}

/** A walk over the segments of a map, piece by piece: the part of it for each stretch of text, its offsets from the start of that stretch. */
const mapCutter = (map: TextMap): (stretch: TextRange) => TextMap => {
  let next = 0
  return ({ start, end }) => {
    const out: number[] = []
    for (; next < map.length; next += 4) {
      const shown = map[next] ?? 0
      const length = map[next + 1] ?? 0
      const source = map[next + 2] ?? 0
      const sourceLength = map[next + 3] ?? 0
      if (shown >= end) break
      const from = Math.max(shown, start)
      const to = Math.min(shown + length, end)
      if (to > from) {
        if (length === sourceLength) out.push(from - start, to - from, source + from - shown, to - from)
        else out.push(from - start, to - from, source, sourceLength)
      }
      // The rest of this segment is the next piece's.
      if (shown + length > end) break
    }
    return out
  }
}

/** As `mapCutter`, for what stands in order: those that touch a stretch. */
const listCutter = <T>(list: readonly T[], startOf: (one: T) => number,
  endOf: (one: T) => number): (stretch: TextRange) => readonly T[] => {
  let next = 0
  return ({ start, end }) => {
    while (next < list.length && endOf(list[next] as T) <= start) next += 1
    const out: T[] = []
    for (let at = next; at < list.length && startOf(list[at] as T) < end; at += 1) if (endOf(list[at] as T) > start) out.push(list[at] as T)
    return out
  }
}

/** The runs of each style stand in order, but one style follows the other. */
const runCutter = (runs: readonly InlineRun[]): (stretch: TextRange) => readonly InlineRun[] => {
  const sorted = [...runs].sort((a, b) => a.start - b.start)
  const longest = sorted.reduce((most, run) => Math.max(most, run.end - run.start), 0)
  // A run may begin long before the piece: they are looked for as far back as the longest of them reaches.
  const cut = listCutter(sorted, ({ start }) => start, ({ start }) => start + longest)
  return (stretch) =>
    cut(stretch).filter(({ end }) => end > stretch.start).map((run) => ({ ...run, start: Math.max(0, run.start - stretch.start),
      end: Math.min(run.end, stretch.end) - stretch.start })
    )
}

const piecesOf = (block: Block): Block[] => {
  const { runs = [], breaks = [], ranges } = block
  const cuts = cutsOf(block)
  const mapIn = mapCutter(block.map)
  const maps = cuts.map(mapIn)
  const runsIn = runCutter(runs)
  const breaksIn = listCutter(breaks, (at) => at, (at) => at + 1)
  const rangesIn = listCutter(ranges, ({ start }) => start, ({ end }) => end)
  return cuts.map((cut, at) => {
    const span: TextRange = { start: at === 0 ? -Infinity : maps[at]?.[2] ?? 0, end: maps[at + 1]?.[2] ?? Infinity }
    return {
      ...block,
      id: at === 0 ? block.id : `${block.id}${PIECE_MARK}${String(at)}`,
      text: block.text.slice(cut.start, cut.end),
      map: maps[at] ?? [],
      ranges: rangesIn(span).map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) })),
      ...(runs.length === 0 ? {} : { runs: runsIn(cut) }),
      ...(breaks.length === 0 ? {} : { breaks: breaksIn(cut).map((place) => place - cut.start) })
    }
  })
}

const startOf = (block: Block): number => block.ranges[0]?.start ?? 0

/**
 * The blocks of a document as they are drawn, in the order of their first range: those longer than `LONGEST_DRAWN` in pieces whose texts
 * follow each other without a gap; the same list where there is none. Linear in the text.
 */
export const cutForDrawing = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some(isCut)) return blocks
  const drawn = blocks.flatMap((block) => isCut(block) ? piecesOf(block) : block)
  // Page furniture may stand between two ranges of a block that is cut.
  return drawn.sort((a, b) => startOf(a) - startOf(b))
}
