import { describe, expect, it } from 'vitest'
import { coverLeft, coverRight } from './edges'

describe('the edge of a table that goes on beyond it', () => {
  it('is covered from where the column begins that it cuts', () => {
    expect(coverRight([0, 200, 300, 400], 340, 340)).toEqual({ width: 40, fades: false })
    expect(coverRight([0, 200, 300, 400], 300, 300)).toEqual({ width: 0, fades: false })
  })
  it('fades over a column that is too wide to be hidden', () => {
    expect(coverRight([0, 400], 340, 340).fades).toBe(true)
  })
  it('is covered on the left up to the next column', () => {
    expect(coverLeft([0, 200, 300], 260, 340)).toEqual({ width: 40, fades: false })
  })
})
