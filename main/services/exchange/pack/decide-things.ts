import type { WorkPerson } from '../../../domain/exchange/work-document'
import { getAnnotation } from '../../../store/annotations'
import { getDecision } from '../../../store/decisions'
import type { ReadableDb } from '../../../store/handles'
import { listNoteRevisions } from '../../../store/note-revisions'
import { getNote } from '../../../store/notes'
import { bodyHash, bodyHere, knownThings } from './known-things'
import type { PackedKind, ThingName } from './known-things'
import type { PackedDecision, PackedMark, PackedNote } from './pack-work'

/**
 * What becomes of a thing: it is added; it is the `same` here, or an `older` one, or was here and is `gone`; the one of theirs here moves on; or it
 * stands beside the one here, which stays as it is.
 */
export type Act =
  | { readonly do: 'add' | 'same' | 'older' | 'gone' }
  | { readonly do: 'advance' | 'beside'; readonly id: string }

/** The library that a pack comes into, and how the pack calls people and filings. */
export interface Home {
  readonly db: ReadableDb
  readonly libraryId: string
  /** The pack's library as a system of names. */
  readonly system: string
  readonly people: readonly WorkPerson[]
  /** Filings here by their ids in the pack. */
  readonly filings: ReadonlyMap<string, string>
  readonly kinds: readonly PackedKind[]
  readonly nameOf: (author: string) => string
}

/** All names of a thing of a pack: the one it has in its library, and those under which it came there. */
export const namesOf = ({ system }: Pick<Home, 'system'>,
  { id, foreign = [] }: { readonly id: string; readonly foreign?: readonly ThingName[] }): ThingName[] => [
  { system, id },
  ...foreign.filter((one) => one.system.startsWith('redwell:'))
]

/** What a thing that a pack's notes cite is called here; null where it is not here. */
export const thingHere = (home: Home, id: string): string | null => {
  for (const kind of home.kinds) {
    const [found] = knownThings(home.db, home.libraryId, kind, [{ system: home.system, id }]).ids
    if (found !== undefined) return found
  }
  return null
}

/** The body of a note of a pack, with what it cites called as here. */
export const bodyIn = (home: Home, body: string): string =>
  bodyHere(body, (id) => home.filings.get(id) ?? null, (id) => thingHere(home, id))

/** Whether a thing that never changes is here: an answer, a reviewed section. */
export const decidePresence = (home: Home, kind: PackedKind,
  thing: { readonly id: string; readonly foreign?: readonly ThingName[] }): Act => {
  const { ids, wasHere } = knownThings(home.db, home.libraryId, kind, namesOf(home, thing))
  return { do: ids.length > 0 ? 'same' : wasHere ? 'gone' : 'add' }
}

/** A highlight: mine stays as it is; one of theirs takes their newer tag. */
export const decideMark = (home: Home, mark: PackedMark): Act => {
  const presence = decidePresence(home, 'annotation', mark)
  if (presence.do !== 'same') return presence
  for (const id of knownThings(home.db, home.libraryId, 'annotation', namesOf(home, mark)).ids) {
    const here = getAnnotation(home.db, id)
    if (here?.authorId !== undefined && mark.modifiedAt > here.modifiedAt) return { do: 'advance', id }
  }
  return presence
}

/** A note: the same words are known; earlier ones are older; theirs moves on where it was built on what is here; else both stand. */
export const decideNote = (home: Home, note: PackedNote): Act => {
  const { ids, wasHere } = knownThings(home.db, home.libraryId, 'note', namesOf(home, note))
  if (ids.length === 0) return { do: wasHere ? 'gone' : 'add' }
  const hash = bodyHash(bodyIn(home, note.body))
  const here = ids.flatMap((id) => getNote(home.db, id) ?? [])
  const isSame = here.some(({ sha256, status, owner, dueAt }) =>
    sha256 === hash && status === note.status && owner === note.owner && dueAt === note.dueAt
  )
  if (isSame) return { do: 'same' }
  const newest = here.map(({ modifiedAt }) => modifiedAt).sort().at(-1) ?? ''
  const wasSaid = here.some(({ id, sha256 }) => sha256 !== hash && listNoteRevisions(home.db, id).some((one) => one.sha256 === hash))
  if (wasSaid && note.modifiedAt <= newest) return { do: 'older' }
  const earlier = new Set([hash, ...note.revisions.map(({ body }) => bodyHash(bodyIn(home, body)))])
  const theirs = here.find(({ authorId, sha256 }) => authorId !== undefined && earlier.has(sha256))
  if (theirs) return note.modifiedAt > theirs.modifiedAt ? { do: 'advance', id: theirs.id } : { do: 'older' }
  return { do: 'beside', id: here[0]?.id ?? '' }
}

/** A judgement: theirs moves on with a newer one of theirs; mine is never touched. */
export const decideDecision = (home: Home, decision: PackedDecision): Act => {
  const { ids, wasHere } = knownThings(home.db, home.libraryId, 'decision', namesOf(home, decision))
  if (ids.length === 0) return { do: wasHere ? 'gone' : 'add' }
  for (const id of ids) {
    const here = getDecision(home.db, id)
    if (here?.authorId !== undefined && decision.decidedAt > here.decidedAt) return { do: 'advance', id }
  }
  return { do: 'same' }
}
