import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordRun } from '#contract/comparison'
import { wordRuns } from './word-runs'

const brief = (runs: readonly WordRun[]): string =>
  runs.map(({ op, text, left }) =>
    op === 'same' ? `=${text}${left === undefined ? '' : `(${left})`}` : `${op === 'delete' ? '-' : '+'}${text}`
  )
    .join('|')
const leftOf = (runs: readonly WordRun[]): string =>
  runs.map((run) => run.op === 'same' ? run.left ?? run.text : run.op === 'delete' ? run.text : '').join('')
const rightOf = (runs: readonly WordRun[]): string => runs.map((run) => run.op === 'delete' ? '' : run.text).join('')

describe('the words of a change', () => {
  it.each([
    ['sales rose 4%', 'sales rose 5%', '=sales rose |-4%|+5%'],
    ['net sales', 'net product sales', '=net |+product |=sales'],
    ['net product sales', 'net sales', '=net |-product |=sales'],
    ['loss of $(1,204)', 'loss of $1,204', '=loss of |-$(1,204)|+$1,204'],
    ['two  blanks', 'two blanks', '=two blanks(two  blanks)'],
    ['the “old” way', 'the "old" way', '=the "old" way(the “old” way)'],
    ["Elm's U.S. unit", 'Elm U.S. unit', "-Elm's|+Elm|= U.S. unit"],
    ['the U.S. unit', 'the U.K. unit', '=the |-U.S.|+U.K.|= unit'],
    ['a long winter', 'a short summer', '=a |-long winter|+short summer']
  ])('%s → %s', (left, right, expected) => expect(brief(wordRuns(left, right))).toBe(expected))

  it('a space between a change and a kept word stays where it is', () => {
    expect(brief(wordRuns('one two three', 'uno two tre'))).toBe('-one|+uno|= two |-three|+tre')
  })

  it('beyond 400 edits both are shown whole', () => {
    const words = (letter: string): string => Array.from({ length: 420 }, (_, at) => `${letter}${'x'.repeat(at % 7)}`).join(' ')
    const [left, right] = [words('p'), words('q')]
    expect(wordRuns(left, right)).toEqual([{ op: 'delete', text: left }, { op: 'insert', text: right }])
  })

  const text = fc.array(fc.constantFrom('net', 'sales', '  ', ' ', '\n', '$4.2', '(5)', '—', '“', "don't", 'U.S.', '%', ','), {
    maxLength: 24
  })
    .map((parts) => parts.join(''))
  it('both sides are given to the letter, whatever they are', () => {
    fc.assert(fc.property(text, text, (left, right) => {
      const runs = wordRuns(left, right)
      expect(leftOf(runs)).toBe(left)
      expect(rightOf(runs)).toBe(right)
    }))
  })
  it('no run is empty on both sides, and white space alone is no change', () => {
    fc.assert(fc.property(text, text, (left, right) => {
      for (const run of wordRuns(left, right)) {
        expect(run.text + (run.left ?? '')).not.toBe('')
        if (run.op !== 'same' && left.trim() !== '' && right.trim() !== '') expect(run.text).not.toBe('')
      }
    }))
  })
})
