import { expect, it } from 'vitest'
import { periodPlace } from './period-order'

it.each([
  ['three months ended March 31, 2004', 3, '2004-03-31'],
  ['Six Months Ended 3/31/04', 6, '2004-03-31'],
  ['nine months ended Sept. 30, 1999', 9, '1999-09-30'],
  ['Q2 2024', 3, '2024-06-30'],
  ['third quarter 2007', 3, '2007-09-30'],
  ['13 weeks ended 11/1/97', 3, '1997-11-01'],
  ['2023', 12, '2023-12-31'],
  ['fiscal 2006', 12, '2006-12-31'],
  ['year ended June 30, 2025', 12, '2025-06-30'],
  ['2023-01-01/2023-12-31', null, '2023-12-31'],
  ['June 30, 2025', 0, '2025-06-30'],
  ['prior year period', 12, null],
  ['Day 28', null, null]
])('reads %s', (words, months, end) => {
  expect(periodPlace(words)).toMatchObject({ end, ...(words.includes('/2023') ? {} : { months }) })
})

it('says nothing of a period that is not told', () => {
  expect(periodPlace(null)).toEqual({ months: null, end: null })
})
