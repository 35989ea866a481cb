import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTextMap } from './text-map-builder'
import { toShown, toSource } from '#model/text-map'

describe('the map of shown text', () => {
  it('merges what stands side by side and keeps what does not', () => {
    const builder = createTextMap()
    builder.text('ab', 10)
    builder.separator(12, 13)
    builder.text('cd', 13)
    builder.atomic('\u2014', 15, 22)
    builder.separator(22, 30)
    builder.text('e', 30)
    expect(builder.finish()).toEqual({ text: 'ab cd\u2014 e', map: [0, 5, 10, 5, 5, 1, 15, 7, 6, 1, 22, 8, 7, 1, 30, 1] })
  })

  it('starts and ends without a space', () => {
    const builder = createTextMap()
    builder.collapsed('  a \n b  ', 0, 9)
    expect(builder.finish()).toEqual({ text: 'a b', map: [0, 1, 2, 1, 1, 1, 3, 3, 2, 1, 6, 1] })
  })

  it('gives whole entities, cuts one-to-one text, and leaves out what lies between ranges', () => {
    const builder = createTextMap()
    builder.text('ab', 0)
    builder.atomic('&', 2, 7)
    builder.separator(7, 7)
    builder.text('cd', 50)
    const { map } = builder.finish()
    expect(toSource(map, 1, 3)).toEqual([{ start: 1, end: 7 }])
    expect(toSource(map, 0, 6)).toEqual([{ start: 0, end: 7 }, { start: 50, end: 52 }])
    expect(toSource(map, 0, 6, [{ start: 0, end: 60 }])).toEqual([{ start: 0, end: 52 }])
    expect(toSource(map, 0, 6, [{ start: 0, end: 7 }, { start: 50, end: 52 }])).toEqual([{ start: 0, end: 7 }, { start: 50, end: 52 }])
    expect(toSource(map, 3, 3)).toEqual([])
    expect([toShown(map, 1), toShown(map, 4), toShown(map, 20), toShown(map, 51), toShown(map, 99)]).toEqual([1, 2, 4, 5, 6])
  })

  it('leads from any shown unit to the source and back', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '\u00a0', '.') }), (raw) => {
      const builder = createTextMap()
      builder.collapsed(raw, 0, raw.length)
      const { text, map } = builder.finish()
      expect(text).toBe(raw.replace(/\s+/g, ' ').trim())
      for (let at = 0; at < text.length; at += 1) {
        const [range] = toSource(map, at, at + 1)
        expect(range && toShown(map, range.start)).toBe(at)
        if (text.charAt(at) !== ' ') expect(range && raw.slice(range.start, range.end)).toBe(text.charAt(at))
      }
    }))
  })
})
