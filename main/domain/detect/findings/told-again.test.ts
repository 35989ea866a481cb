import { describe, expect, it } from 'vitest'
import { DATELINE, readSample } from '../../fixtures/sample-document'
import type { SampleBlock } from '../../fixtures/sample-document'

/** The findings of a release, each as the words of its tellings, with their role. */
const cardsOf = (...parts: readonly SampleBlock[]): readonly (readonly (readonly [string, string])[])[] => {
  const sample = readSample([parts[0] ?? ['title', ''], DATELINE, ['paragraph', 'Tamsel Corporation (NASDAQ: TMSL) makes paper lanterns.'],
    ...parts.slice(1)])
  return sample.detection.findings.map(({ evidence }) =>
    evidence.filter(({ role }) => role !== 'context').map(({ role, sentence }) => [role, sample.text(sentence)] as const)
  )
}

const isOneCard = (first: string, second: string): boolean =>
  cardsOf(['title', 'TAMSEL ISSUES A NOTICE'], ['paragraph', first], ['heading', 'RESULTS IN DETAIL'], ['paragraph', second])
    .some((card) => [first, second].every((words) => card.some(([, told]) => told === words)))

describe('one outcome is one card', () => {
  it('with its tellings in headline, text and a note to a table', () => {
    const title = 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $94.6 MILLION'
    const sample = readSample([
      ['title', title],
      DATELINE,
      ['paragraph', 'Tamsel Corporation (NASDAQ: TMSL) makes paper lanterns.'],
      ['paragraph', 'Revenue for the second quarter of 2012 was $94.6 million, up from $81.2 million.'],
      ['paragraph', 'Revenue for the first quarter of 2012 was $84.6 million.'],
      ['heading', 'STATEMENTS OF OPERATIONS'],
      ['paragraph', '(1) Revenue of $94,612,000 for the second quarter of 2012 includes all mills.']
    ])
    const card = sample.detection.findings.find(({ evidence }) => sample.text(evidence[0]?.sentence ?? '').includes('$81.2 million'))
    expect(card?.evidence.map(({ role }) => role)).toEqual(['result', 'restatement'])
    expect(card?.headlines?.map(({ start, end }) => sample.raw.slice(start, end))).toEqual([title])
    expect(sample.detection.findings.filter(({ headlines }) => headlines !== undefined)).toHaveLength(1)
  })
  it.each([
    ['Net income for the quarter ended June 30, 2012 was $44.2 million, or $0.89 per share.',
      'Second quarter net income was $44.2 million, compared with $51.8 million a year ago.'],
    ['Tamsel recorded a goodwill impairment of $4.25 million in the quarter.',
      'The quarter includes a goodwill impairment charge of $4.25 million.'],
    ['Gross margin for the quarter rose to 38.7%.', 'Gross margin was 38.7% for the quarter, against 36.1% a year ago.']
  ])('in other words: "%s"', (first, second) => {
    expect(isOneCard(first, second)).toBe(true)
  })
  it.each([
    ['another quarter', 'Revenue for the second quarter was $94.6 million.', 'Revenue for the first quarter was $94.6 million.'],
    ['a longer time', 'Revenue for the fourth quarter of 2012 was $94.6 million.',
      'Revenue for the year ended December 31, 2012 was $94.6 million.'],
    ['another measure', 'Revenue for the quarter was $94.6 million.', 'Total assets were $94.6 million at the end of the quarter.'],
    ['another number', 'GAAP net loss for the quarter was $303,000, or $0.01 per share.',
      'Pro forma net income for the quarter was $201,000, or $0.01 per share.'],
    ['a part of it', 'Revenue for the quarter was $94.6 million.', 'Licence revenue for the quarter was $94.6 million.']
  ])('but not of %s', (_, first, second) => {
    expect(isOneCard(first, second)).toBe(false)
  })
})

describe('a verdict on the primary endpoint', () => {
  const trial = (...lines: readonly string[]): number =>
    cardsOf(['title', 'NORTHMERE TELLS OF ITS TRIALS'], ['paragraph',
      'The randomized, placebo-controlled Phase 3 trial of Colvex Gel enrolled 412 patients, who had a dose each day for 24 weeks.'],
      ...lines.map((line): SampleBlock => ['paragraph', line]))
      .filter((card) => card.some(([role, words]) => role === 'result' && words.includes('endpoint'))).length
  it('is one card where it is the same', () => {
    expect(
      trial('Colvex Gel met its primary endpoint in patients with sore joints.', 'The primary endpoint of the trial was met at Week 24.')
    ).toBe(1)
  })
  it('is two where it is not, and where two trials are named', () => {
    expect(
      trial('Colvex Gel met its primary endpoint in patients with sore joints.',
        'The primary endpoint of the trial was not met at Week 48.')
    ).toBe(2)
    expect(trial('The CALM-1 trial met its primary endpoint in patients.', 'The CALM-2 trial met its primary endpoint in patients.')).toBe(
      2
    )
  })
})

describe('the subject of a finding', () => {
  it('is the heading it stands under, and never whom to call', () => {
    const sample = readSample([['title', 'TAMSEL ISSUES A NOTICE'], DATELINE, ['heading', 'Contact:'], ['paragraph',
      'Revenue for the second quarter was $94.6 million.'], ['heading', 'Liquidity'], ['paragraph',
      'Cash was $12.4 million at June 30, 2012, up from $9.1 million.']])
    const subjects = sample.detection.findings.map(({ subject }) => subject)
    expect(subjects).toContain('Liquidity')
    expect(subjects).not.toContain('Contact')
  })
})
