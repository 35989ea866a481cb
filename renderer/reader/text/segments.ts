import type { InlineRun, InlineStyle } from '#contract/filing'
import type { NodeId } from '#contract/ids'

/** A stretch of shown text that is set in one way. `control` names an invisible character that is shown as a mark. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly styles: readonly InlineStyle[]
  readonly href: string | null
  readonly target: NodeId | null
  readonly control: string | null
}

// C0 but tab and line ends, DEL, C1, and the characters that change the direction of writing (Unicode Standard Annex 9).
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

const DIRECTIONS: Readonly<Record<string, string>> = {
  '\u061c': 'Arabic letter mark',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate'
}

const nameOf = (character: string): string => {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `${DIRECTIONS[character] ?? 'control character'} (U+${code})`
}

/** What stands on screen for an invisible character: its control picture, else the replacement character; one code unit each. */
const pictureOf = (character: string): string => {
  const unit = character.charCodeAt(0)
  return unit < 32 ? String.fromCharCode(0x2400 + unit) : unit === 127 ? '\u2421' : '\ufffd'
}

const cutAtControls = (text: string, start: number): { readonly start: number; readonly end: number; readonly control: boolean }[] => {
  const cuts: { start: number; end: number; control: boolean }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const control = CONTROL.test(text.charAt(at))
    const last = cuts.at(-1)
    if (last && !control && !last.control) last.end = start + at + 1
    else cuts.push({ start: start + at, end: start + at + 1, control })
  }
  return cuts
}

/**
 * Cuts `start` to `end` (shown offsets, end exclusive) of a text where its setting changes. The texts of the segments have
 * together the length of the cut, so that offsets on screen and in the text are the same.
 */
export const segmentsOf = (text: string, start: number, end: number, runs: readonly InlineRun[]): readonly Segment[] => {
  const inside = runs.filter((run) => run.start < end && run.end > start && run.end > run.start)
  const edges = new Set([start, end])
  for (const run of inside) {
    edges.add(Math.max(start, run.start))
    edges.add(Math.min(end, run.end))
  }
  const ordered = [...edges].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (const [at, from] of ordered.entries()) {
    const to = ordered[at + 1]
    if (to === undefined) break
    const over = inside.filter((run) => run.start <= from && run.end >= to)
    const link = over.find((run) => run.style === 'link')
    const piece = text.slice(from, to)
    const cuts = CONTROL.test(piece) ? cutAtControls(piece, from) : [{ start: from, end: to, control: false }]
    for (const cut of cuts) {
      const shown = text.slice(cut.start, cut.end)
      segments.push({
        start: cut.start,
        end: cut.end,
        text: cut.control ? pictureOf(shown) : shown,
        styles: over.map((run) => run.style),
        href: link?.href ?? null,
        target: link?.target ?? null,
        control: cut.control ? nameOf(shown) : null
      })
    }
  }
  return segments
}
