import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockKind } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { readSample, SILENT_MISS } from '../fixtures/sample-document'
import type { Sample, SampleBlock } from '../fixtures/sample-document'
import { detect } from './detect'

const PIECES = [
  'The Company expects revenue of $9 million in the next quarter.',
  'Words such as "may," "will" and "plans" identify forward-looking statements.',
  'Revenue rose 12% to $4.5 million from $4.0 million.',
  'The trial met its primary endpoint (p<0.01).',
  'This release contains forward-looking statements; actual results may differ materially due to risks such as competition, the loss of a mill; and others.',
  '“We will open a store,” said Ada Quist, President of Tamsel.',
  'About Tamsel: Tamsel makes lanterns.',
  'Tamsel   announced\ntoday that it has signed an agreement.',
  '((((;;;,,, "a" "b" "c" and and or.',
  'may will could should',
  '$ % ( ) 1,2,3.4.5 p< p=. n= 9%9 —– --',
  'FIRST FINDING'
]

const KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'quote', 'list-item', 'title']

const parts = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
)), { minLength: 1, maxLength: 8 })

interface Placed extends TextRange {
  readonly text?: string
}

const rangesOf = ({ detection }: Sample): Placed[] => [
  ...detection.findings.flatMap((finding) => [finding.claim, ...finding.qualifiers ?? []]),
  ...detection.forwardLooking.flatMap((statement) => [...statement.triggers, ...statement.span ? [statement.span] : []]),
  ...detection.safeHarbor
    ? [...detection.safeHarbor.ranges, ...detection.safeHarbor.triggers, ...detection.safeHarbor.subjects,
      ...detection.safeHarbor.riskFactors, ...detection.safeHarbor.pointers ?? []]
    : [],
  ...detection.figures.map((figure) => ({ ...figure.range, text: figure.text }))
]

const collapse = (text: string): string => text.replace(/[\s\u00a0\ufeff]+/g, ' ').trim()

const check = (sample: Sample): void => {
  for (const { start, end, text } of rangesOf(sample)) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(sample.input.blocks.some((block) => block.ranges.some((range) => start >= range.start && start < range.end))).toBe(true)
    expect(end).toBeLessThanOrEqual(sample.raw.length)
    if (text !== undefined) expect(collapse(sample.raw.slice(start, end))).toBe(collapse(text))
  }
}

const checkIds = ({ detection, sentences }: Sample): void => {
  const known = new Set(sentences.map(({ id }) => id))
  for (const finding of detection.findings) {
    expect(finding.evidence.length).toBeGreaterThan(0)
    for (const { sentence } of finding.evidence) expect(known.has(sentence)).toBe(true)
  }
  for (const statement of detection.forwardLooking) expect(known.has(statement.sentence)).toBe(true)
  for (const id of detection.roles.keys()) expect(known.has(id)).toBe(true)
  const ids = [...detection.findings, ...detection.figures, ...detection.safeHarbor?.subjects ?? [],
    ...detection.safeHarbor?.riskFactors ?? []].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
}

describe('the detector', () => {
  it('keeps every range inside the document and true to its words', () => {
    fc.assert(fc.property(parts, (list) => {
      const sample = readSample(list.map(([kind, text]): SampleBlock => [kind, text]))
      check(sample)
      checkIds(sample)
    }), { numRuns: 150 })
  })
  it('gives the same answer every time', () => {
    const { input, detection } = readSample(SILENT_MISS)
    expect(detect(input)).toEqual(detection)
  })
  it('says why in a sentence for every suggestion', () => {
    const { detection } = readSample(SILENT_MISS)
    for (const { why } of [...detection.findings, ...detection.forwardLooking]) expect(why).toMatch(/^["“A-Z].{12,}\.$/)
  })
  it.each([
    ['These statements are forward-looking; they include the risk that trials may fail.', 'clinical_efficacy'],
    ['Forward-looking statements are subject to the risk that a mill may be out of stock.', 'manufacturing_supply'],
    ['These forward-looking statements may differ materially for the risk of losing a licensee.', 'partner_reliance']
  ])('names the risk that a sentence of the safe harbor speaks of in plain words: "%s"', (text, risk) => {
    const sample = readSample([['paragraph', 'Tamsel makes lanterns.'], ['heading', 'FORWARD-LOOKING STATEMENTS'], ['paragraph', text]])
    expect(sample.detection.forwardLooking.flatMap(({ risks }) => risks)).toContain(risk)
  })
  it('gives every sentence a role', () => {
    const sample = readSample(SILENT_MISS)
    const roleOf = (words: string) => sample.detection.roles.get(sample.sentences.find(({ text }) => text.includes(words))?.id ?? '')
    expect(sample.detection.roles.size).toBe(sample.sentences.length)
    expect(roleOf('post hoc analysis')).toBe('fact')
    expect(roleOf('Patients on the gel')).toBe('quotation')
    expect(roleOf('periodic reports')).toBe('boilerplate')
  })
  it('reads a document without sentences', () => {
    expect(readSample([['heading', 'NOTHING']]).detection).toMatchObject({ findings: [], forwardLooking: [], safeHarbor: null,
      figures: [] })
  })
})
