import { describe, expect, it } from 'vitest'
import { createKeying, keyed, leastLikeness, lighten, likeness } from './likeness'
import type { Keyed } from './likeness'

const of = (text: string, unit: 'sentence' | 'row' = 'sentence', spans?: readonly number[]): Keyed =>
  keyed({ text, unit, ...(spans ? { spans } : {}) })
const like = (a: string, b: string, unit: 'sentence' | 'row' = 'sentence'): number => likeness(of(a, unit), of(b, unit))

describe('how alike two passages are', () => {
  it('is the shared weight twice, of the weight of all: a word 1, a word of any sentence 0.25, a number 0.2', () => {
    expect(like('kiln output rose', 'kiln output fell')).toBeCloseTo(2 * 2 / 6)
    expect(like('kiln of clay', 'kiln of iron')).toBeCloseTo(2 * 1.25 / 4.5)
    expect(like('kiln 41', 'kiln 42')).toBeCloseTo(2 * 1 / 2.4)
    expect(like('kiln kiln', 'kiln')).toBeCloseTo(2 * 1 / 3)
    expect(like('kiln', 'barge')).toBe(0)
    expect(like('—', '…')).toBe(0)
  })
  it('is the same from either side', () => {
    expect(like('kiln output rose again', 'kiln output')).toBe(like('kiln output', 'kiln output rose again'))
  })
  it('in a row the label says which row it is: numbers and months weigh 0.05', () => {
    expect(like('kilns 41', 'kilns 42', 'row')).toBeCloseTo(2 / 2.1)
    expect(like('kilns may 41', 'kilns june 41', 'row')).toBeCloseTo(2 * 1.05 / 2.2)
  })
  it('of two rows without a word is at least that of their place', () => {
    expect(like('41 17', '42 18', 'row')).toBeCloseTo(0.67)
    expect(like('41 17', '41 18', 'row')).toBeCloseTo(0.67 + 0.33 / 2)
    expect(like('41 17', 'kilns 41', 'row')).toBeLessThan(0.67)
  })
  it('of sentences that open with six equal words is at least a half', () => {
    const opening = 'orders that we expect from fisheries'
    const [one, other] = [`${opening} dropped`, `${opening} ${'alpha bravo carol delta early fable gable hotel india jolly kettle lemon'}`]
    expect(like(one, other)).toBe(0.5)
    expect(like(one.replace('orders', 'claims'), other)).toBeLessThan(0.5)
    const five = 'orders expected from northern fisheries'
    expect(like(`${five} sank`, `${five} ${'alpha bravo carol delta early fable gable hotel india jolly kettle lemon'}`)).toBeLessThan(0.5)
  })
  it('of one that stands almost whole inside a far longer one is 0.6', () => {
    const inner = 'kiln output barge tonnage harbour'
    const outer = `alpha bravo carol delta early fable gable hotel india jolly ${inner}`
    expect(like(inner, outer)).toBe(0.6)
    expect(like('kiln output barge tonnage', outer)).toBeLessThan(0.6)
    expect(like('kiln output barge tonnage quay', outer)).toBeLessThan(0.6)
  })
  it('is none between a row and a sentence, unless the row holds running text', () => {
    const words = 'our kiln in osterby stops whenever the river floods it each spring'
    expect(likeness(of('kiln output', 'row'), of('kiln output'))).toBe(0)
    expect(likeness(of(words, 'row'), of(words))).toBe(1)
    expect(likeness(of(words), of(words, 'row'))).toBe(1)
    expect(likeness(of(words.replace(' spring', ''), 'row'), of(words))).toBe(0)
    const figures = 'kiln output barge tonnage harbour quay lock weir 1 2 3 4 5'
    expect(likeness(of(figures, 'row'), of(figures))).toBe(0)
  })
  it('is none between figures of other lengths of time, by their words or by the heads of their table', () => {
    expect(like('kiln output in the first quarter', 'kiln output in the first half')).toBe(0)
    expect(like('kiln output in the first quarter', 'kiln output in the second quarter')).toBeGreaterThan(0.5)
    expect(likeness(of('kilns 41', 'row', [3]), of('kilns 42', 'row', [6]))).toBe(0)
    expect(likeness(of('kilns 41', 'row', [3, 6]), of('kilns 42', 'row', [6]))).toBeGreaterThan(0.9)
    expect(likeness(of('kilns 41', 'row', [3]), of('kilns 42', 'row'))).toBeGreaterThan(0.9)
  })
  it('has to be more where one of both is short', () => {
    expect(leastLikeness(of('kiln output rose'), of('kiln output rose again'))).toBe(0.5)
    expect(leastLikeness(of('kiln output'), of('kiln output rose again'))).toBe(0.66)
    expect(leastLikeness(of('kiln output rose again'), of('kiln output'))).toBe(0.66)
  })
})

describe('the words of a formula', () => {
  it('weigh next to nothing, and no more than they did', () => {
    const light = lighten(of('filed herewith kiln of').measures(), new Set(['filed', 'herewith']))()
    expect([...light.weights]).toEqual([['filed', 0.05], ['herewith', 0.05], ['kiln', 1], ['of', 0.25]])
    expect(light.total).toBeCloseTo(1.35)
  })
})

describe('the keying of many passages', () => {
  it('gives what the keying of one gives', () => {
    const keying = createKeying()
    const passage = { text: 'Kiln  OUTPUT — “rose”', unit: 'sentence' } as const
    expect([keying(passage).key, keying(passage).key]).toEqual([keyed(passage).key, keyed(passage).key])
    expect(keying({ ...passage, unit: 'row' }).isRow).toBe(true)
  })
})
