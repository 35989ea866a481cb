import { $applyNodeReplacement, DecoratorNode, type EditorConfig, type LexicalNode, type NodeKey, type SerializedLexicalNode, type Spread } from 'lexical'
import { MAX_QUOTE } from '../serialise'

/** Where a citation points and what it quotes: the document, source offsets in UTF-16 code units (end exclusive), the words as shown. */
export interface Citation {
  readonly sequence: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** A citation as it is stored. */
export type SerializedCitationNode = Spread<{ sequence: number; start: number; end: number; quote: string }, SerializedLexicalNode>

/** Longest run of quoted words that a chip shows, in UTF-16 code units; the rest is in its tooltip. */
const CHIP_LENGTH = 48

/** The words on the chip: the quotation on one line, cut at a word where it is long. */
export const chipWords = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim()
  if (line.length <= CHIP_LENGTH) return line
  const cut = line.slice(0, CHIP_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), CHIP_LENGTH / 2))}…`
}

/** A chip in a note that points back to a passage of the filing. It is drawn with plain elements: it holds no markup of the filing. */
export class CitationNode extends DecoratorNode<null> {
  readonly __citation: Citation

  constructor(citation: Citation, key?: NodeKey) {
    super(key)
    this.__citation = citation
  }

  static override getType(): string {
    return 'citation'
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.__citation, node.__key)
  }

  static override importJSON(stored: SerializedCitationNode): CitationNode {
    const { sequence, start, end, quote } = stored
    return $createCitationNode({ sequence, start, end, quote })
  }

  override exportJSON(): SerializedCitationNode {
    return { ...this.__citation, type: 'citation', version: 1 }
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const { sequence, start, end, quote } = this.__citation
    const chip = document.createElement('span')
    chip.className = 'citation'
    chip.dataset['citation'] = [sequence, start, end].join(',')
    chip.title = quote
    chip.setAttribute('role', 'link')
    chip.setAttribute('aria-label', `Passage: ${chipWords(quote)}`)
    chip.textContent = chipWords(quote)
    return chip
  }

  override updateDOM(): false {
    return false
  }

  override getTextContent(): string {
    return `“${this.__citation.quote}”`
  }

  override isInline(): true {
    return true
  }

  override decorate(): null {
    return null
  }

  /** Where the chip points. */
  getCitation(): Citation {
    return this.getLatest().__citation
  }
}

/** Makes a chip; longer quotations are cut to what may be stored. */
export const $createCitationNode = (citation: Citation): CitationNode =>
  $applyNodeReplacement(new CitationNode({ ...citation, quote: citation.quote.slice(0, MAX_QUOTE) }))

/** Whether a node is a chip. */
export const $isCitationNode = (node: LexicalNode | null | undefined): node is CitationNode => node instanceof CitationNode

/** Reads where a drawn chip points, or null where `element` is none. */
export const citationOfElement = (element: Element): Omit<Citation, 'quote'> | null => {
  const chip = element.closest<HTMLElement>('[data-citation]')
  const [sequence, start, end] = (chip?.dataset['citation'] ?? '').split(',').map(Number)
  return sequence === undefined || start === undefined || end === undefined ? null : { sequence, start, end }
}
