import type { TextRange } from '#contract/range'
import type { ReturnedComment, ReturnedWord } from './read-word'

/** A note or an answer of this library that may come back in a file: `said` is its text as a file has it, bullets and all. */
export interface OwnWords {
  readonly kind: 'note' | 'reply'
  readonly id: string
  readonly text: string
  readonly said: string
  /** The name it leaves under, and the clock on the wall when it was made. */
  readonly author: string
  readonly wallTime: string
  /** Of a note: whether it is a question, and whether that is closed. */
  readonly status: 'none' | 'open' | 'closed'
}

/** What is known of our own things that a returned file may name, by the signs they leave with. */
export interface KnownSent {
  readonly noteOfToken: (token: string) => OwnWords | null
  readonly ofDurable: (durableId: string) => OwnWords | null
  /** All notes and answers of the filing that the file was made of. */
  readonly all: readonly OwnWords[]
}

/** Text without white space, in which two programs never agree. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** What is put behind the name of somebody whose name was typed in Word, which is no proof of who typed it. */
export const IN_WORD = ' (in Word)'

const bareName = (name: string): string => name.endsWith(IN_WORD) ? name.slice(0, -IN_WORD.length) : name

const minute = (wallTime: string | null): string => (wallTime ?? '').slice(0, 16)

const isSame = (a: TextRange | null, b: TextRange | undefined): boolean =>
  a !== null && b !== undefined && a.start === b.start && a.end === b.end

/**
 * Which comments are our own notes and answers, by the id that Word keeps, else by the sign in their text, else by the bookmark under them,
 * else by author, minute and words, since other programs number comments anew. Each thing of ours is found once.
 */
export const ownComments = ({ comments, sent }: ReturnedWord, known: KnownSent): ReadonlyMap<string, OwnWords> => {
  const own = new Map<string, OwnWords>()
  const claimed = new Set<string>()
  const claim = (comment: ReturnedComment, thing: OwnWords | null | undefined): void => {
    if (!thing || own.has(comment.id) || claimed.has(thing.id)) return
    own.set(comment.id, thing)
    claimed.add(thing.id)
  }
  const sameMaker = (comment: ReturnedComment, thing: OwnWords): boolean =>
    bareName(thing.author) === bareName(comment.author) && minute(thing.wallTime) === minute(comment.wallTime)
  for (const comment of comments) claim(comment, comment.durableId === null ? null : known.ofDurable(comment.durableId))
  for (const comment of comments) claim(comment, comment.token === null ? null : known.noteOfToken(comment.token))
  const marked = [...sent].flatMap(([token, span]) => {
    const note = known.noteOfToken(token)
    return note ? [{ note, span }] : []
  })
  const byWords = new Map(
    known.all.map((thing) => [`${bareName(thing.author)} ${minute(thing.wallTime)} ${squeezed(thing.said)}`, thing] as const)
  )
  for (const comment of comments) {
    if (own.has(comment.id) || comment.token !== null) continue
    claim(comment, byWords.get(`${bareName(comment.author)} ${minute(comment.wallTime)} ${squeezed(comment.text)}`))
    claim(comment, marked.find(({ note, span }) => isSame(comment.span, span) && sameMaker(comment, note))?.note)
  }
  return own
}

/**
 * The note that a comment seems to answer though nothing links them: somebody else's comment on exactly the words of a note, made after it.
 * Of several notes the last one made before. Null where there is none; whoever asks must not take it for certain.
 */
export const seeminglyAnswered = (comment: ReturnedComment, { comments }: ReturnedWord, own: ReadonlyMap<string, OwnWords>):
  | OwnWords
  | null => {
  const { span } = comment
  if (span === null || comment.token !== null) return null
  let best: { readonly note: OwnWords; readonly at: string } | null = null
  for (const other of comments) {
    const note = own.get(other.id)
    const at = other.wallTime ?? ''
    if (note?.kind !== 'note' || !isSame(span, other.span ?? undefined) || bareName(note.author) === bareName(comment.author)) continue
    if (at > (comment.wallTime ?? '')) continue
    if (!best || at > best.at) best = { note, at }
  }
  return best?.note ?? null
}
