import { z } from 'zod'
import type { ReadableDb, WritableDb } from '../../../store/handles'
import { readSettings, writeSetting } from '../../../store/settings'

/** Where the heads that came in are kept: not in the history, since an undo does not make them unseen. */
const KEY = 'pack-heads'

const HEADS = z.record(z.string(), z.array(z.string()))

const all = (db: ReadableDb): Record<string, string[]> => HEADS.catch({}).parse(readSettings(db).get(KEY) ?? {})

/** The heads of a library's history that packs of it had, as `n-hash`. */
export const seenHeads = (db: ReadableDb, libraryId: string): readonly string[] => all(db)[libraryId] ?? []

/** Keeps the head that a pack of a library had. */
export const keepSeenHead = (db: WritableDb, libraryId: string, head: string): void => {
  const known = all(db)
  const heads = new Set(known[libraryId] ?? [])
  if (!heads.has(head)) writeSetting(db, KEY, { ...known, [libraryId]: [...heads, head] })
}
