import { has, structure, trait, type ElementInfo } from './html-elements'
import type { LeafPlace } from './html-leaves'
import { inherit, initialStyle, type OwnStyle, type TextStyle } from './html-styles'

/** One open element. */
export interface OpenElement {
  readonly name: string
  readonly info: ElementInfo
  readonly own: OwnStyle | null
  style: TextStyle
  readonly block: boolean
  readonly hides: boolean
  readonly href: string | null
  readonly place: LeafPlace
  readonly breakAfter: boolean
  readonly table: boolean
  readonly fact: boolean
}

/** Elements above an open paragraph or item that an implied end tag looks through; real pages have a handful. */
const impliedReach = 32

const barrier = trait.cell | trait.caption | trait.table

/** The elements that are open at a place of the document, outermost first. */
export class OpenElements {
  readonly #entries: OpenElement[] = []
  readonly #names = new Map<string, number>()

  get length(): number {
    return this.#entries.length
  }

  get top(): OpenElement | undefined {
    return this.#entries.at(-1)
  }

  push(entry: OpenElement): void {
    this.#names.set(entry.name, (this.#names.get(entry.name) ?? 0) + 1)
    this.#entries.push(entry)
  }

  pop(): OpenElement | undefined {
    const entry = this.#entries.pop()
    if (entry !== undefined) this.#forget(entry.name)
    return entry
  }

  isOpen(name: string): boolean {
    return this.#names.has(name)
  }

  /**
   * Whether SVG or MathML is what is read here: the innermost of their roots, with no integration point and no block of HTML
   * opened inside it, which in a browser ends the drawing. There a style or script is HTML and hides up to its own end tag.
   */
  isForeign(): boolean {
    for (let i = this.#entries.length - 1; i >= 0; i -= 1) {
      const info = this.#entries[i]?.info
      if (info === undefined || has(info, trait.block | trait.integration)) return false
      if (has(info, trait.foreign)) return true
    }
    return false
  }

  /** Whether the element at `at` hides its content. */
  hides(at: number): boolean {
    return this.#entries[at]?.hides === true
  }

  /**
   * HTML lets end tags be left out: a paragraph ends at the next block, an item, cell or row at the next of its kind. The place of
   * the outermost element that the start of `info` so ends; -1 where there is none.
   */
  impliedEnd(info: ElementInfo): number {
    if (!has(info, trait.block)) return -1
    if (!has(info, structure) && !this.#names.has(has(info, trait.item) ? 'li' : 'p')) return -1
    let target = -1
    const lowest = has(info, structure) ? 0 : Math.max(0, this.#entries.length - impliedReach)
    for (let i = this.#entries.length - 1; i >= lowest; i -= 1) {
      const open = this.#entries[i]
      if (open === undefined) break
      const other = open.info
      if (has(other, trait.table)) break
      if (has(info, trait.cell) ?
        has(other, trait.cell)
        : has(info, trait.row) ?
        has(other, trait.cell | trait.row)
        : has(info, trait.rowGroup) ?
        has(other, trait.cell | trait.row | trait.rowGroup)
        : has(info, trait.item)
        ? has(other, trait.item)
        : has(other, trait.paragraph)) {
        target = i
        if (has(info, trait.item | trait.paragraph | trait.cell)) break
      }
      if (has(info, trait.item) && has(other, trait.list)) break
      if (!has(info, structure) && has(other, barrier)) break
      if (has(info, trait.cell) && has(other, trait.row)) break
    }
    return target
  }

  /** The element that an end tag closes; -1 where none is open on this side of a cell or table. */
  find(name: string, info: ElementInfo): number {
    if (!this.#names.has(name)) return -1
    for (let i = this.#entries.length - 1; i >= 0; i -= 1) {
      const open = this.#entries[i]
      if (open?.name === name) return i
      if (open === undefined || has(open.info, trait.table)) break
      if (!has(info, structure) && has(open.info, barrier)) break
    }
    return -1
  }

  /**
   * Takes one formatting element out of the middle of the stack; what was opened inside it stays open without it. Returns
   * the style of the innermost.
   */
  remove(at: number): TextStyle {
    const [removed] = this.#entries.splice(at, 1)
    if (removed !== undefined) this.#forget(removed.name)
    let style = this.#entries[at - 1]?.style ?? initialStyle
    for (let i = at; i < this.#entries.length; i += 1) {
      const entry = this.#entries[i]
      if (entry === undefined) break
      style = entry.own === null ? style : inherit(style, entry.own)
      entry.style = style
    }
    return style
  }

  #forget(name: string): void {
    const open = this.#names.get(name) ?? 0
    if (open > 1) this.#names.set(name, open - 1)
    else this.#names.delete(name)
  }
}
