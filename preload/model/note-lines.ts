import { readNoteBody } from './note-body'
import { isBranch, type NoteBranch, plainText } from './note-tree'

/** What stands in one note one after the other: words on one line each, and tables as rows of cells. */
export type NotePart = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'table';
  readonly rows: readonly (readonly string[])[] }

const level = (text: string): string => text.replace(/\s+/g, ' ').trim()

const cells = (branch: NoteBranch): readonly (readonly string[])[] =>
  branch.children.filter(isBranch).map((row) => row.children.filter(isBranch).map((cell) => level(plainText(cell))))

/** The words of a note, runs of blocks joined on one line, with its tables as tables; those of `text` alone where the body has none or cannot be read. */
export const notePartsOf = ({ body, text }: { readonly body: string; readonly text: string }): readonly NotePart[] => {
  const read = readNoteBody(body)
  const blocks = read.kind === 'tree' ? read.root.children : []
  if (!blocks.some(({ type }) => type === 'table')) return [{ kind: 'words', text: level(text) }]
  const parts: NotePart[] = []
  for (const block of blocks) {
    if (!isBranch(block)) continue
    const last = parts.at(-1)
    const words = level(plainText({ type: 'root', children: [block] }))
    if (block.type === 'table') parts.push({ kind: 'table', rows: cells(block) })
    else if (last?.kind === 'words') parts[parts.length - 1] = { kind: 'words', text: level(`${last.text} ${words}`) }
    else if (words !== '') parts.push({ kind: 'words', text: words })
  }
  return parts
}

/** A table in Markdown, one line for each row; the first row is its head. `cell` keeps the words of a cell from being read as markup. */
export const tableLines = (rows: readonly (readonly string[])[], cell: (words: string) => string): readonly string[] => {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_none, at) => cell(row[at] ?? '')).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)]
}
