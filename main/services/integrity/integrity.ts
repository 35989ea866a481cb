import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { getFiling } from '../../store/filings'
import { listBrokenOfFiling, SEALED_KINDS } from '../../store/seals'
import type { BrokenRow, SealedKind } from '../../store/seals'
import type { LibraryContext } from '../library-context'
import { tellDamage } from './damage'
import { mendWork } from './mend-work'

const WORDS: Readonly<Record<SealedKind, readonly [one: string, many: string]>> = {
  tag: ['tag', 'tags'],
  risk_tag: ['risk tag', 'risk tags'],
  note_template: ['template', 'templates'],
  folder: ['folder', 'folders'],
  watched_folder: ['watched folder', 'watched folders'],
  saved_search: ['saved search', 'saved searches'],
  folder_filing: ['place of a filing in a folder', 'places of filings in folders'],
  section_review: ['reviewed section', 'reviewed sections'],
  annotation: ['highlight', 'highlights'],
  filing_link: ['link between filings', 'links between filings'],
  placement: ['place of a highlight in a later version', 'places of highlights in later versions'],
  decision: ['decision', 'decisions'],
  note: ['note', 'notes'],
  note_revision: ['earlier state of a note', 'earlier states of notes']
}

const countOf = (kind: SealedKind, n: number): string => `${String(n)} ${WORDS[kind][n === 1 ? 0 : 1]}`

/** “2 notes and 1 highlight”. */
const inWords = (rows: readonly BrokenRow[]): string => {
  const counts = SEALED_KINDS.map((kind) => ({ kind, n: rows.filter((row) => row.kind === kind).length })).filter(({ n }) => n > 0)
  const words = counts.map(({ kind, n }) => countOf(kind, n))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const DISK = 'The disk may be failing: have it checked, and keep a backup on another one.'

/** Mends broken rows of the analyst's work where the journal holds them, and tells what became of them. */
export const mendAndTell = (library: LibraryContext, rows: readonly BrokenRow[], filing: FilingSummary | null): void => {
  if (rows.length === 0) return
  const { mended, left } = mendWork(library, rows)
  const where = filing ? ` on ${filing.fileName}` : ''
  const filingId = filing?.id ?? null
  const had = (some: readonly BrokenRow[]): string => some.every(({ gone }) => gone) ? 'went missing' : 'changed'
  if (mended.length > 0)
    tellDamage(library, { filingId, mended: true,
      message: `${inWords(mended)}${where} had ${had(mended).replace('went', 'gone')} on the disk.`,
      detail: `Brought back as saved, from the journal of your work. ${DISK}` })
  if (left.length > 0)
    tellDamage(library, { filingId, mended: false,
      message: `${inWords(left)}${where} ${had(left)} on the disk, and the journal does not hold them.`,
      detail: `Compare them with a backup (Settings, Library). ${DISK}` })
  if (filingId !== null) library.emit('work.changed', { filingId })
  else library.emit('library.changed', { filingId: null })
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

/** Tells that the kept bytes of a filing are damaged or gone, and whether another copy took their place. */
export const tellSource = (library: LibraryContext, { id, fileName }: FilingSummary, mended: boolean): void =>
  tellDamage(library, mended
    ? { filingId: id, mended, message: `The kept file of ${fileName} had changed on the disk.`,
      detail: `It was copied again from the watched folder. ${DISK}` }
    : { filingId: id, mended, message: `The kept file of ${fileName} is damaged.`,
      detail: `Import the same file again from where you have it; the stored text and your work stay. ${DISK}` })
