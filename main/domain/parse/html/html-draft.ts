import type { BlockKind } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { joinTexts, type Leaf, type StyledSpan } from './html-leaves'

/** A leaf on its way to a block: what it was found to be, and why. */
export interface Draft {
  leaf: Leaf
  kind: BlockKind
  why: string
  level?: number
  attrs?: Readonly<Record<string, string>>
}

const cutSpans = (styled: readonly StyledSpan[], start: number, end: number): StyledSpan[] =>
  styled.flatMap((span) => {
    const from = Math.max(span.start, start)
    const to = Math.min(span.end, end)
    return from < to ? [{ ...span, start: from - start, end: to - start }] : []
  })

const cutMap = (map: readonly number[], start: number, end: number): number[] => {
  const out: number[] = []
  for (let i = 0; i < map.length; i += 4) {
    const shown = map[i] ?? 0
    const length = map[i + 1] ?? 0
    const source = map[i + 2] ?? 0
    const sourceLength = map[i + 3] ?? 0
    const from = Math.max(shown, start)
    const to = Math.min(shown + length, end)
    if (from >= to) continue
    if (length === sourceLength) out.push(from - start, to - from, source + from - shown, to - from)
    else out.push(from - start, to - from, source, sourceLength)
  }
  return out
}

const sourceSpan = (map: readonly number[], fallback: TextRange): TextRange => {
  const last = map.length - 4
  if (last < 0) return fallback
  return { start: map[2] ?? fallback.start, end: (map[last + 2] ?? 0) + (map[last + 3] ?? 0) }
}

/** The part of a text leaf from `start` to `end` of its text, white space at both ends dropped. */
export const sliceLeaf = (leaf: Leaf, start: number, end: number): Leaf => {
  let from = start
  let to = end
  while (from < to && leaf.text.charCodeAt(from) === 32) from += 1
  while (to > from && leaf.text.charCodeAt(to - 1) === 32) to -= 1
  const map = cutMap(leaf.map, from, to)
  const span = sourceSpan(map, leaf.spans[0] ?? { start: 0, end: 0 })
  const inside = leaf.spans.flatMap((range) => {
    const left = Math.max(range.start, span.start)
    const right = Math.min(range.end, span.end)
    return left < right ? [{ start: left, end: right }] : []
  })
  return {
    ...leaf,
    text: leaf.text.slice(from, to),
    map,
    spans: inside.length > 0 ? inside : [span],
    styled: cutSpans(leaf.styled, from, to),
    anchors: start === 0 ? leaf.anchors : []
  }
}

/** Two parts of one paragraph that something stands between, as one leaf with the spans of both. */
export const rejoin = (first: Leaf, second: Leaf): Leaf => ({ ...joinTexts([first, second]).leaf,
  spans: [...first.spans, ...second.spans] })

/** The text of a leaf that stands alone and only marks the next one: a bullet, `(a)` or `1.`, and never a dash or an item's number. */
const loneMarker = /^(?:[•·▪◦■●○❖➢✓‣∙§Ø\u00b7\uf0b7\uf0a7]|\(?(?:[a-z]|\d{1,2}|[ivx]{1,5})\)|(?:[a-z]|\d{1,2})\.)$/iu

/** Joins a bullet or number that has a block of its own (a `dt`, a floated `div`) with the text that follows it. */
export const joinMarkers = (drafts: readonly Draft[]): Draft[] => {
  const out: Draft[] = []
  for (let at = 0; at < drafts.length; at += 1) {
    const draft = drafts[at]
    const next = drafts[at + 1]
    if (draft === undefined) break
    const joins = draft.leaf.kind === 'text' && next?.leaf.kind === 'text' && draft.leaf.text.length <= 6 &&
      loneMarker.test(draft.leaf.text)
      && next.leaf.text.length > 6 && !draft.leaf.place.caption
    if (!joins) {
      out.push(draft)
      continue
    }
    out.push({ ...draft, leaf: { ...joinTexts([draft.leaf, next.leaf]).leaf, marker: draft.leaf.text } })
    at += 1
  }
  return out
}
