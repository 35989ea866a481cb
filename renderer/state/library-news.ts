import type { FilingSummary } from '#contract/library'

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, at) => value === b[at])

const same = (a: FilingSummary, b: FilingSummary): boolean =>
  Object.entries(b).every(([name, value]: [string, unknown]) => {
    const kept = a[name as keyof FilingSummary] as unknown
    if (Array.isArray(value) && Array.isArray(kept)) return sameList(kept, value)
    return value !== null && typeof value === 'object' ? JSON.stringify(kept) === JSON.stringify(value) : kept === value
  }) && Object.keys(a).length === Object.keys(b).length

/** A newly read list in which every filing that did not change is the very value it was, so that its row is not drawn again; the old list where none did. */
export const keepSame = (before: readonly FilingSummary[], after: readonly FilingSummary[]): readonly FilingSummary[] => {
  const known = new Map(before.map((filing) => [filing.id, filing]))
  const kept = after.map((filing) => {
    const old = known.get(filing.id)
    return old && same(old, filing) ? old : filing
  })
  return sameList(before, kept) ? before : kept
}
