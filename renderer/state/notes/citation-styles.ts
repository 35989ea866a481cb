/** What the styles of citations are made of: titles of papers, days in their forms, the address of a submission in the archive. */

/** What the papers of the archive are called in a Bluebook citation, by the form without its amendment sign. What is not listed is called by its form alone. */
const TITLES: Readonly<Record<string, string>> = {
  '8-K': 'Current Report',
  '10-K': 'Annual Report',
  '10-K405': 'Annual Report',
  '10-KSB': 'Annual Report',
  '10-KT': 'Transition Report',
  '20-F': 'Annual Report',
  '40-F': 'Annual Report',
  '11-K': 'Annual Report',
  '10-Q': 'Quarterly Report',
  '10-QSB': 'Quarterly Report',
  '6-K': 'Report of Foreign Private Issuer',
  'DEF 14A': 'Definitive Proxy Statement',
  'PRE 14A': 'Preliminary Proxy Statement',
  'S-1': 'Registration Statement',
  'S-3': 'Registration Statement',
  'S-4': 'Registration Statement',
  'F-1': 'Registration Statement',
  '10-12G': 'Registration Statement',
  'SC 13D': 'Beneficial Ownership Report',
  'SCHEDULE 13D': 'Beneficial Ownership Report',
  'SC 13G': 'Beneficial Ownership Report',
  'SCHEDULE 13G': 'Beneficial Ownership Report',
  '3': 'Initial Statement of Beneficial Ownership',
  '4': 'Statement of Changes in Beneficial Ownership',
  '5': 'Annual Statement of Changes in Beneficial Ownership'
}

/** The months as the Bluebook writes them (table 12). */
const MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'] as const

const SCHEDULE = /^(?:SC|SCHEDULE) (13[DG])|^(?:DEF|PRE) (14A)/

/** A day as the Bluebook writes it, "Jan. 31, 2007"; null where it is no day. */
export const bluebookDay = (iso: string): string | null => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? null : `${name} ${String(Number(day))}, ${String(year)}`
}

/** "Current Report (Form 8-K)", "Definitive Proxy Statement (Schedule 14A)"; the form alone where it has no title here. */
export const bluebookPaper = (form: string): string => {
  const base = form.replace(/\/A$/, '')
  const schedule = SCHEDULE.exec(base)
  const amended = form === base ? '' : '/A'
  const name = schedule ? `Schedule ${schedule[1] ?? schedule[2] ?? ''}${amended}` : `Form ${form}`
  const title = TITLES[base]
  return title === undefined ? name : `${title} (${name})`
}

/** Where the archive keeps a submission, as words to be copied: only where both numbers are known and have their form. */
export const archiveAddress = (cik: string | null, accession: string | null): string | null => {
  if (cik === null || accession === null || !/^\d{1,10}$/.test(cik) || !/^\d{10}-\d\d-\d{6}$/.test(accession)) return null
  return `https://www.sec.gov/Archives/edgar/data/${String(Number(cik))}/${accession.replaceAll('-', '')}/${accession}-index.htm`
}
