import type { FilingDocument } from '#contract/filing'
import { foldedOrNull } from '../domain/search-text'
import { storeContent } from '../store/content'
import type { ContentVersions } from '../store/content'
import type { DocumentKey } from '../store/documents'
import type { WritableDb } from '../store/handles'

/** Lets everything else that waits for this thread go first. */
const yieldThread = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

/** Stores the content of a document without holding the thread for longer than a frame at a time. */
export const storeInSteps = async (db: WritableDb, key: DocumentKey, content: FilingDocument, versions: ContentVersions): Promise<void> => {
  for (const _step of storeContent(db, key, content, versions, foldedOrNull)) await yieldThread()
}
