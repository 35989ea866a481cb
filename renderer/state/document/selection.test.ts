import { describe, expect, it } from 'vitest'
import type { Block, Section } from '#contract/filing'
import { createBlockIndex } from '#model/block-index'
import { rangeBetween, sectionPath } from './selection'
import { quoteOf } from '#model/quote'

/** A block whose words stand in the source as they are shown. */
const block = (id: string, start: number, text: string): Block => ({ id, kind: 'paragraph', ranges: [{ start, end: start + text.length }],
  text, map: [0, text.length, start, text.length], why: '' })

const LONG = 'Harrow Ridge expects to enrol the first patient in its confirmatory study before the end of the third quarter.'
const index = createBlockIndex([block('a', 10, 'The study met its endpoint.'), block('b', 40, LONG), block('c', 200, 'It may not.')])

describe('a range between two places', () => {
  it('leaves out the blanks at its ends', () => {
    expect(rangeBetween(index, { surface: 'a', offset: 3 }, { surface: 'a', offset: 10 })).toEqual({ start: 14, end: 19 })
  })

  it('is the same in either direction', () => {
    const forward = rangeBetween(index, { surface: 'a', offset: 4 }, { surface: 'c', offset: 2 })
    expect(forward).toEqual({ start: 14, end: 202 })
    expect(rangeBetween(index, { surface: 'c', offset: 2 }, { surface: 'a', offset: 4 })).toEqual(forward)
  })

  it('does not reach into a block of which nothing was selected', () => {
    expect(rangeBetween(index, { surface: 'a', offset: 4 }, { surface: 'b', offset: 0 })).toEqual({ start: 14, end: 37 })
  })

  it('is nothing where only blanks were selected', () => {
    expect(rangeBetween(index, { surface: 'a', offset: 3 }, { surface: 'a', offset: 4 })).toBeNull()
  })
})

describe('a quote', () => {
  it('carries 64 code units of context on each side, across blocks', () => {
    const quote = quoteOf(index, { start: 47, end: 52 })
    expect(quote?.exact).toBe('Ridge')
    expect(quote?.prefix).toBe('The study met its endpoint.\nHarrow ')
    expect(quote?.suffix).toBe(LONG.slice(12, 76))
    expect(quote?.suffix).toHaveLength(64)
  })

  it('parts blocks by a line end', () => {
    expect(quoteOf(index, { start: 14, end: 46 })?.exact).toBe('study met its endpoint.\nHarrow')
  })

  it('is nothing where no words are shown', () => {
    expect(quoteOf(index, { start: 0, end: 5 })).toBeNull()
  })
})

describe('the path of sections', () => {
  it('leads from the outermost in and skips sections without a title', () => {
    const section = (title: string, level: number, start: number, end: number): Section => ({ id: title, kind: 'heading', title, level,
      part: null, item: null, range: { start, end } })
    const sections = [section('SECOND', 2, 40, 100), section('Release', 1, 0, 300), section('', 3, 40, 90)]
    expect(sectionPath(sections, 50)).toEqual(['Release', 'SECOND'])
  })
})
