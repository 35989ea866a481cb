import { html, joined, type Markup } from './markup'

/**
 * Strokes of the characters a margin mark is written with, in a box of 6 by 10. They are drawn and not set: a mark that were text
 * would be found between the words of a sentence by whoever copies or searches the document.
 */
const STROKES: Readonly<Record<string, string>> = {
  0: 'M3 1C1.4 1 1 3 1 5s.4 4 2 4 2-2 2-4-.4-4-2-4z',
  1: 'M1.6 2.6 3.4 1V9',
  2: 'M1.1 2.9C1.3 1.7 2.1 1 3.1 1 4.3 1 5 1.8 5 2.9 5 4.8 1.4 6.6 1 9H5',
  3: 'M1.1 1.9C1.6 1.3 2.2 1 3 1 4.2 1 4.9 1.8 4.9 2.8 4.9 4 4 4.7 2.6 4.7 4.1 4.7 5 5.5 5 6.8 5 8.1 4.1 9 2.9 9 2.1 9 1.4 8.7 1 8.1',
  4: 'M4.1 9V1L.8 6.6H5.4',
  5: 'M4.7 1H1.6L1.3 4.6C1.8 4.2 2.4 4 3 4 4.2 4 5 5 5 6.4 5 8 4.1 9 2.9 9 2.1 9 1.4 8.7 1 8.1',
  6: 'M4.6 1.5C4.2 1.2 3.8 1 3.3 1 1.8 1 1 2.9 1 5.8 1 7.9 1.8 9 3 9 4.2 9 5 8 5 6.5 5 5.1 4.3 4.2 3.1 4.2 2 4.2 1.1 5.1 1 6.2',
  7: 'M1 1H5C3.6 3.4 2.7 6 2.4 9',
  8: 'M3 4.7C1.9 4.7 1.3 3.9 1.3 2.9S1.9 1 3 1 4.7 1.9 4.7 2.9 4.1 4.7 3 4.7C1.8 4.7 1 5.6 1 6.8S1.8 9 3 9 5 8 5 6.8 4.2 4.7 3 4.7z',
  9: 'M1.4 8.5C1.8 8.8 2.2 9 2.7 9 4.2 9 5 7.1 5 4.2 5 2.1 4.2 1 3 1 1.8 1 1 2 1 3.5 1 4.9 1.7 5.8 2.9 5.8 4 5.8 4.9 4.9 5 3.8',
  F: 'M1.2 9V1H5M1.2 4.8H4.4',
  S: 'M4.8 2C4.4 1.4 3.8 1 3 1 1.9 1 1.2 1.8 1.2 2.8 1.2 5.2 4.9 4.5 4.9 7 4.9 8.2 4.1 9 2.9 9 2 9 1.3 8.6 .9 7.9'
}

/** Width of one character with the space after it, in units of the drawing. */
const ADVANCE = 7

/** The strokes as definitions, to stand once in a document in which `marginMark` is used. */
export const marginMarkDefinitions = (): Markup =>
  html`<svg class="defs" aria-hidden="true"><defs>${
    Object.entries(STROKES).map(([character, strokes]) => html`<path id="g${character}" d="${strokes}"/>`)
  }</defs></svg>`

/** A label such as `12` or `F3` as a drawing without text. Characters without strokes leave a gap. */
export const drawnLabel = (label: string): Markup => {
  const width = label.length * ADVANCE - 1
  const uses = [...label].map((character, at) => (character in STROKES ? html`<use href="#g${character}" x="${at * ADVANCE}"/>` : null))
  return html`<svg class="w${label.length}" viewBox="0 0 ${width} 10" aria-hidden="true">${
    joined(uses.filter((use) => use !== null))
  }</svg>`
}

/** The margin a number stands in: the analyst's own on the right, suggestions on the left. */
export type MarginSide = 'own' | 'suggested'

/** A mark of a margin. `target` is the id of the entry it leads to. */
export const marginMark = (label: string, side: MarginSide, target: string): Markup =>
  html`<a class="mark ${side}" href="#${target}" aria-label="${label}">${drawnLabel(label)}</a>`

/**
 * The marks of one place, in the margin of the line it stands in: they float there, below those of the lines before that reach so far
 * down, and take no room from the words.
 */
export const lineMarks = (marks: readonly Markup[], side: MarginSide): Markup | null =>
  marks.length === 0 ? null : html`<span class="beside ${side}">${marks}</span>`

/** The height of a mark in a margin with the space around it, in px of print.css. */
const MARK_HEIGHT = 13.5

/** The marks of one table row in one margin, under each other from the top of the row. */
export const rowMarks = (marks: readonly Markup[], side: MarginSide): Markup | null =>
  marks.length === 0 ? null : html`<span class="margin ${side}">${marks}</span>`

/** How high a row must be, in px, so that its marks end in it; 0 where any row is high enough. */
export const rowHeight = (count: number): number => count < 2 ? 0 : Math.ceil(count * MARK_HEIGHT)
