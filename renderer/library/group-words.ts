import { monthText } from '#model/dates'
import { selectDateForm } from '../state/window/dates'
import { workspaceState } from '../state/window/workspace'
import { foldersState } from '../state/library/folders'
import { folderWords } from '../state/library/folders-tree'
import { UNKNOWN, type LibraryGroup, type WorkState } from '../state/library/library-list'
import { STATE_WORDS } from './filing-words'

const NONE: Readonly<Record<LibraryGroup, string>> = { none: '', company: 'Company not known', form: 'Form not known',
  folder: 'Not in a folder', month: 'Not dated', state: '' }

/** The words at the head of a group. */
export const groupWords = (group: LibraryGroup, value: string): string => {
  if (value === UNKNOWN) return NONE[group]
  switch (group) {
    case 'month':
      return monthText(value, selectDateForm(workspaceState.store.get()))
    case 'state':
      return STATE_WORDS[value as WorkState].words
    case 'folder':
      return folderWords(foldersState.store.get().folders, value)
    case 'none':
    case 'company':
    case 'form':
      return value
  }
}
