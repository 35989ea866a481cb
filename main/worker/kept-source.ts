import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fail } from '#contract/result'
import type { Result } from '#contract/result'

/** The bytes that the library keeps of a filing are gone, or are no longer those that were imported. */
export class DamagedSource extends Error {}

const HASH = /^[0-9a-f]{64}$/

/**
 * Reads a file whole. The library keeps every source under its SHA-256: a file with such a name must have that hash, whoever asks
 * for it. Throws `DamagedSource` where it has not, or is gone.
 */
export const readSource = (path: string): Buffer => {
  const name = basename(path)
  if (!HASH.test(name)) return readFileSync(path)
  try {
    const bytes = readFileSync(path)
    if (createHash('sha256').update(bytes).digest('hex') !== name) throw new DamagedSource('its bytes are not those that were imported')
    return bytes
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new DamagedSource('the file is gone')
    throw error
  }
}

/** The failure of a damaged source in the reader's words; null for any other error. */
export const failureOfSource = (path: string, error: unknown): Result<never> | null =>
  error instanceof DamagedSource
    ? fail('source-damaged', 'The kept file of this filing is damaged, so its text cannot be read from it.', {
      file: path,
      place: error.message,
      remedy: 'Import the same file again from where you have it: it takes the place of the damaged one, and your work stays.'
    })
    : null
