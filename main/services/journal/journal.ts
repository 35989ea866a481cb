import { appendFileSync, closeSync, existsSync, fstatSync, fsyncSync, lstatSync, ftruncateSync, mkdirSync, openSync, readdirSync,
  readFileSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncToDisk } from '../../store/backup'
import { failureOf } from '../../store/failure-of'
import { headIn, isSoundLine, linesWithin, readLine, writeLine } from './journal-line'
import type { JournalLine, RememberedHead } from './journal-line'

/** A line that is none, by its file and its number there, counted from 1. `words` is what stands there. */
export interface BadLine {
  readonly file: string
  readonly number: number
  readonly words: string
}

/** All of a journal: the lines that can be read, the oldest first, and those that cannot. */
export interface JournalContent {
  readonly lines: readonly JournalLine[]
  readonly bad: readonly BadLine[]
}

/**
 * The second copy of the analyst's work: one line per change in a file per month, beside the database and synced before
 * the change is answered, so that damage to either of the two loses no words.
 */
export interface Journal {
  /**
   * Appends lines and syncs them to the disk. Throws where it cannot; then the save must not be called saved, and nothing of the lines
   * stays in the file.
   */
  readonly append: (lines: readonly JournalLine[]) => void
  /** Every line that can be read, the oldest first. */
  readonly read: () => readonly JournalLine[]
  /** As `read`, with what could not be read. */
  readonly check: () => JournalContent
  /** The lines at the end of the newest file, for a quick look whether the database has them all. */
  readonly tail: () => readonly JournalLine[]
  /**
   * Looks at the check of every line, a little at a time, and answers those that fail it: run the generator to its end and let other work in
   * between. What is appended meanwhile is left out.
   */
  readonly lookThrough: () => Generator<void, readonly BadLine[]>
  /** Every head of the sealed log that it tells of, the oldest first, a little at a time as `lookThrough`. */
  readonly heads: () => Generator<void, readonly RememberedHead[]>
  /** The newest of them that was written, or that stands near the end of the newest file; null where none does. */
  readonly lastHead: () => RememberedHead | null
  /** How long all its files are together, in bytes. */
  readonly bytes: () => number
  /** Copies spoilt lines to a file of their own, each once; how many were not there yet. They stay in the journal as they are. */
  readonly setAside: (bad: readonly BadLine[]) => number
  readonly close: () => void
}

/** How much of the newest file the quick look reads, in bytes. */
const TAIL = 256 * 1024

const NAME = /^journal-\d{6}\.jsonl$/

/** The files of a journal by their names, the oldest first. */
const journalFiles = (dataFolder: string): string[] => readdirSync(dataFolder).filter((name) => NAME.test(name)).sort()

/** The file that spoilt lines are copied to. */
export const SET_ASIDE = 'journal-set-aside.jsonl'

const parseLines = (file: string, text: string): JournalContent => {
  const lines: JournalLine[] = []
  const bad: BadLine[] = []
  for (const [index, words] of text.split('\n').entries()) {
    if (words === '') continue
    const line = readLine(words)
    if (line) {
      lines.push(line)
      continue
    }
    bad.push({ file, number: index + 1, words })
    for (const within of linesWithin(words)) lines.push(within)
  }
  return { lines, bad }
}

const readEnd = (descriptor: number, size: number, bytes: number): Buffer => {
  const chunk = Buffer.alloc(Math.min(size, bytes))
  const read = readSync(descriptor, chunk, 0, chunk.length, size - chunk.length)
  return chunk.subarray(0, read)
}

const readTail = (path: string): string => {
  const descriptor = openSync(path, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const text = readEnd(descriptor, size, TAIL).toString('utf8')
    return size > TAIL ? text.slice(text.indexOf('\n') + 1) : text
  } finally {
    closeSync(descriptor)
  }
}

/** How much of a file is looked through at a time, in bytes: a few milliseconds' work. */
const LOOK = 256 * 1024

/** Hands every line of a file to `take`, with its number, a little at a time; the file is read from its beginning to where it ends now. */
function* eachLine(dataFolder: string, file: string, take: (words: string, number: number) => void): Generator<void, void> {
  const descriptor = openSync(join(dataFolder, file), 'r')
  try {
    const { size } = fstatSync(descriptor)
    const chunk = Buffer.alloc(LOOK)
    let rest: Buffer[] = []
    let number = 0
    for (let at = 0; at < size;) {
      const read = readSync(descriptor, chunk, 0, Math.min(LOOK, size - at), at)
      if (read === 0) break
      at += read
      let from = 0
      for (let end = chunk.indexOf(10); end >= 0 && end < read; end = chunk.indexOf(10, from)) {
        number += 1
        take(Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8'), number)
        rest = []
        from = end + 1
      }
      rest.push(Buffer.from(chunk.subarray(from, read)))
      yield
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Every head of the sealed log that the journal of a data folder tells of, the oldest first, a little at a time. Nothing is written. */
export function* headsInJournal(dataFolder: string): Generator<void, readonly RememberedHead[]> {
  const heads: RememberedHead[] = []
  for (const file of journalFiles(dataFolder)) {
    yield* eachLine(dataFolder, file, (words) => {
      const head = headIn(words)
      if (head) heads.push(head)
    })
  }
  return heads
}

/** The newest head that the end of a journal tells of. */
const lastHeadIn = (text: string): RememberedHead | null => {
  for (let end = text.length; end > 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const head = headIn(text.slice(start, end))
    if (head) return head
    end = start - 1
  }
  return null
}

/** Whether a data folder holds a journal with anything in it. */
export const hasJournal = (dataFolder: string): boolean =>
  existsSync(dataFolder) && readdirSync(dataFolder).some((name) => NAME.test(name) && statSync(join(dataFolder, name)).size > 0)

const readSetAside = (path: string): ReadonlySet<string> =>
  new Set(existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((line) => line !== '') : [])

/** Copies what is not there yet to the file of spoilt lines. */
const copyAside = (dataFolder: string, bad: readonly BadLine[]): number => {
  const path = join(dataFolder, SET_ASIDE)
  const known = readSetAside(path)
  const fresh = [...new Set(bad.map(({ file, words }) => JSON.stringify({ file, words })))].filter((line) => !known.has(line))
  if (fresh.length === 0) return 0
  appendFileSync(path, `${fresh.join('\n')}\n`)
  syncToDisk(path)
  syncToDisk(dataFolder)
  return fresh.length
}

/** The end of a file that is no whole line, as a power cut or a full disk leaves it, and where it begins; null where there is none. */
const tornTail = (descriptor: number): { readonly at: number; readonly words: string } | null => {
  const { size } = fstatSync(descriptor)
  for (let bytes = TAIL;; bytes *= 4) {
    const end = readEnd(descriptor, size, bytes)
    if (end.length === 0 || end.at(-1) === 10) return null
    const last = end.lastIndexOf(10)
    if (last >= 0 || end.length === size) return { at: size - end.length + last + 1, words: end.toString('utf8', last + 1) }
  }
}

/** Ends a file with a whole line: a line that only lacks its end is given it, any other torn one is copied aside and cut off. */
const mendTail = (dataFolder: string, name: string): void => {
  const descriptor = openSync(join(dataFolder, name), 'r+')
  try {
    const torn = tornTail(descriptor)
    if (!torn) return
    if (readLine(torn.words)) writeSync(descriptor, '\n', fstatSync(descriptor).size)
    else {
      copyAside(dataFolder, [{ file: name, number: 0, words: torn.words }])
      ftruncateSync(descriptor, torn.at)
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

interface OpenFile {
  readonly name: string
  readonly descriptor: number
  /** How long the file is with every line that was acknowledged, in bytes. */
  good: number
}

const writeAll = (descriptor: number, bytes: Buffer): void => {
  let at = 0
  while (at < bytes.length) at += writeSync(descriptor, bytes, at)
  fsyncSync(descriptor)
}

/** Takes back what a write that failed has left behind the last whole line. */
const cutToGood = (file: OpenFile): void => {
  if (fstatSync(file.descriptor).size === file.good) return
  ftruncateSync(file.descriptor, file.good)
  fsyncSync(file.descriptor)
}

/** Whether an open file is still the one at its path. */
const stands = ({ descriptor }: OpenFile, path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.ino === fstatSync(descriptor).ino

const readWhole = ({ descriptor, good }: OpenFile): Buffer => {
  const bytes = Buffer.alloc(good)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, good, 0))
}

const append = (file: OpenFile, lines: readonly JournalLine[]): void => {
  cutToGood(file)
  const bytes = Buffer.from(lines.map(writeLine).join(''), 'utf8')
  try {
    writeAll(file.descriptor, bytes)
    file.good += bytes.length
  } catch (error) {
    try {
      cutToGood(file)
    } catch (cut) {
      // The disk takes no cut either; the next append begins with it.
      if (!failureOf(cut)) throw cut
    }
    throw error
  }
}

const mendNewest = (dataFolder: string, name: string | undefined): void => {
  if (name === undefined) return
  try {
    mendTail(dataFolder, name)
  } catch (error) {
    // A disk that cannot be written to is told of by the first save; until then the torn line is read past.
    if (!failureOf(error)) throw error
  }
}

/** Opens the journal of a data folder; `clock` gives ISO 8601 in UTC and decides which month's file is written. */
export const openJournal = (dataFolder: string, clock: () => string): Journal => {
  mkdirSync(dataFolder, { recursive: true })
  let open: OpenFile | null = null
  const names = (): string[] => journalFiles(dataFolder)
  mendNewest(dataFolder, names().at(-1))
  const close = (): void => {
    if (open) closeSync(open.descriptor)
    open = null
  }
  const fileFor = (name: string): OpenFile => {
    const path = join(dataFolder, name)
    if (open?.name === name && stands(open, path)) return open
    // A journal that was taken away while it is written still holds its lines, for whoever has it open.
    const lost = open?.name === name ? readWhole(open) : null
    close()
    const isNew = !existsSync(path)
    if (!isNew) mendTail(dataFolder, name)
    const descriptor = openSync(path, 'a+')
    if (isNew && lost) writeAll(descriptor, lost)
    if (isNew) syncToDisk(dataFolder)
    open = { name, descriptor, good: fstatSync(descriptor).size }
    return open
  }
  let newest: RememberedHead | null | undefined
  const lastHead = (): RememberedHead | null => {
    // Where the folder is gone there is nothing to read; that it is gone is told by the write that follows.
    const file = existsSync(dataFolder) ? names().at(-1) : undefined
    newest ??= file === undefined ? null : lastHeadIn(readTail(join(dataFolder, file)))
    return newest
  }
  const check = (): JournalContent => {
    const all = names().map((name) => parseLines(name, readFileSync(join(dataFolder, name), 'utf8')))
    return { lines: all.flatMap(({ lines }) => lines), bad: all.flatMap(({ bad }) => bad) }
  }
  return {
    append: (lines) => {
      append(fileFor(`journal-${clock().slice(0, 7).replace('-', '')}.jsonl`), lines)
      newest = lines.findLast((line) => line.kind === 'sealed') ?? newest
    },
    check,
    read: () => check().lines,
    tail: () => {
      const newest = names().at(-1)
      return newest === undefined ? [] : parseLines(newest, readTail(join(dataFolder, newest))).lines
    },
    lookThrough: function*() {
      const bad: BadLine[] = []
      for (const file of names()) {
        yield* eachLine(dataFolder, file, (words, number) => {
          if (words !== '' && !isSoundLine(words)) bad.push({ file, number, words })
        })
      }
      return bad
    },
    heads: () => headsInJournal(dataFolder),
    lastHead,
    bytes: () => names().reduce((sum, name) => sum + statSync(join(dataFolder, name)).size, 0),
    setAside: (bad) => copyAside(dataFolder, bad),
    close
  }
}
