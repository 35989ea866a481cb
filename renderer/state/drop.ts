/** Takes in files dropped on the window. */
import { pathsOf } from '../bridge/client'
import { documentState } from './document'
import { feedbackState } from './feedback'
import { libraryState } from './library'

/** Imports dropped files and opens the filing where it was one. */
export const importDropped = async (files: readonly File[]): Promise<void> => {
  const paths = pathsOf(files)
  if (paths.length === 0) {
    feedbackState.toast({ text: 'Nothing to import.', detail: 'Drop files from your disk.', tone: 'error' })
    return
  }
  const filingId = await libraryState.importPaths(paths)
  if (filingId !== null) await documentState.openFiling(filingId)
}
