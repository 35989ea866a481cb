import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { blockIndexOf } from '#model/block-index'
import { wholeWords } from './selection-words'

const indexOf = (text: string) =>
  blockIndexOf([
    { id: 'b', kind: 'paragraph', text, map: [0, text.length, 0, text.length], ranges: [{ start: 0, end: text.length }],
      why: [] } as unknown as Block
  ])

const drawn = (text: string, start: number, end: number): string => {
  const [from, to] = wholeWords(indexOf(text), { surface: 'b', offset: start }, { surface: 'b', offset: end })
  return text.slice(from.offset, to.offset)
}

/** The text with the ends of what was drawn as `|`. */
const snap = (marked: string): string => {
  const start = marked.indexOf('|')
  const end = marked.indexOf('|', start + 1) - 1
  return drawn(marked.replaceAll('|', ''), start, end)
}

describe('wholeWords', () => {
  it.each([
    ['Net sal|es rose to a rec|ord.', 'sales rose to a record'],
    ['Sales were $26,2|70 mil|lion.', '$26,270 million'],
    ['A loss of (11|,2|04) was', '(11,204)'],
    ['a margin of 12.|5|% of sales', '12.5%'],
    ['p was .0|5| in both', '.05'],
    ['its Form 10-|K| for the year', '10-K'],
    ['on 1/3|1/20|07 it', '1/31/2007'],
    ['spent on R&|D| this year', 'R&D'],
    ['self-ra|ted soren|ess', 'self-rated soreness'],
    ['the Company’|s| sales', 'Company’s'],
    ['the U.|S| market', 'U.S'],
    ['Net| sales |rose', ' sales '],
    ['|Net sales| rose', 'Net sales'],
    ['sold to us, al|so the|n,gone', 'also then'],
    ['between 5 |–| 6 months', '–']
  ])('%s', (marked, words) => expect(snap(marked)).toBe(words))

  it('moves the ends outwards when drawn backwards as well', () => {
    const text = 'Net sales rose'
    const [from, to] = wholeWords(indexOf(text), { surface: 'b', offset: 12 }, { surface: 'b', offset: 5 })
    expect([from.offset, to.offset]).toEqual([14, 4])
  })

  it('leaves a caret alone', () => expect(drawn('Net sales', 5, 5)).toBe(''))

  it('never cuts a run of letters or digits, takes in no more than the words at its ends, and does nothing the second time', () => {
    const word = fc.constantFrom('net', '1,204', '(26)', '$5.5', '12%', 'self-rated', 'A', '-', '.', '“yes”')
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(80), fc.nat(80), (words, a, b) => {
      const text = words.join(' ')
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      if (start === end) return
      const index = indexOf(text)
      const [from, to] = wholeWords(index, { surface: 'b', offset: start }, { surface: 'b', offset: end })
      expect(from.offset).toBeLessThanOrEqual(start)
      expect(to.offset).toBeGreaterThanOrEqual(end)
      for (const at of [from.offset, to.offset]) expect(`${text.charAt(at - 1)}${text.charAt(at)}`).not.toMatch(/^[a-z\d]{2}$/i)
      expect(text.slice(from.offset, start)).not.toContain(' ')
      expect(text.slice(end, to.offset)).not.toContain(' ')
      expect(wholeWords(index, from, to)).toEqual([from, to])
    }))
  })
})
