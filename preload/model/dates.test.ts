import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateText, dayText, monthText, readDay, wholeDateText } from './dates'

const NOW = new Date(2026, 10, 30, 14, 5)

it('writes a day in the chosen form, whatever the time zone', () => {
  expect(['words', 'iso'].map((form) => dayText('2007-01-31', form === 'iso' ? 'iso' : 'words'))).toEqual(['31 Jan 2007', '2007-01-31'])
  expect(dayText('some day', 'words')).toBe('some day')
  expect(dayText('2007-13-45', 'words')).toBe('2007-13-45')
})

it('writes the time of today, and the day of any other moment, with its year', () => {
  expect(dateText(new Date(2026, 10, 30, 9, 3).toISOString(), NOW, 'words')).toBe('Today 09:03')
  expect(dateText(new Date(2026, 10, 29, 23, 59).toISOString(), NOW, 'words')).toBe('29 Nov 2026')
  expect(dateText(new Date(2026, 0, 5, 9, 3).toISOString(), NOW, 'iso')).toBe('2026-01-05')
  expect(dateText('2026-11-30', NOW, 'words')).toBe('30 Nov 2026')
  expect(dateText('never', NOW, 'words')).toBe('never')
})

it('writes months and whole moments', () => {
  expect([monthText('2007-03', 'words'), monthText('2007-03', 'iso'), monthText('', 'words')]).toEqual(['March 2007', '2007-03', ''])
  expect(wholeDateText('2007-03-03')).toBe('2007-03-03')
  expect(wholeDateText(new Date(2007, 2, 3, 14, 5).toISOString())).toMatch(/^Saturday,? 3 March 2007 at 14:05$/)
})

describe('a day that is typed', () => {
  it.each([['2007-01-31', '2007-01-31'], ['2007-1-3', '2007-01-03'], ['31 Jan 2007', '2007-01-31'], ['31 January 2007', '2007-01-31'], [
    'January 31, 2007',
    '2007-01-31'
  ], ['Jan. 31 2007', '2007-01-31'], [' 3rd  Feb 2020 ', '2020-02-03'], ['1 Sept 2020', '2020-09-01']])(
    '%s is read',
    (words, day) => {
      expect(readDay(words)).toBe(day)
    }
  )
  it.each(['', '3', '3 Feb', '3 Feb 202', '31 Feb 2020', '1/2/2020', '2020-13-01', 'tomorrow', '3 Xyz 2020'])('%s is none', (words) => {
    expect(readDay(words)).toBeNull()
  })
  it('is read as the window writes it', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      expect([readDay(dayText(day, 'words')), readDay(dayText(day, 'iso'))]).toEqual([day, day])
    }))
  })
})
