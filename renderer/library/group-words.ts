import { foldersState } from '../state/folders'
import { folderWords } from '../state/folders-tree'
import { UNKNOWN, type LibraryGroup, type WorkState } from '../state/library-list'
import { STATE_WORDS } from './filing-words'

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const NONE: Readonly<Record<LibraryGroup, string>> = { none: '', company: 'Company not known', form: 'Form not known',
  folder: 'Not in a folder', month: 'Not dated', state: '' }

/** The words at the head of a group. */
export const groupWords = (group: LibraryGroup, value: string): string => {
  if (value === UNKNOWN) return NONE[group]
  switch (group) {
    case 'month':
      return MONTH.format(new Date(`${value}-01T00:00:00Z`))
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
