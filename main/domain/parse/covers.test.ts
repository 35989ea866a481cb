import { describe, expect, it } from 'vitest'
import { readHtml } from '../fixtures/html-document'
import { readText } from '../fixtures/text-document'
import { findSections } from '../segment/sections'

const prose = 'The ferries of the company sail from May to October, and its two tugs work in the harbour all the year round. '.repeat(3)
const bold = (words: string): string => `<p align="center"><b>${words}</b></p>`
const headingsOf = (blocks: readonly { kind: string; text: string }[]): string[] =>
  blocks.filter(({ kind }) => kind === 'heading' || kind === 'title').map(({ text }) => text)
const sectionsOf = (raw: string): string[] => {
  const { blocks } = readHtml(raw)
  const entry = { sequence: 1, type: null, filename: null, description: null, format: 'html',
    range: { start: 0, end: raw.length } } as const
  return findSections(blocks, { entry, submission: null, prefix: 'd1' }).map(({ title }) => title).filter((title) => title !== '')
}
const centred = (words: string): string => `${' '.repeat(Math.max(0, Math.floor((72 - words.length) / 2)))}${words}\n`
const lines =
  'The ferries of the company sail from May to October, and its two tugs\nwork in the harbour all the year round, whatever the weather may be.\n\n'
const kindOf = (blocks: readonly { kind: string; text: string }[], words: string): string | undefined =>
  blocks.find(({ text }) => text.includes(words))?.kind

describe('the cover in HTML', () => {
  const schedule = `${bold('SECURITIES AND EXCHANGE COMMISSION')}${bold('SCHEDULE TO')}${
    bold('TENDER OFFER STATEMENT UNDER SECTION 14(D)(1) OF THE SECURITIES EXCHANGE ACT OF 1934')
  }<p>(Amendment No. 2)</p>${bold('ORRIN VALE FELT INC')}<p>(Name of Subject Company (Issuer))</p>${
    bold('Marsh Mill Holdings L.P.<br>Marsh Mill GP LLC')
  }<p>(Name of Filing Persons (Offerors))</p>${bold('Ann Reed<br>Chief Executive Officer<br>Marsh Mill Holdings L.P.<br>(305) 555-0100')}
  <p>(Name, address, and telephone numbers of person authorized to receive notices)</p>${bold('Copies to:')}${
    bold('Ivo Penrose, Esq.<br>Marsh Mill Holdings L.P.<br>(305) 555-0101')
  }${bold('and')}${bold('Lee Orme, Esq.<br>Orme &amp; Vale LLP<br>(305) 555-0102')}
  <p>Check the appropriate boxes below to designate any transactions to which the statement relates:</p>
  ${bold('Item 12. Exhibits.')}<p>${prose}</p>`

  it('has no section by a name, an address or "and", and keeps their lines', () => {
    expect(sectionsOf(schedule)).toEqual(['Item 12. Exhibits.'])
    const names = readHtml(schedule).blocks.find(({ text }) => text.includes('Lee Orme'))
    expect(names?.kind).toBe('letterhead')
  })

  it('is that of a foreign issuer too, with the letterhead of its release', () => {
    expect(
      sectionsOf(
        `${bold('FORM 6-K')}${bold('ORRIN VALE N.V.')}<p>(Exact name of registrant as specified in its charter)</p>${
          bold('Royal Orrin')
        }<p>(Translation of registrant’s name into English)</p>${bold('The Netherlands')}<p>(Jurisdiction of incorporation)</p>
    <p>Indicate by check mark whether the registrant files annual reports under cover Form 20-F.</p>
    <p>Pursuant to the requirements of the Act, the registrant has duly caused this report to be signed.</p>${bold('ORRIN VALE N.V.')}
    <p>/s/ Ann Reed</p>${bold('Press information')}${bold('Orrin Vale opens a mill')}<p>${prose}</p>`
      )
    ).toEqual(['Orrin Vale opens a mill'])
  })
})

describe('a word that only joins', () => {
  it.each(['and', 'BY AND AMONG', 'OR', 'between', 'by'])('"%s" is no heading anywhere', (word) => {
    expect(headingsOf(readHtml(`<p>${prose}</p>${bold('The mill')}<p>${prose}</p>${bold(word)}${bold('The quay')}<p>${prose}</p>`).blocks))
      .toEqual(['The mill', 'The quay'])
  })
})

describe('the cover in plain text', () => {
  const current = `${centred('UNITED STATES')}${centred('SECURITIES AND EXCHANGE COMMISSION')}${centred('Washington, D.C. 20549')}\n${
    centred('FORM 8-K')
  }\n${centred('CURRENT REPORT')}\n${centred('ORRIN VALE FELT INC')}${
    centred('(Exact name of registrant as specified in its charter)')
  }\n     Nevada                 1-04711                 41-0676350\n(State of incorporation)  (Commission file number)   (IRS Employer No.)\n\n${
    centred('41 Mill Street, Felton, Oregon 97001')
  }${
    centred('(Address of principal executive offices) (Zip Code)')
  }\nRegistrant's telephone number, including area code: (503) 555-0100\n\n`

  it('is headed by the name of its form, not by an address', () => {
    const { of, blocks } = readText(`${current}${lines}Item 8.01 Other Events\n\n${lines}`, '8-K')
    expect(headingsOf(blocks)).toEqual(['FORM 8-K', 'Item 8.01 Other Events'])
    expect(of('title')).toEqual(['FORM 8-K'])
    expect(kindOf(blocks, '41 Mill Street')).not.toMatch(/title|heading/)
  })

  it('leaves the items their headings where no text stands before them', () => {
    const { blocks } = readText(`${current}${centred('ITEM 5. OTHER EVENTS')}\n${lines}${centred('ITEM 7. EXHIBITS')}\n${lines}`, '8-K')
    expect(headingsOf(blocks)).toEqual(['FORM 8-K', 'ITEM 5. OTHER EVENTS', 'ITEM 7. EXHIBITS'])
  })

  it('and what is signed below ends at the page that is signed', () => {
    const { blocks } = readText(
      `${current}${centred('ITEM 5. OTHER EVENTS')}\n${lines}${
        centred('SIGNATURES')
      }\nPursuant to the requirements of the Act, the registrant has duly caused\nthis report to be signed on its behalf by the undersigned.\n\n${
        centred('VALE FINANCIAL CORP.')
      }\nDate: July 3, 2006                  By: /s/ Ann Reed\n                                    ---------------\n${centred('Ann Reed')}${
        centred('President')
      }\n<PAGE>\n${centred('MILL CONTINUATION AGREEMENT')}\n${lines}`,
      '8-K'
    )
    expect(headingsOf(blocks)).toEqual(['FORM 8-K', 'ITEM 5. OTHER EVENTS', 'SIGNATURES', 'MILL CONTINUATION AGREEMENT'])
  })

  it('keeps the columns of its fields in the body of the page too, and parts the form from what it is', () => {
    const { of, blocks } = readText(
      `${centred('SECURITIES AND EXCHANGE COMMISSION')}${centred('Washington D.C. 20549')}\n${
        centred('FORM 10-K')
      }(Mark One)\n X  Annual report pursuant to Section 13 or 15(d) of the\n    Securities Exchange Act of 1934\n\nFor the fiscal year ended December 31, 1993 OR\n\n${lines}${
        centred('Commission file number 1-4711')
      }\n${centred('ORRIN VALE FELT COMPANY')}${
        centred('(Exact name of registrant as specified in its charter)')
      }\n              Delaware                      38-0549199\n       (State of incorporation)            (I.R.S. Employer\n                                          Identification No.)\n\n${lines}PART I\n\nItem 1. Business\n\n${lines}`,
      '10-K'
    )
    expect(of('title')).toEqual(['FORM 10-K'])
    expect(blocks.find(({ text }) => text.includes('38-0549199'))?.verbatim?.text).toContain('Delaware                      38-0549199')
    expect(headingsOf(blocks)).not.toContainEqual(expect.stringContaining('(Exact name'))
  })

  it.each(['|_|', '[ ]', '[X]', '|X|', '☐', '/ /', '/X/', '( )'])('gives each box %s a line of its own', (box) => {
    const { blocks } = readText(
      `${current}Check the appropriate box below if the report is intended to satisfy the\nfiling obligation of the registrant under the provisions below:\n\n${
        ['Written communications pursuant to Rule 425 under the Act', 'Soliciting material pursuant to Rule 14a-12 under the Act',
          'Pre-commencement communications pursuant to Rule 14d-2(b) under the\n    Exchange Act'].map((words) => `${box} ${words}\n`).join(
            ''
          )
      }\nItem 8.01 Other Events\n\n${lines}`,
      '8-K'
    )
    expect(blocks.filter(({ text }) => text.startsWith(box)).map(({ kind }) => kind)).toEqual(['list-item', 'list-item', 'list-item'])
  })

  it('of an old notice is headed by its form, and its numbered fields are alike', () => {
    const rule = `${'_'.repeat(72)}\n\n`
    const { of, blocks, sections } = readText(
      `${centred('FORM 24F-2')}${centred('ANNUAL NOTICE OF SECURITIES SOLD')}${
        centred('PURSUANT TO RULE 24F-2')
      }\n${rule}1.   Name and address of issuer:\n     Orrin Vale Trust\n     41 Mill Street\n\n${rule}2.   Name of each series or class of funds for which this notice is filed:\n\n${rule}3.   Investment Company Act File Number:  811-9999\n\n     Securities Act File Number:  33-99999\n\n${rule}4.   Last day of fiscal year for which this notice is filed:  10/31/95\n\n${rule}5.   Check box if this notice is being filed more than 180 days after the\n     close of the issuer's fiscal year for purposes of reporting securities.\n\n${rule}13.  Check box if fees are being remitted to the lockbox depository as\n     described in the Rules of Informal and Other Procedures.\n\n                                     {X}\n\nDate of mailing or wire transfer of filing fees to the lockbox\ndepository of the Commission:\n\n          December 20, 1995\n\n${rule}${
        centred('SIGNATURES')
      }\nThis report has been signed below by the following persons on behalf of\nthe issuer and in the capacities and on the dates indicated.\n\nBy /s/ Ann Reed\n\n`,
      '24F-2NT'
    )
    expect(of('title')).toEqual(['FORM 24F-2'])
    expect(headingsOf(blocks)).toEqual(['FORM 24F-2', 'SIGNATURES'])
    for (const field of ['1. Name', '2. Name', '3. Investment', '4. Last day', '5. Check']) expect(kindOf(blocks, field)).toBe('list-item')
    expect(sections.map(({ title }) => title).filter((title) => title !== '')).toEqual(['SIGNATURES'])
  })
})

describe('a list of exhibits in plain text', () => {
  it('has a line for each', () => {
    const { blocks } = readText(
      `${
        centred('FORM 8-K')
      }\n${lines}Item 9.01 Financial Statements and Exhibits.\n\n           (c) Exhibits\n\n          99.1  Press release dated May 9, 2005.\n          99.2  Press release dated May 9, 2005.\n          99.3  Transcript of May 9, 2005 webcast.\n\n${
        centred('SIGNATURE')
      }\n`,
      '8-K'
    )
    expect(blocks.filter(({ text }) => /^99\.\d/.test(text)).map(({ text }) => text)).toEqual(['99.1 Press release dated May 9, 2005.',
      '99.2 Press release dated May 9, 2005.', '99.3 Transcript of May 9, 2005 webcast.'])
  })
  it('is not seen in a paragraph that happens to wrap before numbers', () => {
    const { blocks } = readText(
      `${lines}The mill sold felt for 98.7 million in the year, and in the year before\n99.1 million were sold, of which the upper mill sold no more than about\n12.4 million in all.\n\n${lines}`
    )
    expect(blocks).toHaveLength(3)
  })
})

describe('what stands behind a release', () => {
  it.each(['View the original release on www.wire.example', 'Original/Source Press Release', 'Wire.example TLDR', 'Blockchain Registration',
    'Source version on wire.example', '[Original/Source Press Release](https://wire.example/news/a-7)',
    '![Blockchain Registration](https://cdn.wire.example/qr.webp)'])('"%s" of the distributor is no section', (words) => {
      const { sections } = readText(
        `${centred('Orrin Vale opens a mill')}\n${lines}${centred('About Orrin Vale')}\n${lines}${words}\n\n${lines}`
      )
      expect(sections.map(({ title }) => title)).not.toContain(words)
    })
})

describe('an item at the head of pages', () => {
  it('opens where it stands first, however often its words head the pages behind', () => {
    const page = (more: string): string =>
      `<PAGE>\nItem 7.  Management's Discussion and Analysis of Financial Condition\n         and Results of Operations${more}\n\n${lines}${lines}`
    const { sections } = readText(
      `${centred('FORM 10-K')}\nPART II\n\nItem 6.  Selected Financial Data\n\n${lines.repeat(8)}${page('')}${
        page(' (Continued)').repeat(4)
      }<PAGE>\nItem 8.  Financial Statements and Supplementary Data\n\n${lines.repeat(8)}`,
      '10-K'
    )
    expect(sections.flatMap(({ item }) => item ?? [])).toEqual(['6', '7', '8'])
  })
  it('and so where every page is headed alike, without a word that it goes on', () => {
    const page = `<PAGE>\nItem 7.  Management's Discussion and Analysis\n\n${lines}${lines}`
    const { sections, blocks } = readText(
      `${centred('FORM 10-K')}\nPART II\n\nItem 6.  Selected Financial Data\n\n${lines.repeat(8)}${
        page.repeat(4)
      }<PAGE>\nItem 8.  Financial Statements and Supplementary Data\n\n${lines.repeat(8)}`,
      '10-K'
    )
    expect(sections.flatMap(({ item }) => item ?? [])).toEqual(['6', '7', '8'])
    expect(blocks.filter(({ kind, text }) => kind === 'page-header' && text.startsWith('Item 7'))).toHaveLength(3)
  })
})
