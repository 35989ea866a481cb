import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync,
  writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FilingId, NoteId } from '#contract/ids'
import type { Note } from '#contract/note'
import { syncToDisk } from '../store/backup'
import type { ChangedEntity } from '../store/changes'

/** The things whose every state the journal keeps beside the notes: all that the history knows, and the watched folders, which no undo takes back. */
export type JournalledEntity = Exclude<ChangedEntity, 'note'> | 'watched-folder'

/**
 * One line of the journal: a note as a save left it, the words of a save that was refused as a conflict, the removal of a
 * note, or another thing as a change left it (`state` null where it was removed).
 */
export type JournalLine =
  | { readonly kind: 'saved'; readonly note: Note }
  | { readonly kind: 'refused'; readonly note: Note }
  | { readonly kind: 'removed'; readonly id: NoteId; readonly filingId: FilingId; readonly rev: number; readonly at: string }
  | { readonly kind: 'changed'; readonly entity: JournalledEntity; readonly id: string; readonly state: object | null; readonly at: string }

/**
 * The second copy of the analyst's work: one line per change in a file per month, beside the database and synced before
 * the change is answered, so that damage to either of the two loses no words.
 */
export interface Journal {
  /** Appends lines and syncs them to the disk. Throws where it cannot; then the save must not be called saved. */
  readonly append: (lines: readonly JournalLine[]) => void
  /** Every line that can be read, the oldest first; a torn last line is left out. */
  readonly read: () => JournalLine[]
  /** The lines at the end of the newest file, for a quick look whether the database has them all. */
  readonly tail: () => JournalLine[]
  readonly close: () => void
}

/** How much of the newest file the quick look reads, in bytes. */
const TAIL = 256 * 1024

const NAME = /^journal-\d{6}\.jsonl$/

const parseLines = (text: string): JournalLine[] => {
  const lines: JournalLine[] = []
  for (const line of text.split('\n')) {
    if (line === '') continue
    const parsed = parseLine(line)
    if (parsed) lines.push(parsed)
  }
  return lines
}

const parseLine = (line: string): JournalLine | null => {
  try {
    const parsed: JournalLine = JSON.parse(line)
    return parsed
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const readTail = (path: string): string => {
  const descriptor = openSync(path, 'r')
  try {
    const size = fstatSync(descriptor).size
    const chunk = Buffer.alloc(Math.min(size, TAIL))
    const read = readSync(descriptor, chunk, 0, chunk.length, size - chunk.length)
    const text = chunk.toString('utf8', 0, read)
    return size > TAIL ? text.slice(text.indexOf('\n') + 1) : text
  } finally {
    closeSync(descriptor)
  }
}

/** Whether a file ends in the middle of a line, as a power cut leaves it. */
const isTorn = (path: string): boolean => {
  if (!existsSync(path) || statSync(path).size === 0) return false
  return !readTail(path).endsWith('\n')
}

/** Whether a data folder holds a journal with anything in it. */
export const hasJournal = (dataFolder: string): boolean =>
  existsSync(dataFolder) && readdirSync(dataFolder).some((name) => NAME.test(name) && statSync(join(dataFolder, name)).size > 0)

/** Opens the journal of a data folder; `clock` gives ISO 8601 in UTC and decides which month's file is written. */
export const openJournal = (dataFolder: string, clock: () => string): Journal => {
  mkdirSync(dataFolder, { recursive: true })
  let open: { readonly name: string; readonly descriptor: number } | null = null
  const names = (): string[] => readdirSync(dataFolder).filter((name) => NAME.test(name)).sort()
  const close = (): void => {
    if (open) closeSync(open.descriptor)
    open = null
  }
  const descriptorFor = (name: string): number => {
    if (open?.name === name) return open.descriptor
    close()
    const path = join(dataFolder, name)
    const torn = isTorn(path)
    const isNew = !existsSync(path)
    const descriptor = openSync(path, 'a')
    if (torn) writeSync(descriptor, '\n')
    if (isNew) syncToDisk(dataFolder)
    open = { name, descriptor }
    return descriptor
  }
  return {
    append: (lines) => {
      const descriptor = descriptorFor(`journal-${clock().slice(0, 7).replace('-', '')}.jsonl`)
      const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'utf8')
      let at = 0
      while (at < bytes.length) at += writeSync(descriptor, bytes, at)
      fsyncSync(descriptor)
    },
    read: () => names().flatMap((name) => parseLines(readFileSync(join(dataFolder, name), 'utf8'))),
    tail: () => {
      const newest = names().at(-1)
      return newest === undefined ? [] : parseLines(readTail(join(dataFolder, newest)))
    },
    close
  }
}
