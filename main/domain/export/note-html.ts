import { escapeText, html, type Markup } from './markup'

/** How deep a note may nest before it is printed as plain text. The editor itself makes no more than a few levels. */
const DEEPEST = 40

/** Elements for the node types a note may hold; any other type makes the whole note plain text. */
const ELEMENTS: Readonly<Record<string, string>> = { paragraph: 'p', quote: 'blockquote', heading: 'h4', listitem: 'li', link: 'span',
  autolink: 'span', table: 'table', tablerow: 'tr' }

/** Bits of a text node's format, as the editor writes them (lexical 0.52, LexicalConstants). */
const FORMATS = [[1, 'b'], [2, 'i'], [4, 's'], [8, 'u'], [16, 'code'], [32, 'sub'], [64, 'sup']] as const

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const elementOf = (node: JsonObject): string | null => {
  if (node['type'] === 'tablecell') return node['header'] === true ? 'th' : 'td'
  if (node['type'] === 'list') return node['listType'] === 'number' ? 'ol' : 'ul'
  return typeof node['type'] === 'string' && Object.hasOwn(ELEMENTS, node['type']) ? ELEMENTS[node['type']] ?? null : null
}

const printTextNode = (node: JsonObject): string | null => {
  if (typeof node['text'] !== 'string') return null
  const format = typeof node['format'] === 'number' ? node['format'] : 0
  let out = escapeText(node['text'])
  for (const [bit, element] of FORMATS) if ((format & bit) !== 0) out = `<${element}>${out}</${element}>`
  return out
}

const printLeaf = (node: JsonObject): string | null => {
  if (node['type'] === 'text') return printTextNode(node)
  if (node['type'] === 'tab') return ' '
  if (node['type'] === 'linebreak') return '<br>'
  if (node['type'] === 'divider') return '<hr>'
  if (node['type'] === 'citation') {
    if (node['short'] === true) return ''
    return typeof node['quote'] === 'string' ? `<span class="citation">“${escapeText(node['quote'])}”</span>` : null
  }
  return null
}

/** The address of a link stands after its words: on paper, and in a document that must not lead anywhere, it is text. */
const closingOf = (node: JsonObject, element: string): string => {
  const address = (node['type'] === 'link' || node['type'] === 'autolink') && typeof node['url'] === 'string' ? node['url'] : null
  return address === null ? `</${element}>` : `</${element}><span class="address"> (${escapeText(address)})</span>`
}

/** Walks the tree with a stack of its own: a string on it is markup to write, an object a node to open. Null where a node is foreign. */
const printTree = (root: JsonObject): string | null => {
  const stack: { readonly node: JsonObject | string; readonly depth: number }[] = [{ node: root, depth: 0 }]
  let out = ''
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top
    if (typeof node === 'string') {
      out += node
      continue
    }
    if (depth > DEEPEST) return null
    const leaf = printLeaf(node)
    if (leaf !== null) {
      out += leaf
      continue
    }
    const element = depth === 0 && node['type'] === 'root' ? 'div' : elementOf(node)
    const children = node['children']
    if (element === null || !Array.isArray(children)) return null
    out += `<${element}>`
    stack.push({ node: closingOf(node, element), depth })
    for (const child of children.toReversed()) {
      if (!isObject(child)) return null
      stack.push({ node: child, depth: depth + 1 })
    }
  }
  return out
}

const readRoot = (body: string): JsonObject | null => {
  try {
    const state: unknown = JSON.parse(body)
    return isObject(state) && isObject(state['root']) ? state['root'] : null
  } catch {
    return null
  }
}

/**
 * A note's words as HTML. Only the editor's own kinds of node are read, and of them only text and structure; a note that holds
 * anything else, or cannot be read, is printed as its plain `text`.
 */
export const printNote = (body: string, text: string): Markup => {
  const root = readRoot(body)
  const tree = root === null ? null : printTree(root)
  if (tree !== null) return { markup: tree }
  return html`<div>${text.split(/\n+/).map((line) => html`<p>${line}</p>`)}</div>`
}
