/**
 * A half-open range into the decoded text of one file: UTF-16 code units, 0-based, `end` excluded, a byte order mark not
 * counted. Every node that Redwell shows, finds or stores speaks in these.
 */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * How the shown text of a block maps back to the source: quadruples `shownStart, shownLength, sourceStart, sourceLength`,
 * flattened, in order, covering the shown text without gaps. Where both lengths are equal the segment maps one to one;
 * where they differ (an entity, a collapsed run of white space, the gap between two cells) it is atomic.
 */
export type TextMap = readonly number[]
