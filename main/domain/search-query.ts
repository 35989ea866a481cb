/** The most words a query may have, and the most UTF-16 code units that are read of it: what keeps any query cheap. */
export const QUERY_LIMITS = { words: 32, length: 500 }

/** A query for the full-text index that means what was typed, or that there is none; `open` says that the last word may go on. */
export type SearchQuery =
  | { readonly kind: 'query'; readonly match: string; readonly words: readonly string[]; readonly open: boolean }
  | { readonly kind: 'empty' }

/** Characters of the query that no index holds: controls, a zero among them, which would end the query early. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROLS = /[\u0000-\u001f\u007f]/g

const HAS_WORD = /[\p{L}\p{N}\p{Co}]/u

/** Cuts at white space, but not inside a pair of straight or curly double quotes: these make a phrase. */
const PIECES = /["“”„«»]([^"“”„«»]*)["“”„«»]|[^\s"“”„«»]+/gu

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

/**
 * Turns what a reader typed into a query of FTS5: every word and phrase in quotes, so that nothing typed is an operator,
 * all of them wanted. The last word also matches the words it begins, from two letters
 * on and unless the text ends in a space or a quote.
 * Text is folded by the caller as the index is.
 */
export const toSearchQuery = (typed: string): SearchQuery => {
  const text = typed.slice(0, QUERY_LIMITS.length).replace(CONTROLS, ' ')
  const words: string[] = []
  let open = false
  for (const match of text.matchAll(PIECES)) {
    const phrase = match[1]
    const piece = (phrase ?? match[0]).trim()
    if (!HAS_WORD.test(piece) || words.length >= QUERY_LIMITS.words) continue
    words.push(piece)
    open = phrase === undefined && piece.length > 1 && match.index + match[0].length === text.length
  }
  if (words.length === 0) return { kind: 'empty' }
  return { kind: 'query', match: words.map(quoted).join(' ') + (open ? '*' : ''), words, open }
}
