import { lighten, likeness } from './likeness'
import type { Keyed } from './likeness'
import type { Match } from './longest-chain'

/** Below this number of pairs every pair is looked at. */
const ALL_PAIRS = 10_000
/** A word that stands in more passages than this says nothing about which is which. */
const COMMON_WORD = 40
/** How many of the passages that share the rarest words with one are looked at closely. */
const CLOSEST = 8

/** From so many passages of both sides on, words that stand in as large a share of them tell none of them apart. */
const FORMULA = { passages: 60, share: 0.4 }

/** The words of a formula that a stretch repeats, such as the reference that closes each entry of a list of exhibits. */
const formulaOf = (passages: readonly Keyed[]): ReadonlySet<string> => {
  if (passages.length < FORMULA.passages) return new Set()
  const counts = new Map<string, number>()
  for (const passage of passages) for (const token of passage.measures().weights.keys()) counts.set(token, (counts.get(token) ?? 0) + 1)
  return new Set(
    [...counts].filter(([token, count]) => /\p{L}/u.test(token) && count >= FORMULA.share * passages.length).map(([token]) => token)
  )
}

/** A side with the words of a formula weighed less; the others of the side are let be. */
const weighedBy = (keys: readonly Keyed[], places: readonly number[], formula: ReadonlySet<string>): readonly Keyed[] => {
  if (formula.size === 0) return keys
  const weighed = [...keys]
  for (const at of places) {
    const one = keys[at]
    if (one) weighed[at] = { ...one, measures: lighten(one.measures(), formula) }
  }
  return weighed
}

const measured = (left: readonly Keyed[], right: readonly Keyed[], i: number, j: number): Match => {
  const [a, b] = [left[i], right[j]]
  return { left: i, right: j, worth: a && b ? likeness(a, b) : 0 }
}

/** The places of each word among passages; a word of too many places has an entry that is too long to be read. */
const wordPlaces = (keys: readonly Keyed[], places: readonly number[]): Map<string, number[]> => {
  const index = new Map<string, number[]>()
  for (const at of places) {
    for (const token of keys[at]?.measures().weights.keys() ?? []) {
      const known = index.get(token)
      if (!known) index.set(token, [at])
      else if (known.length <= COMMON_WORD) known.push(at)
    }
  }
  return index
}

/**
 * Pairs of passages that may be one and the same, with their likeness. All pairs where they are few; else, for each left
 * passage, the right ones that share the most of its rarer words, so that the time does not grow with the product.
 */
export const likeCandidates = (leftKeys: readonly Keyed[], rightKeys: readonly Keyed[], leftPlaces: readonly number[],
  rightPlaces: readonly number[]): Match[] => {
  const formula = formulaOf([...leftPlaces.flatMap((at) => leftKeys[at] ?? []), ...rightPlaces.flatMap((at) => rightKeys[at] ?? [])])
  const [left, right] = [weighedBy(leftKeys, leftPlaces, formula), weighedBy(rightKeys, rightPlaces, formula)]
  if (leftPlaces.length * rightPlaces.length <= ALL_PAIRS) {
    return leftPlaces.flatMap((i) => rightPlaces.map((j) => measured(left, right, i, j)).filter(({ worth }) => worth > 0))
  }
  const index = wordPlaces(right, rightPlaces)
  return leftPlaces.flatMap((i) => {
    const votes = new Map<number, number>()
    for (const token of left[i]?.measures().weights.keys() ?? []) {
      const places = index.get(token) ?? []
      if (places.length > COMMON_WORD) continue
      for (const j of places) votes.set(j, (votes.get(j) ?? 0) + 1 / places.length)
    }
    const closest = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSEST)
    return closest.map(([j]) => measured(left, right, i, j)).filter(({ worth }) => worth > 0)
  })
}
