import type { FilingSummary } from '#contract/library'

/** The columns of the library by which it can be sorted. */
export type LibraryColumn = 'title' | 'company' | 'form' | 'filedAt' | 'importedAt' | 'annotations' | 'notes' | 'openQuestions'

/** How the library is sorted. */
export interface LibrarySort {
  readonly column: LibraryColumn
  readonly descending: boolean
}

/** Last added first. */
export const NEWEST_FIRST: LibrarySort = { column: 'importedAt', descending: true }

/** Columns that read best with the greatest first when they are chosen. */
const GREATEST_FIRST: readonly LibraryColumn[] = ['filedAt', 'importedAt', 'annotations', 'notes', 'openQuestions']

/** The next order when a column's head is pressed: that column, or the other way round where it was sorted by it. */
export const nextSort = (now: LibrarySort, column: LibraryColumn): LibrarySort =>
  now.column === column ? { column, descending: !now.descending } : { column, descending: GREATEST_FIRST.includes(column) }

/** Form and exhibit in one word, such as "8-K · EX-99.2"; empty where neither is known. */
export const formWords = ({ form, exhibit }: FilingSummary): string => [form, exhibit].filter((part) => part !== null && part !== '').join(' · ')

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const valueOf = (filing: FilingSummary, column: LibraryColumn): string | number | null => {
  switch (column) {
    case 'form':
      return formWords(filing) || null
    case 'title':
    case 'company':
    case 'filedAt':
    case 'importedAt':
    case 'annotations':
    case 'notes':
    case 'openQuestions':
      return filing[column]
  }
}

/** The filings in order. What is not known stands last whichever way the column is sorted; ties keep the last added first. */
export const sortFilings = (filings: readonly FilingSummary[], { column, descending }: LibrarySort): readonly FilingSummary[] =>
  [...filings].sort((a, b) => {
    const [left, right] = [valueOf(a, column), valueOf(b, column)]
    if (left === null || right === null) return Number(left === null) - Number(right === null) || b.importedAt.localeCompare(a.importedAt)
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : COLLATOR.compare(String(left), String(right))
    return (descending ? -order : order) || b.importedAt.localeCompare(a.importedAt)
  })

/** The filings whose title, company, form, number or file name hold every word of `query`. */
export const filterFilings = (filings: readonly FilingSummary[], query: string): readonly FilingSummary[] => {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return filings
  return filings.filter((filing) => {
    const hay = [filing.title, filing.company, formWords(filing), filing.accession, filing.cik, filing.fileName, filing.filedAt].join(' ').toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}

/** A size in bytes as a reader takes it in: "812 KB", "4.1 MB". */
export const sizeWords = (bytes: number): string =>
  bytes < 1000 ? `${String(bytes)} bytes` : bytes < 1_000_000 ? `${String(Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
