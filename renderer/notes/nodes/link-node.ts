import { $applyNodeReplacement, ElementNode, type EditorConfig, type LexicalNode, type NodeKey, type SerializedElementNode, type Spread } from 'lexical'

/** A link as it is stored. */
export type SerializedNoteLinkNode = Spread<{ url: string }, SerializedElementNode>

/**
 * A link in a note. It is shown and never followed: it is drawn as a plain span, so that there is no element a click, a middle
 * click or a drag could take out of the window.
 */
export class NoteLinkNode extends ElementNode {
  readonly __url: string

  constructor(url: string, key?: NodeKey) {
    super(key)
    this.__url = url
  }

  static override getType(): string {
    return 'link'
  }

  static override clone(node: NoteLinkNode): NoteLinkNode {
    return new NoteLinkNode(node.__url, node.__key)
  }

  static override importJSON(stored: SerializedNoteLinkNode): NoteLinkNode {
    return $createNoteLinkNode(stored.url).updateFromJSON(stored)
  }

  override exportJSON(): SerializedNoteLinkNode {
    return { ...super.exportJSON(), url: this.getURL(), type: 'link', version: 1 }
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const span = document.createElement('span')
    span.className = 'note-link'
    span.dataset['url'] = this.__url
    span.title = `${this.__url} (not opened: click to copy)`
    return span
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): true {
    return true
  }

  override canBeEmpty(): false {
    return false
  }

  override canInsertTextBefore(): false {
    return false
  }

  override canInsertTextAfter(): false {
    return false
  }

  /** The address. */
  getURL(): string {
    return this.getLatest().__url
  }
}

/** Makes a link to an address that was checked before. */
export const $createNoteLinkNode = (url: string): NoteLinkNode => $applyNodeReplacement(new NoteLinkNode(url))

/** Whether a node is a link. */
export const $isNoteLinkNode = (node: LexicalNode | null | undefined): node is NoteLinkNode => node instanceof NoteLinkNode
