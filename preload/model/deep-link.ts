/**
 * Links that lead from an exported file back to words of a filing: `redwell-open:1/<hash>/<document>/<start>-<end>#<first words>`. They name the
 * filing by its content, so that they work on a colleague's machine, and they only navigate.
 */
import type { TextRange } from '#contract/range'

/** The scheme of links from outside; `redwell:` is the program's own. */
export const LINK_SCHEME = 'redwell-open'

/** Where a link leads. */
export interface DeepLink {
  /** The first 16 digits of the SHA-256 of the file, lower-case hexadecimal. */
  readonly hash: string
  readonly sequence: number
  /** Into the decoded text of the file: UTF-16 code units, end exclusive. */
  readonly range: TextRange
  /** The first of the words that stood there when the link was made; empty where it names none. */
  readonly words: string
}

const HASH = 16
const MOST_WORDS = 60
/** No link is longer than this, in code units; a longer text is no link of ours. */
const MOST_LINK = 2048

const LINK = /^redwell-open:1\/([0-9a-f]{16})\/(\d{1,6})\/(\d{1,10})-(\d{1,10})(?:#(.*))?$/

/** Half of a pair cannot be encoded. */
const wellFormed = (words: string): string => words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

/** Makes a link to words of a filing; `sha256` is that of its bytes. */
export const deepLinkOf = (sha256: string, sequence: number, range: TextRange, words: string): string => {
  const first = encodeURIComponent(wellFormed(words.slice(0, MOST_WORDS).replace(/\s+/g, ' ').trim()))
  return `${LINK_SCHEME}:1/${sha256.slice(0, HASH)}/${String(sequence)}/${String(range.start)}-${String(range.end)}#${first}`
}

/** Whether a word is meant as a link of ours; what it says is for `readDeepLink` to judge. */
export const isDeepLink = (word: string): boolean => word.startsWith(`${LINK_SCHEME}:`)

/** What a link says; null where it is none of ours, of a later kind, or too long. Nothing else can be asked by a link. */
export const readDeepLink = (link: string): DeepLink | null => {
  if (link.length > MOST_LINK) return null
  const [, hash = '', sequence = '', start = '', end = '', words = ''] = LINK.exec(link) ?? []
  if (hash === '' || Number(end) < Number(start)) return null
  try {
    return { hash, sequence: Number(sequence), range: { start: Number(start), end: Number(end) }, words: decodeURIComponent(words) }
  } catch {
    return null
  }
}
