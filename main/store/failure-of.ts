import { fail } from '#contract/result'
import type { FailureCode, Result } from '#contract/result'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

const CAUSES: readonly { readonly codes: readonly string[]; readonly failure: FailureCode; readonly message: string;
  readonly remedy: string }[] = [
    {
      codes: ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'],
      failure: 'disk-full',
      message: 'Not saved: the disk is full.',
      remedy: 'Free some space, then try again. What was saved before is kept.'
    },
    {
      codes: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EROFS', 'EACCES', 'EPERM'],
      failure: 'read-only',
      message: 'Not saved: the library folder cannot be written to.',
      remedy: 'Give Redwell the right to write to its data folder, then try again.'
    },
    {
      codes: ['REDWELL_GONE'],
      failure: 'write-failed',
      message: 'Not saved: the library folder was moved or deleted while Redwell ran.',
      remedy:
        'Put it back where it was, and what stands on screen is saved by itself. Otherwise copy your words before you close the window.'
    },
    {
      codes: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'],
      failure: 'database-damaged',
      message: 'The library database is damaged.',
      remedy: 'Restart Redwell. The damaged file is kept, and your work is brought back from its second copy.'
    },
    {
      codes: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_IOERR', 'EIO', 'EMFILE', 'ENFILE'],
      failure: 'write-failed',
      message: 'Not saved: the library could not be written.',
      remedy: 'Try again. What was saved before is kept.'
    }
  ]

/**
 * The failure behind an error of the disk or of SQLite (by result code, extended codes included), or null for anything
 * else, which is a bug. `place` carries the platform's own words.
 */
export const failureOf = (error: unknown): Result<never> | null => {
  const code = codeOf(error)
  if (code === '') return null
  const cause = CAUSES.find((one) => one.codes.some((known) => code === known || code.startsWith(`${known}_`)))
  if (!cause) return null
  const place = error instanceof Error ? { place: `${code}: ${error.message}` } : {}
  return fail(cause.failure, cause.message, { remedy: cause.remedy, ...place })
}
