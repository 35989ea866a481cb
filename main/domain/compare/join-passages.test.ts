import { describe, expect, it } from 'vitest'
import { absorbParts } from './absorb-parts'
import { alignPassages } from './align-passages'
import type { Passage } from './comparable-document'
import { joined, joinSpans } from './join-passages'
import { createKeying } from './likeness'
import { regroupPassages } from './regroup-passages'

/** Passages that stand one behind the other; those with bars are rows of a table. */
const passagesOf = (lines: readonly string[]): readonly Passage[] => {
  let at = 0
  return lines.map((line): Passage => {
    const start = at
    at += line.length + 1
    const cells = line.split(' | ')
    return { unit: cells.length > 1 || line.startsWith('|') ? 'row' : 'sentence', text: line.replaceAll(' | ', ' ').replace('|', ''),
      cells: cells.length > 1 ? cells : line.startsWith('|') ? [line.slice(1)] : [], range: { start, end: at - 1 } }
  })
}
const textsOf = (passages: readonly Passage[]): readonly string[] => passages.map(({ text }) => text)

describe('two passages as one', () => {
  const one = (first: string, second: string): Passage => {
    const [a, b] = passagesOf([first, second])
    if (!a || !b) throw new Error('two are needed')
    return joined(a, b)
  }
  it('have both texts and reach over both ranges, whichever stands first', () => {
    expect(one('Kilns rose.', 'Barges fell.')).toEqual({ unit: 'sentence', text: 'Kilns rose. Barges fell.', cells: [],
      range: { start: 0, end: 24 } })
    const [a, b] = passagesOf(['Kilns rose.', 'Barges fell.'])
    expect(a && b && joined(b, a).range).toEqual({ start: 0, end: 24 })
  })
  it('a label that stands alone goes on in the first cell of the next row; other cells follow each other', () => {
    expect(one('|Cost of kilns', 'and barges | 41 | 42')).toMatchObject({ unit: 'row', cells: ['Cost of kilns and barges', '41', '42'] })
    expect(one('Kilns | 41', 'Barges | 17')).toMatchObject({ unit: 'row', cells: ['Kilns', '41', 'Barges', '17'] })
  })
  it('a row and a sentence are a block, a sentence and a row a sentence', () => {
    expect(one('Kilns | 41', 'They rose.')).toMatchObject({ unit: 'block', cells: [] })
    expect(one('They rose.', 'Kilns | 41')).toMatchObject({ unit: 'sentence', cells: [] })
  })
})

describe('the passages of spans', () => {
  const five = passagesOf(['a', 'b', 'c', 'd', 'e'])
  it('are made one, and the others stay', () => {
    expect(textsOf(joinSpans(five, [{ from: 1, to: 3 }, { from: 4, to: 5 }]))).toEqual(['a', 'b c', 'd', 'e'])
    expect(textsOf(joinSpans(five, [{ from: 0, to: 5 }]))).toEqual(['a b c d e'])
    expect(textsOf(joinSpans(five, [{ from: 2, to: 2 }]))).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(joinSpans(five, [])).toEqual(five)
  })
})

const regroup = (left: readonly string[], right: readonly string[]): readonly [readonly string[], readonly string[]] => {
  const { left: a, right: b } = regroupPassages(passagesOf(left), passagesOf(right), createKeying())
  return [textsOf(a), textsOf(b)]
}

describe('passages that are only parted elsewhere', () => {
  const [open, close] = ['The harbour was dredged.', 'Tolls were raised in May.']
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['in two on the left', ['Orders for kilns', 'rose in the spring.'], ['Orders for kilns rose in the spring.'], [
      'Orders for kilns rose in the spring.'
    ]],
    ['in two on the right', ['Orders for kilns rose in the spring.'], ['Orders for kilns', 'rose in the spring.'], [
      'Orders for kilns rose in the spring.'
    ]],
    ['in three and in two, at other places', ['Orders for', 'kilns rose in', 'the spring.'], ['Orders for kilns', 'rose in the spring.'], [
      'Orders for kilns rose in the spring.'
    ]],
    ['inside a word', ['Orders for kil', 'ns rose.'], ['Orders for kilns rose.'], ['Orders for kil ns rose.']],
    ['behind a very short part', ['7.', 'Orders rose.'], ['7. Orders rose.'], ['7. Orders rose.']],
    ['before a very short part', ['7. Orders rose.'], ['7.', 'Orders rose.'], ['7. Orders rose.']]
  ])('%s', (_name, left, right, whole) => {
    const [a, b] = regroup([open, ...left, close], [open, ...right, close])
    expect(a).toEqual([open, ...whole, close])
    expect(b.map((text) => text.replaceAll(' ', ''))).toEqual([open, ...whole, close].map((text) => text.replaceAll(' ', '')))
  })
  it('two groups of one stretch are both joined, in their order', () => {
    const [a] = regroup([open, 'Orders for', 'kilns rose.', 'Orders for', 'barges fell.', close], [open, 'Orders for kilns rose.',
      'Orders for barges fell.', close])
    expect(a).toEqual([open, 'Orders for kilns rose.', 'Orders for barges fell.', close])
  })
  it('what says otherwise anywhere is not joined', () => {
    const left = [open, 'Orders for kilns', 'rose in the spring.', close]
    expect(regroup(left, [open, 'Orders for kilns rose in the autumn.', close])).toEqual([left, [open,
      'Orders for kilns rose in the autumn.', close]])
    expect(regroup(left, [open, 'Orders for kilns rose in the spring', close])[0]).toEqual(left)
  })
  it('up to 24 parts are joined, and no more', () => {
    const parts = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `word${String(at)}`)
    expect(regroup([open, ...parts(24), close], [open, parts(24).join(' '), close])[0]).toHaveLength(3)
    expect(regroup([open, ...parts(25), close], [open, parts(25).join(' '), close])[0]).toHaveLength(27)
  })
})

const absorb = (left: readonly string[], right: readonly string[]): readonly [readonly string[], readonly string[]] | null => {
  const keying = createKeying()
  const [a, b] = [passagesOf(left), passagesOf(right)]
  const found = absorbParts(a, b, alignPassages(a, b, undefined, keying), keying)
  return found && [textsOf(found.left), textsOf(found.right)]
}

describe('a neighbour that is a part of a changed passage', () => {
  const whole = 'Orders for kilns rose in the spring by 4% after the harbour was dredged again.'
  const [head, tail] = ['Orders for kilns rose in the spring by 5%', 'after the harbour was dredged again.']
  const other = 'Nothing else was said of barges.'
  it('behind it is joined to it, on either side', () => {
    expect(absorb([whole, other], [head, tail, other])).toEqual([[whole, other], [`${head} ${tail}`, other]])
    expect(absorb([head, tail, other], [whole, other])).toEqual([[`${head} ${tail}`, other], [whole, other]])
  })
  it('before it as well', () => {
    const [lead, rest] = ['After the harbour was dredged again,', 'orders for kilns rose in the spring of the year by 5%.']
    expect(
      absorb([other, 'After the harbour was dredged again, orders for kilns rose in the spring of the year by 4%.'], [other, lead, rest])
    ).toEqual([[other, 'After the harbour was dredged again, orders for kilns rose in the spring of the year by 4%.'], [
      other,
      `${lead} ${rest}`
    ]])
  })
  it('a lone number that opens the whole is joined, one that only stands in it is not', () => {
    const title = 'Press release of the company about its spring orders'
    expect(absorb([other, `99.1 ${title} of kilns`], [other, '99.1', title])).toEqual([[other, `99.1 ${title} of kilns`], [other,
      `99.1 ${title}`]])
    expect(absorb([other, `Exhibit 99.1 ${title} of kilns`], [other, '99.1', title])).toBeNull()
  })
  it('one that says something else is let be', () => {
    expect(absorb([whole, other], [head, 'Tolls at the lock were raised.', other])).toBeNull()
    expect(absorb([whole, other], [whole, tail, other])).toBeNull()
  })
})
