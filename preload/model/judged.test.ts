import { describe, expect, it } from 'vitest'
import type { Decision } from '#contract/annotation'
import type { Sentence } from '#contract/filing'
import type { Evidence } from '#contract/finding'
import { claimRange, decisionsByNode, isShown, paintedEvidence, sentenceRanges, statementRanges } from './judged'

const decision = (facts: Partial<Decision>): Decision => ({ kind: 'finding', node: 'f1', verdict: 'accepted', ...facts }) as Decision
const cut = decision({ span: { range: { start: 12, end: 18 }, exact: 'words' } })

describe('what is shown of a suggestion', () => {
  it('is looked up by the node and the kind; a decision without a node is about none', () => {
    const decisions = [decision({}), decision({ kind: 'forward-looking' }), decision({ node: null })]
    expect([...decisionsByNode(decisions, 'finding').keys()]).toEqual(['f1'])
    expect(decisionsByNode(decisions, 'forward-looking').get('f1')).toBe(decisions[1])
  })
  it('is nothing where it was rejected', () => {
    expect(isShown(decision({ verdict: 'rejected' }))).toBe(false)
    expect(isShown(cut)).toBe(true)
    expect(isShown(undefined)).toBe(true)
  })
  it('is the claim as it was cut', () => {
    expect(claimRange({ claim: { start: 10, end: 30 } }, cut)).toEqual({ start: 12, end: 18 })
    expect(claimRange({ claim: { start: 10, end: 30 } }, decision({ span: null }))).toEqual({ start: 10, end: 30 })
  })
  it('is a statement in the pieces of its sentence, or as it was cut', () => {
    const ranges = [{ start: 1, end: 4 }, { start: 9, end: 20 }]
    expect(sentenceRanges({ start: 1, end: 20 })).toEqual([{ start: 1, end: 20 }])
    expect(statementRanges({ start: 1, end: 20, ranges }, null)).toBe(ranges)
    expect(statementRanges({ start: 1, end: 20, ranges }, cut)).toEqual([{ start: 12, end: 18 }])
  })
})

describe('the evidence that is painted', () => {
  const sentences = new Map(['a', 'b', 'c', 'd'].map((id, index) => [id, { id, start: index * 10, end: index * 10 + 8 } as Sentence]))
  const told = (sentence: string, role: Evidence['role']): Evidence => ({ sentence, role, polarity: 'neutral' })
  it('has a part to play, is there, and does not lie within the claim', () => {
    const evidence = [told('a', 'result'), told('b', 'restatement'), told('c', 'context'), told('d', 'interpretation'),
      told('gone', 'result')]
    expect(paintedEvidence({ evidence }, { start: 0, end: 8 }, sentences).map(({ id }) => id)).toEqual(['b', 'd'])
  })
  it('takes in a sentence that the claim covers only in part', () => {
    expect(paintedEvidence({ evidence: [told('a', 'result')] }, { start: 2, end: 8 }, sentences).map(({ id }) => id)).toEqual(['a'])
  })
})
