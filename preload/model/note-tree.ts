import type { Citation } from './note-citation'

/** How words of a note may be set. */
export type NoteFormat = 'bold' | 'italic' | 'struck' | 'underlined' | 'code' | 'subscript' | 'superscript'

/** The bit of each format in the editor's bit set (lexical 0.52, LexicalConstants), the innermost first. */
const FORMAT_BITS: readonly (readonly [number, NoteFormat])[] = [[1, 'bold'], [2, 'italic'], [4, 'struck'], [8, 'underlined'], [16, 'code'],
  [32, 'subscript'], [64, 'superscript']]

/** The formats of a run of words, the innermost first. */
export const formatsOf = ({ format }: TextLeaf): readonly NoteFormat[] =>
  FORMAT_BITS.filter(([bit]) => (format & bit) !== 0).map(([, name]) => name)

/** A run of words. `format` is the editor's bit set: see `formatsOf`. */
export interface TextLeaf {
  readonly type: 'text' | 'tab'
  readonly text: string
  readonly format: number
}

/** A line break inside a paragraph. */
export interface LineBreakLeaf {
  readonly type: 'linebreak'
}

/** A chip that points to a passage, a mark or a note. */
export interface CitationLeaf extends Citation {
  readonly type: 'citation'
}

/** A rule across the note. */
export interface DividerLeaf {
  readonly type: 'divider'
}

/** A node of a note that holds others. */
export interface NoteBranch {
  readonly type: 'root' | 'paragraph' | 'quote' | 'heading' | 'list' | 'listitem' | 'link' | 'table' | 'tablerow' | 'tablecell'
  readonly children: readonly NoteNode[]
  /** The address of a link, shown and never followed. */
  readonly url?: string
  readonly listType?: 'bullet' | 'number' | 'check'
  readonly checked?: boolean
  readonly level?: number
  /** Whether a cell heads its column. */
  readonly header?: boolean
}

/** A node of a note's body, once it was found fit to be shown. */
export type NoteNode = TextLeaf | LineBreakLeaf | CitationLeaf | DividerLeaf | NoteBranch

/** Whether a node holds others. */
export const isBranch = (node: NoteNode): node is NoteBranch => 'children' in node

/** What may stand inside what; a type that is no key here holds nothing. */
export const CHILDREN: Readonly<Record<NoteBranch['type'], readonly NoteNode['type'][]>> = {
  root: ['paragraph', 'quote', 'heading', 'list', 'table', 'divider'],
  paragraph: ['text', 'tab', 'linebreak', 'link', 'citation'],
  quote: ['text', 'tab', 'linebreak', 'link', 'citation'],
  heading: ['text', 'tab', 'linebreak', 'link', 'citation'],
  list: ['listitem'],
  listitem: ['text', 'tab', 'linebreak', 'link', 'citation', 'list'],
  link: ['text', 'tab', 'linebreak'],
  table: ['tablerow'],
  tablerow: ['tablecell'],
  tablecell: ['paragraph', 'list']
}

/** Plain text of one leaf, as search and lists show it. */
const leafText = (node: NoteNode): string => {
  switch (node.type) {
    case 'text':
    case 'tab':
      return node.text
    case 'linebreak':
      return '\n'
    case 'citation':
      return node.short ? '' : `“${node.quote}”`
    default:
      return ''
  }
}

/** A row of a table as one line, its cells parted by tabs; a cell holds no table, so that this goes no deeper. */
const rowText = (row: NoteBranch): string =>
  row.children.map((cell) => (isBranch(cell) ? plainText(cell).replace(/\s+/g, ' ') : '')).join('\t')

/** The plain text of a note: one line for each paragraph, list item or row of a table, formatting left out. Walks lists without recursion. */
export const plainText = (root: NoteBranch): string => {
  const lines: string[] = []
  let line = ''
  let started = false
  const pending: NoteNode[] = [...root.children].reverse()
  while (pending.length > 0) {
    const node = pending.pop()
    if (node === undefined) break
    if (!isBranch(node)) {
      line += leafText(node)
      continue
    }
    if (node.type !== 'link' && node.type !== 'list' && node.type !== 'table') {
      if (started) lines.push(line)
      line = ''
      started = true
      if (node.type === 'tablerow') {
        line = rowText(node)
        continue
      }
    }
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]
      if (child !== undefined) pending.push(child)
    }
  }
  if (started) lines.push(line)
  return lines.join('\n').trim()
}
