import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateFiling } from './generate-filing'

/** What was written for the window's bench to import. */
export interface PreparedLibrary {
  readonly files: readonly string[]
  readonly bytes: number
}

/** Writes `count` generated filings of about `characters` characters on average into a folder, with sizes from a fifth to three times that. */
export const prepareLibrary = (folder: string, count: number, characters: number): PreparedLibrary => {
  mkdirSync(folder, { recursive: true })
  let bytes = 0
  const files = Array.from({ length: count }, (_, n) => {
    // The mean of these four sizes is one.
    const { name, text } = generateFiling(n, characters * ([0.2, 0.5, 1, 2.3][n % 4] ?? 1))
    const path = join(folder, name)
    writeFileSync(path, text)
    bytes += text.length
    return path
  })
  return { files, bytes }
}
