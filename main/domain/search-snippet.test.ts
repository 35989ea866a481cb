import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordFinder, cutSnippet } from './search-snippet'

const show = (text: string, words: string[], open = false): string => {
  const { text: piece, marks } = cutSnippet(text, createWordFinder(words, open))
  return marks.reduceRight((shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`, piece)
}

describe('a snippet', () => {
  it.each<[string, string[], boolean, string]>([
    ['The primary endpoint was met.', ['endpoint'], false, 'The primary [endpoint] was met.'],
    ['The endpoints were met.', ['endpoint'], false, 'The endpoints were met.'],
    ['The endpoints were met.', ['endpoint'], true, 'The [endpoints] were met.'],
    ['Pre-tax, pre–tax and PRE TAX.', ['pre tax'], false, '[Pre-tax], [pre–tax] and [PRE TAX].'],
    ['A résumé of it.', ['resume'], false, 'A [résumé] of it.'],
    ['Sales of $4.2 million.', ['$4.2'], false, 'Sales of $[4.2] million.'],
    ['Nothing here.', ['endpoint'], false, 'Nothing here.']
  ])('of %j for %j (open: %s) is %j', (text, words, open, expected) => { expect(show(text, words, open)).toBe(expected) })

  it('is cut at whole words around the first hit', () => {
    const shown = show(`${'before '.repeat(60)}the endpoint ${'after '.repeat(60)}`, ['endpoint'])
    expect(shown).toMatch(/^…before .*the \[endpoint\] after .*after…$/)
    expect(shown.length).toBeLessThan(230)
  })
  it('says where the first hit stands in the whole text', () => {
    const text = `${'x '.repeat(300)}Endpoint`
    expect(cutSnippet(text, createWordFinder(['endpoint'], false)).first).toEqual({ start: 600, end: 608 })
  })
  it('marks only what it shows, whatever the text and the words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((word) => /[\p{L}\p{N}]/u.test(word)), { minLength: 1, maxLength: 4 }), fc.boolean(), (text, words, open) => {
      const { text: piece, marks } = cutSnippet(text, createWordFinder(words, open))
      for (const { start, end } of marks) expect(start >= 0 && start < end && end <= piece.length).toBe(true)
    }))
  })
})
