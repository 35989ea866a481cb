/** Two places set against each other, and what it is worth to keep them. */
export interface Match {
  readonly left: number
  readonly right: number
  readonly worth: number
}

interface Link {
  readonly match: Match
  readonly sum: number
  readonly before: Link | null
}

/**
 * The matches that keep the order of both sides and are worth the most together; no place is used twice. `rightSize` is one
 * more than the greatest right place. Takes n log n: a Fenwick tree holds the best chain that ends at or before each place.
 */
export const longestChain = (matches: readonly Match[], rightSize: number): readonly Match[] => {
  const sorted = [...matches].sort((a, b) => a.left - b.left || b.right - a.right)
  const best = new Array<Link | null>(rightSize + 1).fill(null)
  const bestBefore = (right: number): Link | null => {
    let found: Link | null = null
    for (let at = right; at > 0; at -= at & -at) {
      const link = best[at] ?? null
      if (link && (!found || link.sum > found.sum)) found = link
    }
    return found
  }
  // One left place comes with its greatest right place first, so that its own links are never chained to each other.
  for (const match of sorted) {
    const before = bestBefore(match.right)
    const link: Link = { match, sum: (before?.sum ?? 0) + match.worth, before }
    for (let at = match.right + 1; at <= rightSize; at += at & -at) if (link.sum > (best[at]?.sum ?? 0)) best[at] = link
  }
  const chain: Match[] = []
  for (let link = bestBefore(rightSize); link; link = link.before) chain.push(link.match)
  return chain.reverse()
}
