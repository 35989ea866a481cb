import { expect, test } from 'vitest'
import type { Block } from '#contract/filing'
import { isContinued, PIECE_MARK, wholeId } from './block-pieces'

const block = (id: string): Block => ({ id, kind: 'paragraph', ranges: [{ start: 0, end: 1 }], text: 'x', map: [], why: 'a paragraph' })

test('a further piece names the block that it was cut from', () => {
  expect(isContinued(block('d1b7'))).toBe(false)
  expect(isContinued(block(`d1b7${PIECE_MARK}2`))).toBe(true)
  expect(wholeId('d1b7')).toBe('d1b7')
  expect(wholeId(`d1b7${PIECE_MARK}2`)).toBe('d1b7')
})
