import { diffArrays } from 'diff'
import type { WordRun } from '#contract/comparison'
import { foldText } from './fold-text'

/** Passages that differ in more words than this are shown as taken out and put in whole: no reader follows such a redline. */
const MOST_EDITS = 400

const PIECE = /\s+|-{2,}|(?:\p{L}\.){2,}|[$€£]?\(?\d(?:[\d,.]*\d)?\)?%?|\p{L}+(?:['’]\p{L}+)*|./gu

interface Piece {
  readonly text: string
  readonly key: string
}

const piecesOf = (text: string): Piece[] =>
  (text.match(PIECE) ?? []).map((piece) => ({ text: piece, key: piece.trim() === '' ? ' ' : foldText(piece) }))

const isBlank = (run: WordRun): boolean => run.op === 'same' && run.text.trim() === ''

/** Joins runs of one kind, and takes a lone space between two changes into them, so that a changed phrase reads as one. */
const join = (runs: readonly WordRun[]): WordRun[] => {
  const joined: WordRun[] = []
  let deleted = ''
  let inserted = ''
  const flush = (): void => {
    // White space alone is no change: it stands where each side has it.
    if (deleted.trim() === '' && inserted.trim() === '') {
      if (deleted !== inserted) joined.push({ op: 'same', text: inserted, left: deleted })
      else if (inserted !== '') joined.push({ op: 'same', text: inserted })
    } else {
      if (deleted !== '') joined.push({ op: 'delete', text: deleted })
      if (inserted !== '') joined.push({ op: 'insert', text: inserted })
    }
    deleted = ''
    inserted = ''
  }
  runs.forEach((run, at) => {
    if (run.op === 'delete') deleted += run.text
    else if (run.op === 'insert') inserted += run.text
    else if (isBlank(run) && deleted !== '' && inserted !== '' && (runs[at + 1]?.op ?? 'same') !== 'same') {
      deleted += run.left ?? run.text
      inserted += run.text
    } else {
      flush()
      joined.push(run)
    }
  })
  flush()
  return joined
}

/** Words of both sides, with the left's own setting where it is another. */
const common = (left: string, right: string): WordRun => left === right ? { op: 'same', text: right } : { op: 'same', text: right, left }

/**
 * The words of `left` and `right` as runs: `same` (as the left sets them) and `delete` read together are the left to the letter,
 * `same` and `insert` the right.
 */
export const wordRuns = (left: string, right: string): readonly WordRun[] => {
  const before = piecesOf(left)
  const after = piecesOf(right)
  const changes = diffArrays(before, after, { comparator: (a, b) => a.key === b.key, maxEditLength: MOST_EDITS })
  // Typed as always there, it is absent where the longest edit was passed.
  if (!Array.isArray(changes)) return [{ op: 'delete', text: left }, { op: 'insert', text: right }]
  let [i, j] = [0, 0]
  const words = (pieces: readonly Piece[], from: number, count: number): string =>
    pieces.slice(from, from + count).map((piece) => piece.text).join('')
  return join(changes.map(({ value: { length }, added, removed }): WordRun => {
    const [fromLeft, fromRight] = [i, j]
    if (!added) i += length
    if (!removed) j += length
    if (added) return { op: 'insert', text: words(after, fromRight, length) }
    return removed
      ? { op: 'delete', text: words(before, fromLeft, length) }
      : common(words(before, fromLeft, length), words(after, fromRight, length))
  }))
}
