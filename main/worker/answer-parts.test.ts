import { expect, it } from 'vitest'
import type { AnalysisAnswer } from './protocol'
import { divideAnswer, joinAnswer } from './answer-parts'

const answerWith = (count: number): AnalysisAnswer => ({
  format: 'text',
  encoding: 'utf-8',
  textSha256: 'x',
  submission: null,
  documents: [],
  warnings: [],
  parserVersion: 1,
  detectorVersion: 1,
  document: {
    sequence: 1,
    type: null,
    filename: null,
    description: null,
    format: 'text',
    range: { start: 0, end: 9 },
    hidden: [],
    blocks: Array.from({ length: count },
      (_, at) => ({ id: `d1b${String(at)}`, kind: 'paragraph', ranges: [], text: String(at), map: [], why: '' })),
    sections: [],
    sentences: [],
    facts: [],
    findings: [],
    forwardLooking: [],
    safeHarbor: null,
    figures: []
  }
})

it.each([0, 1, 150, 151, 1000])('an answer with %i blocks is the same after it was divided', (count) => {
  const { rest, parts } = divideAnswer(answerWith(count))
  expect(joinAnswer(rest, parts)).toEqual(answerWith(count))
  expect(Math.max(0, ...parts.map(({ members }) => members.length))).toBeLessThanOrEqual(150)
  expect(rest.document?.blocks.length).toBe(count > 150 ? 0 : count)
})

it('an answer without a document is left whole', () => {
  const answer = { ...answerWith(0), document: null }
  expect(divideAnswer(answer)).toEqual({ rest: answer, parts: [] })
})
