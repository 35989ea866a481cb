import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { readText } from '../../fixtures/text-document'

const page = (...lines: readonly string[]): Block | undefined =>
  readText(
    ['The mill at Larkspur Ferry spun more yarn than in the year before, as the table below shows for each of its products.', '', ...lines,
      '', 'The board of the mill thanks all who work at its looms for the care with which they did so in this year.'].join('\n')
  )
    .blocks.find(({ table }) => table !== undefined)

/** The cells of a block in words: row, column and span, `H` for a head, steps of indent, the line drawn below. */
const cellsOf = (block: Block | undefined): string[] =>
  (block?.table?.cells ?? []).map(({ row, column, columnSpan, header, indent, rule, start, end }) =>
    `${String(row)}.${String(column)}${columnSpan > 1 ? `+${String(columnSpan - 1)}` : ''}${header ? 'H' : ''}${
      indent === undefined ? '' : `>${String(indent)}`
    }${rule === undefined ? '' : ` ${rule}`}: ${block?.text.slice(start, end) ?? ''}`
  )

const STATEMENT = [
  '                                   Three Months Ended       Nine Months Ended',
  '                                  ---------------------   ---------------------',
  '(In thousands)                      2007        2006        2007        2006',
  '                                  ---------   ---------   ---------   ---------',
  'Yarn sold:',
  '  Linen.........................  $   1,204   $     998   $   3,310   $   2,870',
  '  Hemp and the like,',
  '    spun to order...............        310        (41)         --         905',
  '                                  ---------   ---------   ---------   ---------',
  'Total...........................  $   1,514   $     957   $   3,310   $   3,775',
  '                                  =========   =========   =========   ========='
]

describe('a text table whose columns are certain', () => {
  it('has its heads, spans, labels, indents and the lines of its sums', () => {
    const block = page(...STATEMENT)
    expect(block?.table).toMatchObject({ certain: true, columns: 5 })
    expect(cellsOf(block)).toEqual([
      '0.1+1H: Three Months Ended',
      '0.3+1H: Nine Months Ended',
      '1.0H: (In thousands)',
      '1.1H: 2007',
      '1.2H: 2006',
      '1.3H: 2007',
      '1.4H: 2006',
      '2.0: Yarn sold:',
      '3.0>1: Linen',
      '3.1: $ 1,204',
      '3.2: $ 998',
      '3.3: $ 3,310',
      '3.4: $ 2,870',
      '4.0>1: Hemp and the like,',
      '5.0>2: spun to order',
      '5.1 single: 310',
      '5.2 single: (41)',
      '5.3 single: --',
      '5.4 single: 905',
      '6.0: Total',
      '6.1 double: $ 1,514',
      '6.2 double: $ 957',
      '6.3 double: $ 3,310',
      '6.4 double: $ 3,775'
    ])
    expect(block?.verbatim?.text).toContain('  Hemp and the like,\n    spun to order....')
  })

  it('keeps the dot of an abbreviation before a leader, and reads the dash a mail program put before a drawn line', () => {
    const block = page('                                    2007        2006', '- ------------------------------------------------------',
      'Sold in the U.S. ..............    1,204       1,998', 'Sold elsewhere ................      310         410')
    expect(cellsOf(block)).toEqual(['0.1H: 2007', '0.2H: 2006', '1.0: Sold in the U.S.', '1.1: 1,204', '1.2: 1,998', '2.0: Sold elsewhere',
      '2.1: 310', '2.2: 410'])
  })
})

describe('a text table is shown as in the source', () => {
  it.each([
    ['where two heads are parted by one blank', ['                        AVERAGE YIELD AVERAGE PRICE', '                        ',
      'Linen of the mill          1,204         998', 'Hemp of the mill             310         905']],
    ['where a figure stands under no other', ['                          2007        2006', 'Linen of the mill        1,204         998',
      'Hemp of the mill            310          905', 'Jute of the mill           310                 905']],
    ['where a row holds words between its figures', ['                          2007        2006',
      'Linen of the mill        1,204         998', 'Hemp of the mill           310    restated    905']],
    ['where a second head stands below the first rows', ['                          2007        2006',
      'Linen of the mill        1,204         998', 'Hemp of the mill           310         905',
      '                          2005        2004', 'Linen of the mill        1,204         998']],
    ['where it is a table of contents', ['Linen of the mill............................      3',
      'Hemp of the mill.............................     12', 'Jute of the mill.............................     40']],
    ['where tabs part its columns', ['\t\t\t2007\t2006', 'Linen of the mill\t1,204\t998', 'Hemp of the mill\t310\t905']]
  ])('%s', (_, lines) => {
    const block = page(...lines)
    expect(block?.verbatim).toBeDefined()
    expect(block?.table?.certain).toBeUndefined()
  })
})

const amount = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }).map((value) => value.toLocaleString('en')),
  fc.integer({ min: 1, max: 999_999 }).map((value) => `(${value.toLocaleString('en')})`),
  fc.constant('--')
)
const label = fc.tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('Linen', 'Hemp and jute', 'Cloth, dyed', 'All other yarn'))

describe('laws of text tables', () => {
  it('every word and number of a certain table stands in one cell, each in the row and column it was written in', () => {
    let certain = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((columns) =>
          fc.array(fc.tuple(label, fc.array(amount, { minLength: columns, maxLength: columns })), { minLength: 2, maxLength: 9 })
        ),
        (rows) => {
          const lines = rows.map(([[indent, name], amounts]) =>
            `${(indent + name).padEnd(24, '.')}${amounts.map((text) => (text.endsWith(')') ? text : `${text} `).padStart(16)).join('')}`
          )
          const block = page(...lines)
          if (!block?.table?.certain) return
          certain += 1
          const cells = block.table.cells.map(({ row, column, start, end }) => ({ row, column, words: block.text.slice(start, end) }))
          const written = rows.flatMap(([[, name], amounts], row) => [name, ...amounts].map((words, column) => ({ row, column, words })))
          expect(cells).toEqual(written)
        }
      )
    )
    expect(certain).toBeGreaterThan(50)
  })
})
