/** Two places set against each other, and what it is worth to keep them. */
export interface Match {
  readonly left: number
  readonly right: number
  readonly worth: number
}

/**
 * The matches that keep the order of both sides and are worth the most together; no place is used twice. `rightSize` is one
 * more than the greatest right place. Takes n log n: a Fenwick tree holds the best chain that ends at or before each place.
 */
export const longestChain = (matches: readonly Match[], rightSize: number): readonly Match[] => {
  if (matches.every((match, at) => at === 0 || (match.left > (matches[at - 1]?.left ?? 0) && match.right > (matches[at - 1]?.right ?? 0))))
    return matches
  // One left place comes with its greatest right place first, so that its own links are never chained to each other.
  const sorted = [...matches].sort((a, b) => a.left - b.left || b.right - a.right)
  const sums = new Float64Array(sorted.length)
  const previous = new Int32Array(sorted.length)
  const best = new Int32Array(rightSize + 1).fill(-1)
  const bestBefore = (right: number): number => {
    let found = -1
    for (let at = right; at > 0; at -= at & -at) {
      const link = best[at] ?? -1
      if (link >= 0 && (found < 0 || (sums[link] ?? 0) > (sums[found] ?? 0))) found = link
    }
    return found
  }
  sorted.forEach(({ right, worth }, link) => {
    const before = bestBefore(right)
    const sum = (before < 0 ? 0 : sums[before] ?? 0) + worth
    sums[link] = sum
    previous[link] = before
    for (let at = right + 1; at <= rightSize; at += at & -at) {
      const known = best[at] ?? -1
      if (sum > (known < 0 ? 0 : sums[known] ?? 0)) best[at] = link
    }
  })
  const chain: Match[] = []
  for (let link = bestBefore(rightSize); link >= 0; link = previous[link] ?? -1) {
    const match = sorted[link]
    if (match) chain.push(match)
  }
  return chain.reverse()
}
