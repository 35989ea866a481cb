import { describe, expect, it } from 'vitest'
import { readSample, SILENT_MISS, DATELINE } from '../fixtures/sample-document'
import type { Sample } from '../fixtures/sample-document'
import { bootstrapInterval, seededRandom } from './bootstrap'
import { f1Of } from './counts'
import { issuerOf, readGold, readSampledGold } from './gold'
import type { Gold } from './gold'
import { releaseKind } from './release-kind'
import { baselineOf, reportLines } from './report'
import { scoreDocument } from './score-document'

const goldOf = (sample: Sample, labels: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Gold => {
  const gold = readGold({
    file: 'sample.txt',
    safe_harbor: null,
    sentences: sample.sentences.map(({ id, start, end, text }) => {
      const key = Object.keys(labels).find((words) => text.includes(words))
      return { id, start, end, text, finding_role: null, polarity: null, fls: 'none', risks: [], ...(key ? labels[key] : {}) }
    })
  })
  if (!gold) throw new Error('The gold of the sample could not be read.')
  return gold
}

const PARTS = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns. Tamsel will open a store. Revenue rose 12% to $4.5 million.']])

describe('scoring', () => {
  it('counts hits and misses by the rules of the format', () => {
    const gold = goldOf(PARTS, { 'makes lanterns': { fls: 'core' }, 'open a store': { fls: 'core' },
      'Revenue rose': { finding_role: 'result', polarity: 'unfavourable' } })
    const { counts, errors } = scoreDocument(gold, { sentences: PARTS.sentences, ...PARTS.detection })
    expect(counts.sentences).toEqual({ right: 3, spurious: 0, missed: 0 })
    expect(counts['forward-looking core']).toEqual({ right: 1, spurious: 0, missed: 1 })
    expect(counts['finding evidence']).toEqual({ right: 1, spurious: 0, missed: 0 })
    expect(counts.polarity).toEqual({ right: 0, spurious: 1, missed: 0 })
    expect(errors.map(({ measure }) => measure)).toContain('polarity')
  })
  it('counts how often what is called sure is right', () => {
    const gold = goldOf(PARTS, { 'open a store': { fls: 'none' }, 'Revenue rose': { finding_role: 'result', polarity: 'favourable' } })
    const sure = <T>(marks: readonly T[]): T[] => marks.map((mark) => ({ ...mark, certainty: 'sure' as const }))
    const { counts } = scoreDocument(gold, { ...PARTS.detection, sentences: PARTS.sentences,
      forwardLooking: sure(PARTS.detection.forwardLooking), findings: sure(PARTS.detection.findings) })
    expect(counts['sure: core']).toEqual({ right: 0, spurious: 1, missed: 0 })
    expect(counts['sure: finding']).toEqual({ right: 1, spurious: 0, missed: 0 })
    const unsure = scoreDocument(gold, { ...PARTS.detection, sentences: PARTS.sentences }).counts
    expect(unsure['sure: core']).toEqual({ right: 0, spurious: 0, missed: 0 })
  })
  it('scores a decision by its own question alone', () => {
    const gold = goldOf(PARTS, { 'open a store': { fls: 'none', asks: 'finding' }, 'Revenue rose': { asks: 'forward-looking' } })
    const { counts } = scoreDocument(gold, { ...PARTS.detection, sentences: PARTS.sentences })
    expect(counts['forward-looking core']).toEqual({ right: 0, spurious: 0, missed: 0 })
    expect(counts['finding evidence']).toEqual({ right: 0, spurious: 0, missed: 0 })
  })
  it('ignores borderline on either side unless the gold says core', () => {
    const gold = goldOf(PARTS, { 'open a store': { fls: 'borderline' } })
    expect(scoreDocument(gold, { sentences: PARTS.sentences, ...PARTS.detection }).counts['forward-looking core']).toEqual({ right: 0,
      spurious: 0, missed: 0 })
  })
  it('counts a core sentence outside the gold as spurious', () => {
    const gold = goldOf(PARTS, {})
    const cut: Gold = { ...gold, sentences: gold.sentences.filter(({ text }) => !text.includes('store')) }
    expect(scoreDocument(cut, { sentences: PARTS.sentences, ...PARTS.detection }).counts['forward-looking core'].spurious).toBe(1)
  })
  it('does not count interpretation and context either way', () => {
    const gold = goldOf(PARTS, { 'Revenue rose': { finding_role: 'context' } })
    expect(scoreDocument(gold, { sentences: PARTS.sentences, ...PARTS.detection }).counts['finding evidence']).toEqual({ right: 0,
      spurious: 0, missed: 0 })
  })
  it('wants triggers exactly and factors by seven tenths', () => {
    const sample = readSample(SILENT_MISS)
    const harbor = sample.detection.safeHarbor
    const moved = (harbor?.riskFactors ?? []).map(({ start, end }) => ({ start: start + 3, end }))
    const gold: Gold = { ...goldOf(sample, {}),
      safeHarbor: { triggers: (harbor?.triggers ?? []).map(({ start, end }) => ({ start: start - 1, end })), subjects: [],
        riskFactors: moved } }
    const { counts } = scoreDocument(gold, { sentences: sample.sentences, ...sample.detection })
    expect(counts['safe-harbor items']).toEqual({ right: 3, spurious: 7, missed: 7 })
  })
})

describe('the gold format', () => {
  it('refuses what is no gold file', () => {
    expect(readGold({ nothing: 1 })).toBeNull()
    expect(readGold('text')).toBeNull()
  })
})

describe('partial and sampled gold', () => {
  const spanOf = (words: string): readonly [number, number] => {
    const sentence = PARTS.sentences.find(({ text }) => text.includes(words))
    if (!sentence) throw new Error(`No sentence holds "${words}".`)
    return [sentence.start, sentence.end]
  }
  it('scores no boundaries of partial gold, and takes a mark on what is no prose for wrong', () => {
    const gold = readGold({ file: 'pr_2024_tamsel_q3.md', partial: true, not_prose: [spanOf('open a store')],
      sentences: [{ start: spanOf('Tamsel makes')[0], end: spanOf('Tamsel makes')[1], finding: null, fls: 'none', risks: [] }] })
    if (!gold) throw new Error('The gold could not be read.')
    const { counts } = scoreDocument(gold, { sentences: PARTS.sentences, ...PARTS.detection })
    expect(counts.sentences).toEqual({ right: 0, spurious: 0, missed: 0 })
    expect(counts['forward-looking core']).toEqual({ right: 0, spurious: 1, missed: 0 })
  })
  it('knows of sampled gold only what it lists', () => {
    const [start, end] = spanOf('open a store')
    const [none, noEnd] = spanOf('Revenue rose')
    const [gold] = readSampledGold([{ file: '10k_tamsel.htm', start, end, fls: 'core', risks: [] }, { file: '10k_tamsel.htm', start: none,
      end: noEnd, not_prose: true }])
    if (!gold) throw new Error('The gold could not be read.')
    const { counts } = scoreDocument(gold, { sentences: PARTS.sentences, ...PARTS.detection })
    expect(counts['forward-looking core']).toEqual({ right: 1, spurious: 0, missed: 0 })
    expect(counts['finding evidence']).toEqual({ right: 0, spurious: 1, missed: 0 })
  })
  it.each([['pr_2024_tamsel_q3.md', 'tamsel'], ['10k_2009_ard_form10-k22309.htm', 'ard'], [
    'ex99_2004_quist-lamp-inc_0001125282-04-000379.txt',
    'quist-lamp-inc'
  ], ['tamsel_2006_ex-99-2.txt', 'tamsel'], ['10k405_2001_ard.txt', 'ard']])('reads whoever filed "%s"', (file, issuer) => {
    expect(issuerOf(file)).toBe(issuer)
  })
  it('tells what a release is about', () => {
    expect(releaseKind('Restated. '.repeat(5))).toBe('restatement')
    expect(releaseKind('Third quarter results: net loss. Net loss again, net income later.')).toBe('earnings')
    expect(releaseKind('Drill holes met assays. '.repeat(6))).toBe('mining')
    expect(releaseKind('A store opened.')).toBe('other')
  })
})

describe('the bootstrap', () => {
  it('is the same for the same seed and holds the point estimate', () => {
    const counts = [{ right: 3, spurious: 1, missed: 0 }, { right: 2, spurious: 0, missed: 2 }, { right: 5, spurious: 0, missed: 0 }]
    const [low, high] = bootstrapInterval(counts, seededRandom(7))
    expect(bootstrapInterval(counts, seededRandom(7))).toEqual([low, high])
    const point = f1Of({ right: 10, spurious: 1, missed: 2 })
    expect(low).toBeLessThanOrEqual(point)
    expect(high).toBeGreaterThanOrEqual(point)
    expect(low).toBeLessThan(high)
  })
})

describe('the report', () => {
  it('prints every measure, the baselines and every error with its sentence', () => {
    const gold = goldOf(PARTS, { 'makes lanterns': { fls: 'core' } })
    const lines = reportLines([{ name: 'sample', issuer: 'tamsel', extent: 'whole', kind: 'other',
      score: scoreDocument(gold, { sentences: PARTS.sentences, ...PARTS.detection }) }], seededRandom(1), { every: true }).join('\n')
    expect(lines).toContain('baseline: Li 2010 lemmas')
    expect(lines).toContain('sample: forward-looking core: missed (gold core, ours none): Tamsel makes lanterns.')
  })
  it('tells how far the figures are from those kept before', () => {
    const named = { name: 'sample', issuer: 'tamsel', extent: 'whole' as const, kind: 'other' }
    const better = { ...named,
      score: scoreDocument(goldOf(PARTS, { 'open a store': { fls: 'core' } }), { sentences: PARTS.sentences, ...PARTS.detection }) }
    const worse = { ...named,
      score: scoreDocument(goldOf(PARTS, { 'makes lanterns': { fls: 'core' } }), { sentences: PARTS.sentences, ...PARTS.detection }) }
    const core = reportLines([better], seededRandom(1), { before: baselineOf([worse]) }).find((line) =>
      line.startsWith('forward-looking core')
    )
    expect(core).toContain('F1 1.000')
    expect(core).toMatch(/ {2}\+1\.000$/)
    expect(JSON.stringify(baselineOf([better]))).not.toContain('lantern')
  })
})
