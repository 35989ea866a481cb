import { expect, test } from 'vitest'
import { NOT_PREVIEWED, NOT_WORDS, PAGE_FURNITURE, QUIET } from './block-kinds'

test('each set holds the narrower one', () => {
  for (const kind of PAGE_FURNITURE) expect(NOT_WORDS.has(kind), kind).toBe(true)
  for (const kind of NOT_WORDS) expect(NOT_PREVIEWED.has(kind), kind).toBe(true)
})

test('no words of a release are taken for furniture', () => {
  for (const kind of ['paragraph', 'quote', 'heading', 'list-item', 'table', 'footnote', 'signature', 'title'] as const) {
    for (const set of [PAGE_FURNITURE, NOT_WORDS, NOT_PREVIEWED, QUIET]) expect(set.has(kind), kind).toBe(false)
  }
})

test('pictures are passed over in a preview alone', () => {
  expect(NOT_PREVIEWED.has('image')).toBe(true)
  expect(NOT_WORDS.has('image')).toBe(false)
})
