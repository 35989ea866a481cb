import type { DocumentContent } from '#contract/library'
import type { SafeHarbor } from '#contract/finding'
import type { ForwardSuggestion } from '../../state/marks/suggestions'
import { describe, expect, it } from 'vitest'
import { coverageOf, specificityWord } from './safe-harbor'

const word = (text: string, start: number) => ({ text, start, end: start + text.length })
const factor = (id: string) => ({ id, start: 0, end: 1, text: id, risks: [] })
const harbor: SafeHarbor = { ranges: [], triggers: [word('believes', 0), word('designed', 10), word('may', 20), word('looks forward', 30)],
  subjects: [], riskFactors: [factor('r1'), factor('r2')] }
const content = { safeHarbor: harbor } as DocumentContent
const statement = (id: string, triggers: readonly (readonly [string, 'filing' | 'lexicon'])[], coveredBy: readonly string[],
  more: object = {}): ForwardSuggestion => ({
    kind: 'forward-looking',
    id,
    range: { start: 0, end: 1 },
    exact: id,
    origin: { range: { start: 0, end: 1 }, exact: id },
    coveredBy,
    lostLinks: [],
    decision: null,
    speaker: null,
    risks: [],
    sentence: { id, block: 'b', start: 0, end: 1, text: id, section: null, speaker: null },
    forward: { sentence: id, class: 'core', triggers: triggers.map(([text, source]) => ({ ...word(text, 0), source })), risks: [],
      coveredBy, why: '', ...more }
  })

describe('coverageOf', () => {
  const coverage = coverageOf(content, [
    statement('s1', [['believe', 'filing'], ['can', 'lexicon']], ['r1']),
    statement('s2', [['designed to', 'filing'], ['Can', 'lexicon'], ['can', 'lexicon']], []),
    statement('s3', [['looking forward', 'filing']], ['r1']),
    statement('s4', [['may', 'filing']], [], { class: 'boilerplate' })
  ])

  it('counts the use of each listed word, inflection aside, standing caution not counted', () => {
    expect(coverage.words.map(({ text, used }) => [text, used])).toEqual([['believes', 1], ['designed', 1], ['may', 0], ['looks forward',
      1]])
  })

  it('lists words that are used and stand on no list, each statement counted once', () => {
    expect(coverage.unlisted).toEqual([{ text: 'can', used: 2 }])
  })

  it('links both ways', () => {
    expect(coverage.factors.map(({ factor: { id }, statements }) => [id, statements.map((item) => item.id)])).toEqual([['r1', ['s1', 's3']],
      ['r2', []]])
    expect(coverage.uncovered.map(({ id }) => id)).toEqual(['s2'])
  })

  it('takes every statement for uncovered where there is no safe harbor', () => {
    expect(coverageOf({ safeHarbor: null } as DocumentContent, [statement('s1', [], [])])).toMatchObject({ words: [], factors: [],
      uncovered: [{ id: 's1' }] })
  })
})

describe('specificityWord', () => {
  it('names three grades', () => {
    expect([0, 2.9, 3, 7.9, 8].map(specificityWord)).toEqual(['generic', 'generic', 'partly specific', 'partly specific', 'specific'])
  })
})
