import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { createBlockIndex } from '#model/block-index'
import { cutForDrawing, LONGEST_DRAWN } from './drawn-pieces'
import { isContinued, wholeId } from '#model/block-pieces'
import { seamOf } from './find-seams'
import { rangeBetween } from './selection'
import { quoteOf } from '#model/quote'
import { shownText } from '#model/quote'
import { sourceRange } from '#model/text-map'
import { surfaceOf } from './surface'

const START = 500
const SENTENCE = 'The mill at Orrin Vale sold felt to the yards. '

/** A long block whose every third sentence is followed by five code units of source that are not shown. */
const longBlock = (sentences: number, more: Partial<Block> = {}): Block => {
  const map: number[] = []
  let source = START
  for (let at = 0; at < sentences; at += 3) {
    const shown = Math.min(3, sentences - at) * SENTENCE.length
    map.push(at * SENTENCE.length, shown, source, shown)
    source += shown + 5
  }
  return { id: 'd1b2', kind: 'paragraph', ranges: [{ start: START, end: source - 5 }], text: SENTENCE.repeat(sentences), map, why: '',
    ...more }
}

const short = (id: string, start: number, text: string): Block => ({ id, kind: 'paragraph', ranges: [{ start, end: start + text.length }],
  text, map: [0, text.length, start, text.length], why: '' })

const LONG = longBlock(900)
const drawn = cutForDrawing([short('d1b1', 0, 'Before.'), LONG])

describe('cutting a block for drawing', () => {
  it('leaves alone what is no longer than the longest that is drawn whole', () => {
    const blocks = [short('d1b1', 0, 'x'.repeat(LONGEST_DRAWN))]
    expect(cutForDrawing(blocks)).toBe(blocks)
  })

  it('makes pieces whose texts follow each other, none long, ended behind sentences', () => {
    const pieces = drawn.filter(({ id }) => wholeId(id) === LONG.id)
    expect(pieces.map(({ text }) => text).join('')).toBe(LONG.text)
    expect(pieces.length).toBeGreaterThan(5)
    for (const { text } of pieces) {
      expect(text.length).toBeLessThanOrEqual(6000)
      expect(text).toMatch(/\. $/)
    }
    expect(pieces.map(isContinued)).toEqual(pieces.map((_, at) => at > 0))
  })

  it('gives every stretch of a piece the place it had in the block, whatever the block is like', () => {
    fc.assert(fc.property(fc.integer({ min: 430, max: 1200 }), fc.array(fc.nat(50_000), { maxLength: 12 }), (sentences, places) => {
      const block = longBlock(sentences, { runs: [{ start: 100, end: 15_000, style: 'bold' }, { start: 120, end: 140, style: 'italic' }] })
      let from = 0
      for (const piece of cutForDrawing([block])) {
        for (const place of places.filter((at) => at >= from && at + 4 <= from + piece.text.length)) {
          expect(sourceRange(piece.map, place - from, place - from + 4)).toEqual(sourceRange(block.map, place, place + 4))
        }
        for (const run of piece.runs ?? []) {
          expect(run.start).toBeGreaterThanOrEqual(0)
          expect(run.end).toBeLessThanOrEqual(piece.text.length)
        }
        from += piece.text.length
      }
      expect(
        cutForDrawing([block]).reduce(
          (sum, { runs = [] }) => sum + runs.filter(({ style }) => style === 'bold').reduce((all, run) => all + run.end - run.start, 0),
          0
        )
      ).toBe(14_900)
    }), { numRuns: 60 })
  })

  it('tiles the source: every range of the block is in the pieces once', () => {
    const pieces = cutForDrawing([LONG])
    const ranges = pieces.flatMap((piece) => piece.ranges)
    expect(ranges[0]?.start).toBe(START)
    expect(ranges.at(-1)?.end).toBe(LONG.ranges[0]?.end)
    ranges.slice(1).forEach((range, at) => expect(range.start).toBe(ranges[at]?.end))
  })

  it('cuts behind line ends where lines mean something', () => {
    const line = '12345  felt sold '
    const text = line.repeat(3000).trimEnd()
    const breaks = Array.from({ length: 2999 }, (_, at) => (at + 1) * line.length - 1)
    const pieces = cutForDrawing([{ ...short('d1b1', 0, text), kind: 'letterhead', breaks }])
    expect(pieces.length).toBeGreaterThan(3)
    for (const piece of pieces) {
      expect(piece.text.startsWith('12345')).toBe(true)
      for (const at of piece.breaks ?? []) expect(piece.text.charAt(at)).toBe(' ')
    }
    expect(pieces.reduce((sum, piece) => sum + (piece.breaks?.length ?? 0), 0)).toBe(2999)
  })

  it('never parts the two halves of a character', () => {
    const pieces = cutForDrawing([short('d1b1', 0, `x${'\u{1d49c}'.repeat(20_000)}`)])
    for (const { text } of pieces.slice(1)) expect(text).toMatch(/^\u{1d49c}/u)
  })
})

describe('words across a seam', () => {
  const index = createBlockIndex(drawn)
  const [, first, second] = drawn
  if (!first || !second) throw new Error('The block was not cut.')
  const range = rangeBetween(index, { surface: first.id, offset: first.text.length - 7 }, { surface: second.id, offset: 8 })

  it('are quoted as the block has them, without a line end', () => {
    expect(range && quoteOf(index, range)).toMatchObject({ exact: 'yards. The mill' })
    expect(range && shownText(drawn, range)).toBe('yards. The mill')
    const whole = createBlockIndex([short('d1b1', 0, 'Before.'), LONG])
    expect(range && quoteOf(index, range)).toEqual(range && quoteOf(whole, range))
  })

  it('are found', () => {
    const seam = seamOf(surfaceOf(first), surfaceOf(second), false)
    expect(seam.find('yards. the mill', false)).toEqual([{ start: range?.start, end: range?.end }])
    expect(seam.find('orrin vale', false)).toEqual([])
  })
})
