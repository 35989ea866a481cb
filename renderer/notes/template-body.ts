import type { TemplateFill } from '../state/notes/built-in-templates'
import type { Citation } from '#model/note-citation'
import { nodesOf } from '../state/notes/note-words'
import { readNoteBody } from '#model/note-body'

/** What stands in a template for the passage it is filled with, and for the day. */
const EXCERPT = '{excerpt}'
const DAY = '{date}'

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const childrenOf = (node: Node): readonly Node[] => (Array.isArray(node['children']) ? node['children'].filter(isNode) : [])

/** Rebuilds the leaves of a tree; a checked body nests no deeper than `MAX_DEPTH`, so that this may call itself. */
const mapLeaves = (node: Node, leaf: (node: Node) => readonly object[]): Node => ({ ...node,
  children: childrenOf(node).flatMap((child) => ('children' in child ? [mapLeaves(child, leaf)] : leaf(child))) })

const rootOf = (body: string): Node | null => {
  if (readNoteBody(body).kind !== 'tree') return null
  const state: unknown = JSON.parse(body)
  return isNode(state) && isNode(state['root']) ? state['root'] : null
}

const chipNode = (passage: Citation): readonly object[] =>
  nodesOf([{ kind: 'paragraph', runs: [{ chip: passage }] }]).flatMap((block) => childrenOf({ ...block }))

/**
 * A note's body as a template: chips, which point to one passage, become the place where another will stand, checked items are
 * open again. Null where the body holds nothing that can be read.
 */
export const templateOf = (body: string): string | null => {
  const root = rootOf(body)
  if (!root) return null
  const text = (words: string): object => ({ detail: 0, format: 0, mode: 'normal', style: '', text: words, type: 'text', version: 1 })
  const opened = (node: Node): Node => ({
    ...node,
    ...(node['checked'] === true ? { checked: false } : {}),
    ...('children' in node ? { children: childrenOf(node).map(opened) } : {})
  })
  return JSON.stringify({ root: opened(mapLeaves(root, (node) => (node['type'] === 'citation' ? [text(EXCERPT)] : [node]))) })
}

/** The blocks of a template as the editor stores them, filled with the passage and the day; an empty list where it cannot be read. */
export const fillTemplate = (body: string, { passage, day }: TemplateFill): readonly object[] => {
  const root = rootOf(body)
  if (!root) return []
  const fill = (node: Node): readonly object[] => {
    const words = node['text']
    if (typeof words !== 'string') return [node]
    return words.replaceAll(DAY, day).split(EXCERPT).flatMap((piece, at) => [
      ...(at === 0 || passage === null ? [] : chipNode(passage)),
      ...(piece === '' ? [] : [{ ...node, text: piece }])
    ])
  }
  return childrenOf(mapLeaves(root, fill))
}
