import type { FilingSummary } from '#contract/library'
import { levelQuote } from '../../domain/anchor/anchor-text'
import type { IncomingItem } from '../../domain/exchange/incoming'
import { getAnnotation } from '../../store/annotations'
import { getDecision } from '../../store/decisions'
import { getFiling } from '../../store/filings'
import { foreignIdsOf } from '../../store/foreign-ids'
import type { ReadableDb } from '../../store/handles'
import { getNote, listNotesOfAnnotations } from '../../store/notes'
import { getReply } from '../../store/replies'

/** A thing of this library that a file names. */
export interface OwnThing {
  readonly kind: 'annotation' | 'note' | 'reply' | 'decision'
  readonly id: string
  readonly filing: FilingSummary | null
  /** Whether it says all that an item says. */
  readonly holds: (item: IncomingItem) => boolean
}

/** The id within a name that an export of ours gave; the name itself where it is none. */
export const idInName = (libraryId: string, name: string): string => {
  const ours = `urn:redwell:${libraryId}:`
  if (name.startsWith(ours)) return name.slice(ours.length)
  return name.startsWith('urn:uuid:') ? name.slice('urn:uuid:'.length) : name
}

const sameWords = (a: string, b: string): boolean => levelQuote(a) === levelQuote(b)

/** The thing of this library that is called so, here or by an import that brought it; null where there is none. */
export const ownThing = (db: ReadableDb, libraryId: string, name: string): OwnThing | null => {
  const id = idInName(libraryId, name)
  const annotation = getAnnotation(db, id)
  if (annotation) {
    return { kind: 'annotation', id, filing: getFiling(db, annotation.filingId) ?? null, holds: (item) => {
      const notes = listNotesOfAnnotations(db, [id])
      return item.target.kind === 'words' && item.notes.every(({ text }) => notes.some((note) => sameWords(note.text, text)))
    } }
  }
  const note = getNote(db, id)
  if (note)
    return { kind: 'note', id, filing: getFiling(db, note.filingId) ?? null,
      holds: (item) => item.notes.every(({ text }) => sameWords(note.text, text)) }
  const reply = getReply(db, id)
  if (reply)
    return { kind: 'reply', id, filing: getFiling(db, reply.filingId) ?? null,
      holds: (item) => item.notes.every(({ text }) => sameWords(reply.text, text)) }
  const decision = getDecision(db, id)
  return decision ? { kind: 'decision', id, filing: getFiling(db, decision.filingId) ?? null, holds: () => true } : null
}

/** Whether anything of this library came under some name; for the names that a thing leaves with. */
export const foreignNamesOf = (db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, { system: string; id: string }[]> => {
  const names = new Map<string, { system: string; id: string }[]>()
  for (const { ownId, system, foreignName } of foreignIdsOf(db, ids))
    if (system !== 'content') names.set(ownId, [...names.get(ownId) ?? [], { system, id: foreignName }])
  return names
}
