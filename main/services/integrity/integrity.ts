import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { getFiling } from '../../store/filings'
import { SEALED_KINDS } from '../../store/sealed-tables'
import type { BrokenRow, SealedKind } from '../../store/sealed-tables'
import { listBrokenOfFiling } from '../../store/seals'
import type { LibraryContext } from '../library-context'
import { tellDamage } from './damage'
import { mendWork } from './mend-work'

const WORDS: Readonly<Record<SealedKind, readonly [one: string, many: string]>> = {
  setting: ['setting', 'settings'],
  filing: ['entry of a filing', 'entries of filings'],
  document: ['entry of a document', 'entries of documents'],
  tag: ['tag', 'tags'],
  risk_tag: ['risk tag', 'risk tags'],
  note_template: ['template', 'templates'],
  folder: ['folder', 'folders'],
  watched_folder: ['watched folder', 'watched folders'],
  watched_file: ['file of a watched folder', 'files of watched folders'],
  pending_import: ['waiting import', 'waiting imports'],
  saved_search: ['saved search', 'saved searches'],
  unwanted: ['kind of sentence not to suggest', 'kinds of sentences not to suggest'],
  folder_filing: ['place of a filing in a folder', 'places of filings in folders'],
  section_review: ['reviewed section', 'reviewed sections'],
  annotation: ['highlight', 'highlights'],
  filing_link: ['link between filings', 'links between filings'],
  placement: ['place of a highlight in a later version', 'places of highlights in later versions'],
  decision: ['decision', 'decisions'],
  note: ['note', 'notes'],
  note_revision: ['earlier state of a note', 'earlier states of notes'],
  reading_position: ['place where reading stopped', 'places where reading stopped'],
  sentence_print: ['list of sentences seen before', 'lists of sentences seen before'],
  change_log: ['entry of the history', 'entries of the history'],
  change_seal: ['seal of the history', 'seals of the history'],
  person: ['person', 'people'],
  reply: ['answer', 'answers'],
  origin: ['import of work', 'imports of work'],
  foreign_id: ['name elsewhere', 'names elsewhere'],
  quarantine: ['item that was not understood', 'items that were not understood'],
  sent: ['note that was sent', 'notes that were sent']
}

const countOf = (kind: SealedKind, n: number): string => `${String(n)} ${WORDS[kind][n === 1 ? 0 : 1]}`

/** “2 notes and 1 highlight”. */
const inWords = (rows: readonly BrokenRow[]): string => {
  const counts = SEALED_KINDS.map((kind) => ({ kind, n: rows.filter((row) => row.kind === kind).length })).filter(({ n }) => n > 0)
  const words = counts.map(({ kind, n }) => countOf(kind, n))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const DISK = 'The disk may be failing: have it checked, and keep a backup on another one.'

/**
 * Mends broken rows where the journal or a backup holds them, and tells what became of them. Of those of the kind `other`, which can be
 * mended otherwise, nothing is told where they could not be: they are the answer.
 */
export const mendAndTell = (library: LibraryContext, rows: readonly BrokenRow[], filing: FilingSummary | null,
  other: SealedKind | null = null): readonly BrokenRow[] => {
  if (rows.length === 0) return []
  const { mended, left: all } = mendWork(library, rows)
  const left = all.filter(({ kind }) => kind !== other)
  const where = filing ? ` on ${filing.fileName}` : ''
  const filingId = filing?.id ?? null
  const had = (some: readonly BrokenRow[]): string => some.every(({ gone }) => gone) ? 'went missing' : 'changed'
  if (mended.length > 0)
    tellDamage(library, { filingId, mended: true,
      message: `${inWords(mended)}${where} had ${had(mended).replace('went', 'gone')} on the disk.`,
      detail: `Brought back as saved, from the journal of your work or a backup. ${DISK}` })
  if (left.length > 0)
    tellDamage(library, { filingId, mended: false,
      message: `${inWords(left)}${where} ${had(left)} on the disk, and neither the journal nor a backup holds them.`,
      detail: `Compare them with a backup (Settings, Library). ${DISK}` })
  if (filingId !== null) library.emit('work.changed', { filingId })
  else library.emit('library.changed', { filingId: null })
  return all.filter(({ kind }) => kind === other)
}

/** Checks what the analyst made of a filing, and mends it before it is shown. */
export const checkWorkOf = (library: LibraryContext, filingId: FilingId): void => {
  const rows = SEALED_KINDS.flatMap((kind) => listBrokenOfFiling(library.db, kind, filingId))
  if (rows.length > 0) mendAndTell(library, rows, getFiling(library.db, filingId) ?? null)
}

/** Tells that the stored text of a document had changed, and whether it could be read again. */
export const tellContent = (library: LibraryContext, { id, fileName }: FilingSummary, mended: boolean): void =>
  tellDamage(library, mended
    ? { filingId: id, mended, message: `The stored text of ${fileName} had changed on the disk.`,
      detail: `It was read again from the kept file, as it was filed. ${DISK}` }
    : { filingId: id, mended, message: `The stored text of ${fileName} changed on the disk, and cannot be read again, so it is not shown.`,
      detail: `Import the same file again from where you have it: your work stays. ${DISK}` })

/** Tells that what the library says of a filing had changed, and whether it was made anew. */
export const tellEntry = (library: LibraryContext, id: FilingId, mended: boolean): void => {
  const name = getFiling(library.db, id)?.fileName ?? 'a filing'
  tellDamage(library, mended
    ? { filingId: id, mended, message: `What the library says of ${name} had changed on the disk.`,
      detail: `It was made anew from the kept file and the journal of your work. ${DISK}` }
    : { filingId: id, mended, message: `What the library says of ${name} changed on the disk, and the kept file does not tell it.`,
      detail: `Compare its title, company, form and dates with the filing, and with a backup (Settings, Library). ${DISK}` })
  library.emit('library.changed', { filingId: null })
}

/** Tells that the kept bytes of a filing are damaged or gone, and whether another copy took their place. */
export const tellSource = (library: LibraryContext, { id, fileName }: FilingSummary, mended: boolean): void =>
  tellDamage(library, mended
    ? { filingId: id, mended, message: `The kept file of ${fileName} had changed on the disk.`,
      detail: `It was copied again from the watched folder. ${DISK}` }
    : { filingId: id, mended, message: `The kept file of ${fileName} is damaged.`,
      detail: `Import the same file again from where you have it; the stored text and your work stay. ${DISK}` })
