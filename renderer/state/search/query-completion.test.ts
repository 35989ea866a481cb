import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete, completionAt } from './query-completion'

const VALUES = { tag: ['Key claim', 'Risk', 'Question'], company: ['Harrow Ridge Therapeutics, Inc.', 'Tarn Valley Tools', 'Ridge & Co.'],
  form: ['8-K', '10-K', 'EX-99.1'] }
const labels = (query: string, caret = query.length): readonly string[] =>
  completionAt(query, caret, VALUES)?.options.map(({ label }) => label) ?? []
const taken = (query: string, at = 0, caret = query.length): string | null => {
  const completion = completionAt(query, caret, VALUES)
  const option = completion?.options[at]
  if (!completion || !option) return null
  const done = complete(query, completion, option)
  return `${done.query.slice(0, done.caret)}|${done.query.slice(done.caret)}`
}

describe('the query may go on', () => {
  it.each<[string, readonly string[]]>([
    ['co', ['company:']],
    ['cash -ta', ['tag:']],
    ['(se', ['section:']],
    ['c', []],
    ['cash', []],
    ['tag', ['tag:']],
    ['', []],
    ['tag:', ['Key claim', 'Risk', 'Question']],
    ['tag:r', ['Risk']],
    ['TAG:cl', ['Key claim']],
    ['company:ridge', ['Ridge & Co.', 'Harrow Ridge Therapeutics, Inc.']],
    ['company:"tarn v', ['Tarn Valley Tools']],
    ['tag:risk', []],
    ['tag:zebra', []],
    ['status:an', ['answered']],
    ['kind:f', ['filing', 'finding', 'forward-looking']],
    ['note:x', []],
    ['before:2', []]
  ])('%j with %j', (query, expected) => expect(labels(query)).toEqual(expected))
  it('with nothing inside a word', () => expect(labels('company', 2)).toEqual([]))
  it.each<[string, string]>([
    ['cash co', 'cash company:|'],
    ['tag:k', 'tag:"Key claim" |'],
    ['tag:"k', 'tag:"Key claim" |'],
    ['form:8', 'form:8-K |'],
    ['-tag:ri', '-tag:Risk |']
  ])('%j becomes %j', (query, expected) => expect(taken(query)).toBe(expected))
  it('before what stands behind the caret', () => expect(taken('tag:k cash', 0, 5)).toBe('tag:"Key claim" |cash'))
  it('whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('tag:', 'co', '"', ' ', '-', '(', 'k', ':', 'company:', 'é'), { maxLength: 8 }).map((parts) =>
          parts.join('')
        ),
        fc.nat(30),
        (query, caret) => {
          const at = Math.min(caret, query.length)
          const completion = completionAt(query, at, VALUES)
          if (!completion) return
          expect(completion.from <= at && completion.to >= at && completion.to <= query.length).toBe(true)
          for (const option of completion.options)
            expect(complete(query, completion, option).caret).toBeLessThanOrEqual(
              complete(query, completion, option).query.length + 1
            )
        }
      )
    )
  })
})
