import { Tokenizer } from 'htmlparser2'
import type { TextRange } from '#contract/range'

/** The attributes of one tag that the parser reads, by lower-case name; of two with one name the first counts. */
export type HtmlAttributes = ReadonlyMap<string, string>

/** Receives the tokens of an HTML document in source order. Offsets are those of the decoded file, ends excluded. */
export interface HtmlTokenSink {
  /** A start tag. `selfClosing` is true where it ends in `/>`. The map is reused: read it before returning. */
  open(name: string, attributes: HtmlAttributes, start: number, end: number, selfClosing: boolean): void
  /** An end tag. */
  close(name: string, start: number, end: number): void
  /** Characters that stand for themselves. */
  text(start: number, end: number): void
  /** A character reference, already decoded (C1 references as windows-1252, as the HTML standard says). */
  entity(text: string, start: number, end: number): void
  /** A comment with its delimiters; `closed` is false where the document ends inside it. */
  comment(start: number, end: number, closed: boolean): void
  /** What is left when the document ends inside a tag. */
  unfinished(start: number, end: number): void
  /** Whether the place is inside SVG or MathML, where CDATA sections are text. */
  inForeign(): boolean
}

/** The attributes that mean something to a reader of filings; all others are skipped unread. */
const readAttributes = new Set([
  'style',
  'align',
  'href',
  'id',
  'name',
  'colspan',
  'rowspan',
  'class',
  'color',
  'size',
  'src',
  'alt',
  'hidden',
  'bgcolor',
  'face',
  'contextref',
  'unitref',
  'format',
  'scale',
  'sign',
  'decimals',
  'continuedat',
  'xsi:nil',
  'dimension',
  'width',
  'type',
  'value',
  'xlink:href',
  'background',
  'start'
])

/** Attribute values longer than this (UTF-16 code units) are cut: no real style, link or id comes near it. */
const longestAttribute = 4000

/** Lower-case names by the spelling in the source, so that a tag name is folded once and not once per tag. */
class NameTable {
  readonly #names = new Map<string, string>()

  lower(spelling: string): string {
    const known = this.#names.get(spelling)
    if (known !== undefined) return known
    const lower = spelling.toLowerCase()
    if (this.#names.size < 4096) this.#names.set(spelling, lower)
    return lower
  }
}

/** Whether the document is written as XHTML, as all inline XBRL is: there `<div/>` is an empty element, not an open one. */
export const isXhtml = (raw: string, range: TextRange): boolean => {
  const head = raw.slice(range.start, Math.min(range.end, range.start + 4000)).toLowerCase()
  return head.trimStart().startsWith('<?xml') || head.includes('xmlns="http://www.w3.org/1999/xhtml"') || head.includes('xmlns:ix=')
}

const cutTag = /^<(?:\/?[a-z][^<>\s]*|[!/])?$/iu

class Reader {
  readonly #names = new NameTable()
  readonly #attributes = new Map<string, string>()
  readonly #raw: string
  readonly #base: number
  readonly #end: number
  readonly #sink: HtmlTokenSink
  #lastEnd: number
  #tagStart = 0
  #tagName = ''
  #attribute: string | null = null
  #value = ''

  constructor(raw: string, range: TextRange, sink: HtmlTokenSink) {
    this.#raw = raw
    this.#base = range.start
    this.#end = range.end
    this.#lastEnd = range.start
    this.#sink = sink
  }

  onopentagname(start: number, end: number): void {
    this.#tagStart = this.#base + start - 1
    this.#tagName = this.#names.lower(this.#raw.slice(this.#base + start, this.#base + end))
    if (this.#attributes.size > 0) this.#attributes.clear()
  }

  onattribname(start: number, end: number): void {
    const name = this.#names.lower(this.#raw.slice(this.#base + start, this.#base + end))
    this.#attribute = readAttributes.has(name) && !this.#attributes.has(name) ? name : null
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === null || this.#value.length >= longestAttribute) return
    const stop = Math.min(end, start + longestAttribute)
    this.#value += this.#raw.slice(this.#base + start, this.#base + stop)
  }

  onattribentity(codePoint: number): void {
    if (this.#attribute !== null && this.#value.length < longestAttribute) this.#value += String.fromCodePoint(codePoint)
  }

  onattribend(): void {
    if (this.#attribute !== null) this.#attributes.set(this.#attribute, this.#value)
    this.#attribute = null
  }

  onopentagend(index: number): void {
    this.#lastEnd = this.#base + index + 1
    this.#sink.open(this.#tagName, this.#attributes, this.#tagStart, this.#lastEnd, false)
  }

  onselfclosingtag(index: number): void {
    this.#lastEnd = this.#base + index + 1
    this.#sink.open(this.#tagName, this.#attributes, this.#tagStart, this.#lastEnd, true)
  }

  onclosetag(start: number, end: number): void {
    const name = this.#names.lower(this.#raw.slice(this.#base + start, this.#base + end))
    const close = this.#raw.indexOf('>', this.#base + end)
    this.#lastEnd = close < 0 || close >= this.#end ? this.#end : close + 1
    this.#sink.close(name, this.#base + start - 2, this.#lastEnd)
  }

  ontext(start: number, end: number): void {
    const from = this.#base + start
    let to = this.#base + end
    if (to === this.#end) {
      // A document cut inside the name of a tag ends in markup and not in text.
      const tag = this.#raw.lastIndexOf('<', to - 1)
      if (tag >= this.#lastEnd && to - tag < 60 && cutTag.test(this.#raw.slice(tag, to))) to = tag
    }
    this.#lastEnd = to
    if (to > from) this.#sink.text(from, to)
  }

  ontextentity(codePoint: number, end: number): void {
    const start = this.#lastEnd
    this.#lastEnd = this.#base + end
    this.#sink.entity(codePoint === 0 ? '\ufffd' : String.fromCodePoint(codePoint), start, this.#lastEnd)
  }

  oncdata(start: number, end: number): void {
    this.#sink.text(this.#base + start, this.#base + end - 2)
    this.#lastEnd = Math.min(this.#end, this.#base + end + 1)
  }

  oncomment(_start: number, end: number): void {
    const start = this.#lastEnd
    const closed = this.#base + end < this.#end
    this.#lastEnd = Math.min(this.#end, this.#base + end + 1)
    this.#sink.comment(start, this.#lastEnd, closed)
  }

  ondeclaration(_start: number, end: number): void {
    this.#lastEnd = Math.min(this.#end, this.#base + end + 1)
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#lastEnd = Math.min(this.#end, this.#base + end + 1)
  }

  onend(): void {
    if (this.#lastEnd < this.#end) this.#sink.unfinished(this.#lastEnd, this.#end)
  }

  isInForeignContext(): boolean {
    return this.#sink.inForeign()
  }
}

/** Reads `range` of `raw` as HTML and hands its tokens to `sink`, in one pass and in time linear in the length. Never throws. */
export const readHtmlTokens = (raw: string, range: TextRange, sink: HtmlTokenSink): void => {
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: isXhtml(raw, range) }, new Reader(raw, range, sink))
  tokenizer.write(raw.slice(range.start, range.end))
  tokenizer.end()
}
