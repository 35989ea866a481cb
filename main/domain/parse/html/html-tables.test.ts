import { describe, expect, it } from 'vitest'
import { readHtml, rowsOf } from '../../fixtures/html-document'

const cell = (text: string, rest = ''): string => `<td${rest}><font size="2">${text}</font></td>`
const row = (...cells: string[]): string => `<tr>${cells.join('')}</tr>`

/** A statement as Workiva writes it: three grid columns for each amount, a spacer of three between two years. */
const statement = `<div><table>${
  row('<td colspan="3"></td>', '<td colspan="3" style="text-align:center"><b>2023</b></td>', '<td colspan="3"></td>',
    '<td colspan="3" style="text-align:center"><b>2022</b></td>')
}
${
  row('<td colspan="3">Ferry fares</td>', '<td>$</td>', '<td style="text-align:right">4,120&#160;</td>', '<td></td>',
    '<td colspan="3"></td>', '<td>$</td>', '<td style="text-align:right">3,987&#160;</td>', '<td></td>')
}
${
  row('<td colspan="3">Loss on a mooring</td>', '<td colspan="2" style="text-align:right">(17</td>', '<td>)</td>', '<td colspan="3"></td>',
    '<td colspan="2" style="text-align:right">&#8212;&#160;</td>', '<td></td>')
}
${
  row('<td colspan="3">Margin</td>', '<td colspan="2" style="text-align:right">12.5</td>', '<td>%</td>', '<td colspan="3"></td>',
    '<td colspan="2" style="text-align:right">11.0</td>', '<td>%</td>')
}
</table></div>`

describe('data tables', () => {
  it('join a currency sign, bracket or percent sign to its amount and drop spacer columns', () => {
    const block = readHtml(statement).blocks[0]
    expect(block?.kind).toBe('table')
    expect(block?.table?.columns).toBe(3)
    expect(rowsOf(block)).toEqual([
      ['2023*', '2022*'],
      ['Ferry fares', '$ 4,120', '$ 3,987'],
      ['Loss on a mooring', '(17 )', '—'],
      ['Margin', '12.5 %', '11.0 %']
    ])
    expect(block?.table?.cells.filter((each) => each.row === 0).map((each) => each.column)).toEqual([1, 2])
    expect(block?.table?.cells.filter((each) => each.row === 1).map((each) => each.align)).toEqual(['left', 'right', 'right'])
  })

  it('every number of the source is in the text of a cell', () => {
    const block = readHtml(statement).blocks[0]
    const cells = (block?.table?.cells ?? []).map((each) => block?.text.slice(each.start, each.end)).join(' ')
    for (const number of ['2023', '2022', '4,120', '3,987', '17', '12.5', '11.0']) expect(cells).toContain(number)
  })

  it('a heading over several columns spans them, and a row span keeps its place', () => {
    const block =
      readHtml(`<table>${row('<td rowspan="2">Vessel</td>', '<th colspan="2">Passengers</th>')}${row('<th>Summer</th>', '<th>Winter</th>')}
      ${row('<td>Osprey</td>', '<td>410</td>', '<td>120</td>')}${row('<td>Heron</td>', '<td>230</td>', '<td>95</td>')}</table>`).blocks[0]
    expect(rowsOf(block)).toEqual([['Vessel*', 'Passengers*'], ['Summer*', 'Winter*'], ['Osprey', '410', '120'], ['Heron', '230', '95']])
    expect(block?.table?.cells.slice(0, 4).map((each) => [each.column, each.columnSpan])).toEqual([[0, 1], [1, 2], [1, 1], [2, 1]])
  })

  it('keep a cell of several lines whole, and a footnote mark in a cell of its own with its label', () => {
    const block = readHtml(
      `<table>${row('<td><p>Berths<br>leased</p><p>all year</p></td>', '<td><sup>(1)</sup></td>', '<td>14</td>')}${
        row('<td>Berths owned</td>', '<td></td>', '<td>3</td>')
      }</table>`
    ).blocks[0]
    expect(rowsOf(block)).toEqual([['Berths leased all year (1)', '14'], ['Berths owned', '3']])
  })

  it('take a cell of characters without width for empty', () => {
    const gap = '<td>&#8203;</td>'
    const { blocks, hidden } = readHtml(
      `<table>${row('<td>Dues</td>', gap, gap, '<td>$</td>', '<td>12</td>', gap)}${
        row('<td>Tolls</td>', gap, gap, gap, '<td>14</td>', gap)
      }</table><p>&#8203;</p>`
    )
    expect(blocks).toHaveLength(1)
    expect(rowsOf(blocks[0])).toEqual([['Dues', '$ 12'], ['Tolls', '14']])
    expect(hidden).toHaveLength(8)
  })

  it('text that stands between rows, and images in cells, are kept', () => {
    const { blocks } = readHtml(
      `<table>stray${row(cell('Quay'), cell('4'))}${row(cell('Slip'), cell('5'), '<td><img src="a.gif"></td>')}</table>`
    )
    expect(blocks.map((block) => block.kind)).toEqual(['table', 'image'])
    expect(blocks[0]?.text).toBe('stray Quay 4 Slip 5')
  })
})

describe('layout tables', () => {
  it('trap 28: a letter in one cell is paragraphs, and all of it', () => {
    const { blocks } = readHtml(
      '<table><tr><td><p>Dear shareholder,</p><p>The year was long.</p>We thank you.<table><tr><td>By order</td></tr></table></td></tr></table>'
    )
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([
      ['paragraph', 'Dear shareholder,'],
      ['paragraph', 'The year was long.'],
      ['paragraph', 'We thank you.'],
      ['paragraph', 'By order']
    ])
  })

  it('trap 28: a bullet in one cell and its text in the next are one list item', () => {
    const { blocks } = readHtml(
      `<table>${row('<td>&nbsp;</td>', '<td>&#149;</td>', cell('the ferry Osprey, built in 1998'))}</table><table>${
        row('<td>&nbsp;</td>', '<td>&#149;</td>', cell('the ferry Heron'))
      }</table>`
    )
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([['list-item', '• the ferry Osprey, built in 1998'], ['list-item',
      '• the ferry Heron']])
  })

  it('trap 28: an item number in one cell and its title in the next are one heading', () => {
    const { blocks } = readHtml(
      `<table>${row('<td><b>Item 1A.</b></td>', '<td><b>Risk Factors</b></td>')}</table><p>Storms could keep our ferries in port.</p>`
    )
    expect(blocks[0]).toMatchObject({ kind: 'heading', text: 'Item 1A. Risk Factors' })
  })

  it('numbered notes under a table are footnotes', () => {
    const note = (mark: string, text: string): string => `<table>${row(`<td>${mark}</td>`, cell(text))}</table>`
    const { blocks } = readHtml(
      statement + note('(1)', 'Fares are shown before rebates.') + note('(2)', 'Restated.') + note('<sup>3</sup>', 'Estimated.')
    )
    expect(blocks.map((block) => block.kind)).toEqual(['table', 'footnote', 'footnote', 'footnote'])
  })

  it('a rule in a cell underlines a sum and is no page end', () => {
    const { blocks } = readHtml(
      `<table>${row(cell('Dues'), '<td>12<hr size="1"></td>')}${row(cell('Tolls'), '<td>14<hr size="1"></td>')}</table>`
    )
    expect(blocks.map((block) => block.kind)).toEqual(['table'])
  })

  it('a table around a table that holds data only lays out the page', () => {
    const { blocks } = readHtml(`<table><tr><td>Before</td><td>${statement}</td></tr></table>`)
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table'])
  })
})

describe('tables of one row that follow each other', () => {
  const one = (...cells: string[]): string => `<table width="100%">${row(...cells)}</table>`
  it('are one table, not headings and paragraphs', () => {
    const { blocks } = readHtml(
      `<p>Loom results are told below.</p>${one(cell(''), cell('<b>2003</b>'), cell('<b>2002</b>'))}${
        one(cell('<b>Net sales</b>'), cell('31,290'), cell('27,035'))
      }\n${one(cell('Net loss'), cell('(312)'), cell('(1,044)'))}<p>The looms ran all year long.</p>`
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph'])
    expect(rowsOf(blocks[1])).toEqual([['2003*', '2002*'], ['Net sales', '31,290', '27,035'], ['Net loss', '(312)', '(1,044)']])
  })
  it('stay apart where text stands between them, or where their columns differ', () => {
    const sales = one(cell('Net sales'), cell('31,290'), cell('27,035'))
    expect(readHtml(`${sales}<p>Between the two there are words.</p>${sales}`).blocks.map(({ kind }) => kind)).toEqual(['table',
      'paragraph', 'table'])
    const { blocks } = readHtml(`${sales}${one(cell('By:'), cell('/s/ A. Weaver'))}${sales}`)
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'signature', 'table'])
    expect(blocks.map(({ text }) => text).join(' ')).toBe(
      'Net sales 31,290 27,035 By: /s/ A. Weaver Net sales 31,290 27,035'
    )
  })
  it('are no table where they pair words: names and titles, bullets and their text', () => {
    const names = readHtml(`${one(cell('Name:'), cell('A. Weaver'))}${one(cell('Title:'), cell('Treasurer'))}`)
    expect(names.blocks.some(({ kind }) => kind === 'table')).toBe(false)
    const bullets = readHtml(
      `${one(cell('&#8226;'), cell('The first loom is old.'))}${one(cell('&#8226;'), cell('The second one is new.'))}`
    )
    expect(bullets.blocks.map(({ kind }) => kind)).toEqual(['list-item', 'list-item'])
  })
})

describe('what a table shows beside its words', () => {
  it('is how far labels are set in, by padding or by blanks', () => {
    const { blocks } = readHtml(
      `<table>${row(cell('Looms:'), cell(''), cell(''))}${row('<td style="padding-left:12pt">Hand looms</td>', cell('120'), cell('118'))}${
        row('<td><p style="margin-left:20pt">Old ones</p></td>', cell('20'), cell('19'))
      }${row('<td>&nbsp;&nbsp;&nbsp;&nbsp;Power looms</td>', cell('80'), cell('82'))}</table>`
    )
    const cells = blocks[0]?.table?.cells.filter(({ column }) => column === 0) ?? []
    expect(cells.map(({ indent }) => indent ?? 0)).toEqual([0, 1, 2, 1])
  })
  it('is the lines under addends and totals, however they are drawn', () => {
    const line = (look: string): string => ` style="border-bottom:1pt ${look} #000"`
    const drawn = [
      row(cell('Cash'), cell('1'), cell('2')) + row(cell('Looms'), cell('3', line('solid')), cell('4', line('solid'))) +
      row(cell('Total'), cell('4', line('double')), cell('6', line('double'))) + row(cell('Debt'), cell('5'), cell('7')),
      row(cell('Cash'), cell('1'), cell('2')) + row(cell('Looms'), cell('3'), cell('4')) + row(cell(''), '<td><hr></td>', '<td><hr></td>') +
      row(cell('Total'), cell('4'), cell('6')) + row(cell(''), cell('===='), cell('====')) + row(cell('Debt'), cell('5'), cell('7'))
    ]
    for (const rows of drawn) {
      const table = readHtml(`<table>${rows}</table>`).blocks[0]?.table
      const rules = table?.cells.filter(({ column }) => column === 1).map(({ rule }) => rule ?? '')
      expect(rules).toEqual(['', 'single', 'double', ''])
    }
  })
  it('is no line of sums where every row is underlined', () => {
    const line = ' style="border-bottom:1px solid #ccc"'
    const rows = ['Cash', 'Looms', 'Debt', 'Wool'].map((name) => row(cell(name, line), cell('1', line), cell('2', line))).join('')
    expect(readHtml(`<table>${rows}</table>`).blocks[0]?.table?.cells.some(({ rule }) => rule !== undefined)).toBe(false)
  })
  it('is no head made of a row of data', () => {
    const rows = row(cell('Place of incorporation:'), cell('Delaware'), cell('Ohio')) + row(cell('Weavers'), cell('1,200'), cell('300')) +
      row(cell('Looms'), cell('400'), cell('90'))
    expect(readHtml(`<table>${rows}</table>`).blocks[0]?.table?.cells.some(({ header }) => header)).toBe(false)
  })
})

describe('letters of a font of signs', () => {
  it.each([['<font face="Wingdings">x</font>', '\u2612'], ['<font face="Wingdings">&#168;</font>', '\u2610'], [
    '<span style="font-family:Wingdings">&thorn;</span>',
    '\u2611'
  ], ['<span style="font-family:\'Wingdings 2\'">\u00a3</span>', '\u2610'], ['<span style="font:10pt Wingdings">o</span>', '\u2610'], [
    '<font face="Wingdings">&#61607;</font>',
    '\u25aa'
  ]])('%s is %s', (markup, sign) => {
    expect(readHtml(`<p>Large accelerated filer ${markup} and others</p>`).blocks[0]?.text).toBe(
      `Large accelerated filer ${sign} and others`
    )
  })
  it('stay letters where words were given the font by mistake', () => {
    expect(readHtml('<p><font face="Wingdings">Looms</font></p>').blocks[0]?.text).toBe('Looms')
  })
})

describe('the rows of a cover page', () => {
  const bold = (text: string): string => cell(text).replace(/<font size="2">(.*)<\/font>/, '<b>$1</b>')
  const heads = (...rows: readonly string[]): readonly string[] => {
    const block = readHtml(`<table>${rows.join('')}</table>`).blocks[0]
    return (block?.table?.cells ?? []).filter(({ header }) => header).map(({ start, end }) => block?.text.slice(start, end) ?? '')
  }

  it('are no heads of columns, however bold they are', () => {
    expect(
      heads(row(bold('Nevada'), bold('of the mill'), bold('Oregon')),
        row(cell('(State of incorporation)'), cell('(Commission File Number)'), cell('(I.R.S. Employer Identification No.)')))
    ).toEqual([])
    expect(heads(row(bold('Nevada'), bold('001-04711'), bold('41-0676350')), row(cell('State'), cell('File number'), cell('Tax number'))))
      .toEqual([])
    expect(
      heads(row(bold('Large accelerated filer'), bold('☐'), bold('Accelerated filer'), bold('☒')),
        row(bold('Non-accelerated filer'), bold('☐'), bold('Smaller reporting company'), bold('☐')))
    ).toEqual([])
  })

  it('leave the heads of its table of classes, and years over remarks in brackets, what they are', () => {
    expect(
      heads(row(bold('Title of each class'), bold('Trading symbol'), bold('Name of each exchange')),
        row(cell('Common stock'), cell('OVF'), cell('New York Stock Exchange')))
    ).toEqual(['Title of each class', 'Trading symbol', 'Name of each exchange'])
    expect(
      heads(row(cell(''), bold('2009'), bold('2008')), row(cell('(In thousands)'), cell('(Unaudited)'), cell('(Restated)')),
        row(cell('Felt'), cell('1,204'), cell('1,187')))
    ).toContain('2009')
  })
})
