import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FilingSummary } from '#contract/library'
import { listPathsOf } from '../../store/watched'
import type { LibraryContext } from '../library-context'

/** How many bytes are hashed between two turns of everything else: about two milliseconds' work. */
const CHUNK = 1024 * 1024

/** The SHA-256 of a file, in lower-case hexadecimal; null where it cannot be read. `pause` is awaited between two chunks. */
const hashOf = async (path: string, pause: () => Promise<void>): Promise<string | null> => {
  try {
    const file = await open(path, 'r')
    try {
      const hash = createHash('sha256')
      const chunk = Buffer.allocUnsafe(CHUNK)
      for (;;) {
        const { bytesRead } = await file.read(chunk, 0, CHUNK)
        if (bytesRead === 0) return hash.digest('hex')
        hash.update(chunk.subarray(0, bytesRead))
        await pause()
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Whether the bytes kept under a hash are there and have it. */
export const isSourceSound = async (library: LibraryContext, sha256: string,
  pause: () => Promise<void> = () => Promise.resolve()): Promise<boolean> => await hashOf(library.sources.pathOf(sha256), pause) === sha256

/**
 * Puts another copy of a filing's bytes in the place of the damaged ones: the files of watched folders that they came from are looked
 * at. False where none has these bytes any more.
 */
export const mendSource = async (library: LibraryContext, { id, sha256, bytes }: FilingSummary): Promise<boolean> => {
  for (const path of listPathsOf(library.db, id)) {
    if (await hashOf(path, () => Promise.resolve()) !== sha256) continue
    const copy = await library.sources.copy(path, bytes, () => undefined)
    try {
      if (copy.sha256 !== sha256) continue
      await copy.keep()
      return true
    } finally {
      await copy.discard()
    }
  }
  return false
}
