import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sheetAttributes, sheetNumber } from './sheet-cell'

it.each([
  ['11,204', '11204', '#,##0'],
  ['(63)', '-63', '0'],
  ['$ (1,044)', '-1044', '#,##0'],
  ['($0.12)', '-0.12', '0.00'],
  ['-5', '-5', '0'],
  ['−5.0', '-5.0', '0.0'],
  ['.25', '0.25', '0.00'],
  ['36%', '0.36', '0%'],
  ['(4.5)%', '-0.045', '0.0%'],
  ['(4.5%)', '-0.045', '0.0%'],
  ['125%', '1.25', '0%'],
  ['7%', '0.07', '0%'],
  ['HK$ 2,000', '2000', '#,##0'],
  ['2007', '2007', '0']
])('%s is the number %s', (text, value, format) => expect(sheetNumber(text)).toEqual({ value, format }))

it.each(['', '—', '-', '$', '()', '%', '3-4', '00123', '1/2', '12,34', '037833100A', 'Net sales', '=1+1', '1 2/3 x', '2007-01-31',
  '1234567890123456', '.', '204 1', '5\n6', '12)', '0.5 %)'])(
    '%j is text, whatever it looks like',
    (text) => {
      expect(sheetNumber(text)).toBeNull()
      expect(sheetAttributes(text)).toBe(` style='mso-number-format:"\\@"'`)
    }
  )

it('says the value and the format in the attributes of the cell', () => {
  expect(sheetAttributes('(1,044.5)')).toBe(` x:num="-1044.5" style='mso-number-format:"\\#\\,\\#\\#0\\.0"'`)
})

it('keeps every number that is written with groups or in brackets', () => {
  fc.assert(fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (number) => {
    const shown = Math.abs(number).toLocaleString('en')
    expect(Number(sheetNumber(number < 0 ? `(${shown})` : shown)?.value)).toBe(number)
    expect(Number(sheetNumber(`${String(number)}%`)?.value)).toBeCloseTo(number / 100, 6)
  }))
})
