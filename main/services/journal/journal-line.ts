import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { FilingId, NoteId } from '#contract/ids'
import type { Note } from '#contract/note'
import type { HistoryHead } from '#contract/sealed-log'
import type { WorkEntity } from '../../store/changes'
import { isWorkEntity, SCHEMAS } from './states'

/** The things whose every state the journal keeps beside the notes: all that the history knows, and the watched folders, which no undo takes back. */
export type JournalledEntity = Exclude<WorkEntity, 'note'>

/** A head of the sealed log as it was when it was written down; `from` is the head before the act, null where there was none. */
export interface RememberedHead extends HistoryHead {
  readonly from: HistoryHead | null
  readonly at: string
}

/**
 * One line of the journal: a note as a save left it, the words of a save that was refused as a conflict, the removal of a
 * note, or another thing as a change left it (`state` null where it was removed); or where the sealed log stood behind an act.
 */
export type JournalLine =
  | { readonly kind: 'saved'; readonly note: Note }
  | { readonly kind: 'refused'; readonly note: Note }
  | { readonly kind: 'removed'; readonly id: NoteId; readonly filingId: FilingId; readonly rev: number; readonly at: string }
  | { readonly kind: 'changed'; readonly entity: JournalledEntity; readonly id: string; readonly state: object | null; readonly at: string }
  | { readonly kind: 'sealed' } & RememberedHead

const text = z.string()

const HEAD = { n: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }

const LINE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), note: SCHEMAS.note }),
  z.object({ kind: z.literal('refused'), note: SCHEMAS.note }),
  z.object({ kind: z.literal('removed'), id: text, filingId: text, rev: z.int(), at: text }),
  z.object({
    kind: z.literal('changed'),
    entity: z.custom<JournalledEntity>((word) => typeof word === 'string' && word !== 'note' && isWorkEntity(word)),
    id: z.string().min(1),
    state: z.record(z.string(), z.unknown()).nullable(),
    at: text
  }),
  z.object({ kind: z.literal('sealed'), ...HEAD, from: z.object(HEAD).nullable(), at: text })
])

/** The check of a line: the first 64 bits of the SHA-256 of its words without it, written as its last field. */
const SUM = /,"sum":"([0-9a-f]{16})"\}$/

const sumOf = (words: string): string => createHash('sha256').update(words, 'utf8').digest('hex').slice(0, 16)

/** A line as the file keeps it, with its check and its line end. */
export const writeLine = (line: JournalLine): string => {
  const words = JSON.stringify(line)
  return `${words.slice(0, -1)},"sum":"${sumOf(words)}"}\n`
}

const parse = (words: string): unknown => {
  try {
    return JSON.parse(words)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The line with its state read by the schema of its kind; null where either does not fit. */
const shaped = (raw: unknown): JournalLine | null => {
  const line = LINE.safeParse(raw)
  if (!line.success) return null
  if (line.data.kind !== 'changed' || line.data.state === null) return line.data
  const state = SCHEMAS[line.data.entity].safeParse(line.data.state)
  return state.success ? { ...line.data, state: state.data } : null
}

/**
 * Reads one line without its line end: null where it is no line of a journal, tells of a thing that cannot be, or fails its own check.
 * A line that has no check, as older versions wrote them, may hold nothing that its kind does not know: a name with a wrong letter is no name.
 */
export const readLine = (words: string): JournalLine | null => {
  const sum = SUM.exec(words)?.[1]
  if (sum !== undefined) {
    const summed = `${words.slice(0, words.length - `,"sum":"${sum}"}`.length)}}`
    return sumOf(summed) === sum ? shaped(parse(summed)) : null
  }
  const raw = parse(words)
  const line = shaped(raw)
  return line !== null && isDeepStrictEqual(line, raw) ? line : null
}

/** Whether a line is as it was written: by its own check, and where it has none by what it tells. Much cheaper than reading it. */
export const isSoundLine = (words: string): boolean => {
  const sum = SUM.exec(words)?.[1]
  if (sum === undefined) return readLine(words) !== null
  return sumOf(`${words.slice(0, words.length - `,"sum":"${sum}"}`.length)}}`) === sum
}

const SEALED_START = '{"kind":"sealed"'

/** The head that a line tells of; null for every other line, without reading it, and for one that is spoilt. */
export const headIn = (words: string): RememberedHead | null => {
  if (!words.startsWith(SEALED_START)) return null
  const line = readLine(words)
  return line?.kind === 'sealed' ? { n: line.n, hash: line.hash, from: line.from, at: line.at } : null
}

const START = '{"kind":"'

/** At how many places a spoilt line is looked through for whole ones: a line glued to a torn one has two, or one for each thing that it tells of. */
const MOST_STARTS = 64

/** Whole lines inside a spoilt one: one that was glued to the torn line before it, or two whose line end was spoilt. */
export const linesWithin = (words: string): JournalLine[] => {
  const starts: number[] = []
  for (let at = words.indexOf(START); at >= 0 && starts.length < MOST_STARTS; at = words.indexOf(START, at + 1)) starts.push(at)
  const found: JournalLine[] = []
  let from = 0
  for (const [index, start] of starts.entries()) {
    if (start < from) continue
    const ends = [words.length, ...starts.slice(index + 1).flatMap((next) => [next, next - 1])]
    for (const end of ends) {
      const line = start === 0 && end === words.length ? null : readLine(words.slice(start, end))
      if (!line) continue
      found.push(line)
      from = end
      break
    }
  }
  return found
}
