import { defaultFilter } from 'cmdk'
import type { FilingSummary } from '#contract/library'

/** What the value of a filing begins with in the palette; no command's does. */
export const FILING_VALUE = 'filing:'

/**
 * How well an entry of the palette fits what is typed, 0 where it does not: a command that holds every word goes before each filing
 * that does, and what only has the letters in their order comes last.
 */
export const paletteScore = (value: string, typed: string, keywords: readonly string[] = []): number => {
  const isFiling = value.startsWith(FILING_VALUE)
  const hay = (isFiling ? keywords.join(' ') : value).toLowerCase()
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const loose = Math.min(1, defaultFilter?.(hay, typed.toLowerCase()) ?? 0)
  if (words.every((word) => hay.includes(word))) return (isFiling ? 1 : 2) + loose
  return isFiling ? 0 : loose * 0.9
}

/** The words a filing is found by. */
export const keywordsOf = (
  { title, company, form, exhibit, fileName }: FilingSummary
): string[] => [title, company ?? '', form ?? '', exhibit ?? '', fileName]

/** How many filings the palette lists; the library has the rest. */
const MOST_FILINGS = 50

/** The filings that the palette lists for what is typed: of all there are those that fit, the first 50 of them. */
export const bestFilings = (filings: readonly FilingSummary[], typed: string): readonly FilingSummary[] => {
  const query = typed.trim()
  const fitting = query === ''
    ? filings
    : filings.filter((filing) => paletteScore(`${FILING_VALUE}${filing.id}`, query, keywordsOf(filing)) > 0)
  return fitting.slice(0, MOST_FILINGS)
}
