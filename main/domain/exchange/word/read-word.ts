import { readXml, type XmlElement } from '../package/read-xml'

/** A comment of a returned Word file. Texts are as typed; nothing of them is believed. */
export interface ReturnedComment {
  readonly id: string
  readonly author: string
  /** As the file has it: the true time in UTC where it tells one. */
  readonly madeAt: string | null
  readonly text: string
  /** The sign by which a note of ours is known, eight signs; null where it bears none. */
  readonly token: string | null
  readonly durableId: string | null
  /** The comment it answers, by its id. */
  readonly parent: string | null
  /** The words it stands on, as they were sent: what was struck is there, what was put in is not. Null where it stands on none. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null
}

/** A change that somebody tracked in the text: words struck, words put in, or both. */
export interface ReturnedChange {
  readonly author: string
  readonly madeAt: string | null
  readonly struck: string
  readonly added: string
  readonly prefix: string
  readonly suffix: string
}

/** What a returned Word file holds. The hash is that of the filing it was made of; null where the file does not say. */
export interface ReturnedWord {
  readonly sourceSha256: string | null
  readonly libraryId: string | null
  readonly comments: readonly ReturnedComment[]
  readonly changes: readonly ReturnedChange[]
}

/** The parts of a file that are read, by their paths. */
export type WordFileParts = Readonly<Record<string, string>>

const CONTEXT = 64
const TOKEN_LINE = /^RW-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})(?: ·|\s*$)/

interface Span {
  readonly start: number
  readonly end: number
}

interface Body {
  readonly text: string
  readonly ranges: ReadonlyMap<string, Span>
  readonly changes: readonly ReturnedChange[]
}

/** Ends the reading of a file with a reason; never leaves this file. */
class Unreadable extends Error {}

const read = (parts: WordFileParts, path: string,
  told: { open: (element: XmlElement) => void; close: (element: XmlElement) => void; text: (text: string) => void }): void => {
  const xml = parts[path]
  const fault = xml === undefined ? null : readXml(xml, told)
  if (fault) throw new Unreadable(`The part ${path} cannot be read. ${fault.message}`)
}

interface Tracked {
  author: string
  madeAt: string | null
  at: number
  end: number
  struck: string
  added: string
}

const bodyOf = (parts: WordFileParts): Body => {
  const words: string[] = []
  let length = 0
  const put = (piece: string): void => {
    words.push(piece)
    length += piece.length
  }
  const begun = new Map<string, number>()
  const ranges = new Map<string, Span>()
  const tracked: Tracked[] = []
  let within: 'ins' | 'del' | null = null
  let depth = 0
  let isWords = false
  read(parts, 'word/document.xml', {
    open: (element) => {
      const { name, attribute } = element
      if (name === 'commentRangeStart') begun.set(attribute('id') ?? '', length)
      else if (name === 'commentRangeEnd')
        ranges.set(attribute('id') ?? '', { start: begun.get(attribute('id') ?? '') ?? length, end: length })
      else if (name === 't' || name === 'delText') isWords = true
      else if ((name === 'br' || name === 'tab') && within !== 'ins') put(' ')
      else if (name === 'ins' || name === 'del') {
        depth += 1
        within = name
        const author = attribute('author') ?? ''
        const last = tracked.at(-1)
        // Words struck and words put in behind them by one person are one change.
        if (!last || last.author !== author || last.end !== length || (name === 'del' && last.struck !== '' && last.added !== ''))
          tracked.push({ author, madeAt: attribute('date'), at: length, end: length, struck: '', added: '' })
      }
    },
    close: ({ name }) => {
      if (name === 't' || name === 'delText') isWords = false
      else if (name === 'p' && within !== 'ins') put('\n')
      else if (name === 'ins' || name === 'del') {
        depth -= 1
        if (depth <= 0) within = null
      }
    },
    text: (piece) => {
      if (!isWords) return
      const last = tracked.at(-1)
      if (within === 'ins') {
        if (last) last.added += piece
        return
      }
      put(piece)
      if (within === 'del' && last) {
        last.struck += piece
        last.end = length
      }
    }
  })
  const text = words.join('')
  const changes = tracked.filter(({ struck, added }) => struck !== added).map((
    { author, madeAt, at, end, struck, added }
  ): ReturnedChange => ({ author, madeAt, struck, added, prefix: text.slice(Math.max(0, at - CONTEXT), at),
    suffix: text.slice(end, end + CONTEXT) })
  )
  return { text, ranges, changes }
}

interface Typed {
  readonly id: string
  readonly author: string
  readonly date: string | null
  readonly lines: readonly string[]
  readonly paraIds: readonly string[]
}

const commentsOf = (parts: WordFileParts): readonly Typed[] => {
  const out: Typed[] = []
  let now: { id: string; author: string; date: string | null; lines: string[]; paraIds: string[] } | null = null
  let isWords = false
  read(parts, 'word/comments.xml', {
    open: ({ name, attribute }) => {
      if (name === 'comment') {
        now = { id: attribute('id') ?? '', author: attribute('author') ?? '', date: attribute('date'), lines: [], paraIds: [] }
        out.push(now)
        // Some tools set the id on the comment itself.
        const own = attribute('paraId')
        if (own !== null) now.paraIds.push(own)
      } else if (name === 'p' && now) {
        now.lines.push('')
        const paraId = attribute('paraId')
        if (paraId !== null) now.paraIds.push(paraId)
      } else if (name === 't') isWords = true
      else if ((name === 'br' || name === 'tab') && now && now.lines.length > 0) now.lines.push(`${now.lines.pop() ?? ''} `)
    },
    close: ({ name }) => {
      if (name === 't') isWords = false
      if (name === 'comment') now = null
    },
    text: (piece) => {
      if (isWords && now && now.lines.length > 0) now.lines.push(`${now.lines.pop() ?? ''}${piece}`)
    }
  })
  return out
}

/** One attribute by another, of every element of a name. */
const pairsIn = (parts: WordFileParts, path: string, element: string, key: string, value: string): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>()
  read(parts, path, {
    open: ({ name, attribute }) => {
      const [from, to] = [attribute(key), attribute(value)]
      if (name === element && from !== null && to !== null) pairs.set(from, to)
    },
    close: () => undefined,
    text: () => undefined
  })
  return pairs
}

const propertiesOf = (parts: WordFileParts): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  let name: string | null = null
  read(parts, 'docProps/custom.xml', {
    open: (element) => {
      if (element.name === 'property') name = element.attribute('name')
    },
    close: (element) => {
      if (element.name === 'property') name = null
    },
    text: (text) => {
      if (name !== null) found.set(name, `${found.get(name) ?? ''}${text}`)
    }
  })
  return found
}

/**
 * Reads the parts of a returned Word file: its comments with the words they stand on, who answers whom, and the changes that were tracked.
 * Strict and transitional files are read alike, since elements are known by their names. A part that is refused makes it `unreadable`.
 */
export const readWord = (parts: WordFileParts): ReturnedWord | { readonly unreadable: string } => {
  try {
    const body = bodyOf(parts)
    const parents = pairsIn(parts, 'word/commentsExtended.xml', 'commentEx', 'paraId', 'paraIdParent')
    const durables = pairsIn(parts, 'word/commentsIds.xml', 'commentId', 'paraId', 'durableId')
    const times = pairsIn(parts, 'word/commentsExtensible.xml', 'commentExtensible', 'durableId', 'dateUtc')
    const typed = commentsOf(parts)
    const byPara = new Map(typed.flatMap(({ id, paraIds }) => paraIds.map((paraId) => [paraId, id] as const)))
    const comments = typed.map(({ id, author, date, lines, paraIds }): ReturnedComment => {
      const at = lines.findLastIndex((line) => TOKEN_LINE.test(line.trim()))
      const [, first = '', second = ''] = TOKEN_LINE.exec(lines[at]?.trim() ?? '') ?? []
      const durableId = paraIds.map((paraId) => durables.get(paraId)).find((found) => found !== undefined) ?? null
      const above = paraIds.map((paraId) => parents.get(paraId)).find((found) => found !== undefined)
      const span = body.ranges.get(id)
      return {
        id,
        author,
        madeAt: times.get(durableId ?? '') ?? date,
        text: lines.filter((_line, index) => index !== at).join('\n').trim(),
        token: first === '' ? null : first + second,
        durableId,
        parent: above === undefined ? null : byPara.get(above) ?? null,
        quote: span && body.text.slice(span.start, span.end).trim() !== ''
          ? { exact: body.text.slice(span.start, span.end).trim(), prefix: body.text.slice(Math.max(0, span.start - CONTEXT), span.start),
            suffix: body.text.slice(span.end, span.end + CONTEXT) }
          : null
      }
    })
    const properties = propertiesOf(parts)
    return { sourceSha256: properties.get('Redwell source SHA-256') ?? null, libraryId: properties.get('Redwell library') ?? null, comments,
      changes: body.changes }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message }
    throw error
  }
}
