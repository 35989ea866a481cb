/** Takes in files dropped on the window. */
import { pathsOf } from '../../bridge/client'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { foldersState } from './folders'
import { libraryState } from './library'
import { libraryViewState } from './library-view'
import { viewState } from '../window/view'

/** Imports dropped files, into the folder that is shown in the library, and opens the filing where it was one. */
export const importDropped = async (files: readonly File[]): Promise<void> => {
  const paths = pathsOf(files)
  if (paths.length === 0) {
    feedbackState.toast({ text: 'Nothing to import.', detail: 'Drop files from your disk.', tone: 'error' })
    return
  }
  const folder = viewState.store.get().screen === 'library' ? libraryViewState.folderShown() : null
  const filingId = await libraryState.importPaths(paths, folder)
  if (filingId !== null && folder !== null) await foldersState.put(folder, [filingId])
  if (filingId !== null) await documentState.openFiling(filingId)
}
