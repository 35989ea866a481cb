import { expect, it } from 'vitest'
import type { AnalysisAnswer } from './protocol'
import { divideAnswer, joinAnswer, wholeDocument } from './answer-parts'

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

it.each([0, 1, 100, 101, 1000])('an answer with %i blocks is the same after it was divided', (count) => {
  const { rest, parts } = divideAnswer(answerWith(count))
  const made = parts.map((make) => make())
  const { document, ...joined } = joinAnswer(rest, made)
  expect({ ...joined, document: document && wholeDocument(document) }).toEqual(answerWith(count))
  expect(Math.max(0, ...made.map((part) => part.count))).toBeLessThanOrEqual(100)
  expect(rest.document?.blocks.length).toBe(count > 100 ? 0 : count)
})

it('an answer without a document is left whole', () => {
  const answer = { ...answerWith(0), document: null }
  expect(divideAnswer(answer)).toEqual({ rest: answer, parts: [] })
})

it('a list that came over gives the members of any stretch as an array does', () => {
  const answer = answerWith(250)
  const { rest, parts } = divideAnswer(answer)
  const { document } = joinAnswer(rest, parts.map((make) => make()))
  for (const [from, to] of [[0, 3], [99, 101], [100, 200], [240, 999], [250, undefined], [0, undefined]] as const)
    expect(document?.blocks.slice(from, to)).toEqual(answer.document?.blocks.slice(from, to))
  expect(document?.blocks.length).toBe(250)
  expect([...document?.blocks.pieces?.() ?? []].flatMap((json) => JSON.parse(json) as unknown[])).toEqual(answer.document?.blocks)
})
