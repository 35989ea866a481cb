import type { TextRange } from '#contract/range'
import { uncarefulText } from '../../export/careful-text'
import { readXml, type XmlFault, type XmlListener } from '../package/read-xml'
import { readBody, type ReturnedBody } from './returned-body'
import { TEXT_BOOKMARK } from './word-marks'

/** Words in a returned file, with up to 64 code units before and behind. */
export interface ReturnedQuote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A comment of a returned Word file. Texts are as typed; nothing of them is believed. */
export interface ReturnedComment {
  readonly id: string
  readonly author: string
  /** The clock on the wall of who wrote it, as the file has it. */
  readonly wallTime: string | null
  /** As the file has it: the true time in UTC where it tells one. */
  readonly madeAt: string | null
  readonly text: string
  /** The sign by which a note of ours is known, eight signs; null where it bears none. */
  readonly token: string | null
  readonly durableId: string | null
  /** The comment it answers, by its id. */
  readonly parent: string | null
  readonly isResolved: boolean
  /** The words of the filing it stands on, as they were sent: what was struck is there, what was put in is not. Null where it stands on none. */
  readonly quote: ReturnedQuote | null
  /** Words it stands on that are none of the filing: of the cover, a list or a footnote. */
  readonly elsewhere: string | null
  /** Where its words stand in the body, in code units; null where it stands on none. */
  readonly span: TextRange | null
}

/** A change that somebody tracked: words struck, words put in, or both; `isElsewhere` where it is in no text of the filing. */
export interface ReturnedChange {
  readonly author: string
  readonly madeAt: string | null
  readonly struck: string
  readonly added: string
  readonly prefix: string
  readonly suffix: string
  readonly isElsewhere: boolean
}

/** What a returned Word file holds. The hash is that of the filing it was made of; null where the file does not say. */
export interface ReturnedWord {
  readonly sourceSha256: string | null
  readonly libraryId: string | null
  readonly comments: readonly ReturnedComment[]
  readonly changes: readonly ReturnedChange[]
  /** The notes that were sent in it, by their signs, and where their words stand in the body, whether or not their comments are there still. */
  readonly sent: ReadonlyMap<string, TextRange>
}

/** The parts of a file that are read, by their paths. */
export type WordFileParts = Readonly<Record<string, string>>

const CONTEXT = 64
const TOKEN_LINE = /^RW-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})(?: ·|\s*$)/
const TOKEN_BOOKMARK = /^_rw([0-9A-HJKMNP-TV-Z]{8})$/

/** Parts whose comments are about no text of the filing. */
const ASIDES = ['word/footnotes.xml', 'word/endnotes.xml'] as const

/** The paths of all parts that are read. */
export const WORD_PARTS: readonly string[] = ['word/document.xml', ...ASIDES, 'word/comments.xml', 'word/commentsExtended.xml',
  'word/commentsIds.xml', 'word/commentsExtensible.xml', 'docProps/custom.xml']

/** Ends the reading of a file with a reason; never leaves this file. */
class Unreadable extends Error {}

const unreadable = (path: string, { message }: XmlFault): never => {
  throw new Unreadable(`The part ${path} cannot be read. ${message}`)
}

const read = (parts: WordFileParts, path: string, told: XmlListener): void => {
  const xml = parts[path]
  const fault = xml === undefined ? null : readXml(xml, told)
  if (fault) unreadable(path, fault)
}

const bodyAt = (parts: WordFileParts, path: string): ReturnedBody => {
  const body = readBody(parts[path] ?? '<none/>')
  return 'code' in body ? unreadable(path, body) : body
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

/** Words of the filing as it has them: without what an export shows by name, and without the sign LibreOffice 7.4 writes for an underscore. */
const asFiled = (text: string): string => uncarefulText(text.replace(/_x005F_(?=x[0-9A-Fa-f]{4}_)/g, '_'))

const around = (text: string, { start, end }: TextRange): ReturnedQuote => ({ exact: asFiled(text.slice(start, end)).trim(),
  prefix: asFiled(text.slice(Math.max(0, start - CONTEXT), start)), suffix: asFiled(text.slice(end, end + CONTEXT)) })

/** Where the text of the filing stands in a body; empty in a file that does not tell, which is then taken as text from end to end. */
const textsOf = ({ bookmarks }: ReturnedBody): readonly TextRange[] =>
  [...bookmarks].flatMap(([name, range]) => name.startsWith(TEXT_BOOKMARK) ? [range] : [])

const isWithin = (texts: readonly TextRange[], { start, end }: TextRange): boolean =>
  texts.length === 0 || texts.some((text) => start >= text.start && end <= text.end)

/** White space at the ends of a range is nobody's. */
const tightened = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) }
}

/** The ids that bind the parts of a file to each other, by the ids of the last paragraphs of comments. */
interface Bindings {
  readonly parents: ReadonlyMap<string, string>
  readonly done: ReadonlyMap<string, string>
  readonly durables: ReadonlyMap<string, string>
  readonly times: ReadonlyMap<string, string>
}

const bindingsOf = (parts: WordFileParts): Bindings => ({
  parents: pairsIn(parts, 'word/commentsExtended.xml', 'commentEx', 'paraId', 'paraIdParent'),
  done: pairsIn(parts, 'word/commentsExtended.xml', 'commentEx', 'paraId', 'done'),
  durables: pairsIn(parts, 'word/commentsIds.xml', 'commentId', 'paraId', 'durableId'),
  times: pairsIn(parts, 'word/commentsExtensible.xml', 'commentExtensible', 'durableId', 'dateUtc')
})

const YES: ReadonlySet<string> = new Set(['1', 'true', 'on'])

const found = (map: ReadonlyMap<string, string>, keys: readonly string[]): string | null => {
  for (const key of keys) {
    const value = map.get(key)
    if (value !== undefined) return value
  }
  return null
}

/** What a comment stands on: words of the filing's text, words elsewhere, or none. */
const placesIn = (body: ReturnedBody, asides: readonly ReturnedBody[]) => {
  const texts = textsOf(body)
  return (id: string): Pick<ReturnedComment, 'quote' | 'elsewhere' | 'span'> => {
    const range = body.comments.get(id)
    const span = range ? tightened(body.text, range) : null
    if (span && span.end > span.start) {
      return isWithin(texts, span)
        ? { quote: around(body.text, span), elsewhere: null, span }
        : { quote: null, elsewhere: body.text.slice(span.start, span.end), span }
    }
    const aside = asides.find(({ comments }) => comments.has(id))
    const there = aside?.comments.get(id)
    const words = aside && there ? aside.text.slice(there.start, there.end).trim() : ''
    return { quote: null, elsewhere: words === '' ? null : words, span: null }
  }
}

const changesIn = (body: ReturnedBody): readonly ReturnedChange[] => {
  const texts = textsOf(body)
  return body.changes.map(({ author, madeAt, struck, added, at }): ReturnedChange => {
    const { prefix, suffix } = around(body.text, at)
    return { author, madeAt, struck: asFiled(struck), added, prefix, suffix, isElsewhere: !isWithin(texts, at) }
  })
}

/** Notes of ours that were sent: their signs, with the words each stood on, which stay when its comment is taken away. */
const sentIn = ({ bookmarks, text }: ReturnedBody): ReadonlyMap<string, TextRange> =>
  new Map(
    [...bookmarks].flatMap(([name, range]) => {
      const [, token = ''] = TOKEN_BOOKMARK.exec(name) ?? []
      return token === '' ? [] : [[token, tightened(text, range)] as const]
    })
  )

const commentsIn = (parts: WordFileParts, placeOf: ReturnType<typeof placesIn>): readonly ReturnedComment[] => {
  const { parents, done, durables, times } = bindingsOf(parts)
  const typed = commentsOf(parts)
  const byPara = new Map(typed.flatMap(({ id, paraIds }) => paraIds.map((paraId) => [paraId, id] as const)))
  return typed.map(({ id, author, date, lines, paraIds }): ReturnedComment => {
    const at = lines.findLastIndex((line) => TOKEN_LINE.test(line.trim()))
    const [, first = '', second = ''] = TOKEN_LINE.exec(lines[at]?.trim() ?? '') ?? []
    const durableId = found(durables, paraIds)
    const above = found(parents, paraIds)
    return {
      id,
      author,
      wallTime: date,
      madeAt: times.get(durableId ?? '') ?? date,
      text: lines.filter((_line, index) => index !== at).join('\n').trim(),
      token: first === '' ? null : first + second,
      durableId,
      parent: above === null ? null : byPara.get(above) ?? null,
      isResolved: YES.has(found(done, paraIds) ?? ''),
      ...placeOf(id)
    }
  })
}

/**
 * Reads the parts of a returned Word file: its comments with the words they stand on, who answers whom, and the changes that were tracked.
 * Strict and transitional files are read alike, since elements are known by their names. A part that is refused makes it `unreadable`.
 */
export const readWord = (parts: WordFileParts): ReturnedWord | { readonly unreadable: string } => {
  try {
    const body = bodyAt(parts, 'word/document.xml')
    const asides = ASIDES.map((path) => bodyAt(parts, path))
    const properties = propertiesOf(parts)
    return {
      sourceSha256: properties.get('Redwell source SHA-256')?.trim() ?? null,
      libraryId: properties.get('Redwell library')?.trim() ?? null,
      comments: commentsIn(parts, placesIn(body, asides)),
      changes: [...changesIn(body), ...asides.flatMap(({ changes }) =>
        changes.map(({ author, madeAt, struck, added }) => ({ author, madeAt, struck, added, prefix: '', suffix: '', isElsewhere: true }))
      )],
      sent: sentIn(body)
    }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message }
    throw error
  }
}
