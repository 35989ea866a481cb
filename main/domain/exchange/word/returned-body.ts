import type { TextRange } from '#contract/range'
import { readXml, type XmlElement, type XmlFault, type XmlListener } from '../package/read-xml'

/** A change that somebody tracked: the words struck, which stand at `at`, and the words put in behind them. */
export interface BodyChange {
  readonly author: string
  /** As the file has it; null where it does not say. */
  readonly madeAt: string | null
  readonly at: TextRange
  readonly struck: string
  readonly added: string
}

/**
 * The text of a part of a Word file as it was sent: what was struck since is in it, what was put in is not. Ranges are UTF-16 code units,
 * end-exclusive, of comments by their ids and of bookmarks by their names.
 */
export interface ReturnedBody {
  readonly text: string
  readonly comments: ReadonlyMap<string, TextRange>
  readonly bookmarks: ReadonlyMap<string, TextRange>
  readonly changes: readonly BodyChange[]
}

interface Tracked {
  readonly author: string
  readonly madeAt: string | null
  readonly start: number
  end: number
  struck: string
  added: string
}

/** Words that were moved are struck in one place and put in at another. */
const ADDING: ReadonlySet<string> = new Set(['ins', 'moveTo'])
const STRIKING: ReadonlySet<string> = new Set(['del', 'moveFrom'])

/** The text as it grows, with the changes that are open in it. */
interface Growing {
  readonly words: string[]
  length: number
  readonly tracked: Tracked[]
  readonly open: ('add' | 'strike')[]
}

const put = (growing: Growing, piece: string): void => {
  growing.words.push(piece)
  growing.length += piece.length
}

const enter = (growing: Growing, { attribute }: XmlElement, kind: 'add' | 'strike'): void => {
  const { tracked, length } = growing
  growing.open.push(kind)
  const author = attribute('author') ?? ''
  const last = tracked.at(-1)
  // Words struck and words put in behind them by one person are one change.
  const continues = last?.author === author && last.end === length && !(kind === 'strike' && last.struck !== '' && last.added !== '')
  if (!continues) tracked.push({ author, madeAt: attribute('date'), start: length, end: length, struck: '', added: '' })
}

const say = (growing: Growing, piece: string): void => {
  const { open, tracked } = growing
  const last = tracked.at(-1)
  const isStruck = open.includes('strike')
  if (open.includes('add')) {
    // What one person put in and another struck again was never sent, and is not there any more.
    if (last && !isStruck) last.added += piece
    return
  }
  put(growing, piece)
  if (!isStruck || !last) return
  last.struck += piece
  last.end = growing.length
}

/** Where ranges begin and end, by their keys; of a bookmark the name is told only where it begins. */
interface Ranges {
  readonly begun: Map<string, { readonly name: string; readonly at: number }>
  readonly ended: Map<string, TextRange>
}

const ranges = (): Ranges => ({ begun: new Map(), ended: new Map() })

const endRange = ({ begun, ended }: Ranges, key: string, at: number): void => {
  const from = begun.get(key)
  if (from) ended.set(from.name, { start: from.at, end: at })
}

const listener = (growing: Growing, comments: Ranges, bookmarks: Ranges): XmlListener => {
  let isWords = false
  // What stands there for older programs says the same once more.
  let older = 0
  const space = (sign: string): void => {
    if (!growing.open.includes('add')) put(growing, sign)
  }
  const begin = (element: XmlElement): void => {
    const id = element.attribute('id') ?? ''
    switch (element.name) {
      case 'commentRangeStart':
        comments.begun.set(id, { name: id, at: growing.length })
        return
      case 'commentRangeEnd':
        endRange(comments, id, growing.length)
        return
      case 'bookmarkStart':
        bookmarks.begun.set(id, { name: element.attribute('name') ?? '', at: growing.length })
        return
      case 'bookmarkEnd':
        endRange(bookmarks, id, growing.length)
        return
      case 'br':
      case 'cr':
      case 'tab':
        space(' ')
        return
      case 'noBreakHyphen':
        say(growing, '-')
    }
  }
  return {
    open: (element) => {
      const { name } = element
      if (name === 'Fallback') older += 1
      if (older > 0) return
      isWords = name === 't' || name === 'delText'
      if (ADDING.has(name)) enter(growing, element, 'add')
      else if (STRIKING.has(name)) enter(growing, element, 'strike')
      else begin(element)
    },
    close: ({ name }) => {
      if (name === 'Fallback') older -= 1
      else if (older === 0) {
        isWords = false
        if (name === 'p') space('\n')
        else if (ADDING.has(name) || STRIKING.has(name)) growing.open.pop()
      }
    },
    text: (piece) => {
      if (isWords && older === 0) say(growing, piece)
    }
  }
}

/** Reads a part that holds paragraphs, such as the body or the footnotes, or says why it is refused. */
export const readBody = (xml: string): ReturnedBody | XmlFault => {
  const growing: Growing = { words: [], length: 0, tracked: [], open: [] }
  const comments = ranges()
  const bookmarks = ranges()
  const fault = readXml(xml, listener(growing, comments, bookmarks))
  if (fault) return fault
  const changes = growing.tracked.filter(({ struck, added }) => struck !== added).map(({ start, end, ...change }) => ({ ...change,
    at: { start, end } })
  )
  return { text: growing.words.join(''), comments: comments.ended, bookmarks: bookmarks.ended, changes }
}
