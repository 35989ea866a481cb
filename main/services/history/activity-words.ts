import type { Change } from '../../store/changes'
import type { ReadableDb } from '../../store/handles'
import { fromJson } from '../../store/json'
import { wordsOfThing } from '../things/things'

/** A change's before and after as short texts for reading; null where the thing did not exist. */
export const changeWords = (db: ReadableDb,
  { entity, before, after }: Change): { readonly before: string | null; readonly after: string | null } => {
  // An import is told as a filing that comes out of the trash, with the facts of its file.
  const isImport = entity === 'filing' && after !== null && fromJson<{ fileName?: string }>(after).fileName !== undefined
  return {
    before: before === null || isImport ? null : wordsOfThing(db, entity, before),
    after: after === null ? null : wordsOfThing(db, entity, after)
  }
}
