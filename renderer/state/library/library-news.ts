import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'

/** The filings of the library and of its trash. */
export interface Lists {
  readonly filings: readonly FilingSummary[]
  readonly trashed: readonly FilingSummary[]
}

/** The order of the library's lists: the one opened or imported last first. */
const byDay = (a: FilingSummary, b: FilingSummary): number => {
  const [first, second] = [a.openedAt ?? a.importedAt, b.openedAt ?? b.importedAt]
  return first === second ? (a.id < b.id ? -1 : 1) : first > second ? -1 : 1
}

/** The lists with some filings as they are now (`some`), each in the list it belongs to; those of `ids` that are not among them are gone. */
export const takeIn = ({ filings, trashed }: Lists, ids: ReadonlySet<FilingId>, some: readonly FilingSummary[]): Lists => {
  const others = (list: readonly FilingSummary[]): FilingSummary[] => list.filter(({ id }) => !ids.has(id))
  return {
    filings: keepSame(filings, [...others(filings), ...some.filter(({ trashedAt }) => trashedAt === null)].sort(byDay)),
    trashed: keepSame(trashed, [...others(trashed), ...some.filter(({ trashedAt }) => trashedAt !== null)].sort(byDay))
  }
}

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
