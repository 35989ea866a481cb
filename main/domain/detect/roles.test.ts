import { describe, expect, it } from 'vitest'
import { readSample, DATELINE } from '../fixtures/sample-document'

const roleOf = (text: string): string | undefined => {
  const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph', text]])
  return sample.detection.roles.get(sample.sentences[1]?.id ?? '')
}

describe('roles', () => {
  it.each([
    ['Tamsel sold nine stores in March.', 'fact'],
    ['“Lantern” means a light in a case.', 'definition'],
    ['Tamsel will host a conference call at noon.', 'logistics'],
    ['According to Gartner, lamps are in demand.', 'third-party'],
    ['Tamsel undertakes no obligation to update its forward-looking statements.', 'boilerplate'],
    ['“We sold nine stores,” said Ada Quist, President of Tamsel.', 'quotation']
  ])('"%s" is %s', (text, role) => {
    expect(roleOf(text)).toBe(role)
  })
})
