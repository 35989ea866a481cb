import { describe, expect, it } from 'vitest'
import type { Comparison } from '#contract/comparison'
import { comparableDocument } from '../../domain/compare/comparable-document'
import { compareDocuments } from '../../domain/compare/compare-documents'
import { readCase } from './read-case'

const compare = (first: string, second: string): Comparison => {
  const [left, right] = [readCase(first)[0], readCase(second)[0]]
  if (!left || !right) throw new Error('A case has no document.')
  return compareDocuments(comparableDocument(left), comparableDocument(right))
}

describe('a short sentence changed inside a moved passage (E1)', () => {
  it('is paired with what it was', () => {
    const { rows, counts } = compare('compare-short-sentence-in-moved-risk-a.htm', 'compare-short-sentence-in-moved-risk-b.htm')
    const changed = rows.filter(({ kind }) => kind === 'number-changed').map(({ left, right }) => [left?.text.trim(), right?.text.trim()])
    expect(changed).toEqual([['We owe $310 million.', 'We owe $355 million.']])
    expect([counts.kinds.added, counts.kinds.removed]).toEqual([0, 0])
  })
})

describe('numbers of clauses (E2)', () => {
  it('are no changed figures', () => {
    expect(compare('compare-renumbered-clauses-a.htm', 'compare-renumbered-clauses-b.htm').figures).toEqual([])
  })
})
