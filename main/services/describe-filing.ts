import type { Block, BlockKind, DocumentEntry, FilingDocument, Submission } from '#contract/filing'

/** What a list shows of a filing, read from its header where it has one, else from the words and facts of its first document. */
export interface FilingDescription {
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly cik: string | null
  readonly filedAt: string | null
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

/** What every cover page says, whatever the filing is about. */
const COVER =
  /^(?:united states\b|securities (?:and|&) exchange commission|washington,? d|form\b|(?:annual|quarterly|current|transition) report\b|report of foreign|pursuant to|\(?cusip|\(?mark one|for immediate release|exhibit\b|press release$|news release$|contacts?:?$|(?:x|schedule) ?\d)/i

const says = (block: Block): boolean => /\p{L}{2}/u.test(block.text) && !COVER.test(block.text.replace(/^#+ /, '').trim())

const firstOf = (blocks: readonly Block[], kinds: readonly BlockKind[]): string | null =>
  blocks.find((block) => kinds.includes(block.kind) && says(block))?.text ?? null

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
    if (found?.[1] !== undefined) return `${found[1].toUpperCase()}${found[2] ?? ''}`.toUpperCase()
  }
  return null
}

const factOf = (document: FilingDocument | null, name: string): string | null =>
  document?.facts.find((fact) => fact.concept.toLowerCase() === `dei:${name}`.toLowerCase())?.value.trim() || null

const PERIOD = /\bfor the (?:fiscal |quarterly |annual )?(?:year|quarter|period)(?: ended| ending)?[:\s]+([A-Z][a-z]+ \d{1,2}, ?\d{4})/i

/** The period a cover page reports on: "For the fiscal year ended December 31, 2005". */
const periodIn = (blocks: readonly Block[]): string | null =>
  blocks.slice(0, TOP).map(({ text }) => PERIOD.exec(text.slice(0, 400).replace(/\s+/g, ' '))?.[1] ?? null).find((period) =>
    period !== null
  ) ?? null

const CHARTER = /^\(?\s*exact name of (?:the )?registrant/i

/** The registrant a cover page names: the line above "(Exact name of registrant as specified in its charter)". */
const registrantIn = (blocks: readonly Block[]): string | null => {
  const at = blocks.slice(0, TOP).findIndex(({ text }) => CHARTER.test(text.trim()))
  const name = blocks[at - 1]?.text.replace(/^#+ /, '').replace(/\s+/g, ' ').trim() ?? ''
  return at > 0 && /^\p{Lu}[\p{L}\p{N}&.,'’/() -]{2,80}$/u.test(name) ? name : null
}

const EXCHANGE =
  /\((?:(?:the )?(?:NYSE|NASDAQ|Nasdaq|AMEX|American Stock Exchange|New York Stock Exchange|OTC|TSX|LSE|SIX|Euronext)\b[^)]{0,80})\)/

/** The company a release speaks of: what stands before its ticker, else what its "About" heading names. */
const companyIn = (blocks: readonly Block[]): string | null => {
  for (const block of blocks.slice(0, TOP)) {
    const ticker = EXCHANGE.exec(block.text.slice(0, 600))
    if (!ticker) continue
    const before =
      block.text.slice(0, ticker.index).trim().split(/\s(?:-{1,3}|[–—])\s?|--|\/PRNewswire\/|[;:]|\d{4}/).at(-1)?.trim().replace(
        /^[-–—\s]+|,$/g,
        ''
      ) ?? ''
    if (/^\p{Lu}[\p{L}\p{N}&.,' -]{2,70}$/u.test(before)) return before
  }
  // Products and studies have headings of their own; the company's comes last.
  for (const block of [...blocks].reverse()) {
    const about = block.kind === 'heading'
      ? /^about (?!the company\b|us\b|this\b|forward)(\p{Lu}[\p{L}\p{N}&.,' -]{2,70}?)[.:]?$/iu.exec(block.text.trim())
      : null
    if (about?.[1] !== undefined) return about[1]
  }
  return null
}

const REPORTS: Readonly<Record<string, string>> = {
  '10-K': 'Annual report',
  '10-K405': 'Annual report',
  '10-KSB': 'Annual report',
  '20-F': 'Annual report',
  '40-F': 'Annual report',
  '10-Q': 'Quarterly report',
  '10-QSB': 'Quarterly report',
  '8-K': 'Current report',
  '6-K': 'Foreign issuer’s report',
  'DEF 14A': 'Proxy statement',
  'PRE 14A': 'Preliminary proxy statement',
  'S-1': 'Registration statement',
  'S-3': 'Registration statement',
  'S-4': 'Registration statement',
  'S-8': 'Registration statement',
  CORRESP: 'Correspondence',
  UPLOAD: 'Letter of the SEC staff'
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day as a title tells it, "31 December 2005", whether a header gave it as `2005-12-31` or a cover page in words; other words as they stand. */
const dayWords = (period: string): string => {
  const moment = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(period) ? period : `${period} UTC`)
  return Number.isNaN(moment) ? period : DAY.format(moment)
}

/** What a report is called by its form: forms have no headline of their own. */
const reportTitle = (form: string | null, submission: Submission | null, document: FilingDocument | null): string | null => {
  const name = form === null ? undefined : REPORTS[form.replace(/\/A$/, '')]
  if (name === undefined || form === null) return null
  const period = submission?.periodEnd ?? factOf(document, 'DocumentPeriodEndDate') ?? periodIn(document?.blocks ?? [])
  const items = submission?.items ?? []
  // Early headers name items by number alone, later ones by their titles.
  const firstItem = items[0] !== undefined && /^\d/.test(items[0]) ? `Item ${items[0]}` : items[0]
  if (name === 'Current report' && firstItem !== undefined)
    return `${name}: ${firstItem}${items.length > 1 ? ` and ${String(items.length - 1)} more` : ''}`
  const isPeriodic = name === 'Annual report' || name === 'Quarterly report'
  return `${name}${form.endsWith('/A') ? ', amended' : ''}${isPeriodic && period !== null ? ` to ${dayWords(period)}` : ''}`
}

const isExhibit = (type: string | null | undefined): boolean => /^EX-/i.test(type ?? '')

/** Describes a filing for the library's list. Never empty: the file's name is the last resort for a title. */
export const describeFiling = (fileName: string, submission: Submission | null, documents: readonly DocumentEntry[],
  first: FilingDocument | null): FilingDescription => {
  const blocks = first?.blocks ?? []
  const top = blocks.slice(0, TOP)
  const type = documents.length === 1 ? documents[0]?.type ?? null : null
  const exhibit = submission
    ? null
    : isExhibit(type)
    ? type?.toUpperCase() ?? null
    : exhibitIn(top.find((block) => block.kind === 'exhibit-tag')?.text)
  const form = submission?.form ?? factOf(first, 'DocumentType') ?? (exhibit === null ? (type ?? formIn(blocks)) : null)
  const words = firstOf(top, ['title']) ?? firstOf(top, ['heading', 'release-line', 'letterhead', 'paragraph'])
  // An exhibit that came alone with a current report tells in its headline what the report does not.
  const headline = isExhibit(documents[0]?.type) && (submission?.items ?? []).length === 0 && /^(?:8-K|6-K)\b/.test(form ?? '')
    ? firstOf(top, ['title', 'heading'])
    : null
  const title = headline ?? reportTitle(form, submission, first) ?? words ?? first?.description ?? (form === null ? '' : `Form ${form}`)
  return {
    title: shorten(title) || fileName,
    company: submission?.filers[0]?.name ?? factOf(first, 'EntityRegistrantName') ?? registrantIn(blocks) ?? companyIn(blocks),
    form,
    exhibit,
    accession: submission?.accession ?? accessionIn(fileName),
    cik: submission?.filers[0]?.cik ?? factOf(first, 'EntityCentralIndexKey'),
    filedAt: submission?.filedAt ?? null
  }
}
