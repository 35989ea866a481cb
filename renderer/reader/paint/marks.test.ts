import { describe, expect, it } from 'vitest'
import type { Annotation, Decision } from '#contract/annotation'
import type { Sentence } from '#contract/filing'
import type { DocumentContent } from '#contract/library'
import { countLayers, marksOf } from './marks'

const sentence = (id: string, start: number, end: number): Sentence => ({ id, block: 'b1', start, end, text: '', section: null,
  speaker: null })

const CONTENT: DocumentContent = {
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'text',
  range: { start: 0, end: 500 },
  hidden: [],
  blocks: [],
  sections: [],
  hasFacts: false,
  sentences: [sentence('s1', 0, 40), sentence('s2', 41, 80), sentence('s3', 81, 120)],
  findings: [{
    id: 'f1',
    type: 'effect',
    explicit: false,
    ordinal: null,
    polarity: 'favourable',
    claim: { start: 0, end: 40 },
    flags: [],
    score: 1,
    why: '',
    evidence: [{ sentence: 's1', role: 'result', polarity: 'favourable' }, { sentence: 's2', role: 'interpretation', polarity: 'neutral' },
      { sentence: 's3', role: 'context', polarity: 'neutral' }]
  }],
  forwardLooking: [{
    sentence: 's3',
    class: 'core',
    risks: [],
    coveredBy: [],
    why: '',
    triggers: [{ start: 90, end: 97, text: 'expects', source: 'lexicon' }]
  }],
  safeHarbor: null,
  figures: []
}

const decision = (node: string, kind: Decision['kind'], verdict: Decision['verdict']): Decision => ({ id: 'x', filingId: 'f', kind, node,
  range: { start: 0, end: 1 }, exact: '', verdict, risks: null, decidedAt: '', rev: 1 })

const annotation = (verdict: Annotation['verdict'], start = 10): Annotation => ({
  id: `a${String(start)}`,
  filingId: 'f',
  tagId: 't1',
  verdict,
  createdAt: '',
  modifiedAt: '',
  rev: 1,
  selectors: { position: { start, end: start + 5 }, quote: { exact: '', prefix: '', suffix: '' }, sectionPath: [], textSha256: '',
    parserVersion: 1 }
})

const TAGS = [{ id: 't1', name: 'Risk', colour: 'pink', underline: 'wavy', letter: 'R', shortcut: '1' }] as const

const marks = (decisions: readonly Decision[] = [], annotations: readonly Annotation[] = []) =>
  marksOf({ content: CONTENT, decisions, annotations, tags: TAGS }).map(({ start, end, kind }) => `${kind} ${String(start)}-${String(end)}`)

describe('the marks of a document', () => {
  it('are the claim, the evidence beside it, the forward-looking sentence and its trigger, but not the context', () => {
    expect(marks()).toEqual(['finding 0-40', 'evidence 41-80', 'core 81-120', 'trigger 90-97'])
  })

  it('show what was accepted as such, and nothing of what was rejected', () => {
    expect(marks([decision('f1', 'finding', 'accepted'), decision('s3', 'forward-looking', 'rejected')])).toEqual(['finding-accepted 0-40',
      'evidence 41-80'])
  })

  it('paint a highlight in the colour and line of its tag, and plain without one', () => {
    expect(marks([], [annotation('intact')])).toContain('tag-pink-wavy 10-15')
    expect(marks([], [{ ...annotation('moved'), tagId: null }])).toContain('mine 10-15')
  })

  it('leave out highlights that lost their words, and those of another document', () => {
    for (const verdict of ['gone', 'reworded', 'number-changed', 'polarity-changed', 'ambiguous'] as const)
      expect(marks([], [annotation(verdict)])).toHaveLength(4)
    expect(marks([], [annotation('intact', 600)])).toHaveLength(4)
  })

  it('are counted by what they are of, not by the ranges they are painted on', () => {
    const counts = countLayers(marksOf({ content: CONTENT, decisions: [], annotations: [annotation('intact')], tags: TAGS }))
    expect(counts).toEqual({ finding: 1, core: 1, borderline: 0, boilerplate: 0, trigger: 1, mine: 1 })
  })
})
