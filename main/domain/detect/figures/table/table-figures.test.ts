import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../fixtures/html-document'
import type { DetectInput } from '../../detection'
import { readSetting } from '../document-setting'
import { readFigures } from '../read-figures'
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

describe('a table that goes on below a heading', () => {
  const cells = (row: string): string => `<tr>${row.split('|').map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const table = (...rows: readonly string[]): string => `<table>${rows.map(cells).join('')}</table>`
  const figures = (between: string): readonly (readonly [string | null, string | null])[] => {
    const { blocks } = readHtml(
      `<p>Harrow Ridge builds boats.</p>${
        table('|Quarter ended June 30, 2012|Quarter ended June 30, 2011', 'Net sales|$ 77|$ 71', 'Cost of sales|40|38')
      }${between}${table('Selling expenses|12|11', 'Net income|25|22')}`,
      '10-Q'
    )
    return readFigures({ blocks, prefix: 'd1' } as unknown as DetectInput, []).map(({ measure, period }) => [measure, period] as const)
  }
  it('has the heads it began with', () => {
    expect(figures('<p><b>Operating expenses:</b></p>')).toContainEqual(['Net income', 'Quarter ended June 30, 2011'])
  })
  it('has none of them behind prose or under another statement', () => {
    for (const between of ['<p><b>Balance sheets</b></p>',
      '<p>The boats are sold in the harbours of the coast, and each of them is built by hand in the yard of the company.</p>'])
      expect(figures(between).find(([measure]) => measure === 'Net income')?.[1] ?? null).toBeNull()
  })
})

describe('a dash with its currency', () => {
  it('is an amount, and its row heads no column', () => {
    expect(figuresOf('|<b>Year ended June 30, 2018</b>', '<b>Revenue</b>|<b>$ —</b>', 'Total expenses|34').map(({ period }) => period))
      .toEqual([
        'Year ended June 30, 2018'
      ])
  })
})

describe('a ratio', () => {
  it('is no amount', () => {
    expect(figuresOf('|Year ended June 30, 2018', 'Net sales|77', 'Ratio of earnings to interest on deposits|1.33').at(-1)).toMatchObject({
      value: 1.33,
      unit: null
    })
  })
})
