import { expect, it } from 'vitest'
import type { ComparableDocument, Passage } from '../compare/comparable-document'
import { compareDocuments } from '../compare/compare-documents'
import { redlineHtml } from './redline-html'

const documentOf = (lines: readonly string[]): ComparableDocument => ({
  passages: lines.map((text, at): Passage => {
    const cells = text.split(' | ')
    return { unit: cells.length > 1 ? 'row' : 'sentence', text: cells.join(' '), cells: cells.length > 1 ? cells : [],
      range: { start: at * 1000, end: at * 1000 + text.length } }
  }),
  safeHarbor: null,
  figures: [],
  factors: []
})

const SAME = ['The board met in Osterby.', 'It approved the accounts of the year.', 'It heard the report of the pilots.',
  'It thanked the harbor master.']
const BEFORE = ['Sales rose to $4.1 million & more.', ...SAME, 'The old works closed in May.', 'Net sales | 410 | 390']
const AFTER = ['Sales rose to $5.2 million & more.', ...SAME, 'Net sales | 520 | 390', '<script>alert(1)</script> opened a yard.']

const page = (left: readonly string[], right: readonly string[]): string => {
  const side = (name: string) => ({ title: name, company: 'Bright Shoal', form: '8-K', document: 'EX-99.1', filedAt: '2007-03-01',
    accession: null, fileName: `${name}.txt`, sha256: `${name}0123456789abcdef` })
  return redlineHtml({ left: side('before'), right: side('after'), comparison: compareDocuments(documentOf(left), documentOf(right)),
    author: 'Ada', appVersion: '1', exportedAt: '2026-01-05T09:00:00.000Z' })
}

it('strikes out what is gone, underlines what is new, cell by cell in a table, and names both files', () => {
  const html = page(BEFORE, AFTER)
  expect(html).toContain('<del>$4.1</del><ins>$5.2</ins>')
  expect(html).toContain('<del>The old works closed in May.</del>')
  expect(html).toContain('<td class="changed"><del>410</del> <ins>520</ins></td><td>390</td>')
  expect(html).toMatch(/Number changed[^2]*2.*Removed.*1/s)
  for (const fact of ['before0123456789abcdef', 'after0123456789abcdef', 'before.txt', 'after.txt']) expect(html).toContain(fact)
})
it('folds what is the same, and leaves one passage beside each change', () => {
  const html = page(BEFORE, AFTER)
  expect(html).toContain('2 unchanged passages')
  expect(html).toContain('It thanked the harbor master.')
  expect(html).not.toContain('It heard the report')
})
it('lets no word of a filing be markup', () => {
  const html = page(BEFORE, AFTER)
  expect(html).not.toContain('<script')
  expect(html).toContain('<ins>&lt;script&gt;alert(1)&lt;/script&gt; opened a yard.</ins>')
})
it('says so where both are the same', () => {
  expect(page(SAME, SAME)).toContain('Both documents say the same.')
})
