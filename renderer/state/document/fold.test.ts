import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, hitsIn } from './fold'

/** The words of `shown` that a search for `query` finds. */
const found = (shown: string, query: string, wholeWord = false): readonly string[] =>
  hitsIn(fold(shown), fold(query).text, shown.length, wholeWord).map(({ start, end }) => shown.slice(start, end))

describe('find folds what a typist does not type', () => {
  it.each([
    ['curly quotes', 'the Company\u2019s \u201cpatch\u201d', 'company\'s "patch"', 'Company\u2019s \u201cpatch\u201d'],
    ['dashes', 'mid\u2013single\u2014digit', 'mid-single-digit', 'mid\u2013single\u2014digit'],
    ['no-break spaces', '$5\u00a0million', '$5 million', '$5\u00a0million'],
    ['ligatures', 'signi\ufb01cant', 'significant', 'signi\ufb01cant'],
    ['soft hyphens', 'treat\u00adment', 'treatment', 'treat\u00adment'],
    ['line ends and runs of blanks', 'net\n   income', 'net income', 'net\n   income'],
    ['case', 'SAFE HARBOR', 'safe harbor', 'SAFE HARBOR'],
    ['an ellipsis', 'and so on\u2026', 'on...', 'on\u2026']
  ])('%s', (_name, shown, query, words) => {
    expect(found(shown, query)).toEqual([words])
  })

  it('finds every place, in order and without overlap', () => {
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  })

  it('finds whole words only, where asked', () => {
    expect(found('expect, expects, unexpected', 'expect', true)).toEqual(['expect'])
  })

  it('keeps case, where asked', () => {
    expect(hitsIn(fold('May may', true), fold('may', true).text, 7)).toEqual([{ start: 4, end: 7 }])
  })

  it('keeps offsets behind letters that grow when lowered', () => {
    expect(found('\u0130\u0130 total', 'total')).toEqual(['total'])
  })

  it('keeps offsets behind characters outside the basic plane', () => {
    expect(found('\ud83d\ude00 \u2013 revenue', 'revenue')).toEqual(['revenue'])
  })

  it('finds any piece of any text, at places where the words fold alike', () => {
    const letters = fc.array(fc.constantFrom('a', 'B', ' ', '\u00a0', '\n', '\u2019', '\u2013', '\ufb01', '\u00ad', '\ud83d\ude00', 'z'), {
      minLength: 1,
      maxLength: 40
    })
    fc.assert(fc.property(letters, fc.nat(), fc.nat(), (parts, a, b) => {
      const shown = parts.join('')
      const from = a % parts.length
      const query = parts.slice(from, from + 1 + (b % (parts.length - from))).join('')
      const needle = fold(query).text
      const hits = hitsIn(fold(shown), needle, shown.length)
      if (needle.trim() !== '') expect(hits.length).toBeGreaterThan(0)
      for (const { start, end } of hits) {
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(shown.length)
      }
    }))
  })
})
