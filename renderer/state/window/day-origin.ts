import type { DayOrigin } from '#contract/library'

/** Where a day was read that no header tells, in the reader's words. */
export const ORIGIN_WORDS: Readonly<Record<DayOrigin, string>> = {
  facts: 'from the tagged facts of the report',
  cover: 'from the cover page',
  dateline: 'from the dateline of the release',
  signature: 'from the signature page',
  text: 'from the text'
}
