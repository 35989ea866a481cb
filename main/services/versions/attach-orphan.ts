import type { Annotation, AnnotationDraft, QuoteSelector } from '#contract/annotation'
import type { WordRun } from '#contract/comparison'
import type { AnnotationId, FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { Placement } from '#contract/version'
import { isAttached } from '#model/verdict'
import { levelQuote } from '../../domain/anchor/anchor-text'
import { wordRuns } from '../../domain/compare/word-runs'
import { getAnnotation } from '../../store/annotations'
import { getFiling } from '../../store/filings'
import { getPlacement, putPlacement } from '../../store/placements'
import { lastMoveOf, MOVE, moveAnnotation, selectorsOf } from '../work/annotate'
import { annotationIn, carriedInto, isCurrent, isPlaced, nameIn, soughtKey, toldIn } from './carried-work'
import type { LibraryContext } from '../library-context'
import { nameOfPlacement } from '../journal/link-history'
import { commitChange } from '../journal/record-changes'

const gone = (): Result<never> =>
  fail('not-found', 'This highlight does not wait in this filing.', { remedy: 'It may have been attached, dismissed or undone meanwhile.' })

/** Changes where an annotation stands in a filing, as one step that can be undone, and answers how it is told there now. */
const place = (library: LibraryContext, label: string, filing: FilingSummary, annotation: Annotation, before: Placement | null,
  after: Placement, groupId?: string): Result<Annotation> => {
  commitChange(library, label, (record) => {
    putPlacement(library.db, after)
    record.steps.push({ entity: 'placement', entityId: nameOfPlacement(after), filingId: filing.id, before, after })
  }, groupId)
  return ok(toldIn(annotation, { id: annotation.filingId, title: nameIn(filing, getFiling(library.db, annotation.filingId)) }, after))
}

/**
 * Attaches an annotation to words that the analyst chose, in the filing of the draft; its id, tag, notes and history stay. In a
 * later version it keeps its own words and place in the filing it was made in. Where it `continues` the move before, one undo takes
 * both back.
 */
export const attachOrphan = (library: LibraryContext, id: AnnotationId, draft: AnnotationDraft, continues = false): Result<Annotation> => {
  const { db } = library
  const annotation = getAnnotation(db, id)
  const filing = getFiling(db, draft.filingId)
  if (!annotation || !filing) return gone()
  if (annotation.filingId === filing.id)
    return moveAnnotation(library, id, annotation.rev, { ...draft, tagId: annotation.tagId }, continues)
  const source = carriedInto(db, filing.id).find((one) => one.annotation.id === id)
  if (!source) return gone()
  const selectors = selectorsOf(library, draft)
  if (!selectors.ok) return selectors
  const before = getPlacement(db, id, filing.id) ?? null
  const after: Placement = {
    annotationId: id,
    filingId: filing.id,
    verdict: before?.verdict ?? 'gone',
    state: 'hand',
    selectors: selectors.value,
    soughtFor: soughtKey(source.selectors, filing.textSha256),
    modifiedAt: library.clock()
  }
  const moves = before !== null && isPlaced(before)
  return place(library, moves ? MOVE : 'Attach highlight', filing, annotation, before, after,
    moves && continues ? lastMoveOf(library, nameOfPlacement(after)) : undefined)
}

/**
 * What a dismissed annotation goes back to: the place it was found at, or waiting. Where its words were found and it stood on others, the
 * analyst had put it there, and it is told so again.
 */
const stateBack = ({ verdict, selectors }: Placement, { exact }: QuoteSelector): Placement['state'] => {
  if (selectors === null || !isAttached(verdict)) return 'waiting'
  return levelQuote(selectors.quote.exact) === levelQuote(exact) ? 'itself' : 'hand'
}

/** The placement that takes an annotation off a filing's list, from the one it has there, if any; the place it was found at is kept with it. */
export const dismissal = (library: LibraryContext, filing: FilingSummary, source: Pick<Annotation, 'id' | 'selectors'>,
  before: Placement | null): Placement => ({
    annotationId: source.id,
    filingId: filing.id,
    verdict: 'gone',
    selectors: null,
    soughtFor: soughtKey(source.selectors, filing.textSha256),
    ...(before && isCurrent(before, source.selectors, filing.textSha256) ? before : {}),
    state: 'dismissed',
    modifiedAt: library.clock()
  })

/**
 * Dismisses an annotation from one filing's list, or takes it back into it. It stays whole in the filing it was made in; one that
 * lost its words in that very filing may be dismissed too, one that stands on them may not.
 */
export const dismissOrphan = (library: LibraryContext, id: AnnotationId, filingId: FilingId, dismissed: boolean): Result<Annotation> => {
  const { db } = library
  const annotation = getAnnotation(db, id)
  const filing = getFiling(db, filingId)
  if (!annotation || !filing) return gone()
  const isOwn = annotation.filingId === filingId
  const source = isOwn ? { selectors: annotation.selectors } : carriedInto(db, filingId).find((one) => one.annotation.id === id)
  if (!source || (isOwn && isAttached(annotation.verdict))) return gone()
  const known = getPlacement(db, id, filingId)
  const before = known && (isOwn || isCurrent(known, source.selectors, filing.textSha256)) ? known : null
  if ((before?.state === 'dismissed') === dismissed) return ok(annotationIn(db, filing, id) ?? annotation)
  const base: Placement = before ?? {
    annotationId: id,
    filingId,
    verdict: isOwn ? annotation.verdict : 'gone',
    state: 'waiting',
    selectors: null,
    soughtFor: soughtKey(source.selectors, filing.textSha256),
    modifiedAt: ''
  }
  const words = isPlaced(base) ? 'Remove highlight from this version' : 'Dismiss highlight'
  return place(library, dismissed ? words : 'Take highlight back', filing, annotation, known ?? null, {
    ...base,
    state: dismissed ? 'dismissed' : stateBack(base, annotation.selectors.quote),
    modifiedAt: library.clock()
  })
}

const withContext = ({ exact, prefix, suffix }: QuoteSelector): string => [prefix, exact, suffix].join('').replace(/\s+/g, ' ')

/**
 * The words of an annotation beside those proposed for it in a filing, as runs; where both are the same, with the words around them.
 * Empty where nothing is proposed.
 */
export const wordsOfOrphan = (library: LibraryContext, id: AnnotationId, filingId: FilingId): Result<readonly WordRun[]> => {
  const annotation = getAnnotation(library.db, id)
  if (!annotation) return gone()
  const { quote } = annotation.selectors
  const placement = getPlacement(library.db, id, filingId)
  if (!placement?.selectors || isPlaced(placement)) return ok([])
  const now = placement.selectors.quote
  return ok(
    levelQuote(quote.exact) === levelQuote(now.exact) ? wordRuns(withContext(quote), withContext(now)) : wordRuns(quote.exact, now.exact)
  )
}
