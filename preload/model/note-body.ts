import { isCitedKind, MAX_QUOTE } from './note-citation'
import { CHILDREN, isBranch, type NoteBranch, type NoteNode, plainText } from './note-tree'

/** Nodes nested deeper than this are refused; an indented list adds two levels for each step, and the editor stops at ten steps. */
export const MAX_DEPTH = 48

/** More nodes than this in one note are refused, so that a note cannot freeze the window. */
export const MAX_NODES = 50_000

/** A web or mail address: its scheme and something behind it. Links are shown as text and never followed, so that no more is asked. */
const ADDRESS = /^\s*(?:https?|mailto):\/{0,2}[^\s/]/i
const ELEMENT_FORMATS = ['', 'left', 'start', 'center', 'right', 'end', 'justify']

/** What a stored body proved to be. An unreadable one is shown as it stands and is never written over. */
export type NoteBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tree'; readonly root: NoteBranch; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string }

type Raw = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const whole = (low: number, high: number): Check => (value) => Number.isSafeInteger(value) && Number(value) >= low && Number(value) <= high
const among = (...values: readonly unknown[]): Check => (value) => values.includes(value)
const words: Check = (value) => typeof value === 'string'
const noText = among('', undefined)
const isName: Check = (value) => value === undefined || (typeof value === 'string' && value.length > 0 && value.length <= 200)

const ELEMENT: Readonly<Record<string, Check>> = {
  type: words,
  version: among(1),
  children: Array.isArray,
  format: among(...ELEMENT_FORMATS),
  indent: whole(0, 10),
  direction: among(null, 'ltr', 'rtl'),
  textFormat: (value) => value === undefined || whole(0, 127)(value),
  textStyle: noText
}
const TEXT: Readonly<Record<string, Check>> = {
  type: words,
  version: among(1),
  text: words,
  detail: whole(0, 3),
  format: whole(0, 127),
  mode: among('normal'),
  style: noText
}

/** Whether a link may be kept: only addresses that a reader could copy and mean. */
export const isLinkAddress = (url: string): boolean => url.length <= 2048 && ADDRESS.test(url)

/** The allow-list: for each type of node every property it may carry, with its check. One that is not named here is refused. */
const FIELDS: Readonly<Record<NoteNode['type'], Readonly<Record<string, Check>>>> = {
  root: ELEMENT,
  paragraph: ELEMENT,
  quote: ELEMENT,
  heading: { ...ELEMENT, tag: among('h1', 'h2', 'h3') },
  list: { ...ELEMENT, listType: among('bullet', 'number', 'check'), start: whole(1, 1_000_000), tag: among('ul', 'ol') },
  listitem: { ...ELEMENT, value: whole(1, 1_000_000), checked: among(undefined, true, false) },
  link: {
    ...ELEMENT,
    url: (value) => typeof value === 'string' && isLinkAddress(value),
    rel: (value) => value === undefined || value === null || value === 'noopener' || value === 'noreferrer',
    target: among(undefined, null, '_blank'),
    title: among(undefined, null, '')
  },
  text: TEXT,
  tab: { ...TEXT, text: among('\t') },
  linebreak: { type: words, version: among(1) },
  citation: {
    type: words,
    version: among(1),
    sequence: whole(0, 1_000_000),
    start: whole(0, Number.MAX_SAFE_INTEGER),
    end: whole(0, Number.MAX_SAFE_INTEGER),
    quote: (value) => value === undefined || (typeof value === 'string' && value.length <= MAX_QUOTE),
    kind: (value) => value === undefined || isCitedKind(value),
    filing: isName,
    ref: isName,
    short: among(undefined, true, false)
  },
  divider: { type: words, version: among(1) },
  table: ELEMENT,
  tablerow: ELEMENT,
  tablecell: { ...ELEMENT, header: among(undefined, true, false) }
}

/** Properties without which a node is not the editor's own; the rest of the allow-list has defaults. */
const REQUIRED: Readonly<Record<NoteNode['type'], readonly string[]>> = {
  root: ['version', 'children'],
  paragraph: ['version', 'children'],
  quote: ['version', 'children'],
  heading: ['version', 'children', 'tag'],
  list: ['version', 'children', 'listType'],
  listitem: ['version', 'children', 'value'],
  link: ['version', 'children', 'url'],
  text: ['version', 'text', 'mode'],
  tab: ['version', 'text'],
  linebreak: ['version'],
  citation: ['version', 'sequence', 'start', 'end'],
  divider: ['version'],
  table: ['version', 'children'],
  tablerow: ['version', 'children'],
  tablecell: ['version', 'children']
}

class Refused extends Error {}

const LEAVES: readonly string[] = ['text', 'tab', 'linebreak', 'citation', 'divider'] satisfies readonly LeafType[]

const isLeafType = (type: NoteNode['type']): type is LeafType => LEAVES.includes(type)

const isNodeType = (type: unknown): type is NoteNode['type'] => typeof type === 'string' && Object.hasOwn(FIELDS, type)

/** Checks the properties of one raw node and answers its type. */
const checkNode = (raw: unknown, place: string): { readonly type: NoteNode['type']; readonly raw: Raw } => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Refused(`${place} is not a node.`)
  const record: Raw = { ...raw }
  const type = record['type']
  if (!isNodeType(type)) throw new Refused(`${place} is of the unknown type “${String(type).slice(0, 40)}”.`)
  const fields = FIELDS[type]
  for (const key of Object.getOwnPropertyNames(raw)) {
    const check = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (check === undefined) throw new Refused(`${place} carries the unknown property “${key.slice(0, 40)}”.`)
    if (!check(record[key])) throw new Refused(`${place} has a value of “${key}” that is not allowed.`)
  }
  const missing = REQUIRED[type].find((key) => !Object.hasOwn(raw, key))
  if (missing !== undefined) throw new Refused(`${place} lacks “${missing}”.`)
  return { type, raw: record }
}

type LeafType = Exclude<NoteNode['type'], NoteBranch['type']>

const nameOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const leafOf = (type: LeafType, raw: Raw): NoteNode => {
  switch (type) {
    case 'linebreak':
    case 'divider':
      return { type }
    case 'citation':
      return {
        type,
        sequence: Number(raw['sequence']),
        start: Number(raw['start']),
        end: Number(raw['end']),
        quote: nameOf(raw['quote']) ?? '',
        kind: isCitedKind(raw['kind']) ? raw['kind'] : 'words',
        filing: nameOf(raw['filing']),
        ref: nameOf(raw['ref']),
        short: raw['short'] === true
      }
    case 'text':
    case 'tab':
      return { type, text: String(raw['text']), format: Number(raw['format'] ?? 0) }
  }
}

const branchOf = (type: NoteBranch['type'], raw: Raw, children: readonly NoteNode[]): NoteBranch => {
  switch (type) {
    case 'link':
      return { type, children, url: String(raw['url']) }
    case 'heading':
      return { type, children, level: Number(String(raw['tag']).slice(1)) }
    case 'list':
      return { type, children, listType: raw['listType'] === 'number' ? 'number' : raw['listType'] === 'check' ? 'check' : 'bullet' }
    case 'listitem':
      return { type, children, ...(typeof raw['checked'] === 'boolean' ? { checked: raw['checked'] } : {}) }
    case 'tablecell':
      return { type, children, header: raw['header'] === true }
    case 'root':
    case 'paragraph':
    case 'quote':
    case 'table':
    case 'tablerow':
      return { type, children }
  }
}

/** Checks a whole tree, without recursion, and rebuilds it from checked parts only. */
const checkTree = (top: unknown): NoteBranch => {
  const first = checkNode(top, 'The root')
  if (first.type !== 'root') throw new Refused('The note does not begin with a root.')
  const rootChildren: NoteNode[] = []
  const pending: { raw: readonly unknown[]; type: NoteBranch['type']; into: NoteNode[]; depth: number }[] = []
  pending.push({ raw: childrenOf(first.raw), type: 'root', into: rootChildren, depth: 1 })
  let nodes = 1
  while (pending.length > 0) {
    const level = pending.pop()
    if (level === undefined) break
    if (level.depth > MAX_DEPTH) throw new Refused(`It is nested deeper than ${MAX_DEPTH} levels.`)
    for (const child of level.raw) {
      nodes += 1
      if (nodes > MAX_NODES) throw new Refused(`It holds more than ${MAX_NODES} nodes.`)
      const { type, raw } = checkNode(child, `Node ${nodes}`)
      if (!CHILDREN[level.type].includes(type)) throw new Refused(`Node ${nodes}: a ${type} may not stand in a ${level.type}.`)
      if (isLeafType(type)) {
        level.into.push(leafOf(type, raw))
        continue
      }
      const into: NoteNode[] = []
      level.into.push(branchOf(type, raw, into))
      pending.push({ raw: childrenOf(raw), type, into, depth: level.depth + 1 })
    }
  }
  return { type: 'root', children: rootChildren }
}

const childrenOf = (raw: Raw): readonly unknown[] => (Array.isArray(raw['children']) ? raw['children'] : [])

/**
 * Reads a stored body. It is held against the allow-list of node types, properties, values, link schemes and depth before the
 * editor sees it; whatever is refused comes back with the reason, to be shown as the stored text. Never throws.
 */
export const readNoteBody = (body: string): NoteBody => {
  if (body === '') return { kind: 'empty' }
  let stored: unknown
  try {
    stored = JSON.parse(body)
  } catch {
    return { kind: 'unreadable', reason: 'The stored note is not JSON.' }
  }
  if (typeof stored !== 'object' || stored === null || Object.keys(stored).join() !== 'root') {
    return { kind: 'unreadable', reason: 'The stored note is not an editor state.' }
  }
  try {
    const root = checkTree((stored as Raw)['root'])
    return root.children.length === 0 ? { kind: 'empty' } : { kind: 'tree', root, text: plainText(root) }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'unreadable', reason: error.message }
    throw error
  }
}

/** Words of a body that could not be read: every stored piece of text in order, or the body itself, for read-only display. */
export const salvageText = (body: string): string => {
  const pieces = [...body.matchAll(/"text":\s*("(?:[^"\\]|\\.)*")/g)].flatMap(([, quoted]) => {
    try {
      return quoted === undefined ? [] : [String(JSON.parse(quoted))]
    } catch {
      return [quoted ?? '']
    }
  })
  return pieces.length > 0 ? pieces.join('\n') : body
}

const element = { direction: null, format: '', indent: 0, version: 1 }

/** A body that holds plain text, one paragraph for each line; used where words arrive from outside the editor. */
export const bodyOfText = (text: string): string =>
  JSON.stringify({
    root: {
      children: text.split(/\r\n|\r|\n/).map((line) => ({
        children: line === '' ? [] : [{ detail: 0, format: 0, mode: 'normal', style: '', text: line, type: 'text', version: 1 }],
        ...element,
        textFormat: 0,
        textStyle: '',
        type: 'paragraph'
      })),
      ...element,
      type: 'root'
    }
  })

/** Every citation of a body in reading order, for backlinks. Walks without recursion. */
export const citationsOf = (root: NoteBranch): readonly Extract<NoteNode, { type: 'citation' }>[] => {
  const found: Extract<NoteNode, { type: 'citation' }>[] = []
  const pending: NoteNode[] = [root]
  while (pending.length > 0) {
    const node = pending.pop()
    if (node === undefined) break
    if (node.type === 'citation') found.push(node)
    if (isBranch(node)) {
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index]
        if (child !== undefined) pending.push(child)
      }
    }
  }
  return found
}
