/** A run of words. `format` is the editor's bit set: 1 bold, 2 italic, 4 struck through, 8 underlined, 16 code, 32 sub-, 64 superscript. */
export interface TextLeaf {
  readonly type: 'text' | 'tab'
  readonly text: string
  readonly format: number
}

/** A line break inside a paragraph. */
export interface LineBreakLeaf {
  readonly type: 'linebreak'
}

/** A chip that points back to a passage: source offsets in UTF-16 code units, end exclusive, and the words as they stood. */
export interface CitationLeaf {
  readonly type: 'citation'
  readonly sequence: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** A node of a note that holds others. */
export interface NoteBranch {
  readonly type: 'root' | 'paragraph' | 'quote' | 'heading' | 'list' | 'listitem' | 'link'
  readonly children: readonly NoteNode[]
  /** The address of a link, shown and never followed. */
  readonly url?: string
  readonly listType?: 'bullet' | 'number' | 'check'
  readonly checked?: boolean
  readonly level?: number
}

/** A node of a note's body, once it was found fit to be shown. */
export type NoteNode = TextLeaf | LineBreakLeaf | CitationLeaf | NoteBranch

/** Whether a node holds others. */
export const isBranch = (node: NoteNode): node is NoteBranch => 'children' in node

/** What may stand inside what; a type that is no key here holds nothing. */
export const CHILDREN: Readonly<Record<NoteBranch['type'], readonly NoteNode['type'][]>> = {
  root: ['paragraph', 'quote', 'heading', 'list'],
  paragraph: ['text', 'tab', 'linebreak', 'link', 'citation'],
  quote: ['text', 'tab', 'linebreak', 'link', 'citation'],
  heading: ['text', 'tab', 'linebreak', 'link', 'citation'],
  list: ['listitem'],
  listitem: ['text', 'tab', 'linebreak', 'link', 'citation', 'list'],
  link: ['text', 'tab', 'linebreak']
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
      return `“${node.quote}”`
    default:
      return ''
  }
}

/** The plain text of a note: one line for each paragraph or list item, formatting left out. Walks without recursion. */
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
    if (node.type !== 'link' && node.type !== 'list') {
      if (started) lines.push(line)
      line = ''
      started = true
    }
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]
      if (child !== undefined) pending.push(child)
    }
  }
  if (started) lines.push(line)
  return lines.join('\n').trim()
}
