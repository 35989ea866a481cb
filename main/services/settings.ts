import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { Settings } from '#contract/library'
import type { ReadableDb } from '../store/handles'
import { readSettings, writeSetting } from '../store/settings'
import { transact } from '../store/sql'
import type { LibraryContext } from './library-context'

/** The settings of a library in which nothing was set. `measure` follows the 66 characters of a well-set line. */
export const DEFAULT_SETTINGS: Settings = { theme: 'system', fontSize: 17, measure: 68, lineHeight: 1.55, author: '' }

/** The shortcuts that were chosen, or null where what is stored is not a list of them. */
const keysOf = (stored: unknown): Readonly<Record<string, string>> | null => {
  if (typeof stored !== 'object' || stored === null) return null
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

const FONTS: readonly unknown[] = ['serif', 'sans', 'mono', 'legible'] satisfies readonly Settings['font'][]

const isFont = (stored: unknown): stored is NonNullable<Settings['font']> => FONTS.includes(stored)

const CITATIONS: readonly unknown[] = ['people', 'evidence'] satisfies readonly Settings['citation'][]

const isCitation = (stored: unknown): stored is NonNullable<Settings['citation']> => CITATIONS.includes(stored)

/** The settings as they stand; a stored value of the wrong kind counts as not set. */
export const getSettings = (db: ReadableDb): Settings => {
  const stored = readSettings(db)
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
    if (typeof stored.get(key) === typeof value) settings[key] = stored.get(key)
  }
  const keys = keysOf(stored.get('keys'))
  const font = stored.get('font')
  const dates = stored.get('dates')
  const citation = stored.get('citation')
  const goOn = stored.get('goOn')
  return { ...DEFAULT_SETTINGS, ...settings, ...(keys === null ? {} : { keys }), ...(isFont(font) ? { font } : {}),
    ...(dates === 'words' || dates === 'iso' ? { dates } : {}), ...(isCitation(citation) ? { citation } : {}),
    ...(typeof goOn === 'boolean' ? { goOn } : {}) }
}

/** Changes the settings that are given and answers with all of them. */
export const setSettings = (library: LibraryContext, changes: Partial<Settings>): Result<Settings> => {
  transact(library.db, () => {
    for (const [key, value] of Object.entries(changes)) if (value !== undefined) writeSetting(library.db, key, value)
  })
  return ok(getSettings(library.db))
}
