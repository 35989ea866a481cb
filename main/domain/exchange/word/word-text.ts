import type { InlineRun } from '#contract/filing'
import type { MarkCursor } from './word-marks'
import { runXml, type RunLook } from './word-xml'

/** A text with what is needed to set a part of it: its styled runs, where it stands in the stream, and how it is set as a whole. */
export interface SetText {
  readonly text: string
  /** Sorted by their start; offsets into `text`. */
  readonly runs: readonly InlineRun[]
  readonly cursor: MarkCursor
  /** Where an offset of `text` stands in the stream, and back. */
  readonly toStream: (offset: number) => number
  readonly fromStream: (place: number) => number
  readonly look: RunLook
  /** Where the words of the next block begin in the stream. */
  readonly after: number
}

const STYLES: Readonly<Record<InlineRun['style'], RunLook>> = {
  bold: { bold: true },
  italic: { italic: true },
  underline: { underline: { style: 'single', colour: 'auto' } },
  strike: { strike: true },
  superscript: { vertical: 'superscript' },
  subscript: { vertical: 'subscript' },
  link: {}
}

const pieceXml = ({ text, runs, look }: SetText, from: number, to: number, marked: RunLook): string => {
  const touching = runs.filter((run) => run.start < to && run.end > from)
  const cuts = new Set([from, to])
  for (const run of touching) {
    if (run.start > from) cuts.add(run.start)
    if (run.end < to) cuts.add(run.end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  let out = ''
  for (let at = 0; at + 1 < places.length; at += 1) {
    const a = places[at] ?? from
    const b = places[at + 1] ?? to
    const styled = touching.filter((run) => run.start <= a && run.end >= b).reduce<RunLook>(
      (sum, { style }) => ({ ...sum, ...STYLES[style] }),
      look
    )
    out += runXml(text.slice(a, b), { ...styled, ...marked })
  }
  return out
}

/** The words from `start` to `end` as runs of Word, cut where a run or a mark begins or ends. `next` is where the words behind stand in the stream. */
export const textXml = (set: SetText, start: number, end: number, next: number): string => {
  const pieces = set.cursor.over(set.toStream(start), set.toStream(end), next)
  if (pieces.length === 0) return pieceXml(set, start, end, {})
  let out = ''
  let from = start
  pieces.forEach((piece, at) => {
    const following = pieces[at + 1]
    const to = following ? Math.min(end, Math.max(from, set.fromStream(following.start))) : end
    out += piece.before + pieceXml(set, from, to, piece.look) + piece.behind
    from = to
  })
  return out
}
