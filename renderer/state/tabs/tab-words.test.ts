import { describe, expect, it } from 'vitest'
import { tellApart, type TabWords } from './tab-words'

const tab = (who: string, form: string, day: string): TabWords => ({ who, form, day })
const days = (...tabs: readonly TabWords[]): readonly string[] => tellApart(tabs).map(({ day }) => day)

describe('tabs tell their filings apart', () => {
  it('by the whole day where nothing else is like them', () => {
    expect(tellApart([tab('Harrow', '8-K', '31 Jan 2007'), tab('Harrow', '10-K', '3 Feb 2007'), tab('Ridge', '8-K', '4 Feb 2007')]))
      .toEqual([{ who: 'Harrow', form: '8-K', day: '31 Jan 2007', twin: false }, { who: 'Harrow', form: '10-K', day: '3 Feb 2007',
        twin: false }, { who: 'Ridge', form: '8-K', day: '4 Feb 2007', twin: false }])
  })
  it('by day and month among those of one year', () => {
    expect(days(tab('Harrow', '8-K', '31 Jan 2007'), tab('Harrow', '8-K', '3 Feb 2007'), tab('Harrow', '8-K', '4 Feb 2007')))
      .toEqual(['31 Jan', '3 Feb', '4 Feb'])
    expect(days(tab('Harrow', '8-K', '2007-01-31'), tab('Harrow', '8-K', '2007-02-03'))).toEqual(['01-31', '02-03'])
  })
  it('by the year where it differs, and by the whole day where one half would not do', () => {
    expect(days(tab('Harrow', '10-K', '31 Jan 2007'), tab('Harrow', '10-K', '31 Jan 2008'))).toEqual(['2007', '2008'])
    expect(days(tab('Harrow', '8-K', '31 Jan 2007'), tab('Harrow', '8-K', '31 Jan 2008'), tab('Harrow', '8-K', '4 Feb 2007')))
      .toEqual(['31 Jan 2007', '31 Jan 2008', '4 Feb 2007'])
  })
})
