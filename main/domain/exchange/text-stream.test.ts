import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analysed } from '../fixtures/analysed'
import { streamMapOf } from './text-stream'

const mapOf = (source: string) => {
  const { raw, document } = analysed(new TextEncoder().encode(source))
  return { raw, document, map: streamMapOf(document.blocks) }
}

const HTML =
  '<html><body>\r\n<h1>Results &amp; outlook &#128578;</h1>\r\n<p>First<br>line with&nbsp;a \u{1f9ea} and a soft&shy;hyphen.</p>\r\n'
  + '<table><tr><td>Sales</td><td>(63)</td></tr><tr><td>Costs</td><td>12</td></tr></table>\r\n<p>Hebrew \u05e9\u05dc\u05d5\u05dd here.</p></body></html>'

it('joins blocks by a line end and cells by one space, and every block is a slice of it', () => {
  const { document, map: { stream } } = mapOf(HTML)
  expect(stream.text.split('\n')).toEqual(
    ['Results & outlook \u{1f642}', 'First line with a \u{1f9ea} and a softhyphen.', 'Sales (63) Costs 12',
      'Hebrew \u05e9\u05dc\u05d5\u05dd here.']
  )
  for (const { id, start, end } of stream.blocks)
    expect(stream.text.slice(start, end)).toBe(document.blocks.find((block) => block.id === id)?.text)
})

it('leaves page furniture out', () => {
  const text = `${
    'A line of the release that is long enough to be read as one.\n'.repeat(4)
  }\n<PAGE>\n\nMore of the release behind the page.\n`
  expect(mapOf(text).map.stream.text).not.toContain('<PAGE>')
})

it('comes back from the source to a stretch that holds what it went out with', () => {
  const { map } = mapOf(HTML)
  const { text } = map.stream
  fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }), (start, length) => {
    const range = { start, end: Math.min(text.length, start + length) }
    if (text.slice(range.start, range.end).trim() === '') return
    const source = map.toSource(range)
    expect(source).not.toBeNull()
    const back = source && map.fromSource(source)
    // White space at either end and the halves of an entity may bring in their neighbour; no word is lost or gained.
    expect(back && text.slice(back.start, back.end).trim()).toContain(
      text.slice(range.start, range.end).trim().replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    )
  }))
})
