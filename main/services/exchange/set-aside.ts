import { z } from 'zod'
import type { ImportReport, SetAside, TriedAgain } from '#contract/exchange'
import type { FilingId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { IncomingItem, IncomingWork } from '../../domain/exchange/incoming'
import type { ReadableDb } from '../../store/handles'
import { getOrigin } from '../../store/origins'
import { deleteQuarantined, getQuarantined, listQuarantined, putQuarantined } from '../../store/quarantine'
import type { Quarantined } from '../../store/quarantine'
import { commitChange } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'
import type { LibraryContext } from '../library-context'
import type { ImportPlan } from './plan-import'

/** More code units than this are not kept beside an item: the longest note that any tool writes, several times over. */
const MOST_UNDERSTOOD = 4_000_000

/** What was read of an item, for keeping beside it as it came; null where that is too much. */
export const understoodOf = (item: IncomingItem): string | null => {
  const text = JSON.stringify({ ...item, raw: '' })
  return text.length <= MOST_UNDERSTOOD ? text : null
}

const note = z.looseObject({ text: z.string() })
const written = z.looseObject({ kind: z.literal('item'), target: z.looseObject({ kind: z.string() }), filing: z.looseObject({}),
  notes: z.array(note), tags: z.array(z.string()), sectionPath: z.array(z.string()) })

/** What was read of an item that waits; null where nothing was. Written by `understoodOf`, whose seal was checked. */
const itemOf = ({ understood, raw }: Quarantined): IncomingItem | null => {
  if (understood === undefined) return null
  const read = written.safeParse(JSON.parse(understood))
  return read.success ? { ...(read.data as unknown as IncomingItem), raw } : null
}

const shorten = (text: string, most: number): string => text.length <= most ? text : `${text.slice(0, most)}…`

const REMEDY = { again: 'Import its filing, or take in the note that it answers, then try again.',
  never: 'Export it anew where it came from and take that in, or copy its words from below.' } as const

type Format = ImportReport['format']

/** Every format that an import can be of; one that is forgotten here does not compile. */
const FORMATS: Readonly<Record<Format, true>> = { 'redwell-json': true, 'redwell-csv': true, w3c: true, hypothesis: true, readwise: true,
  zotero: true, word: true, 'refi-qda': true, pack: true }

const isFormat = (name: string): name is Format => Object.hasOwn(FORMATS, name)

/** Everything that waits, the newest first, as it is shown. */
export const listSetAside = (db: ReadableDb): readonly SetAside[] =>
  listQuarantined(db).map((waiting): SetAside => {
    const { id, originId, reason, place, raw, putAt } = waiting
    const origin = getOrigin(db, originId)
    const item = itemOf(waiting)
    const words = item?.target.kind === 'words' ? item.target.quote.exact : null
    const texts = item?.notes.map(({ text }) => text).filter((text) => text !== '') ?? []
    return { id, fileName: origin?.fileName ?? 'a file', format: origin && isFormat(origin.format) ? origin.format : null, place,
      reason: reason.replace(/ Import the filing, then try again\.$/, ''), remedy: item ? REMEDY.again : REMEDY.never,
      quote: words === null ? null : shorten(words, 300), note: texts.length === 0 ? null : shorten(texts.join('\n'), 300),
      author: item?.author?.name ?? item?.notes[0]?.author?.name ?? null,
      about: item ? item.filing.fileName ?? item.filing.title ?? item.filing.uri ?? item.filing.accession : null, raw: shorten(raw, 4000),
      putAt, canTry: item !== null }
  })

/** What is read again of the items of these ids; of `rows` and `items` the same place is the same item. */
export const waitingWork = (db: ReadableDb,
  ids: readonly string[]): { readonly rows: readonly Quarantined[]; readonly work: IncomingWork } => {
  const known = ids.flatMap((id) => getQuarantined(db, id) ?? []).flatMap((row) => {
    const item = itemOf(row)
    return item ? [{ row, item }] : []
  })
  return { rows: known.map(({ row }) => row), work: { format: 'redwell-json', items: known.map(({ item }) => item) } }
}

const putAway = ({ db }: LibraryContext, record: ChangeRecord, row: Quarantined): void => {
  deleteQuarantined(db, row.id)
  record.steps.push({ entity: 'quarantined', entityId: row.id, filingId: null, before: row, after: null })
}

const tell = (library: LibraryContext, filings: ReadonlySet<FilingId>): void => {
  for (const filingId of filings) library.emit('work.changed', { filingId })
  library.emit('library.changed', { filingId: null })
}

/** How what is planned is stored: `take-in.ts`, which asks for this file. */
type TakeWaiting = (record: ChangeRecord, planned: ImportPlan['planned'], originOf: (planned: { readonly index: number }) => string) => void

/** Stores what can now be placed of what waited, as one step of the history; what cannot stays, with why. */
export const takeSetAside = (library: LibraryContext, rows: readonly Quarantined[], plan: ImportPlan, take: TakeWaiting): TriedAgain => {
  const { imported, orphaned, duplicate, quarantined } = plan.counts
  const stays = new Map(plan.quarantined.map((one) => [one.index, one.reason]))
  const settled = rows.filter((_row, at) => !stays.has(at))
  if (settled.length > 0) {
    commitChange(library, `Take in ${settled.length === 1 ? 'an item' : `${String(settled.length)} items`} that waited`, (record) => {
      record.kind = 'import'
      take(record, plan.planned, ({ index }) => rows[index]?.originId ?? '')
      for (const row of settled) putAway(library, record, row)
      for (const [at, reason] of stays) {
        const row = rows[at]
        if (!row || row.reason === reason) continue
        const after = { ...row, reason }
        putQuarantined(library.db, after)
        record.steps.push({ entity: 'quarantined', entityId: row.id, filingId: null, before: row, after })
      }
    })
    tell(library, new Set(plan.planned.map(({ filing }) => filing.id)))
  }
  return { imported, orphaned, duplicate, waiting: quarantined }
}

/** Lets items that wait go, as one step of the history. */
export const dismissSetAside = (library: LibraryContext, ids: readonly string[]): Result<null> => {
  const rows = ids.flatMap((id) => getQuarantined(library.db, id) ?? [])
  if (rows.length === 0) return fail('not-found', 'This item does not wait any more.')
  commitChange(library, rows.length === 1 ? 'Dismiss an item that waited' : `Dismiss ${String(rows.length)} items that waited`,
    (record) => {
      for (const row of rows) putAway(library, record, row)
    })
  tell(library, new Set())
  return ok(null)
}
