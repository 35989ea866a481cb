import { NO_HINT, rawOf, type IncomingItem, type IncomingNote, type IncomingTarget, type IncomingWork } from '../incoming'
import type { ReturnedChange, ReturnedComment, ReturnedWord } from './read-word'

/** What is known of our own things that a returned file names. Ids are those of the library that reads it; null where it has none such. */
export interface KnownSent {
  readonly noteOfToken: (token: string) => { readonly id: string; readonly text: string } | null
  readonly noteOfDurable: (durableId: string) => { readonly id: string; readonly text: string } | null
  readonly replyOfDurable: (durableId: string) => { readonly id: string; readonly text: string } | null
}

/** What things that came in a Word file are named in. */
export const WORD_SYSTEM = 'word'

/** A time as the rest of the work has it: of Word's own the minute is right, whatever its zone. */
const timeOf = (at: string | null): string | null => {
  const time = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const noteOf = (author: string, madeAt: string | null, text: string): IncomingNote => ({ name: null,
  author: { name: author, libraryId: null }, body: null, text, status: 'none', owner: null, dueAt: null, createdAt: timeOf(madeAt),
  modifiedAt: null })

const squeezed = (text: string): string => text.replace(/\s+/g, '')

/**
 * A returned file as items: answers in the threads of our notes, new comments, our own words reworded (which become an answer, since ours
 * stay), and tracked changes as suggestions. What came back as it was sent is an item too, named as ours, and so a duplicate.
 */
export const incomingWord = (returned: ReturnedWord, known: KnownSent): IncomingWork => {
  const filing = { ...NO_HINT, sha256: returned.sourceSha256 }
  const byId = new Map(returned.comments.map((comment) => [comment.id, comment]))
  const ownNote = (comment: ReturnedComment): { readonly id: string; readonly text: string } | null =>
    (comment.durableId === null ? null : known.noteOfDurable(comment.durableId)) ??
      (comment.token === null ? null : known.noteOfToken(comment.token))
  const item = (place: string, value: object, name: string | null, target: IncomingTarget, note: IncomingNote): IncomingItem => ({
    kind: 'item',
    place,
    raw: rawOf(value),
    system: WORD_SYSTEM,
    name,
    filing,
    target,
    author: note.author,
    tags: [],
    sectionPath: [],
    notes: [note],
    createdAt: note.createdAt,
    modifiedAt: null
  })
  const onWords = ({ quote }: Pick<ReturnedComment, 'quote'>): IncomingTarget =>
    quote === null ? { kind: 'filing' } : { kind: 'words', quote, at: null, source: null }
  const nameOf = ({ durableId }: ReturnedComment): string | null => durableId === null ? null : `comment:${durableId}`
  const ofComment = (comment: ReturnedComment, at: number): IncomingItem => {
    const place = `comment ${String(at + 1)}`
    const own = ownNote(comment) ?? (comment.durableId === null ? null : known.replyOfDurable(comment.durableId))
    const said = noteOf(comment.author, comment.madeAt, comment.text)
    if (own && squeezed(own.text) === squeezed(comment.text))
      return item(place, comment, own.id, { kind: 'filing' }, { ...said, text: own.text })
    if (own) {
      const text = `Edited your text. Before: ${own.text}\nAfter: ${comment.text}`
      return item(place, comment, null, { kind: 'reply', to: [own.id] }, noteOf(comment.author, comment.madeAt, text))
    }
    const parent = comment.parent === null ? undefined : byId.get(comment.parent)
    if (!parent) return item(place, comment, nameOf(comment), onWords(comment), said)
    const answered = ownNote(parent)?.id ?? nameOf(parent)
    return item(place, comment, nameOf(comment), answered === null ? onWords(comment) : { kind: 'reply', to: [answered] }, said)
  }
  const ofChange = (change: ReturnedChange, at: number): IncomingItem => {
    const [struck, added] = [change.struck.trim(), change.added.trim()]
    const text = change.added === '' ? `Suggests to strike: ${struck}` : change.struck === '' ?
      `Suggests to add: ${added}`
      : `Suggests: ${struck} → ${added}`
    const quote = change.struck.trim() === '' ? null : { exact: change.struck.trim(), prefix: change.prefix, suffix: change.suffix }
    return item(`change ${String(at + 1)}`, change, null, onWords({ quote }), noteOf(change.author, change.madeAt, text))
  }
  return { format: 'word', items: [...returned.comments.map(ofComment), ...returned.changes.map(ofChange)] }
}
