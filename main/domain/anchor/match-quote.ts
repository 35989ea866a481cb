import search from 'approx-string-match'
import { diffArrays } from 'diff'
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

/** Whether a quote was cut from inside a word at its start or end. */
export interface WordCut {
  readonly start: boolean
  readonly end: boolean
}

/** How many places are looked at closely, of those that share the most words with the quote. */
const CLOSEST_PLACES = 6

/** A word that stands in more places than this tells nothing about where a quote is. */
const COMMON_WORD = 400

/** How many words of a quote are looked up, from each of its ends, to find where it may stand. */
const TELLING_WORDS = 100

/** Quotes longer than this, in code units, are found by their two ends: comparing them unit by unit would take seconds. */
const LONG_QUOTE = 3000
const LONG_END = 600

/** The most words put in and taken out that a long quote is compared through. */
const MOST_WORD_EDITS = 1500

const WORD = /[\p{L}\p{N}]+/gu

const isWordUnit = (text: string, at: number): boolean => at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at] ?? '')

const cutsWord = (text: string, at: number): boolean => isWordUnit(text, at - 1) && isWordUnit(text, at)

/** The words of a quote with where they begin, of a long one those near its ends. */
const tellingWords = (quote: string): RegExpExecArray[] => {
  const words = [...quote.matchAll(WORD)]
  return words.length > 2 * TELLING_WORDS ? [...words.slice(0, TELLING_WORDS), ...words.slice(-TELLING_WORDS)] : words
}

/** Where the quote could begin: behind each place of its rarest whole word, or wherever it stands where it has none. */
const possibleStarts = (anchors: AnchorText, quote: string, wasCut: WordCut): readonly number[] => {
  const places = anchors.places()
  let fewest: { readonly at: number; readonly where: readonly number[] } | null = null
  for (const match of tellingWords(quote)) {
    const { index } = match
    const isWhole = (index > 0 || !wasCut.start) && (index + match[0].length < quote.length || !wasCut.end)
    const where = places.get(match[0].toLowerCase()) ?? []
    if (isWhole && (fewest === null || where.length < fewest.where.length)) fewest = { at: index, where }
  }
  if (fewest) {
    const { at, where } = fewest
    return where.map((place) => place - at)
  }
  const starts: number[] = []
  for (let at = anchors.text.indexOf(quote); at >= 0; at = anchors.text.indexOf(quote, at + 1)) starts.push(at)
  return starts
}

/** Every place where the quote stands exactly, in their order. A place that cuts a word counts only where the quote itself was cut from one. */
export const findExact = (anchors: AnchorText, quote: string, wasCut: WordCut): QuoteMatch[] => {
  if (quote === '') return []
  return possibleStarts(anchors, quote, wasCut).flatMap((start): QuoteMatch[] => {
    const end = start + quote.length
    if (start < 0 || !anchors.text.startsWith(quote, start)) return []
    return (wasCut.start || !cutsWord(anchors.text, start)) && (wasCut.end || !cutsWord(anchors.text, end))
      ? [{ start, end, errors: 0 }]
      : []
  })
}

/** Where the quote would have to begin for its words to stand where they do, voted for by the rarer ones. */
const likelyStarts = (anchors: AnchorText, quote: string): number[] => {
  const places = anchors.places()
  const bucket = Math.max(16, Math.min(quote.length, LONG_QUOTE) >> 2)
  const votes = new Map<number, number>()
  for (const match of tellingWords(quote)) {
    const where = places.get(match[0].toLowerCase()) ?? []
    if (where.length > COMMON_WORD) continue
    for (const place of where) {
      const at = Math.floor((place - match.index) / bucket)
      votes.set(at, (votes.get(at) ?? 0) + 1 / where.length + 1)
    }
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSEST_PLACES)
  const most = ranked[0]?.[1] ?? 0
  // The votes for one place may fall into two neighbouring buckets, so half of the most is still in question.
  return ranked.filter(([, count]) => count >= most / 3).map(([at]) => at * bucket)
}

/** Widens a match to whole words, since an edit at its edge must not hide half a number, and leaves out blanks at its ends. */
const toWholeWords = (text: string, match: QuoteMatch): QuoteMatch => {
  let { start, end } = match
  while (start < end && text[start] === ' ') start += 1
  while (end > start && text[end - 1] === ' ') end -= 1
  while (start > 0 && cutsWord(text, start)) start -= 1
  while (end < text.length && cutsWord(text, end)) end += 1
  if (text[end] === '%') end += 1
  return { start, end, errors: match.errors }
}

const searchIn = (text: string, from: number, to: number, words: string, most: number): QuoteMatch[] => {
  const start = Math.max(0, from)
  return search(text.slice(start, to), words, most).map((match) => ({ start: start + match.start, end: start + match.end,
    errors: match.errors })
  )
}

const fewest = (matches: readonly QuoteMatch[]): QuoteMatch | undefined =>
  matches.reduce<QuoteMatch | undefined>((best, match) => (best === undefined || match.errors < best.errors ? match : best), undefined)

/** The code units that differ between two long texts, told by their words; null where too many do. */
const wordErrors = (a: string, b: string): number | null => {
  const changes = diffArrays(a.split(' '), b.split(' '), { maxEditLength: MOST_WORD_EDITS })
  // Typed as always there, it is absent where the longest edit was passed.
  if (!Array.isArray(changes)) return null
  let added = 0
  let removed = 0
  for (const change of changes) {
    const length = change.value.join(' ').length
    if (change.added) added += length
    if (change.removed) removed += length
  }
  return Math.max(added, removed)
}

/** A long quote near a place: its beginning, its end behind that, and no more than a fifth different between them. */
const findLong = (anchors: AnchorText, quote: string, near: number): QuoteMatch[] => {
  const most = Math.floor(LONG_END * MOST_DIFFERENT)
  const head = fewest(searchIn(anchors.text, near - LONG_END, near + LONG_QUOTE + LONG_END, quote.slice(0, LONG_END), most))
  if (!head) return []
  const tailAt = head.start + quote.length - LONG_END
  const slack = Math.floor(quote.length * MOST_DIFFERENT)
  const tail = fewest(searchIn(anchors.text, Math.max(head.end, tailAt - slack), tailAt + LONG_END + slack, quote.slice(-LONG_END), most))
  if (!tail) return []
  const errors = wordErrors(quote, anchors.text.slice(head.start, tail.end))
  return errors !== null && errors <= quote.length * MOST_DIFFERENT ? [{ start: head.start, end: tail.end, errors }] : []
}

/** The places most like the quote, at most a fifth of it different, the best first; they do not overlap. */
export const findFuzzy = (anchors: AnchorText, quote: string): QuoteMatch[] => {
  if (quote.length < SHORTEST_FUZZY) return []
  const most = Math.floor(quote.length * MOST_DIFFERENT)
  const found: QuoteMatch[] = []
  for (const start of likelyStarts(anchors, quote)) {
    const near = quote.length > LONG_QUOTE
      ? findLong(anchors, quote, start)
      : searchIn(anchors.text, start - (quote.length >> 1) - 16, start + 2 * quote.length + 32, quote, most)
    for (const match of near) found.push(toWholeWords(anchors.text, match))
  }
  found.sort((a, b) =>
    a.errors - b.errors || Math.abs(a.end - a.start - quote.length) - Math.abs(b.end - b.start - quote.length) || a.start - b.start
  )
  const apart: QuoteMatch[] = []
  for (const match of found) if (apart.every((other) => match.end <= other.start || match.start >= other.end)) apart.push(match)
  return apart
}
