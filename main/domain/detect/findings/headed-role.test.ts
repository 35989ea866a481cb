import { describe, expect, it } from 'vitest'
import { DATELINE, readSample } from '../../fixtures/sample-document'

/** The roles of the sentences under one finding heading. */
const rolesUnder = (paragraph: string): string[] => {
  const sample = readSample([
    ['title', 'OAKEN VALE REPORTS FINDINGS OF ITS ANKLE STUDY'],
    DATELINE,
    ['paragraph', 'Oaken Vale announced today one finding of its Phase II study of a cooling wrap.'],
    ['heading', 'FIRST FINDING'],
    ['paragraph', paragraph]
  ])
  return sample.detection.findings.find(({ explicit }) => explicit)?.evidence.map(({ role }) => role) ?? []
}

describe('under a finding heading', () => {
  it('takes a comparison told in the past for a result and the design for context', () => {
    expect(
      rolesUnder('The double blind, placebo controlled study enrolled 90 adults. After rest, wrap and placebo were harder to tell apart.')
    ).toEqual(['context', 'result'])
  })

  it('takes practice in the field for context', () => {
    expect(rolesUnder('Swelling was lower in the wrap group. Wraps are the usual choice of most clinics.')).toEqual(['result', 'context'])
  })

  it('takes all but the setting for the result where no outcome is told in words that are known', () => {
    expect(rolesUnder('The randomized, placebo controlled study enrolled 90 adults. Wrapped ankles thrummed.')).toEqual(['context',
      'result'])
  })
})
