import type { FilingSummary } from '#contract/library'
import { formWords, sizeWords, type LibraryColumn } from '../state/library/library-list'
import { DateText } from '../ui/date-text'
import { ORIGIN_WORDS } from '../state/window/day-origin'
import { COLUMN_WORDS, StateCell, TagLetters } from './filing-words'

/** The width of each column in CSS pixels: the least at which its longest usual value can be read, and its part of what is left over. */
const MEASURES: Readonly<Record<LibraryColumn, { readonly least: number; readonly part?: number }>> = {
  title: { least: 260, part: 2.4 },
  company: { least: 124, part: 1.1 },
  form: { least: 84, part: 0.35 },
  exhibit: { least: 76, part: 0.25 },
  period: { least: 100 },
  filedAt: { least: 100 },
  importedAt: { least: 100 },
  tags: { least: 60 },
  bytes: { least: 72 },
  state: { least: 104 },
  annotations: { least: 58 },
  notes: { least: 58 },
  openQuestions: { least: 58 }
}
const TICK = 36
const MORE = 44

/** The widths that the reader gave to columns, in CSS pixels. */
export type ColumnWidths = Partial<Readonly<Record<LibraryColumn, number>>>

/** The width of a column that nobody resized, at least, in CSS pixels. */
export const leastWidthOf = (column: LibraryColumn): number => MEASURES[column].least

/** The least width that a column can be given, in CSS pixels: a few letters and their dots. */
export const LEAST_WIDTH = 48

const trackOf = (column: LibraryColumn, widths: ColumnWidths): string => {
  const { least, part } = MEASURES[column]
  const given = widths[column]
  if (given !== undefined) return `${String(given)}px`
  return part === undefined ? `${String(least)}px` : `minmax(${String(least)}px, ${String(part)}fr)`
}

/** The tracks of a row with these columns beside the title, and the least width in CSS pixels at which it can be read. */
export const gridOf = (columns: readonly LibraryColumn[], widths: ColumnWidths): { readonly tracks: string; readonly least: number } => {
  const all: readonly LibraryColumn[] = ['title', ...columns]
  // Where every column has a width of its own, the room that is left stays behind the last.
  const rest = all.every((column) => widths[column] !== undefined || MEASURES[column].part === undefined) ? '1fr' : `${String(MORE)}px`
  return {
    tracks: [`${String(TICK)}px`, ...all.map((column) => trackOf(column, widths)), rest === '1fr' ? `minmax(${String(MORE)}px, 1fr)` : rest]
      .join(' '),
    least: TICK + all.reduce((sum, column) => sum + (widths[column] ?? MEASURES[column].least), 0) + MORE
  }
}

/** Columns of figures, which are set flush right. */
export const FIGURES: readonly LibraryColumn[] = ['bytes', 'annotations', 'notes', 'openQuestions']

const count = (value: number): string => (value === 0 ? '–' : String(value))

const SaidDay = ({ filing, name, day }: { readonly filing: FilingSummary; readonly name: 'filedAt' | 'period'; readonly day: string }) => {
  const origin = filing.origins?.[name]
  return <DateText iso={day} label={COLUMN_WORDS[name].label} from={origin === undefined ? undefined : ORIGIN_WORDS[origin]} />
}

/** What stands in one cell. `exhibitApart` says that the exhibit has a column of its own. */
export const FilingCell = (
  { filing, column, exhibitApart }: { readonly filing: FilingSummary; readonly column: LibraryColumn; readonly exhibitApart: boolean }
) => {
  switch (column) {
    case 'form':
      return (exhibitApart ? filing.form : formWords(filing)) || '–'
    case 'period':
    case 'filedAt':
      return filing[column] === null ? '–' : <SaidDay filing={filing} name={column} day={filing[column]} />
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
