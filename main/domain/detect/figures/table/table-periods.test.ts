import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { analysed } from '../../../fixtures/analysed'

const LEAD = 'HARROW RIDGE REPORTS ITS YEAR\n\nHarrow Ridge builds boats in Oslo and sells them in Bergen.\n\n'
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const figuresOf = (text: string): readonly FigureMention[] => analysed(bytesOf(text)).document.figures
const told = (text: string): readonly (readonly [string, string | null, string | null])[] =>
  figuresOf(text).filter(({ place }) => place === 'table').map(({ text: words, measure, period }) => [words, measure, period] as const)

describe('when a number of a table is told for', () => {
  it('is the day of its column, where two days stand one blank apart over a rule for each', () => {
    const table = `<TABLE>
<CAPTION>
                                      June 30, 1999 Dec. 31, 1998
                                      ------------- -------------
                                       (Unaudited)
<S>                                   <C>           <C>
Cash and temporary investments......  $     2.4     $     0.8
Accounts receivable.................       51.8          40.1
Total assets........................  $    54.2     $    40.9
</TABLE>
`
    expect(told(LEAD + table).slice(0, 2).map(([, , period]) => period)).toEqual(['June 30, 1999', 'Dec. 31, 1998'])
  })
  it('goes by heads that labels and blank lines part from the first row', () => {
    const table = `                      Harrow Ridge
                 Condensed Balance Sheets
                      (In thousands)

                                    As of           As of
                                 Dec 31, 2004    Jun 30, 2004
                                -------------   -------------
                                 (unaudited)
                Assets

Current assets:

      Cash & equivalents        $       8,338   $      13,965
      Accounts receivable               8,779           7,549
      Total current assets      $      17,117   $      21,514
`
    expect(told(LEAD + table).slice(0, 2).map(([, , period]) => period)).toEqual(['As of Dec 31, 2004', 'As of Jun 30, 2004'])
  })
  it('is told by the rows of a statement of changes: their own time, or that of the balance below', () => {
    const table = `<TABLE>
<CAPTION>
                                     Capital        Deficit          Total
                                   -----------    -----------     -----------
<S>                                <C>            <C>             <C>
Balance at December 31, 2005       $   10,398     $   (9,557)     $      841
Reclassification of debt into
Capital                                   249             --             249
Net loss for year ended
December 31, 2006                          --           (756)           (756)
Balance at December 31, 2006       $   10,647     $  (10,313)     $      334
</TABLE>
`
    const rows = told(LEAD + table)
    expect(rows).toContainEqual(['249', 'Reclassification of debt into Capital', 'Total period ended December 31, 2006'])
    expect(rows).toContainEqual(['(756)', 'Net loss for year ended December 31, 2006', 'Total year ended December 31, 2006'])
  })
  it('is told by the caption, where no head tells it', () => {
    const html = `<html><body><p>Harrow Ridge builds boats in Oslo.</p><p><b>Balance sheet as of June 30, 2012</b></p><table>
<tr><td></td><td>Amount</td></tr><tr><td>Cash</td><td>$ 40</td></tr><tr><td>Total assets</td><td>$ 52</td></tr></table>
<p>The boats of Harrow Ridge are built of oak and larch by hand, and all of them were sold before the winter came, as the sentences below say at some length.</p>
<table><tr><td></td><td>Amount</td></tr><tr><td>Debt</td><td>$ 40</td></tr><tr><td>Total debt</td><td>$ 52</td></tr></table></body></html>`
    expect(told(html).map(([, , period]) => period)).toEqual(['Amount June 30, 2012', 'Amount June 30, 2012', 'Amount', 'Amount'])
  })
})

describe('the rows of a table that are read', () => {
  it('are all of a table of accounts, also those that name no measure the lists know', () => {
    const rows = ['Net sales|$ 90', 'Whatnots|41', 'Gross profit|49', 'Sundries|9', 'Net income|$ 40']
      .map((row) => `<tr>${row.split('|').map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    expect(told(`<html><body><p>Harrow Ridge builds boats.</p><table><tr><td></td><td>2012</td></tr>${rows}</table></body></html>`)
      .map(([words, measure]) => [words, measure])).toEqual([['$ 90', 'Net sales'], ['41', 'Whatnots'], ['49', 'Gross profit'], ['9',
        'Sundries'], ['$ 40', 'Net income']])
  })
  it('are none of a list of pages', () => {
    const rows = ['Balance sheets|1', 'Statements of earnings|2', 'Note 1. Debt|8', 'Note 2. Net sales|9', 'Note 3. Equity|10']
      .map((row) => `<tr>${row.split('|').map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    expect(told(`<html><body><p>Harrow Ridge builds boats.</p><table>${rows}</table></body></html>`)).toEqual([])
  })
  it('tell amounts where their label counts shares, and shares under a head that does', () => {
    const rows = ['Common stock, 2,000 shares authorized and issued|$ 20|500', 'Liability to issue shares|7|', 'Net sales|30|',
      'Gross profit|12|', 'Net income|9|4']
      .map((row) => `<tr>${row.split('|').map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    const figures = figuresOf(
      `<html><body><p>Harrow Ridge builds boats.</p><table><tr><td></td><td>Amount</td><td>Shares</td></tr>${rows}</table></body></html>`
    )
    expect(figures.map(({ value, unit }) => [value, unit])).toEqual([[20, 'USD'], [500, 'shares'], [7, 'USD'], [30, 'USD'], [12, 'USD'], [9,
      'USD'], [4, 'shares']])
  })
})
