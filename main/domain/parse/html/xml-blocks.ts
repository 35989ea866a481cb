import type { Block, DocumentEntry, Warning } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { LeafWriter, plainPlace, type Leaf } from './html-leaves'
import { initialStyle } from './html-styles'
import { readHtmlTokens, type HtmlAttributes, type HtmlTokenSink } from './html-tokens'
import type { ParsedDocument } from '../parsed-document'
import { merged, without } from '../map/source-ranges'

/** Names of open elements that are kept; deeper ones are read without a name. */
const deepestNames = 512

/** Reads XML without a schema: every element that holds text is a field, named by its tag as the source spells it. */
class XmlWalker implements HtmlTokenSink {
  readonly fields: { leaf: Leaf; name: string }[] = []
  readonly hidden: TextRange[] = []
  readonly #raw: string
  readonly #writer: LeafWriter
  readonly #names: string[] = []
  #depth = 0

  constructor(raw: string) {
    this.#raw = raw
    this.#writer = new LeafWriter(raw, (leaf) => this.fields.push({ leaf, name: this.#fieldName() }))
  }

  /** The name of the innermost element; of one that only says that it holds a value, that of the element around it. */
  #fieldName(): string {
    const name = this.#names[this.#depth - 1] ?? ''
    return /^(?:\w+:)?value$/i.test(name) ? this.#names[this.#depth - 2] ?? name : name
  }

  inForeign(): boolean {
    // As inside SVG, no element of XML holds raw text, and CDATA sections are text.
    return true
  }

  open(_name: string, _attributes: HtmlAttributes, start: number, _end: number, selfClosing: boolean): void {
    this.#writer.boundary()
    if (selfClosing) return
    if (this.#depth < deepestNames) this.#names[this.#depth] = /^<([^\s/>]{1,80})/u.exec(this.#raw.slice(start, start + 82))?.[1] ?? ''
    this.#depth += 1
  }

  close(): void {
    this.#writer.boundary()
    this.#depth = Math.max(0, this.#depth - 1)
  }

  text(start: number, end: number): void {
    this.#writer.text(start, end, initialStyle, null, plainPlace)
  }

  entity(text: string, start: number, end: number): void {
    this.#writer.entity(text, start, end, initialStyle, null, plainPlace)
  }

  comment(start: number, end: number): void {
    this.hidden.push({ start, end })
  }

  unfinished(start: number, end: number): void {
    this.hidden.push({ start, end })
  }

  finish(): void {
    this.#writer.boundary()
  }
}

/**
 * Reads an XML document (an ownership form, an XBRL file) as a list of fields: one paragraph for each stretch of text, with
 * the name of its element in `attrs.label`. No entity but the predefined ones is expanded. Linear; never throws.
 */
export const parseXmlDocument = (raw: string, entry: DocumentEntry, prefix: string): ParsedDocument => {
  const walker = new XmlWalker(raw)
  readHtmlTokens(raw, entry.range, walker)
  walker.finish()
  const hidden = merged(walker.hidden)
  const blocks = walker.fields.map(({ leaf, name }, at): Block => ({
    id: `${prefix}b${String(at + 1)}`,
    kind: 'paragraph',
    ranges: leaf.spans.flatMap((span) => without(span, hidden)),
    text: leaf.text,
    map: leaf.map,
    why: name === '' ? 'Text of an XML document.' : `The text of the element ${name}.`,
    ...(name === '' ? {} : { attrs: { label: name } })
  }))
  const warnings: Warning[] = blocks.length > 0
    ? []
    : [{ code: 'empty-document', message: 'The document holds markup only and shows no text.', range: entry.range }]
  return { blocks, hidden, facts: [], warnings }
}
