import type { AnchorVerdict } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { FilingLink, FilingLinkKind, VersionCandidate, VersionReport } from '#contract/version'
import { deleteFilingLink, getFilingLink, listLinksToNewer, listLinksToOlder, putFilingLink } from '../../store/filing-links'
import { getFiling } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { placementsIn } from '../../store/placements'
import { isPlaced, sourcesFrom } from './carried-work'
import { createCarrier } from './carry-annotations'
import type { Carrier } from './carry-annotations'
import type { LibraryContext } from '../library-context'
import { nameOfLink } from '../journal/link-history'
import type { FilingReader } from '../filing-reader'
import { commitChange } from '../journal/record-changes'
import { findVersionCandidates } from './version-candidates'

/** Versions and families of filings. */
export interface Versions extends Pick<Carrier, 'carryMissing' | 'cancel' | 'close'> {
  /** Looks for what a filing takes over and was not looked for, and tells `work.changed` when it is done. Never throws. */
  readonly carryInBackground: (filingId: FilingId) => void
  readonly links: (filingId: FilingId) => Result<readonly FilingLink[]>
  readonly candidates: (filingId: FilingId) => Promise<Result<readonly VersionCandidate[]>>
  /** Links two filings; the notes of an older version are looked for in the newer before the link is there. */
  readonly link: (olderId: FilingId, newerId: FilingId, kind: FilingLinkKind) => Promise<Result<VersionReport>>
  readonly unlink: (olderId: FilingId, newerId: FilingId, kind: FilingLinkKind) => Result<null>
}

const NONE: Readonly<Record<AnchorVerdict, number>> = {
  'intact': 0,
  'moved': 0,
  'reworded': 0,
  'number-changed': 0,
  'polarity-changed': 0,
  'ambiguous': 0,
  'gone': 0
}

/** Counts what became of the annotations of an older version; every one counts once. */
const reportOn = (db: ReadableDb, link: FilingLink): VersionReport => {
  const placements = placementsIn(db, link.newerId)
  const sources = link.kind === 'version' ? sourcesFrom(db, link.olderId) : []
  const verdicts = { ...NONE }
  let [attached, waiting, dismissed] = [0, 0, 0]
  for (const { annotation } of sources) {
    const placement = placements.get(annotation.id)
    verdicts[placement?.verdict ?? 'gone'] += 1
    if (placement && isPlaced(placement)) attached += 1
    else if (placement?.state === 'dismissed') dismissed += 1
    else waiting += 1
  }
  return { link, total: sources.length, verdicts, attached, waiting, dismissed }
}

/** Whether a filing is reached from another by going from newer to older versions. */
const isOlderVersion = (db: ReadableDb, filingId: FilingId, of: FilingId, seen: Set<FilingId> = new Set()): boolean => {
  if (filingId === of) return true
  if (seen.has(of)) return false
  seen.add(of)
  return listLinksToOlder(db, of).some((link) => link.kind === 'version' && isOlderVersion(db, filingId, link.olderId, seen))
}

const checkPair = (db: ReadableDb, olderId: FilingId, newerId: FilingId, kind: FilingLinkKind): Result<null> => {
  if (olderId === newerId) return fail('invalid-request', 'A filing cannot be a version of itself.', { remedy: 'Choose another filing.' })
  if (!getFiling(db, olderId) || !getFiling(db, newerId)) return fail('not-found', 'This filing is no longer in the library.')
  if (kind === 'version' && isOlderVersion(db, newerId, olderId)) {
    return fail('invalid-request', 'That filing is already linked as a later version of this one.', {
      remedy: 'Unlink the two first, then link them the other way round.'
    })
  }
  return ok(null)
}

const LABELS: Readonly<Record<FilingLinkKind, readonly [link: string, unlink: string]>> = {
  version: ['Link versions', 'Unlink versions'],
  family: ['Link family', 'Unlink family']
}

const announce = (library: LibraryContext, olderId: FilingId, newerId: FilingId): void => {
  for (const filingId of [newerId, olderId]) library.emit('work.changed', { filingId })
  library.emit('library.changed', { filingId: newerId })
}

const removeLink = (library: LibraryContext, before: FilingLink): void => {
  const { olderId, newerId, kind } = before
  commitChange(library, LABELS[kind][1], (record) => {
    deleteFilingLink(library.db, olderId, newerId, kind)
    record.steps.push({ entity: 'filing-link', entityId: nameOfLink(before), filingId: newerId, before, after: null })
  })
  announce(library, olderId, newerId)
}

const addLink = (library: LibraryContext, after: FilingLink): void => {
  commitChange(library, LABELS[after.kind][0], (record) => {
    putFilingLink(library.db, after)
    record.steps.push({ entity: 'filing-link', entityId: nameOfLink(after), filingId: after.newerId, before: null, after })
  })
  announce(library, after.olderId, after.newerId)
}

/** The versions and families of a library. */
export const createVersions = (library: LibraryContext, reader: FilingReader): Versions => {
  const { db } = library
  const carrier = createCarrier(library, reader)
  return {
    ...carrier,
    carryInBackground: (filingId) => {
      carrier.carryMissing(filingId).catch((error: unknown) => {
        library.log(
          `annotations of an older version were not looked for: ${error instanceof Error ? error.stack ?? error.message : String(error)}`
        )
      })
    },
    links: (filingId) => ok([...listLinksToOlder(db, filingId), ...listLinksToNewer(db, filingId)]),
    candidates: async (filingId) => {
      const filing = getFiling(db, filingId)
      return filing ? ok(await findVersionCandidates(db, filing)) : fail('not-found', 'This filing is no longer in the library.')
    },
    link: async (olderId, newerId, kind) => {
      const checked = checkPair(db, olderId, newerId, kind)
      if (!checked.ok) return checked
      const known = getFilingLink(db, olderId, newerId, kind)
      if (kind === 'version') {
        const carried = await carrier.carryFrom(olderId, newerId)
        if (!carried.ok) return carried
        // Filings may have been linked, or removed, while the search went on.
        const still = checkPair(db, olderId, newerId, kind)
        if (!still.ok) return still
      }
      const link: FilingLink = known ?? { olderId, newerId, kind, linkedAt: library.clock() }
      if (!known) addLink(library, link)
      return ok(reportOn(db, link))
    },
    unlink: (olderId, newerId, kind) => {
      const known = getFilingLink(db, olderId, newerId, kind)
      if (!known) return fail('not-found', 'These two filings are not linked.')
      removeLink(library, known)
      return ok(null)
    }
  }
}
