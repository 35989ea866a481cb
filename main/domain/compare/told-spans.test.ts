import { describe, expect, it } from 'vitest'
import { spansOf } from './told-spans'

describe('the lengths of time that a text tells figures for, in months', () => {
  it.each<[string, readonly number[]]>([
    ['three months ended March 31', [3]],
    ['the Six Months Ended June 30', [6]],
    ['nine-month period ended September 30', [9]],
    ['nine-month periods ended September 30', [9]],
    ['12 months ending December 31', [12]],
    ['thirteen weeks ended May 2', [3]],
    ['fourteen weeks ended May 2', [3]],
    ['twenty-six weeks ended August 1', [6]],
    ['twenty six weeks ended August 1', [6]],
    ['thirty-nine weeks ended October 31', [9]],
    ['fifty-two weeks ended January 30', [12]],
    ['53 weeks ended January 30', [12]],
    ['13 weeks of fiscal year 2011', [3]],
    ['three months of 2011', [3]],
    ['the first six months', [6]],
    ['the past nine months', [9]],
    ['for the twelve months', [12]],
    ['same 26 weeks', [6]],
    ['first quarter', [3]],
    ['fourth fiscal quarter', [3]],
    ['quarter ended June 30', [3]],
    ['quarter of 2010', [3]],
    ['first half', [6]],
    ['second-half', [6]],
    ['year ended December 31', [12]],
    ['full-year', [12]],
    ['the whole year', [12]],
    ['three months ended and six months ended June 30', [3, 6]],
    ['in three months we open', []],
    ['last year', []],
    ['half of the sales', []],
    ['quarterly', []],
    ['a year of change', []],
    ['', []]
  ])('%s', (text, spans) => expect(spansOf(text)).toEqual(spans))
})
