import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Calls, ExportScope } from '#contract/calls'
import type { FilingDocument } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { isShownPicture } from '#model/embedded-files'
import { RISK_TAGS } from '../../domain/detect/risk/tag-risks'
import { pdfNameOf } from '../../domain/export/pdf-name'
import type { PdfComments } from '../../domain/export/comments/pdf-comments'
import { printHtml, printPage } from '../../domain/export/print-html'
import type { PrintInput, PrintPictures } from '../../domain/export/print-input'
import { NO_PICTURES } from '../../domain/export/print-picture'
import { listDecisions } from '../../store/decisions'
import { unwantedIn } from '../../store/unwanted'
import { withoutUnwanted } from '#model/unwanted'
import { findBySha256, getFiling, getFilingParts } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { openForReading } from '../../store/open-for-reading'
import { getPerson, listPeople } from '../../store/people'
import { listReplies } from '../../store/replies'
import { headOfFilings } from '../../store/read-sealed-log'
import { listTags } from '../../store/tags'
import { ME } from '#contract/person'
import { tokenWords } from '../../domain/exchange/word/word-comments'
import { tokenOf } from '../exchange/work-things'
import { libraryIdOf } from '../work/people'
import { createAnalysisInPlace, wholeDocument } from '../analysis-thread'
import { printedWork, workWithCarried } from '../versions/carried-work'
import type { Services } from '../create-services'
import { describeFiling } from '../../domain/describe/describe-filing'
import { printPictures, PRINTED_PICTURES } from './print-pictures'
import { checkFormat, checkPath } from '../import/import-filing'
import { risksOf } from '../work/risks'
import { DEFAULT_SETTINGS, getSettings } from '../settings'
import { DEFAULT_TAGS } from '../work/tags'

/** A filing made ready to print: one static page, and a name for the file. */
export interface Printable {
  readonly html: string
  readonly suggestedName: string
  /** Markup at the head of each page; everything foreign in it is escaped. */
  readonly head?: string
  readonly paper?: ExportScope['paper']
  /** What the printed file is given, and the page to print where that fails. */
  readonly commented?: { readonly comments: PdfComments; readonly plain: () => string }
}

/** A page longer than this (code units) is gone through once more for its comments alone, not for the numbers of its contents. */
const MOST_NUMBERED = 6_000_000

const printable = (input: PrintInput, suggestedName: string): Printable => {
  const { html, comments, head } = printPage(input)
  const isFinished = input.scope.comments && (comments.comments.length > 0 || html.length <= MOST_NUMBERED)
  const plain = (): string => printHtml({ ...input, scope: { ...input.scope, comments: false } })
  return { html, suggestedName, head, paper: input.scope.paper, ...(isFinished ? { commented: { comments, plain } } : {}) }
}

/** The most blocks that are printed as text: an annual report has under ten thousand, and what is laid out grows faster than they do. */
const MOST_BLOCKS = 40_000

/** The most code units that are printed as text: some ten thousand pages. */
const MOST_TEXT = 12_000_000

/** Refuses to lay out what would take hours and gigabytes, before any of it is made. */
export const checkPrintable = ({ blocks, findings, forwardLooking }: Pick<FilingDocument, 'blocks' | 'findings' | 'forwardLooking'>,
  scope: ExportScope): Result<null> => {
  const suggested = findings.length + forwardLooking.length
  if (scope.suggestions === 'all' && suggested > MOST_BLOCKS)
    return fail('export-failed', `This document has too many suggestions to be printed (${suggested.toLocaleString('en')}).`, {
      remedy: 'Choose “Accepted only” or “None” for the suggestions.'
    })
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (!scope.text || (blocks.length <= MOST_BLOCKS && length <= MOST_TEXT)) return ok(null)
  const size = `${blocks.length.toLocaleString('en')} blocks, ${(length / 1e6).toFixed(1)} million characters`
  return fail('export-failed', `The text of this document is too long to be printed as a whole (${size}).`, {
    remedy: 'Switch “The text” off: the highlights, notes and findings are then printed with their words.'
  })
}

/** What the export of a file from the command line prints. */
const EVERYTHING: ExportScope = { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' }

const NO_WORK: FilingWork = { annotations: [], decisions: [], notes: [] }

/** Makes one document of a filing in the library ready to print, with everything the analyst made of it so far. */
export const printableOf = async (services: Services, args: Calls['export.pdf']['args']): Promise<Result<Printable>> => {
  const { library, reader, embedded } = services
  const filing = getFiling(library.db, args.filingId)
  const parts = getFilingParts(library.db, args.filingId)
  const work = reader.work(args.filingId)
  if (!filing || !parts || !work.ok) return fail('not-found', 'This filing is no longer in the library.')
  const document = await reader.document(args.filingId, args.sequence)
  if (!document.ok) return document
  const wanted = withoutUnwanted(document.value, work.value.decisions, unwantedIn(library.db, args.filingId))
  const checked = checkPrintable(wanted, args.include)
  if (!checked.ok) return { ok: false, failure: { ...checked.failure, file: filing.fileName } }
  const shows = document.value.blocks.some(({ kind }) => kind === 'image')
  const files = shows ? await embedded.list(args.filingId) : ok([])
  const contents = shows ? await embedded.pictures(args.filingId, PRINTED_PICTURES) : ok([])
  if (!files.ok) return files
  if (!contents.ok) return contents
  const libraryId = libraryIdOf(library)
  return ok(printable({
    document: wanted,
    submission: parts.submission,
    file: { name: filing.fileName, bytes: filing.bytes, sha256: filing.sha256, encoding: filing.encoding, format: filing.format },
    work: printedWork(work.value, args.filingId),
    tags: listTags(library.db),
    risks: risksOf(library),
    scope: args.include,
    title: filing.title,
    company: filing.company,
    exhibit: filing.exhibit,
    author: getSettings(library.db).author,
    people: peopleIn(library.db),
    tokenOf: (id) => shownToken(libraryId, id),
    history: headOfFilings(library.db, [filing.id]),
    appVersion: services.appVersion,
    exportedAt: library.clock(),
    pictures: printPictures(files.value, contents.value)
  }, pdfNameOf(filing.fileName)))
}

/** The pictures of a file that is in no library. */
const picturesOfFile = async (path: string, document: FilingDocument): Promise<PrintPictures> => {
  const analysis = createAnalysisInPlace()
  if (!document.blocks.some(({ kind }) => kind === 'image')) return NO_PICTURES
  const answers = await analysis.embedded({ job: randomUUID(), path, encoding: null, from: null, room: PRINTED_PICTURES })
  if (!answers.ok) return NO_PICTURES
  return printPictures(answers.value.map(({ file }) => file),
    answers.value.flatMap(({ file, bytes }) => bytes !== null && isShownPicture(file) ? [{ file, bytes }] : []))
}

const workOf = (db: ReadableDb, filingId: FilingId): FilingWork => {
  const filing = getFiling(db, filingId)
  return filing
    ? printedWork({ ...workWithCarried(db, filing), decisions: listDecisions(db, filingId), replies: listReplies(db, filingId) }, filingId)
    : NO_WORK
}

const peopleIn = (db: ReadableDb): PrintInput['people'] => new Map(listPeople(db).map(({ id, name }) => [id, name]))

const shownToken = (libraryId: string, id: string): string => tokenWords(tokenOf(libraryId, id))

/** The document of a file without what the library wants no more in the filing of the same bytes. */
const wantedInLibrary = (db: ReadableDb | null, sha256: string, document: FilingDocument): FilingDocument => {
  const known = db === null ? undefined : findBySha256(db, sha256)
  return db === null || known === undefined ? document : withoutUnwanted(document, listDecisions(db, known.id), unwantedIn(db, known.id))
}

/** What a library knows of a file with the same bytes; nothing where it has none. */
const workInLibrary = (
  db: ReadableDb | null,
  sha256: string
): Pick<PrintInput, 'work' | 'tags' | 'risks' | 'author' | 'people' | 'tokenOf' | 'history'> => {
  const libraryId = db === null ? '' : getPerson(db, ME)?.libraryId ?? ''
  const named = { people: db === null ? new Map<string, string>() : peopleIn(db), tokenOf: (id: string) => shownToken(libraryId, id) }
  const known = db === null ? undefined : findBySha256(db, sha256)
  if (db === null || known === undefined)
    return { ...named, work: NO_WORK, tags: [...DEFAULT_TAGS], risks: db === null ? RISK_TAGS : risksOf({ db }),
      author: DEFAULT_SETTINGS.author }
  return {
    ...named,
    work: workOf(db, known.id),
    tags: listTags(db),
    risks: risksOf({ db }),
    author: getSettings(db).author,
    history: headOfFilings(db, [known.id])
  }
}

/**
 * Makes the first readable document of a file ready to print, without importing it. Where the library of `dataFolder` holds the
 * same bytes, the analyst's work on them is printed too; the library is only read, so that an app may have it open.
 */
export const printableFile = async (path: string, dataFolder: string, appVersion: string): Promise<Result<Printable>> => {
  const checked = await checkPath(path)
  if (!checked.ok) return checked
  const answered = await createAnalysisInPlace().run({ job: randomUUID(), path, encoding: null, sequence: 'first' }, () => undefined)
  if (!answered.ok) return answered
  const { submission, documents, encoding, format } = answered.value
  const document = answered.value.document && wholeDocument(answered.value.document)
  const known = checkFormat(path, answered.value)
  if (!known.ok) return known
  if (document === null) return fail('not-a-filing', 'No document of this file can be read.', { file: path })
  const allowed = checkPrintable(document, EVERYTHING)
  if (!allowed.ok) return { ok: false, failure: { ...allowed.failure, file: path } }
  const bytes = readFileSync(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = basename(path)
  const described = describeFiling(name, submission, documents, [document])
  const db = openForReading(dataFolder)
  try {
    return ok(printable({
      document: wantedInLibrary(db, sha256, document),
      submission,
      file: { name, bytes: bytes.length, sha256, encoding, format },
      ...workInLibrary(db, sha256),
      scope: EVERYTHING,
      title: described.title,
      company: described.company,
      exhibit: described.exhibit,
      appVersion,
      exportedAt: new Date().toISOString(),
      pictures: await picturesOfFile(path, document)
    }, pdfNameOf(name)))
  } finally {
    db?.close()
  }
}
