import type { FilingDetails } from '#contract/filing-details'
import type { FilingSummary } from '#contract/library'

/** One field of the details: what it is called, an example, and the rule its words follow; `rule` answers what is wrong, or null. */
export interface DetailField {
  readonly name: keyof FilingDetails
  readonly label: string
  readonly example: string
  readonly rule: (words: string) => string | null
}

const anything = (): null => null

const LAST_YEAR = 2100
const FIRST_YEAR = 1930

/** What is wrong with a date as it was written, or null: the day must be one of the calendar. The Securities Exchange Act, and with it the duty to file, is of 1934. */
export const wrongWithDate = (words: string): string | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words) ?? []
  if (year === undefined || month === undefined || day === undefined) return 'Write the date as year-month-day, such as 2007-03-31.'
  const date = new Date(`${words}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day))
    return 'There is no such day.'
  return Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR ? 'The year is not one of a filing.' : null
}

const wrongWithCik = (words: string): string | null => (/^\d{1,10}$/.test(words) ? null : 'A CIK is a number of up to ten digits.')
const wrongWithAccession = (
  words: string
): string | null => (/^\d{10}-\d{2}-\d{6}$/.test(words) ? null : 'An accession number is written 0001234567-07-000123.')

/** The fields of the details in the order in which they are written. */
export const DETAIL_FIELDS: readonly DetailField[] = [
  { name: 'title', label: 'Title', example: '', rule: anything },
  { name: 'company', label: 'Company', example: '', rule: anything },
  { name: 'form', label: 'Form', example: '8-K', rule: anything },
  { name: 'exhibit', label: 'Exhibit', example: 'EX-99.1', rule: anything },
  { name: 'filedAt', label: 'Filed', example: '2007-02-12', rule: wrongWithDate },
  { name: 'period', label: 'Period ended', example: '2006-12-31', rule: wrongWithDate },
  { name: 'cik', label: 'CIK', example: '0001234567', rule: wrongWithCik },
  { name: 'accession', label: 'Accession number', example: '0001234567-07-000123', rule: wrongWithAccession }
]

/** What now stands in a field of several filings: the one value they share (null where none has one), or that they differ. */
export type Shared = { readonly kind: 'same'; readonly value: string | null } | { readonly kind: 'differ' }

const shareOf = (values: readonly (string | null)[]): Shared =>
  values.every((value) => value === values[0]) ? { kind: 'same', value: values[0] ?? null } : { kind: 'differ' }

/** What stands in a field now. */
export const valueNow = (filings: readonly FilingSummary[], name: keyof FilingDetails): Shared =>
  shareOf(filings.map((filing) => filing[name]))

/** What the header says in a field. */
export const valueInHeader = (filings: readonly FilingSummary[], name: keyof FilingDetails): Shared =>
  shareOf(filings.map((filing) => (filing.header ? filing.header[name] : filing[name])))

/** What was typed into the fields; a field that is absent was not touched. */
export type Typed = { readonly [K in keyof FilingDetails]?: string }

/** What is wrong with each field that was typed; an empty object where nothing is. */
export const problemsOf = (typed: Typed): { readonly [K in keyof FilingDetails]?: string } =>
  Object.fromEntries(DETAIL_FIELDS.flatMap(({ name, rule }) => {
    const words = typed[name]?.trim() ?? ''
    const problem = words === '' ? null : rule(words)
    return problem === null ? [] : [[name, problem]]
  }))

/** What is to be written: the fields whose words are others now. An emptied field, or one with the header's own words, takes the header's word again. */
export const changesOf = (filings: readonly FilingSummary[], typed: Typed): Partial<FilingDetails> =>
  Object.fromEntries(DETAIL_FIELDS.flatMap(({ name }): readonly (readonly [string, string | null])[] => {
    const words = typed[name]?.trim()
    if (words === undefined) return []
    const now = valueNow(filings, name)
    if (now.kind === 'same' && words === (now.value ?? '')) return []
    const header = valueInHeader(filings, name)
    return [[name, words === '' || (header.kind === 'same' && words === header.value) ? null : words]]
  }))
