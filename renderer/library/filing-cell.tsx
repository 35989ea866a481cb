import type { FilingSummary } from '#contract/library'
import { formWords, sizeWords, type LibraryColumn } from '../state/library-list'
import { DateText } from '../ui/date-text'
import { StateCell, TagLetters } from './filing-words'

/** The width of each column, as a track of the grid; numbers are CSS pixels that hold the longest usual value at 12 px. */
const TRACKS: Readonly<Record<LibraryColumn, string>> = {
  title: 'minmax(220px, 2.4fr)',
  company: 'minmax(124px, 1.3fr)',
  form: '72px',
  exhibit: '76px',
  period: '96px',
  filedAt: '96px',
  importedAt: '100px',
  tags: '64px',
  bytes: '72px',
  state: '120px',
  annotations: '58px',
  notes: '58px',
  openQuestions: '58px'
}
const LEAST: Readonly<Record<LibraryColumn, number>> = {
  title: 220,
  company: 124,
  form: 72,
  exhibit: 76,
  period: 96,
  filedAt: 96,
  importedAt: 100,
  tags: 64,
  bytes: 72,
  state: 120,
  annotations: 58,
  notes: 58,
  openQuestions: 58
}
const TICK = 36
const MORE = 44

/** The tracks of a row with these columns beside the title, and the least width in CSS pixels at which it can be read. */
export const gridOf = (columns: readonly LibraryColumn[]): { readonly tracks: string; readonly least: number } => ({
  tracks: [`${String(TICK)}px`, TRACKS.title, ...columns.map((column) => TRACKS[column]), `${String(MORE)}px`].join(' '),
  least: TICK + LEAST.title + columns.reduce((sum, column) => sum + LEAST[column], 0) + MORE
})

/** Columns of figures, which are set flush right. */
export const FIGURES: readonly LibraryColumn[] = ['bytes', 'annotations', 'notes', 'openQuestions']

const count = (value: number): string => (value === 0 ? '–' : String(value))

/** What stands in one cell. `exhibitApart` says that the exhibit has a column of its own. */
export const FilingCell = (
  { filing, column, exhibitApart }: { readonly filing: FilingSummary; readonly column: LibraryColumn; readonly exhibitApart: boolean }
) => {
  switch (column) {
    case 'form':
      return (exhibitApart ? filing.form : formWords(filing)) || '–'
    case 'period':
    case 'filedAt':
      return filing[column] === null ? '–' : <DateText iso={filing[column]} />
    case 'importedAt':
      return <DateText iso={filing.importedAt} label="Added" />
    case 'tags':
      return <TagLetters ids={filing.tags} />
    case 'bytes':
      return sizeWords(filing.bytes)
    case 'state':
      return <StateCell filing={filing} />
    case 'annotations':
    case 'notes':
    case 'openQuestions':
      return count(filing[column])
    case 'title':
    case 'company':
    case 'exhibit':
      return filing[column] ?? '–'
  }
}
