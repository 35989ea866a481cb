import type { WorkFiling, WorkNote } from '../work-document'
import { carefulText } from '../../export/careful-text'
import { noteParagraphs } from '../notes/note-paragraphs'
import { paragraphXml, runXml, xmlAttribute } from './word-xml'
import type { RunLook } from './word-xml'
import type { NoteParagraph } from '../notes/note-paragraphs'

/** One comment: a note or a reply to one. `id` is its number in the file, `parent` that of the note it answers. */
export interface WordComment {
  readonly id: number
  readonly parent: number | null
  readonly author: string
  readonly madeAt: string
  readonly paragraphs: readonly NoteParagraph[]
  /** The small line under the words; null for a reply. */
  readonly line: string | null
  readonly done: boolean
  /** Eight hexadecimal digits by which Word knows it again. */
  readonly durableId: string
}

/** A note with its replies, as they stand at one place. */
export interface CommentThread {
  readonly note: WorkNote
  readonly comments: readonly WordComment[]
}

/** FNV-1a, 32 bits. Ids of Word must be above 0 and under 0x7fffffff. */
const durableOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return ((hash >>> 0) % 0x7ffffffd) + 1
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0')

/** The id by which a comment of ours is known when it comes back: of a note by its token, of a reply by its id. The same in every export. */
export const durableIdOf = (name: string): string => hex(durableOf(name))

/** A token as people read it: `RW-ABCD-EFGH`. */
export const tokenWords = (token: string): string => `RW-${token.slice(0, 4)}-${token.slice(4)}`

const STATUS = { none: null, open: 'open', asked: 'asked', answered: 'answered', closed: 'closed' } as const

const lineOf = ({ token, status, owner, dueAt }: WorkNote): string =>
  [tokenWords(token), STATUS[status], owner === null ? null : `for ${owner}`, dueAt === null ? null : `due ${dueAt.slice(0, 10)}`]
    .filter((part) => part !== null).join(' · ')

/** The notes of a filing as comments, numbered in their order, each followed by its replies. `nameOf` gives the name of a person. */
export const threadsOf = ({ notes }: WorkFiling, nameOf: (id: string) => string): readonly CommentThread[] => {
  let next = 0
  const taken = new Set<string>()
  const unique = (name: string): string => {
    let value = durableOf(name)
    while (taken.has(hex(value))) value = (value % 0x7ffffffd) + 1
    taken.add(hex(value))
    return hex(value)
  }
  return notes.map((note) => {
    const id = next
    const done = note.status === 'closed'
    const first: WordComment = { id, parent: null, author: nameOf(note.author), madeAt: note.createdAt, paragraphs: noteParagraphs(note),
      line: lineOf(note), done, durableId: unique(note.token) }
    const replies = note.replies.map((reply, at): WordComment => ({ id: id + 1 + at, parent: id, author: nameOf(reply.author),
      madeAt: reply.madeAt, paragraphs: noteParagraphs(reply), line: null, done, durableId: unique(reply.id) })
    )
    next += 1 + replies.length
    return { note, comments: [first, ...replies] }
  })
}

const initialsOf = (name: string): string => name.split(/\s+/).map((word) => [...word][0] ?? '').join('').slice(0, 4).toUpperCase()

const LOOKS = { bold: { bold: true }, italic: { italic: true }, struck: { strike: true },
  underlined: { underline: { style: 'single', colour: 'auto' } }, code: { mono: true }, subscript: { vertical: 'subscript' },
  superscript: { vertical: 'superscript' } } as const satisfies Readonly<
    Record<string, RunLook>
  >

const SMALL: RunLook = { size: 16, colour: '666666' }

/** Bullets and numbers stand before their words. */
const markerOf = (marker: string): string => marker === '' ? '' : `${marker}\u00a0`

const RULE = '―――'

/** The words of a note as its comment has them, a line a paragraph. */
export const writtenText = (paragraphs: readonly NoteParagraph[]): string =>
  carefulText(
    paragraphs.map(({ kind, marker, runs }) => kind === 'rule' ? RULE : markerOf(marker) + runs.map(({ text }) => text).join('')).join('\n')
  )

/** A name as a comment has it. */
export const writtenName = (name: string): string => carefulText(name).replace(/[\r\n\t]/g, ' ')

const wordsOf = ({ kind, marker, runs }: NoteParagraph): string => {
  if (kind === 'rule') return runXml(RULE)
  const looks = kind === 'heading' ? { bold: true } : kind === 'quote' ? { italic: true } : {}
  const inner = runs.map(({ text, formats }) =>
    runXml(text, formats.reduce((look, format) => ({ ...look, ...LOOKS[format] }), looks as RunLook))
  )
  return `${runXml(markerOf(marker))}${inner.join('')}`
}

/** The id of the last paragraph of a comment, by which its thread is told. */
const paraIdOf = ({ id }: WordComment): string => hex(0x10000000 + id)

/** What Word takes for the time of a comment: the wall clock of the machine, whatever its `Z` says; the true time stands beside it. */
export const wallTime = (iso: string): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}:${
    two(at.getSeconds())
  }Z`
}

const commentXml = (comment: WordComment): string => {
  const texts = comment.paragraphs.map((paragraph) => ({ inner: wordsOf(paragraph), indent: paragraph.depth * 200 }))
  const lines = comment.line === null ? texts : [...texts, { inner: runXml(comment.line, SMALL), indent: 0 }]
  const whole = lines.length === 0 ? [{ inner: '', indent: 0 }] : lines
  const body = whole.map(({ inner, indent }, at) => {
    const mark = at === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''
    const xml = paragraphXml(mark + inner, { style: 'CommentText', ...(indent > 0 ? { indent } : {}) })
    return at === whole.length - 1 ? xml.replace('<w:p>', `<w:p w14:paraId="${paraIdOf(comment)}" w14:textId="77777777">`) : xml
  })
  return `<w:comment w:id="${String(comment.id)}" w:author="${xmlAttribute(comment.author)}" w:date="${
    wallTime(comment.madeAt)
  }" w:initials="${xmlAttribute(initialsOf(comment.author))}">${body.join('')}</w:comment>`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
const CID = 'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
const CEX = 'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

const part = (name: string, spaces: readonly string[], ignorable: string, inner: string): string =>
  `${HEAD}<${name} ${[...spaces, MC].join(' ')} mc:Ignorable="${ignorable}">${inner}</${name}>`

/**
 * The parts of a file that hold its comments: the words, the threads with what is resolved, the lasting ids, the true times and the
 * people. They name each other by the id of a comment's last paragraph.
 */
export const commentParts = (threads: readonly CommentThread[]): Readonly<Record<string, string>> => {
  const all = threads.flatMap(({ comments }) => comments)
  const byId = new Map(all.map((comment) => [comment.id, comment]))
  const extended = all.map((comment) => {
    const parent = comment.parent === null ? undefined : byId.get(comment.parent)
    return `<w15:commentEx w15:paraId="${paraIdOf(comment)}"${parent ? ` w15:paraIdParent="${paraIdOf(parent)}"` : ''} w15:done="${
      comment.done && comment.parent === null ? '1' : '0'
    }"/>`
  })
  const ids = all.map((comment) => `<w16cid:commentId w16cid:paraId="${paraIdOf(comment)}" w16cid:durableId="${comment.durableId}"/>`)
  const times = all.map(({ durableId, madeAt }) =>
    `<w16cex:commentExtensible w16cex:durableId="${durableId}" w16cex:dateUtc="${xmlAttribute(madeAt.replace(/\.\d+Z$/, 'Z'))}"/>`
  )
  const people = [...new Set(all.map(({ author }) => author))].map((author) =>
    `<w15:person w15:author="${xmlAttribute(author)}"><w15:presenceInfo w15:providerId="None" w15:userId="${
      xmlAttribute(author)
    }"/></w15:person>`
  )
  return {
    'word/comments.xml': part('w:comments', [W, W14], 'w14', all.map(commentXml).join('')),
    'word/commentsExtended.xml': part('w15:commentsEx', [W15], 'w15', extended.join('')),
    'word/commentsIds.xml': part('w16cid:commentsIds', [CID], 'w16cid', ids.join('')),
    'word/commentsExtensible.xml': part('w16cex:commentsExtensible', [CEX], 'w16cex', times.join('')),
    'word/people.xml': part('w15:people', [W15], 'w15', people.join(''))
  }
}
