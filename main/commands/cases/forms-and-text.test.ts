import { describe, expect, it } from 'vitest'
import type { FilingDocument } from '#contract/filing'
import { analyse } from './analyse-text'
import { readCase } from './read-case'

const sentencesOf = (documents: readonly FilingDocument[]): string[] =>
  documents.flatMap(({ sentences }) => sentences.map(({ text }) => text.replace(/\s+/g, ' ').trim()))
const page = (html: string): readonly FilingDocument[] => analyse(`<html><body>${html}</body></html>`)

describe('the narrative of forms in XML has sentences', () => {
  it('of a schedule, and what they look forward to', () => {
    const [document] = readCase('xml-schedule-13d.xml')
    const sentence = document?.sentences.find(({ text }) => text.includes('intend to seek two seats'))
    expect(sentence).toBeDefined()
    expect(document?.forwardLooking.some((each) => each.sentence === sentence?.id)).toBe(true)
  })
  it('of a note to an owner’s statement', () => {
    const sentences = sentencesOf(readCase('xml-form-4-footnotes.xml'))
    expect(sentences.some((text) => text.includes('Rule 10b5-1 plan'))).toBe(true)
    expect(sentences).not.toContain('Common Stock')
  })
  it('but no address, name or markup of a data file', () => {
    const xml = '<?xml version="1.0"?><f><a>12 Mill Lane, Suite 400, Albany, New York 12207</a><b>Marlowe Bridge Corp</b>'
      + '<c>&lt;p&gt;The company builds span gauges in its yard.&lt;/p&gt;</c><d>The fund buys rail bonds.</d></f>'
    expect(sentencesOf(analyse(xml))).toEqual(['The fund buys rail bonds.'])
  })
})

describe('struck-out words are struck out', () => {
  const struckIn = (documents: readonly FilingDocument[]): string[] =>
    documents.flatMap(({ blocks }) => blocks).flatMap((block) =>
      (block.runs ?? []).filter(({ style }) => style === 'strike').map(({ start, end }) => block.text.slice(start, end))
    )
  it('by their elements', () => {
    expect(struckIn(readCase('text-strike.htm'))).toEqual(['$4.00', 'Seller', 'Old clause.'])
  })
  it('by a style', () => {
    expect(struckIn(page('<p>Pay <span style="text-decoration:line-through">ten</span> '
      + '<font style="text-decoration: underline line-through">days</font> later.</p>'))).toEqual(['ten', 'days'])
  })
})

describe('small slips of text', () => {
  it('a list item counts on from its own number', () => {
    const markers = readCase('list-li-value.htm')[0]?.blocks.flatMap(({ attrs }) => attrs?.['marker'] ?? [])
    expect(markers).toEqual(['1.', '5.', '6.'])
  })
  it('a time ends a sentence, and a zone, a day or a place goes on with it', () => {
    expect(sentencesOf(readCase('sent-am-pm.htm'))).toEqual(expect.arrayContaining(['Doors open at 9 a.m.', 'Guests need a ticket.']))
    const kept = ['The call begins at 9 a.m. Monday in Dover.', 'It ends at 5 p.m. May 9 in the hall.',
      'It was 9:30 a.m. Chicago time then.']
    expect(sentencesOf(page(`<p>${kept.join(' ')}</p>`))).toEqual(kept)
  })
  it.each(['sent-abbr-ampersand.htm', 'sent-ampersand-abbr.htm'])('an ampersand begins no sentence: %s', (name) => {
    expect(sentencesOf(readCase(name)).filter((text) => text.startsWith('&') || text.startsWith('Co.'))).toEqual([])
    expect(sentencesOf(readCase(name))).toHaveLength(2)
  })
  it('a word with a soft hyphen is the word', () => {
    const [document] = readCase('text-soft-hyphen.htm')
    expect(document?.figures.map(({ value }) => value)).toContain(4_000_000)
    expect(document?.sentences[0]?.text).toBe('The Company’s revenue was $4 million in 2025.')
    expect(sentencesOf(page('<p>It paid 1&shy;2,000 dol&#173;lars to the ven&#8203;dor.</p>'))).toEqual([
      'It paid 12,000 dollars to the vendor.'
    ])
  })
  it('lines wrapped by hand are one paragraph', () => {
    const sentences = sentencesOf(readCase('sent-hard-wrapped-divs.htm'))
    expect(sentences.some((text) => text.endsWith('base pay of Mr. Hobb shall be $150,000 per year.'))).toBe(true)
    expect(sentences.some((text) => text.endsWith('they are paid at the rate that the Board sets each May.'))).toBe(true)
  })
  it('and a list of short lines is not', () => {
    const lines = ['The risks are', 'loss of a customer', 'changes of the law on the rails and bridges', 'a strike']
    expect(page(lines.map((line) => `<div>${line}</div>`).join(''))[0]?.blocks.map(({ text }) => text)).toEqual(lines)
  })
  it.each([
    ['According to Chief Executive Officer Orla Fennimore, “the plant is ready and staffed.”', 'Fennimore'],
    ['Chief Executive Officer Orla Fennimore: “The plant is ready and staffed.”', 'Fennimore'],
    ['In the words of Chairman Ivo Larkspur, “the bridge is open to all.”', 'Larkspur']
  ])('a speaker is known by the role before the name: %s', (text, name) => {
    expect(page(`<p>Marlowe Bridge opened a yard today.</p><p>${text}</p>`)[0]?.sentences.at(-1)?.speaker).toContain(name)
  })
  it('in the case itself', () => {
    const sentence = readCase('speaker-role-first.htm')[0]?.sentences.find(({ text }) => text.includes('plant is ready'))
    expect(sentence?.speaker).toContain('Fennimore')
  })
  it('and a report that is quoted is no person', () => {
    expect(page('<p>According to the Annual Report of Dover Rail, “the bridge is open to all.”</p>')[0]?.sentences[0]?.speaker).toBeNull()
  })
})
