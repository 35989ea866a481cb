import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { createBlockIndex } from '#model/block-index'
import { quoteOf } from '#model/quote'
import { createTextMap } from '../parse/map/text-map-builder'
import { createAnchorText } from './anchor-text'
import { makeAnchor } from './make-anchor'

const texts = fc.array(
  fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u201c', '5', '.'), minLength: 1, maxLength: 50 }),
    kind: fc.constantFrom('paragraph', 'page-footer', 'list-item' as const) }),
  { minLength: 1, maxLength: 12 }
)

it('quotes a range as the window does', () => {
  fc.assert(fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
    let raw = ''
    const blocks = parts.map(({ text, kind }, n): Block => {
      const start = raw.length
      raw += `${text}\n`
      const map = createTextMap()
      map.collapsed(raw, start, start + text.length)
      return { id: `d1b${String(n + 1)}`, kind, ranges: [{ start, end: start + text.length }], ...map.finish(), why: '' }
    }).filter(({ text }) => text !== '')
    const shown = blocks.filter(({ kind }) => kind !== 'page-footer')
    const block = shown[a % Math.max(1, shown.length)]
    if (!block) return
    const from = block.map[2] ?? 0
    const last = shown[(a % shown.length) + (b % (shown.length - (a % shown.length)))] ?? block
    const range = { start: from, end: (last.map.at(-2) ?? 0) + (last.map.at(-1) ?? 0) }
    expect(makeAnchor(createAnchorText(blocks, [], ''), range).quote).toEqual(quoteOf(createBlockIndex(blocks), range))
  }))
})
