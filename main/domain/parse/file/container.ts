import type { DocumentEntry, DocumentFormat, FileFormat, Submission, Warning } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { sniffDocument } from './sniff-format'
import { readSubmissionHeader } from './submission-header'
import { pattern } from '#model/pattern'

/** A file's outer shape: its header, its documents as ranges that nothing has read yet, and what lies between them. */
export interface Container {
  readonly submission: Submission | null
  readonly documents: readonly DocumentEntry[]
  readonly warnings: readonly Warning[]
  /** Everything outside the documents' ranges: header, wrapper tags, the privacy-enhanced message. */
  readonly wrapperRanges: readonly TextRange[]
}

interface Mark {
  readonly kind: 'document' | '/document' | 'text' | '/text'
  readonly start: number
  readonly end: number
}

/** How much of a body is looked at to tell its format, in code units. */
const BODY_PROBE = 65_536

/** Small files that a server sent in place of the filing, by the words they carry. */
const SERVER_PAGES: readonly (readonly [RegExp, string])[] = [
  [/Undeclared Automated Tool/i, 'The file is a refusal by the archive\u2019s server (undeclared automated tool), not a filing.'],
  [/Request Rate Threshold Exceeded/i, 'The file is a refusal by the archive\u2019s server (too many requests), not a filing.'],
  [/<Code>\s{0,8}(?:NoSuchKey|AccessDenied)\s{0,8}<\/Code>/, 'The file is an error message of a storage server, not a filing.'],
  [/<title>\s{0,8}(?:4\d\d|5\d\d)\b[^<]{0,80}<\/title>/i, 'The file is a web server\u2019s error page, not a filing.']
]

/** Pages of the archive's web site about filings, by the title a browser saves with them. */
const ARCHIVE_PAGES: readonly (readonly [RegExp, string])[] = [
  [/^EDGAR Filing Documents for\b/i, 'list of the documents of a filing'],
  [/^(?:EDGAR )?(?:Index of|Directory Listing for|Directory List of) \/?Archives\/edgar/i, 'list of the files of a filing'],
  [
    pattern('i')`
    ^(?:Form & Company Name Search Results|EDGAR Search Results|EDGAR Company Search|EDGAR Entity Landing Page
    |EDGAR Full[- ]Text Search)\b`,
    'list of filings'
  ]
]

const PAGE_TITLE = /<title>([^<]{1,200})<\/title>/i

/** The warning for a page of the archive about filings that was saved in place of the filing; null for any other text. */
const archivePageWarning = (raw: string): Warning | null => {
  const title = PAGE_TITLE.exec(raw.slice(0, 16_384))?.[1]?.replace(/\s+/g, ' ').trim() ?? ''
  const found = ARCHIVE_PAGES.find(([pattern]) => pattern.test(title))
  if (!found) return null
  const number = /\b\d{10}-\d\d-\d{6}\b/.exec(title)?.[0]
  const whose = number === undefined ? '' : ` ${number}`
  return { code: 'archive-page', message: `This is EDGAR\u2019s own ${found[1]}${whose}, not a filing.`,
    range: { start: 0, end: raw.length } }
}

/** The warning for a server's error page saved as a filing; null for any other text. Only small files are looked at. */
const serverPageWarning = (raw: string): Warning | null => {
  if (raw.length > 65_536) return null
  const found = SERVER_PAGES.find(([pattern]) => pattern.test(raw))
  return found ? { code: 'server-error-page', message: found[1], range: { start: 0, end: raw.length } } : null
}

/** The four container tags, in one pass. Opening tags count at the start of a line only, since prose may mention them. */
const findMarks = (raw: string): Mark[] => {
  const marks: Mark[] = []
  for (const match of raw.matchAll(/<\/(?:TEXT|DOCUMENT)>|^<(?:TEXT|DOCUMENT)>/gim)) {
    const name = match[0].slice(1, -1).toLowerCase()
    const kind = name === 'document' || name === '/document' || name === 'text' ? name : '/text'
    marks.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  return marks
}

const HEADER_TAG = /^[ \t]*<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n]*)/gim

interface DocumentHeader {
  readonly type: string | null
  readonly sequence: number | null
  readonly filename: string | null
  readonly description: string | null
}

/** The lines between `<DOCUMENT>` and `<TEXT>`; each value runs to the end of its line, for its tag is never closed. */
const readDocumentHeader = (text: string): DocumentHeader => {
  const values = new Map<string, string>()
  for (const match of text.matchAll(HEADER_TAG)) {
    const name = (match[1] ?? '').toUpperCase()
    const value = (match[2] ?? '').trim()
    if (value !== '' && !values.has(name)) values.set(name, value)
  }
  const sequence = values.get('SEQUENCE') ?? ''
  return {
    type: values.get('TYPE') ?? null,
    sequence: /^\d{1,6}$/.test(sequence) && Number(sequence) > 0 ? Number(sequence) : null,
    filename: values.get('FILENAME') ?? null,
    description: values.get('DESCRIPTION') ?? null
  }
}

interface FoundDocument {
  readonly header: DocumentHeader
  readonly range: TextRange
  readonly whole: TextRange
  readonly closed: boolean
}

/** Pairs the marks to documents. A document ends at its `</DOCUMENT>`, at the next `<DOCUMENT>`, or with the file. */
const pairMarks = (raw: string, marks: readonly Mark[]): FoundDocument[] => {
  const found: FoundDocument[] = []
  for (let at = 0; at < marks.length; at += 1) {
    const opening = marks[at]
    if (opening?.kind !== 'document') continue
    let body: Mark | null = null
    let bodyEnd: Mark | null = null
    let next = at + 1
    for (; next < marks.length; next += 1) {
      const mark = marks[next]
      if (!mark || mark.kind === 'document' || mark.kind === '/document') break
      if (mark.kind === 'text' && !body) body = mark
      if (mark.kind === '/text' && body) bodyEnd = mark
    }
    const stop = marks[next]
    const limit = stop ? stop.start : raw.length
    const closing = stop?.kind === '/document'
    const start = body ? body.end : Math.min(limit, opening.end)
    const header = readDocumentHeader(raw.slice(opening.end, body ? body.start : Math.min(limit, opening.end + 4096)))
    found.push({
      header,
      range: { start, end: bodyEnd ? bodyEnd.start : limit },
      whole: { start: opening.start, end: closing && stop ? stop.end : limit },
      closed: closing || bodyEnd !== null
    })
    at = closing ? next : next - 1
  }
  return found
}

/** Gives every document its own number: the declared one where it is free, else the next free one. */
const numberDocuments = (raw: string, found: readonly FoundDocument[]): DocumentEntry[] => {
  const taken = new Set<number>()
  let highest = 0
  for (const { header } of found) highest = Math.max(highest, header.sequence ?? 0)
  return found.map(({ header, range }, index) => {
    let sequence = header.sequence ?? index + 1
    if (taken.has(sequence)) sequence = highest = Math.max(highest, found.length) + 1
    taken.add(sequence)
    const probe = raw.slice(range.start, Math.min(range.end, range.start + BODY_PROBE))
    return { sequence, type: header.type, filename: header.filename, description: header.description, format: sniffDocument(probe), range }
  })
}

/** What of the file lies in none of the ranges, in order. */
const complement = (length: number, ranges: readonly TextRange[]): TextRange[] => {
  const out: TextRange[] = []
  let at = 0
  for (const range of ranges) {
    if (range.start > at) out.push({ start: at, end: range.start })
    at = Math.max(at, range.end)
  }
  if (at < length) out.push({ start: at, end: length })
  return out
}

const LOST_TEXT = /\S/

/** Text after a closed document that no tag explains: kept in the wrapper, and the reader is told. */
const strayText = (raw: string, found: readonly FoundDocument[]): Warning[] => {
  const warnings: Warning[] = []
  let at = found[0]?.whole.start ?? raw.length
  for (const { start, end } of [...found.map((each) => each.whole), { start: raw.length, end: raw.length }]) {
    const between = raw.slice(at, Math.min(start, at + 20_000))
    const rest = between.replace(/<\/?[A-Za-z][\w-]{0,40}>|-----[A-Z -]{4,60}-----/g, '')
    if (LOST_TEXT.test(rest)) {
      warnings.push({ code: 'text-not-shown', message: 'Text stands between two documents of the submission and belongs to none.',
        range: { start: at, end: start } })
    }
    at = Math.max(at, end)
  }
  return warnings
}

const countWarning = (submission: Submission, shown: number): Warning[] => {
  const declared = submission.declaredDocuments
  const stated = submission.header.find((field) => /^PUBLIC.DOCUMENT.COUNT$/i.test(field.name))?.value
  if (declared === null && stated !== undefined && stated !== '') {
    return [{ code: 'document-count',
      message: `The header declares \u201c${stated.slice(0, 40)}\u201d documents, which is no number; the file holds ${shown}.` }]
  }
  // Complete files declare one more than they hold where a document is kept from the public.
  if (declared === null || declared === shown || declared === shown + 1) return []
  return [{ code: 'document-count', message: `The header declares ${declared} documents; the file holds ${shown}.` }]
}

/** A file without a container: one document, the whole file. */
const singleDocument = (raw: string, format: FileFormat): Container => {
  const sniffed = sniffDocument(raw.slice(0, BODY_PROBE))
  const body: DocumentFormat = format === 'pdf' || format === 'image' || format === 'binary'
    ? 'binary'
    : format === 'html'
    ? 'html'
    : sniffed
  const entry: DocumentEntry = { sequence: 1, type: null, filename: null, description: null, format: body,
    range: { start: 0, end: raw.length } }
  return { submission: null, documents: [entry], warnings: [], wrapperRanges: [] }
}

/**
 * Finds the documents of a file without reading them. Linear in the file; nothing is copied but the header lines. A file
 * that holds no `<DOCUMENT>` is one document, unless a submission header proves that its documents were cut off.
 */
export const readContainer = (raw: string, format: FileFormat): Container => {
  const server = serverPageWarning(raw) ?? archivePageWarning(raw)
  const early = server ? [server] : []
  const marks = format === 'pdf' || format === 'image' || format === 'binary' ? [] : findMarks(raw)
  const isWrapped = format === 'submission' || /^\s*<DOCUMENT>/i.test(raw.slice(0, 200))
  if (!isWrapped || marks.length === 0) {
    const single = singleDocument(raw, format)
    if (format !== 'submission') return { ...single, warnings: early }
    const header = readSubmissionHeader(raw, { start: 0, end: raw.length }, null)
    const warning: Warning = { code: 'truncated', message: 'The submission ends inside its header; it holds no document.' }
    return { submission: header, documents: [], warnings: [...early, warning], wrapperRanges: [{ start: 0, end: raw.length }] }
  }
  const found = pairMarks(raw, marks)
  const documents = numberDocuments(raw, found)
  const warnings: Warning[] = [...early]
  const pem = /-----BEGIN PRIVACY-ENHANCED MESSAGE-----/.exec(raw.slice(0, 4096))
  const headerStart = Math.max(0, raw.slice(0, 16_384).search(/<(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER|SUBMISSION)>/i))
  if (pem)
    warnings.push({ code: 'pem-wrapper', message: 'The submission is wrapped in a privacy-enhanced message of the 1990s.',
      range: { start: pem.index, end: pem.index + pem[0].length } })
  for (const each of found) {
    if (each.closed) continue
    warnings.push({ code: 'truncated', message: 'A document of the submission has no end; the file was cut or is damaged.',
      range: each.range })
  }
  const headerRange = { start: headerStart, end: found[0]?.whole.start ?? raw.length }
  const submission = format === 'submission' ? readSubmissionHeader(raw, headerRange, documents[0]?.type ?? null) : null
  if (submission) warnings.push(...countWarning(submission, found.length))
  return { submission, documents, warnings: [...warnings, ...strayText(raw, found)],
    wrapperRanges: complement(raw.length, documents.map((entry) => entry.range)) }
}
