import type { Passage } from './comparable-document'

/** Places of a side from one to another, end exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Two passages as one; a label that stands alone goes on in the first cell of the row behind it. */
export const joined = (one: Passage, next: Passage): Passage => {
  const areRows = one.unit === 'row' && next.unit === 'row'
  const [label = '', ...cells] = next.cells
  return {
    unit: areRows ? 'row' : one.unit === 'row' ? 'block' : one.unit,
    text: `${one.text} ${next.text}`,
    cells: areRows ? one.cells.length === 1 ? [`${one.cells[0] ?? ''} ${label}`, ...cells] : [...one.cells, ...next.cells] : [],
    range: { start: Math.min(one.range.start, next.range.start), end: Math.max(one.range.end, next.range.end) }
  }
}

/** Passages with those of each span made one; the spans stand in order, and none touches another. */
export const joinSpans = (passages: readonly Passage[], spans: readonly Span[]): readonly Passage[] => {
  const result: Passage[] = []
  let at = 0
  for (const { from, to } of spans) {
    result.push(...passages.slice(at, from))
    const parts = passages.slice(from, to)
    if (parts.length > 0) result.push(parts.reduce(joined))
    at = to
  }
  return [...result, ...passages.slice(at)]
}
