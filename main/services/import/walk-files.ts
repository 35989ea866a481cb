import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A file that was found. `folders` are the names of the folders it lies in, from the one that was walked; none for a file named itself. */
export interface FoundFile {
  readonly kind: 'file'
  readonly path: string
  readonly bytes: number
  /** When its content changed last, in ms since 1970. */
  readonly modifiedMs: number
  readonly folders: readonly string[]
}

/** A folder that was walked through, before what is in it. */
export interface FoundFolder {
  readonly kind: 'folder'
  readonly path: string
}

/** A file or folder that could not be looked at, and why. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly path: string
  readonly error: unknown
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** Walks files and folders. Each real file and folder is met once, whatever links lead to it. */
class Walk {
  readonly #seen = new Set<string>()
  readonly #avoid: string
  constructor(avoid: string) {
    this.#avoid = avoid
  }

  async *from(path: string, folders: readonly string[]): AsyncGenerator<FoundFile | FoundFolder | Unreadable> {
    let facts: Stats
    try {
      const real = await realpath(path)
      if (this.#seen.has(real) || real === this.#avoid) return
      this.#seen.add(real)
      facts = await stat(path)
    } catch (error) {
      yield { kind: 'unreadable', path, error }
      return
    }
    if (facts.isDirectory()) yield* this.#within(path, folders)
    else if (facts.isFile()) yield { kind: 'file', path, bytes: facts.size, modifiedMs: facts.mtimeMs, folders }
  }

  async *#within(path: string, folders: readonly string[]): AsyncGenerator<FoundFile | FoundFolder | Unreadable> {
    yield { kind: 'folder', path }
    let entries: Dirent[]
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      yield { kind: 'unreadable', path, error }
      return
    }
    for (const { name } of entries.sort(byName)) {
      if (!name.startsWith('.')) yield* this.from(join(path, name), [...folders, basename(path)])
    }
  }
}

/**
 * Walks files and folders in the order of their names, in steps that let other work in between. Hidden entries are left out, and so is
 * `avoid`, a folder given by its real path. Links are followed, and each real file is met once.
 */
export async function* walkFiles(paths: readonly string[], avoid: string): AsyncGenerator<FoundFile | FoundFolder | Unreadable> {
  const walk = new Walk(avoid)
  for (const path of paths) yield* walk.from(path, [])
}
