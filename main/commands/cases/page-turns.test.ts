import { describe, expect, it } from 'vitest'
import { analyse } from './analyse-text'
import { readCase } from './read-case'

const sentencesOf = (documents: ReturnType<typeof readCase>): string[] =>
  documents.flatMap(({ sentences }) => sentences.map(({ text }) => text.replace(/\s+/g, ' ')))

describe('a sentence goes on over the turn of a page', () => {
  it.each(['sent-across-page-rule.htm', 'sent-across-page-image.htm'])('%s', (name) => {
    expect(sentencesOf(readCase(name)).some((text) => text.endsWith('or relied on by, any other person.'))).toBe(true)
  })
  it('so that a negation is not lost', () => {
    const findings = readCase('sent-across-page-rule-endpoint.htm')[0]?.findings ?? []
    expect(findings.some(({ polarity }) => polarity === 'favourable')).toBe(false)
    expect(findings.some(({ type, polarity }) => type === 'primary-endpoint' && polarity === 'unfavourable')).toBe(true)
  })
  it('so that a number keeps its scale', () => {
    const values = readCase('sent-across-page-rule-figure.htm')[0]?.figures.map(({ value }) => value) ?? []
    expect(values).toContain(45_200_000)
    expect(values).not.toContain(45.2)
  })

  const long = 'The depositary holds the shares for the owners under an agreement that is governed by the law of'
  const short = 'Delaware and of no other state.'
  it.each([
    ['a rule and a page number without a break', `<p>${long}</p><p align="center">12</p><hr><p>${short}</p>`],
    ['a page number alone', `<p>${long} that</p><p align="center">12</p><p>state and of no other.</p>`],
    ['a logo, a number, a break and a running head',
      `<p>${long}</p><p align="center"><img src="a.jpg"></p><p align="center">F-12</p><hr style="page-break-after:always"><p><a href="#c">Table of Contents</a></p><p>${short}</p>`],
    ['the notes at the foot of the page',
      `<p>${long}</p><hr width="20%"><p><sup>1</sup> A note at the foot of the page that says a little more.</p><p align="center">7</p><hr style="page-break-after:always"><p>${short}</p>`],
    ['two breaks with a rule between',
      `<p>${long}</p><p>S-3</p><p style="page-break-before:always"></p><hr size="3"><p style="page-break-before:always"></p><p>${short}</p>`]
  ])('behind %s', (_what, html) => {
    expect(
      sentencesOf(analyse(`<html><body>${html}</body></html>`)).some((text) => text.startsWith('The depositary') && /no other/.test(text))
    )
      .toBe(true)
  })
  it.each([
    ['the next paragraph begins a sentence',
      '<p>The depositary holds the shares for the owners of the receipts here</p><hr><p>12</p><hr style="page-break-after:always"><p>The trustee has none.</p>'],
    ['the next is the next clause',
      `<p>${long}</p><p align="center">12</p><hr style="page-break-after:always"><p>(b) Delaware and no other state.</p>`],
    ['a drawn line parts a caption from its text',
      '<p align="center">Name of each exchange</p><hr><p>on which registered by the company itself</p>']
  ])('and not where %s', (_what, html) => {
    expect(analyse(`<html><body>${html}</body></html>`)[0]?.blocks.some(({ why }) => why.includes('Continues'))).toBe(false)
  })
  it('behind an underline in plain text', () => {
    const text = 'The board has three committees that look into particular matters each year.\n\n'
      + "The Audit Committee, active since 1983, held two meetings in that year, attended\n    ---------------\nalso by its chairman and by the company's external auditor.\n"
    expect(sentencesOf(analyse(text)).some((sentence) => sentence.includes('attended also by its chairman'))).toBe(true)
  })
})
