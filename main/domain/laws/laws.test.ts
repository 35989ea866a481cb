import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, FilingDocument } from '#contract/filing'
import { RESULTS_RELEASE, WRAPPED_RELEASE } from '../fixtures/releases'
import { readText } from '../fixtures/text-document'
import { checkDocument, checkLineEnds, checkRepeatable } from './check-document'

const lawsOf = (document: FilingDocument, raw: string): string[] => checkDocument(raw, document).map((breach) => breach.law)

const word = fc.constantFrom(
  'Northmere',
  'the',
  'trial',
  'of',
  '12.5%',
  '$1,204',
  '(312)',
  'March 3, 2005',
  'p<0.05',
  'R&amp;D',
  '&#146;',
  '\u0093',
  'self-',
  'PHASE',
  'Inc.',
  'said',
  '"We',
  'won."',
  'FORWARD-LOOKING',
  '\u2014',
  '\u{1d49c}',
  '\u200b',
  '\u0000',
  'x'.repeat(90),
  '1.',
  '-',
  '(a)',
  '555-010-4410',
  'a@b.example',
  '....',
  '&bogus;',
  '<F2>',
  '<',
  '</'
)
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '     ', '\t', '\u00a0', '\n', '\n', '\n\n', '\n     ', '\r\n', '\r', '\f')
const line = fc.constantFrom(
  '<PAGE>\n',
  '<PAGE>  2\n',
  '<TABLE>\n',
  '</TABLE>\n',
  '<CAPTION>\n',
  '<S>   <C>   <C>\n',
  '<FN>\n',
  '- ------\n',
  '------------\n',
  '###\n',
  '0\n',
  'EXHIBIT 99.1\n',
  'FOR IMMEDIATE RELEASE\n',
  'Freight income              $11,455   $ 6,751\n',
  'Interest                       171         2\n',
  '                    2003       2002\n',
  'Name:      Olive Tarn      Hugo Brandt\n',
  'Contact:\n',
  'FIRST FINDING\n',
  '     The Company was founded in 1971 and is based in Alder Bay.\n',
  '   -  a new terminal\n',
  '/s/ Ada Quist\n',
  'SOURCE  Northmere\n',
  '\n'
)
const scrap = fc.oneof({ weight: 5, arbitrary: fc.tuple(word, gap).map(([text, blank]) => text + blank) }, { weight: 2, arbitrary: line })
const generated = fc.array(scrap, { maxLength: 120 }).map((scraps) => scraps.join(''))

/** A release with scraps put in and stretches taken out at any place. */
const mutated = fc.tuple(fc.constantFrom(WRAPPED_RELEASE, RESULTS_RELEASE),
  fc.array(fc.tuple(fc.nat(4000), fc.nat(40), scrap), { minLength: 1, maxLength: 6 }))
  .map(([text, edits]) =>
    edits.reduce<string>((raw, [at, cut, put]) => {
      const place = at % (raw.length + 1)
      return raw.slice(0, place) + put + raw.slice(place + cut)
    }, text)
  )

describe('the laws of reading, on plain text', () => {
  it.each([['a wrapped release', WRAPPED_RELEASE], ['a results release', RESULTS_RELEASE]])('hold for %s', (_, raw) => {
    expect(checkDocument(raw, readText(raw).document)).toEqual([])
  })

  it('hold for generated text: order, cover, text, numbers, tiling', () => {
    fc.assert(fc.property(generated, (raw) => {
      expect(checkDocument(raw, readText(raw).document)).toEqual([])
    }), { numRuns: 300 })
  })

  it('hold for mutated releases', () => {
    fc.assert(fc.property(mutated, (raw) => {
      expect(checkDocument(raw, readText(raw).document)).toEqual([])
    }), { numRuns: 300 })
  })

  it('reading twice gives the same result, and so do other line ends', () => {
    fc.assert(fc.property(fc.oneof(generated, mutated), (raw) => {
      const plain = raw.replace(/\r\n|\r/g, '\n')
      const first = readText(plain).document
      expect(checkRepeatable(first, readText(plain).document)).toBeNull()
      expect(checkLineEnds(first, readText(plain.replaceAll('\n', '\r\n')).document)).toBeNull()
      expect(checkLineEnds(first, readText(plain.replaceAll('\n', '\r')).document)).toBeNull()
    }), { numRuns: 150 })
  })
})

describe('the checks themselves', () => {
  const { document } = readText(WRAPPED_RELEASE)
  const withBlocks = (change: (blocks: Block[]) => Block[]): FilingDocument => ({ ...document, blocks: change([...document.blocks]) })
  const at = document.blocks.findIndex((block) => block.kind === 'paragraph')
  const edit = (change: (block: Block) => Block): FilingDocument =>
    withBlocks((blocks) => blocks.map((block, index) => (index === at ? change(block) : block)))

  it('see a block that is missing', () => {
    expect(lawsOf(withBlocks((blocks) => blocks.filter((_, index) => index !== at)), WRAPPED_RELEASE)).toEqual(
      expect.arrayContaining(['cover', 'tiling'])
    )
  })

  it('see a lost number', () => {
    expect(lawsOf(withBlocks((blocks) => blocks.filter((block) => block.kind !== 'page-header')), WRAPPED_RELEASE)).toEqual(
      expect.arrayContaining(['cover', 'numbers'])
    )
  })

  it('see text that is not the source\u2019s', () => {
    expect(lawsOf(edit((block) => ({ ...block, text: block.text.replace('Northmere', 'Northmore') })), WRAPPED_RELEASE)).toContain('text')
  })

  it('see ranges out of order, overlapping or too long', () => {
    expect(lawsOf(withBlocks((blocks) => blocks.reverse()), WRAPPED_RELEASE)).toContain('order')
    expect(
      lawsOf(edit((block) => ({ ...block, ranges: block.ranges.map((range) => ({ start: range.start - 4, end: range.end })) })),
        WRAPPED_RELEASE)
    ).toContain('order')
    expect(lawsOf(edit((block) => ({ ...block, ranges: [{ start: 0, end: 99_999 }] })), WRAPPED_RELEASE)).toContain('order')
  })

  it('see a map with a gap', () => {
    expect(lawsOf(edit((block) => ({ ...block, map: block.map.slice(4) })), WRAPPED_RELEASE)).toContain('tiling')
  })

  it('see an id used twice, and a sentence outside its block', () => {
    expect(lawsOf({ ...document, sentences: [...document.sentences, ...document.sentences.slice(0, 1)] }, WRAPPED_RELEASE)).toContain(
      'tiling'
    )
    expect(
      lawsOf({ ...document, sentences: document.sentences.map((sentence) => ({ ...sentence, block: document.blocks[0]?.id ?? '' })) },
        WRAPPED_RELEASE)
    ).toContain('tiling')
  })

  it('see two readings that differ', () => {
    expect(checkRepeatable(document, { ...document, type: 'EX-1' })?.law).toBe('repeatable')
    expect(checkLineEnds(document, withBlocks((blocks) => blocks.slice(1)))?.law).toBe('line-ends')
  })
})
