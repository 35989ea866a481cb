import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gutters, stubWidth } from './text-columns'

const LINES = [
  '                       1999       1998',
  'Net sales........  $ 26,270   $ 24,118',
  'Cost of sales....    19,004     17,966'
]

describe('where a text in columns can be cut', () => {
  it('is where no line has a word or a number', () => {
    for (const at of gutters(LINES)) {
      for (const line of LINES) expect(`${line.charAt(at - 1)}|${line.charAt(at)}`, `${line} at ${String(at)}`).not.toMatch(/^\S\|\S$/)
    }
  })
  it('never lies inside a number, whatever the lines are', () => {
    const line = fc.array(fc.constantFrom('Sales', '26,270', '(1.5)', ' ', '   ', '....')).map((parts) => parts.join(' '))
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      for (const at of gutters(lines)) {
        for (const one of lines) expect(/[\d,.]/.test(one.charAt(at - 1)) && /\d/.test(one.charAt(at))).toBe(false)
      }
    }))
  })
  it('knows how wide the labels are', () => {
    expect(stubWidth(LINES)).toBe(LINES[1]?.indexOf('$'))
    expect(stubWidth(['1999 1998', '2 3'])).toBe(0)
  })
})
