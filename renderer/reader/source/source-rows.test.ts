import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_SOURCE, rowAt, sourceRows, surfaceOfRow, windowAround } from './source-rows'

describe('the rows of the source view', () => {
  it('count lines whatever ends them', () => {
    expect(sourceRows('a\nb\r\nc\rd').map(({ start, end, line }) => [start, end, line])).toEqual([[0, 1, 1], [2, 3, 2], [5, 6, 3], [7, 8,
      4]])
  })

  it('cut a long line into pieces that keep every code unit and number only the first', () => {
    const text = 'word '.repeat(400)
    const rows = sourceRows(text)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.map((row) => text.slice(row.start, row.end)).join('')).toBe(text)
    expect(rows.filter(({ line }) => line !== null)).toHaveLength(1)
  })

  it('never cut a surrogate pair', () => {
    const text = '\ud83d\ude00'.repeat(600)
    for (const { start, end } of sourceRows(text)) expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow()
  })

  it('lose nothing but line ends', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r', '>', 'xyz'), { maxLength: 300 }), (parts) => {
      const text = parts.join('')
      expect(sourceRows(text).map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/[\r\n]/g, ''))
    }))
  })

  it('are found by the offset they hold', () => {
    const rows = sourceRows('one\ntwo\nthree')
    expect([0, 3, 4, 9, 99].map((offset) => rowAt(rows, offset))).toEqual([0, 0, 1, 2, 2])
  })

  it('map one to one to the file', () => {
    expect(surfaceOfRow('one\ntwo', { start: 4, end: 7, line: 2 }, 1000)).toEqual({ id: 's4', text: 'two', map: [0, 3, 1004, 3] })
  })
})

describe('the window of a very long source', () => {
  it('is all of it where that is not too long', () => {
    expect(windowAround({ start: 10, end: 500 }, 300)).toEqual({ start: 10, end: 500 })
  })

  it('holds the place asked for and stays inside the document', () => {
    const range = { start: 100, end: 100 + 3 * MOST_SOURCE }
    for (const offset of [100, 100 + MOST_SOURCE, 99 + 3 * MOST_SOURCE]) {
      const window = windowAround(range, offset)
      expect(window.start).toBeGreaterThanOrEqual(range.start)
      expect(window.end).toBeLessThanOrEqual(range.end)
      expect(offset >= window.start && offset < window.end).toBe(true)
    }
  })
})
