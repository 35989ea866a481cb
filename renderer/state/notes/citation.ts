import type { OpenFiling, Settings } from '#contract/library'
import { dayText, type DateForm } from '#model/dates'
import { shortCompany } from '#model/filing-identity'
import { headingWords, personalName } from '../document/filing-names'
import type { Selection } from '../document/document'
import { archiveAddress, bluebookDay, bluebookPaper } from './citation-styles'

/** How passages are cited: for a person who reads on, in one short line, as the Bluebook does, by accession number, or as evidence that leads to the very bytes. */
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

/** The exhibit that a passage stands in, as it was filed; null where it is none. */
const exhibitOf = ({ filing, documents }: OpenFiling, sequence: number | null): string | null => {
  const type = documents.find((document) => document.sequence === sequence)?.type ?? filing.exhibit
  return type !== null && /^EX-/i.test(type) ? type : null
}

/** Which paper: "Form 10-K", or "EX-99.1 to Form 8-K" for what was filed with one; null where nothing is known. */
const paperOf = (open: OpenFiling, sequence: number | null): string | null => {
  const { form } = open.filing
  const exhibit = exhibitOf(open, sequence)
  const paper = form === null || /^form\b|^EX-/i.test(form) ? form : `Form ${form}`
  if (exhibit === null) return paper
  return paper === null || /^EX-/i.test(paper) ? exhibit : `${exhibit} to ${paper}`
}

/** A passage to be cited: the words, where they stand, and the number printed on their page, if any. */
export interface Cited extends Pick<Selection, 'text' | 'sectionPath' | 'range'> {
  readonly page: string | null
}

const known = (parts: readonly (string | null | undefined)[], between = ', '): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(between)

const companyOf = ({ filing }: OpenFiling): string => (filing.company === null ? headingWords(filing.title) : personalName(filing.company))

/** Company, paper, day, section and printed page. */
const forPeople = (open: OpenFiling, sequence: number | null, { sectionPath, page }: Cited, form: DateForm): string =>
  known([companyOf(open), paperOf(open, sequence), open.filing.filedAt && dayOf(open.filing.filedAt, form),
    headingWords(sectionPath.at(-1) ?? ''), page && `p. ${page}`])

const inShort = (open: OpenFiling, sequence: number | null, { sectionPath, page }: Cited, form: DateForm): string => {
  const { company, filedAt, form: paper } = open.filing
  const section = headingWords(sectionPath.at(-1) ?? '')
  return known([company === null ? companyOf(open) : shortCompany(company), paper, exhibitOf(open, sequence),
    filedAt && dayText(filedAt, form), section && `“${section}”`, page && `p. ${page}`])
}

/** As the Bluebook cites papers of the archive: "Elm Cove Foods, Current Report (Form 8-K), Exhibit 99.1, at 3 (Jan. 31, 2007)". */
const byBluebook = (open: OpenFiling, sequence: number | null, { page }: Cited): string => {
  const { form, filedAt } = open.filing
  const exhibit = exhibitOf(open, sequence)?.replace(/^EX-/i, 'Exhibit ')
  const day = filedAt === null ? null : bluebookDay(filedAt)
  return known([known([companyOf(open), form === null || /^EX-/i.test(form) ? null : bluebookPaper(form), exhibit, page && `at ${page}`]),
    day && `(${day})`], ' ')
}

/** The source of a passage in a style, without the words. What is not known is left out. */
const sourceOf = (cited: Cited, open: OpenFiling, sequence: number | null, style: CitationStyle, form: DateForm): string => {
  const { filing } = open
  switch (style) {
    case 'people':
      return forPeople(open, sequence, cited, form)
    case 'short':
      return inShort(open, sequence, cited, form)
    case 'bluebook':
      return byBluebook(open, sequence, cited)
    case 'accession':
      return known([forPeople(open, sequence, cited, form), filing.accession && `Accession No. ${filing.accession}`,
        archiveAddress(filing.cik, filing.accession)])
    case 'evidence':
      return `${forPeople(open, sequence, cited, form)} (${
        known([filing.accession, filing.fileName, `SHA-256 ${filing.sha256.slice(0, HASH_DIGITS)}…`,
          `${String(cited.range.start)}–${String(cited.range.end)}`])
      })`
  }
}

/**
 * The words with where they stand, in one of five styles; the address of the archive in them is text, never a link that is followed. As evidence also the
 * accession number, the file with its hash, and the source offsets, so that a reader who has the file can find the very characters again. The day
 * is written in `form`, but for the Bluebook's own.
 */
export const cite = (cited: Cited, open: OpenFiling, sequence: number | null, style: CitationStyle, form: DateForm = 'words'): string =>
  `“${cited.text}”\n— ${sourceOf(cited, open, sequence, style, form)}`
