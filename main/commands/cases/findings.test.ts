import { describe, expect, it } from 'vitest'
import type { FilingDocument } from '#contract/filing'
import type { Finding } from '#contract/finding'
import { readCase } from './read-case'

const holding = (documents: readonly FilingDocument[], words: string): Finding[] =>
  documents.flatMap(({ findings, sentences }) => {
    const ids = new Set(sentences.filter(({ text }) => text.replace(/\s+/g, ' ').includes(words)).map(({ id }) => id))
    return findings.filter(({ evidence }) => evidence.some(({ sentence }) => ids.has(sentence)))
  })
const tones = (documents: readonly FilingDocument[], words: string): string[] => holding(documents, words).map(({ polarity }) => polarity)
const findingsOf = (documents: readonly FilingDocument[]): readonly Finding[] => documents.flatMap(({ findings }) => findings)

describe('hope, doubt and ignorance about an endpoint are no results', () => {
  it.each(['endpoint-cannot-assure.htm', 'endpoint-whether.htm', 'findings-endpoint-future.htm'])('%s', (name) => {
    const told = findingsOf(readCase(name)).filter(({ type }) => /endpoint|regulatory/.test(type))
    expect(told.filter(({ polarity }) => polarity === 'favourable' || polarity === 'unfavourable')).toEqual([])
  })
})

describe('harm is found and never favourable', () => {
  it.each([['safety-death.htm', 'Two patients died'], ['safety-fatal-event.htm', 'fatal adverse'], ['safety-stopped-toxicity.htm',
    'Five patients']])('%s', (name, words) => {
      const told = tones(readCase(name), words)
      expect(told.some((tone) => tone === 'unfavourable' || tone === 'qualified')).toBe(true)
    })
  it('more deaths than on placebo are not favourable', () => {
    expect(tones(readCase('direction-mortality.htm'), 'Mortality was')).not.toContain('favourable')
  })
})

describe('a failed trial is told as one', () => {
  it('by its significance', () => {
    expect(
      findingsOf(readCase('endpoint-not-significant.htm')).some(({ type, polarity }) =>
        type === 'primary-endpoint' && polarity === 'unfavourable'
      )
    ).toBe(true)
  })
  it('in part', () => {
    expect(tones(readCase('endpoint-mixed.htm'), 'met its primary endpoint').every((tone) => tone === 'qualified')).toBe(true)
  })
  it('without an endpoint', () => {
    const documents = readCase('endpoint-failed-to-show.htm')
    expect(tones(documents, 'failed to demonstrate')).toEqual(['unfavourable'])
    expect(tones(documents, 'no better than')).toEqual(['unfavourable'])
  })
})

describe('what only looks like an outcome is none', () => {
  it.each(['reg-sec-legend.htm', 'findings-consent.htm', 'fl-form-4-boilerplate.htm'])('nothing in %s', (name) => {
    expect(findingsOf(readCase(name))).toEqual([])
  })
  it.each([
    ['reg-fda-approved-others.htm', ['regulatory-event']],
    ['reg-authorized-powers.htm', ['regulatory-event']],
    ['findings-fund-limits.htm', ['financial-result', 'corporate-event']],
    ['result-biography.htm', ['financial-result']],
    ['guidance-egc.htm', ['guidance', 'financial-result']],
    ['result-src.htm', ['guidance', 'financial-result']]
  ])('%s', (name, types) => {
    expect(findingsOf(readCase(name)).filter(({ type }) => types.includes(type))).toEqual([])
  })
  it('participles of a description', () => {
    const documents = readCase('event-participle-advanced.htm')
    expect([...holding(documents, 'advanced equipment'), ...holding(documents, 'distributed, and cheap')]).toEqual([])
  })
  it('a decision in part, and a loss called narrow, are not favourable', () => {
    expect(findingsOf(readCase('reg-court-in-part.htm')).map(({ polarity }) => polarity)).not.toContain('favourable')
    expect(tones(readCase('polarity-narrow-loss.htm'), 'narrow net loss')).not.toContain('favourable')
  })
})

describe('good and bad news of safety and of regulators are found', () => {
  it.each([['safety-reported.htm', 'No treatment-related'], ['safety-dlt-singular.htm', 'no dose-limiting']])('%s', (name, words) => {
    expect(tones(readCase(name), words)).toEqual(['favourable'])
  })
  it('an application withdrawn', () => {
    expect(tones(readCase('reg-crl.htm'), 'withdrew its application').some((tone) => tone !== 'favourable')).toBe(true)
  })
})

describe('standing words of forms, letters, proxies, funds and contracts are not core', () => {
  it.each(['fl-form-4-boilerplate.htm', 'fl-letter-contact.htm', 'fl-voting-procedure.htm', 'fl-voting-procedure-2.htm',
    'fl-fund-example.htm', 'fl-contract-terms.htm', 'fl-past-expected.htm', 'fl-name-will.htm'])('%s', (name) => {
      expect(readCase(name).flatMap(({ forwardLooking }) => forwardLooking).filter((each) => each.class === 'core')).toEqual([])
    })
})
