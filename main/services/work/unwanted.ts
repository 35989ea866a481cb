import type { SuggestionRef } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { Unwanted, UnwantedReach } from '#contract/unwanted'
import { countedWords } from '#model/unwanted'
import { getFiling } from '../../store/filings'
import { deleteUnwanted, getUnwanted, listReached, listUnwanted, putUnwanted } from '../../store/unwanted'
import { commitChange } from '../journal/record-changes'
import type { LibraryContext } from '../library-context'
import { writeDecision } from './decide'

/** What a suggestion is rejected with: how far it shall reach. */
export interface UnwantedRequest {
  readonly filingId: FilingId
  readonly suggestion: SuggestionRef
  /** The company whose filings it holds for; null for every filing. */
  readonly company: string | null
}

/** Everything that is not to be suggested any more, the newest first. */
export const unwantedList = ({ db }: Pick<LibraryContext, 'db'>): Result<readonly Unwanted[]> => ok(listUnwanted(db))

const made = ({ suggestion, company }: UnwantedRequest, id: string, createdAt: string): Unwanted => ({ id, kind: suggestion.kind, company,
  exact: suggestion.exact, createdAt })

/** How much it would hide, beside the suggestion itself; nothing is changed. */
export const unwantedReach = ({ db }: Pick<LibraryContext, 'db'>, request: UnwantedRequest): Result<UnwantedReach> => {
  const { filingId: own, suggestion: { node: itself } } = request
  const reached = listReached(db, made(request, '', '')).filter(({ filingId, node }) => filingId !== own || node !== itself)
  return ok({ suggestions: reached.length, filings: new Set(reached.map(({ filingId }) => filingId)).size })
}

/** Rejects a suggestion and keeps those like it from being suggested: one step of the history. */
export const addUnwanted = (library: LibraryContext, request: UnwantedRequest): Result<readonly Unwanted[]> => {
  const { filingId, suggestion } = request
  if (!getFiling(library.db, filingId)) return fail('not-found', 'This filing is no longer in the library.')
  if (countedWords(suggestion.exact).size === 0)
    return fail('invalid-request', 'These words hold nothing by which others could be told to be like them.', {
      remedy: 'Reject the suggestion alone.'
    })
  const after = made(request, library.newId(), library.clock())
  commitChange(library, 'Reject and do not suggest the like', (record) => {
    writeDecision(library, { filingId, ...suggestion, verdict: 'rejected', risks: null }, record)
    putUnwanted(library.db, after)
    record.steps.push({ entity: 'unwanted', entityId: after.id, filingId: null, before: null, after })
  })
  library.emit('work.changed', { filingId })
  library.emit('library.changed', { filingId: null })
  return unwantedList(library)
}

/** Lets such sentences be suggested again; what was decided stays decided. */
export const removeUnwanted = (library: LibraryContext, id: string): Result<readonly Unwanted[]> => {
  const before = getUnwanted(library.db, id)
  if (!before) return fail('not-found', 'These sentences are suggested already.')
  commitChange(library, 'Suggest the like again', (record) => {
    deleteUnwanted(library.db, id)
    record.steps.push({ entity: 'unwanted', entityId: id, filingId: null, before, after: null })
  })
  library.emit('library.changed', { filingId: null })
  return unwantedList(library)
}
