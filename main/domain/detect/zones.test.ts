import { describe, expect, it } from 'vitest'
import { readSample, DATELINE } from '../fixtures/sample-document'
import type { SampleBlock } from '../fixtures/sample-document'
import { findingOrdinal, zoneSentences } from './zones'

describe('finding headings', () => {
  it.each([['FIRST FINDING', 1], ['Second Finding:', 2], ['Finding 3', 3], ['Key Findings', 5], ['Key Findings from the Clinical Study', 5],
    ['Third Result', 3]])('reads "%s" as number %i', (heading, ordinal) => {
      expect(findingOrdinal(heading, 4)).toBe(ordinal)
    })
  it.each(['FIRST QUARTER', 'Third-party results of a survey of the lantern trade in nine countries and towns', 'Findings of fact and law',
    'Results of operations', 'First Quarter Results', 'Key Financial Results'])('does not take "%s" for one', (heading) => {
      expect(findingOrdinal(heading, 0)).toBeNull()
    })
})

const zonesOf = (parts: readonly SampleBlock[], type = 'EX-99.1'): string[] =>
  zoneSentences(readSample(parts, type).input).places.map(({ zone }) => zone)

describe('zones', () => {
  it('follow the headings of a release', () => {
    expect(zonesOf([
      ['title', 'TAMSEL OPENS A STORE AND A CONFERENCE CALL CENTRE'],
      DATELINE,
      ['paragraph', 'Tamsel opened a store.'],
      ['paragraph', 'It is large.'],
      ['heading', 'Conference Call'],
      ['paragraph', 'Tamsel will host a call.'],
      ['heading', 'About Tamsel'],
      ['paragraph', 'Tamsel makes lanterns.'],
      ['heading', 'Forward-looking statements'],
      ['paragraph', 'Risks remain.']
    ])).toEqual(['lede', 'body', 'conference-call', 'about', 'safe-harbor'])
  })
  it('know a heading that runs into its paragraph', () => {
    expect(zonesOf([DATELINE, ['paragraph', 'Tamsel opened a store.'], ['paragraph', 'About Tamsel: Tamsel makes lanterns.']])).toEqual([
      'lede',
      'about'
    ])
  })
  it('end a finding at the quotation that follows it', () => {
    expect(
      zonesOf([DATELINE, ['paragraph', 'Tamsel tells findings.'], ['heading', 'FIRST FINDING'], ['paragraph', 'It fell.'], ['quote',
        '"It fell," said Ada Quist, President of Tamsel.']])
    ).toEqual(['lede', 'finding', 'body'])
  })
})
