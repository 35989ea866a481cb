import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readHead, shortHead, wholeHead } from './history-head'

const HASH = `3f9c02ab77d1e05b${'0'.repeat(48)}`

it('shows a head short and whole, and reads the whole form however it was copied', () => {
  expect(shortHead({ n: 1284, hash: HASH })).toBe('1284 · 3f9c 02ab 77d1 e05b')
  expect(wholeHead({ n: 1284, hash: HASH })).toBe(`1284-${HASH}`)
  for (const words of [`1284-${HASH}`, ` 1284 ${HASH}\n`, `1284 · ${HASH}`, `1284-${HASH.toUpperCase()}`])
    expect(readHead(words)).toEqual({ n: 1284, hash: HASH })
  for (const words of ['', '1284', HASH, `0-${HASH}`, `1284-${HASH}0`, `1284-${HASH.slice(1)}`, `-1-${HASH}`])
    expect(readHead(words)).toBeNull()
})

it('reads every head that it writes', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e14 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (n, bytes) => {
    const head = { n, hash: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
    expect(readHead(wholeHead(head))).toEqual(head)
  }))
})
