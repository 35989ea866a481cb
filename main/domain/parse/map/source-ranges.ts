import { lowerBound } from '#model/lower-bound'
import type { TextRange } from '#contract/range'

/** The same stretch of source as sorted, disjoint ranges; empty ones are dropped. */
export const merged = (ranges: readonly TextRange[]): TextRange[] => {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)
  const out: { start: number; end: number }[] = []
  for (const range of sorted) {
    if (range.end <= range.start) continue
    const last = out.at(-1)
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else out.push({ start: range.start, end: range.end })
  }
  return out
}

/** `span` without the parts that `cuts` (sorted, disjoint) take out of it. */
export const without = (span: TextRange, cuts: readonly TextRange[]): TextRange[] => {
  const first = lowerBound(cuts.length, (one) => (cuts[one]?.end ?? 0) <= span.start)
  const out: TextRange[] = []
  let from = span.start
  for (let at = first; at < cuts.length; at += 1) {
    const cut = cuts[at]
    if (cut === undefined || cut.start >= span.end) break
    if (cut.start > from) out.push({ start: from, end: cut.start })
    from = Math.max(from, cut.end)
  }
  if (from < span.end) out.push({ start: from, end: span.end })
  return out
}
