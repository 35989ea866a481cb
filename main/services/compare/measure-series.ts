import type { ComparedDocument, MeasureSeries, SeriesPoint } from '#contract/comparison'
import type { FilingId, NodeId } from '#contract/ids'
import { isSameCompany } from '#model/filing-identity'
import { followedBy, type FollowedMeasure } from '#model/followed-measure'
import { toldIn } from '../../domain/compare/measure-series'
import { listFigures } from '../../store/parts'
import { listPrintedDocuments, type PrintedDocument } from '../../store/sentence-prints'
import type { LibraryContext } from '../library-context'

const pointOf = (library: LibraryContext, document: PrintedDocument, followed: FollowedMeasure): SeriesPoint | null => {
  const told = toldIn(listFigures(library.db, document.key), followed)
  if (!told) return null
  const { filingId, title, form, exhibit, type, sequence, filedAt, importedAt } = document
  return { filingId, title, form, exhibit: exhibit ?? (type?.startsWith('EX-') === true ? type : null),
    date: filedAt ?? importedAt.slice(0, 10), sequence, range: told.figure.range, period: told.period, end: told.end,
    value: told.figure.value, text: told.figure.text }
}

const inOrder = (a: SeriesPoint, b: SeriesPoint): number =>
  a.end.localeCompare(b.end) || a.date.localeCompare(b.date) || a.sequence - b.sequence

/** The same value for the same period, told again: by an exhibit and its submission, by a copy, or by a later filing. */
const isAgain = (point: SeriesPoint, before: SeriesPoint | undefined): boolean => before?.end === point.end && before.value === point.value

/** Of the points of one filing the one with the last period; all exhibits of a filing tell one story. */
const lastOfEach = (points: readonly SeriesPoint[]): readonly SeriesPoint[] => {
  const last = new Map<FilingId, SeriesPoint>()
  for (const point of points) {
    const known = last.get(point.filingId)
    if (!known || point.end > known.end) last.set(point.filingId, point)
  }
  return [...last.values()]
}

/** The measure of a figure over the filings of its company that were read, one value for each; null where it cannot be followed. */
export const seriesOf = async (library: LibraryContext, { filingId, sequence }: ComparedDocument, figure: NodeId,
  turn: () => Promise<void>): Promise<MeasureSeries | null> => {
  const documents = listPrintedDocuments(library.db)
  const own = documents.find((document) => document.filingId === filingId && document.sequence === sequence)
  const seed = own && listFigures(library.db, own.key).find(({ id }) => id === figure)
  const followed = seed && followedBy(seed)
  if (!own || !seed || !followed) return null
  const points: SeriesPoint[] = []
  const filings = new Set<FilingId>()
  for (const document of documents.filter((other) => other.filingId === filingId || isSameCompany(own, other))) {
    await turn()
    filings.add(document.filingId)
    const point = pointOf(library, document, followed)
    if (point) points.push(point)
  }
  const ordered = [...lastOfEach(points)].sort(inOrder)
  return { measure: seed.measure ?? '', unit: followed.unit, months: followed.months, filings: filings.size,
    points: ordered.filter((point, at) => !isAgain(point, ordered[at - 1])) }
}
