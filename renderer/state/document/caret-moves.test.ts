import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Sentence } from '#contract/filing'
import { createBlockIndex } from '#model/block-index'
import { type CaretPlace, type CaretStep, moveCaret, offsetOf, placeAt, saidOf } from './caret-moves'

const RAW = 'Sales rose 4.5% in May.\n\n\n\nThey may fall. \ud83d\ude00 ends it.'
const block = (id: string, start: number, end: number): Block => ({ id, kind: 'paragraph', ranges: [{ start, end }],
  text: RAW.slice(start, end), map: [0, end - start, start, end - start], why: '' })
const sentence = (start: number, end: number): Sentence => ({ id: `s${String(start)}`, block: 'a', start, end, text: RAW.slice(start, end),
  section: null, speaker: null })

const rule: Block = { id: 'r', kind: 'rule', ranges: [{ start: 24, end: 26 }], text: '', map: [], why: '' }
const INDEX = createBlockIndex([block('a', 0, 23), rule, block('b', 27, RAW.length)])
const SENTENCES = [sentence(0, 23), sentence(27, 41), sentence(42, RAW.length)]
const FALL = { block: 2, offset: 14 }

const moved = (from: CaretPlace, step: CaretStep, delta: 1 | -1): CaretPlace | null => moveCaret(INDEX, SENTENCES, from, step, delta)

describe('a caret', () => {
  it.each<[name: string, from: CaretPlace, step: CaretStep, delta: 1 | -1, to: CaretPlace | null]>([
    ['goes to the next character', { block: 0, offset: 0 }, 'character', 1, { block: 0, offset: 1 }],
    ['never stands inside a character of two code units', { block: 2, offset: 15 }, 'character', 1, { block: 2, offset: 17 }],
    ['leaps a block without text', { block: 0, offset: 23 }, 'character', 1, { block: 2, offset: 0 }],
    ['and back', { block: 2, offset: 0 }, 'character', -1, { block: 0, offset: 23 }],
    ['stops behind words going forward', { block: 0, offset: 0 }, 'word', 1, { block: 0, offset: 5 }],
    ['takes a number for one word', { block: 0, offset: 10 }, 'word', 1, { block: 0, offset: 14 }],
    ['stops before words going back', { block: 0, offset: 14 }, 'word', -1, { block: 0, offset: 11 }],
    ['finds the last word of the block before', { block: 2, offset: 0 }, 'word', -1, { block: 0, offset: 19 }],
    ['stops behind a sentence', { block: 0, offset: 3 }, 'sentence', 1, { block: 0, offset: 23 }],
    ['then behind the next one', { block: 0, offset: 23 }, 'sentence', 1, FALL],
    ['stops before a sentence going back', { block: 2, offset: 20 }, 'sentence', -1, { block: 2, offset: 15 }],
    ['then before the one before', { block: 2, offset: 15 }, 'sentence', -1, { block: 2, offset: 0 }],
    ['goes to the next block', { block: 0, offset: 9 }, 'block', 1, { block: 2, offset: 0 }],
    ['goes to the beginning of its block first', FALL, 'block', -1, { block: 2, offset: 0 }],
    ['goes to the end of the last block', FALL, 'block', 1, { block: 2, offset: RAW.length - 27 }],
    ['goes to the end of the text', FALL, 'document', 1, { block: 2, offset: RAW.length - 27 }],
    ['goes to its beginning', FALL, 'document', -1, { block: 0, offset: 0 }],
    ['stays at the beginning', { block: 0, offset: 0 }, 'character', -1, null],
    ['stays at the end', { block: 2, offset: RAW.length - 27 }, 'sentence', 1, null]
  ])('%s', (_name, from, step, delta, to) => {
    expect(moved(from, step, delta)).toEqual(to)
  })

  it('stands at the source that is asked for', () => {
    expect(placeAt(INDEX, 6)).toEqual({ block: 0, offset: 6 })
    expect(placeAt(INDEX, 25)).toEqual({ block: 2, offset: 0 })
    expect(offsetOf(INDEX, { block: 0, offset: 23 })).toBe(23)
    expect(offsetOf(INDEX, FALL)).toBe(41)
  })

  it('reaches the end from anywhere, by any step, and never goes back on its way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: RAW.length - 1 }), fc.constantFrom<CaretStep>('character', 'word', 'sentence', 'block'),
        (offset, step) => {
          let at = placeAt(INDEX, offset)
          for (let moves = 0; at && moves <= RAW.length; moves += 1) {
            const next = moved(at, step, 1)
            if (!next) return
            expect(next.block > at.block || next.offset > at.offset).toBe(true)
            at = next
          }
          expect.unreachable('the caret goes on for ever')
        })
    )
  })

  it('tells the character, the words or the block', () => {
    expect(saidOf(INDEX, { block: 0, offset: 0 }, { block: 0, offset: 1 }, 'character')).toBe('a')
    expect(saidOf(INDEX, { block: 0, offset: 4 }, { block: 0, offset: 5 }, 'character')).toBe('Space')
    expect(saidOf(INDEX, { block: 0, offset: 5 }, { block: 0, offset: 10 }, 'word')).toBe('rose')
    expect(saidOf(INDEX, { block: 0, offset: 5 }, { block: 2, offset: 0 }, 'line')).toBe('They may fall. \ud83d\ude00 ends it.')
  })
})
