import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../fixtures/html-document'

/** A generated piece of a document: its HTML, and what a reader is shown of it (`|` where a block boundary falls). */
interface Piece {
  readonly html: string
  readonly shown: string
}

const word = fc.constantFrom('ferry', 'quay', '1,204', '12.5%', '$3', 'Item', 'p<', 'R&D', '“so”', '—', 'é', '\u0092', '𝒜', '•')
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const space = fc.constantFrom(' ', '\n', '&nbsp;', '&#160; ', '\t ', '\u00a0')

const text: fc.Arbitrary<Piece> = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 5 }).map((words) => ({
  html: words.map(([each, gap]) => escape(each) + gap).join(''),
  shown: words.map(([each]) => `${each} `).join('')
}))

const reference: fc.Arbitrary<Piece> = fc.constantFrom(['&mdash;', '—'], ['&#146;', '’'], ['&#x2014;', '—'], ['&ldquo;', '“'], ['&unknown;',
  '&unknown;'])
  .map(([html = '', shown = '']) => ({ html, shown }))

const hidden: fc.Arbitrary<Piece> = fc.constantFrom('<span style="display:none">hid</span>', '<!-- hid -->', '<script>hid<b></script>',
  '<ix:hidden>hid</ix:hidden>', '<font style="DISPLAY: none">hid</font>')
  .map((html) => ({ html, shown: '' }))

const { piece } = fc.letrec<{ piece: Piece; inline: Piece; block: Piece; table: Piece }>((tie) => ({
  inline: fc.tuple(fc.constantFrom('b', 'i', 'font', 'span', 'sup', 'a href="#x"', 'ix:nonnumeric'),
    fc.array(tie('piece'), { maxLength: 3 }))
    .map(([name, inside]) => ({ html: `<${name}>${inside.map((each) => each.html).join('')}</${name.split(' ')[0] ?? ''}>`,
      shown: inside.map((each) => each.shown).join('') })
    ),
  block: fc.tuple(fc.constantFrom('div', 'center', 'blockquote', 'li', 'h3', 'pre'), fc.array(tie('piece'), { maxLength: 4 }))
    .map(([name, inside]) => ({ html: `<${name}>${inside.map((each) => each.html).join('')}</${name}>`,
      shown: `|${inside.map((each) => each.shown).join('')}|` })
    ),
  table: fc.array(fc.array(tie('piece'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((rows) => ({
      html: `<table>${rows.map((cells) => `<tr>${cells.map((each) => `<td>${each.html}</td>`).join('')}</tr>`).join('')}</table>`,
      shown: `|${rows.flat().map((each) => `|${each.shown}|`).join('')}|`
    })),
  piece: fc.oneof({ maxDepth: 5 }, text, reference, hidden, fc.constant({ html: '<br>', shown: '|' }),
    fc.constant({ html: '<hr>', shown: '|' }), tie('inline'), tie('block'), tie('table'))
}))

const document = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => ({ html: pieces.map((each) => each.html).join(''),
  shown: pieces.map((each) => each.shown).join('') })
)

const collapse = (shown: string): string => shown.replaceAll('\u0092', '’').replaceAll(/[\s|]+/gu, ' ').trim()

const laws = { numRuns: 400 }

describe('laws of HTML documents', () => {
  it('the blocks hold every shown character once and in order, and nothing hidden', () => {
    fc.assert(fc.property(document, ({ html, shown }) => {
      expect(collapse(readHtml(html).texts.join(' '))).toBe(collapse(shown))
    }), laws)
  })

  it('ranges are ordered and disjoint, and none touches hidden source', () => {
    fc.assert(fc.property(document, ({ html }) => {
      const { blocks, hidden: unseen } = readHtml(html)
      const all = [...blocks.flatMap((block) => block.ranges), ...unseen].sort((a, b) => a.start - b.start)
      for (const [at, range] of all.entries()) {
        expect(range.start).toBeLessThan(range.end)
        expect(range.start).toBeGreaterThanOrEqual(all[at - 1]?.end ?? 0)
      }
      const starts = blocks.map((block) => block.ranges[0]?.start ?? -1)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
    }), laws)
  })

  it('maps cover the text without gaps and lead to source inside the block', () => {
    fc.assert(fc.property(document, ({ html }) => {
      for (const { text: shown, map, ranges } of readHtml(html).blocks) {
        let at = 0
        for (let i = 0; i < map.length; i += 4) {
          expect(map[i]).toBe(at)
          at += map[i + 1] ?? 0
          expect(map[i + 2]).toBeGreaterThanOrEqual(ranges[0]?.start ?? 0)
          expect((map[i + 2] ?? 0) + (map[i + 3] ?? 0)).toBeLessThanOrEqual(ranges.at(-1)?.end ?? 0)
        }
        expect(at).toBe(shown.length)
      }
    }), laws)
  })

  it('cells tile the text of their table', () => {
    fc.assert(fc.property(document, ({ html }) => {
      for (const { text: shown, table } of readHtml(html).blocks) {
        if (table === undefined) continue
        const cells = [...table.cells].sort((a, b) => a.start - b.start)
        expect(collapse(cells.map((cell) => shown.slice(cell.start, cell.end)).join(' '))).toBe(shown)
        for (const cell of cells) {
          expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(table.columns)
          expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(table.rows)
        }
      }
    }), laws)
  })

  it('any text at all gives a document, the same one twice', () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom('<', '>', '</', '<td', '<table>', '&#', '"', "'", '=', '<p style="', '<!--', '-->', '<![CDATA[', ']]>', '<svg>',
          '<title>', '\0'),
        fc.string({ maxLength: 6 })
      ),
      { maxLength: 40 }
    )
    fc.assert(fc.property(soup, (parts) => {
      const html = parts.join('')
      expect(readHtml(html)).toEqual(readHtml(html))
    }), laws)
  })

  it('cut at any place, what stands before the cut reads the same', () => {
    fc.assert(fc.property(document, fc.nat(), ({ html }, cut) => {
      const whole = collapse(readHtml(html).texts.join(' '))
      const part = readHtml(html.slice(0, cut % (html.length + 1))).texts.join(' ').split(' ')
      expect(whole.startsWith(part.slice(0, -2).join(' '))).toBe(true)
    }), laws)
  })
})
