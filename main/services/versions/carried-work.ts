import type { Annotation, ProposedPlace, Selectors } from '#contract/annotation'
import type { AnnotationId, FilingId } from '#contract/ids'
import type { FilingSummary, FilingWork } from '#contract/library'
import type { Note } from '#contract/note'
import type { Placement } from '#contract/version'
import { isAttached } from '#model/verdict'
import { listAnnotations } from '../../store/annotations'
import { listLinksToOlder } from '../../store/filing-links'
import { getFiling } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { listNotes } from '../../store/notes'
import { placementsIn } from '../../store/placements'

/** An annotation that a filing takes over from the older version `via`, and the words it is looked for by: those it stands on there. */
export interface CarriedSource {
  readonly annotation: Annotation
  readonly via: FilingId
  readonly selectors: Selectors
}

/** Whether a placement ties its annotation to words of that filing. */
export const isPlaced = ({ state }: Placement): boolean => state === 'itself' || state === 'hand'

/** Names the words that are looked for in a text; a place found for others, or in another text, does not count. */
export const soughtKey = ({ position, quote, textSha256 }: Selectors, targetSha256: string): string =>
  [textSha256, position.start, position.end, quote.exact.length, targetSha256].join(' ')

/** Whether a placement still says where the words are that are looked for. What the analyst dismissed stays dismissed. */
export const isCurrent = (placement: Placement, selectors: Selectors, targetSha256: string): boolean => {
  if (placement.state === 'dismissed') return true
  if (placement.state === 'hand') return placement.selectors?.textSha256 === targetSha256
  return placement.soughtFor === soughtKey(selectors, targetSha256)
}

const sourcesOf = (db: ReadableDb, filingId: FilingId, seen: ReadonlySet<FilingId>): CarriedSource[] => {
  const placements = placementsIn(db, filingId)
  const shown = (id: AnnotationId): boolean => placements.get(id)?.state !== 'dismissed'
  const own = listAnnotations(db, filingId).filter(({ id }) => shown(id)).map((annotation): CarriedSource => ({ annotation, via: filingId,
    selectors: annotation.selectors })
  )
  const carried = carriedInto(db, filingId, seen).filter(({ annotation }) => shown(annotation.id)).map(
    ({ annotation, selectors }): CarriedSource => {
      const placement = placements.get(annotation.id)
      return { annotation, via: filingId,
        selectors: placement && isPlaced(placement) && placement.selectors ? placement.selectors : selectors }
    }
  )
  return [...own, ...carried]
}

/** The annotations that a filing would take over from one older version, were it linked to it: made there or carried there. */
export const sourcesFrom = (db: ReadableDb, olderId: FilingId): CarriedSource[] => sourcesOf(db, olderId, new Set([olderId]))

/** Every annotation that a filing takes over from the versions it is linked to, each once. */
export const carriedInto = (db: ReadableDb, filingId: FilingId, seen: ReadonlySet<FilingId> = new Set()): CarriedSource[] => {
  const found = new Map<AnnotationId, CarriedSource>()
  for (const { olderId, kind } of listLinksToOlder(db, filingId)) {
    if (kind !== 'version' || seen.has(olderId)) continue
    for (const source of sourcesOf(db, olderId, new Set([...seen, filingId]))) {
      if (source.annotation.filingId !== filingId && !found.has(source.annotation.id)) found.set(source.annotation.id, source)
    }
  }
  return [...found.values()]
}

const proposedBy = (placement: Placement | undefined): ProposedPlace | null => {
  if (!placement?.selectors || isPlaced(placement)) return null
  const { position, quote, sectionPath } = placement.selectors
  return { range: position, quote, sectionPath }
}

/** How an annotation is told in a filing whose text it was not made on. */
export const toldIn = (annotation: Annotation, from: Pick<FilingSummary, 'id' | 'title'>, placement: Placement | undefined): Annotation => {
  const { selectors } = annotation
  const proposed = proposedBy(placement)
  const placed = placement && isPlaced(placement) ? placement.selectors : null
  return {
    ...annotation,
    // One that waits stands nowhere in a later version: its own offsets would point at other words there.
    selectors: placed ??
      { ...selectors,
        position: proposed?.range ?? (placement?.filingId === annotation.filingId ? selectors.position : { start: 0, end: 0 }) },
    verdict: placement?.state === 'hand'
      ? 'intact'
      : placement?.state === 'dismissed' && isAttached(placement.verdict)
      ? 'gone'
      : placement?.verdict ?? 'gone',
    carried: {
      from: from.id,
      fromTitle: from.title,
      exact: selectors.quote.exact,
      range: selectors.position,
      state: placement?.state ?? 'unsought',
      found: placement?.verdict ?? 'gone',
      proposed,
      dismissedAt: placement?.state === 'dismissed' ? placement.modifiedAt : null
    }
  }
}

/** What an older version is called in a filing: by its title, or where both have one by the name of its file. */
export const nameIn = (filing: FilingSummary, from: FilingSummary | undefined): string =>
  from === undefined ? '' : from.id !== filing.id && from.title === filing.title ? from.fileName : from.title

const notesOn = (db: ReadableDb, carried: readonly Annotation[]): Note[] => {
  const ids = new Set(carried.map(({ id }) => id))
  const filings = new Set(carried.map(({ filingId }) => filingId))
  return [...filings].flatMap((filingId) =>
    listNotes(db, filingId).filter(({ target }) => target.kind === 'annotation' && ids.has(target.annotationId))
  )
}

/** An annotation of the filing itself: as it is, or where its text was decoded anew and its words not found, with what they might be now. */
const ownIn = (annotation: Annotation, filing: FilingSummary, placement: Placement | undefined): Annotation =>
  placement && !isAttached(annotation.verdict) ? toldIn(annotation, filing, placement) : annotation

/** The annotations of a filing, its own and those carried into it, each in exactly one of the two lists. */
const annotationsIn = (db: ReadableDb, filing: FilingSummary): { readonly own: Annotation[]; readonly carried: Annotation[] } => {
  const placements = placementsIn(db, filing.id)
  const filings = new Map<FilingId, Pick<FilingSummary, 'id' | 'title'>>()
  const filingOf = (id: FilingId): Pick<FilingSummary, 'id' | 'title'> => {
    const known = filings.get(id) ?? { id, title: nameIn(filing, getFiling(db, id)) }
    filings.set(id, known)
    return known
  }
  return {
    own: listAnnotations(db, filing.id).map((annotation) => ownIn(annotation, filing, placements.get(annotation.id))),
    carried: carriedInto(db, filing.id).map(({ annotation, selectors }) => {
      const placement = placements.get(annotation.id)
      return toldIn(annotation, filingOf(annotation.filingId),
        placement && isCurrent(placement, selectors, filing.textSha256) ? placement : undefined)
    })
  }
}

const byPlace = (a: Annotation, b: Annotation): number =>
  a.selectors.position.start - b.selectors.position.start || a.selectors.position.end - b.selectors.position.end

/** What the analyst made of a filing, with the annotations it takes over from older versions: shown, waiting or dismissed, none left out. */
export const workWithCarried = (db: ReadableDb, filing: FilingSummary): Omit<FilingWork, 'decisions'> => {
  const { own, carried } = annotationsIn(db, filing)
  const all = [...own, ...carried]
  const isDismissed = ({ carried: told }: Annotation): boolean => told?.state === 'dismissed'
  return {
    annotations: all.filter((annotation) => !isDismissed(annotation)).sort(byPlace),
    notes: [...listNotes(db, filing.id), ...notesOn(db, carried.filter((annotation) => !isDismissed(annotation)))],
    dismissed: all.filter(isDismissed)
  }
}

/** What of a filing's work is printed: what waits from an older version has no place in this one, and is left to the list of the reader. */
export const printedWork = (work: FilingWork, filingId: FilingId): FilingWork => {
  const annotations = work.annotations.filter((annotation) => annotation.filingId === filingId || isAttached(annotation.verdict))
  const left = new Set(work.annotations.filter((annotation) => !annotations.includes(annotation)).map(({ id }) => id))
  return { ...work, annotations, notes: work.notes.filter(({ target }) => target.kind !== 'annotation' || !left.has(target.annotationId)) }
}

/** One annotation as it is told in a filing; undefined where that filing has no part in it. */
export const annotationIn = (db: ReadableDb, filing: FilingSummary, id: AnnotationId): Annotation | undefined => {
  const { own, carried } = annotationsIn(db, filing)
  return [...own, ...carried].find((annotation) => annotation.id === id)
}

/** The carried annotations of a filing that were not looked for yet, or in words or a text that are no longer those. */
export const unsoughtIn = (db: ReadableDb, filing: FilingSummary): CarriedSource[] => unsoughtOf(db, filing, carriedInto(db, filing.id))

/** Of some annotations, those that were not looked for in a filing. */
export const unsoughtOf = (db: ReadableDb, filing: FilingSummary, sources: readonly CarriedSource[]): CarriedSource[] => {
  const placements = placementsIn(db, filing.id)
  return sources.filter(({ annotation, selectors }) => {
    const placement = placements.get(annotation.id)
    return !placement || !isCurrent(placement, selectors, filing.textSha256)
  })
}
