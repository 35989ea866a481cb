import { describe, expect, it } from 'vitest'
import { DATELINE, readBody, readSample, SILENT_MISS } from '../../fixtures/sample-document'

it.each([
  ['The Plan Administrator may ask for proof of age before a benefit is paid.', 'borderline'],
  ['The Bank may end the trust under this Agreement at any time.', 'borderline'],
  ['This agreement will let Tamsel sell its lanterns in Orrin.', 'core']
])('tells the terms of a deed from a forecast: "%s" is %s', (text, kind) => {
  expect(readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph', text]]).forward(text.slice(0, 30))?.class).toBe(kind)
})

describe('classes', () => {
  const sample = readSample(SILENT_MISS)
  it('calls a plan core and says which words made it so', () => {
    const statement = sample.forward('The Company is asking')
    expect(statement?.class).toBe('core')
    expect(statement?.triggers.map((trigger) => trigger.text)).toEqual(['could', 'subsequent trial'])
    expect(statement?.triggers[0]?.source).toBe('filing')
    expect(statement?.why).toContain('"could"')
  })
  it("calls it borderline where only the filing's own list makes it forward-looking", () => {
    expect(sample.forward('reported today several findings')?.class).toBe('borderline')
  })
  it('calls the safe harbor boilerplate', () => {
    const inside = sample.sentences.filter((sentence) => sentence.start > sample.raw.indexOf('This release contains'))
    expect(inside.map((sentence) => sample.detection.forwardLooking.find((item) => item.sentence === sentence.id)?.class)).toEqual(
      Array.from(inside, () => 'boilerplate')
    )
  })
  it('marks the clause of an About sentence that looks forward', () => {
    const span = sample.forward('develops topical medicines')?.span
    expect(span && sample.raw.slice(span.start, span.end)).toBe('its lead compound is intended for sale in Norway')
  })
})

describe('detail of a statement', () => {
  it('reads numbers and horizon', () => {
    const statement = readBody('The Company expects revenue of $9 million in fiscal 2013.').forward('The Company expects')
    expect(statement?.quantified).toBe(true)
    expect(statement?.horizon).toBe('in fiscal 2013')
    expect(statement?.subclass).toBe('specific')
  })
  it('has no horizon where none is given', () => {
    expect(readBody('The Company intends to grow.').forward('The Company intends')?.horizon).toBeNull()
  })
})

describe('an appointment told as news', () => {
  it('carries no risk, unlike what a speaker hopes of it', () => {
    const sample = readBody('Ada Quist will also become the Chief Financial Officer of Tamsel.',
      '"Her leadership will help us keep key personnel," said Bo Lind, President.')
    expect(sample.forward('will also become')?.risks).toEqual([])
    expect(sample.forward('key personnel')?.risks).toContain('personnel')
  })
})

describe('a third party', () => {
  const ofText = (text: string) => readBody(text).forward(text.slice(0, 24))
  it('who expects is not the issuer', () => {
    expect(ofText('Analysts expect the lamp to sell well in Norway.')?.subclass).toBe('third-party')
  })
  it('beside which something stands says nothing', () => {
    expect(ofText('The lamp with the finest wick on the market has the potential to lead.')?.subclass).not.toBe('third-party')
  })
})

describe('what is being prepared', () => {
  it.each(['Tamsel is preparing for a second study of the lamp.', 'We speak of the upcoming trial of the balm.',
    'The kiln is being cleaned with plans to fire it in winter.'])('looks forward in "%s"', (text) => {
      expect(readBody(text).forward(text.slice(0, 24))?.class).toBe('core')
    })
})

describe('what is planned, told without a verb of the future', () => {
  it.each([
    'We eagerly await the results of the burning tests in Norway.',
    'Tamsel is exploring a store in Norway with Ard Oil.',
    'Planning is underway for a second kiln.',
    'Our objectives now include a store in Norway.',
    'Tamsel is updating its plans for a second kiln.',
    'Our cash is insufficient to meet our needs through the next twelve months.',
    'Tamsel looks forward to opening the second kiln.'
  ])('is a statement: "%s"', (text) => {
    expect(readBody(text).forward(text.slice(0, 30))?.class).toBe('core')
  })
  it('is a projection of the issuer in a report as well', () => {
    const text = 'Based on current schedules, we project total revenues to be approximately $52 million.'
    const sample = readSample([['heading', 'Item 7. Management’s Discussion and Analysis'], ['paragraph', 'Tamsel makes lanterns.'], [
      'paragraph',
      text
    ]], '10-K')
    expect(sample.forward(text.slice(0, 30))?.class).toBe('core')
  })
  it('is caution where controls may fail, in every filing alike', () => {
    const text = 'Because of its inherent limitations, internal control may not prevent or detect misstatements, and we will watch it.'
    expect(readBody(text).forward(text.slice(0, 30))?.class).toBe('boilerplate')
  })
})
