import search from 'approx-string-match'
import type { AnchorText } from './anchor-text'

/** A place of the anchor text that may be the quote's; `errors` are edits in code units. */
export interface QuoteMatch {
  readonly start: number
  readonly end: number
  readonly errors: number
}

/** Quotes shorter than this match exactly or not at all (hypothesis/h#2634: "Linus" inside "machines"). In code units. */
export const SHORTEST_FUZZY = 20

/** The most of a quote that may differ, as a share of its length. */
export const MOST_DIFFERENT = 0.2

/** How many places are looked at closely, of those that share the most words with the quote. */
const CLOSEST_PLACES = 6

/** A word that stands in more places than this tells nothing about where a quote is. */
const COMMON_WORD = 400

const isWordUnit = (text: string, at: number): boolean => at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at] ?? '')

const cutsWord = (text: string, at: number): boolean => isWordUnit(text, at - 1) && isWordUnit(text, at)

/** Every place where the quote stands exactly. A place that cuts a word counts only where the quote itself was cut from one. */
export const findExact = (anchors: AnchorText, quote: string, wasCut: { readonly start: boolean; readonly end: boolean }): QuoteMatch[] => {
  const matches: QuoteMatch[] = []
  if (quote === '') return matches
  for (let at = anchors.text.indexOf(quote); at >= 0; at = anchors.text.indexOf(quote, at + 1)) {
    const end = at + quote.length
    if ((wasCut.start || !cutsWord(anchors.text, at)) && (wasCut.end || !cutsWord(anchors.text, end))) matches.push({ start: at, end, errors: 0 })
  }
  return matches
}

/** Where the quote would have to begin for its words to stand where they do, voted for by the rarer ones. */
const likelyStarts = (anchors: AnchorText, quote: string): number[] => {
  const bucket = Math.max(16, quote.length >> 2)
  const votes = new Map<number, number>()
  for (const match of quote.matchAll(/[\p{L}\p{N}]+/gu)) {
    const places = anchors.places.get(match[0].toLowerCase()) ?? []
    if (places.length > COMMON_WORD) continue
    for (const place of places) {
      const at = Math.floor((place - match.index) / bucket)
      votes.set(at, (votes.get(at) ?? 0) + 1 / places.length + 1)
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSEST_PLACES).map(([at]) => at * bucket)
}

/** Widens a match to whole words: an edit at its edge must not hide half a number. */
const toWholeWords = (text: string, match: QuoteMatch): QuoteMatch => {
  let { start, end } = match
  while (start > 0 && cutsWord(text, start)) start -= 1
  while (end < text.length && cutsWord(text, end)) end += 1
  if (text[end] === '%') end += 1
  return { start, end, errors: match.errors }
}

/** The places most like the quote, at most a fifth of it different, the best first; they do not overlap. */
export const findFuzzy = (anchors: AnchorText, quote: string): QuoteMatch[] => {
  if (quote.length < SHORTEST_FUZZY) return []
  const most = Math.floor(quote.length * MOST_DIFFERENT)
  const found: QuoteMatch[] = []
  for (const start of likelyStarts(anchors, quote)) {
    const from = Math.max(0, start - quote.length)
    const window = anchors.text.slice(from, start + 3 * quote.length)
    for (const match of search(window, quote, most)) found.push(toWholeWords(anchors.text, { start: from + match.start, end: from + match.end, errors: match.errors }))
  }
  found.sort((a, b) => a.errors - b.errors || Math.abs(a.end - a.start - quote.length) - Math.abs(b.end - b.start - quote.length) || a.start - b.start)
  const apart: QuoteMatch[] = []
  for (const match of found) if (apart.every((other) => match.end <= other.start || match.start >= other.end)) apart.push(match)
  return apart
}
