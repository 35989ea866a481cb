import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { WindowSession } from '#contract/session'
import { readSettings, writeSetting } from '../../store/settings'
import type { LibraryContext } from '../library-context'

/** Under which key the session is kept, and how it is written; raised with the shape of `WindowSession`, so that an old one is passed over. */
const KEY = 'window-session'
const VERSION = 1

interface Stored {
  readonly version: number
  readonly session: WindowSession
}

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION && 'session' in value

/** What the window showed last; null where nothing was kept, or by a version that wrote it otherwise. */
export const getSession = ({ db }: LibraryContext): Result<WindowSession | null> => {
  const stored = readSettings(db).get(KEY)
  return ok(isStored(stored) ? stored.session : null)
}

/** Keeps what the window shows. It came through a guard, and only this writes it, so that what is read is of the same shape. */
export const setSession = ({ db }: LibraryContext, session: WindowSession): Result<null> => {
  writeSetting(db, KEY, { version: VERSION, session } satisfies Stored)
  return ok(null)
}
