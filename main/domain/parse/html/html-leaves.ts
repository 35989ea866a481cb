import type { TableCell } from '#contract/filing'
import type { TextMap, TextRange } from '#contract/range'
import { c1Glyph, isC1 } from '../map/cp1252'
import type { Align, TextStyle } from './html-styles'
import { createTextMap, isBlank, type TextMapBuilder } from '../map/text-map-builder'

/** A stretch of shown text set one way: offsets into the leaf's text, the mask of `setting`, an address where it is a link. */
export interface StyledSpan {
  readonly start: number
  readonly end: number
  readonly mask: number
  readonly href: string | null
}

/** Where a leaf stands in its document, as the elements around it say. */
export interface LeafPlace {
  /** 1 to 6 inside `h1` to `h6`, else 0. */
  readonly heading: number
  /** Depth of lists around it where it stands in a list item, else 0. */
  readonly item: number
  readonly caption: boolean
  /** What a browser puts before the item, which is no part of the source: a bullet, or its number in an ordered list. */
  readonly marker: string
  /** Set where a reader does not see the text, which may be the text of a page image: `tiny` or without colour at all, as programs write it, or only `white`. */
  readonly layer?: 'tiny' | 'white'
}

/**
 * A piece of a document between two block boundaries, before it is known what it is: text, a table, an image, a page
 * break, a rule, or plain text (a `pre` without other tags, read later as plain-text filings are). `spans` are its source from first to last shown character (two where a page break cut it).
 */
export interface Leaf {
  readonly kind: 'text' | 'table' | 'image' | 'break' | 'rule' | 'plain'
  readonly text: string
  readonly map: TextMap
  readonly spans: readonly TextRange[]
  readonly styled: readonly StyledSpan[]
  readonly align: Align
  readonly size: number
  readonly indent: number
  readonly place: LeafPlace
  readonly preformatted: boolean
  readonly anchors: readonly string[]
  readonly grid?: { readonly rows: number; readonly columns: number; readonly cells: readonly TableCell[] }
  /** What is known of an image: `src` (a file name), `alt`, and `label`, the one to show. */
  readonly attrs?: Readonly<Record<string, string>>
  /** Set on a leaf that joins a bullet or number in one cell with the text in the next. */
  readonly marker?: string
}

/** The place of a leaf that no list, heading or caption holds. */
export const plainPlace: LeafPlace = { heading: 0, item: 0, caption: false, marker: '' }

/** A leaf without text: an image, a rule or a page break, with the source range of its tag. */
export const emptyLeaf = (kind: 'image' | 'break' | 'rule' | 'plain', range: TextRange, anchors: readonly string[],
  attrs?: Readonly<Record<string, string>>): Leaf => ({
    kind,
    text: '',
    map: [],
    spans: [range],
    styled: [],
    align: 'start',
    size: 0,
    indent: 0,
    place: plainPlace,
    preformatted: false,
    anchors,
    ...(attrs === undefined ? {} : { attrs })
  })

/** What a reader is shown for a code unit that is not text as it stands: C1 controls and NUL; null for all others. */
const shownFor = (unit: number): string | null => {
  if (unit === 0) return '\ufffd'
  return isC1(unit) ? c1Glyph(unit) : null
}

const isPlain = (unit: number): boolean => unit > 32 && (unit < 127 || unit > 0xa0) && !isBlank(unit)

/**
 * Pushes `raw` from `start` to `end` with white space collapsed. A single space between words stays inside one piece, so
 * that a paragraph on one line costs one slice.
 */
const pushText = (builder: TextMapBuilder, raw: string, start: number, end: number): void => {
  let at = start
  while (at < end) {
    const unit = raw.charCodeAt(at)
    if (isBlank(unit)) {
      const from = at
      while (at < end && isBlank(raw.charCodeAt(at))) at += 1
      builder.separator(from, at)
      continue
    }
    const shown = shownFor(unit)
    if (shown !== null) {
      builder.atomic(shown, at, at + 1)
      at += 1
      continue
    }
    const from = at
    at += 1
    while (at < end) {
      const next = raw.charCodeAt(at)
      if (isPlain(next)) at += 1
      else if (next === 32 && at + 1 < end && isPlain(raw.charCodeAt(at + 1))) at += 2
      else if (isBlank(next) || shownFor(next) !== null) break
      else at += 1
    }
    builder.text(raw.slice(from, at), from)
  }
}

/** Collects the text of one leaf. */
class OpenLeaf {
  readonly #builder = createTextMap()
  readonly #styled: { start: number; end: number; mask: number; href: string | null }[] = []
  readonly #style: TextStyle
  readonly #place: LeafPlace
  readonly #start: number
  readonly #indent: number
  #end: number
  #size = 0
  #sized = 0

  get place(): LeafPlace {
    return this.#place
  }

  constructor(style: TextStyle, place: LeafPlace, start: number, indent: number) {
    this.#style = style
    this.#indent = indent
    this.#place = place
    this.#start = start
    this.#end = start
  }

  text(raw: string, start: number, end: number, style: TextStyle, href: string | null): void {
    const before = this.#builder.length
    pushText(this.#builder, raw, start, end)
    let last = end
    while (last > start && isBlank(raw.charCodeAt(last - 1))) last -= 1
    if (last > start) this.#end = last
    this.#span(before, style, href)
  }

  entity(text: string, start: number, end: number, style: TextStyle, href: string | null): void {
    const before = this.#builder.length
    if (text.length === 1 && isBlank(text.charCodeAt(0))) this.#builder.separator(start, end)
    else {
      this.#builder.atomic(text, start, end)
      this.#end = end
    }
    this.#span(before, style, href)
  }

  separator(start: number, end: number): void {
    this.#builder.separator(start, end)
  }

  finish(anchors: readonly string[]): Leaf {
    const { text, map } = this.#builder.finish()
    const styled = this.#styled.filter((span) => span.start < text.length)
    const last = styled.at(-1)
    if (last !== undefined && last.end > text.length) last.end = text.length
    return {
      kind: 'text',
      text,
      map,
      spans: [{ start: this.#start, end: this.#end }],
      styled,
      align: this.#style.align,
      size: this.#size,
      indent: this.#style.indent + this.#indent,
      place: this.#place,
      preformatted: this.#style.preformatted,
      anchors
    }
  }

  #span(start: number, style: TextStyle, href: string | null): void {
    const end = this.#builder.length
    if (end === start) return
    const last = this.#styled.at(-1)
    if (last?.mask === style.mask && last.href === href) last.end = end
    else this.#styled.push({ start, end, mask: style.mask, href })
    // The size of a leaf is that of the longest stretch in one size, so that a footnote mark or a drop cap does not set it.
    if (end - start > this.#sized) {
      this.#sized = end - start
      this.#size = style.size
    }
  }
}

/** Whether `raw` from `start` to `end` is white space only. */
export const isBlankText = (raw: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if (!isBlank(raw.charCodeAt(at))) return false
  return true
}

/** The width of a blank, in points, at the size most tables are set in. */
const BLANK = 2.8

const noAnchors: readonly string[] = []

/** Turns text, references and breaks into leaves, one after the other. */
export class LeafWriter {
  readonly #raw: string
  readonly #emit: (leaf: Leaf) => void
  #open: OpenLeaf | null = null
  #breaks = 0
  /** Blanks that do not collapse, in front of the next leaf: they set it in. */
  #blanks = 0
  #anchors: string[] = []
  #images: Leaf[] = []

  constructor(raw: string, emit: (leaf: Leaf) => void) {
    this.#raw = raw
    this.#emit = emit
  }

  /** Whether text has been written since the last boundary. */
  get writing(): boolean {
    return this.#open !== null
  }

  /** Whether text is being written, and none that a reader does not see. */
  get writingShown(): boolean {
    return this.#open !== null && this.#open.place.layer === undefined
  }

  /** Ends a leaf of unseen text, so that shown text begins one of its own; its anchors go on to that. */
  endLayer(): void {
    if (this.#open?.place.layer !== undefined) this.boundary()
  }

  /** Shown text; blank text before a leaf begins is dropped, since only boundaries and words begin one. */
  text(start: number, end: number, style: TextStyle, href: string | null, place: LeafPlace): void {
    let from = start
    if (this.#open === null || this.#breaks > 0) {
      while (from < end && isBlank(this.#raw.charCodeAt(from))) {
        if (this.#raw.charCodeAt(from) === 0xa0) this.#blanks += 1
        from += 1
      }
    }
    if (from === end) return
    this.#leaf(style, place, from).text(this.#raw, from, end, style, href)
  }

  /** A decoded reference. */
  entity(text: string, start: number, end: number, style: TextStyle, href: string | null, place: LeafPlace): void {
    if ((this.#open === null || this.#breaks > 0) && text.length === 1 && isBlank(text.charCodeAt(0))) {
      if (text === '\u00a0') this.#blanks += 1
      return
    }
    this.#leaf(style, place, start).entity(text, start, end, style, href)
  }

  /** A line break: one is white space, two with nothing between end the leaf. */
  lineBreak(start: number, end: number): void {
    if (this.#open === null) return
    this.#open.separator(start, end)
    this.#breaks += 1
  }

  /** White space that stands for a line end in preformatted text. */
  space(start: number, end: number): void {
    this.#open?.separator(start, end)
  }

  /** A place that anchors can point to: the leaf being written, or the next one. */
  anchor(name: string): void {
    if (this.#anchors.length < 64) this.#anchors.push(name)
  }

  /** Ends the leaf at a block boundary. */
  boundary(): void {
    this.#breaks = 0
    this.#blanks = 0
    if (this.#open === null) return
    const leaf = this.#open.finish(this.#takeAnchors())
    this.#open = null
    this.#emit(leaf)
    for (const image of this.#images) this.#emit(image)
    this.#images = []
  }

  /** Emits a leaf without text at a boundary. */
  empty(kind: 'break' | 'rule', start: number, end: number): void {
    this.boundary()
    this.#emit(emptyLeaf(kind, { start, end }, this.#takeAnchors()))
  }

  /** Emits an image; one inside a sentence does not end it, and follows it. */
  image(start: number, end: number, attrs: Readonly<Record<string, string>>): void {
    const image = emptyLeaf('image', { start, end }, this.#open === null ? this.#takeAnchors() : [], attrs)
    if (this.#open === null) this.#emit(image)
    else this.#images.push(image)
  }

  #takeAnchors(): readonly string[] {
    if (this.#anchors.length === 0) return noAnchors
    const anchors = this.#anchors
    this.#anchors = []
    return anchors
  }

  #leaf(style: TextStyle, place: LeafPlace, start: number): OpenLeaf {
    if (this.#breaks > 1) this.boundary()
    this.#breaks = 0
    this.#open ??= new OpenLeaf(style, place, start, this.#blanks * BLANK)
    return this.#open
  }
}

/** Several leaves as one, a space between them that stands for the gap, with the place of each in the joined text. */
export const joinTexts = (leaves: readonly Leaf[]): { leaf: Leaf; at: TextRange[] } => {
  const texts: string[] = []
  const map: number[] = []
  const styled: StyledSpan[] = []
  const anchors: string[] = []
  const at: TextRange[] = []
  let length = 0
  let sourceEnd = 0
  for (const leaf of leaves) {
    const sourceStart = leaf.spans[0]?.start ?? 0
    if (length > 0) {
      texts.push(' ')
      map.push(length, 1, sourceEnd, Math.max(0, sourceStart - sourceEnd))
      length += 1
    }
    const shift = length
    for (let i = 0; i < leaf.map.length; i += 4) {
      map.push((leaf.map[i] ?? 0) + shift, leaf.map[i + 1] ?? 0, leaf.map[i + 2] ?? 0, leaf.map[i + 3] ?? 0)
    }
    for (const span of leaf.styled) styled.push({ ...span, start: span.start + shift, end: span.end + shift })
    for (const anchor of leaf.anchors) anchors.push(anchor)
    texts.push(leaf.text)
    length += leaf.text.length
    at.push({ start: shift, end: length })
    sourceEnd = leaf.spans.at(-1)?.end ?? sourceEnd
  }
  const first = leaves[0] ?? emptyLeaf('rule', { start: 0, end: 0 }, [])
  const start = first.spans[0]?.start ?? 0
  return { leaf: { ...first, text: texts.join(''), map, spans: [{ start, end: Math.max(start, sourceEnd) }], styled, anchors }, at }
}

/** Adjacent leaves as one. */
export const joinLeaves = (leaves: readonly Leaf[]): Leaf => joinTexts(leaves).leaf
