/** Which filing another is likely to be compared with. */
import { baseForm, isAmendment, isSameCompany } from '#model/filing-identity'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import type { VersionCandidate } from '#contract/version'

/** A filing that is likely meant, and why, in a few words. */
export interface Counterpart {
  readonly filing: FilingSummary
  readonly why: string
}

const dateOf = ({ filedAt, importedAt }: FilingSummary): string => filedAt ?? importedAt

const nameOf = ({ exhibit, form }: FilingSummary): string => exhibit ?? form ?? 'filing'

/** Whether both are the same kind of paper: the same exhibit where either is one, else the same form. */
const isSameKind = (a: FilingSummary, b: FilingSummary): boolean =>
  a.exhibit !== null || b.exhibit !== null ? a.exhibit === b.exhibit : baseForm(a.form) !== '' && baseForm(a.form) === baseForm(b.form)

const level = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** A bare release names its company nowhere but in its title; two of one title are of one company. */
const isOfOneHouse = (a: FilingSummary, b: FilingSummary): boolean =>
  isSameCompany(a, b) || ((a.company === null || b.company === null) && level(a.title) !== '' && level(a.title) === level(b.title))

/** How many likely filings are offered before the others. */
const MOST = 4

/**
 * The filings that another is likely compared with, the likeliest first: versions of it, its amendments or what it amends, then the
 * paper of the same kind before it and the one after it. `known` are the versions that the library itself proposes.
 */
export const counterpartsOf = (filing: FilingSummary, filings: readonly FilingSummary[],
  known: readonly VersionCandidate[]): readonly Counterpart[] => {
  const found: Counterpart[] = known.map(({ filing: { id }, why }) => ({ id, why })).flatMap(({ id, why }) => {
    const candidate = filings.find((one) => one.id === id && one.id !== filing.id)
    return candidate ? [{ filing: candidate, why }] : []
  })
  const own = filings.filter((other) =>
    other.id !== filing.id && other.trashedAt === null && isOfOneHouse(filing, other) && isSameKind(filing, other)
  )
  const add = (other: FilingSummary | undefined, why: string): void => {
    if (other) found.push({ filing: other, why })
  }
  for (const other of own) {
    if (isAmendment(other.form) && !isAmendment(filing.form)) add(other, 'An amendment of it')
    if (isAmendment(filing.form) && !isAmendment(other.form)) add(other, 'What it may amend')
  }
  const byDate = [...own].filter((other) => isAmendment(other.form) === isAmendment(filing.form)).sort((a, b) =>
    dateOf(a).localeCompare(dateOf(b))
  )
  add(byDate.findLast((other) => dateOf(other) < dateOf(filing)), `The ${nameOf(filing)} before it`)
  add(byDate.find((other) => dateOf(other) > dateOf(filing)), `The ${nameOf(filing)} after it`)
  const seen = new Set<FilingId>()
  return found.filter(({ filing: { id } }) => !seen.has(id) && seen.add(id)).slice(0, MOST)
}
