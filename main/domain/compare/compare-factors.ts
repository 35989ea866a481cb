import { lowerBound } from '#model/lower-bound'
import type { ChangeKind, ComparedFactor, ComparisonRow } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import { alignPassages } from './align-passages'
import { classifyChange, gravestOf } from './classify-change'
import type { Passage } from './comparable-document'
import type { RiskFactor } from './risk-factors'
import { wordRuns } from './word-runs'

const passageOf = ({ heading }: RiskFactor): Passage => ({ ...heading, unit: 'block', cells: [] })

/** Which factor holds an offset, by its place in the list; -1 where none does. */
const holder = (factors: readonly RiskFactor[]) => (offset: number): number => {
  const next = lowerBound(factors.length, (one) => (factors[one]?.range.start ?? 0) <= offset)
  return offset < (factors[next - 1]?.range.end ?? 0) ? next - 1 : -1
}

/** Factors whose headings are too unlike, joined where most of the text of the one went into the other. */
const matchByText = (left: readonly RiskFactor[], right: readonly RiskFactor[], rows: readonly ComparisonRow[],
  leftOf: Map<number, number>): void => {
  const used = new Set(leftOf.values())
  const [inLeft, inRight] = [holder(left), holder(right)]
  const votes = new Map<number, Map<number, number>>()
  for (const row of rows) {
    if (!row.left || !row.right) continue
    const [i, j] = [inLeft(row.left.range.start), inRight(row.right.range.start)]
    if (i < 0 || j < 0 || used.has(i) || leftOf.has(j)) continue
    const of = votes.get(j) ?? new Map<number, number>()
    votes.set(j, of.set(i, (of.get(i) ?? 0) + row.right.text.length))
  }
  for (const [j, of] of votes) {
    const [best] = [...of].sort((a, b) => b[1] - a[1])
    const body = right[j]
    if (!best || !body || used.has(best[0]) || best[1] * 2 < body.range.end - body.heading.range.end) continue
    leftOf.set(j, best[0])
    used.add(best[0])
  }
}

interface Body {
  readonly kinds: readonly ChangeKind[]
  readonly first: number
}

/** What became of the passages of each factor below its heading, and where its rows begin. */
const bodiesOf = (factors: readonly RiskFactor[], rows: readonly ComparisonRow[], side: 'left' | 'right'): readonly Body[] => {
  const inside = holder(factors)
  const bodies = factors.map((): { kinds: ChangeKind[]; first: number } => ({ kinds: [], first: -1 }))
  rows.forEach(({ kind, ...sides }, at) => {
    const range: TextRange | undefined = sides[side]?.range
    const place = range ? inside(range.start) : -1
    const body = bodies[place]
    const factor = factors[place]
    if (!body || !factor || !range) return
    if (body.first < 0) body.first = at
    if (kind !== 'same' && range.start >= factor.heading.range.end) body.kinds.push(kind)
  })
  return bodies
}

/** The row that holds a heading of one side and stands on the other as well: there it may be set so that nobody takes it for a heading. */
const rowOfHeading = (rows: readonly ComparisonRow[], side: 'left' | 'right') => {
  const found = rows.filter((row) => row.left && row.right)
  return ({ heading }: RiskFactor): ComparisonRow | undefined =>
    found.find((row) => {
      const range = row[side]?.range
      return range !== undefined && range.start <= heading.range.start && range.end > heading.range.start
    })
}

const factorOfRow = ({ kind, left, right, words, moved }: ComparisonRow, row: number): ComparedFactor => ({ kind, left, right, words, moved,
  changes: 0, row })

/** The risk factors of both documents, matched by their headings and then by their text, in the order of the right; what is gone last. */
export const compareFactors = (left: readonly RiskFactor[], right: readonly RiskFactor[],
  rows: readonly ComparisonRow[]): readonly ComparedFactor[] => {
  const { ordered, moved } = alignPassages(left.map(passageOf), right.map(passageOf))
  const leftOf = new Map([...ordered, ...moved].map((match) => [match.right, match.left]))
  const elsewhere = new Set(moved.map((match) => match.right))
  matchByText(left, right, rows, leftOf)
  const [bodies, gone] = [bodiesOf(right, rows, 'right'), bodiesOf(left, rows, 'left')]
  const [onRight, onLeft] = [rowOfHeading(rows, 'right'), rowOfHeading(rows, 'left')]
  const kept = right.map((factor, at): ComparedFactor => {
    const { heading } = factor
    const told = leftOf.has(at) ? undefined : onRight(factor)
    if (told) return factorOfRow(told, rows.indexOf(told))
    const from = left[leftOf.get(at) ?? -1]?.heading ?? null
    const { kinds, first } = bodies[at] ?? { kinds: [], first: -1 }
    const cut = gone[leftOf.get(at) ?? -1]?.kinds.filter((kind) => kind === 'removed') ?? []
    const titled = from ? classifyChange(from.text, heading.text) : 'added'
    const all: readonly ChangeKind[] = [titled, ...kinds.map((kind) => (kind === 'added' ? 'reworded' : kind)),
      ...cut.map((): ChangeKind => 'reworded')]
    const inPlace = elsewhere.has(at) ? 'moved' : 'same'
    const changed = gravestOf(all)
    return {
      kind: from ? (changed === 'same' ? inPlace : changed) : 'added',
      left: from,
      right: heading,
      words: from && titled !== 'same' ? wordRuns(from.text, heading.text) : [],
      moved: elsewhere.has(at),
      changes: from ? kinds.length + cut.length : 0,
      row: first
    }
  })
  const used = new Set(leftOf.values())
  const lost = left.flatMap((factor, at): ComparedFactor[] => {
    if (used.has(at)) return []
    const told = onLeft(factor)
    return told
      ? [factorOfRow(told, rows.indexOf(told))]
      : [{ kind: 'removed', left: factor.heading, right: null, words: [], moved: false, changes: 0, row: gone[at]?.first ?? -1 }]
  })
  return [...kept, ...lost]
}
