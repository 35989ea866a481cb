import type { Note } from '#contract/note'
import { foldForSearch } from '../../domain/search/search-text'
import { mendNoteRevision, putNoteRow } from '../../store/notes'
import { listBackups } from '../../store/kept-backups'
import { mendFromCopy } from '../../store/mend-from-copy'
import type { BrokenRow } from '../../store/sealed-tables'
import { hasStray, removeBroken, renameStray, sealIsKept, unsealBroken, withoutReferences } from '../../store/seals'
import { reindexWords } from '../../store/search-index'
import { transact } from '../../store/sql'
import type { WorkEntity } from '../../store/changes'
import { WORK_TABLES } from '../../store/work-tables'
import { WORK_ENTITIES } from '../things/things'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'
import { putLineBack } from '../things/replay-journal'
import { hashOfBody } from '../work/write-note'

/** What became of broken rows. */
export interface MendedWork {
  readonly mended: readonly BrokenRow[]
  /** Those that neither the journal nor a backup holds: they stand as they are. */
  readonly left: readonly BrokenRow[]
}

/** The kind of the analyst's work that each sealed table is of. */
const ENTITIES = new Map<string, WorkEntity>(
  WORK_ENTITIES.flatMap((entity) => WORK_TABLES[entity].tables.map((table) => [table, entity] as const))
)

const isSoundNote = (note: Note): boolean => hashOfBody(note.body) === note.sha256

/** The newest line of the journal that tells of each thing, and of each revision of a note, by the kind and name of its row. */
const linesByRow = (lines: readonly JournalLine[]): ReadonlyMap<string, JournalLine> => {
  const known = new Map<string, JournalLine>()
  for (const line of lines) {
    if (line.kind === 'changed') known.set(`${line.entity} ${line.id}`, line)
    if (line.kind === 'removed') known.set(`note ${line.id}`, line)
    if (line.kind !== 'saved' || !isSoundNote(line.note)) continue
    known.set(`note ${line.note.id}`, line)
    known.set(`revision ${line.note.id}/${String(line.note.rev)}`, line)
  }
  return known
}

const lineOf = ({ kind, id }: BrokenRow, known: ReadonlyMap<string, JournalLine>): JournalLine | undefined => {
  const name = kind === 'note' ? 'note' : kind === 'note_revision' ? 'revision' : ENTITIES.get(kind) ?? kind
  return known.get(`${name} ${id.join('/')}`)
}

const putRow = (library: LibraryContext, line: JournalLine): boolean => {
  if (line.kind === 'saved') {
    putNoteRow(library.db, line.note, foldForSearch(line.note.text))
    return true
  }
  return line.kind === 'changed' && line.state !== null && putLineBack(library, line)
}

/** Writes a row as the journal has it: over what stands there, and where that leaves something of it, in its place. */
const mendRow = (library: LibraryContext, row: BrokenRow, line: JournalLine): boolean =>
  transact(library.db, () => {
    if (row.kind === 'note_revision') {
      if (line.kind === 'saved') mendNoteRevision(library.db, line.note)
      return line.kind === 'saved'
    }
    const isKept = sealIsKept(library.db, row)
    if (!putRow(library, line)) return false
    if (isKept()) return true
    removeBroken(library.db, row)
    return putRow(library, line)
  })

/** What the program finds again by itself; nothing of the analyst's is in it. */
const FOUND_AGAIN: ReadonlySet<string> = new Set(['placement', 'watched_file', 'sentence_print'])

const letGo = (library: LibraryContext, row: BrokenRow): boolean => {
  if (!FOUND_AGAIN.has(row.kind)) return false
  removeBroken(library.db, row)
  unsealBroken(library.db, row)
  return true
}

/** Gives a row whose name changed on the disk its name back, or forgets a seal whose own name changed; false where neither is so. */
const putNameBack = ({ db }: LibraryContext, row: BrokenRow, line: JournalLine | undefined): boolean => {
  if (!row.gone || !hasStray(db, row)) return false
  if (line) renameStray(db, row)
  else unsealBroken(db, row)
  return true
}

const mend = (library: LibraryContext, row: BrokenRow, known: ReadonlyMap<string, JournalLine>): boolean => {
  // The journal tells of a filing in parts; the rest is read again from its bytes.
  const line = row.kind === 'filing' ? undefined : lineOf(row, known)
  if (putNameBack(library, row, lineOf(row, known))) return true
  if (line && mendRow(library, row, line)) return true
  if (letGo(library, row)) return true
  return listBackups(library.folder).some((path) => mendFromCopy(library.db, path, row))
}

/** Brings broken rows back as the journal has them, or else a backup. */
export const mendWork = (library: LibraryContext, rows: readonly BrokenRow[]): MendedWork => {
  const known = linesByRow(library.journal.read())
  const mended: BrokenRow[] = []
  const left: BrokenRow[] = []
  withoutReferences(library.db, () => {
    for (const row of rows) {
      if (mend(library, row, known)) mended.push(row)
      else left.push(row)
    }
  })
  if (mended.some(({ kind }) => kind === 'note' || kind === 'annotation')) reindexWords(library.db)
  return { mended, left }
}
