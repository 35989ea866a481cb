import { $create, DecoratorNode, type LexicalNode } from 'lexical'

/** A rule across the note. */
export class DividerNode extends DecoratorNode<null> {
  override $config() {
    return this.config('divider', { extends: DecoratorNode })
  }

  override createDOM(): HTMLElement {
    const rule = document.createElement('hr')
    rule.className = 'note-divider'
    return rule
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): false {
    return false
  }

  override getTextContent(): string {
    return ''
  }

  override decorate(): null {
    return null
  }
}

/** Makes a rule. */
export const $createDividerNode = (): DividerNode => $create(DividerNode)

/** Whether a node is a rule. */
export const $isDividerNode = (node: LexicalNode | null | undefined): node is DividerNode => node instanceof DividerNode
