import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ComparisonRow } from '#contract/comparison'
import type { Block } from '#contract/filing'
import { createBlockIndex } from '#model/block-index'
import { cellsOf, counterpartOf, sourceOf, spanOf, visibleLength, visibleOf, type CompareSide } from './compare-places'

/** A block whose words stand at an offset of the source, each white space of the source one space on screen. */
const blockOf = (id: string, at: number, source: string, kind: Block['kind'] = 'paragraph'): Block => {
  const map: number[] = []
  let text = ''
  for (const part of source.matchAll(/\s+|\S+/g)) {
    const shown = part[0].trim() === '' ? ' ' : part[0]
    map.push(text.length, shown.length, at + part.index, part[0].length)
    text += shown
  }
  return { id, kind, ranges: [{ start: at, end: at + source.length }], text, map, why: '' }
}

const SOURCE = 'The works\n   by the canal closed\n12\nin the spring of the year.'
const index = createBlockIndex([blockOf('a', 0, SOURCE.slice(0, 33)), blockOf('f', 33, '12', 'page-footer'),
  blockOf('b', 36, SOURCE.slice(36))])
const passage = { text: 'The works by the canal closed in the spring of the year.', range: { start: 0, end: SOURCE.length } }

it('words of a passage lead to their source, over wrapped lines and the turn of a page, and back', () => {
  const at = (words: string): { from: number; to: number } => {
    const from = visibleLength(passage.text.slice(0, passage.text.indexOf(words)))
    return { from, to: from + visibleLength(words) }
  }
  for (const words of ['canal', 'works by', 'spring', 'year.']) {
    const span = at(words)
    const { start, end } = sourceOf(index, passage, span)
    expect(SOURCE.slice(start, end).replace(/\s+/g, ' ')).toBe(words)
    expect(spanOf(passage, { start, end })).toEqual(span)
  }
  const over = sourceOf(index, passage, at('closed in'))
  expect(SOURCE.slice(over.start, over.end)).toBe('closed\n12\nin')
})

it('a passage that does not read as its place does is marked as a whole', () => {
  const other = { text: 'Something else stands here.', range: passage.range }
  expect(sourceOf(index, other, { from: 2, to: 5 })).toEqual(passage.range)
  expect(spanOf(other, { start: 3, end: 9 })).toEqual({ from: 0, to: visibleLength(other.text) })
})

const run = fc.record({ op: fc.constantFrom('same' as const, 'insert' as const, 'delete' as const),
  text: fc.constantFrom('gauge ', ' of', 'brass', ' “a” ', '12') })

it('the runs of a side read as that side, and know how many visible characters stand before them', () => {
  fc.assert(fc.property(fc.array(run, { minLength: 1, maxLength: 8 }), (words) => {
    const text = (side: CompareSide): string =>
      words.filter(({ op }) => op === 'same' || op === (side === 'left' ? 'delete' : 'insert')).map((one) => one.text).join('')
    const row: ComparisonRow = { kind: 'reworded', unit: 'sentence', words, moved: false,
      left: { text: text('left'), range: { start: 0, end: 1 } }, right: { text: text('right'), range: { start: 0, end: 1 } } }
    for (const side of ['left', 'right'] as const) {
      const [runs = []] = cellsOf(row, side)
      expect(runs.map((one) => one.text).join('')).toBe(text(side))
      let before = ''
      for (const one of runs) {
        expect(one[side]).toBe(visibleOf(before).length)
        before += one.text
      }
    }
  }))
})

it('the same words are found on the other side, of changed words only the whole passage', () => {
  const sides = { left: { text: 'A gauge of  brass.', range: { start: 0, end: 1 } },
    right: { text: 'A gauge of brass.', range: { start: 0, end: 1 } }, words: [], moved: false, unit: 'sentence' as const }
  const same: ComparisonRow = { ...sides, kind: 'same' }
  expect(counterpartOf(same, 'left', { from: 1, to: 6 })).toEqual({ from: 1, to: 6 })
  const changed: ComparisonRow = { ...sides, kind: 'reworded', right: { text: 'A gauge of tin.', range: { start: 0, end: 1 } } }
  expect(counterpartOf(changed, 'left', { from: 1, to: 6 })).toBeNull()
  expect(counterpartOf(changed, 'left', { from: 0, to: 14 })).toEqual({ from: 0, to: 12 })
  expect(counterpartOf({ ...same, left: null }, 'right', { from: 0, to: 2 })).toBeNull()
})
