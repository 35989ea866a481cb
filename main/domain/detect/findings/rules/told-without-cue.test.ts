import { describe, expect, it } from 'vitest'
import { DATELINE, readSample } from '../../../fixtures/sample-document'
import type { SampleBlock } from '../../../fixtures/sample-document'

const evidenceOf = (parts: readonly SampleBlock[], type?: string): string[] => {
  const sample = readSample([DATELINE, ...parts], type)
  return sample.detection.findings.flatMap(({ evidence }) => evidence.filter(({ role }) => role === 'result')).map(({ sentence }) =>
    sample.text(sentence)
  )
}

describe('exploration', () => {
  const told = (text: string): boolean =>
    evidenceOf([['paragraph',
      'Tamsel drilled four holes into the copper and gold veins of Alder Hill. The drill holes cut ore of high grade.'], ['paragraph',
      text]]).includes(text)
  it.each([
    'There is a chargeability anomaly below the contact that is 1 km wide.',
    '2.5 m @ 1.21% Cu from 741.5 m.',
    'Hole AH-4 returned 12 metres at 4.1 g/t gold.',
    'The conductivity anomalies lie beneath a layer of moderate resistivity.'
  ])('%s', (text) => expect(told(text)).toBe(true))
  it.each([
    'Samples were sent to an accredited laboratory.',
    'The technical content was reviewed by a qualified person.',
    'The company will drill the anomaly next year.',
    'The company looks forward to following the strong anomaly that was outlined at depth.',
    'We are excited to test the high-grade veins, which are open at depth.',
    'Figure 3: Drill core with chalcopyrite, 0.23% Cu.'
  ])('but not: %s', (text) => expect(told(text)).toBe(false))
})

describe('a sequel of an outcome', () => {
  it.each(['This represents an increase of 33.4% over the same period.', 'The increase was due to higher prices.',
    'It was the highest figure of the last ten years.'])('goes on with it: %s', (text) => {
      const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph',
        `Revenue was $25.0 million, compared with $18.7 million a year ago. ${text}`]])
      expect(sample.detection.findings[0]?.evidence.map(({ sentence }) => sample.text(sentence))).toContain(text)
    })
  it('is not a remark', () => {
    const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph',
      'Revenue was $25.0 million, compared with $18.7 million a year ago. This is a good place to work.']])
    expect(sample.detection.findings[0]?.evidence).toHaveLength(1)
  })
})

describe('a report on a period', () => {
  const told = (text: string): boolean => evidenceOf([['paragraph', 'Tamsel makes lanterns.'], ['paragraph', text]], '10-K').includes(text)
  it.each([
    'Savings plan charges were $5.4 million in 2010, $3.9 million in 2009 and $2.7 million in 2008.',
    'In 2011, we received $360 million in cash related to the settlement.',
    'On May 28, 2009, the Company completed its acquisition of the lamp division of Larch.',
    'The management agreement was terminated effective February 1, 2011.',
    'The increase in sales of lamps was primarily due to new stores.'
  ])('tells %s', (text) => expect(told(text)).toBe(true))
  it.each([
    'Goodwill is tested for impairment at least once a year.',
    'A change of 1% in rates would reduce income by $4 million in 2012.',
    'Should the judgment of 1998 be reinstated, we would receive approximately $977 million.',
    'Our plants have approximately 1,580,000 square feet of space, or 36% of the total.',
    'The standard is effective for periods beginning after December 15, 2012.',
    'The notes bear interest at 5% per annum and mature in 2019.',
    'We own 19% of the shares of Larch.',
    'In April 2011, we relocated our offices to Erie.'
  ])('but not %s', (text) => expect(told(text)).toBe(false))
})
