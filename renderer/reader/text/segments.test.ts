import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from './segments'

describe('the segments of a text', () => {
  it('have together the length of the text, whatever the runs', () => {
    const run = fc.record({ start: fc.nat(30), end: fc.nat(40),
      style: fc.constantFrom('bold' as const, 'italic' as const, 'link' as const) })
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.array(run, { maxLength: 8 }), (text, runs) => {
      const segments = segmentsOf(text, 0, text.length, runs)
      expect(segments.map((segment) => segment.text).join('')).toHaveLength(text.length)
      expect(segments.every((segment) => segment.text.length === segment.end - segment.start)).toBe(true)
    }))
  })

  it('carry every style that covers them', () => {
    const segments = segmentsOf('abcdef', 0, 6, [{ start: 0, end: 4, style: 'bold' }, { start: 2, end: 6, style: 'italic' }])
    expect(segments.map(({ text, styles }) => [text, styles])).toEqual([['ab', ['bold']], ['cd', ['bold', 'italic']], ['ef', ['italic']]])
  })

  it('show what cannot be seen as a mark with its name, one code unit for one', () => {
    const [before, control, after] = segmentsOf('a\u202eb', 0, 3, [])
    expect(before?.text).toBe('a')
    expect(control).toMatchObject({ text: '\ufffd', control: 'right-to-left override (U+202E)' })
    expect(after?.text).toBe('b')
    expect(segmentsOf('\u0007', 0, 1, [])[0]?.text).toBe('\u2407')
  })

  it('cut a part out of the middle', () => {
    expect(segmentsOf('total 42', 6, 8, [{ start: 0, end: 8, style: 'bold' }]).map(({ start, text }) => [start, text])).toEqual([[6, '42']])
  })
})
