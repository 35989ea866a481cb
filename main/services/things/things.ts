import type { FilingId } from '#contract/ids'
import type { ChangedEntity, WorkEntity } from '../../store/changes'
import type { ReadableDb } from '../../store/handles'
import { fromJson } from '../../store/json'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'
import type { NoteState } from '../journal/record-changes'
import { foreignId, origin, person, quarantined, reply, sent } from './exchanged'
import { risk, savedSearch, tag, template, unwanted, watchedFolder } from './lists'
import { annotation, decision, note, sectionReview } from './marks'
import { filing, filingDetails, folder, folderFiling } from './shelves'
import { SCHEMAS } from '../journal/states'
import type { States } from '../journal/states'
import type { Shelf, Thing } from './thing'
import { filingLink, placement } from './versions'

/** A thing of each kind as the history keeps it. */
type ToldStates = Omit<States, 'note'> & { readonly note: NoteState }

/** All that there is to know of every kind of the analyst's work. A kind that is forgotten here is an error of types. */
export const THINGS: { readonly [E in WorkEntity]: Thing<States[E], ToldStates[E]> } = {
  'tag': tag,
  'risk': risk,
  'template': template,
  'filing': filing,
  'folder': folder,
  'watched-folder': watchedFolder,
  'folder-filing': folderFiling,
  'filing-details': filingDetails,
  'section-review': sectionReview,
  'annotation': annotation,
  'filing-link': filingLink,
  'placement': placement,
  'saved-search': savedSearch,
  'unwanted': unwanted,
  'decision': decision,
  'note': note,
  'person': person,
  'reply': reply,
  'origin': origin,
  'foreign-id': foreignId,
  'quarantined': quarantined,
  'sent': sent
}

/** The kinds in the order in which they are put back. */
export const WORK_ENTITIES: readonly WorkEntity[] = (Object.keys(THINGS) as WorkEntity[])
  .sort((one, other) => THINGS[one].order - THINGS[other].order)

/** One thing as the journal tells of it, whatever its kind. */
export interface KeptThing {
  readonly entity: WorkEntity
  readonly id: string
  readonly state: object
  readonly filingId: FilingId | null
  readonly isLost: (db: ReadableDb) => boolean
  readonly put: (library: LibraryContext) => boolean
}

/** Takes a thing out of what the journal tells; null where it cannot be one of its kind. */
export const keptThing = <E extends WorkEntity>(entity: E, id: string, raw: object): KeptThing | null => {
  const thing: Thing<States[E], ToldStates[E]> = THINGS[entity]
  const read = SCHEMAS[entity].safeParse(raw)
  if (!read.success) return null
  const state: States[E] = read.data
  return { entity, id, state, filingId: thing.filingOf(id, state), isLost: (db) => thing.isLost(db, id, state),
    put: (library) => thing.put(library, id, state) }
}

/** The thing as the database holds it, or null. */
export const presentThing = (db: ReadableDb, entity: WorkEntity, id: string): object | null => THINGS[entity].get(db, id)

/** Brings a thing to a state of the history, JSON or null; answers the lines that the journal keeps of that. */
export const restoreThing = <E extends ChangedEntity>(library: Shelf, entity: E, id: string, json: string | null): JournalLine[] => {
  const thing: Thing<States[E], ToldStates[E]> = THINGS[entity]
  return thing.restore(library, id, json === null ? null : fromJson<ToldStates[E]>(json))
}

/** A state of the history as a short text for reading. */
export const wordsOfThing = <E extends ChangedEntity>(db: ReadableDb, entity: E, json: string): string => {
  const thing: Thing<States[E], ToldStates[E]> = THINGS[entity]
  return thing.words(db, fromJson<ToldStates[E]>(json))
}
