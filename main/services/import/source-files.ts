import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A copy of a file's bytes that waits under a temporary name until the import succeeds. */
export interface PendingSource {
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  /** Moves the copy to its lasting name, synced to the disk with its folder. */
  readonly keep: () => Promise<void>
  /** Removes the copy; does nothing once it is kept. */
  readonly discard: () => Promise<void>
}

/** The folder that holds the original bytes of every filing, each under the hash of its content. */
export interface SourceFiles {
  /**
   * Copies a file once through, hashing on the way. `onProgress` gets the bytes copied so far and may throw to stop;
   * more than `limit` bytes throws a `RangeError`, so that a file that grows cannot fill the disk.
   */
  readonly copy: (path: string, limit: number, onProgress: (bytes: number) => void) => Promise<PendingSource>
  /** Where the bytes of that hash are kept. */
  readonly pathOf: (sha256: string) => string
  /** Removes a kept file whose import failed after all. */
  readonly forget: (sha256: string) => Promise<void>
}

/** Bytes read at a time: two milliseconds of hashing. */
const CHUNK = 1024 * 1024

const SUFFIX = '.part'

/** Waits until the names in a folder are on the disk; where a folder cannot be opened, as on Windows, the system sees to it. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Opens the folder of sources inside a data folder; copies that an earlier run left unfinished are removed. */
export const openSourceFiles = (dataFolder: string): SourceFiles => {
  const folder = join(dataFolder, 'sources')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith(SUFFIX)) rmSync(join(folder, name))
  const pathOf = (sha256: string): string => join(folder, sha256)
  const pend = (path: string, bytes: number, sha256: string): PendingSource => ({
    path,
    bytes,
    sha256,
    keep: async () => {
      await rename(path, pathOf(sha256))
      await syncFolder(folder)
    },
    discard: () => rm(path, { force: true })
  })
  return {
    pathOf,
    copy: async (path, limit, onProgress) => {
      const target = join(folder, `${randomBytes(8).toString('hex')}${SUFFIX}`)
      try {
        const { bytes, sha256 } = await copyThrough(path, target, limit, onProgress)
        return pend(target, bytes, sha256)
      } catch (error) {
        if (existsSync(target)) rmSync(target)
        throw error
      }
    },
    forget: (sha256) => rm(pathOf(sha256), { force: true })
  }
}

const copyThrough = async (path: string, target: string, limit: number,
  onProgress: (bytes: number) => void): Promise<{ bytes: number; sha256: string }> => {
  const source = await open(path, 'r')
  try {
    const copy = await open(target, 'wx')
    try {
      const hash = createHash('sha256')
      const chunk = Buffer.allocUnsafe(CHUNK)
      let bytes = 0
      for (;;) {
        const { bytesRead } = await source.read(chunk, 0, CHUNK)
        if (bytesRead === 0) break
        bytes += bytesRead
        if (bytes > limit) throw new RangeError('the file is larger than the limit')
        hash.update(chunk.subarray(0, bytesRead))
        await copy.write(chunk, 0, bytesRead)
        onProgress(bytes)
      }
      await copy.sync()
      return { bytes, sha256: hash.digest('hex') }
    } finally {
      await copy.close()
    }
  } finally {
    await source.close()
  }
}
