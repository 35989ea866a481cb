import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUERY_LIMITS, toSearchQuery } from './search-query'
import { foldedOrNull, foldForSearch } from './search-text'

const match = (typed: string): string | null => {
  const query = toSearchQuery(typed)
  return query.kind === 'query' ? query.match : null
}

describe('a query', () => {
  it.each([
    ['going concern', '"going" "concern"*'],
    ['going concern ', '"going" "concern"'],
    ['"going concern"', '"going concern"'],
    ['“going concern” doubt', '"going concern" "doubt"*'],
    ['a AND b', '"a" "AND" "b"'],
    ['NEAR(a b, 2)', '"NEAR(a" "b," "2)"*'],
    ['text:a', '"text:a"*'],
    ["'; DROP TABLE note;--", '"DROP" "TABLE" "note;--"*'],
    ['$4.2', '"$4.2"*'],
    ['10-K', '"10-K"*'],
    ['"unterminated', '"unterminated"*'],
    ['a\u0000bc', '"a" "bc"*'],
    ['', null], ['   ', null], ['"', null], ['""', null], ['*', null], ['-- ()', null]
  ])('%j means %j', (typed, expected) => { expect(match(typed)).toBe(expected) })

  it('is never longer than its limits', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (typed) => {
      const query = toSearchQuery(typed)
      if (query.kind === 'empty') return
      expect(query.words.length).toBeLessThanOrEqual(QUERY_LIMITS.words)
      expect(query.words.join('').length).toBeLessThanOrEqual(QUERY_LIMITS.length)
      expect(query.match.replace(/\*$/, '')).toMatch(/^("(?:[^"]|"")+" ?)+$/)
    }))
  })
})

describe('folding', () => {
  it.each([
    ['going\u200b con\u00adcern', 'going concern'],
    ['gоing cоncern', 'going concern'],
    ['ｇｏｉｎｇ', 'going'],
    ['ﬁnding', 'finding'],
    ['going\u{e0041} concern', 'going concern'],
    ['\u202egoing', 'going']
  ])('%j is searched as %j', (text, folded) => { expect(foldForSearch(text)).toBe(folded) })
  it('leaves words of other scripts alone', () => { expect(foldForSearch('Москва και 年度')).toBe('Москва και 年度') })
  it('says that plain text needs none', () => {
    expect(foldedOrNull('A “plain” sentence — with 63%.')).toBeNull()
    expect(foldedOrNull('résumé')).toBeNull()
    expect(foldedOrNull('go\u200bing')).toBe('going')
  })
})
