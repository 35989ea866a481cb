import type { OpenFiling, Settings } from '#contract/library'
import type { DateForm } from '#model/dates'
import { headingWords, personalName } from '../document/filing-names'
import type { Selection } from '../document/document'

/** How passages are cited: for a person who reads on, or as evidence that leads to the very bytes. */
export type CitationStyle = NonNullable<Settings['citation']>

/** How many digits of a hash are cited: enough to tell one file of a library from every other, few enough to read aloud. */
const HASH_DIGITS = 12

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day as a person writes it, "31 January 2007", or `2007-01-31` where the reader writes days so; as it stands where it is no day. */
const dayOf = (iso: string, form: DateForm): string => {
  if (form === 'iso') return iso
  const day = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? iso : dates.format(day)
}

/** Which paper: "Form 10-K", or "EX-99.1 to Form 8-K" for what was filed with one; null where nothing is known. */
const paperOf = ({ filing, documents }: OpenFiling, sequence: number | null): string | null => {
  const { form } = filing
  const type = documents.find((document) => document.sequence === sequence)?.type ?? filing.exhibit
  const paper = form === null || /^form\b|^EX-/i.test(form) ? form : `Form ${form}`
  const isExhibit = type !== null && /^EX-/i.test(type)
  if (!isExhibit) return paper
  return paper === null || /^EX-/i.test(paper) ? type : `${type} to ${paper}`
}

/** A passage to be cited: the words, where they stand, and the number printed on their page, if any. */
export interface Cited extends Pick<Selection, 'text' | 'sectionPath' | 'range'> {
  readonly page: string | null
}

/**
 * The words with where they stand. For people: company, paper, day, section and page. As evidence also the accession number, the
 * file with its hash, and the source offsets, so that a reader who has the file can find the very characters again. The day is written in `form`.
 */
export const cite = ({ text, sectionPath, range, page }: Cited, open: OpenFiling, sequence: number | null, style: CitationStyle,
  form: DateForm = 'words'): string => {
  const { filing } = open
  const section = sectionPath.at(-1)
  const source = [
    filing.company === null ? headingWords(filing.title) : personalName(filing.company),
    paperOf(open, sequence),
    filing.filedAt === null ? null : dayOf(filing.filedAt, form),
    section === undefined ? null : headingWords(section),
    page === null ? null : `p. ${page}`
  ].filter((part) => part !== null && part !== '')
  const cited = `“${text}”\n— ${source.join(', ')}`
  if (style === 'people') return cited
  const file = [filing.accession, filing.fileName, `SHA-256 ${filing.sha256.slice(0, HASH_DIGITS)}…`,
    `${String(range.start)}–${String(range.end)}`].filter((part) => part !== null)
  return `${cited} (${file.join(', ')})`
}
