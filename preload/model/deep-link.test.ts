import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepLinkOf, readDeepLink } from './deep-link'

const SHA = 'ab01'.repeat(16)

describe('a link to words of a filing', () => {
  it('names the filing by its content, and the words', () =>
    expect(deepLinkOf(SHA, 2, { start: 10, end: 14 }, 'rose 5%\n& more')).toBe(
      'redwell-open:1/ab01ab01ab01ab01/2/10-14#rose%205%25%20%26%20more'
    ))

  it('leads where it was made for, whatever the words', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(1000), (words, start, length) => {
      const range = { start, end: start + length }
      const link = deepLinkOf(SHA, 1, range, words)
      expect(link.length).toBeLessThanOrEqual(2048)
      expect(readDeepLink(link)).toMatchObject({ hash: SHA.slice(0, 16), sequence: 1, range })
    }))
  })

  it.each(['redwell://app', 'redwell-open:2/ab01ab01ab01ab01/1/1-2', 'redwell-open:1/../1/1-2', 'redwell-open:1/ab01ab01ab01ab01/1/9-2',
    'redwell-open:1/ab01ab01ab01ab01/1/1-2/delete', 'redwell-open:1/ab01ab01ab01ab01/1/1-2#%zz',
    `redwell-open:1/ab01ab01ab01ab01/1/1-2#${'a'.repeat(2100)}`])(
      'is not made of %s',
      (link) => expect(readDeepLink(link)).toBeNull()
    )
})
