import { $create, $getState, $setState, createState, ElementNode, type LexicalNode } from 'lexical'

const headerState = createState('header', { parse: (stored) => stored === true })

/** A table in a note: rows of cells, all rows equally long; `table-edits.ts` keeps it so. */
export class NoteTableNode extends ElementNode {
  override $config() {
    return this.config('table', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const table = document.createElement('table')
    table.className = 'note-table'
    return table
  }

  override updateDOM(): false {
    return false
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }
}

/** A row of a table. */
export class NoteRowNode extends ElementNode {
  override $config() {
    return this.config('tablerow', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    return document.createElement('tr')
  }

  override updateDOM(): false {
    return false
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }
}

/** A cell: a small page of its own, so that nothing typed or deleted in it reaches its neighbours. */
export class NoteCellNode extends ElementNode {
  override $config() {
    return this.config('tablecell', { extends: ElementNode, stateConfigs: [{ stateConfig: headerState, flat: true }] })
  }

  override createDOM(): HTMLElement {
    const cell = document.createElement('td')
    if (this.isHeader()) cell.className = 'note-th'
    return cell
  }

  override updateDOM(before: this): boolean {
    return before.isHeader() !== this.isHeader()
  }

  override isShadowRoot(): true {
    return true
  }

  override collapseAtStart(): true {
    return true
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }

  /** Whether the cell heads its column. */
  isHeader(): boolean {
    return $getState(this, headerState)
  }

  /** Makes the cell head its column, or no longer. */
  setHeader(header: boolean): this {
    return $setState(this, headerState, header)
  }
}

/** Makes an empty table; rows are to be put in at once. */
export const $createNoteTableNode = (): NoteTableNode => $create(NoteTableNode)

/** Makes an empty row. */
export const $createNoteRowNode = (): NoteRowNode => $create(NoteRowNode)

/** Makes an empty cell. */
export const $createNoteCellNode = (header = false): NoteCellNode => $create(NoteCellNode).setHeader(header)

/** Whether a node is a table. */
export const $isNoteTableNode = (node: LexicalNode | null | undefined): node is NoteTableNode => node instanceof NoteTableNode

/** Whether a node is a row of a table. */
export const $isNoteRowNode = (node: LexicalNode | null | undefined): node is NoteRowNode => node instanceof NoteRowNode

/** Whether a node is a cell. */
export const $isNoteCellNode = (node: LexicalNode | null | undefined): node is NoteCellNode => node instanceof NoteCellNode
