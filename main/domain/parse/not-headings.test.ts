import { describe, expect, it } from 'vitest'
import { readHtml } from '../fixtures/html-document'
import { readText } from '../fixtures/text-document'

const prose = 'The ferries of the company sail from May to October, and its two tugs work in the harbour all the year round. '.repeat(3)
const bold = (words: string): string => `<p align="center"><b>${words}</b></p>`
const headingsOf = (blocks: readonly { kind: string; text: string }[]): string[] =>
  blocks.filter(({ kind }) => kind === 'heading' || kind === 'title').map(({ text }) => text)

const cover = `${bold('UNITED STATES SECURITIES AND EXCHANGE COMMISSION')}${bold('Washington, D.C. 20549')}${bold('FORM 8-K')}${
  bold('March 3, 2009')
}${bold('ORRIN VALE FELT INC')}<p>(Exact name of registrant as specified in its charter)</p>${bold('Nevada')}
<p>(State or other jurisdiction of incorporation)</p>${bold('41 Mill Street')}${bold('Felton, Oregon 97001')}
<p>(Address of principal executive offices)</p>${bold('Not applicable')}<p>(Former name, if changed since last report)</p>`

describe('what heads no text in HTML', () => {
  it.each(['For the three months ended August 31, 2014 and 2013', 'Three Months EndedSeptember 30, 2012', 'Sep 30,2025'])(
    'is a period alone, unless prose stands below it: %s',
    (period) => {
      const below = (text: string): string[] =>
        headingsOf(readHtml(`<p><b>Results</b></p><p>${prose}</p>${bold(period)}<p>${text}</p><p>${prose}</p>`).blocks)
      expect(below('(in thousands)')).toEqual(['Results'])
      expect(below(prose)).toEqual(['Results', period])
    }
  )
  it('is an address, a date and a field of the cover; the form and the company stay', () => {
    const { blocks } = readHtml(`${cover}<p><b>Item 8.01 Other Events</b></p><p>${prose}</p>${bold('March 4, 2009')}<p>${prose}</p>`)
    expect(headingsOf(blocks)).toEqual(['UNITED STATES SECURITIES AND EXCHANGE COMMISSION', 'FORM 8-K', 'ORRIN VALE FELT INC',
      'Item 8.01 Other Events', 'March 4, 2009'])
  })

  it('is an office or a name among the signatures, but not the index behind them', () => {
    const signed = `${bold('SIGNATURES')}<p>Pursuant to the requirements of the Act, this report was signed.</p>${
      bold('ORRIN VALE FELT INC')
    }
<p>/s/ Ann Reed</p><p><b>Chief Financial Officer</b></p>${bold('CERTIFICATIONS')}<p>${prose}</p>`
    expect(headingsOf(readHtml(`<p><b>Item 8.01 Other Events</b></p><p>${prose}</p>${signed}`).blocks)).toEqual(['Item 8.01 Other Events',
      'SIGNATURES', 'CERTIFICATIONS'])
  })

  it('is the name of the company above a statement, and a line of the list of exhibits', () => {
    const statement = (words: string): string =>
      `${bold('Orrin Vale Felt, Inc. and Subsidiaries')}${
        bold(words)
      }<table><tr><td>Felt sold</td><td>12</td><td>14</td></tr><tr><td>Wool bought</td><td>3</td><td>5</td></tr></table>`
    const { blocks } = readHtml(
      `${cover}<p><b>Item 1. Financial Statements</b></p><p>${prose}</p>${statement('CONSOLIDATED BALANCE SHEETS')}${
        statement('CONSOLIDATED STATEMENTS OF INCOME')
      }${bold('Marsh Mill Company')}<p>${prose}</p>${bold('INDEX TO EXHIBITS')}${bold('EXHIBIT')}${bold('10.1 Lease of the upper mill')}`
    )
    expect(headingsOf(blocks).slice(3)).toEqual(['Item 1. Financial Statements', 'CONSOLIDATED BALANCE SHEETS',
      'CONSOLIDATED STATEMENTS OF INCOME', 'Marsh Mill Company', 'INDEX TO EXHIBITS'])
  })

  it('is an item of a list, a remark below a list, or says that a chapter goes on', () => {
    const { blocks } = readHtml(
      `${bold('COSTS OF THE MILL')}${bold('- costs of the upper mill; and')}${bold('– costs of the lower mill.')}${
        bold('*Filed herewith')
      }<p>${prose}</p>${bold('NOTE 1 - THE MILL (continued):')}<p>${prose}</p>${bold('NOTE 2 - FELT')}<p>${prose}</p>`
    )
    expect(headingsOf(blocks)).toEqual(['COSTS OF THE MILL', 'NOTE 2 - FELT'])
  })

  it('is the address of who is to be told, on the cover of a schedule', () => {
    const { blocks } = readHtml(
      `<p><a href="#toc">Table of Contents</a></p>${bold('SCHEDULE 14D-9')}${bold('Orrin Vale Felt Inc')}<p>(Name of Subject Company)</p>${
        ['Ann Reed', 'Chief Executive Officer', '919 Third Avenue', 'New Jersey 07938'].map(bold).join('')
      }<p>(Name, Address and Telephone Number of Person Authorized to Receive Notices)</p>${bold('With copies to:')}<p>${prose}</p>${
        bold('Item 1. Subject Company Information.')
      }<p>${prose}</p>`
    )
    expect(headingsOf(blocks)).toEqual(['SCHEDULE 14D-9', 'Orrin Vale Felt Inc', 'Item 1. Subject Company Information.'])
  })

  it('is what is signed below a title of that name', () => {
    const signed = `<p>Pursuant to the requirements of the Act, this report was signed.</p>${
      bold('ORRIN VALE FELT INC')
    }<p>By: /s/ Ann Reed</p><hr>${bold('Ann Reed Executive Vice President')}${bold('Dated: December 31, 1998')}`
    const { blocks } = readHtml(`<p>${prose}</p><h1>SIGNATURES</h1>${signed}${bold('INDEX TO EXHIBITS')}<p>${prose}</p>`)
    expect(headingsOf(blocks)).toEqual(['SIGNATURES', 'INDEX TO EXHIBITS'])
  })

  it('is a chapter that is called Signatures and signs nothing', () => {
    const { blocks } = readHtml(`${bold('SIGNATURES')}<p>${prose}</p>${bold('ELECTRONIC SIGNING')}<p>${prose}</p>`)
    expect(headingsOf(blocks)).toEqual(['SIGNATURES', 'ELECTRONIC SIGNING'])
  })

  it('is the unit of a table, the head of its columns, or a pointer', () => {
    const table = '<table><tr><td>Felt sold</td><td>12</td><td>14</td></tr><tr><td>Wool bought</td><td>3</td><td>5</td></tr></table>'
    const { blocks } = readHtml(
      `${bold('Results')}<p>${prose}</p>${bold('(in thousands, except per share amounts)')}${
        bold('Three Months Ended June 30, 2009')
      }${table}${bold('See attached schedule')}<p>${prose}</p>${bold('Changes')}<p>${prose}</p>`
    )
    expect(headingsOf(blocks)).toEqual(['Results', 'Changes'])
  })

  it('is the head of a page, from the second page on', () => {
    const page = `<div style="page-break-before:always"></div>${bold('Notes of the Mill')}<p>${prose}</p>`
    expect(headingsOf(readHtml(`<p>${prose}</p>${page.repeat(4)}`).blocks).length).toBeLessThanOrEqual(1)
  })
})

describe('what heads no text in plain text', () => {
  const centred = (words: string): string => `${' '.repeat(Math.max(0, Math.floor((72 - words.length) / 2)))}${words}\n\n`
  const lines =
    'The ferries of the company sail from May to October, and its two tugs\nwork in the harbour all the year round, whatever the weather may be.\n\n'

  it('is a line of the contents, a unit, and what stands among the signatures', () => {
    const { blocks } = readText(
      `${centred('ORRIN VALE FELT INC')}${lines}${centred('TABLE OF CONTENTS')}Balance Sheets of the Mill   2-3\n\n${lines}${
        centred('THE MILL')
      }${lines}${centred('(Dollars in Millions)')}${lines}${
        centred('SIGNATURES')
      }Pursuant to the requirements of the Act, the company has caused this\nreport to be signed on its behalf by the undersigned.\n\n${
        centred('ORRIN VALE FELT INC')
      }/s/ Ann Reed\n\n${centred('Ann Reed, Vice President')}`
    )
    expect(headingsOf(blocks)).toEqual(['ORRIN VALE FELT INC', 'TABLE OF CONTENTS', 'THE MILL', 'SIGNATURES'])
  })

  it('keeps the columns of fields that stand side by side on a cover', () => {
    const { blocks } = readText(
      `${centred('FORM 8-K')}${centred('ORRIN VALE FELT INC')}${
        centred('(Exact name of registrant as specified in its charter)')
      }        Nevada                1-04711                 41-0676350\n\n${lines}`
    )
    const fields = blocks.find(({ text }) => text.includes('41-0676350'))
    expect(fields?.verbatim?.text).toContain('Nevada                1-04711')
  })
})
