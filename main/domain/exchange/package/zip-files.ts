import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** One file of an archive: its path with `/` between folders, and its content; a text is written as UTF-8. */
export interface PackedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** The one time that every entry bears, of local date parts: so the bytes are equal in two time zones. */
const ONE_TIME = new Date(1980, 0, 1)

const LEVEL = 6

/** Files that are packed in themselves: to pack them once more costs time and gains nothing. */
const PACKED = /\.pdf$/

/** Orders as their UTF-8 bytes do. Code units would set a character beyond U+FFFF before one of U+E000 to U+FFFF. */
const byBytes = (left: string, right: string): number => {
  const a = strToU8(left)
  const b = strToU8(right)
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/**
 * Packs files into a ZIP archive. The same files make the same bytes, in whatever order they come and wherever the machine stands: entries
 * are sorted by the bytes of their paths, bear one time and no extra fields, and are packed by pure JavaScript of a pinned version;
 * a PDF is stored as it is.
 * @throws a plain error where two files have one path
 */
export const zipFiles = (files: readonly PackedFile[]): Uint8Array => {
  const entries: Zippable = {}
  for (const { path, content } of files.toSorted((a, b) => byBytes(a.path, b.path))) {
    if (path in entries) throw new Error(`Two files of the archive are named ${path}.`)
    entries[path] = [typeof content === 'string' ? strToU8(content) : content, { level: PACKED.test(path) ? 0 : LEVEL, mtime: ONE_TIME }]
  }
  return zipSync(entries)
}

/** The parts of an archive that a library of ours has just made, as text; never for one of somebody else. */
export const packedParts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
