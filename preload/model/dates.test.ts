import { expect, it } from 'vitest'
import { dateText, dayText, monthText, wholeDateText } from './dates'

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
