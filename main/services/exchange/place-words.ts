import type { AnchorVerdict, QuoteSelector, Selectors } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import type { FilingSummary } from '#contract/library'
import type { TextRange } from '#contract/range'
import { levelQuote } from '../../domain/anchor/anchor-text'
import type { AnchorText } from '../../domain/anchor/anchor-text'
import { findAnchor } from '../../domain/anchor/find-anchor'
import { makeAnchor } from '../../domain/anchor/make-anchor'
import { streamMapOf } from '../../domain/exchange/text-stream'
import type { StreamMap } from '../../domain/exchange/text-stream'
import { codePointsOf } from '../../domain/exchange/text-units'
import type { CodePoints } from '../../domain/exchange/text-units'
import { PARSER_VERSION } from '../../domain/versions'
import { readContent } from '../../store/content'
import { listDocuments } from '../../store/documents'
import type { ReadableDb } from '../../store/handles'
import { anchorTextOf } from '../versions/reattach-decisions'

/** Words that somebody else marked. `at` counts in a stream and a unit that are not known; `source` in our source of the text of that hash. */
export interface ForeignWords {
  readonly quote: QuoteSelector
  readonly at: TextRange | null
  readonly source: TextRange | null
  readonly textSha256: string | null
  readonly sectionPath: readonly string[]
}

/** Where the words are, with what ties a mark to them; null where they are nowhere. */
export interface PlacedWords {
  readonly verdict: AnchorVerdict
  readonly selectors: Selectors | null
}

interface ReadFiling {
  readonly anchors: AnchorText
  readonly streams: readonly { readonly map: StreamMap; readonly points: CodePoints }[]
}

const readFiling = (db: ReadableDb, filing: FilingSummary): ReadFiling => {
  const documents: FilingDocument[] = listDocuments(db, filing.id).filter(({ summary }) => summary.parsed).map(({ key, summary }) =>
    readContent(db, key, summary)
  )
  return {
    anchors: anchorTextOf(documents, filing.textSha256),
    streams: documents.map(({ blocks }) => {
      const map = streamMapOf(blocks)
      return { map, points: codePointsOf(map.stream.text) }
    })
  }
}

/** How much of the context on either side must agree for an offset to count, in code units. */
const TOLD = 16

const agrees = (text: string, { start, end }: TextRange, { exact, prefix, suffix }: QuoteSelector): boolean =>
  levelQuote(text.slice(start, end)) === levelQuote(exact) &&
  levelQuote(text.slice(Math.max(0, start - 2 * TOLD), start)).endsWith(levelQuote(prefix).slice(-TOLD).trim()) &&
  levelQuote(text.slice(end, end + 2 * TOLD)).startsWith(levelQuote(suffix).slice(0, TOLD).trim())

/** The place that an offset names, read as code points and as code units: only where the very words stand there, between the same neighbours. */
const byOffset = ({ streams }: ReadFiling, { quote, at }: ForeignWords): TextRange | null => {
  if (!at) return null
  for (const { map, points } of streams) {
    for (const range of [{ start: points.toUnits(at.start), end: points.toUnits(at.end) }, at])
      if (agrees(map.stream.text, range, quote)) return map.toSource(range)
  }
  return null
}

const selectorsAt = ({ anchors }: ReadFiling, position: TextRange, filing: FilingSummary): Selectors => ({ position,
  ...makeAnchor(anchors, position), textSha256: filing.textSha256, parserVersion: PARSER_VERSION })

/** Finds words that were marked elsewhere in the filings of a library; each filing is read once. Nothing is placed on other words. */
export const createPlacer = (db: ReadableDb): (filing: FilingSummary, words: ForeignWords) => PlacedWords => {
  let last: { readonly id: string; readonly read: ReadFiling } | null = null
  return (filing, words) => {
    if (last?.id !== filing.id) last = { id: filing.id, read: readFiling(db, filing) }
    const { read } = last
    const known = words.textSha256 === filing.textSha256 ? words.source : null
    const sought: Selectors = { position: known ?? { start: 0, end: 0 }, quote: words.quote, sectionPath: words.sectionPath,
      textSha256: known ? filing.textSha256 : '', parserVersion: PARSER_VERSION }
    const found = findAnchor(sought, read.anchors, null)
    const settled = found.verdict === 'ambiguous' || found.verdict === 'gone' ? byOffset(read, words) : null
    if (settled) return { verdict: 'intact', selectors: selectorsAt(read, settled, filing) }
    return { verdict: found.verdict, selectors: found.range && selectorsAt(read, found.range, filing) }
  }
}
