import type { Annotation, Decision } from '#contract/annotation'
import type { ExportedKind, WorkScope } from '#contract/exchange'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import type { Note } from '#contract/note'
import { ME } from '#contract/person'
import type { Authored } from '#contract/person'
import type { SectionReview } from '#contract/review'
import type { ByteOffsets } from '../../domain/exchange/text-units'
import type { WorkCounts, WorkDocument, WorkFiling } from '../../domain/exchange/work-document'
import { listAnnotations } from '../../store/annotations'
import { readContent } from '../../store/content'
import { listDecisions, listOpinions } from '../../store/decisions'
import { listDocuments } from '../../store/documents'
import { listSomeFilings } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { getPerson, listPeople } from '../../store/people'
import { headOfFilings } from '../../store/read-sealed-log'
import { listReplies } from '../../store/replies'
import { listReviewsOfOthers, listSectionReviews } from '../../store/section-reviews'
import { listTags } from '../../store/tags'
import { unwantedIn } from '../../store/unwanted'
import { buildText } from '../../domain/exchange/work-text'
import { getSettings } from '../settings'
import { workWithCarried } from '../versions/carried-work'
import { withoutUnwanted } from '#model/unwanted'
import { isAttached } from '#model/verdict'
import { risksOf } from '../work/risks'
import { foreignNamesOf } from './own-things'
import { createKeeper } from './scope-filter'
import { buildDecision, buildMark, buildNote, buildReview, byPassage } from './work-things'
import type { ThingsContext } from './work-things'

/** What gathering may be asked for beside the scope. */
export interface GatherOptions {
  readonly appVersion: string
  /** Earlier words of notes and the places of marks in other versions: for formats that promise to lose nothing. */
  readonly history: boolean
  /** The byte offsets of a filing's text, for formats that tell them; null where they are not wanted. */
  readonly bytesOf: ((filing: FilingSummary) => ByteOffsets | null) | null
  /** Told after each filing; may throw to stop. */
  readonly onFiling?: (done: number, total: number) => void
}

/** All that was made of one filing, before the filter. */
interface FilingThings {
  readonly marks: readonly Annotation[]
  readonly notes: readonly Note[]
  readonly decisions: readonly Decision[]
  readonly reviews: readonly SectionReview[]
}

/** The id of the library; empty where it has none yet, since nothing left it. */
const libraryId = (db: ReadableDb): string => getPerson(db, ME)?.libraryId ?? ''

const NOTHING: WorkCounts = { filings: 0, marks: 0, notes: 0, questions: 0, decisions: 0, reviews: 0, findings: 0, statements: 0,
  figures: 0 }

const add = (one: WorkCounts, other: WorkCounts): WorkCounts => ({
  filings: one.filings + other.filings,
  marks: one.marks + other.marks,
  notes: one.notes + other.notes,
  questions: one.questions + other.questions,
  decisions: one.decisions + other.decisions,
  reviews: one.reviews + other.reviews,
  findings: one.findings + other.findings,
  statements: one.statements + other.statements,
  figures: one.figures + other.figures
})

/** Its own marks as they were made, and those carried into it that stand on words of it. */
const thingsOf = (db: ReadableDb, filing: FilingSummary): FilingThings => {
  const told = workWithCarried(db, filing)
  const own = listAnnotations(db, filing.id)
  const carried = told.annotations.filter(({ filingId, verdict }) => filingId !== filing.id && isAttached(verdict))
  const marks = [...own, ...carried]
  const ids = new Set(marks.map(({ id }) => id))
  return {
    marks,
    notes: told.notes.filter(({ target, filingId }) =>
      filingId === filing.id || (target.kind === 'annotation' && ids.has(target.annotationId))
    ),
    decisions: [...listDecisions(db, filing.id), ...listOpinions(db, filing.id)],
    reviews: [...listSectionReviews(db, filing.id), ...listReviewsOfOthers(db, filing.id)]
  }
}

const isMine = ({ authorId }: Authored): boolean => authorId === undefined

const countsOf = ({ marks, notes, decisions, reviews }: FilingThings, filing: WorkFiling | null): WorkCounts => ({
  filings: 1,
  marks: marks.length,
  notes: notes.length,
  questions: notes.filter(({ status }) => status !== 'none').length,
  decisions: decisions.length,
  reviews: reviews.length,
  findings: filing?.texts.reduce((sum, { findings }) => sum + findings.length, 0) ?? 0,
  statements: filing?.texts.reduce((sum, { statements }) => sum + statements.length, 0) ?? 0,
  figures: filing?.texts.reduce((sum, { figures }) => sum + figures.length, 0) ?? 0
})

const minus = (all: FilingThings, kept: FilingThings): WorkCounts => ({
  ...NOTHING,
  marks: all.marks.length - kept.marks.length,
  notes: all.notes.length - kept.notes.length,
  questions: all.notes.filter(({ status }) => status !== 'none').length - kept.notes.filter(({ status }) => status !== 'none').length,
  decisions: all.decisions.length - kept.decisions.length,
  reviews: all.reviews.length - kept.reviews.length
})

const keptOf = (all: FilingThings, scope: WorkScope): FilingThings => {
  const keep = createKeeper(scope, all.marks)
  const wants = (kind: ExportedKind): boolean => scope.kinds?.includes(kind) ?? true
  return {
    marks: wants('marks') ? all.marks.filter(keep.mark) : [],
    notes: wants('notes') ? all.notes.filter(keep.note) : [],
    decisions: wants('decisions') ? all.decisions.filter(keep.decision) : [],
    reviews: wants('reviews') ? all.reviews.filter(keep.review) : []
  }
}

/** How much of the work a scope holds and how much of these filings it leaves out; without reading any text, and so at once. */
export const countWork = (db: ReadableDb, scope: WorkScope): { readonly kept: WorkCounts; readonly leftOut: WorkCounts } => {
  let kept = NOTHING
  let leftOut = NOTHING
  for (const filing of listSomeFilings(db, scope.filingIds)) {
    const all = thingsOf(db, filing)
    const some = keptOf(all, scope)
    kept = add(kept, countsOf(some, null))
    leftOut = add(leftOut, minus(all, some))
  }
  return { kept, leftOut }
}

const buildFiling = (db: ReadableDb, filing: FilingSummary, things: FilingThings, scope: WorkScope, options: GatherOptions,
  numbers: { next: number }): WorkFiling => {
  const stored = listDocuments(db, filing.id)
  const bytes = options.bytesOf?.(filing) ?? null
  const isUnwanted = unwantedIn(db, filing.id)
  const built = stored.filter(({ summary }) => summary.parsed).map(({ key, summary }) =>
    buildText(withoutUnwanted(readContent(db, key, summary), listDecisions(db, filing.id), isUnwanted), things.decisions.filter(isMine),
      scope.suggestions, bytes)
  )
  const replies = listReplies(db, filing.id)
  const named = [...things.marks, ...things.notes, ...replies, ...things.decisions, ...things.reviews].map(({ id }) => id)
  const context: ThingsContext = { db, filing, libraryId: libraryId(db), history: options.history, replies,
    foreign: foreignNamesOf(db, named), built, stored }
  const marks = things.marks.map((annotation) => buildMark(context, annotation)).sort(byPassage)
  const order = new Map(marks.map(({ id }, at) => [id, at]))
  const notes = buildNotes(context, things.notes, order, numbers)
  const { id, fileName, title, company, form, exhibit, accession, cik, filedAt, period, format, encoding, sha256, textSha256, importedAt } =
    filing
  return { id, fileName, title, company, form, exhibit, accession, cik, filedAt, period, format, encoding, bytes: filing.bytes, sha256,
    textSha256, importedAt, documents: stored.length, texts: built.map(({ text }) => text), marks, notes,
    decisions: things.decisions.map((decision) => buildDecision(context, decision)),
    reviews: things.reviews.map((review) => buildReview(context, review)) }
}

const buildNotes = (context: ThingsContext, notes: readonly Note[], order: ReadonlyMap<string, number>,
  numbers: { next: number }): WorkFiling['notes'] => {
  const place = ({ target }: Note): number => {
    if (target.kind === 'annotation') return order.get(target.annotationId) ?? order.size
    return target.kind === 'section' ? order.size + 1 : order.size + 2
  }
  const inOrder = [...notes].sort((a, b) => place(a) - place(b) || a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : 1))
  return inOrder.map((note) => {
    const asks = note.status !== 'none'
    if (asks) numbers.next += 1
    return buildNote(context, note, asks ? numbers.next : null)
  })
}

const newest = (times: readonly string[]): string => times.reduce((last, time) => (time > last ? time : last), '')

const asOf = (filings: readonly WorkFiling[]): string =>
  newest(
    filings.flatMap(({ importedAt, marks, notes, decisions, reviews }) => [importedAt, ...marks.map(({ modifiedAt }) =>
      modifiedAt
    ), ...notes.flatMap(({ modifiedAt, replies }) => [modifiedAt, ...replies.map(({ madeAt }) => madeAt)]),
      ...decisions.map(({ decidedAt }) => decidedAt), ...reviews.map(({ reviewedAt }) => reviewedAt)]
    )
  )

/** Gathers the analyst's work on the filings of a scope; filings that are gone or in the trash are left out. Only reads. */
export const gatherWork = (db: ReadableDb, scope: WorkScope, options: GatherOptions): WorkDocument => {
  const place = new Map<FilingId, number>(scope.filingIds.map((id, at) => [id, at]))
  const chosen = listSomeFilings(db, scope.filingIds).filter(({ trashedAt }) => trashedAt === null)
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const numbers = { next: 0 }
  let counts = NOTHING
  let leftOut = NOTHING
  const filings = chosen.map((filing, at) => {
    const all = thingsOf(db, filing)
    const some = keptOf(all, scope)
    const built = buildFiling(db, filing, some, scope, options, numbers)
    counts = add(counts, countsOf(some, built))
    leftOut = add(leftOut, minus(all, some))
    options.onFiling?.(at + 1, chosen.length)
    return built
  })
  const tags = listTags(db)
  const names = new Map(tags.map(({ id, name }) => [id, name]))
  return {
    libraryId: libraryId(db),
    appVersion: options.appVersion,
    asOf: asOf(filings),
    history: headOfFilings(db, chosen.map(({ id }) => id)),
    filter: {
      tags: scope.tags?.map((id) => names.get(id) ?? id) ?? null,
      statuses: scope.statuses ?? null,
      section: scope.section ?? null,
      kinds: scope.kinds ?? null,
      decisions: scope.decisions ?? null,
      authors: scope.authors ?? null,
      suggestions: scope.suggestions
    },
    counts,
    leftOut,
    people: [{ id: ME, name: getSettings(db).author, me: true, libraryId: libraryId(db) || null },
      ...listPeople(db).filter(({ id }) => id !== ME).map((person) => ({ id: person.id, name: person.name, me: false,
        libraryId: person.libraryId })
      )],
    tags: tags.map(({ id, name, colour, underline, letter }) => ({ id, name, colour, underline, letter })),
    risks: risksOf({ db }).map(({ id, label, group, own }) => ({ id, label, group, own })),
    filings
  }
}
