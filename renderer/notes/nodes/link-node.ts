import { $create, $getState, $setState, createState, ElementNode, type LexicalNode } from 'lexical'

const urlState = createState('url', { parse: (stored) => (typeof stored === 'string' ? stored : '') })

/**
 * A link in a note. It is shown and never followed: it is drawn as a plain span, so that there is no element a click, a middle
 * click or a drag could take out of the window.
 */
export class NoteLinkNode extends ElementNode {
  override $config() {
    return this.config('link', { extends: ElementNode, stateConfigs: [{ stateConfig: urlState, flat: true }] })
  }

  override createDOM(): HTMLElement {
    const span = document.createElement('span')
    const url = this.getURL()
    span.className = 'note-link'
    span.dataset['url'] = url
    span.title = `${url} (not opened: click to copy)`
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
    return $getState(this, urlState)
  }
}

/** Makes a link to an address that was checked before. */
export const $createNoteLinkNode = (url: string): NoteLinkNode => $setState($create(NoteLinkNode), urlState, url)

/** Whether a node is a link. */
export const $isNoteLinkNode = (node: LexicalNode | null | undefined): node is NoteLinkNode => node instanceof NoteLinkNode
