import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMarkFinder, termsOf } from './search-match'
import type { MarkFinder } from './search-match'
import { readQuery } from './search-query'
import { cutSnippet } from './search-snippet'

const finderOf = (typed: string): MarkFinder => {
  const query = readQuery(typed, { tags: [], risks: [], folders: [] })
  return createMarkFinder(termsOf(query.kind === 'query' ? query.words : null))
}
const show = (text: string, typed: string): string => {
  const { text: piece, marks } = cutSnippet(text, finderOf(typed))
  return marks.reduceRight((shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`, piece)
}

describe('a snippet', () => {
  it.each([
    ['The primary endpoint was met.', 'endpoint ', 'The primary [endpoint] was met.'],
    ['The endpoints were met.', 'endpoint ', 'The endpoints were met.'],
    ['The endpoints were met.', 'endpoint', 'The [endpoints] were met.'],
    ['Pre-tax, pre–tax and PRE TAX.', '"pre tax"', '[Pre-tax], [pre–tax] and [PRE TAX].'],
    ['A résumé of it.', 'resume ', 'A [résumé] of it.'],
    ['Sales of $4.2 million, up 12%.', '$4.2 12% ', 'Sales of [$4.2] million, up [12%].'],
    ['Its go\u200bing con\u00adcern.', '"going concern"', 'Its [go\u200bing con\u00adcern].'],
    ['The first but not the second.', 'first -third ', 'The [first] but not the second.'],
    ['Nothing here.', 'endpoint ', 'Nothing here.']
  ])('of %j for %j is %j', (text, typed, expected) => expect(show(text, typed)).toBe(expected))

  it('is cut at whole words around the first hit', () => {
    const shown = show(`${'before '.repeat(60)}the endpoint ${'after '.repeat(60)}`, 'endpoint ')
    expect(shown).toMatch(/^…before .*the \[endpoint\] after .*after…$/)
    expect(shown.length).toBeLessThan(230)
  })
  it('says where the first hit stands in the whole text', () => {
    const text = `${'x '.repeat(300)}Endpoint`
    expect(cutSnippet(text, finderOf('endpoint')).first).toEqual({ start: 600, end: 608 })
  })
  it('marks only what it shows, whatever the text and the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }).map((words) =>
          words.join(' ')
        ), (text, typed) => {
        const { text: piece, marks } = cutSnippet(text, finderOf(typed))
        for (const { start, end } of marks) expect(start >= 0 && start < end && end <= piece.length).toBe(true)
      })
    )
  })
})
