import { describe, expect, it } from 'vitest'
import type { FilingDocument, Section } from '#contract/filing'
import { readHtml } from '../fixtures/html-document'
import { riskFactorsOf } from './risk-factors'

const BODY = 'It stands on a river that floods.'

/** The factors of a document of these paragraphs, with item 1A from one text on to another. */
const factorsOf = (html: string,
  sections: (raw: string) => readonly Partial<Section>[] = (raw) => [{ range: { start: 0, end: raw.length } }]) => {
  const raw = `<html><body>${html}</body></html>`
  const { blocks } = readHtml(raw, '10-K')
  const all = sections(raw).map((section): Section => ({ id: 'd1s1', kind: 'risk-factors', title: 'Risk Factors', level: 2, part: 'I',
    item: '1A', range: { start: 0, end: raw.length }, ...section })
  )
  const found = riskFactorsOf({ blocks, sections: all } as Pick<FilingDocument, 'blocks' | 'sections'>)
  return found.map(({ heading, range }) => ({ heading: heading.text, source: raw.slice(heading.range.start, heading.range.end),
    body: raw.slice(heading.range.end, range.end) })
  )
}
const headings = (html: string): readonly string[] => factorsOf(html).map(({ heading }) => heading)

describe('the risk factors of item 1A', () => {
  it.each<[string, string, readonly string[]]>([
    ['a bold sentence of its own', '<p><b>We may lose our foundry.</b></p>', ['We may lose our foundry.']],
    ['a sentence in italics that opens a paragraph', `<p><i>We may lose our foundry.</i> And so on.</p>`, ['We may lose our foundry.']],
    ['two runs that touch', `<p><b>We may lose </b><b>our only foundry.</b> And so on.</p>`, ['We may lose our only foundry.']],
    ['a defined term that opens a paragraph is none', `<p><i>The foundry of ours</i> may be lost.</p>`, []],
    ['four words that open one are none', `<p><b>We may lose it.</b> And so on.</p>`, []],
    ['five are one', `<p><b>We may lose it all.</b> And so on.</p>`, ['We may lose it all.']],
    ['a question', `<p><b>Will we lose our foundry?</b> And so on.</p>`, ['Will we lose our foundry?']],
    ['one of 600 letters', `<p><b>${'Loss '.repeat(119)}Risk.</b></p>`, [`${'Loss '.repeat(119)}Risk.`]],
    ['one of more than 600 letters is text', `<p><b>${'Loss '.repeat(119)}Losses.</b></p>`, []],
    ['one of figures alone is none', '<p><b>1.</b></p>', []],
    ['the heading of the item', '<p><b>Item 1A. Risk Factors</b></p>', []],
    ['the title of the section', '<p><b>Risk Factors.</b></p>', []],
    ['bold words at the end of a paragraph', '<p>We may lose <b>our only foundry in Osterby.</b></p>', []]
  ])('%s', (_name, html, expected) => expect(headings(`${html}<p>${BODY}</p>`)).toEqual(expected))

  it('reach from their heading to the last text before the next, and the heading in the source ends with its words', () => {
    const [one, two] = factorsOf(
      `<p><i>We may lose our foundry.</i> ${BODY}</p><p>Twice.</p><p><b>We may lose our ferry.</b></p><p>So.</p>`
    )
    expect(one?.source).toMatch(/We may lose our foundry\.(?:<\/i>)?$/)
    expect(one?.body).toContain('Twice.')
    expect(one?.body).not.toContain('ferry')
    expect(two?.source).toContain('We may lose our ferry.')
    expect(two?.body).toContain('So.')
  })
  it('a heading without text of its own only names a group', () => {
    expect(headings(`<p><b>Risks of our trade</b></p><p><b>We may lose our ferry.</b></p><p>${BODY}</p><p><b>Risks of none</b></p>`))
      .toEqual(['We may lose our ferry.'])
  })
  it('are those of the longest section of that kind, and of none below the second level', () => {
    const html = `<p><b>We may lose our foundry.</b></p><p>${BODY}</p><p><b>We may lose our ferry.</b></p><p>${BODY}</p>`
    const cut = (raw: string): number => raw.indexOf('<p><b>We may lose our ferry')
    const names = (sections: (raw: string) => readonly Partial<Section>[]): readonly string[] =>
      factorsOf(html, sections).map(({ heading }) => heading)
    expect(names((raw) => [{ range: { start: 0, end: 20 } }, { range: { start: cut(raw), end: raw.length } }])).toEqual([
      'We may lose our ferry.'
    ])
    expect(names((raw) => [{ range: { start: 0, end: cut(raw) } }])).toEqual(['We may lose our foundry.'])
    expect(names(() => [{ level: 3 }])).toEqual([])
    expect(names(() => [{ kind: 'other' as Section['kind'], item: '1a' }])).toHaveLength(2)
    expect(names(() => [{ kind: 'other' as Section['kind'], item: '7' }])).toEqual([])
    expect(names(() => [])).toEqual([])
  })
})
