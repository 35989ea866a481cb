import { describe, expect, it } from 'vitest'
import type { Block, Sentence } from '#contract/filing'
import { createBlockIndex } from '#model/block-index'
import { boundaryAt, moveBoundary, sentenceFrom } from './boundaries'

const RAW = 'Sales rose 4.5% in May.\n\nThey may fall. \ud83d\ude00 ends it.'
const block = (id: string, start: number, end: number): Block => ({ id, kind: 'paragraph', ranges: [{ start, end }],
  text: RAW.slice(start, end), map: [0, end - start, start, end - start], why: '' })
const sentence = (start: number, end: number): Sentence => ({ id: `s${String(start)}`, block: 'a', start, end, text: RAW.slice(start, end),
  section: null, speaker: null })

const INDEX = createBlockIndex([block('a', 0, 23), block('b', 25, RAW.length)])
const SENTENCES = [sentence(0, 23), sentence(25, 39), sentence(40, RAW.length)]

type How = [edge: 'start' | 'end', step: 'character' | 'word' | 'sentence', delta: 1 | -1]

const moved = (words: string, ...how: How): string | null => {
  const start = RAW.indexOf(words)
  const range = moveBoundary(INDEX, SENTENCES, { start, end: start + words.length }, ...how)
  return range && RAW.slice(range.start, range.end)
}

describe('a boundary', () => {
  it.each<[name: string, words: string, how: How, expected: string]>([
    ['ends a word later', 'Sales', ['end', 'word', 1], 'Sales rose'],
    ['ends a word earlier', 'Sales rose', ['end', 'word', -1], 'Sales'],
    ['begins a word earlier', 'in May', ['start', 'word', -1], '4.5% in May'],
    ['begins a word later', 'Sales rose', ['start', 'word', 1], 'rose'],
    ['ends a character later', 'Sale', ['end', 'character', 1], 'Sales'],
    ['keeps a character of two code units whole', 'fall. ', ['end', 'character', 1], 'fall. \ud83d\ude00'],
    ['crosses into the next block', 'in May.', ['end', 'word', 1], 'in May.\n\nThey'],
    ['ends with the sentence', 'They', ['end', 'sentence', 1], 'They may fall.'],
    ['begins with the sentence', 'may fall.', ['start', 'sentence', -1], 'They may fall.']
  ])('%s', (_name, words, how, expected) => {
    expect(moved(words, ...how)).toBe(expected)
  })

  it('is not moved beyond the other, nor beyond the text', () => {
    expect(moved('Sales', 'end', 'word', -1)).toBeNull()
    expect(moved('Sales', 'start', 'word', -1)).toBeNull()
    expect(moved('ends it.', 'end', 'character', 1)).toBeNull()
  })
})

describe('a boundary that is dragged', () => {
  const dragged = (words: string, edge: 'start' | 'end', block: number, offset: number, by: 'word' | 'character' = 'word'):
    | string
    | null => {
    const start = RAW.indexOf(words)
    const range = boundaryAt(INDEX, { start, end: start + words.length }, edge, { block, offset }, by)
    return range && RAW.slice(range.start, range.end)
  }

  it('comes to stand at the nearest edge of a word', () => {
    expect(dragged('rose', 'end', 0, 14)).toBe('rose 4.5%'.slice(0, -1))
    expect(dragged('rose', 'start', 0, 2)).toBe('Sales rose')
    expect(dragged('rose', 'start', 0, 4)).toBe('rose')
  })

  it('stands between letters where asked, never inside one', () => {
    expect(dragged('rose', 'start', 0, 2, 'character')).toBe('les rose')
    const inside = RAW.indexOf('\ud83d') - 25 + 1
    expect(['fall. ', 'fall. \ud83d\ude00']).toContain(dragged('fall', 'end', 1, inside, 'character'))
  })

  it('goes over to another block', () => {
    expect(dragged('May', 'end', 1, 4)).toBe('May.\n\nThey')
  })

  it('does not pass the other one', () => {
    expect(dragged('rose', 'end', 0, 1)).toBeNull()
    expect(dragged('rose', 'start', 0, 20)).toBeNull()
  })
})

describe('stepping by sentences', () => {
  it('goes to the next and the one before', () => {
    expect(sentenceFrom(SENTENCES, 0, 1)).toEqual({ start: 25, end: 39 })
    expect(sentenceFrom(SENTENCES, 40, -1)).toEqual({ start: 25, end: 39 })
    expect(sentenceFrom(SENTENCES, 0, -1)).toBeNull()
  })
})
