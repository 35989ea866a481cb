import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markSnippet } from './mark-snippet'

describe('markSnippet', () => {
  it('marks the hits', () => {
    expect(markSnippet('a gel and gel', [{ start: 10, end: 13 }, { start: 2, end: 5 }])).toEqual([
      { text: 'a ', marked: false },
      { text: 'gel', marked: true },
      { text: ' and ', marked: false },
      { text: 'gel', marked: true }
    ])
  })

  it('tells every character once, whatever the marks', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.record({ start: fc.integer({ min: -5, max: 40 }), end: fc.integer({ min: -5, max: 40 }) })),
        (snippet, marks) => {
          expect(markSnippet(snippet, marks).map(({ text }) => text).join('')).toBe(snippet)
        })
    )
  })
})
