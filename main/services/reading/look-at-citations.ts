import type { Annotation } from '#contract/annotation'
import type { Backlink, CitedPassage, CitedPlace } from '#contract/citation'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import type { Note } from '#contract/note'
import type { TextRange } from '#contract/range'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { toShown } from '#model/text-map'
import { foldForSearch } from '../../domain/search/search-text'
import { getAnnotation, listAnnotations } from '../../store/annotations'
import { listDocuments } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { getSectionAt, listBacklinks, listBlocksAt } from '../../store/note-citations'
import { getNote, listNotes } from '../../store/notes'
import type { LibraryContext } from '../library-context'

/** How much of a block is told before and after the cited words, in UTF-16 code units. */
const AROUND = 240

/** How many of the notes on cited words are told. */
const MOST_NOTES = 3

/** What is known of one filing while its places are looked at, fetched once. */
interface FilingView {
  readonly filing: FilingSummary
  readonly documents: readonly StoredDocument[]
  readonly annotations: readonly Annotation[]
  readonly notes: readonly Note[]
}

const viewOf = (db: ReadableDb, filingId: FilingId): FilingView | null => {
  const filing = getFiling(db, filingId)
  return filing
    ? { filing, documents: listDocuments(db, filingId), annotations: listAnnotations(db, filingId), notes: listNotes(db, filingId) }
    : null
}

type Words = Pick<CitedPassage, 'before' | 'words' | 'after' | 'section'>

const clipBefore = (text: string): string => (text.length <= AROUND ? text : `…${text.slice(text.indexOf(' ', text.length - AROUND) + 1)}`)
const clipAfter = (text: string): string => (text.length <= AROUND ? text : `${text.slice(0, text.lastIndexOf(' ', AROUND))}…`)

/** The words at a range with what stands around them, or null where that part of the filing was never analysed. */
const wordsAt = (db: ReadableDb, view: FilingView, range: TextRange): Words | null => {
  const document = view.documents.find(({ summary }) => range.start >= summary.range.start && range.start < summary.range.end)
  const blocks = document ? listBlocksAt(db, document.key, range) : []
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!document || !first || !last) return null
  const from = toShown(first.map, range.start)
  const to = toShown(last.map, range.end)
  const words = blocks.length === 1
    ? first.text.slice(from, to)
    : [first.text.slice(from), ...blocks.slice(1, -1).map(({ text }) => text), last.text.slice(0, to)].join(' ')
  return { before: clipBefore(first.text.slice(0, from)), words, after: clipAfter(last.text.slice(to)),
    section: getSectionAt(db, document.key, range.start)?.title ?? null }
}

const squeeze = (text: string): string => foldForSearch(text).replace(/\s+/g, '')

/** Whether the words that stand there are those that were cited; a long quotation was cut when it was cited. */
const isSame = (words: string, quote: string): boolean => squeeze(words).startsWith(squeeze(quote))

const gone = (place: CitedPlace, view: FilingView | null, why: string): CitedPassage => ({
  state: 'gone',
  why,
  filing: view && { id: view.filing.id, title: view.filing.title, filedAt: view.filing.filedAt },
  sequence: place.sequence,
  range: null,
  before: '',
  words: place.quote,
  after: '',
  section: null,
  tagId: null,
  notes: []
})

const lineOf = ({ id, text }: Note): { readonly id: string; readonly text: string } => ({ id, text: text.slice(0, AROUND) })

const lookAtNote = (db: ReadableDb, view: FilingView, place: CitedPlace): CitedPassage => {
  const note = place.ref === null ? undefined : getNote(db, place.ref)
  if (!note) return gone(place, view, 'The note was deleted.')
  const { target } = note
  const annotation = target.kind === 'annotation' ? getAnnotation(db, target.annotationId) : undefined
  const { filing } = view
  return {
    state: 'there',
    why: null,
    filing: { id: filing.id, title: filing.title, filedAt: filing.filedAt },
    sequence: place.sequence,
    range: annotation ? annotation.selectors.position : null,
    before: '',
    words: note.text.slice(0, 2 * AROUND),
    after: '',
    section: annotation?.selectors.sectionPath.at(-1) ?? (target.kind === 'section' ? target.title : null),
    tagId: annotation?.tagId ?? null,
    notes: []
  }
}

/** The highlights behind cited words: the one that is cited, else those on the very words. */
const marksOn = (view: FilingView, { kind, ref }: CitedPlace, range: TextRange): readonly Annotation[] => (kind === 'annotation'
  ? view.annotations.filter(({ id }) => id === ref)
  : view.annotations.filter(({ selectors: { position } }) => position.start < range.end && position.end > range.start))

const look = (db: ReadableDb, view: FilingView | null, place: CitedPlace): CitedPassage => {
  if (!view) return gone(place, null, 'The filing is no longer in the library.')
  const { filing } = view
  if (filing.trashedAt !== null) return gone(place, view, 'The filing is in the trash.')
  if (place.kind === 'note') return lookAtNote(db, view, place)
  const cited = place.kind === 'annotation' ? view.annotations.find(({ id }) => id === place.ref) : undefined
  if (place.kind === 'annotation' && !cited) return gone(place, view, 'The highlight was removed.')
  const range = cited ? { start: cited.selectors.position.start, end: cited.selectors.position.end } : place.range
  const lost = cited !== undefined && cited.verdict !== 'intact' && cited.verdict !== 'moved'
  const found = wordsAt(db, view, range)
  const marks = marksOn(view, place, range)
  const on = view.notes.filter(({ target }) => target.kind === 'annotation' && marks.some(({ id }) => id === target.annotationId))
  const same = found === null || isSame(found.words, cited ? cited.selectors.quote.exact.slice(0, place.quote.length) : place.quote)
  return {
    state: same && !lost ? 'there' : 'changed',
    why: lost ? 'The highlight lost its words.' : same ? null : 'Other words stand at this place now.',
    filing: { id: filing.id, title: filing.title, filedAt: filing.filedAt },
    sequence: place.sequence,
    range,
    before: found?.before ?? '',
    words: found?.words ?? place.quote,
    after: found?.after ?? '',
    section: found?.section ?? null,
    tagId: marks[0]?.tagId ?? null,
    notes: on.slice(0, MOST_NOTES).map(lineOf)
  }
}

/** What stands at each cited place now, in the order asked. Reads only. */
export const lookAtCitations = ({ db }: Pick<LibraryContext, 'db'>, places: readonly CitedPlace[]): Result<readonly CitedPassage[]> => {
  const views = new Map<FilingId, FilingView | null>()
  return ok(places.map((place) => {
    if (!views.has(place.filingId)) views.set(place.filingId, viewOf(db, place.filingId))
    return look(db, views.get(place.filingId) ?? null, place)
  }))
}

/** Every citation of something of a filing, in the notes of all filings that are not in the trash. */
export const backlinksOf = ({ db }: Pick<LibraryContext, 'db'>, filingId: FilingId): Result<readonly Backlink[]> =>
  ok(listBacklinks(db, filingId))
