import { NO_HINT, rawOf, type IncomingItem, type IncomingNote, type IncomingTarget, type IncomingWork } from '../incoming'
import { IN_WORD, ownComments, seeminglyAnswered, squeezed, type KnownSent, type OwnWords } from './known-comments'
import type { ReturnedChange, ReturnedComment, ReturnedWord } from './read-word'
import { tokenWords } from './word-comments'

/** What things that came in a Word file are named in. */
export const WORD_SYSTEM = 'word'

/** Who changed the words of a comment is told nowhere. */
const SOMEBODY = 'Somebody'

const personOf = (author: string): string => author.endsWith(IN_WORD) ? author : `${author.trim() === '' ? SOMEBODY : author}${IN_WORD}`

/** A time as the rest of the work has it: of Word's own the minute is right, whatever its zone. */
const timeOf = (at: string | null): string | null => {
  const time = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const noteOf = (author: string, madeAt: string | null, text: string): IncomingNote => ({ name: null,
  author: { name: personOf(author), libraryId: null }, body: null, text, status: 'none', owner: null, dueAt: null,
  createdAt: timeOf(madeAt), modifiedAt: null })

const nameOf = ({ durableId }: ReturnedComment): string | null => durableId === null ? null : `comment:${durableId}`

/** A text that stands on words which are none of the filing, and so quotes them. */
const quoting = (elsewhere: string | null, text: string): string => elsewhere === null ? text : `“${elsewhere}”\n${text}`

const SEEMS = 'It stands on the words of a question with no link to it. Tick it to take it as the answer.'
const CLOSES = 'Its thread was resolved in Word. Tick it to close the question.'

/** What an item says beyond its place, its target and its words. */
interface More {
  readonly name?: string | null
  readonly waits?: string
}

type ItemMaker = (place: string, value: object, target: IncomingTarget, notes: readonly IncomingNote[], more?: More) => IncomingItem

const itemsIn = ({ sourceSha256 }: ReturnedWord): ItemMaker => {
  const filing = { ...NO_HINT, sha256: sourceSha256 }
  return (place, value, target, notes, { name = null, waits } = {}) => ({ kind: 'item', place, raw: rawOf(value), system: WORD_SYSTEM, name,
    filing, target, author: notes[0]?.author ?? null, tags: [], sectionPath: [], notes, createdAt: notes[0]?.createdAt ?? null,
    modifiedAt: null, ...(waits === undefined ? {} : { waits }) })
}

const onWords = ({ quote }: Pick<ReturnedComment, 'quote'>): IncomingTarget =>
  quote === null ? { kind: 'filing' } : { kind: 'words', quote, at: null, source: null }

const ofComments = (returned: ReturnedWord, own: ReadonlyMap<string, OwnWords>, item: ItemMaker) => {
  const byId = new Map(returned.comments.map((comment) => [comment.id, comment]))
  const ofOwn = (comment: ReturnedComment, thing: OwnWords, place: string): readonly IncomingItem[] => {
    const said: IncomingNote = { ...noteOf(comment.author, comment.madeAt, thing.text), author: { name: thing.author, libraryId: null } }
    const same = squeezed(thing.said) === squeezed(comment.text)
    const text = `Edited your text. Before: ${thing.text}\nAfter: ${comment.text}`
    const first = same
      ? item(place, comment, { kind: 'filing' }, [said], { name: thing.id })
      : item(place, comment, { kind: 'reply', to: [thing.id], answers: false }, [noteOf(SOMEBODY, comment.madeAt, text)])
    if (!comment.isResolved || thing.status !== 'open') return [first]
    return [first, item(`${place}, resolved`, { resolved: comment.id }, { kind: 'close', to: [thing.id] }, [], { waits: CLOSES })]
  }
  return (comment: ReturnedComment, at: number): readonly IncomingItem[] => {
    const place = `comment ${String(at + 1)}`
    const thing = own.get(comment.id)
    if (thing) return ofOwn(comment, thing, place)
    const name = nameOf(comment)
    const said = noteOf(comment.author, comment.madeAt, quoting(comment.elsewhere, comment.text))
    const bare = noteOf(comment.author, comment.madeAt, comment.text)
    const parent = comment.parent === null ? undefined : byId.get(comment.parent)
    const answered = parent && (own.get(parent.id)?.id ?? nameOf(parent))
    if (typeof answered === 'string') return [item(place, comment, { kind: 'reply', to: [answered], answers: true }, [bare], { name })]
    const seems = seeminglyAnswered(comment, returned, own)
    if (seems) return [item(place, comment, { kind: 'reply', to: [seems.id], answers: true }, [bare], { name, waits: SEEMS })]
    return [item(place, comment, onWords(comment), [said], { name })]
  }
}

const ofChange = (change: ReturnedChange, place: string, item: ItemMaker): IncomingItem => {
  const [struck, added] = [change.struck.trim(), change.added.trim()]
  const text = added === '' ? `Suggests to strike: ${struck}` : struck === ''
    ? `Suggests to add: ${added}`
    : `Suggests: ${struck} → ${added}`
  const quote = struck === '' || change.isElsewhere ? null : { exact: struck, prefix: change.prefix, suffix: change.suffix }
  return item(place, change, onWords({ quote }), [noteOf(change.author, change.madeAt, text)])
}

/** Says of each note that was sent, and has no comment in the file any more, that this changes nothing. */
const missingFrom = ({ sent, comments }: ReturnedWord, own: ReadonlyMap<string, OwnWords>, known: KnownSent): readonly string[] => {
  const here = new Set([...own.values()].map(({ id }) => id))
  const signs = new Set(comments.flatMap(({ token }) => token ?? []))
  return [...sent.keys()].flatMap((token) => {
    const note = known.noteOfToken(token)
    if (!note || here.has(note.id) || signs.has(token)) return []
    return [`The comment of your note ${tokenWords(token)}, “${note.text.slice(0, 120)}”, is not in the file any more. Your note stays.`]
  })
}

/**
 * A returned file as items: answers in the threads of our notes, new comments, our own words reworded (which become an answer, since ours
 * stay), threads that were resolved, and tracked changes as suggestions. What came back as it was sent is an item too, named as ours, and
 * so a duplicate. What is not certain waits for a tick.
 */
export const incomingWord = (returned: ReturnedWord, known: KnownSent): IncomingWork => {
  const own = ownComments(returned, known)
  const item = itemsIn(returned)
  return {
    format: 'word',
    items: [...returned.comments.flatMap(ofComments(returned, own, item)),
      ...returned.changes.map((change, at) => ofChange(change, `change ${String(at + 1)}`, item))],
    remarks: missingFrom(returned, own, known)
  }
}
