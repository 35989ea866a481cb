import { describe, expect, it } from 'vitest'
import { readText } from '../../../fixtures/text-document'
import { readSetting } from '../document-setting'
import { NO_CAPTION, readTableFigures } from './table-figures'
import type { TableFigure } from './table-figures'

const figuresOf = (table: string): readonly TableFigure[] => {
  const { blocks } =
    readText(`HARROW RIDGE REPORTS ITS YEAR\n\nHarrow Ridge builds boats in Oslo and sells them in Bergen.\n\n${table}`).document
  const setting = readSetting(blocks)
  return blocks.filter(({ kind }) => kind === 'table').flatMap((block) => readTableFigures(block, NO_CAPTION, setting))
}
const periods = (table: string, measure: string): readonly (string | null)[] =>
  figuresOf(table).filter((figure) => figure.measure?.includes(measure)).map(({ period }) => period)

describe('the heads of a text table', () => {
  it('go by where they stand, over rules that tell how far they reach, and the rules are no words', () => {
    const table = `<TABLE>
<CAPTION>
                                  Three Months Ended            Twelve Months Ended
                             ----------------------------    -------------------------
                               Jul 1,          Jul 2,          Jul 1,         Jul 2,
                                2006            2005            2006           2005
                             ----------      ----------      ----------     ----------
<S>                          <C>             <C>             <C>            <C>
Net revenues                 $   29,288      $   21,121      $  105,878     $   79,557
Net income                        1,146             (12)          2,467         (2,806)
</TABLE>
`
    const heads = ['Three Months Ended Jul 1, 2006', 'Three Months Ended Jul 2, 2005', 'Twelve Months Ended Jul 1, 2006',
      'Twelve Months Ended Jul 2, 2005']
    expect(periods(table, 'Net revenues')).toEqual(heads)
    expect(periods(table, 'Net income')).toEqual(heads)
  })
  it('have the date that stands over the labels, and no name of the company', () => {
    const table = `<TABLE>
<CAPTION>
CONSOLIDATED BALANCE SHEETS             HARROW RIDGE AND SUBSIDIARIES
December 31,                                  1997              1996
- --------------------------------------------------------------------
<S>                                           <C>               <C>
Long-term debt                              $   801           $ 1,116
Total debt                                    3,875             4,513
</TABLE>
`
    expect(periods(table, 'Total debt')).toEqual(['December 31, 1997', 'December 31, 1996'])
  })
  it('have the year that stands alone above their rows', () => {
    const table = `<TABLE>
<CAPTION>
                               FIRST      SECOND
(IN THOUSANDS)                QUARTER     QUARTER
- --------------              --------    --------
<S>                           <C>         <C>
2000
Sales....................     $402,286    $398,705
1999
Sales....................      382,286     378,705
</TABLE>
`
    expect(periods(table, 'Sales')).toEqual(['FIRST QUARTER 2000', 'SECOND QUARTER 2000', 'FIRST QUARTER 1999', 'SECOND QUARTER 1999'])
  })
})

describe('a label wrapped over lines', () => {
  it('is read whole', () => {
    const table = `<TABLE>
<CAPTION>
                                   2008          2007
                                -----------   -----------
<S>                             <C>           <C>
Loans                           $1,246,410    $1,231,792
Total
 interest-
 earning
 assets                          1,340,167     1,320,811
</TABLE>
`
    expect(figuresOf(table).map(({ measure }) => measure).slice(-2)).toEqual(['Total interest-earning assets',
      'Total interest-earning assets'])
  })
})

describe('a sum without a word', () => {
  it('closes the block above it', () => {
    const table = `<TABLE>
<CAPTION>
                                   2008          2007
                                -----------   -----------
<S>                             <C>           <C>
Property:
 Land                           $      410    $      392
 Less depreciation                     167           111
                                -----------   -----------
                                       243           281
Goodwill                               753           759
</TABLE>
`
    expect(figuresOf(table).map(({ measure }) => measure)).not.toContain('Property: Goodwill')
  })
})
