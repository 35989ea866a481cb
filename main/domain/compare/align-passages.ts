import type { Passage } from './comparable-document'
import { likeCandidates } from './like-candidates'
import { createKeying, leastLikeness, likeness } from './likeness'
import type { Keyed } from './likeness'
import { longestChain } from './longest-chain'
import type { Match } from './longest-chain'

/** Which left passage is which right one, by their places: those that keep their order, and those found at another place. */
export interface Alignment {
  readonly ordered: readonly Match[]
  readonly moved: readonly Match[]
}

/** A stretch of passages of both sides between two that are the same; a place `to` is the first behind it. */
export interface Gap {
  readonly leftFrom: number
  readonly leftTo: number
  readonly rightFrom: number
  readonly rightTo: number
}

/** The words a passage must have to be known again at another place. */
const LEAST_MOVED_WEIGHT = 3
/** The least likeness of a passage that was both moved and changed. */
const LEAST_MOVED_LIKENESS = 0.75

/** The places of each text that stands once between two places, by its text. */
const singlePlaces = (keys: readonly Keyed[], from: number, to: number,
  isFree: (at: number) => boolean = () => true): Map<string, number> => {
  const places = new Map<string, number>()
  for (let at = from; at < to; at += 1) {
    const key = keys[at]?.key
    if (key !== undefined && isFree(at)) places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

const matchSingles = (left: Map<string, number>, right: Map<string, number>): Match[] => {
  const matches: Match[] = []
  for (const [key, at] of left) {
    const other = right.get(key)
    if (at >= 0 && other !== undefined && other >= 0) matches.push({ left: at, right: other, worth: 1 })
  }
  return matches
}

/** Equal passages at both ends of a gap, and what is left between them. */
const trim = (left: readonly Keyed[], right: readonly Keyed[], gap: Gap, into: Match[]): Gap => {
  let { leftFrom, leftTo, rightFrom, rightTo } = gap
  const equal = (i: number, j: number): boolean => left[i]?.key === right[j]?.key && left[i]?.isRow === right[j]?.isRow
  while (leftFrom < leftTo && rightFrom < rightTo && equal(leftFrom, rightFrom))
    into.push({ left: leftFrom++, right: rightFrom++, worth: 1 })
  while (leftFrom < leftTo && rightFrom < rightTo && equal(leftTo - 1, rightTo - 1))
    into.push({ left: --leftTo, right: --rightTo, worth: 1 })
  return { leftFrom, leftTo, rightFrom, rightTo }
}

/** The gaps before, between and after matches that keep their order. */
const gapsBetween = (chain: readonly Match[], gap: Gap): Gap[] => {
  const gaps: Gap[] = []
  let { leftFrom, rightFrom } = gap
  for (const { left, right } of chain) {
    gaps.push({ leftFrom, leftTo: left, rightFrom, rightTo: right })
    leftFrom = left + 1
    rightFrom = right + 1
  }
  gaps.push({ leftFrom, leftTo: gap.leftTo, rightFrom, rightTo: gap.rightTo })
  return gaps.filter(({ leftFrom: a, leftTo: b, rightFrom: c, rightTo: d }) => a < b || c < d)
}

/** Equal passages in order (patience: first those that stand once on each side, then the same inside every gap between them). */
const matchEqual = (left: readonly Keyed[], right: readonly Keyed[]): { matches: Match[]; gaps: Gap[] } => {
  const matches: Match[] = []
  const gaps: Gap[] = []
  const work: Gap[] = [{ leftFrom: 0, leftTo: left.length, rightFrom: 0, rightTo: right.length }]
  for (let next = work.pop(); next; next = work.pop()) {
    const gap = trim(left, right, next, matches)
    const singles = matchSingles(singlePlaces(left, gap.leftFrom, gap.leftTo), singlePlaces(right, gap.rightFrom, gap.rightTo))
    const chain = longestChain(singles, right.length)
    for (const match of chain) matches.push(match)
    if (chain.length === 0) gaps.push(gap)
    else work.push(...gapsBetween(chain, gap))
  }
  return { matches, gaps }
}

/** The stretches in which no passage of the one side stands at the same place of the other. */
export const gapsOf = (left: readonly Keyed[], right: readonly Keyed[]): Gap[] => matchEqual(left, right).gaps

const free = (keys: readonly Keyed[], used: ReadonlySet<number>, from: number, to: number): number[] => {
  const places: number[] = []
  for (let at = from; at < to; at += 1) if (keys[at] && !used.has(at)) places.push(at)
  return places
}

/** Equal passages beside one that was moved: they went with it, though they are too short or too common to be known alone. */
const neighboursOf = (left: readonly Keyed[], right: readonly Keyed[], moved: readonly Match[],
  used: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> }): Match[] => {
  const seen = { left: new Set(used.left), right: new Set(used.right) }
  const found: Match[] = []
  for (const match of moved) {
    for (const step of [1, -1]) {
      for (let [i, j] = [match.left + step, match.right + step];; [i, j] = [i + step, j + step]) {
        const [a, b] = [left[i], right[j]]
        if (!a || !b || a.key !== b.key || a.isRow !== b.isRow || seen.left.has(i) || seen.right.has(j)) break
        seen.left.add(i)
        seen.right.add(j)
        found.push({ left: i, right: j, worth: 1 })
      }
    }
  }
  return found
}

/** Passages that are alike beside one that was moved: a short sentence in a moved passage whose number changed is known by its neighbours. */
const changedNeighboursOf = (left: readonly Keyed[], right: readonly Keyed[], moved: readonly Match[],
  used: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> }): Match[] => {
  const seen = { left: new Set(used.left), right: new Set(used.right) }
  const found: Match[] = []
  for (const match of moved) {
    for (const step of [1, -1]) {
      for (let [i, j] = [match.left + step, match.right + step];; [i, j] = [i + step, j + step]) {
        const [a, b] = [left[i], right[j]]
        if (!a || !b || a.isRow || b.isRow || seen.left.has(i) || seen.right.has(j)) break
        const worth = likeness(a, b)
        if (worth < leastLikeness(a, b)) break
        seen.left.add(i)
        seen.right.add(j)
        found.push({ left: i, right: j, worth })
      }
    }
  }
  return found
}

/** Passages that were moved and changed: each must be the other's best, by far. */
const matchMovedAndChanged = (left: readonly Keyed[], right: readonly Keyed[], leftPlaces: readonly number[],
  rightPlaces: readonly number[]): Match[] => {
  const isKnowable = (key: Keyed | undefined): boolean => key !== undefined && !key.isRow && key.measures().total >= LEAST_MOVED_WEIGHT * 2
  const candidates = likeCandidates(left, right, leftPlaces.filter((at) => isKnowable(left[at])),
    rightPlaces.filter((at) => isKnowable(right[at])))
    .filter(({ worth }) => worth >= LEAST_MOVED_LIKENESS)
    .sort((a, b) => b.worth - a.worth)
  const seen = { left: new Set<number>(), right: new Set<number>() }
  const moved: Match[] = []
  for (const match of candidates) {
    if (!seen.left.has(match.left) && !seen.right.has(match.right)) moved.push(match)
    seen.left.add(match.left)
    seen.right.add(match.right)
  }
  return moved
}

/**
 * Aligns the passages of two documents: equal ones in order, then equal ones that stand once on each side wherever they stand,
 * then the most alike in order inside each gap, at last those moved and changed. `onGap` is told of each gap and may throw.
 */
export const alignPassages = (
  leftPassages: readonly Passage[],
  rightPassages: readonly Passage[],
  onGap: (done: number, total: number) => void = () => undefined,
  keying = createKeying()
): Alignment => {
  const left = leftPassages.map(keying)
  const right = rightPassages.map(keying)
  const { matches: ordered, gaps } = matchEqual(left, right)
  const used = { left: new Set(ordered.map((match) => match.left)), right: new Set(ordered.map((match) => match.right)) }
  const take = (match: Match, into: Match[]): void => {
    into.push(match)
    used.left.add(match.left)
    used.right.add(match.right)
  }
  const moved: Match[] = []
  const isMovable = (keys: readonly Keyed[], taken: ReadonlySet<number>) => (at: number): boolean =>
    !taken.has(at) && (keys[at]?.measures().total ?? 0) >= LEAST_MOVED_WEIGHT
  const equal = matchSingles(singlePlaces(left, 0, left.length, isMovable(left, used.left)),
    singlePlaces(right, 0, right.length, isMovable(right, used.right)))
  for (const match of equal) if (left[match.left]?.isRow === right[match.right]?.isRow) take(match, moved)
  for (const match of neighboursOf(left, right, moved, used)) take(match, moved)
  for (const match of changedNeighboursOf(left, right, moved, used)) take(match, moved)
  gaps.forEach((gap, at) => {
    onGap(at, gaps.length)
    const candidates = likeCandidates(left, right, free(left, used.left, gap.leftFrom, gap.leftTo),
      free(right, used.right, gap.rightFrom, gap.rightTo))
    const alike = candidates.filter((match) => {
      const [a, b] = [left[match.left], right[match.right]]
      return a !== undefined && b !== undefined && match.worth >= leastLikeness(a, b)
    })
    // The square prefers one good pair to two poor ones.
    for (const match of longestChain(alike.map((match) => ({ ...match, worth: match.worth ** 2 })), right.length)) take(match, ordered)
  })
  for (const match of matchMovedAndChanged(left, right, free(left, used.left, 0, left.length), free(right, used.right, 0, right.length)))
    take(match, moved)
  ordered.sort((a, b) => a.left - b.left)
  return { ordered, moved }
}
