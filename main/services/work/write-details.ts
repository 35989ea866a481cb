import type { FilingDetails } from '#contract/filing-details'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { DETAIL_NAMES, getOwnDetails, setOwnDetails } from '../../store/filing-details'
import { getFiling } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields that are written by hand after a change; null takes the header's word again. In the order of their names, so that like ones compare alike. */
const apply = (before: Partial<FilingDetails>, details: Partial<FilingDetails>): Partial<FilingDetails> => {
  const after = { ...before, ...details }
  return Object.fromEntries(DETAIL_NAMES.flatMap((name) => {
    const word = after[name] ?? null
    return word === null ? [] : [[name, word]]
  }))
}

/** Writes over what the header says of filings, or takes the header's word again, as one step of the history. Answers the filings as they now stand. */
export const describeFilings = (library: LibraryContext, filingIds: readonly FilingId[],
  details: Partial<FilingDetails>): Result<readonly FilingSummary[]> => {
  const unique = [...new Set(filingIds)]
  const known = unique.map((id) => ({ id, before: getOwnDetails(library.db, id) }))
  if (known.some(({ before }) => before === undefined)) return fail('not-found', 'One of these filings is no longer in the library.')
  const changes = known.flatMap(({ id, before = {} }) => {
    const after = apply(before, details)
    return isSame(before, after) ? [] : [{ id, before, after }]
  })
  if (changes.length > 0) {
    commitChange(library, changes.length === 1 ? 'Edit details' : `Edit details of ${String(changes.length)} filings`, (record) => {
      for (const { id, before, after } of changes) {
        setOwnDetails(library.db, id, after)
        record.steps.push({ entity: 'filing-details', entityId: id, filingId: id, before, after: getOwnDetails(library.db, id) ?? after })
      }
    })
    library.emit('library.changed', { filingId: changes.length === 1 ? changes[0]?.id ?? null : null })
  }
  return ok(unique.flatMap((id) => getFiling(library.db, id) ?? []))
}

/** Whether the database lacks what the journal tells of the words written by hand. */
export const areDetailsLost = (db: ReadableDb, id: FilingId, state: Partial<FilingDetails>): boolean =>
  !isSame(getOwnDetails(db, id) ?? {}, apply({}, state))
