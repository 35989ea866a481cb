/** The way from the words of a compared passage to their place in the source, and back. */
import type { ComparedPassage, ComparisonRow, WordRun } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import { NOT_WORDS } from '#model/block-kinds'
import type { BlockIndex } from '#model/block-index'
import { changesBetween, changeWords } from '#model/number-change'
import { shownRange, sourceOffset, sourceRange } from '#model/text-map'
import { surfaceOf, type Surface } from '../document/surface'

/** One side of a comparison. */
export type CompareSide = 'left' | 'right'

/** A span of the visible characters of a passage (those that are no white space), end exclusive. */
export interface VisibleSpan {
  readonly from: number
  readonly to: number
}

/** Where the visible characters of a passage stand in the source, one entry for each. */
export interface PassageChars {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The characters of a text that are seen, without white space. */
export const visibleOf = (text: string): string => text.replace(/\s+/g, '')

/** How many visible characters a text has. */
export const visibleLength = (text: string): number => visibleOf(text).length

const read = (surfaces: readonly Surface[], range: TextRange): { readonly text: string; readonly chars: PassageChars } => {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  for (const surface of surfaces) {
    const span = shownRange(surface.map, range)
    if (!span) continue
    for (let at = span.start; at < span.end; at += 1) {
      const unit = surface.text.charAt(at)
      if (/\s/.test(unit)) continue
      text += unit
      starts.push(sourceOffset(surface.map, at))
      ends.push(sourceRange(surface.map, at, at + 1)?.end ?? sourceOffset(surface.map, at) + 1)
    }
  }
  return { text, chars: { starts, ends } }
}

const known = new WeakMap<ComparedPassage, PassageChars | null>()

/** The places of a passage's visible characters as they were worked out before; undefined where they were not. */
export const knownChars = (passage: ComparedPassage): PassageChars | null | undefined => known.get(passage)

/**
 * The places of a passage's visible characters; null where what is shown at its place does not read as the passage does, so that
 * only the passage as a whole can be marked. `index` holds the blocks at its place. Worked out once for each passage.
 */
export const charsOf = (index: BlockIndex, passage: ComparedPassage): PassageChars | null => {
  const kept = known.get(passage)
  if (kept !== undefined) return kept
  const blocks = index.touching(passage.range).flatMap((at) => index.blocks[at] ?? [])
  const body = blocks.filter(({ kind }) => !NOT_WORDS.has(kind))
  const wanted = visibleOf(passage.text)
  const attempts = [body.map(surfaceOf), body.map(({ id, text, map }) => ({ id, text, map }))]
  const found = attempts.map((surfaces) => read(surfaces, passage.range)).find(({ text }) => text === wanted)?.chars ?? null
  known.set(passage, found)
  return found
}

/** The source behind a span of visible characters; the whole passage where their places are not known. */
export const sourceOf = (index: BlockIndex, passage: ComparedPassage, { from, to }: VisibleSpan): TextRange => {
  const chars = charsOf(index, passage)
  const [start, end] = [chars?.starts[from], chars?.ends[to - 1]]
  return start === undefined || end === undefined || end <= start ? passage.range : { start, end }
}

const touches = (passage: ComparedPassage, range: TextRange): boolean => range.start < passage.range.end && range.end > passage.range.start

/** The visible characters of a passage that a source range covers; null where it covers none, or where their places were not worked out yet. */
export const spanOf = (passage: ComparedPassage, range: TextRange): VisibleSpan | null => {
  const chars = known.get(passage)
  if (chars === undefined || !touches(passage, range)) return null
  if (!chars) return { from: 0, to: visibleLength(passage.text) }
  const from = chars.ends.findIndex((end) => end > range.start)
  const to = chars.starts.findLastIndex((start) => start < range.end) + 1
  return from < 0 || to <= from ? null : { from, to }
}

/** A run of words as one side sets it, with the place of its first visible character on each side it belongs to. */
export interface PlacedRun {
  readonly op: WordRun['op']
  readonly text: string
  readonly left: number | null
  readonly right: number | null
  /** Of words that take the place of others: how the numbers among them changed; absent where none did. */
  readonly change?: string
}

/** What stands right before or behind words and belongs to their numbers: a bracket, a sign, a currency, a unit. */
const BEFORE = /(?:\p{L}+\.?\s+|[-−(]\s*|[$€£¥]\s*)*$/u
const BEHIND = /^(?:\s*\))?(?:\s*%|\s+(?:percent|thousand|million|billion|trillion)\b)?/

/** How the numbers changed between words taken out and those put in for them; the words around both tell their units. */
const changeAt = (runs: readonly WordRun[], at: number): string => {
  const [before, deleted, inserted, behind] = [runs[at - 2], runs[at - 1], runs[at], runs[at + 1]]
  if (deleted?.op !== 'delete' || inserted?.op !== 'insert') return ''
  const head = before?.op === 'same' ? BEFORE.exec(before.text.slice(-24))?.[0] ?? '' : ''
  const tail = behind?.op === 'same' ? BEHIND.exec(behind.text.slice(0, 16))?.[0] ?? '' : ''
  return changesBetween(`${head}${deleted.text}${tail}`, `${head}${inserted.text}${tail}`).map(changeWords).join(' · ')
}

/** The cells of a row (one for a passage of prose), each as runs: those of one side, or of both in one text where `side` is null. */
export const cellsOf = (row: ComparisonRow, side: CompareSide | null): readonly (readonly PlacedRun[])[] => {
  let [left, right] = [0, 0]
  const place = ({ op, text, left: own }: WordRun, at: number, runs: readonly WordRun[]): PlacedRun => {
    const change = op === 'insert' ? changeAt(runs, at) : ''
    const placed: PlacedRun = { ...(change === '' ? {} : { change }), op, text: side === 'left' ? own ?? text : text,
      left: op === 'insert' ? null : left, right: op === 'delete' ? null : right }
    if (op !== 'insert') left += visibleLength(own ?? text)
    if (op !== 'delete') right += visibleLength(text)
    return placed
  }
  const shown = (runs: readonly PlacedRun[]): readonly PlacedRun[] => side === null ? runs : runs.filter((run) => run[side] !== null)
  if (row.cells) {
    return row.cells.map((cell) => {
      if (cell.words) return shown(cell.words.map(place))
      if (cell.kind === 'same') return shown([{ op: 'same' as const, text: cell.right, left: cell.left }].map(place))
      const runs: readonly WordRun[] = [...cell.left === '' ? [] : [{ op: 'delete' as const, text: cell.left }],
        ...cell.right === '' ? [] : [{ op: 'insert' as const, text: cell.right }]]
      return shown(runs.map(place))
    })
  }
  if (row.words.length > 0) return [shown(row.words.map(place))]
  const whole: WordRun = row.left && row.right
    ? { op: 'same', text: row.right.text, left: row.left.text }
    : { op: row.left ? 'delete' : 'insert', text: (row.left ?? row.right)?.text ?? '' }
  return [shown([whole].map(place))]
}

/** Where the words of one side stand on the other: the same characters where both read alike, the whole where the whole was meant. */
export const counterpartOf = (row: ComparisonRow, side: CompareSide, span: VisibleSpan): VisibleSpan | null => {
  const [own, other] = side === 'left' ? [row.left, row.right] : [row.right, row.left]
  if (!own || !other) return null
  const [a, b] = [visibleLength(own.text), visibleLength(other.text)]
  if ((row.kind === 'same' || row.kind === 'moved') && a === b) return span
  return span.from === 0 && span.to === a ? { from: 0, to: b } : null
}
