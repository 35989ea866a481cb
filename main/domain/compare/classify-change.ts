import type { ChangeKind, ComparedCell } from '#contract/comparison'
import { compareWords } from '../anchor/guards'
import { foldText, numbersOf } from './fold-text'
import { wordRuns } from './word-runs'

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((value, at) => value === b[at])

/**
 * What a changed passage says otherwise: `same` only where nothing but white space, quotation marks, dashes and leaders differ;
 * then the gravest of a number, a word of direction, denial or certainty, and any other word or sign.
 */
export const classifyChange = (left: string, right: string): ChangeKind => {
  if (left === right) return 'same'
  const before = foldText(left)
  const after = foldText(right)
  if (before === after) return 'same'
  if (!sameList(numbersOf(before), numbersOf(after))) return 'number-changed'
  const kind = compareWords(before, after)
  return kind === 'number-changed' || kind === 'polarity-changed' ? kind : 'reworded'
}

const GRAVEST: readonly ChangeKind[] = ['number-changed', 'polarity-changed', 'reworded', 'added', 'removed', 'moved']

/** The gravest of several kinds of change; `same` where there is none. */
export const gravestOf = (kinds: readonly ChangeKind[]): ChangeKind => GRAVEST.find((kind) => kinds.includes(kind)) ?? 'same'

/** The lengths of the longest common list of cells from each pair of places on, by rows. */
const commonLengths = (left: readonly string[], right: readonly string[]): number[][] => {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row) row[j] = left[i] === right[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** Joins what a table sets in cells of its own though it belongs to a number: "$", "(", "%" and ")". */
const joinSigns = (cells: readonly string[]): string[] => {
  const joined: string[] = []
  let before = ''
  for (const cell of cells) {
    if (/^[$€£(\s]+$/.test(cell)) before += cell
    else if (/^[%)\s]+$/.test(cell) && joined.length > 0 && before === '') joined.push(`${joined.pop() ?? ''}${cell}`)
    else {
      joined.push(before + cell)
      before = ''
    }
  }
  if (before !== '') joined.push(before)
  return joined
}

/** The longest rows whose cells are set against each other one by one; longer ones are no table a person reads. */
const MOST_CELLS = 200

/** A cell of as many words holds running text: its words are set against each other, not the whole. */
const RUNNING_WORDS = 6

const cellOf = (left: string, right: string): ComparedCell => {
  const kind = left === '' ? 'added' : right === '' ? 'removed' : classifyChange(left, right)
  const runs = kind !== 'same' && Math.min(left.split(' ').length, right.split(' ').length) >= RUNNING_WORDS
  return runs ? { left, right, kind, words: wordRuns(left, right) } : { left, right, kind }
}

/** Cells by place where both rows have as many, else by those they have in common. */
const compareFigures = (left: readonly string[], right: readonly string[]): readonly ComparedCell[] => {
  if (left.length === right.length || left.length > MOST_CELLS || right.length > MOST_CELLS) {
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => cellOf(left[at] ?? '', right[at] ?? ''))
  }
  const a = left.map(foldText)
  const b = right.map(foldText)
  const lengths = commonLengths(a, b)
  const cells: ComparedCell[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && a[i] === b[j]) cells.push(cellOf(left[i++] ?? '', right[j++] ?? ''))
    else if (j >= right.length || (i < left.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)))
      cells.push(cellOf(left[i++] ?? '', ''))
    else cells.push(cellOf('', right[j++] ?? ''))
  }
  return cells
}

/** The cells of two rows set against each other: the labels they begin with, then the rest by place or by what they have in common. */
export const compareCells = (leftCells: readonly string[], rightCells: readonly string[]): readonly ComparedCell[] => {
  const left = joinSigns(leftCells)
  const right = joinSigns(rightCells)
  const [a = '', b = ''] = [left[0], right[0]]
  const labels = /\p{L}{2}/u.test(a) && /\p{L}{2}/u.test(b)
  return labels ? [cellOf(a, b), ...compareFigures(left.slice(1), right.slice(1))] : compareFigures(left, right)
}

/** The cells of a row that stands on one side alone, or says the same on both. */
export const plainCells = (cells: readonly string[], kind: 'same' | 'added' | 'removed'): readonly ComparedCell[] =>
  joinSigns(cells).map((text) => ({ left: kind === 'added' ? '' : text, right: kind === 'removed' ? '' : text, kind }))

/** What became of a row of a table, by the gravest of its cells; a cell that came or went with a number in it changes a number. */
export const kindOfCells = (cells: readonly ComparedCell[]): ChangeKind =>
  gravestOf(cells.map(({ kind, left, right }): ChangeKind => (
    kind === 'added' || kind === 'removed' ? (/\d/.test(left + right) ? 'number-changed' : 'reworded') : kind
  )))
