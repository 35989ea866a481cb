import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflections, pastForms, presentForms, progressiveForm } from './inflect'
import { PhraseMatcher } from './phrases'
import { tokenise } from './tokens'

describe('tokens', () => {
  it('cuts words, numbers and marks', () => {
    expect(tokenise('Well-positioned, the Company’s $1.5 million (U.S.) plan—p<.05').words)
      .toEqual(['well', 'positioned', ',', 'the', 'company', "'s", '$', '1.5', 'million', '(', 'u.s', '.', ')', 'plan', 'p', '<', '.05'])
  })
  it('cover the text in order with nothing but blanks and inner hyphens between', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { starts, ends } = tokenise(text)
      let at = 0
      starts.forEach((start, index) => {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(/[A-Za-z0-9$.,;]/.test(text.slice(at, start))).toBe(false)
        expect(ends[index]).toBeGreaterThan(start)
        at = ends[index] ?? at
      })
    }))
  })
})

describe('inflection', () => {
  it('forms verbs', () => {
    expect(presentForms('rely')).toEqual(['rely', 'relies'])
    expect(pastForms('plan')).toEqual(['planned'])
    expect(progressiveForm('believe')).toBe('believing')
  })
  it.each([['believes', 'believe'], ['believes', 'believing'], ['plans', 'planned'], ['intends', 'intended'], ['forecast', 'forecasting'], [
    'seek',
    'sought'
  ], ['goal', 'goals']])('knows that "%s" stands for "%s" too', (listed, form) => {
    expect(inflections(listed)).toContain(form)
  })
  it('leaves modals as they are', () => {
    expect(inflections('may')).toEqual(['may'])
  })
})

describe('phrases', () => {
  const matcher = new PhraseMatcher([
    { list: 'a', tag: 'x', text: 'on track to', weight: 1 },
    { list: 'a', tag: 'y', text: 'track', weight: 1 },
    { list: 'b', tag: 'z', text: 'FDA', weight: 1 }
  ])
  const found = (text: string): string[] => matcher.match(text, tokenise(text)).map((hit) => hit.phrase.tag)
  it('finds overlapping phrases whatever their case', () => {
    expect(found('We are On Track to open')).toEqual(['x', 'y'])
  })
  it('finds capitals as capitals only', () => {
    expect(found('The FDA and the fda')).toEqual(['z'])
  })
})
