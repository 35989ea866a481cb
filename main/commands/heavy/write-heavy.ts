import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HEAVY_KINDS } from './heavy-filings'

/** One heavy file as it was written. */
export interface WrittenHeavy {
  readonly name: string
  readonly path: string
}

/**
 * Writes the heavy kinds into a folder, each at `share` of its full size; `names` picks by the name of the file, all where it is empty.
 * @throws the folder cannot be written
 */
export const writeHeavy = (folder: string, share: number, names: readonly string[] = []): readonly WrittenHeavy[] => {
  mkdirSync(folder, { recursive: true })
  return HEAVY_KINDS.filter(({ file }) => names.length === 0 || names.some((name) => file.includes(name))).map(
    ({ name, file, full, text }) => {
      const path = join(folder, file)
      writeFileSync(path, text(Math.max(1, Math.round(full * share))))
      return { name, path }
    }
  )
}
