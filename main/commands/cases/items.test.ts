import { describe, expect, it } from 'vitest'
import type { FilingDocument, Section } from '#contract/filing'
import { analyse } from './analyse-text'
import { readCase } from './read-case'

const first = (documents: readonly FilingDocument[]): FilingDocument => {
  const [document] = documents
  if (document === undefined) throw new Error('no document')
  return document
}
const itemOf = (document: FilingDocument, item: string): Section | undefined => document.sections.find((section) => section.item === item)
const holds = (document: FilingDocument, section: Section | undefined, words: string): boolean => {
  const block = document.blocks.find(({ text }) => text.includes(words))
  const start = block?.ranges[0]?.start ?? -1
  if (start < 0) throw new Error(`no block says "${words}"`)
  return section !== undefined && section.range.start <= start && start < section.range.end
}

describe('an item holds its own text and no other', () => {
  it('not the financial pages behind the signatures', () => {
    const document = first(readCase('10k-f-pages-after-signatures.htm'))
    const last = itemOf(document, '16')
    expect(last).toBeDefined()
    expect(holds(document, last, 'Total assets')).toBe(false)
    expect(holds(document, last, 'span gauges')).toBe(false)
    expect(document.sections.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['signatures', 'financial-statements']))
  })
  it.each(['10k-items-1-and-2.htm', '10k-items-1-and-2-dash.htm'])('items 1 and 2 together, before item 1A: %s', (name) => {
    const document = first(readCase(name))
    for (const item of ['1', '2']) expect(holds(document, itemOf(document, item), 'describes item 1 here')).toBe(true)
    expect(holds(document, itemOf(document, '1A'), 'describes item 1 here')).toBe(false)
  })
  it('not the signatures', () => {
    const document = first(readCase('8k-signatures-in-last-item.htm'))
    const last = itemOf(document, '5.02')
    expect(last).toBeDefined()
    expect(holds(document, last, 'SIGNATURES')).toBe(false)
    expect(holds(document, last, 'duly caused this report')).toBe(false)
  })
})

describe('an item of a current report is headed', () => {
  it('below its section in one block', () => {
    const document = first(readCase('8k-section-caption-br-item.htm'))
    expect(holds(document, itemOf(document, '5.02'), 'Corwin Ashby')).toBe(true)
    expect(itemOf(document, '5.02')?.title).toMatch(/^Departure of Directors/)
  })
  it('with letters', () => {
    const document = first(readCase('8k-item-with-letters.htm'))
    expect(holds(document, itemOf(document, '5.02'), 'Ivo Larkspur')).toBe(true)
  })

  const report = (heading: string): string =>
    `<html><body><p align="center"><b>FORM 8-K</b></p><p align="center"><b>Marlowe Bridge Corporation</b></p>${heading}`
    + '<p>The board met on May 2, 2025 and chose Ivo Larkspur as its chair.</p><p><b>SIGNATURE</b></p><p>Dated: May 3, 2025</p></body></html>'
  it.each([
    ['5.02', '<p><b>Item 5.02(d)(e) Election of Directors</b></p>'],
    ['5.02', '<p><b>ITEM 5.02 (b) and (c). Departure of Directors</b></p>'],
    ['5.02', '<p><b>Item 5.02(a)/(b) Departure of Directors</b></p>'],
    ['5.03', '<p><b>Section 5 - Corporate Governance and Management. Item 5.03 Amendments to Bylaws</b></p>'],
    ['1.01', '<p>SECTION 1: REGISTRANT’S BUSINESS AND OPERATIONS<br>ITEM 1.01: ENTRY INTO A MATERIAL DEFINITIVE AGREEMENT</p>'],
    ['8.01', '<p><b>Section 8 Other Events</b></p><p><b>Item 8.01 Other Events.</b></p>']
  ])('as %s in %s', (item, heading) => {
    const document = first(analyse(report(heading)))
    expect(holds(document, itemOf(document, item), 'Ivo Larkspur')).toBe(true)
    expect(holds(document, itemOf(document, item), 'Dated: May')).toBe(false)
  })
  it('and not by a sentence that speaks of one', () => {
    const document = first(
      analyse(report('<p><b>Item 8.01 Other Events</b></p><p>Section 2 of the plan and Item 2.02 of the report stay as they are.</p>'))
    )
    expect(document.sections.flatMap(({ item }) => item ?? [])).toEqual(['8.01'])
  })
})
