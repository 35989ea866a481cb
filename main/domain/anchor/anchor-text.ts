import type { Block, Section } from '#contract/filing'
import type { TextMap, TextRange } from '#contract/range'
import { lowerBound } from '#model/lower-bound'
import { isQuotable } from '#model/quote'
import { toShown, toSource } from '#model/text-map'
import { asTyped } from '#model/typography'

/** What anchors need of a block: its shown text, and the way back to its source. */
export interface AnchorBlock {
  readonly text: string
  readonly map: TextMap
}

/** The shown text of a filing as anchors see it: its blocks joined by single spaces, typographic variants levelled. */
export interface AnchorText {
  /** Code unit by code unit the shown text, but for its quotes, dashes and spaces, which are plain. */
  readonly text: string
  readonly blocks: readonly AnchorBlock[]
  /** Where each block begins in `text`. */
  readonly starts: readonly number[]
  /** How far the source of each block, or of one before it, reaches. */
  readonly reaches: readonly number[]
  readonly sections: readonly Section[]
  /** SHA-256 of the decoded text that the blocks' ranges refer to. */
  readonly textSha256: string
  /** Where each word of `text` begins, by the word in lower case; made when it is first asked for. */
  readonly places: () => ReadonlyMap<string, readonly number[]>
  /** The section that a block stands in, by the block's index; made when it is first asked for. */
  readonly sectionOf: (block: number) => AnchorSection
}

/** The section a place stands in: its title (empty where it has none) and its role in the filing. */
export interface AnchorSection {
  readonly title: string
  readonly role: string
}

/** Levels quotes, dashes and spaces one for one, so that every offset stays what it was. */
export const level = (text: string): string => asTyped(text).replace(/\s/g, ' ')

/** Levels a quote that came from elsewhere: runs of white space become one space as in a block's text. */
export const levelQuote = (text: string): string => level(text).replace(/ +/g, ' ').trim()

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

const once = <T>(make: () => T): () => T => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const startOf = (map: TextMap): number => map[2] ?? 0
const endOf = (map: TextMap): number => map.length === 0 ? 0 : (map[map.length - 2] ?? 0) + (map[map.length - 1] ?? 0)

const around = (sections: readonly Section[], source: number): Section[] =>
  sections
    .filter(({ range }) => range.start <= source && source < range.end)
    .sort((a, b) => a.level - b.level || a.range.start - b.range.start)

const lastTitle = (titles: readonly string[]): string => titles.filter((title) => title !== '').at(-1) ?? ''

/** Numbered kinds are one role: what is a finding stays one in another place. */
const roleIn = (path: readonly Section[]): string =>
  (path.map(({ kind }) => kind.replace(/-\d+$|-(?:first|second|third|fourth|fifth)$/, '')).filter((kind) =>
    kind !== 'other' && kind !== 'body'
  ).at(-1)) ?? 'other'

/** Lays blocks that hold anchorable words out for anchors, in their order. */
export const layOutBlocks = (blocks: readonly AnchorBlock[], sections: readonly Section[], textSha256: string): AnchorText => {
  const starts: number[] = []
  const reaches: number[] = []
  let length = 0
  let reach = 0
  for (const block of blocks) {
    starts.push(length)
    length += block.text.length + 1
    reach = Math.max(reach, endOf(block.map))
    reaches.push(reach)
  }
  const text = level(blocks.map((block) => block.text).join(' '))
  const known = new Map<number, AnchorSection>()
  const sectionOf = (at: number): AnchorSection => {
    const before = known.get(at)
    if (before) return before
    const path = around(sections, startOf(blocks[at]?.map ?? []))
    const section = { title: lastTitle(path.map(({ title }) => title)), role: roleIn(path) }
    known.set(at, section)
    return section
  }
  return { text, blocks, starts, reaches, sections, textSha256, places: once(() => findPlaces(text)), sectionOf }
}

/** Lays the blocks of a filing (of all its documents, in order) out for anchors. */
export const createAnchorText = (blocks: readonly Block[], sections: readonly Section[], textSha256: string): AnchorText =>
  layOutBlocks(blocks.filter(isQuotable), sections, textSha256)

/** The index of the last start that is not behind `offset`; 0 where all are. */
const indexAt = (starts: readonly number[], offset: number): number =>
  Math.max(0, lowerBound(starts.length, (at) => (starts[at] ?? 0) <= offset) - 1)

/** The index of the block that shows an offset of `text`. */
export const blockAt = (anchors: AnchorText, offset: number): number => indexAt(anchors.starts, offset)

/** The source range from the first to the last code unit of a stretch of `text`; null where it shows nothing of the source. */
export const sourceOf = (anchors: AnchorText, start: number, end: number): TextRange | null => {
  const first = indexAt(anchors.starts, start)
  const last = indexAt(anchors.starts, Math.max(end - 1, start))
  const opening = anchors.blocks[first]
  const closing = anchors.blocks[last]
  if (!opening || !closing) return null
  const from =
    toSource(opening.map, start - (anchors.starts[first] ?? 0),
      first === last ? end - (anchors.starts[first] ?? 0) : opening.text.length)[0]
  const to = toSource(closing.map, first === last ? start - (anchors.starts[last] ?? 0) : 0, end - (anchors.starts[last] ?? 0)).at(-1)
  return from && to ? { start: from.start, end: to.end } : null
}

/** The offset in `text` of a source offset: in the block that holds it, or at the start of the next. */
const offsetOf = (anchors: AnchorText, source: number): number => {
  const at = lowerBound(anchors.blocks.length, (one) => (anchors.reaches[one] ?? 0) <= source)
  const block = anchors.blocks[at]
  return block ? (anchors.starts[at] ?? 0) + toShown(block.map, source) : anchors.text.length
}

/** The stretch of `text` that shows a source range. */
export const stretchOf = (anchors: AnchorText, range: TextRange): TextRange => {
  const start = offsetOf(anchors, range.start)
  const last = offsetOf(anchors, Math.max(range.end - 1, range.start))
  return { start, end: Math.max(start, Math.min(last + 1, anchors.text.length)) }
}

/** The titles of the sections around a source offset, from the outermost in; those without a title are left out. */
export const sectionPathAt = (anchors: AnchorText, source: number): string[] =>
  around(anchors.sections, source).map((section) => section.title).filter((title) => title !== '')

/** The title of the innermost section of a path that has one; empty where none has. */
export const titleOfPath = (path: readonly string[]): string => lastTitle(path)
