/** The list of the library: which filings are meant, in which order, in which groups, and how many each filter would leave. */
import type { Folder } from '#contract/folder'
import type { FilingId, FolderId, TagId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { csvRows } from '#model/csv'
import { filterWords } from '#model/query-hints'
import { companyNames } from '#model/filing-identity'
import { foldersUnder } from './folders-tree'

/** Where in the library one looks: all of it, what stands in no folder, the trash, or a folder and those in it. */
export type LibraryPlace = { readonly kind: 'all' | 'loose' | 'trash' } | { readonly kind: 'folder'; readonly id: FolderId }

/** How far the work on a filing is. */
export type WorkState = 'unread' | 'in-work' | 'read' | 'finished'

/** The columns of the library; every one of them can sort it. */
export type LibraryColumn = 'title' | 'company' | 'form' | 'exhibit' | 'period' | 'filedAt' | 'importedAt' | 'tags' | 'bytes' | 'state'
  | 'annotations' | 'notes' | 'openQuestions'

/** How the library is sorted. */
export interface LibrarySort {
  readonly column: LibraryColumn
  readonly descending: boolean
}

/** What the rows are gathered under. */
export type LibraryGroup = 'none' | 'company' | 'form' | 'folder' | 'month' | 'state'

/** Peculiarities by which filings can be asked for: the same text as another, words written by hand over the header, an open question. */
export type FilingTrait = 'duplicate' | 'described' | 'question'

/** Which filings are listed; an empty list lets all through. */
export interface LibraryFilter {
  readonly companies: readonly string[]
  readonly forms: readonly string[]
  readonly tags: readonly TagId[]
  readonly states: readonly WorkState[]
  readonly traits: readonly FilingTrait[]
}

/** Last added first. */
export const NEWEST_FIRST: LibrarySort = { column: 'importedAt', descending: true }

/** Lists everything. */
export const ALL_FILINGS: LibraryFilter = { companies: [], forms: [], tags: [], states: [], traits: [] }

/** The name under which filings without a company, a form and so on are gathered. */
export const UNKNOWN = ''

/** Columns that read best with the greatest first when they are chosen. */
const GREATEST_FIRST: readonly LibraryColumn[] = ['period', 'filedAt', 'importedAt', 'bytes', 'annotations', 'notes', 'openQuestions']

/** The next order when a column's head is pressed: that column, or the other way round where it was sorted by it. */
export const nextSort = (now: LibrarySort, column: LibraryColumn): LibrarySort =>
  now.column === column ? { column, descending: !now.descending } : { column, descending: GREATEST_FIRST.includes(column) }

/** Form and exhibit in one word, such as "8-K · EX-99.2"; empty where neither is known. */
export const formWords = ({ form, exhibit }: FilingSummary): string =>
  [form, exhibit].filter((part) => part !== null && part !== '').join(' · ')

/**
 * How far the work on a filing is: unread where it was never opened and nothing was done on it, finished where nothing is left. One that
 * asked for no decision and has no mark or note of the analyst's is only read: opening it is no work.
 */
export const workStateOf = (filing: FilingSummary): WorkState => {
  const worked = filing.decided > 0 || filing.annotations > 0 || filing.notes > 0
  if (!worked && filing.openedAt === null) return 'unread'
  if (filing.finished !== true) return 'in-work'
  return worked ? 'finished' : 'read'
}

/** The other filing with the same words, for each filing that has one: the first that was added. Trashed filings do not count. */
export const duplicatesIn = (filings: readonly FilingSummary[]): ReadonlyMap<FilingId, FilingSummary> => {
  const byText = new Map<string, FilingSummary[]>()
  for (const filing of filings) {
    const alike = byText.get(filing.textSha256)
    if (alike) alike.push(filing)
    else byText.set(filing.textSha256, [filing])
  }
  const found = new Map<FilingId, FilingSummary>()
  for (const alike of byText.values()) {
    const [first, second] = alike.toSorted((a, b) => a.importedAt.localeCompare(b.importedAt))
    if (!first || !second) continue
    for (const filing of alike) found.set(filing.id, filing.id === first.id ? second : first)
  }
  return found
}

/** The filings of a place. `filings` and `trashed` are all there are. */
export const filingsAt = (place: LibraryPlace, filings: readonly FilingSummary[], trashed: readonly FilingSummary[],
  folders: readonly Folder[]): readonly FilingSummary[] => {
  if (place.kind === 'folder') {
    const wanted = foldersUnder(folders, place.id)
    return filings.filter((filing) => filing.folders.some((id) => wanted.has(id)))
  }
  if (place.kind === 'trash') return trashed
  return place.kind === 'all' ? filings : filings.filter((filing) => filing.folders.length === 0)
}

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const STATE_ORDER: Readonly<Record<WorkState, number>> = { 'unread': 0, 'in-work': 1, 'read': 2, 'finished': 3 }

const valueOf = (filing: FilingSummary, column: LibraryColumn): string | number | null => {
  switch (column) {
    case 'form':
      return formWords(filing) || null
    case 'tags':
      return filing.tags.length === 0 ? null : filing.tags.length
    case 'state':
      return STATE_ORDER[workStateOf(filing)]
    case 'title':
    case 'company':
    case 'exhibit':
    case 'period':
    case 'filedAt':
    case 'importedAt':
    case 'bytes':
    case 'annotations':
    case 'notes':
    case 'openQuestions':
      return filing[column]
  }
}

/** The filings in order. What is not known stands last whichever way the column is sorted; ties keep the last added first, those of one company the last filed. */
export const sortFilings = (filings: readonly FilingSummary[], { column, descending }: LibrarySort): readonly FilingSummary[] => {
  const keyed = filings.map((filing) => ({ filing, value: valueOf(filing, column) }))
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || later(a.filing, b.filing)
    const order = typeof a.value === 'number' && typeof b.value === 'number'
      ? a.value - b.value
      : COLLATOR.compare(String(a.value), String(b.value))
    return (descending ? -order : order) || (column === 'company' ? laterFiled : later)(a.filing, b.filing)
  })
  return keyed.map(({ filing }) => filing)
}

/** Times of the same form order as text does. */
const later = (a: FilingSummary, b: FilingSummary): number => (a.importedAt < b.importedAt ? 1 : a.importedAt > b.importedAt ? -1 : 0)

/** Inside a company by the day of filing, the newest first. */
const laterFiled = (a: FilingSummary, b: FilingSummary): number => (b.filedAt ?? '').localeCompare(a.filedAt ?? '') || later(a, b)

/** The filings whose title, company, form, number or file name hold every word and phrase of `query`. */
export const filterFilings = (filings: readonly FilingSummary[], query: string): readonly FilingSummary[] => {
  const words = filterWords(query)
  if (words.length === 0) return filings
  return filings.filter((filing) => {
    const hay = [filing.title, filing.company, formWords(filing), filing.accession, filing.cik, filing.fileName, filing.filedAt,
      filing.period].join(' ').toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}

/** What is known of the whole library beside each filing. */
interface Known {
  readonly duplicates: ReadonlyMap<FilingId, FilingSummary>
  /** Each filing's company by the one name it has in lists. */
  readonly companies: ReadonlyMap<FilingId, string>
}

/** The values of a filing under each of the filters. */
const VALUES: { readonly [K in keyof LibraryFilter]: (filing: FilingSummary, known: Known) => LibraryFilter[K] } = {
  companies: ({ id }, { companies }) => [companies.get(id) ?? UNKNOWN],
  forms: (filing) => [filing.exhibit ?? filing.form ?? UNKNOWN],
  tags: ({ tags }) => tags,
  states: (filing) => [workStateOf(filing)],
  traits: (filing, { duplicates }) => [
    ...(duplicates.has(filing.id) ? ['duplicate' as const] : []),
    ...(filing.described ? ['described' as const] : []),
    ...(filing.openQuestions > 0 ? ['question' as const] : [])
  ]
}
const NAMES = ['companies', 'forms', 'tags', 'states', 'traits'] as const

/** Whether any filter is set. */
export const isFiltered = (filter: LibraryFilter): boolean => NAMES.some((name) => filter[name].length > 0)

/** How many filings each value of each filter would leave beside what the other filters ask for, the most frequent first. */
export type LibraryCounts = { readonly [K in keyof LibraryFilter]: ReadonlyMap<LibraryFilter[K][number], number> }

const passesOne = (name: keyof LibraryFilter, wanted: ReadonlySet<string>, filing: FilingSummary, known: Known): boolean =>
  wanted.size === 0 || VALUES[name](filing, known).some((value) => wanted.has(value))

/** The filings that pass the filter, order kept, and the live counts of every filter. */
export const sieveFilings = (filings: readonly FilingSummary[], filter: LibraryFilter, duplicates: ReadonlyMap<FilingId, FilingSummary>,
  companies: ReadonlyMap<FilingId, string> = companyNames(filings)
): { readonly passed: readonly FilingSummary[]; readonly counts: LibraryCounts } => {
  const known: Known = { duplicates, companies }
  const wanted = NAMES.map((name) => new Set<string>(filter[name]))
  const tallies = NAMES.map(() => new Map<string, number>())
  const passed = filings.filter((filing) => {
    const misses = NAMES.flatMap((name, at) => (passesOne(name, wanted[at] ?? new Set(), filing, known) ? [] : [at]))
    for (const [at, name] of NAMES.entries()) {
      if (misses.some((missed) => missed !== at)) continue
      const tally = tallies[at]
      for (const value of VALUES[name](filing, known)) tally?.set(value, (tally.get(value) ?? 0) + 1)
    }
    return misses.length === 0
  })
  const byCount = (at: number): ReadonlyMap<string, number> =>
    new Map([...(tallies[at] ?? [])].sort(([a, m], [b, n]) => n - m || COLLATOR.compare(a, b)))
  const counts = Object.fromEntries(NAMES.map((name, at) => [name, byCount(at)]))
  return { passed, counts: counts as unknown as LibraryCounts }
}

/** One row of the list: the head of a group, or a filing. `key` is unique in the list. */
export type LibraryRow =
  | { readonly kind: 'group'; readonly key: string; readonly value: string; readonly filings: number; readonly folded: boolean }
  | { readonly kind: 'filing'; readonly key: string; readonly filing: FilingSummary }

const groupsOf = (filing: FilingSummary, group: LibraryGroup, companies: ReadonlyMap<FilingId, string>): readonly string[] => {
  switch (group) {
    case 'company':
      return [companies.get(filing.id) ?? UNKNOWN]
    case 'form':
      return [filing.form ?? filing.exhibit ?? UNKNOWN]
    case 'folder':
      return filing.folders.length === 0 ? [UNKNOWN] : filing.folders
    case 'month':
      return [filing.filedAt?.slice(0, 7) ?? UNKNOWN]
    case 'state':
      return [workStateOf(filing)]
    case 'none':
      return [UNKNOWN]
  }
}

/** Orders the heads of groups: months newest first, states by how far the work is, the rest by `wordsOf`; what is not known last. */
const orderGroups = (group: LibraryGroup, wordsOf: (value: string) => string) => (a: string, b: string): number => {
  if (a === UNKNOWN || b === UNKNOWN) return Number(a === UNKNOWN) - Number(b === UNKNOWN)
  if (group === 'month') return b.localeCompare(a)
  if (group === 'state') return STATE_ORDER[a as WorkState] - STATE_ORDER[b as WorkState]
  return COLLATOR.compare(wordsOf(a), wordsOf(b))
}

/** The rows of the list: the filings in order, or gathered under heads; a filing in two folders stands under both. */
export const rowsOf = (filings: readonly FilingSummary[], group: LibraryGroup, folded: readonly string[],
  wordsOf: (value: string) => string, companies: ReadonlyMap<FilingId, string> = companyNames(filings)): readonly LibraryRow[] => {
  if (group === 'none') return filings.map((filing) => ({ kind: 'filing', key: filing.id, filing }))
  const gathered = new Map<string, FilingSummary[]>()
  for (const filing of filings) {
    for (const value of groupsOf(filing, group, companies)) {
      const members = gathered.get(value)
      if (members) members.push(filing)
      else gathered.set(value, [filing])
    }
  }
  return [...gathered.keys()].sort(orderGroups(group, wordsOf)).flatMap((value): readonly LibraryRow[] => {
    const members = gathered.get(value) ?? []
    const key = `${group}:${value}`
    const closed = folded.includes(key)
    return [
      { kind: 'group', key, value, filings: members.length, folded: closed },
      ...(closed ? [] : members.map((filing) => ({ kind: 'filing' as const, key: `${value} ${filing.id}`, filing })))
    ]
  })
}

/** A size in bytes as a reader takes it in: "812 KB", "4.1 MB". */
export const sizeWords = (bytes: number): string =>
  bytes < 1000
    ? `${String(bytes)} bytes`
    : bytes < 1_000_000
    ? `${String(Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

/** A list of filings as CSV, with a line of heads; `tagName` and `folderName` give names for ids. */
export const filingsAsCsv = (filings: readonly FilingSummary[], tagName: (id: TagId) => string,
  folderName: (id: FolderId) => string): string => {
  const heads = ['Title', 'Company', 'Form', 'Exhibit', 'Period', 'Filed', 'Added', 'Accession number', 'CIK', 'File', 'Bytes', 'SHA-256',
    'State', 'Tags', 'Folders', 'Highlights', 'Notes', 'Open questions', 'Suggestions', 'Decided']
  const lines = filings.map((filing) => [
    filing.title,
    filing.company,
    filing.form,
    filing.exhibit,
    filing.period,
    filing.filedAt,
    filing.importedAt,
    filing.accession,
    filing.cik,
    filing.fileName,
    filing.bytes,
    filing.sha256,
    workStateOf(filing),
    filing.tags.map(tagName).join('; '),
    filing.folders.map(folderName).join('; '),
    filing.annotations,
    filing.notes,
    filing.openQuestions,
    filing.suggestions,
    filing.decided
  ])
  return csvRows([heads, ...lines])
}
