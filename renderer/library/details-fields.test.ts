import type { FilingSummary } from '#contract/library'
import { describe, expect, it } from 'vitest'
import { changesOf, problemsOf, valueInHeader, valueNow, wrongWithDate } from './details-fields'

const filing = (more: Partial<FilingSummary>): FilingSummary =>
  ({ title: 'Results', company: null, form: null, exhibit: null, cik: null, accession: null, filedAt: null, period: null, described: false,
    ...more }) as FilingSummary

describe('a date', () => {
  it.each([['2007-02-28', null], ['2008-02-29', null], ['2007-02-29', 'There is no such day.'], ['2007-13-01', 'There is no such day.'], [
    '1066-10-14',
    'The year is not one of a filing.'
  ]])('%s is a day of the calendar or not', (words, wrong) => {
    expect(wrongWithDate(words)).toBe(wrong)
  })
  it.each(['12.02.2007', '2007-2-1', 'soon', '20070201'])('%s is not written as dates are',
    (words) => expect(wrongWithDate(words)).toMatch(/^Write the date/))
})

describe('what is written by hand', () => {
  it('finds fault with numbers that are none, and not with what is left empty', () => {
    expect(Object.keys(problemsOf({ cik: 'abc', accession: '1-2-3', filedAt: '', company: 'Elm Cove' }))).toEqual(['cik', 'accession'])
    expect(problemsOf({ cik: '0001234567', accession: '0001234567-07-000123', period: '2006-12-31' })).toEqual({})
  })

  it('is only what is other than before', () => {
    expect(changesOf([filing({ company: 'Elm Cove' })], { company: 'Elm Cove ', form: '8-K', title: 'Results' })).toEqual({ form: '8-K' })
  })

  it('gives way to the header where it is emptied or says the same', () => {
    const described = filing({ company: 'By hand',
      header: { title: 'Results', company: 'Elm Cove', form: null, exhibit: null, cik: null, accession: null, filedAt: null, period: null },
      described: true })
    expect(changesOf([described], { company: '' })).toEqual({ company: null })
    expect(changesOf([described], { company: 'Elm Cove' })).toEqual({ company: null })
    expect(changesOf([described], { company: 'Elm Cove Foods' })).toEqual({ company: 'Elm Cove Foods' })
    expect(valueInHeader([described], 'company')).toEqual({ kind: 'same', value: 'Elm Cove' })
  })

  it('is set for all of several, and left alone where it was not touched', () => {
    const several = [filing({ company: 'Elm Cove' }), filing({ company: 'Tarn Valley' })]
    expect(valueNow(several, 'company')).toEqual({ kind: 'differ' })
    expect(changesOf(several, { form: '10-K' })).toEqual({ form: '10-K' })
    expect(changesOf(several, { company: 'Elm Cove' })).toEqual({ company: 'Elm Cove' })
  })
})
