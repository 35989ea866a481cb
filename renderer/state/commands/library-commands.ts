import type { FilingSummary } from '#contract/library'
import { activityState } from '../review/activity'
import type { Command } from './command'
import { always, reading } from './command-conditions'
import { compareState } from '../compare/compare'
import { documentState } from '../document/document'
import { foldersState } from '../library/folders'
import { libraryActs } from '../library/library-acts'
import { libraryViewState } from '../library/library-view'
import { queueState } from '../library/queue'
import { reviewState } from '../review/review'
import { viewState } from '../window/view'

const inLibrary = (): boolean => viewState.store.get().screen === 'library'
const inTrash = (): boolean => libraryViewState.store.get().place.kind === 'trash'
const idsOf = (filings: readonly FilingSummary[]): readonly string[] => filings.map(({ id }) => id)

/** Whether filings of the library are chosen that are not in the trash. */
const hasChosen = (): boolean => inLibrary() && !inTrash() && libraryViewState.chosen().length > 0

/** The filings an act is about: those chosen in the library, or the one that is read. */
const meant = (): readonly FilingSummary[] => {
  const { open } = documentState.store.get()
  return inLibrary() ? libraryViewState.chosen() : viewState.store.get().screen === 'reader' && open ? [open.filing] : []
}

/** The folder whose work is meant: the one that is shown in the library, else the one of the review. */
const scope = (): string | null => (inLibrary() ? libraryViewState.folderShown() : reviewState.store.get().folderId)

/** Compares two filings, the earlier one on the left. */
export const compareTwo = async (filings: readonly FilingSummary[]): Promise<void> => {
  const [older, newer] = filings.toSorted((a, b) => (a.filedAt ?? a.importedAt).localeCompare(b.filedAt ?? b.importedAt))
  if (!older || !newer) return
  await compareState.begin(older.id)
  await compareState.choose('right', newer.id)
}

const newFolder = (): void => {
  viewState.show('library')
  void foldersState.add(libraryViewState.folderShown())
}

/** The commands of the library. */
export const LIBRARY: readonly Command[] = [
  { id: 'window.import-folder', label: 'Import a folder…', group: 'Library', keys: ['Ctrl+Shift+O'], when: always,
    run: () => void queueState.chooseFolder(libraryViewState.folderShown(), false) },
  { id: 'window.import-mirrored', label: 'Import a folder with its folders…', group: 'Library', keys: [], when: always,
    run: () => void queueState.chooseFolder(libraryViewState.folderShown(), true) },
  { id: 'window.queue', label: 'Import queue', group: 'Library', keys: [], when: always,
    run: () => queueState.setOpen(!queueState.store.get().open) },
  { id: 'window.watched', label: 'Watched folders…', group: 'Library', keys: [], when: always, run: () => viewState.openDialog('watched') },
  { id: 'window.new-folder', label: 'New folder', group: 'Library', keys: ['Ctrl+N'], when: always, run: newFolder },
  { id: 'window.move-to-folder', label: 'Move to folder…', group: 'Library', keys: ['Ctrl+Shift+M'],
    when: () => !inTrash() && meant().length > 0, run: () => viewState.openDialog('move-to-folder') },
  {
    id: 'window.take-out',
    label: 'Take out of this folder',
    group: 'Library',
    keys: [],
    when: () => hasChosen() && libraryViewState.folderShown() !== null,
    run: () => void foldersState.take(libraryViewState.folderShown() ?? '', idsOf(libraryViewState.chosen()), null)
  },
  { id: 'window.describe', label: 'Edit details…', group: 'Library', keys: ['Ctrl+I'], when: () => !inTrash() && meant().length > 0,
    run: () => viewState.openDialog('describe') },
  { id: 'window.compare-two', label: 'Compare the two chosen filings', group: 'Library', keys: [],
    when: () => hasChosen() && libraryViewState.chosen().length === 2, run: () => void compareTwo(libraryViewState.chosen()) },
  { id: 'window.copy-list', label: 'Copy the chosen filings as a CSV list', group: 'Library', keys: [],
    when: () => inLibrary() && libraryViewState.chosen().length > 0, run: () => void libraryActs.copyList(libraryViewState.chosen()) },
  { id: 'window.trash', label: 'Move to the trash', group: 'Library', keys: [], when: hasChosen,
    run: () => void libraryActs.setTrashed(idsOf(libraryViewState.chosen()), true) },
  { id: 'window.restore', label: 'Restore from the trash', group: 'Library', keys: [],
    when: () => inLibrary() && inTrash() && libraryViewState.chosen().length > 0,
    run: () => void libraryActs.setTrashed(idsOf(libraryViewState.chosen()), false) },
  { id: 'window.cards', label: 'Library as table or as cards', group: 'Library', keys: [], when: inLibrary,
    run: () => libraryViewState.setMode(libraryViewState.store.get().mode === 'table' ? 'cards' : 'table') },
  { id: 'window.all-filings', label: 'All filings', group: 'Library', keys: [], when: always,
    run: () => libraryViewState.go({ kind: 'all' }) },
  { id: 'window.trash-shown', label: 'Show the trash', group: 'Library', keys: [], when: always,
    run: () => libraryViewState.go({ kind: 'trash' }) }
]

/** The commands of the review: its screen, what is left, and reviewed sections. */
export const REVIEW_SCREEN: readonly Command[] = [
  { id: 'window.review', label: 'Show the progress of the review', group: 'Review', keys: ['Ctrl+Shift+R'], when: always,
    run: () => reviewState.open(scope()) },
  { id: 'window.requests', label: 'Show the request list', group: 'Review', keys: [], when: always,
    run: () => reviewState.open(scope(), 'requests') },
  { id: 'window.activity', label: 'Show the activity log', group: 'Review', keys: [], when: always,
    run: () => activityState.open({ filingId: null, entityId: null }, null) },
  { id: 'window.left', label: 'Step through open items', group: 'Review', keys: [], when: always,
    run: () => void reviewState.begin(scope(), null) },
  { id: 'window.left-next', label: 'Next open item', group: 'Review', keys: ['Ctrl+J'], when: () => reviewState.store.get().queue !== null,
    run: () => void reviewState.step(1) },
  { id: 'window.left-previous', label: 'Previous open item', group: 'Review', keys: ['Ctrl+Shift+J'],
    when: () => reviewState.store.get().queue !== null, run: () => void reviewState.step(-1) },
  { id: 'window.section-reviewed', label: 'Mark the section as reviewed', group: 'Review', keys: ['Shift+R'], when: reading,
    run: reviewState.toggleHere }
]
