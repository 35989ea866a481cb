/** Hits and misses of one measure. For an accuracy, `right` of `right + spurious` with no `missed`. */
export interface Counts {
  readonly right: number
  readonly spurious: number
  readonly missed: number
}

/** No hits, no misses. */
export const NOTHING: Counts = { right: 0, spurious: 0, missed: 0 }

/** Adds counts up. */
export const sumCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, counts) => ({
    right: sum.right + counts.right,
    spurious: sum.spurious + counts.spurious,
    missed: sum.missed + counts.missed
  }), NOTHING)

const share = (part: number, whole: number): number => whole === 0 ? 1 : part / whole

/** Share of what was found that is right; 1 where nothing was found. */
export const precisionOf = (counts: Counts): number => share(counts.right, counts.right + counts.spurious)

/** Share of what there was that was found; 1 where there was nothing. */
export const recallOf = (counts: Counts): number => share(counts.right, counts.right + counts.missed)

/** Harmonic mean of precision and recall, 0 to 1; 1 where there was nothing to find and nothing was found. */
export const f1Of = (counts: Counts): number => share(2 * counts.right, 2 * counts.right + counts.spurious + counts.missed)
