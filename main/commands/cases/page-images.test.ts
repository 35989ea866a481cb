import { describe, expect, it } from 'vitest'
import { analyseDocument, openFile } from '../../domain/analyse'
import { checkDocument } from '../../domain/laws/check-document'
import { codec } from '../../worker/codec'
import { analyse } from './analyse-text'
import { readCase } from './read-case'

const page = (html: string): string => `<html><body>${html}</body></html>`
const textOf = (html: string): string => analyse(page(html)).flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' | ')
const warningsOf = (html: string): string[] => {
  const opened = openFile(new TextEncoder().encode(page(html)), codec)
  return opened.documents.flatMap((entry) => analyseDocument(opened, entry).warnings.map(({ code }) => code))
}

describe('the text layer of a page image is its text', () => {
  it('shown beneath it, and cut into sentences', () => {
    const [document] = readCase('hidden-text-of-page-image.htm')
    expect(document?.blocks.map(({ kind, attrs }) => attrs?.['layer'] ?? kind)).toEqual(['image', 'page-image', 'page-break', 'image',
      'page-image'])
    expect(document?.blocks.some(({ text }) => text.includes('met its primary endpoint') && text.includes('41%'))).toBe(true)
    expect(document?.sentences.some(({ text }) => text === 'Two patients died of sepsis.')).toBe(true)
    expect(document?.hidden).toHaveLength(1)
  })
  const words = 'The yard in Dover made 41 gauges.'
  it.each([
    ['white and of one point', `<p><img src="a.jpg"></p><p style="font-size:1pt;color:#ffffff">${words}</p>`],
    ['nearly white, in the same paragraph', `<p><img src="a.jpg"><font style="font-size:1pt" color="#FEFEFE">${words}</font></p>`],
    ['without any opacity', `<div><img src="a.jpg"></div><div style="opacity:0">${words}</div>`],
    ['of no colour', `<div><img src="a.jpg"></div><div style="color: rgba(0, 0, 0, 0)">${words}</div>`],
    ['before its image', `<p style="font-size:1pt;color:white">${words}</p><p><img src="a.jpg"></p>`],
    ['white beside an image as wide as a page', `<p><img src="a.jpg" width="960"></p><p style="color:white">${words}</p>`],
    ['tiny, in several elements',
      `<p><img src="a.jpg"></p><p style="font-size:1pt;color:white">The yard in</p><p style="font-size:1pt;color:white">Dover made 41 gauges.</p>`]
  ])('%s', (_how, html) => {
    expect(textOf(html)).toMatch(/The yard in (?:\| )?Dover made 41 gauges\./)
    expect(warningsOf(html)).toEqual([])
  })
  it.each([
    ['without an image', `<p>Shown words of the release here.</p><p style="font-size:1pt;color:white">${words}</p>`],
    ['of common size under a logo', `<p><img src="logo.jpg" width="90"></p><p style="color:white">${words}</p><p>Shown words.</p>`],
    ['in the middle of a paragraph',
      `<p><img src="a.jpg"></p><p>Shown words <font style="font-size:1pt" color="white">${words}</font> go on.</p>`],
    ['that no browser shows', `<p><img src="a.jpg"></p><p style="display:none">${words}</p><p>Shown words.</p>`]
  ])('but text %s stays hidden, and is told', (_how, html) => {
    expect(textOf(html)).not.toContain('gauges')
    expect(warningsOf(html)).toContain('hidden-text')
  })
  it('and no law is broken by it', () => {
    const opened = openFile(new TextEncoder().encode(page(
      `<p><a name="x"></a><font color="white">.</font>Shown 12.</p><p><img src="a.jpg"><font style="font-size:1pt" color="white">Page&nbsp;7 <b>of</b> 9<img src="b.jpg">and 10</font></p>`
        + '<table><tr><td><font color="white">13</font></td><td>14</td></tr><tr><td>15</td><td>16</td></tr></table>'
    )), codec)
    const documents = opened.documents.map((entry) => analyseDocument(opened, entry).document)
    expect(documents.flatMap((document) => checkDocument(opened.raw, document))).toEqual([])
    expect(documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ')).toContain('Page 7 of 9')
  })
})
