import { describe, expect, it } from 'vitest'
import { learn, oddsOf } from './learn'

const example = (features: readonly number[], yes: boolean) => ({ features: Uint32Array.from(features), yes })

/** Feature 0 tells the answer, feature 1 stands with everything, feature 2 is noise. */
const EXAMPLES = Array.from({ length: 60 }, (_, at) => example(at % 2 === 0 ? [0, 1] : at % 3 === 0 ? [1, 2] : [1], at % 2 === 0))

describe('learning', () => {
  it('finds what tells the answer', () => {
    const learnt = learn(EXAMPLES, 3, 2)
    expect(oddsOf(learnt, Uint32Array.from([0, 1]))).toBeGreaterThan(1)
    expect(oddsOf(learnt, Uint32Array.from([1]))).toBeLessThan(-1)
  })
  it('gives the same weights for the same examples', () => {
    expect([...learn(EXAMPLES, 3, 2).weights]).toEqual([...learn(EXAMPLES, 3, 2).weights])
  })
  it('keeps weights smaller under a stronger penalty', () => {
    expect(Math.abs(learn(EXAMPLES, 3, 60).weights[0] ?? 0)).toBeLessThan(Math.abs(learn(EXAMPLES, 3, 1).weights[0] ?? 0))
  })
  it('learns nothing from nothing', () => {
    expect([...learn([], 2, 1).weights]).toEqual([0, 0])
  })
})
