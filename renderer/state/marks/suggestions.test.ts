import type { Decision } from '#contract/annotation'
import type { Block, Sentence } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { DocumentContent } from '#contract/library'
import { describe, expect, it } from 'vitest'
import { shownText } from '#model/quote'
import { ALL_FINDINGS, ALL_FORWARD, COMPANY_VOICE, countBy, coverOf, filterFindings, filterForward, isFolded, nextLeft, stateOf,
  suggestionsOf } from './suggestions'

/** Two blocks of source: "Gel  worked &amp; well." with a run of two blanks and an entity, then "We will try." */
const SOURCE = 'Gel  worked &amp; well.\n\nWe will try.'
const blocks: readonly Block[] = [
  { id: 'd1b1', kind: 'paragraph', ranges: [{ start: 0, end: 23 }], text: 'Gel worked & well.',
    map: [0, 3, 0, 3, 3, 1, 3, 2, 4, 7, 5, 7, 11, 1, 12, 5, 12, 6, 17, 6], why: '' },
  { id: 'd1b2', kind: 'paragraph', ranges: [{ start: 25, end: 37 }], text: 'We will try.', map: [0, 12, 25, 12], why: '' }
]
const sentence = (id: string, start: number, end: number, text: string, speaker: string | null = null): Sentence => ({ id, block: 'd1b1',
  start, end, text, section: null, speaker })
const finding = (id: string, more: Partial<Finding>): Finding => ({
  id,
  type: 'effect',
  explicit: false,
  ordinal: null,
  polarity: 'favourable',
  claim: { start: 0, end: 23 },
  evidence: [{ sentence: 'd1s1', role: 'result', polarity: 'favourable' }],
  flags: [],
  score: 1,
  why: '',
  ...more
})
const forward = (id: string, more: Partial<ForwardLooking>): ForwardLooking => ({ sentence: id, class: 'core', triggers: [], risks: [],
  coveredBy: [], why: '', ...more })

const content = (findings: readonly Finding[], statements: readonly ForwardLooking[]): DocumentContent => ({
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'text',
  range: { start: 0, end: SOURCE.length },
  hidden: [],
  blocks,
  sections: [],
  sentences: [sentence('d1s1', 0, 23, 'Gel worked & well.', 'Dr. Vane'), sentence('d1s2', 25, 37, 'We will try.')],
  hasFacts: false,
  findings,
  forwardLooking: statements,
  safeHarbor: null,
  figures: []
})
const decision = (node: string, more: Partial<Decision>): Decision => ({
  id: `x${node}`,
  filingId: 'f',
  kind: 'finding',
  node,
  range: { start: 0, end: 1 },
  exact: '',
  verdict: 'accepted',
  risks: null,
  decidedAt: '2026-01-01T00:00:00Z',
  rev: 1,
  ...more
})

describe('shownText', () => {
  it('reads source as it is shown, entities and runs of blanks whole', () => {
    expect(shownText(blocks, { start: 0, end: 23 })).toBe('Gel worked & well.')
    expect(shownText(blocks, { start: 5, end: 14 })).toBe('worked &')
    expect(shownText(blocks, { start: 5, end: 32 })).toBe('worked & well.\nWe will')
    expect(shownText(blocks, { start: 23, end: 25 })).toBe('')
    expect(shownText([], { start: 0, end: 9 })).toBe('')
  })

  it('finds the second half of a paragraph that a page break cuts', () => {
    const cut: readonly Block[] = [
      { id: 'a', kind: 'paragraph', ranges: [{ start: 0, end: 5 }, { start: 12, end: 17 }], text: 'first later',
        map: [0, 5, 0, 5, 5, 1, 5, 7, 6, 5, 12, 5], why: '' },
      { id: 'b', kind: 'page-footer', ranges: [{ start: 6, end: 10 }], text: 'Pg 1', map: [0, 4, 6, 4], why: '' }
    ]
    expect(shownText(cut, { start: 12, end: 17 })).toBe('later')
    expect(shownText(cut, { start: 6, end: 10 })).toBe('Pg 1')
  })
})

describe('suggestionsOf', () => {
  it('ranks explicit findings first by their ordinal, then by score, then by place', () => {
    const { findings } = suggestionsOf(content([
      finding('low', { score: 1 }),
      finding('high', { score: 9 }),
      finding('second', { explicit: true, ordinal: 2, score: 1 }),
      finding('first', { explicit: true, ordinal: 1, score: 0 }),
      finding('unnumbered', { explicit: true, score: 99 })
    ], []), [])
    expect(findings.map(({ id }) => id)).toEqual(['first', 'second', 'unnumbered', 'high', 'low'])
    expect(findings[0]).toMatchObject({ exact: 'Gel worked & well.', speaker: 'Dr. Vane', decision: null })
  })

  it('joins decisions by kind and id, and lets corrected risk tags count', () => {
    const statements = [forward('d1s2', { risks: ['competition'] }), forward('missing', {})]
    const made = suggestionsOf(content([finding('d1s2', {})], statements), [
      decision('d1s2', { kind: 'forward-looking', verdict: 'rejected', risks: ['personnel'] }),
      decision('d1s2', { kind: 'finding' })
    ])
    expect(made.forward).toHaveLength(1)
    expect(made.forward[0]).toMatchObject({ risks: ['personnel'], exact: 'We will try.', range: { start: 25, end: 37 } })
    expect(made.forward[0] && stateOf(made.forward[0])).toBe('rejected')
    expect(made.findings[0] && stateOf(made.findings[0])).toBe('accepted')
  })
})

describe('what is judged next', () => {
  const { findings } = suggestionsOf(content(
    [finding('a', { score: 4 }), finding('b', { score: 3, certainty: 'sure' }), finding('c', { score: 2, certainty: 'sure' }),
      finding('d', { score: 1, certainty: 'worth a look' })],
    []
  ), [decision('b', {})])
  const order = findings.map(({ id }) => id)

  it('is what is sure and undecided, then what is worth a look, behind the place and from the top', () => {
    expect(order).toEqual(['a', 'b', 'c', 'd'])
    expect(nextLeft(findings, -1)?.id).toBe('c')
    expect(nextLeft(findings, 3)?.id).toBe('c')
    const rest = findings.filter(({ id }) => id !== 'c')
    expect(nextLeft(rest, 0)?.id).toBe('d')
    expect(nextLeft(rest, 2)?.id).toBe('a')
    expect(nextLeft([], -1)).toBeUndefined()
  })
})

describe('filters', () => {
  const all = suggestionsOf(content(
    [finding('a', { polarity: 'qualified', flags: ['post-hoc', 'tension'] }), finding('b', { type: 'statistic' })],
    [forward('d1s1', { coveredBy: ['d1r1'], risks: ['competition'] }), forward('d1s2', { class: 'boilerplate' })]
  ), [decision('b', {})])

  it('lets everything through where nothing is chosen', () => {
    expect(filterFindings(all.findings, ALL_FINDINGS)).toEqual(all.findings)
    expect(filterForward(all.forward, ALL_FORWARD)).toEqual(all.forward)
  })

  it.each([
    [{ types: ['statistic' as const] }, ['b']],
    [{ polarities: ['qualified' as const] }, ['a']],
    [{ flags: ['tension' as const, 'open-label' as const] }, ['a']],
    [{ states: ['accepted' as const] }, ['b']],
    [{ certainty: ['worth a look' as const] }, ['a', 'b']],
    [{ certainty: ['sure' as const] }, []],
    [{ states: ['undecided' as const], types: ['statistic' as const] }, []]
  ])('narrows findings by %o', (patch, expected) => {
    expect(filterFindings(all.findings, { ...ALL_FINDINGS, ...patch }).map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    [{ classes: ['core' as const] }, ['d1s1']],
    [{ cover: ['uncovered' as const] }, ['d1s2']],
    [{ risks: ['competition'] }, ['d1s1']],
    [{ speakers: ['Dr. Vane'] }, ['d1s1']],
    [{ speakers: [COMPANY_VOICE] }, ['d1s2']],
    [{ states: ['accepted' as const] }, []]
  ])('narrows statements by %o', (patch, expected) => {
    expect(filterForward(all.forward, { ...ALL_FORWARD, ...patch }).map(({ id }) => id)).toEqual(expected)
  })

  it('counts each value once for each item, and folds standing caution and logistics', () => {
    expect([...countBy(all.findings, ({ finding: { flags } }) => [...flags, ...flags])]).toEqual([['post-hoc', 1], ['tension', 1]])
    expect(all.forward.map(isFolded)).toEqual([false, true])
    expect(all.forward.map(coverOf)).toEqual(['covered', 'uncovered'])
  })
})
