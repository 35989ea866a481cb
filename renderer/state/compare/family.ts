import { baseForm, isAmendment, isSameCompany } from '#model/filing-identity'
import type { FilingSummary } from '#contract/library'

/** The filings of the library that belong to one: the rest of its submission, its amendments or what it amends, what was filed that day, and others of its company; newest first. */
export interface Family {
  readonly submission: readonly FilingSummary[]
  readonly amendments: readonly FilingSummary[]
  /** Filed by the same company on the same day, under another accession number. */
  readonly sameDay: readonly FilingSummary[]
  readonly company: readonly FilingSummary[]
}

/** Whether the one amends the other: the same form, one of the two with the suffix /A. */
const amends = (a: FilingSummary, b: FilingSummary): boolean => {
  if (a.form === null || b.form === null) return false
  return baseForm(a.form) === baseForm(b.form) && (isAmendment(a.form) || isAmendment(b.form))
}

const newestFirst = (a: FilingSummary, b: FilingSummary): number =>
  (b.filedAt ?? '').localeCompare(a.filedAt ?? '') || a.title.localeCompare(b.title)

/** Sorts the filings of the library into the family of one; each stands in the nearest relation only. */
export const familyOf = (filing: FilingSummary, filings: readonly FilingSummary[]): Family => {
  const submission: FilingSummary[] = []
  const amendments: FilingSummary[] = []
  const sameDay: FilingSummary[] = []
  const company: FilingSummary[] = []
  for (const other of filings) {
    if (other.id === filing.id || other.trashedAt !== null) continue
    if (filing.accession !== null && other.accession === filing.accession) submission.push(other)
    else if (isSameCompany(filing, other))
      (amends(filing, other) ? amendments : filing.filedAt !== null && filing.filedAt === other.filedAt ? sameDay : company).push(other)
  }
  return { submission: submission.sort(newestFirst), amendments: amendments.sort(newestFirst), sameDay: sameDay.sort(newestFirst),
    company: company.sort(newestFirst) }
}
