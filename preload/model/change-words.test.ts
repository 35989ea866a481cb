import { expect, test } from 'vitest'
import { CHANGE_KINDS, CHANGE_MEANS, CHANGE_WORDS } from './change-words'

test('every kind but "same" is offered once, the gravest first', () => {
  expect([...CHANGE_KINDS].sort()).toEqual(Object.keys(CHANGE_WORDS).filter((kind) => kind !== 'same').sort())
  expect(new Set(CHANGE_KINDS).size).toBe(CHANGE_KINDS.length)
  expect(CHANGE_KINDS.slice(0, 2)).toEqual(['number-changed', 'polarity-changed'])
})

test('no two kinds have the same name or the same meaning', () => {
  for (const words of [CHANGE_WORDS, CHANGE_MEANS]) expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
})
