import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '#contract/filing'
import { createBlockIndex } from './block-index'
import { quoteOf, shownText } from './quote'

/** Blocks whose source is their text, one behind the other with a line end between. */
const lay = (...parts: readonly (readonly [BlockKind, string])[]): readonly Block[] => {
  let at = 0
  return parts.map(([kind, text], n) => {
    const start = at
    at += text.length + 1
    return { id: `d1b${String(n + 1)}`, kind, ranges: [{ start, end: start + text.length }], text,
      map: [0, text.length, start, text.length], why: '' }
  })
}

const PAGES = lay(['paragraph', 'The mill did'], ['page-footer', '12'], ['page-header', 'Alder Felt Inc.'], ['paragraph',
  'not meet its plan.'])

describe('a quote', () => {
  it('over a page turn is the passage, without the page number and the header between', () => {
    expect(quoteOf(createBlockIndex(PAGES), { start: 4, end: 44 })).toEqual({ exact: 'mill did\nnot meet its', prefix: 'The ',
      suffix: ' plan.' })
    expect(shownText(PAGES, { start: 4, end: 44 })).toBe('mill did\nnot meet its')
  })

  it('has no page number in its context', () => {
    expect(quoteOf(createBlockIndex(PAGES), { start: 32, end: 35 })).toEqual({ exact: 'not', prefix: 'The mill did\n',
      suffix: ' meet its plan.' })
    expect(quoteOf(createBlockIndex(PAGES), { start: 9, end: 12 })?.suffix).toBe('\nnot meet its plan.')
  })

  it('of a page number alone is the page number', () => {
    expect(quoteOf(createBlockIndex(PAGES), { start: 13, end: 15 })?.exact).toBe('12')
  })

  it('keeps the pieces of a block that is drawn in pieces together', () => {
    const [one, two] = lay(['paragraph', 'One long '], ['paragraph', 'paragraph.'])
    if (!one || !two) throw new Error('Two blocks were laid out.')
    expect(quoteOf(createBlockIndex([one, { ...two, id: 'd1b1~1' }]), { start: 4, end: 19 })?.exact).toBe('long paragraph')
  })

  it('is none where nothing is shown', () => {
    expect(quoteOf(createBlockIndex(PAGES), { start: 900, end: 901 })).toBeNull()
    expect(quoteOf(createBlockIndex([]), { start: 0, end: 1 })).toBeNull()
    expect(quoteOf(createBlockIndex(PAGES), { start: 12, end: 13 })).toBeNull()
  })
})
