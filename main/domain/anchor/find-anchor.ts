import type { AnchorVerdict, QuoteSelector, Selectors } from '#contract/annotation'
import type { TextRange } from '#contract/range'
import type { AnchorText } from './anchor-text'
import { blockAt, levelQuote, sourceOf, stretchOf } from './anchor-text'
import { contextAt, contextOfQuote, hasBothContexts, hasContext, likenessOf, SAME_CONTEXT, surroundingsAt, TIE, touchingOf,
  weigh } from './context'
import type { Context, Likeness } from './context'
import { compareSurroundings, compareWords } from './guards'
import type { Vocabulary } from './guards'
import { findExact, findFuzzy, MOST_DIFFERENT, SHORTEST_FUZZY } from './match-quote'
import type { QuoteMatch, WordCut } from './match-quote'

/** Where an annotation's words are now, and how they fared. `range` and `words` are null where they are gone or cannot be told from others. */
export interface FoundAnchor {
  readonly verdict: AnchorVerdict
  readonly range: TextRange | null
  /** The words now in that place, for a before and after. */
  readonly words: string | null
}

const GONE: FoundAnchor = { verdict: 'gone', range: null, words: null }
const AMBIGUOUS: FoundAnchor = { verdict: 'ambiguous', range: null, words: null }

/** What is looked for, and in what. */
interface Search {
  readonly selectors: Selectors
  readonly quote: string
  readonly wasCut: WordCut
  readonly anchors: AnchorText
  readonly origin: AnchorText | null
  /** Where the words stand in the text they were made on, or null where that is not at hand or shows other words there. */
  readonly own: QuoteMatch | null
  readonly context: Context
}

interface Candidate {
  readonly match: QuoteMatch
  readonly context: Context
  readonly likeness: Likeness
}

/** More copies than this are told apart only by their nearest neighbours. */
const MOST_COPIES = 16

const beginSearch = (selectors: Selectors, quote: string, anchors: AnchorText, origin: AnchorText | null): Search => {
  const { prefix, suffix } = selectors.quote
  const wasCut = { start: /[\p{L}\p{N}]$/u.test(prefix), end: /^[\p{L}\p{N}]/u.test(suffix) }
  const stretch = origin && stretchOf(origin, selectors.position)
  const own = origin && stretch && levelQuote(origin.text.slice(stretch.start, stretch.end)) === quote ? { ...stretch, errors: 0 } : null
  return { selectors, quote, wasCut, anchors, origin, own, context: origin && own ? contextAt(origin, own) : contextOfQuote(selectors) }
}

const candidateAt = ({ anchors, context }: Search, match: QuoteMatch): Candidate => {
  const found = contextAt(anchors, match)
  return { match, context: found, likeness: likenessOf(context, found) }
}

const place = (anchors: AnchorText, match: QuoteMatch, verdict: AnchorVerdict): FoundAnchor => {
  const range = sourceOf(anchors, match.start, match.end)
  return range ? { verdict, range, words: anchors.text.slice(match.start, match.end) } : GONE
}

/** Offsets are worth what they point at: the words there must be the quote's. */
const findByOffsets = ({ anchors, selectors, quote }: Search): FoundAnchor | null => {
  if (selectors.textSha256 !== anchors.textSha256) return null
  const stretch = stretchOf(anchors, selectors.position)
  const words = anchors.text.slice(stretch.start, stretch.end)
  return levelQuote(words) === quote ? { verdict: 'intact', range: selectors.position, words } : null
}

/** Of very many copies, those between the very neighbours of the quote. */
const withNeighbours = (copies: readonly QuoteMatch[], text: string, { prefix, suffix }: QuoteSelector): readonly QuoteMatch[] => {
  if (copies.length <= MOST_COPIES) return copies
  const before = levelQuote(prefix).slice(-12)
  const after = levelQuote(suffix).slice(0, 12)
  return copies.filter(({ start, end }) =>
    text.slice(0, start).slice(-16).trimEnd().endsWith(before) && text.slice(end, end + 16).trimStart().startsWith(after)
  ).slice(0, MOST_COPIES)
}

/** The other copies of the quote in the text it was made on. */
const rivalsOf = ({ origin, own, quote, wasCut, selectors }: Search): readonly QuoteMatch[] | null => {
  if (!origin || !own) return null
  return withNeighbours(findExact(origin, quote, wasCut).filter(({ start, end }) => end <= own.start || start >= own.end), origin.text,
    selectors.quote)
}

/** How like a candidate is to the copy of the old text, other than the quote's own, that it is most like; 0 where there is none. */
const likenessToRivals = (candidate: Candidate, rivals: readonly Context[]): number =>
  rivals.reduce((most, rival) => Math.max(most, weigh(likenessOf(rival, candidate.context))), 0)

/** Copies whose surroundings are the same in the old text and the new are told by their order, where none was added or lost. */
const pickByOrder = ({ own, origin, context }: Search, tied: readonly Candidate[], rivals: readonly QuoteMatch[]):
  | Candidate
  | 'ambiguous' => {
  if (!own || !origin) return 'ambiguous'
  const twins = rivals.filter((rival) => weigh(likenessOf(context, contextAt(origin, rival))) >= weigh(likenessOf(context, context)) - TIE)
  if (twins.length === 0 || twins.length + 1 !== tied.length) return 'ambiguous'
  const before = twins.filter(({ start }) => start < own.start).length
  return [...tied].sort((a, b) => a.match.start - b.match.start)[before] ?? 'ambiguous'
}

/** One of several copies, where the quote stood more than once: that which is more like its own place than like any other. */
const pickAmongRivals = (search: Search, candidates: readonly Candidate[], rivals: readonly QuoteMatch[], origin: AnchorText):
  | Candidate
  | 'ambiguous'
  | null => {
  const contexts = rivals.map((rival) => contextAt(origin, rival))
  const lead = (candidate: Candidate): number => weigh(candidate.likeness) - likenessToRivals(candidate, contexts)
  const claimed = candidates.filter((candidate) => lead(candidate) > TIE && hasContext(candidate.likeness)).sort((a, b) =>
    weigh(b.likeness) - weigh(a.likeness)
  )
  const [best, second] = claimed
  if (best) return second && weigh(best.likeness) - weigh(second.likeness) <= TIE ? 'ambiguous' : best
  const tied = candidates.filter((candidate) => Math.abs(lead(candidate)) <= TIE)
  if (tied.length > 0) return pickByOrder(search, tied, rivals)
  return candidates.some((candidate) => lead(candidate) > 0) ? 'ambiguous' : null
}

/** The copy that is the quote's own; null where there is none, or only the copies of others are left. */
const pickExact = (search: Search, candidates: readonly Candidate[]): Candidate | 'ambiguous' | null => {
  const rivals = rivalsOf(search)
  if (search.origin && rivals && rivals.length > 0) return pickAmongRivals(search, candidates, rivals, search.origin)
  const [best, second] = [...candidates].sort((a, b) => weigh(b.likeness) - weigh(a.likeness))
  if (!best) return null
  if (second) return hasContext(best.likeness) && weigh(best.likeness) - weigh(second.likeness) > TIE ? best : 'ambiguous'
  return hasContext(best.likeness) || search.quote.length >= SHORTEST_FUZZY ? best : 'ambiguous'
}

const titlesOf = (anchors: AnchorText): string[] =>
  [...anchors.sections].sort((a, b) => a.range.start - b.range.start).map((section) => section.title)

const reorderings = new WeakMap<AnchorText, WeakMap<AnchorText, ReadonlySet<string>>>()

/** The titles, of those that stand once in both texts, whose order with another of them changed. */
const reorderedTitles = (origin: AnchorText, anchors: AnchorText): ReadonlySet<string> => {
  const known = reorderings.get(origin)?.get(anchors)
  if (known) return known
  const single = (titles: readonly string[]): string[] => titles.filter((title) => titles.indexOf(title) === titles.lastIndexOf(title))
  const now = single(titlesOf(anchors))
  const places = single(titlesOf(origin)).flatMap((title) => (now.includes(title) ? [{ title, at: now.indexOf(title) }] : []))
  const changed = new Set(
    places.filter(({ at }, n) => places.some((other, m) => other.at !== at && m < n !== other.at < at)).map(({ title }) => title)
  )
  const ofOrigin = reorderings.get(origin) ?? new WeakMap<AnchorText, ReadonlySet<string>>()
  reorderings.set(origin, ofOrigin.set(anchors, changed))
  return changed
}

const isReordered = ({ context, origin, anchors }: Search): boolean =>
  origin !== null && context.title !== '' && reorderedTitles(origin, anchors).has(context.title)

/** The verdict on words that stayed as they were: what their sentence says around them must not turn them. */
const placeUnchanged = (search: Search, { match, likeness }: Candidate): FoundAnchor => {
  const { anchors, origin, own, selectors: { quote } } = search
  const turned = origin && own
    ? compareSurroundings(surroundingsAt(origin, own), surroundingsAt(anchors, match))
    : compareSurroundings(touchingOf(quote.prefix, quote.exact, quote.suffix), touchingOf(
      anchors.text.slice(Math.max(0, match.start - 64), match.start),
      anchors.text.slice(match.start, match.end),
      anchors.text.slice(match.end, match.end + 64)
    ))
  if (turned !== 'same') return place(anchors, match, turned)
  const stays = hasBothContexts(likeness) && likeness.section === 1 && !isReordered(search)
  return place(anchors, match, stays ? 'intact' : 'moved')
}

const findExactly = (search: Search): FoundAnchor | null => {
  const { anchors, quote, wasCut, selectors } = search
  const copies = findExact(anchors, quote, wasCut)
  const near = withNeighbours(copies, anchors.text, selectors.quote)
  if (copies.length > 0 && near.length === 0) return AMBIGUOUS
  const picked = pickExact(search, near.map((match) => candidateAt(search, match)))
  if (picked === null) return null
  return picked === 'ambiguous' ? AMBIGUOUS : placeUnchanged(search, picked)
}

const hasSameRole = ({ origin, own, anchors }: Search, match: QuoteMatch): boolean =>
  !origin || !own || origin.sectionOf(blockAt(origin, own.start)).role === anchors.sectionOf(blockAt(anchors, match.start)).role

/** A look-alike is the quote's own sentence only where it stands in its section or among its neighbours, and in the same role. */
const isInPlace = (search: Search, { match, likeness }: Candidate): boolean =>
  hasSameRole(search, match) &&
  (likeness.section === 1 ? Math.max(likeness.before, likeness.after) >= SAME_CONTEXT / 2 : hasContext(likeness))

/** A sentence that stood in the old text beside the quote is no new wording of it. */
const isTaken = ({ origin, own }: Search, words: string): boolean =>
  origin !== null && own !== null &&
  findExact(origin, words, { start: false, end: false }).some(({ start, end }) => end <= own.start || start >= own.end)

const countOf = (anchors: AnchorText | null, word: string): number => anchors?.places().get(word)?.length ?? 0

const vocabularyOf = ({ origin, anchors }: Search): Vocabulary => ({
  knowsBefore: (word) => countOf(origin, word) > 1 || countOf(anchors, word) > 0,
  knowsAfter: (word) => countOf(origin, word) > 0 || countOf(anchors, word) > 1
})

const findAlike = (search: Search): FoundAnchor => {
  const { anchors, quote } = search
  const wordsAt = ({ match }: Candidate): string => anchors.text.slice(match.start, match.end)
  const cost = ({ match, likeness }: Candidate): number => match.errors / (quote.length * MOST_DIFFERENT) - weigh(likeness)
  const candidates = findFuzzy(anchors, quote).filter(({ errors }) => errors > 0).map((match) => candidateAt(search, match))
    .filter((candidate) => isInPlace(search, candidate) && !isTaken(search, wordsAt(candidate)))
  const [best, second] = candidates.sort((a, b) => cost(a) - cost(b))
  if (!best) return GONE
  if (second && cost(second) - cost(best) < TIE) return AMBIGUOUS
  const edit = compareWords(quote, wordsAt(best), vocabularyOf(search))
  return edit === 'same' || edit === 'typographic' ? placeUnchanged(search, best) : place(anchors, best.match, edit)
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
  const search = beginSearch(selectors, quote, anchors, origin)
  return findByOffsets(search) ?? findExactly(search) ?? findAlike(search)
}
