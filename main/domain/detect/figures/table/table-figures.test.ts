import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../fixtures/html-document'
import { readSetting } from '../document-setting'
import { NO_CAPTION, readTableFigures } from './table-figures'
import type { TableFigure } from './table-figures'

const figuresOf = (head: string, ...rows: readonly string[]): readonly TableFigure[] => {
  const cells = (row: string): string => row.split('|').map((cell) => `<td>${cell}</td>`).join('')
  const { blocks } = readHtml(
    `<p>Harrow Ridge builds boats.</p><table>${[head, ...rows].map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`,
    '10-Q'
  )
  const setting = readSetting(blocks)
  return blocks.filter(({ kind }) => kind === 'table').flatMap((block) => readTableFigures(block, NO_CAPTION, setting))
}

describe('a row of what there was at the beginning', () => {
  it.each(['Beginning balances', 'Beginning balance', 'Cash at beginning of period', 'Cash, start of year', 'Opening cash'])(
    '%s is told for the first day of its column',
    (label) => {
      const [figure] = figuresOf('|Three months ended June 30, 2012', 'Net income|12', 'Retained earnings and cash:|', `${label}|4,336`)
        .slice(-1)
      expect(figure?.period).toBe('beginning of Three months ended June 30, 2012')
    }
  )
})

describe('a period that stands alone above rows', () => {
  it('is theirs, under heads that tell none', () => {
    expect(figuresOf('|Bauxite|Alumina', 'Second quarter ended June 30, 2018|', 'Net sales|77|1,068').map(({ period }) => period)).toEqual([
      'Bauxite Second quarter ended June 30, 2018',
      'Alumina Second quarter ended June 30, 2018'
    ])
  })
})

describe('a row that counts something', () => {
  it('has the scale its label tells', () => {
    expect(figuresOf('(Dollars in millions)|Year ended June 30, 2018', 'Net sales|$ 77', 'Lamp unit sales (in thousands)|827').at(-1))
      .toMatchObject({ value: 827_000, unit: 'units' })
  })
})

describe('a row of a statement of cash flows', () => {
  it('counts no shares where it tells what was paid for them', () => {
    const units = figuresOf('|Year ended June 30, 2012', 'Net income|$ 9', 'Cash flows from financing activities:|',
      'Proceeds from borrowings|$ 40', 'Reimbursement for over-issuance of shares|17')
      .map(({ unit }) => unit)
    expect(units).toEqual(['USD', 'USD', 'USD'])
  })
})
