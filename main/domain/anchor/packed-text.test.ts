import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { createAnchorText, sourceOf } from './anchor-text'
import { annotate, layOut } from './laid-out-text'
import { createTextPacker, unpackText } from './packed-text'
import { seekPlaces } from './seek-places'

const block = fc.record({ text: fc.string({ maxLength: 30 }),
  kind: fc.constantFrom<Block['kind']>('paragraph', 'heading', 'page-header', 'table'), gap: fc.nat({ max: 5 }) })

const blocksOf = (made: readonly { readonly text: string; readonly kind: Block['kind']; readonly gap: number }[]): Block[] => {
  let at = 0
  return made.map(({ text, kind, gap }, n) => {
    const start = at + gap
    at = start + text.length
    return { id: `d1b${String(n)}`, kind, ranges: [{ start, end: at }], text, map: text === '' ? [] : [0, text.length, start, text.length],
      why: '' }
  })
}

it('unpacks to the very text that was packed, in however many pieces', () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 20 }), fc.nat({ max: 20 }), (made, cut) => {
    const blocks = blocksOf(made)
    const packer = createTextPacker()
    packer.add(blocks.slice(0, cut))
    packer.add(blocks.slice(cut))
    const [whole, unpacked] = [createAnchorText(blocks, [], 'hash'), unpackText(packer.finish([], 'hash'))]
    expect([unpacked.text, unpacked.starts, unpacked.reaches]).toEqual([whole.text, whole.starts, whole.reaches])
    for (let at = 0; at < whole.text.length; at += 3) expect(sourceOf(unpacked, at, at + 1)).toEqual(sourceOf(whole, at, at + 1))
  }))
})

it('answers every quote that was asked for, in order, with the words around its place', () => {
  const older = 'OPENING\nSales rose by 4% in the north of the country.\nCosts were flat throughout the year.'
  const newer = layOut(older.replace('4%', '5%'))
  const sought = ['Costs were flat throughout the year.', 'Sales rose by 4% in the north of the country.'].map((words, at) => ({
    key: String(at),
    selectors: annotate(older, words)
  }))
  const steps: number[] = []
  const found = seekPlaces(sought, newer, layOut(older), (done) => steps.push(done))
  expect(found.map(({ key, verdict, place }) => [key, verdict, place?.quote.exact])).toEqual([
    ['0', 'intact', 'Costs were flat throughout the year.'],
    ['1', 'number-changed', 'Sales rose by 5% in the north of the country.']
  ])
  expect([steps, found[1]?.place?.sectionPath, found[1]?.place?.quote.prefix]).toEqual([[1, 2], ['OPENING'], 'OPENING\n'])
})
