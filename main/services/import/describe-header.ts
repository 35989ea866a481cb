import type { Block, DeliveredDocument, FilingDocument } from '#contract/filing'
import type { FilingDetails } from '#contract/filing-details'
import type { FilingId } from '#contract/ids'
import type { DayOrigins } from '#contract/library'
import { describeFiling } from '../../domain/describe/describe-filing'
import type { FilingDescription } from '../../domain/describe/describe-filing'
import { DESCRIBER_VERSION } from '../../domain/versions'
import { listWordsAtEnds } from '../../store/blocks'
import { listDocuments } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { setHeaderDetails } from '../../store/filing-details'
import { getFiling, getFilingParts } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { EMPTY_PARTS, listFirstFacts } from '../../store/parts'
import { listSections } from '../../store/sections'
import { transactUnsynced } from '../../store/sql'
import type { LibraryContext } from '../library-context'

/** What is kept of a description: a day that no header tells is the best that the filing says, with where it says so. */
export interface KeptDescription extends FilingDetails {
  readonly title: string
  readonly origins: DayOrigins
}

/** The rows that a description is kept in. A filing without a header counts as filed on the day it reports of, where it says no other. */
export const keptOf = ({ days, ...said }: FilingDescription): KeptDescription => {
  const filed = days.filed ?? (said.form === null || /^(?:8-K|6-K)/i.test(said.form) ? days.reported : null)
  const period = days.period ?? days.reported
  const { title, company, form, exhibit, cik, accession } = said
  return {
    title,
    company,
    form,
    exhibit,
    cik,
    accession,
    filedAt: filed?.day ?? null,
    period: period?.day ?? null,
    origins: {
      ...(filed && filed.from !== 'header' ? { filedAt: filed.from } : {}),
      ...(period && period.from !== 'header' ? { period: period.from } : {})
    }
  }
}

/** How many blocks from the top and from the foot of a document may say what a filing is: its cover or headline, its signatures. */
const HEAD = 200
const FOOT = 1500

/** How many code units of a block may say it: more than any cover page set as one block has. */
const WORDS = 20_000

/** How many facts may say it: those of the cover page come first. */
const FACTS = 300

/** As much of a document that was just analysed as a description takes. */
export const endsOf = (document: DeliveredDocument): FilingDocument => {
  const { blocks } = document
  const from = Math.max(HEAD, blocks.length - FOOT)
  const ends = [...blocks.slice(0, HEAD), ...blocks.slice(from)]
  return { ...document, hidden: [], blocks: ends.map((block) => ({ ...block, text: block.text.slice(0, WORDS) })),
    sections: [...document.sections], sentences: [], facts: document.facts.slice(0, FACTS), findings: [], forwardLooking: [], figures: [] }
}

/** As much of a stored document as a description takes; the first tells more than the exhibits, of which the headline is asked. */
const readEnds = (db: ReadableDb, { key, summary }: StoredDocument, isFirst: boolean): FilingDocument => {
  const { sequence, type, filename, description, format, range } = summary
  const blocks = listWordsAtEnds(db, key, HEAD, isFirst ? FOOT : 0)
    .map(({ kind, text }, at): Block => ({ id: String(at), kind, text: text.slice(0, WORDS), ranges: [], map: [], why: '' }))
  return { sequence, type, filename, description, format, range, ...EMPTY_PARTS, blocks, sentences: [],
    sections: isFirst ? listSections(db, key) : [], facts: isFirst ? listFirstFacts(db, key) : [] }
}

/**
 * Describes a filing by what stands in the library of it: after its exhibits were read, and for filings that older rules described. What
 * the analyst wrote by hand stays. Whether a list shows anything new.
 */
export const describeAgain = ({ db }: Pick<LibraryContext, 'db'>, id: FilingId): boolean => {
  const filing = getFiling(db, id)
  const parts = getFilingParts(db, id)
  if (!filing || !parts) return false
  const documents = listDocuments(db, id)
  const parsed = documents.filter(({ summary }) => summary.parsed)
  const read = parsed.filter(({ summary }, at) => at === 0 || /^EX-99/i.test(summary.type ?? '')).map((stored, at) =>
    readEnds(db, stored, at === 0)
  )
  const { origins, ...said } = keptOf(describeFiling(filing.fileName, parts.submission, documents.map(({ summary }) => summary), read))
  return transactUnsynced(db, () => setHeaderDetails(db, id, said, origins, DESCRIBER_VERSION))
}
