import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import type { VersionCandidate } from '#contract/version'
import { baseForm, isAmendment, isSameCompany } from '#model/filing-identity'
import { PRINT_VERSION } from '../../domain/compare/sentence-print'
import { listLinksToNewer, listLinksToOlder } from '../../store/filing-links'
import { getFiling } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { findPrint, getPrints, listPrintedDocuments } from '../../store/sentence-prints'
import type { PrintedDocument } from '../../store/sentence-prints'
import { yieldThread } from '../yield-thread'

/** From this share of common sentences on two filings are one text in two versions, whatever their headers say. */
const NEAR_EQUAL = 0.8

/** Two companies, by their numbers, publish one text only where next to all of it is common: shelf wording alone makes a short release half alike. */
const SAME_TEXT = 0.9

/** A header that speaks for one thing, or the same file name, needs no more than this share: another filing of one day shares less. */
const ALIKE = 0.5

/** Fewer sentences than this tell nothing by themselves: two notices of one page share their safe harbor. */
const FEW_SENTENCES = 4

/** The most filings that are offered. */
const MOST_OFFERED = 4

const level = (words: string | null): string => (words ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const isOtherCompany = (a: FilingSummary, b: FilingSummary): boolean => a.cik !== null && b.cik !== null && !isSameCompany(a, b)

/** A copy that a browser numbered, "release (2).htm", has the name of the first. */
const baseName = (fileName: string): string => level(fileName.replace(/\s*\(\d+\)(?=\.[^.]*$|$)/, ''))

/** Whether two filings of one company and form tell of one thing: an amendment of the other, or of one day or the end of one period. */
const tellOfOneThing = (a: FilingSummary, b: FilingSummary): boolean => {
  if (a.period !== null && b.period !== null) return a.period === b.period
  return isAmendment(a.form) !== isAmendment(b.form)
}

/** Why two filings may be one in two versions; `share` is that of common sentences, null where it is not known. Null where nothing speaks for it. */
const reasonFor = (a: FilingSummary, b: FilingSummary, share: number | null): string | null => {
  const percent = share === null ? '' : `, ${String(Math.round(share * 100))} % of the sentences`
  if (level(a.exhibit) === level(b.exhibit)) {
    if (a.accession !== null && a.accession === b.accession && (share === null || share >= ALIKE)) return `Same accession number${percent}`
    if (share !== null && share >= ALIKE && isSameCompany(a, b) && baseForm(a.form) === baseForm(b.form) &&
      (share >= NEAR_EQUAL || tellOfOneThing(a, b))) {
      return isAmendment(a.form) === isAmendment(b.form)
        ? `Same company${a.form === null ? '' : ' and form'}${percent}`
        : `One amends the other${percent}`
    }
  }
  if (share === null) return null
  // Every quarter has its "ex991.htm": the name alone speaks for nothing where the days are others.
  const sameDay = a.period === null || b.period === null || a.period === b.period
  if (baseName(a.fileName) === baseName(b.fileName) && share >= (sameDay ? ALIKE : NEAR_EQUAL)) return `Same file name${percent}`
  return share >= (isOtherCompany(a, b) ? SAME_TEXT : NEAR_EQUAL) ? `Nearly the same text${percent}` : null
}

/** Which of two filings is the later version: by filing date, then amendments after what they amend, then by import. */
const isLater = (a: FilingSummary, b: FilingSummary): boolean => {
  if (a.filedAt !== null && b.filedAt !== null && a.filedAt !== b.filedAt) return a.filedAt > b.filedAt
  if (isAmendment(a.form) !== isAmendment(b.form)) return isAmendment(a.form)
  return a.importedAt > b.importedAt
}

const printsOf = (db: ReadableDb, documents: readonly PrintedDocument[]): ReadonlySet<number> | null => {
  const sets = documents.flatMap(({ key }) => getPrints(db, key, PRINT_VERSION) ?? [])
  return sets.length === 0 ? null : new Set(sets.flatMap((prints) => [...prints].filter((print) => print !== 0)))
}

/**
 * How many sentences are looked up before all are compared: of two texts of which half is common, one of eight is found but for one
 * time in 256, and looking up eight costs a hundredth of comparing.
 */
const PROBES = 8

/** Whether any of a few sentences, spread over a text, stands in another. */
const mayShare = (db: ReadableDb, prints: readonly number[], documents: readonly PrintedDocument[]): boolean =>
  prints.length < FEW_SENTENCES || Array.from({ length: PROBES }, (_, n) => prints[Math.floor(((n + 0.5) * prints.length) / PROBES)] ?? 0)
    .some((print) => documents.some(({ key }) => findPrint(db, key, PRINT_VERSION, print) >= 0))

/** The share of common sentences, of those of both filings; null where there are too few to tell. */
const shareOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): number | null => {
  if (Math.min(a.size, b.size) < FEW_SENTENCES) return null
  let shared = 0
  for (const print of a) if (b.has(print)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/**
 * The filings of the library that may be an earlier or a later version of one: by accession number, by company, form and exhibit, by
 * file name or by their text, the likeliest first. Those that are linked with it already are left out. Looks in steps.
 */
export const findVersionCandidates = async (db: ReadableDb, filing: FilingSummary): Promise<VersionCandidate[]> => {
  const linked = new Set<FilingId>([...listLinksToOlder(db, filing.id).map(({ olderId }) => olderId),
    ...listLinksToNewer(db, filing.id).map(({ newerId }) => newerId)])
  const byFiling = new Map<FilingId, PrintedDocument[]>()
  for (const document of listPrintedDocuments(db)) byFiling.set(document.filingId, [...byFiling.get(document.filingId) ?? [], document])
  const own = printsOf(db, byFiling.get(filing.id) ?? [])
  const probes = own && [...own]
  const found: (VersionCandidate & { readonly share: number })[] = []
  for (const [id, documents] of byFiling) {
    if (id === filing.id || linked.has(id)) continue
    await yieldThread()
    if (probes && !mayShare(db, probes, documents)) continue
    const others = own && printsOf(db, documents)
    const share = own && others ? shareOf(own, others) : null
    // Most filings of a library share next to nothing with this one: their header is not read at all.
    if (share !== null && share < ALIKE) continue
    const other = getFiling(db, id)
    const why = other ? reasonFor(filing, other, share) : null
    if (other && why !== null) found.push({ filing: other, why, relation: isLater(filing, other) ? 'older' : 'newer', share: share ?? 0 })
  }
  return found.sort((a, b) => b.share - a.share).slice(0, MOST_OFFERED).map(({ filing: other, why, relation }) => ({ filing: other, why,
    relation })
  )
}
