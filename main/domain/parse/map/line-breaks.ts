import type { Block, BlockKind, DocumentFormat } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { toShown } from '#model/text-map'

/** Kinds of plain-text block whose line ends say something; in running prose they are only where the filer's editor wrapped. */
const LINED: ReadonlySet<BlockKind> = new Set<BlockKind>(['contact', 'letterhead', 'list', 'title', 'page-header', 'page-footer',
  'footer-code'])

/** Lines longer than this many code units were wrapped, not set: three quarters of the usual 80. */
const LONGEST_LINE = 60

const lineEnds = /\r\n?|\n/g
const breakTags = /<br\b/gi

/** The next place of a sign in a text at or after an offset; past its end where there is none. */
type Seek = (from: number) => TextRange

const NOWHERE: TextRange = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/** Each place is looked for once, however many blocks ask for what lies behind them: asked in order, the walk is one over the text. */
const seeker = (raw: string, sign: RegExp): Seek => {
  let from = 0
  let next: TextRange = { start: -1, end: -1 }
  return (at) => {
    if (at >= from && at <= next.start) return next
    sign.lastIndex = at
    from = at
    const match = sign.exec(raw)
    next = match ? { start: match.index, end: match.index + match[0].length } : NOWHERE
    return next
  }
}

/** The shown offsets of the spaces that stand where the sign stands in the source of a block, each once, in order. */
const breaksOf = (block: Block, seek: Seek): number[] => {
  const end = block.ranges[block.ranges.length - 1]?.end ?? 0
  const found: number[] = []
  for (let place = seek(block.ranges[0]?.start ?? 0); place.start < end; place = seek(place.end)) {
    const shown = toShown(block.map, place.start)
    const at = block.text[shown] === ' ' ? shown : block.text[shown - 1] === ' ' ? shown - 1 : -1
    if (at > (found[found.length - 1] ?? 0)) found.push(at)
  }
  return found
}

const areLines = (text: string, breaks: readonly number[]): boolean =>
  [...breaks, text.length].every((end, index) => end - (breaks[index - 1] ?? 0) <= LONGEST_LINE)

/**
 * Adds to each block the places where its source ends a line for a reason: `<br>` in marked-up text, and the line ends of
 * addresses, titles and page furniture in plain text. The text itself stays as it is. Linear in the source of the blocks.
 */
export const withLineBreaks = (raw: string, blocks: readonly Block[], format: DocumentFormat): readonly Block[] => {
  if (format === 'binary') return blocks
  const seek = seeker(raw, format === 'text' ? lineEnds : breakTags)
  return blocks.map((block) => {
    if (block.verbatim || (format === 'text' && !LINED.has(block.kind))) return block
    const breaks = breaksOf(block, seek)
    if (breaks.length === 0 || (format === 'text' && !areLines(block.text, breaks))) return block
    return { ...block, breaks }
  })
}
