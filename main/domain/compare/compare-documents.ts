import type { ChangeKind, Comparison, ComparisonRow } from '#contract/comparison'
import { absorbParts } from './absorb-parts'
import { alignPassages } from './align-passages'
import type { Alignment } from './align-passages'
import { classifyChange, compareCells, kindOfCells, plainCells } from './classify-change'
import type { ComparableDocument, Passage } from './comparable-document'
import { compareFactors } from './compare-factors'
import { compareFigures, compareSafeHarbors } from './compare-lists'
import { createKeying } from './likeness'
import { regroupPassages } from './regroup-passages'
import { wordRuns } from './word-runs'

/** Told how far a comparison is; may throw to stop it. */
export type OnCompared = (done: number, total: number) => void

const shown = ({ text, range }: Passage): ComparisonRow['left'] => ({ text, range })

const only = (kind: 'added' | 'removed', passage: Passage): ComparisonRow => ({
  kind,
  unit: passage.unit,
  left: kind === 'removed' ? shown(passage) : null,
  right: kind === 'added' ? shown(passage) : null,
  words: [],
  moved: false,
  ...(passage.cells.length > 1 ? { cells: plainCells(passage.cells, kind) } : {})
})

const both = (left: Passage, right: Passage, moved: boolean): ComparisonRow => {
  const sides = { unit: right.unit, left: shown(left), right: shown(right), moved }
  const kind = classifyChange(left.text, right.text)
  if (kind === 'same') {
    const parted = left.cells.length > 1 && left.cells.join('\t') === right.cells.join('\t')
    return { ...sides, kind: moved ? 'moved' : 'same', words: [], ...(parted ? { cells: plainCells(right.cells, 'same') } : {}) }
  }
  if (left.unit !== 'row' || right.unit !== 'row') return { ...sides, kind, words: wordRuns(left.text, right.text) }
  const cells = compareCells(left.cells, right.cells)
  // Cells parted otherwise may each be the same where the whole is not.
  const byCell = kindOfCells(cells)
  return { ...sides, kind: byCell === 'same' ? kind : byCell, words: wordRuns(left.text, right.text), cells }
}

/** The rows in the order of the right document, what is only in the left before what is only in the right of the same place. */
const rowsOf = (left: readonly Passage[], right: readonly Passage[], { ordered, moved }: Alignment): ComparisonRow[] => {
  const rows: ComparisonRow[] = []
  const movedFrom = new Map(moved.map((match) => [match.right, match.left]))
  const movedAway = new Set(moved.map((match) => match.left))
  let i = 0
  let j = 0
  const upTo = (leftEnd: number, rightEnd: number): void => {
    for (; i < leftEnd; i += 1) {
      const passage = left[i]
      if (passage && !movedAway.has(i)) rows.push(only('removed', passage))
    }
    for (; j < rightEnd; j += 1) {
      const passage = right[j]
      const from = left[movedFrom.get(j) ?? -1]
      if (passage) rows.push(from ? both(from, passage, true) : only('added', passage))
    }
  }
  for (const match of ordered) {
    upTo(match.left, match.right)
    const [from, to] = [left[match.left], right[match.right]]
    if (from && to) rows.push(both(from, to, false))
    i += 1
    j += 1
  }
  upTo(left.length, right.length)
  return rows
}

const KINDS: Readonly<Record<ChangeKind, number>> = { 'same': 0, 'number-changed': 0, 'polarity-changed': 0, 'reworded': 0, 'moved': 0,
  'added': 0, 'removed': 0 }

/**
 * Compares two documents. Every passage of either stands in exactly one row, joined with its neighbours where the other side parts the same words elsewhere. Time grows with the passages times their
 * logarithm: what is the same is found by its text, and only what is left is measured against its likes.
 */
export const compareDocuments = (left: ComparableDocument, right: ComparableDocument,
  onCompared: OnCompared = () => undefined): Comparison => {
  const keying = createKeying()
  const regrouped = regroupPassages(left.passages, right.passages, keying)
  const alignment = alignPassages(regrouped.left, regrouped.right, onCompared, keying)
  const absorbed = absorbParts(regrouped.left, regrouped.right, alignment, keying)
  const passages = absorbed ?? regrouped
  const rows = rowsOf(passages.left, passages.right, absorbed ? alignPassages(absorbed.left, absorbed.right, undefined, keying) : alignment)
  const kinds = { ...KINDS }
  for (const { kind } of rows) kinds[kind] += 1
  return {
    rows,
    factors: compareFactors(left.factors, right.factors, rows),
    items: compareSafeHarbors(left.safeHarbor, right.safeHarbor, rows),
    figures: compareFigures(left.figures, right.figures),
    counts: { kinds, left: passages.left.length, right: passages.right.length }
  }
}
