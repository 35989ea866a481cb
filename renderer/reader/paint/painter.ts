import type { TextRange } from '#contract/range'
import type { Surface } from '../../state/document/surface'
import type { PaintKind } from './kinds'

/** A range of source with the kind it is painted in. */
export interface Stroke extends TextRange {
  readonly kind: PaintKind
}

/** Finds the strokes that touch a range of source, in the order of their start. */
export type StrokesIn = (start: number, end: number) => readonly Stroke[]

/** The layers of paint that change apart from each other: what was seen before, what was marked in another copy, the marks, the hits of a search, the mark in focus, a selection beyond the screen. */
export type PaintLayer = 'seen' | 'copies' | 'marks' | 'find' | 'focus' | 'chosen'

/** Paints strokes on the surfaces that are on screen, without touching what is painted on. */
export interface Painter {
  /** Paints on `element`, which shows `surface`, until it is hidden; a second call for the same surface replaces the first. */
  readonly show: (surface: Surface, element: Element) => void
  /** Takes the paint off a surface that leaves the screen. */
  readonly hide: (id: string) => void
  /** Replaces the strokes of one layer; only what differs on screen is painted anew. */
  readonly setLayer: (layer: PaintLayer, strokes: StrokesIn | null) => void
  /** Takes off all paint. */
  readonly destroy: () => void
}
