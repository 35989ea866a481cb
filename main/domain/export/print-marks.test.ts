import { describe, expect, it } from 'vitest'
import type { Decision } from '#contract/annotation'
import type { FilingDocument, Sentence } from '#contract/filing'
import type { Evidence, Finding, ForwardLooking } from '#contract/finding'
import type { TextRange } from '#contract/range'
import type { PrintInput } from './print-input'
import { planPrint } from './print-marks'

const sentence = (id: string, start: number, end: number): Sentence => ({ id, block: 'b1', start, end, text: id, section: null,
  speaker: null })

const evidence = (id: string, role: Evidence['role']): Evidence => ({ sentence: id, role, polarity: 'favourable' })

const FINDING = { id: 'f1', claim: { start: 0, end: 40 }, polarity: 'favourable',
  evidence: [evidence('s1', 'result'), evidence('s2', 'restatement'), evidence('s3', 'context')] } as unknown as Finding
const STATEMENT = { sentence: 's4', class: 'core', span: { start: 125, end: 140 } } as unknown as ForwardLooking

const planOf = (decisions: readonly Decision[]) =>
  planPrint({
    document: { range: { start: 0, end: 200 }, sections: [], findings: [FINDING], forwardLooking: [STATEMENT],
      sentences: [sentence('s1', 0, 40), sentence('s2', 50, 80), sentence('s3', 90, 110),
        sentence('s4', 120, 160)] } as unknown as FilingDocument,
    work: { annotations: [], decisions, notes: [] },
    tags: [],
    scope: { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' }
  } as unknown as PrintInput)

const decided = (kind: Decision['kind'], node: string, span: TextRange): Decision =>
  ({ kind, node, verdict: 'accepted', span: { range: span, exact: 'cut' } }) as unknown as Decision

const painted = (decisions: readonly Decision[], kind: string): readonly TextRange[] =>
  planOf(decisions).marks.filter((mark) => mark.kind === kind).flatMap(({ ranges }) => ranges)

describe('the words that are painted in print', () => {
  it('are those of the claim and of the whole sentence where nobody cut them', () => {
    expect(painted([], 'finding')).toEqual([{ start: 0, end: 40 }])
    expect(painted([], 'forward-looking')).toEqual([{ start: 120, end: 160 }])
  })
  it('are those that the analyst cut a claim to; what is left of its sentence is evidence then', () => {
    const cut = [decided('finding', 'f1', { start: 10, end: 20 })]
    expect(painted(cut, 'finding')).toEqual([{ start: 10, end: 20 }])
    expect(painted(cut, 'evidence')).toEqual([{ start: 0, end: 40 }, { start: 50, end: 80 }])
  })
  it('are those that the analyst cut a statement to', () => {
    expect(painted([decided('forward-looking', 's4', { start: 130, end: 150 })], 'forward-looking')).toEqual([{ start: 130, end: 150 }])
  })
  it('leave out context, as the screen does', () => expect(painted([], 'evidence')).toEqual([{ start: 50, end: 80 }]))
})
