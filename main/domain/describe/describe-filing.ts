import type { Block, DocumentEntry, FilingDocument, Submission } from '#contract/filing'
import { dayWords } from './days'
import { firstWords, headlineOf, isTranscript } from './headline'
import { graveNames, isGrave, itemNames } from './item-names'
import { reportName } from './report-names'
import { companyNumber, nameCompany } from './name-company'
import { PERIODIC, readDays, type FilingDays } from './read-days'

/** What a list shows of a filing, read from its header where it has one, else from the words and facts of its documents. */
export interface FilingDescription {
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly cik: string | null
  /** The header's day of filing, `YYYY-MM-DD`; null where the filing has no header. */
  readonly filedAt: string | null
  /** The filing's days, each with where it was read; those of a header are the archive's word, all others are only said. */
  readonly days: FilingDays
}

/** A title longer than this many code units is cut at a word: two lines of the library's list. */
const TITLE_LENGTH = 160

/** How many blocks from the top may say what a filing is. */
const TOP = 120

const shorten = (text: string): string => {
  const plain = text.replace(/^#+ /, '').replace(/\s+/g, ' ').trim()
  if (plain.length <= TITLE_LENGTH) return plain
  const cut = plain.lastIndexOf(' ', TITLE_LENGTH)
  return `${plain.slice(0, cut > 0 ? cut : TITLE_LENGTH)}…`
}

/** "EXHIBIT 99.2" and "Ex-99.2" are the exhibit EX-99.2. */
const exhibitIn = (text: string | undefined): string | null => {
  const number = /\bEX(?:HIBIT)?(?:\s+NO\.?)?[\s.-]{0,3}(\d{1,3}(?:\.\d{1,3})?)/i.exec(text ?? '')?.[1]
  return number === undefined ? null : `EX-${number}`
}

/** The number in the name of a file as the archive gives it: `0001193125-06-197856.txt`. */
const accessionIn = (fileName: string): string | null => /\b\d{10}-\d{2}-\d{6}\b/.exec(fileName.replaceAll('_', ' '))?.[0] ?? null

const FORM = /^(?:united states.{0,120})?\bform\s+(10-K(?:405|SB)?|10-Q(?:SB)?|8-K|20-F|6-K|40-F|S-[1348]|F-[1346])\s?(\/A)?\b/i

/** The form a cover page names, such as "FORM 10-K/A". */
const formIn = (blocks: readonly Block[]): string | null => {
  for (const block of blocks.slice(0, TOP)) {
    const found = block.text.length < 400 ? FORM.exec(block.text.trim()) : null
    if (found?.[1] !== undefined) return `${found[1]}${found[2] ?? ''}`.toUpperCase()
  }
  return null
}

const documentType = (document: FilingDocument | null): string | null =>
  document?.facts.find((fact) => fact.concept.toLowerCase() === 'dei:documenttype')?.value.trim() || null

const isCurrent = (form: string | null): boolean => /^(?:8-K|6-K)/i.test(form ?? '')

const isExhibit = (type: string | null | undefined): boolean => /^EX-/i.test(type ?? '')

const isRelease = (type: string | null | undefined): boolean => /^EX-99(?!\d)/i.test(type ?? '')

/** The grave items of a current report, wherever they are named: no headline of a release stands before them. */
const graveOf = (form: string | null, submission: Submission | null, first: FilingDocument | null): string[] =>
  /^8-?K/i.test(form ?? '')
    ? graveNames([...submission?.items ?? [], ...first?.sections.flatMap((section) => section.item ?? []) ?? []])
    : []

/** The items of a current report: the header's, else, where that names none or only the list of exhibits, those its text is headed by. */
const newsOf = (submission: Submission | null, first: FilingDocument | null): string[] => {
  const inHeader = itemNames(submission?.items ?? [])
  const inText = itemNames(first?.sections.flatMap((section) => section.item ?? []) ?? [])
  const says = inHeader.some((name) => !/^financial statements\b/i.test(name))
  return says || inText.length === 0 ? inHeader : inText
}

/** How many items a title names before it counts the others. */
const NAMED_ITEMS = 2

const listed = (names: readonly string[]): string => {
  const more = names.length - NAMED_ITEMS
  return `${names.slice(0, NAMED_ITEMS).join('; ')}${more > 0 ? ` and ${String(more)} more` : ''}`
}

/** What a report is called by its form: forms have no headline of their own. A current report is called by its items and its day. */
const reportTitle = (form: string | null, submission: Submission | null, first: FilingDocument | null, days: FilingDays): string | null => {
  const name = form === null ? undefined : reportName(form)
  if (name === undefined || form === null) return null
  const amended = form.toUpperCase().endsWith('/A') ? ', amended' : ''
  const day = days.reported ?? days.filed
  if (isCurrent(form)) {
    const grave = graveOf(form, submission, first)
    const news = form.toUpperCase().startsWith('8-K') ? [...grave, ...newsOf(submission, first).filter((item) => !isGrave(item))] : []
    return `${news.length > 0 ? listed(news) : name}${amended}${day === null ? '' : `, ${dayWords(day.day)}`}`
  }
  const end = PERIODIC.test(form) ? days.period : null
  return `${name}${amended}${end === null ? '' : ` to ${dayWords(end.day)}`}`
}

/** The headline of a release that stands in the report itself, behind its signature: foreign issuers file so. */
const headlineWithin = (form: string | null, first: FilingDocument | null, company: string | null): string | null => {
  if (!/^6-?K/i.test(form ?? '') || first === null) return null
  const signed = first.blocks.findIndex(({ kind }) => kind === 'signature')
  return signed < 0 ? null : headlineOf(first.blocks.slice(signed + 1), company)
}

/** The headline of the first release among a report's documents. */
const headlineAmong = (read: readonly FilingDocument[], company: string | null): string | null => {
  for (const document of read) {
    if (!isRelease(document.type)) continue
    const headline = isTranscript(document.blocks) ? null : headlineOf(document.blocks, company)
    if (headline !== null) return headline
  }
  return null
}

/** What a document without a name of its form is called: a call by its day, a release by its headline or its first words. */
const documentTitle = (document: FilingDocument | null, company: string | null, days: FilingDays, form: string | null): string | null => {
  const blocks = document?.blocks ?? []
  if (isTranscript(blocks)) return `Conference call${days.reported === null ? '' : `, ${dayWords(days.reported.day)}`}`
  return headlineOf(blocks, company) ?? (form === null ? firstWords(blocks, company) : null)
}

/**
 * Describes a filing for lists, cards and pickers. Never empty: the file's name is the last resort for a title.
 * @param read the documents that were analysed so far, the first one first; a current report is better told once its exhibits are among them
 */
export const describeFiling = (fileName: string, submission: Submission | null, documents: readonly DocumentEntry[],
  read: readonly FilingDocument[]): FilingDescription => {
  const first = read[0] ?? null
  const blocks = first?.blocks ?? []
  const type = documents.length === 1 ? documents[0]?.type ?? null : null
  const exhibit = submission
    ? null
    : isExhibit(type)
    ? type?.toUpperCase() ?? null
    : exhibitIn(blocks.slice(0, TOP).find((block) => block.kind === 'exhibit-tag')?.text)
  const form = submission?.form ?? documentType(first) ?? (exhibit === null ? (type ?? formIn(blocks)) : null)
  const company = nameCompany(submission, first)
  const days = readDays(form, submission, first)
  const headline = isCurrent(form) ? headlineAmong(read, company) ?? headlineWithin(form, first, company) : null
  const grave = headline === null ? [] : graveOf(form, submission, first)
  const told = headline === null || grave.length === 0 ? headline : `${grave.join('; ')} – ${headline}`
  const title = told ?? reportTitle(form, submission, first, days) ?? documentTitle(first, company, days, form) ?? first?.description ??
    (form === null ? '' : `Form ${form}`)
  return {
    title: shorten(title) || fileName,
    company,
    form,
    exhibit,
    accession: submission?.accession ?? accessionIn(fileName),
    cik: companyNumber(submission, first),
    filedAt: submission?.filedAt ?? null,
    days
  }
}
