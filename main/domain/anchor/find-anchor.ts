import type { AnchorVerdict, Selectors } from '#contract/annotation'
import type { TextRange } from '#contract/range'
import type { AnchorText } from './anchor-text'
import { levelQuote, sectionPathAt, sourceOf, stretchOf } from './anchor-text'
import { compareWords } from './guards'
import { findExact, findFuzzy, MOST_DIFFERENT, SHORTEST_FUZZY } from './match-quote'
import type { QuoteMatch } from './match-quote'

/** Where an annotation's words are now, and how they fared. `range` and `words` are null where they are gone. */
export interface FoundAnchor {
  readonly verdict: AnchorVerdict
  readonly range: TextRange | null
  /** The words now in that place, for a before and after. */
  readonly words: string | null
}

/** Only these two verdicts tie an annotation to its place by themselves; all others wait for the analyst. */
export const reattachesByItself = (verdict: AnchorVerdict): boolean => verdict === 'intact' || verdict === 'moved'

const GONE: FoundAnchor = { verdict: 'gone', range: null, words: null }

/** How many words of context on either side are compared: about 64 code units hold ten. */
const CONTEXT_WORDS = 10

/** Contexts are the same from this share of common words on: one word of four may be edited. */
const SAME_CONTEXT = 0.7

/** Two places whose contexts differ by less than this cannot be told apart. */
const TIE = 0.15

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of the first words that the second hold in the same order (longest common subsequence). */
const commonShare = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0) return 1
  let row: number[] = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    b.forEach((other, at) => { next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)) })
    row = next
  }
  return (row[b.length] ?? 0) / a.length
}

interface Candidate {
  readonly match: QuoteMatch
  /** Likeness of the context before and after, and of the section; each 0 to 1. */
  readonly before: number
  readonly after: number
  readonly section: number
}

const contextLength = (text: string): number => text.length + 48

const judge = (anchors: AnchorText, selectors: Selectors, match: QuoteMatch): Candidate => {
  const { prefix, suffix } = selectors.quote
  const before = wordsOf(levelQuote(prefix)).slice(-CONTEXT_WORDS)
  const after = wordsOf(levelQuote(suffix)).slice(0, CONTEXT_WORDS)
  const textBefore = wordsOf(anchors.text.slice(Math.max(0, match.start - contextLength(prefix)), match.start)).slice(-CONTEXT_WORDS)
  const textAfter = wordsOf(anchors.text.slice(match.end, match.end + contextLength(suffix))).slice(0, CONTEXT_WORDS)
  const range = sourceOf(anchors, match.start, match.end)
  const path = range ? sectionPathAt(anchors, range.start) : []
  const section = path.at(-1) === selectors.sectionPath.at(-1) ? 1 : 0
  return { match, before: commonShare(before, textBefore), after: commonShare(after, textAfter), section }
}

const likeness = (candidate: Candidate): number => candidate.before + candidate.after + candidate.section / 2

/** Whether the text around a place is that around the quote: one whole side of it, or most of both. */
const hasContext = ({ before, after }: Candidate): boolean => Math.max(before, after) >= SAME_CONTEXT || (before + after) / 2 >= SAME_CONTEXT

const hasBothContexts = ({ before, after }: Candidate): boolean => before >= SAME_CONTEXT && after >= SAME_CONTEXT

const place = (anchors: AnchorText, match: QuoteMatch, verdict: AnchorVerdict): FoundAnchor => {
  const range = sourceOf(anchors, match.start, match.end)
  return range ? { verdict, range, words: anchors.text.slice(match.start, match.end) } : GONE
}

/** Offsets are worth what they point at: the words there must be the quote's. */
const findByOffsets = (anchors: AnchorText, selectors: Selectors, quote: string): FoundAnchor | null => {
  if (selectors.textSha256 !== anchors.textSha256) return null
  const stretch = stretchOf(anchors, selectors.position)
  const words = anchors.text.slice(stretch.start, stretch.end)
  return levelQuote(words) === quote ? { verdict: 'intact', range: selectors.position, words } : null
}

const countIn = (origin: AnchorText | null, quote: string, wasCut: { readonly start: boolean; readonly end: boolean }): number | null =>
  origin ? findExact(origin, quote, wasCut).length : null

/** One copy of the quote, or one whose surroundings single it out. */
const pickExact = (candidates: readonly Candidate[], quote: string, copiesBefore: number | null): Candidate | 'ambiguous' | null => {
  const [best, second] = [...candidates].sort((a, b) => likeness(b) - likeness(a))
  if (!best) return null
  if (second) return hasContext(best) && likeness(best) - likeness(second) > TIE ? best : 'ambiguous'
  if (hasContext(best)) return best
  const wasOneOfMany = copiesBefore !== null && copiesBefore > 1
  return wasOneOfMany || quote.length < SHORTEST_FUZZY ? 'ambiguous' : best
}

const titlesOf = (anchors: AnchorText): string[] => [...anchors.sections].sort((a, b) => a.range.start - b.range.start).map((section) => section.title)

/** Whether a section changed its order with another of the same text; only titles that stand once in both can tell. */
const isReordered = (title: string | undefined, origin: AnchorText | null, anchors: AnchorText): boolean => {
  if (!origin || title === undefined) return false
  const before = titlesOf(origin)
  const now = titlesOf(anchors)
  const isOnce = (titles: readonly string[], one: string): boolean => titles.indexOf(one) >= 0 && titles.indexOf(one) === titles.lastIndexOf(one)
  if (!isOnce(before, title) || !isOnce(now, title)) return false
  return before.some((other) => isOnce(before, other) && isOnce(now, other)
    && Math.sign(before.indexOf(other) - before.indexOf(title)) !== Math.sign(now.indexOf(other) - now.indexOf(title)))
}

const findExactly = (anchors: AnchorText, selectors: Selectors, origin: AnchorText | null, quote: string): FoundAnchor | null => {
  const wasCut = { start: /[\p{L}\p{N}]$/u.test(selectors.quote.prefix), end: /^[\p{L}\p{N}]/u.test(selectors.quote.suffix) }
  const candidates = findExact(anchors, quote, wasCut).map((match) => judge(anchors, selectors, match))
  const picked = pickExact(candidates, quote, countIn(origin, quote, wasCut))
  if (picked === null) return null
  if (picked === 'ambiguous') return { verdict: 'ambiguous', range: null, words: null }
  const stays = hasBothContexts(picked) && picked.section === 1 && !isReordered(selectors.sectionPath.at(-1), origin, anchors)
  return place(anchors, picked.match, stays ? 'intact' : 'moved')
}

/** A look-alike is the quote's own sentence only where it stands in its section or among its neighbours. */
const isInPlace = (candidate: Candidate): boolean => candidate.section === 1 ? Math.max(candidate.before, candidate.after) >= SAME_CONTEXT / 2 : hasContext(candidate)

const findAlike = (anchors: AnchorText, selectors: Selectors, quote: string): FoundAnchor => {
  const candidates = findFuzzy(anchors, quote).map((match) => judge(anchors, selectors, match)).filter(isInPlace)
  const cost = ({ match }: Candidate): number => match.errors / (quote.length * MOST_DIFFERENT)
  const [best, second] = candidates.sort((a, b) => (cost(a) - likeness(a)) - (cost(b) - likeness(b)))
  if (!best) return GONE
  if (second && (cost(second) - likeness(second)) - (cost(best) - likeness(best)) < TIE) return { verdict: 'ambiguous', range: null, words: null }
  const edit = compareWords(quote, anchors.text.slice(best.match.start, best.match.end))
  if (edit === 'same' || edit === 'typographic') return place(anchors, best.match, hasContext(best) ? 'intact' : 'moved')
  return place(anchors, best.match, edit)
}

/**
 * Looks for an annotation's words in a text: by offsets where it is the very text they were made on, then word for word,
 * then by likeness, each place weighed by its context and section. Numbers and words of polarity must match for words to
 * count as the same; ties are ambiguous. `origin` is the text the annotation was made on, where it is at hand: it tells
 * whether the quote stood in it more than once. Never throws for what the selectors hold.
 */
export const findAnchor = (selectors: Selectors, anchors: AnchorText, origin: AnchorText | null): FoundAnchor => {
  const quote = levelQuote(selectors.quote.exact)
  if (quote === '') return GONE
  return findByOffsets(anchors, selectors, quote)
    ?? findExactly(anchors, selectors, origin, quote)
    ?? findAlike(anchors, selectors, quote)
}
