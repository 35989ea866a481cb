import { cleanLength, guardTokens } from './guard-tokens'
import type { GuardToken } from './guard-tokens'

/** What an edit did to words that an annotation stands on; the first two keep what they say. */
export type EditKind = 'same' | 'typographic' | 'reworded' | 'number-changed' | 'polarity-changed'

/** Whether a word in lower case stands anywhere else than in the words that are compared: `before` in the older text, `after` in the newer. */
export interface Vocabulary {
  readonly knowsBefore: (word: string) => boolean
  readonly knowsAfter: (word: string) => boolean
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((value, at) => value === b[at])

/** Words that a slip of the hand turns into each other and that mean different things. */
const CONFUSABLE: ReadonlySet<string> = new Set((
  'trial trail casual causal patent patient patents patients through though thorough martial marital united untied county country statue statute '
  + 'expect except stationary stationery diary dairy quiet quite angel angle descent decent desert dessert personal personnel moral morale '
  + 'precede proceed recent resent sever severe prescribe proscribe incident incidence dependent dependant'
).split(' '))

/** Whether two words differ by one letter left out or by two neighbours swapped, inside the word and not in its ending. */
const isSlipShaped = (a: string, b: string): boolean => {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (short.length < 5 || a[0] !== b[0] || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && long[at] === short[at]) at += 1
  if (long.length > short.length) return at < long.length - 1 && long.slice(at + 1) === short.slice(at)
  return long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2)
}

/**
 * A slip is a change that no reader can take for another word: of the two forms one stands elsewhere in the texts and the other
 * nowhere, neither is a name, a number or a word of claim, and they differ as a slip of the hand leaves them.
 */
const isSlip = (before: GuardToken, after: GuardToken, known: Vocabulary | null): boolean => {
  if (!known || before.isNumber || after.isNumber || before.claim !== null || after.claim !== null) return false
  if (before.raw !== before.key || after.raw !== after.key || CONFUSABLE.has(before.key) || CONFUSABLE.has(after.key)) return false
  return isSlipShaped(before.key, after.key) && known.knowsBefore(before.key) !== known.knowsAfter(after.key)
}

/** The most slips in one quote; more of them are another wording. */
const MOST_SLIPS = 2

const isTypographic = (before: readonly GuardToken[], after: readonly GuardToken[], known: Vocabulary | null): boolean => {
  if (before.length !== after.length || before.length === 0) return false
  let slips = 0
  return before.every((token, at) => {
    const other = after[at]
    if (!other) return false
    if (token.key === other.key) return true
    slips += 1
    return slips <= MOST_SLIPS && isSlip(token, other, known)
  })
}

const numbersOf = (tokens: readonly GuardToken[]): string[] => tokens.filter(({ isNumber }) => isNumber).map(({ key }) => key)
const claimsOf = (tokens: readonly GuardToken[]): string[] => tokens.flatMap(({ claim }) => claim ?? [])

/**
 * Compares the words an annotation was made on with the words found in their place. A threshold of likeness cannot tell
 * "63%" from "36%" or "improvement" from "decline": the numbers, and the words of direction, denial and certainty, must be
 * the same in the same order, or the annotation is held for review. Case, punctuation, hyphens, the way a number is grouped and
 * slips of the hand are `typographic`; without `known` nothing counts as a slip.
 */
export const compareWords = (before: string, after: string, known: Vocabulary | null = null): EditKind => {
  if (before === after) return 'same'
  const old = guardTokens(before)
  const now = guardTokens(after)
  if (isTypographic(old, now, known) || isTypographic(guardTokens(before, true), guardTokens(after, true), known)) return 'typographic'
  if (!sameList(numbersOf(old), numbersOf(now))) return 'number-changed'
  return sameList(claimsOf(old), claimsOf(now)) ? 'reworded' : 'polarity-changed'
}

/** What stands around words in their own sentence and could turn what they say. */
export interface Surroundings {
  /** Numbers that touch the words, those in them included: a sign, a unit, a percent sign. */
  readonly numbers: readonly string[]
  /** Classes of the words before, of the nearest few and of some more, the nearest last. */
  readonly before: readonly string[]
  readonly widerBefore: readonly string[]
  /** Classes of the words behind, the nearest first. */
  readonly after: readonly string[]
  readonly widerAfter: readonly string[]
}

/** How far a denial or a direction reaches, in words, before and behind ("did not", "a decline of", "is expected"). */
const REACH = { before: 4, widerBefore: 7, after: 2, widerAfter: 4 } as const

/** The surroundings of words between what their sentence says before and behind them. */
export const surroundingsOf = (left: string, words: string, right: string): Surroundings => {
  const start = cleanLength(left)
  const end = cleanLength(left + words)
  const tokens = guardTokens(left + words + right)
  const ahead = tokens.filter((token) => token.at + token.raw.length <= start)
  const behind = tokens.filter((token) => token.at >= end)
  const inside = tokens.filter((token) => token.at < end && token.at + token.raw.length > start)
  const touching = [...ahead.slice(-1).filter(({ isNumber }) => isNumber), ...inside,
    ...behind.slice(0, 1).filter(({ isNumber }) => isNumber)]
  return {
    numbers: numbersOf(touching),
    before: claimsOf(ahead.slice(-REACH.before)),
    widerBefore: claimsOf(ahead.slice(-REACH.widerBefore)),
    after: claimsOf(behind.slice(0, REACH.after)),
    widerAfter: claimsOf(behind.slice(0, REACH.widerAfter))
  }
}

const endsWith = (list: readonly string[], tail: readonly string[]): boolean =>
  sameList(list.slice(Math.max(0, list.length - tail.length)), tail)
const startsWith = (list: readonly string[], head: readonly string[]): boolean => sameList(list.slice(0, head.length), head)

/** Whether the words around a quote, itself unchanged, now turn it; a class that only moved a little further away does not count. */
export const compareSurroundings = (old: Surroundings, now: Surroundings): 'same' | 'number-changed' | 'polarity-changed' => {
  if (!sameList(old.numbers, now.numbers)) return 'number-changed'
  const keepsBefore = endsWith(now.widerBefore, old.before) && endsWith(old.widerBefore, now.before)
  const keepsAfter = startsWith(now.widerAfter, old.after) && startsWith(old.widerAfter, now.after)
  return keepsBefore && keepsAfter ? 'same' : 'polarity-changed'
}
