import type { FilingSummary } from '#contract/library'
import { formWords, sizeWords, type LibraryColumn } from '../state/library-list'
import { DateText } from '../ui/date-text'
import { StateCell, TagLetters } from './filing-words'

/** The width of each column, as a track of the grid; numbers are CSS pixels that hold the longest usual value at 12 px. */
const TRACKS: Readonly<Record<LibraryColumn, string>> = {
  title: 'minmax(220px, 2.4fr)', company: 'minmax(110px, 1fr)', form: '92px', exhibit: '84px', period: '100px', filedAt: '100px', importedAt: '104px', tags: '84px', bytes: '72px', state: '124px',
  annotations: '58px', notes: '58px', openQuestions: '58px'
}
const LEAST: Readonly<Record<LibraryColumn, number>> = {
  title: 220, company: 110, form: 92, exhibit: 84, period: 100, filedAt: 100, importedAt: 104, tags: 84, bytes: 72, state: 124, annotations: 58, notes: 58, openQuestions: 58
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
export const FilingCell = ({ filing, column, exhibitApart }: { readonly filing: FilingSummary; readonly column: LibraryColumn; readonly exhibitApart: boolean }) => {
  switch (column) {
    case 'form': return (exhibitApart ? filing.form : formWords(filing)) || '–'
    case 'period':
    case 'filedAt': return filing[column] === null ? '–' : <DateText iso={filing[column]} />
    case 'importedAt': return <DateText iso={filing.importedAt} label="Added" />
    case 'tags': return <TagLetters ids={filing.tags} />
    case 'bytes': return sizeWords(filing.bytes)
    case 'state': return <StateCell filing={filing} />
    case 'annotations':
    case 'notes':
    case 'openQuestions': return count(filing[column])
    case 'title':
    case 'company':
    case 'exhibit': return filing[column] ?? '–'
  }
}
