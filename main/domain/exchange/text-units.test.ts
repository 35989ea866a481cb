import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byteOffsetsOf, codePointsOf } from './text-units'

const wide = fc.string({ unit: 'binary', maxLength: 60 })

it('counts code points as a script does that knows nothing of pairs', () => {
  fc.assert(fc.property(wide, (text) => {
    const points = codePointsOf(text)
    const characters = [...text]
    expect(points.length).toBe(characters.length)
    let at = 0
    characters.forEach((character, index) => {
      expect(points.fromUnits(at)).toBe(index)
      expect(points.toUnits(index)).toBe(at)
      at += character.length
    })
    expect(points.toUnits(characters.length)).toBe(text.length)
  }))
})

it('tells the bytes of every range of a text, also across the places it remembers', () => {
  const whole = (text: string, encoding: 'utf-8' | 'utf-16le', mark: number): void => {
    const label = encoding === 'utf-8' ? 'utf8' : 'utf16le'
    const bytes = Buffer.concat([Buffer.alloc(mark), Buffer.from(text, label)])
    const offsets = byteOffsetsOf(text, encoding, mark, bytes.length)
    for (let start = 0; start < text.length; start += 997) {
      const end = Math.min(text.length, start + 5)
      if (/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(start, end))) continue
      const range = offsets.of({ start, end })
      expect(range).not.toBeNull()
      expect(bytes.subarray(range?.start, range?.end).toString(label)).toBe(text.slice(start, end))
    }
  }
  const long = 'a\u00e9\u20ac\u{1f642}b\r\n'.repeat(3000)
  for (const mark of [0, 3]) whole(long, 'utf-8', mark)
  for (const mark of [0, 2]) whole(long, 'utf-16le', mark)
})

it('counts one byte for each sign of windows-1252', () => {
  expect(byteOffsetsOf('\u201cso\u201d \u20ac', 'windows-1252', 0, 6).of({ start: 1, end: 6 })).toEqual({ start: 1, end: 6 })
})

it('tells no bytes behind the first sign that stands for broken ones', () => {
  const offsets = byteOffsetsOf('whole \ufffd cut', 'utf-8', 0, 12)
  expect(offsets.of({ start: 0, end: 6 })).toEqual({ start: 0, end: 6 })
  expect(offsets.of({ start: 0, end: 7 })).toBeNull()
})

it('tells no bytes at all where the text cannot be that of the file', () => {
  expect(byteOffsetsOf('abc', 'utf-8', 0, 9).of({ start: 0, end: 1 })).toBeNull()
})
