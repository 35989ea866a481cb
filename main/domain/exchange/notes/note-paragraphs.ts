import { readNoteBody } from '#model/note-body'
import { formatsOf, isBranch, plainText, type NoteBranch, type NoteFormat, type NoteNode } from '#model/note-tree'

/** A run of words of a note with its formats. */
export interface NoteRun {
  readonly text: string
  readonly formats: readonly NoteFormat[]
}

/** A line of a note as simple tools show it: what it is, how deep it is set in, the bullet or number before it, and its words. */
export interface NoteParagraph {
  readonly kind: 'words' | 'heading' | 'quote' | 'item' | 'row' | 'rule'
  readonly depth: number
  readonly marker: string
  readonly runs: readonly NoteRun[]
}

const words = (text: string, formats: readonly NoteFormat[] = []): NoteRun => ({ text, formats })

const runsOf = (nodes: readonly NoteNode[]): readonly NoteRun[] =>
  nodes.flatMap((node): readonly NoteRun[] => {
    if (isBranch(node)) return node.type === 'link' ? [...runsOf(node.children), words(` (${node.url ?? ''})`)] : []
    if (node.type === 'text') return [words(node.text, formatsOf(node))]
    if (node.type === 'tab') return [words('\t')]
    if (node.type === 'linebreak') return [words('\n')]
    return node.type === 'citation' && !node.short ? [words(`“${node.quote}”`)] : []
  })

const markerOf = (list: NoteBranch, item: NoteBranch, number: number): string => {
  if (list.listType === 'number') return `${String(number)}.`
  return list.listType === 'check' ? item.checked === true ? '☑' : '☐' : '•'
}

const listOf = (list: NoteBranch, depth: number): readonly NoteParagraph[] => {
  let number = 0
  return list.children.filter(isBranch).flatMap((item) => {
    const inner = item.children.filter(isBranch).filter(({ type }) => type === 'list').flatMap((nested) => listOf(nested, depth + 1))
    // An item that only holds a list has no line of its own, as in the window.
    if (item.children.every((child) => child.type === 'list') && item.children.length > 0) return inner
    number += 1
    return [{ kind: 'item', depth, marker: markerOf(list, item, number), runs: runsOf(item.children) }, ...inner] satisfies NoteParagraph[]
  })
}

const blockOf = (node: NoteNode): readonly NoteParagraph[] => {
  const line = (kind: NoteParagraph['kind'], runs: readonly NoteRun[]): readonly NoteParagraph[] => [{ kind, depth: 0, marker: '', runs }]
  if (!isBranch(node)) return node.type === 'divider' ? line('rule', []) : []
  if (node.type === 'list') return listOf(node, 0)
  if (node.type === 'table') {
    return node.children.filter(isBranch).flatMap((row) =>
      line('row', [words(row.children.map((cell) => isBranch(cell) ? plainText(cell).replace(/\s+/g, ' ') : '').join('\t'))])
    )
  }
  return line(node.type === 'heading' || node.type === 'quote' ? node.type : 'words', runsOf(node.children))
}

/** The lines of a note in order, formats kept; of one whose body is empty or cannot be read, those of its plain text. */
export const noteParagraphs = ({ body, text }: { readonly body: string; readonly text: string }): readonly NoteParagraph[] => {
  const read = readNoteBody(body)
  if (read.kind === 'tree') return read.root.children.flatMap(blockOf)
  return text.split(/\n+/).map((line) => ({ kind: 'words', depth: 0, marker: '', runs: [words(line)] }))
}
