import { describe, expect, it } from 'vitest'
import { readSample, DATELINE } from '../../fixtures/sample-document'
import { detect } from '../detect'
import { NEVER_SURE, QUESTIONS } from './classifier'
import type { Classifier } from './classifier'
import { sayReason } from './say-reason'
import { SHIPPED, classifierOf } from './weights'
import type { JudgeWeights } from './weights'

const SURE = { core: 2, boilerplate: 2, evidence: 2 }
const NO_BIAS = { core: -5, statement: -5, boilerplate: -5, evidence: -5, risk: -5 }
const weights = (over: Partial<JudgeWeights>): JudgeWeights => ({ bias: NO_BIAS, sure: { release: SURE, report: NEVER_SURE }, learnt: [],
  words: {}, risks: {}, ...over })

const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph', 'We keenly picture the word of the mill.'], [
  'paragraph',
  'The Company expects revenue of $9 million in 2013.'
], ['paragraph', 'A replay of the call will be available today.']])
const judged = (classifier: Classifier) => {
  const { forwardLooking } = detect({ ...sample.input, classifier })
  return (words: string) => {
    const sentence = sample.sentences.find(({ text }) => text.includes(words))
    return forwardLooking.find((statement) => statement.sentence === sentence?.id)
  }
}

it.each([['EX-99.1', 'sure'], ['8-K', 'worth a look'], ['EX-10.1', 'worth a look']])('is sure only in what was measured: %s is %s',
  (type, said) => {
    const classifier = classifierOf(weights({ words: { 'w revenue': [900, 0, 0, 0] } }))
    const { forwardLooking } = detect({ ...sample.input, entry: { ...sample.input.entry, type }, classifier })
    expect(forwardLooking.filter(({ class: kind }) => kind === 'core').map(({ certainty }) => certainty)).toContain(said)
  })

describe('a judge', () => {
  const of = judged(
    classifierOf(
      weights({
        words: { 'w picture': [550, 600, 0, 0], 'p keenly picture': [100, 0, 0, 0], 'w replay': [900, 0, 0, 0], 'w revenue': [900, 0, 0, 0],
          'rule core': [-300, 0, 0, 0] }
      })
    )
  )
  it('raises what no rule marks, and says by which words', () => {
    expect(of('keenly picture')?.class).toBe('core')
    expect(of('keenly picture')?.why).toBe(
      'No rule fired, but “picture” and “keenly picture” weighed for a sentence that says what is planned or expected.'
    )
  })
  it('keeps the reason of the rule that fired', () => {
    expect(of('expects revenue')?.why).toContain('“expects”'.replaceAll(/[“”]/g, '"'))
  })
  it('leaves what a passage settled', () => {
    expect(of('replay of the call')).toBeUndefined()
  })
  it('says how certain a mark is, in two steps', () => {
    expect(of('keenly picture')?.certainty).toBe('worth a look')
    const sure = judged(classifierOf(weights({ words: { 'w revenue': [900, 0, 0, 0] } })))
    expect(sure('expects revenue')?.certainty).toBe('sure')
  })
  it('gives the risks that weigh enough, with the words that told of them', () => {
    const risks = judged(classifierOf(weights({ risks: { 'risk commercialisation': 900 } })))
    expect(risks('expects revenue')?.risks).toEqual(['commercialisation'])
    expect(risks('expects revenue')?.why).toContain('“revenue”')
  })
  it('leaves no statement without the risk that its own words name, unless that weighs far too little', () => {
    const rivals = readSample([DATELINE, ['paragraph', 'We believe that competitors will sell like lanterns at lower prices.']])
    const risksBy = (bias: number): readonly string[] => {
      const classifier = classifierOf(weights({ bias: { ...NO_BIAS, risk: bias } }))
      return detect({ ...rivals.input, classifier }).forwardLooking.flatMap(({ risks }) => risks)
    }
    expect(risksBy(0)).toContain('competition')
    expect(risksBy(-1.5)).toEqual(['competition'])
    expect(risksBy(-3)).toEqual([])
  })
  it('gives no risk of studies on patients for a loose word where none are spoken of', () => {
    const risksOf = (text: string): readonly string[] => {
      const classifier = classifierOf(weights({ bias: { ...NO_BIAS, risk: 3 } }))
      const { input } = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph', text]])
      return detect({ ...input, classifier }).forwardLooking.flatMap(({ risks }) => risks)
    }
    expect(risksOf('We expect that a delay of our new kiln would be costly and harmful.')).not.toContain('clinical_safety')
    expect(risksOf('We expect that the clinical trials of our partner may fail.')).toContain('trial_design_conduct')
  })
  it('gives a caution no risk that it does not name, whatever stands beside it', () => {
    const risksOf = (text: string): readonly string[] => {
      const classifier = classifierOf(weights({ bias: { ...NO_BIAS, risk: 3 } }))
      const { input } = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['heading', 'FORWARD-LOOKING STATEMENTS'], [
        'paragraph',
        text
      ]])
      return detect({ ...input, classifier }).forwardLooking.flatMap(({ risks }) => risks)
    }
    const caution =
      'This release contains forward-looking statements that involve risks. Factors that may cause results to differ include lawsuits.'
    expect(new Set(risksOf(`${caution} Readers should review our annual report on Form 10-K/A.`))).toEqual(new Set(['litigation_legal']))
  })
  it('is the same every time', () => {
    const one = classifierOf(SHIPPED)
    expect(detect({ ...sample.input, classifier: one })).toEqual(detect({ ...sample.input, classifier: classifierOf(SHIPPED) }))
  })
})

describe('the shipped weights', () => {
  it('are small, one for each question, and hold no sentence', () => {
    expect(JSON.stringify(SHIPPED).length).toBeLessThan(300_000)
    expect(Object.keys(SHIPPED.words).length).toBeGreaterThan(1000)
    for (const [feature, own] of Object.entries(SHIPPED.words)) {
      expect(own).toHaveLength(QUESTIONS.length)
      expect(feature.split(' ').length).toBeLessThan(6)
    }
  })
})

describe('the reasons of a judge', () => {
  it('are told in a reader’s words', () => {
    expect(sayReason(['p in #year', 'block list-item', 'first we'], 'tells an outcome'))
      .toBe('No rule fired, but “in a year”, its place in a list and “we” at its beginning weighed for a sentence that tells an outcome.')
    expect(sayReason([], 'tells an outcome')).toBe('No rule fired, but it is built like a sentence that tells an outcome.')
  })
})
