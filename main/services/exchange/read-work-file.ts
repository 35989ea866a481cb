import { readFile, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'

/** A file of somebody's work: its text, or where it is an archive its path, and for text the hash of its bytes. */
export interface WorkFile {
  readonly name: string
  readonly text: string
  readonly archive: string | null
}

/** The most bytes of a file of work that are read. */
const MOST_BYTES = 64 * 1024 * 1024

const refuse = (path: string, error: unknown): Result<never> => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return fail('file-missing', 'The file is no longer there.', { file: path })
  return fail('file-unreadable', 'The file could not be read.', { file: path,
    place: error instanceof Error ? error.message : String(error) })
}

/** Reads a file of somebody's work as text: UTF-8, or UTF-16 where its mark says so. */
export const readWorkFile = async (path: string): Promise<Result<WorkFile>> => {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return fail('file-is-folder', 'This is a folder.', { file: path, remedy: 'Choose one file of it.' })
    if (!facts.isFile()) return fail('file-not-regular', 'This is no file that can be read.', { file: path })
    if (facts.size > MOST_BYTES)
      return fail('file-too-large', 'The file is larger than 64 MB.', { file: path,
        remedy: 'Export fewer filings at a time where it came from.' })
    const bytes = await readFile(path)
    if (bytes[0] === 0x50 && bytes[1] === 0x4b)
      return ok({ name: basename(path), text: createHash('sha256').update(bytes).digest('hex'), archive: path })
    const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
    return ok({ name: basename(path), text: new TextDecoder(label).decode(bytes), archive: null })
  } catch (error) {
    return refuse(path, error)
  }
}
