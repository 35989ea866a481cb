/** Acts on filings of the library, on one or on many alike; each is one step that can be undone. */
import type { FilingDetails } from '#contract/filing-details'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { countWords } from '#model/words'
import { call } from '../../bridge/client'
import { copyText } from '../window/clipboard'
import { feedbackState } from '../window/feedback'
import { foldersState } from './folders'
import { folderWords } from './folders-tree'
import { historyState } from '../document/history'
import { libraryState } from './library'
import { filingsAsCsv } from './library-list'
import { workspaceState } from '../window/workspace'

const counted = (count: number): string => (count === 1 ? 'Filing' : countWords(count, 'filing'))

/** Puts filings in the trash or takes them out again, as one step that can be undone. */
const setTrashed = async (filingIds: readonly FilingId[], trashed: boolean): Promise<void> => {
  if (filingIds.length === 0) return
  const { filings, trashed: gone } = libraryState.store.get()
  const title = filingIds.length === 1 ? [...filings, ...gone].find(({ id }) => id === filingIds[0])?.title : undefined
  const answer = await call('library.trashMany', { filingIds, trashed })
  if (answer.ok)
    historyState.did(trashed ? `${counted(filingIds.length)} moved to the trash.` : `${counted(filingIds.length)} restored.`, title)
  else feedbackState.fail(answer.failure)
  await libraryState.load()
}

/** Writes details of filings by hand, as one step that can be undone; a null takes the header's word again. Answers whether it was done. */
const describe = async (filingIds: readonly FilingId[], details: Partial<FilingDetails>): Promise<boolean> => {
  const answer = await call('library.describe', { filingIds, details })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  libraryState.replace(answer.value)
  historyState.did(filingIds.length === 1 ? 'Details changed.' : `Details of ${countWords(filingIds.length, 'filing')} changed.`)
  return true
}

/** Puts a list of filings on the clipboard as comma-separated values. */
const copyList = (filings: readonly FilingSummary[]): Promise<void> => {
  const { tags } = workspaceState.store.get()
  const { folders } = foldersState.store.get()
  const csv = filingsAsCsv(filings, (id) => tags.find((tag) => tag.id === id)?.name ?? id, (id) => folderWords(folders, id))
  return copyText(csv, `List of ${countWords(filings.length, 'filing')} copied.`)
}

/** The acts on filings. */
export const libraryActs = { setTrashed, describe, copyList }
