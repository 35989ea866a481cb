import type { Selectors } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { Placement } from '#contract/version'
import { isAttached } from '#model/verdict'
import type { FoundPlace } from '../../domain/anchor/seek-places'
import { PARSER_VERSION } from '../../domain/versions'
import { getAnnotation } from '../../store/annotations'
import { listDocuments } from '../../store/documents'
import { getFiling } from '../../store/filings'
import { getPlacement, putPlacement } from '../../store/placements'
import { transactUnsynced } from '../../store/sql'
import { isCurrent, soughtKey, sourcesFrom, unsoughtIn, unsoughtOf } from './carried-work'
import type { CarriedSource } from './carried-work'
import type { LibraryContext } from '../library-context'
import { packFiling } from './pack-filing'
import type { FilingReader } from '../filing-reader'
import { yieldThread } from '../yield-thread'

/** Looks for the annotations of older versions in newer ones, off the thread that answers the window. */
export interface Carrier {
  /** Looks for everything a filing takes over that was not looked for in it yet. Tells `work.changed` where it found anything out. */
  readonly carryMissing: (filingId: FilingId) => Promise<Result<null>>
  /** Looks for the annotations of one older version, linked or not; until they are linked nothing shows of it. */
  readonly carryFrom: (olderId: FilingId, filingId: FilingId) => Promise<Result<null>>
  /** Stops the search of that job; it answers `analysis-cancelled`. A job that is not known, or done, is let be. */
  readonly cancel: (job: string) => void
  /** Waits until nothing is stored any more. */
  readonly close: () => Promise<void>
}

/** How many placements are stored at a time: some 2 ms. */
const STORED_AT_ONCE = 50

/** More documents than this are read only where the older filing has annotations in one of their kind. */
const FEW_DOCUMENTS = 4

/** Has those documents of a filing read in which the annotations may be found. */
const readDocuments = async (library: LibraryContext, reader: FilingReader, filing: FilingSummary,
  sources: readonly CarriedSource[]): Promise<Result<null>> => {
  const vias = new Set(sources.map(({ via }) => via))
  const kinds = new Set(
    [...vias].flatMap((via) =>
      listDocuments(library.db, via).filter(({ summary }) =>
        sources.some((source) =>
          source.via === via && source.selectors.position.start >= summary.range.start &&
          source.selectors.position.start < summary.range.end
        )
      ).map(({ summary }) => summary.type)
    )
  )
  const readable = listDocuments(library.db, filing.id).filter(({ summary }) => summary.format === 'html' || summary.format === 'text')
  for (const { summary } of readable) {
    if (summary.parsed || (readable.length > FEW_DOCUMENTS && !kinds.has(summary.type))) continue
    const document = await reader.document(filing.id, summary.sequence)
    if (!document.ok) return document
  }
  return ok(null)
}

const placementOf = (library: LibraryContext, filing: FilingSummary, { annotation, selectors }: CarriedSource, found: FoundPlace,
  kept: Placement | undefined): Placement => {
  const placed = found.place && {
    position: found.place.range,
    quote: found.place.quote,
    sectionPath: found.place.sectionPath,
    textSha256: filing.textSha256,
    parserVersion: PARSER_VERSION
  } satisfies Selectors
  const attached = placed !== null && isAttached(found.verdict)
  return {
    annotationId: annotation.id,
    filingId: filing.id,
    verdict: found.verdict,
    state: attached ? (kept?.state === 'hand' ? 'hand' : 'itself') : 'waiting',
    selectors: placed,
    soughtFor: soughtKey(selectors, filing.textSha256),
    modifiedAt: library.clock()
  }
}

/** Stores what was found, in steps. What the analyst did meanwhile, and annotations that are gone, are let be. */
const storeFound = async (library: LibraryContext, filing: FilingSummary, sources: readonly CarriedSource[],
  found: readonly FoundPlace[]): Promise<void> => {
  for (let from = 0; from < found.length; from += STORED_AT_ONCE) {
    transactUnsynced(library.db, () => {
      found.slice(from, from + STORED_AT_ONCE).forEach((place, at) => {
        const source = sources[from + at]
        if (!source || !getAnnotation(library.db, source.annotation.id)) return
        const kept = getPlacement(library.db, source.annotation.id, filing.id)
        if (kept && isCurrent(kept, source.selectors, filing.textSha256)) return
        putPlacement(library.db, placementOf(library, filing, source, place, kept))
      })
    })
    await yieldThread()
  }
}

/** The words an annotation is looked for by: where the analyst had attached it to words of this filing, those. */
const wantedOf = (library: LibraryContext, filing: FilingSummary, { annotation, selectors }: CarriedSource): Selectors => {
  const kept = getPlacement(library.db, annotation.id, filing.id)
  return kept?.state === 'hand' && kept.selectors ? kept.selectors : selectors
}

/** The carrier of a library; one search at a time in one filing. */
export const createCarrier = (library: LibraryContext, reader: FilingReader): Carrier => {
  let closed = false
  const underway = new Map<FilingId, { readonly job: string; readonly done: Promise<Result<null>> }>()

  const seekFrom = async (job: string, filing: FilingSummary, via: FilingId, sources: readonly CarriedSource[]): Promise<Result<null>> => {
    const older = getFiling(library.db, via)
    const report = (done: number): void =>
      library.emit('work.progress', { job, file: filing.fileName, stage: 'anchoring', done, total: sources.length })
    report(0)
    const sought = sources.map((source) => ({ key: source.annotation.id, selectors: wantedOf(library, filing, source) }))
    const [target, origin] = [await packFiling(library.db, filing), older ? await packFiling(library.db, older) : null]
    const found = await library.analysis.anchor({ job, target, origin, sought }, report)
    if (found.ok) await storeFound(library, filing, sources, found.value)
    report(sources.length)
    return found.ok ? ok(null) : { ok: false, failure: { ...found.failure, file: filing.fileName } }
  }

  const seek = async (job: string, filingId: FilingId,
    pick: (filing: FilingSummary) => readonly CarriedSource[]): Promise<Result<null>> => {
    const filing = getFiling(library.db, filingId)
    if (!filing) return fail('not-found', 'This filing is no longer in the library.')
    const sources = pick(filing)
    if (sources.length === 0) return ok(null)
    const read = await readDocuments(library, reader, filing, sources)
    if (!read.ok) return read
    for (const via of new Set(sources.map((source) => source.via))) {
      const sought = await seekFrom(job, filing, via, sources.filter((source) => source.via === via))
      if (!sought.ok) return sought
    }
    return ok(null)
  }

  const begin = async (filingId: FilingId, pick: (filing: FilingSummary) => readonly CarriedSource[]): Promise<Result<null>> => {
    await underway.get(filingId)?.done
    const job = library.newId()
    const done = seek(job, filingId, pick).finally(() => {
      if (underway.get(filingId)?.job === job) underway.delete(filingId)
    })
    underway.set(filingId, { job, done })
    return done
  }

  return {
    carryMissing: async (filingId) => {
      // What the window asked for at the same time goes first.
      await yieldThread()
      if (closed) return ok(null)
      const filing = getFiling(library.db, filingId)
      if (!filing || underway.has(filingId) || unsoughtIn(library.db, filing).length === 0) return ok(null)
      const carried = await begin(filingId, (now) => unsoughtIn(library.db, now))
      if (carried.ok) library.emit('work.changed', { filingId })
      else library.log(`${filing.fileName}: the annotations of its older version were not looked for: ${carried.failure.message}`)
      return carried
    },
    carryFrom: (olderId, filingId) => begin(filingId, (filing) => unsoughtOf(library.db, filing, sourcesFrom(library.db, olderId))),
    cancel: (job) => {
      if ([...underway.values()].some((running) => running.job === job)) library.analysis.cancel(job)
    },
    close: async () => {
      closed = true
      await Promise.allSettled([...underway.values()].map(({ done }) => done))
    }
  }
}
