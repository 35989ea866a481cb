import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { createBlockIndex } from './block-index'

const block = (id: string, ...ranges: readonly [number, number][]): Block => ({ id, kind: 'paragraph',
  ranges: ranges.map(([start, end]) => ({ start, end })), text: '', map: [], why: '' })

// A paragraph of two pieces with a page break and a page header between them, then another paragraph.
const PAGE = [block('a', [0, 10], [30, 40]), block('break', [12, 14]), block('header', [16, 28]), block('b', [42, 50])]

describe('the index of blocks', () => {
  const index = createBlockIndex(PAGE)

  it('finds the block that holds an offset, in each of its pieces', () => {
    expect([0, 9, 13, 20, 35, 49].map((offset) => index.blocks[index.at(offset)]?.id)).toEqual(['a', 'a', 'break', 'header', 'a', 'b'])
  })

  it('gives the next block for an offset between two', () => {
    expect(index.blocks[index.at(15)]?.id).toBe('header')
    expect(index.blocks[index.at(41)]?.id).toBe('b')
  })

  it('gives the last block for an offset behind all, and -1 where there are none', () => {
    expect(index.blocks[index.at(1000)]?.id).toBe('b')
    expect(createBlockIndex([]).at(0)).toBe(-1)
  })

  it('lists what a range touches, without what lies between its pieces', () => {
    expect(index.touching({ start: 5, end: 45 }).map((at) => PAGE[at]?.id)).toEqual(['a', 'break', 'header', 'b'])
    expect(index.touching({ start: 31, end: 32 }).map((at) => PAGE[at]?.id)).toEqual(['a'])
    expect(index.touching({ start: 10, end: 12 })).toEqual([])
  })

  it('leaves out a block that a range only meets at its edge', () => {
    expect(index.touching({ start: 14, end: 16 })).toEqual([])
    expect(index.touching({ start: 28, end: 30 })).toEqual([])
    expect(index.touching({ start: 40, end: 42 })).toEqual([])
  })

  it('agrees with a walk over all blocks', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }), fc.nat(), (lengths, wish) => {
      let at = 0
      const blocks = lengths.map((length, number) => {
        const made = block(String(number), [at, at + length])
        at += length + (length % 3)
        return made
      })
      const offset = wish % (at + 5)
      const walked = blocks.findIndex(({ ranges: [range] }) => range !== undefined && range.end > offset)
      expect(createBlockIndex(blocks).at(offset)).toBe(walked < 0 ? blocks.length - 1 : walked)
    }))
  })
})
