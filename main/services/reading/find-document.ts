import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import { getDocument } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import { areListsSound, isContentSound } from '../integrity/content-check'
import { tellContent } from '../integrity/integrity'
import { mendSource } from '../integrity/source-check'
import type { LibraryContext } from '../library-context'
import { keepAnswer } from '../import/keep-document'
import type { FoundDocument } from '../import/keep-document'
import { createReadingAhead } from '../import/read-ahead'
import type { ReadDocumentAhead, Underway } from '../import/read-ahead'
import { isOutdated, renewDocument } from './renew-document'

/** Finds the documents of a library; one that is asked for twice at once is analysed once. */
export interface DocumentFinder {
  /** `thorough` also holds what is listed of it beside its content against its seal. */
  readonly find: (filingId: FilingId, sequence: number, thorough?: boolean) => Promise<FoundDocument>
  /** Reads a document that nobody waits for. */
  readonly ahead: ReadDocumentAhead
  /** Waits until no document is being stored any more. */
  readonly close: () => Promise<void>
}

const analyseLater = async (library: LibraryContext, filing: FilingSummary, stored: StoredDocument): Promise<FoundDocument> => {
  const job = library.newId()
  const path = library.sources.pathOf(filing.sha256)
  const { sequence } = stored.summary
  const answered = await library.analysis.run({ job, path, encoding: filing.encoding, sequence }, (stage, done, total) => {
    library.emit('work.progress', { job, file: filing.fileName, stage, done, total })
  })
  if (!answered.ok) return { ok: false, failure: { ...answered.failure, file: filing.fileName } }
  const content = answered.value.document
  if (!content) return fail('not-found', 'This document is not in the filing.', { file: filing.fileName })
  return keepAnswer(library, filing, stored, content, answered.value)
}

/** Reads a document again whose stored content is no longer what was stored: from the kept bytes, or from another copy of them. */
const mendContent = async (library: LibraryContext, filing: FilingSummary, stored: StoredDocument): Promise<FoundDocument> => {
  const first = await analyseLater(library, filing, stored)
  const again = !('key' in first) && !first.ok && first.failure.code === 'source-damaged' && await mendSource(library, filing)
  const made = again ? await analyseLater(library, filing, stored) : first
  tellContent(library, filing, 'key' in made || made.ok)
  return made
}

/** The finder of a library. What is stored is checked each time before it is handed out. */
export const createDocumentFinder = (library: LibraryContext): DocumentFinder => {
  const underway: Underway = new Map()
  const ahead = createReadingAhead(library, underway)
  // A document that keeps its older text for its notes is not tried again before the next start.
  const settled = new Set<string>()
  const make = async (filing: FilingSummary, stored: StoredDocument, spoilt: boolean, renews: boolean): Promise<FoundDocument> => {
    if (spoilt) return mendContent(library, filing, stored)
    return renews ? ok(await renewDocument(library, filing, stored)) : analyseLater(library, filing, stored)
  }
  const isSound = async (stored: StoredDocument, thorough: boolean): Promise<boolean> =>
    await isContentSound(library, stored) && (!thorough || await areListsSound(library, stored))
  /** What is asked for: a document that stands in the library as it was stored, or one that is made just now. */
  const find = async (filingId: FilingId, sequence: number, thorough = false): Promise<FoundDocument> => {
    const filing = getFiling(library.db, filingId)
    const name = `${filingId} ${String(sequence)}`
    ahead.giveWay(name)
    const before = getDocument(library.db, filingId, sequence)
    const sound = before?.summary.parsed !== true || underway.has(name) || await isSound(before, thorough)
    const known = underway.get(name)
    if (known) return known
    const stored = getDocument(library.db, filingId, sequence)
    if (!filing || !stored) return fail('not-found', 'This filing is no longer in the library.')
    // What was stored anew while it was looked at is as it was stored.
    const spoilt = !sound && stored.summary.parsed && stored.seal === before.seal
    const renews = isOutdated(stored) && !settled.has(name)
    if (stored.summary.parsed && !spoilt && !renews) return stored
    settled.add(name)
    const tracked: Promise<FoundDocument> = make(filing, stored, spoilt, renews).finally(() => underway.delete(name))
    underway.set(name, tracked)
    return tracked
  }
  return {
    find,
    ahead: ahead.read,
    close: async () => {
      await Promise.allSettled(underway.values())
    }
  }
}
