import type { ChangeKind, ComparisonRow } from '#contract/comparison'

/** What a comparison draws on one line: a row by its place, or a run of unchanged rows folded into one line. */
export type ComparedLine =
  | { readonly kind: 'row'; readonly at: number }
  | { readonly kind: 'run'; readonly from: number; readonly to: number }

/** How many unchanged rows stay in sight on either side of a change, and from how many on a run is folded. */
const CONTEXT = 1
const LEAST_FOLDED = 2

/** Whether a row was changed, moved, added or removed. */
export const isChange = (row: ComparisonRow): boolean => row.kind !== 'same'

/** Whether a row passes the filters; with none, every change does. What was moved and changed passes as both. */
export const passes = (row: ComparisonRow, shown: readonly ChangeKind[]): boolean =>
  isChange(row) && (shown.length === 0 || shown.includes(row.kind) || (row.moved && shown.includes('moved')))

/** Where a moved row stood in the left document, seen from where it stands now; null where nothing around it tells. */
export const movedFrom = (rows: readonly ComparisonRow[], at: number): 'above' | 'below' | null => {
  const row = rows[at]
  if (!row?.moved || !row.left) return null
  const { start } = row.left.range
  for (let step = 1; step < rows.length; step += 1) {
    for (const near of [rows[at - step], rows[at + step]]) {
      if (near?.left && near.right && !near.moved) return start < near.left.range.start ? 'above' : 'below'
    }
  }
  return null
}

/** The place of a change among those that pass the filters, from 1 on, and how many there are; 0 where the row is none of them. */
export const placeAmong = (rows: readonly ComparisonRow[], shown: readonly ChangeKind[],
  current: number): { readonly place: number; readonly count: number } => {
  let [place, count] = [0, 0]
  rows.forEach((row, at) => {
    if (!passes(row, shown)) return
    count += 1
    if (at === current) place = count
  })
  return { place, count }
}

/** Which line shows a row, folded or not; -1 where the filters leave it out. */
export const lineOf = (lines: readonly ComparedLine[], at: number): number =>
  lines.findIndex((line) => line.kind === 'row' ? line.at === at : at >= line.from && at < line.to)

/**
 * The lines of a comparison: with filters, the rows that pass; else all, long runs of unchanged rows folded but for those
 * whose first row is in `unfolded`.
 */
export const linesOf = (rows: readonly ComparisonRow[], shown: readonly ChangeKind[],
  unfolded: readonly number[]): readonly ComparedLine[] => {
  const lines: ComparedLine[] = []
  const push = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) lines.push({ kind: 'row', at })
  }
  let at = 0
  while (at < rows.length) {
    const row = rows[at]
    if (row && isChange(row)) {
      if (passes(row, shown)) push(at, at + 1)
      at += 1
      continue
    }
    const start = at
    for (let next = rows[at]; next && !isChange(next); next = rows[at]) at += 1
    if (shown.length > 0) continue
    const from = start === 0 ? 0 : start + CONTEXT
    const to = at === rows.length ? at : at - CONTEXT
    if (to - from < LEAST_FOLDED || unfolded.includes(from)) push(start, at)
    else {
      push(start, from)
      lines.push({ kind: 'run', from, to })
      push(to, at)
    }
  }
  return lines
}

/** The place of the next row that passes after `from` (delta 1) or the one before it (delta -1), around the ends; -1 where none does. */
export const nextChange = (rows: readonly ComparisonRow[], shown: readonly ChangeKind[], from: number, delta: 1 | -1): number => {
  for (let step = 1; step <= rows.length; step += 1) {
    const start = from < 0 && delta < 0 ? rows.length : from
    const at = (((start + delta * step) % rows.length) + rows.length) % rows.length
    const row = rows[at]
    if (row && passes(row, shown)) return at
  }
  return -1
}
