import type { TextRange } from '#contract/range'
import { elementNamed, has, isMachinery, structure, textTags, trait, type ElementInfo } from './html-elements'
import { FactReader } from './html-facts'
import { emptyLeaf, isBlankText, LeafWriter, plainPlace, type Leaf, type LeafPlace } from './html-leaves'
import { imageAttrs, isBreakClass } from './html-images'
import { charactersIn, isUnseen, layerPlace, takeUnseen } from './html-layers'
import { OpenElements, type OpenElement } from './html-open-elements'
import { ListCounters } from './list-counters'
import { atTable, inherit, initialStyle, ownStyle, StyleReader, type StyleRules } from './html-styles'
import { TableCollector } from './html-tables'
import { areSigns, symbolOf } from './symbol-fonts'
import { isXhtml, type HtmlAttributes, type HtmlTokenSink } from './html-tokens'

/** Elements open at once; deeper ones are read as if they were not there, with a warning. The limit browsers set is 512. */
export const deepestNesting = 512

/** Walks the tokens of a document with an explicit stack and writes leaves, hidden ranges and facts. */
export class HtmlWalker implements HtmlTokenSink {
  readonly leaves: Leaf[] = []
  readonly hidden: TextRange[] = []
  readonly facts = new FactReader()
  /** The first place where an element was too deep; null where none was. */
  tooDeepAt: number | null = null
  /** Non-blank characters hidden by style or attribute. */
  hiddenCharacters = 0
  /** Ranges that look like text and could not be read: what follows an unclosed comment, script or tag. */
  readonly lost: TextRange[] = []
  readonly #raw: string
  readonly #end: number
  readonly #xhtml: boolean
  readonly #open = new OpenElements()
  readonly #styles = new StyleReader()
  readonly #writer: LeafWriter
  readonly #tables: TableCollector
  readonly #lists = new ListCounters()
  #skipped = 0
  #skippedHidden: string | null = null
  #hiddenDepth = 0
  #hiddenStart = 0
  #hiddenQuietly = false
  #foreign = 0
  #styleSheets = false
  /** The `pre` that is open and has held no markup yet: its place in the stack, its content's start, its first leaf. */
  #plain: { readonly depth: number; readonly start: number; readonly leaf: number } | null = null
  #style = initialStyle
  #href: string | null = null
  #place = plainPlace

  constructor(raw: string, range: TextRange) {
    this.#raw = raw
    this.#xhtml = isXhtml(raw, range)
    this.#end = range.end
    this.#tables = new TableCollector(this.leaves)
    this.#writer = new LeafWriter(raw, (leaf) => {
      this.#emit(leaf)
    })
  }

  inForeign(): boolean {
    return this.#foreign > 0 && this.#open.isForeign()
  }

  open(name: string, attributes: HtmlAttributes, start: number, end: number, selfClosing: boolean): void {
    const info = elementNamed(name)
    if (this.#plain !== null && !textTags.has(name)) this.#plain = null
    if (has(info, trait.empty)) {
      if (this.#hiddenDepth === 0) this.#openEmpty(name, attributes, start, end)
      return
    }
    this.#closeImplied(info, start)
    if (this.#open.length >= deepestNesting) {
      this.#skip(name, info, start, selfClosing)
      return
    }
    this.#push(name, info, attributes, start, end)
    const empty = selfClosing && (has(info, trait.prefixed) || this.#xhtml || this.#foreign > 0)
    if (empty) this.#popTo(this.#open.length - 1, end, end)
  }

  close(name: string, start: number, end: number): void {
    const info = elementNamed(name)
    if (has(info, trait.empty)) {
      if (name === 'br' && this.#hiddenDepth === 0) this.#writer.lineBreak(start, end)
      return
    }
    if (this.#skipped > 0) {
      this.#unskip(name, info, end)
      return
    }
    const at = this.#open.find(name, info)
    if (at < 0) {
      // The end tag of a block that is not open ends nothing, but its tag is white space as those of all blocks are.
      if (has(info, trait.paragraph) && this.#hiddenDepth === 0) this.#writer.boundary()
      else if ((has(info, trait.block) || name === 'title') && this.#hiddenDepth === 0) this.#writer.space(start, end)
      return
    }
    if (has(info, trait.format) && at < this.#open.length - 1 && !this.#open.hides(at)) this.#style = this.#open.remove(at)
    else this.#popTo(at, start, end)
  }

  text(start: number, end: number): void {
    if (this.#hiddenDepth > 0 || this.#skippedHidden !== null) {
      this.facts.text(this.#raw, start, end, false)
      return
    }
    if (this.#isInvisible()) {
      this.#unseen(start, end)
      return
    }
    this.#writer.endLayer()
    let from = start
    for (let at = start; at < end; at += 1) {
      if (!isUnseen(this.#raw.charCodeAt(at))) continue
      this.#shown(from, at)
      this.hidden.push({ start: at, end: at + 1 })
      from = at + 1
    }
    this.#shown(from, end)
  }

  entity(text: string, start: number, end: number): void {
    if (this.#hiddenDepth > 0 || this.#skippedHidden !== null) {
      this.facts.entity(text, start, end, false)
      return
    }
    if (this.#isInvisible()) {
      if (this.#mayBeLayer()) this.#writer.entity(text, start, end, this.#style, null, layerPlace(this.#style))
      else this.hidden.push({ start, end })
      return
    }
    this.#writer.endLayer()
    if (text.length === 1 && isUnseen(text.charCodeAt(0))) {
      this.hidden.push({ start, end })
      return
    }
    const shown = this.#style.symbols === null ? text : symbolOf(this.#style.symbols, text)
    this.#writer.entity(shown, start, end, this.#style, this.#href, this.#place)
    if (this.facts.open > 0) this.facts.entity(text, start, end, true)
  }

  comment(start: number, end: number, closed: boolean): void {
    this.#plain = null
    if (this.#hiddenDepth === 0) this.hidden.push({ start, end })
    if (!closed) this.lost.push({ start, end })
  }

  unfinished(start: number, end: number): void {
    this.#plain = null
    if (this.#hiddenDepth === 0) this.hidden.push({ start, end })
    if (this.#raw.slice(start + 1, Math.min(end, start + 100_000)).includes('<')) this.lost.push({ start, end })
  }

  /** Closes what is still open at the end of the document. */
  finish(): void {
    if (['script', 'style', 'title'].some((name) => this.#open.isOpen(name))) this.lost.push({ start: this.#hiddenStart, end: this.#end })
    if (this.#skippedHidden !== null && this.#hiddenDepth === 0) this.hidden.push({ start: this.#hiddenStart, end: this.#end })
    this.#popTo(0, this.#end, this.#end)
    this.#writer.boundary()
    this.#tables.finish()
    for (const leaf of takeUnseen(this.leaves)) {
      for (const span of leaf.spans) this.hidden.push(span)
      this.hiddenCharacters += leaf.text.length
    }
  }

  #openEmpty(name: string, attributes: HtmlAttributes, start: number, end: number): void {
    const id = attributes.get('id') ?? attributes.get('name')
    if (id !== undefined) this.#writer.anchor(id)
    if (name === 'br') {
      const rules = this.#styles.rules(attributes.get('style'))
      if (rules.breakBefore === true || rules.breakAfter === true) this.#writer.empty('break', start, end)
      else this.#writer.lineBreak(start, end)
    } else if (name === 'hr') this.#rule(attributes, start, end)
    else if (name === 'meta' || name === 'link' || name === 'col') this.#writer.space(start, end)
    else if (name === 'img' || name === 'image') {
      const rules = this.#styles.rules(attributes.get('style'))
      this.#writer.endLayer()
      if (rules.hidden !== true) this.#writer.image(start, end, imageAttrs(attributes))
    }
  }

  #rule(attributes: HtmlAttributes, start: number, end: number): void {
    const style = attributes.get('style')
    const rules = this.#styles.rules(style)
    // EDGAR agents mark a page end with a 3-pixel rule across the page.
    const page = rules.breakBefore === true || rules.breakAfter === true || (style?.includes('height:3px') ?? false)
    this.#writer.empty(page ? 'break' : 'rule', start, end)
  }

  #push(name: string, info: ElementInfo, attributes: HtmlAttributes, start: number, end: number): void {
    const rules = this.#styles.rules(attributes.get('style'))
    const needsStyle = this.#hiddenDepth === 0 &&
      (attributes.size > 0 || info.heading > 0 || has(info, trait.format) || name === 'th' || name === 'center')
    const own = needsStyle ? ownStyle(name, info, attributes, rules) : null
    const around = has(info, trait.table) ? atTable(this.#style) : this.#style
    let style = own === null ? around : inherit(around, own)
    if (has(info, trait.preformatted) && !style.preformatted) style = { ...style, preformatted: true }
    const hides = has(info, trait.hidden) || rules.hidden === true || attributes.has('hidden')
    const block = has(info, trait.block) && rules.inline !== true
    if (this.#hiddenDepth === 0) {
      if (block) this.#boundary()
      // A block element set inline goes on with the line it stands in; its tags are white space, as all block tags are.
      else if (has(info, trait.block)) this.#writer.space(start, end)
      if (!hides && has(info, trait.preformatted) && !this.#tables.inside) {
        this.#tables.settle()
        this.#plain = { depth: this.#open.length, start: end, leaf: this.leaves.length }
      }
      if (!hides) this.#openShown(info, attributes, rules, start, end)
    }
    if (hides) this.#hide(name, start)
    if (name === 'style') this.#styleSheets = true
    const fact = has(info, trait.prefixed | trait.hidden) && this.facts.element(name, attributes, end, this.#hiddenDepth > 0)
    if (has(info, trait.foreign)) this.#foreign += 1
    if (has(info, trait.list)) this.#lists.open(name, attributes)
    const href = name === 'a' ? attributes.get('href') ?? attributes.get('xlink:href') ?? this.#href : this.#href
    this.#open.push({
      name,
      info,
      own,
      style,
      block,
      hides,
      href,
      place: this.#placeIn(info, attributes),
      breakAfter: rules.breakAfter === true && !hides,
      table: has(info, trait.table),
      fact
    })
    this.#style = style
    this.#href = href
    this.#place = this.#open.top?.place ?? plainPlace
  }

  #openShown(info: ElementInfo, attributes: HtmlAttributes, rules: StyleRules, start: number, end: number): void {
    if (rules.breakBefore === true || isBreakClass(attributes.get('class'))) this.#writer.empty('break', start, end)
    const id = attributes.get('id')
    if (id !== undefined) this.#writer.anchor(id)
    const name = attributes.get('name')
    if (name !== undefined && name !== id) this.#writer.anchor(name)
    if (!has(info, structure)) return
    if (has(info, trait.table)) this.#tables.openTable()
    else if (has(info, trait.row)) this.#tables.openRow(rules)
    else if (has(info, trait.cell)) this.#tables.openCell(attributes, info.name === 'th', rules)
  }

  #placeIn(info: ElementInfo, attributes: HtmlAttributes): LeafPlace {
    if (info.heading > 0) return { ...this.#place, heading: info.heading }
    if (has(info, trait.item))
      return { ...this.#place, item: Math.max(1, this.#lists.depth), marker: this.#lists.next(attributes.get('value')) }
    if (has(info, trait.caption)) return { ...this.#place, caption: true }
    return this.#place
  }

  #hide(name: string, start: number): void {
    if (this.#hiddenDepth === 0) {
      this.#hiddenStart = start
      this.#hiddenQuietly = isMachinery(name)
    } else if (name === 'ix:header') this.#hiddenQuietly = true
    this.#hiddenDepth += 1
  }

  /** Passes a leaf on; one of nothing but characters without width shows nothing, and fills cells that are meant to be empty. */
  #emit(leaf: Leaf): void {
    if (leaf.kind !== 'text' || leaf.text.length > 8 || !/^[\u200b-\u200d\u2060\u00ad ]+$/u.test(leaf.text)) {
      this.#tables.leaf(leaf)
      return
    }
    for (const span of leaf.spans) this.hidden.push(span)
    for (const anchor of leaf.anchors) this.#writer.anchor(anchor)
  }

  #shown(start: number, end: number): void {
    if (start >= end) return
    if (this.#style.preformatted) this.#preformatted(start, end)
    else if (this.#style.symbols !== null && areSigns(this.#raw.slice(start, end))) this.#signs(start, end)
    else this.#writer.text(start, end, this.#style, this.#href, this.#place)
    if (this.facts.open > 0) this.facts.text(this.#raw, start, end, true)
  }

  /** Letters of a font of signs, as the signs they draw. */
  #signs(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const letter = this.#raw.charAt(at)
      const sign = this.#style.symbols === null ? letter : symbolOf(this.#style.symbols, letter)
      if (sign === letter) this.#writer.text(at, at + 1, this.#style, this.#href, this.#place)
      else this.#writer.entity(sign, at, at + 1, this.#style, this.#href, this.#place)
    }
  }

  /** Text whose line ends count: a blank line ends a leaf. */
  #preformatted(start: number, end: number): void {
    let from = start
    for (let at = this.#raw.indexOf('\n', start); at >= 0 && at < end; at = this.#raw.indexOf('\n', at + 1)) {
      if (!isBlankText(this.#raw, from, at)) this.#writer.text(from, at, this.#style, this.#href, this.#place)
      else if (from > start) this.#writer.boundary()
      this.#writer.space(at, at + 1)
      from = at + 1
    }
    this.#writer.text(from, end, this.#style, this.#href, this.#place)
  }

  /** A `pre` without markup is plain text, which has its own reader. */
  #endPlain(end: number): void {
    const plain = this.#plain
    this.#plain = null
    if (plain === null || isBlankText(this.#raw, plain.start, end)) return
    this.leaves.length = plain.leaf
    this.leaves.push(emptyLeaf('plain', { start: plain.start, end }, []))
  }

  #boundary(): void {
    this.#writer.boundary()
    if (this.facts.open > 0) this.facts.separate()
  }

  #isInvisible(): boolean {
    const { white, unseen, background } = this.#style
    return unseen || (white && !background && !this.#styleSheets)
  }

  /** Whether text that a reader does not see may be the text of a page image: not inside a table, nor in the middle of shown text. */
  #mayBeLayer(): boolean {
    return !this.#tables.inside && !this.#writer.writingShown
  }

  #unseen(start: number, end: number): void {
    if (this.#mayBeLayer()) this.#writer.text(start, end, this.#style, null, layerPlace(this.#style))
    else this.#hideText(start, end)
  }

  #hideText(start: number, end: number): void {
    if (isBlankText(this.#raw, start, end)) return
    this.hidden.push({ start, end })
    this.hiddenCharacters += end - start
  }

  #closeImplied(info: ElementInfo, at: number): void {
    const target = this.#open.impliedEnd(info)
    if (target >= 0) this.#popTo(target, at, at)
  }

  #popTo(target: number, start: number, end: number): void {
    for (let i = this.#open.length - 1; i >= target; i -= 1) {
      const entry = this.#open.pop()
      if (entry === undefined) break
      // Only the element that the tag names ends after the tag; those it closes on the way end before it.
      this.#left(entry, start, i === target ? end : start)
    }
    const top = this.#open.top
    this.#style = top?.style ?? initialStyle
    this.#href = top?.href ?? null
    this.#place = top?.place ?? plainPlace
  }

  #left(entry: OpenElement, start: number, end: number): void {
    if (entry.fact) this.facts.close(start)
    if (has(entry.info, trait.foreign)) this.#foreign -= 1
    if (has(entry.info, trait.list)) this.#lists.close()
    if (entry.hides) {
      this.#hiddenDepth -= 1
      if (this.#hiddenDepth === 0) this.#endHidden(end)
      return
    }
    if (this.#hiddenDepth > 0) return
    if (entry.block) this.#boundary()
    else if (has(entry.info, trait.block)) this.#writer.space(start, end)
    if (this.#plain?.depth === this.#open.length) this.#endPlain(start)
    if (has(entry.info, structure)) {
      if (entry.table) this.#tables.closeTable()
      else if (has(entry.info, trait.cell)) this.#tables.closeCell()
    }
    // An end tag that was left out has no source for a break to stand in.
    if (entry.breakAfter && end > start) this.#writer.empty('break', start, end)
  }

  #endHidden(end: number): void {
    this.hidden.push({ start: this.#hiddenStart, end })
    if (this.#hiddenQuietly) return
    this.hiddenCharacters += charactersIn(this.#raw, this.#hiddenStart, end)
  }

  #skip(name: string, info: ElementInfo, start: number, selfClosing: boolean): void {
    this.tooDeepAt ??= start
    if (this.#hiddenDepth === 0 && has(info, trait.block)) this.#writer.boundary()
    if (selfClosing && (this.#xhtml || has(info, trait.prefixed))) return
    this.#skipped += 1
    if (has(info, trait.hidden) && this.#skippedHidden === null) {
      this.#skippedHidden = name
      if (this.#hiddenDepth === 0) this.#hiddenStart = start
    }
  }

  #unskip(name: string, info: ElementInfo, end: number): void {
    this.#skipped -= 1
    if (this.#hiddenDepth === 0 && this.#skippedHidden === null && has(info, trait.block)) this.#writer.boundary()
    if (this.#skippedHidden !== name) return
    this.#skippedHidden = null
    if (this.#hiddenDepth === 0) this.hidden.push({ start: this.#hiddenStart, end })
  }
}
