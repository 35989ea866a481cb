import { describe, expect, it } from 'vitest'
import { readBody, readSample, SILENT_MISS, DATELINE } from '../../fixtures/sample-document'
import type { SampleBlock } from '../../fixtures/sample-document'

const harborOf = (text: string) => readBody(text).detection.safeHarbor
const texts = (items: readonly { readonly text: string }[] | undefined): string[] => (items ?? []).map((item) => item.text)

describe('a listed safe harbor', () => {
  const sample = readSample(SILENT_MISS)
  const harbor = sample.detection.safeHarbor
  it('reads the words without their inner commas', () => {
    expect(texts(harbor?.triggers)).toEqual(['may', 'will', 'could', 'believes', 'designed', 'intends', 'goal'])
    expect(harbor?.openEnded).toBe(true)
  })
  it('keeps the words of one subject together and parts the last by its own start', () => {
    expect(texts(harbor?.subjects)).toEqual(["the safety, potency, and intended use of the Company's gels",
      'the conduct of future clinical trials', 'plans regarding partnering activities'])
  })
  it('parts risk factors at their parallel openings', () => {
    expect(texts(harbor?.riskFactors)).toEqual([
      'the risk that gels that appeared promising in early trials do not demonstrate efficacy in later trials',
      'the risk that the Company will not obtain approval to market its gels',
      'the risks associated with reliance on outside financing'
    ])
  })
  it('gives every item the place of its words', () => {
    for (const item of [...harbor?.triggers ?? [], ...harbor?.subjects ?? [], ...harbor?.riskFactors ?? []])
      expect(sample.raw.slice(item.start, item.end)).toBe(item.text)
  })
  it('tags the factors and notes what the list leaves out and what the body never uses', () => {
    expect(harbor?.riskFactors[1]?.risks).toContain('regulatory_approval')
    expect(harbor?.riskFactors[2]?.risks).toContain('financing_capital')
    expect(harbor?.unusedTriggers).toContain('goal')
    expect(harbor?.unlistedCues).toContain('subsequent trial')
    expect(texts(harbor?.pointers)).toContain('periodic reports')
  })
  it('links statements to the cautions of their risk', () => {
    const linked = sample.forward('The Company is asking')
    expect(linked?.coveredBy).toContain(harbor?.riskFactors[0]?.id)
    expect(linked?.links?.[0]?.score).toBeGreaterThanOrEqual(0.25)
  })
})

describe('other shapes', () => {
  it('reads an unquoted list of words', () => {
    const harbor = harborOf(
      'This release contains forward-looking statements. Words such as anticipate, believe, plan and similar expressions identify such forward-looking statements, and actual results may differ materially.'
    )
    expect(texts(harbor?.triggers)).toEqual(['anticipate', 'believe', 'plan'])
    expect(harbor?.openEnded).toBe(true)
  })
  it('reads curly quotation marks and skips what is no cue', () => {
    const harbor = harborOf(
      'This release contains “forward-looking statements” within the meaning of the “safe harbor” provisions of the Private Securities Litigation Reform Act of 1995. Words such as “expect,” “aim,” “see” and “will” identify forward-looking statements.'
    )
    expect(texts(harbor?.triggers)).toEqual(['expect', 'aim', 'see', 'will'])
  })
  it('reads numbered factors that run through a sentence', () => {
    const harbor = harborOf(
      'These forward-looking statements are subject to risks that could cause actual results to differ materially, including but not limited to the following factors: 1) the ability of the Company to raise capital; 2) the loss of key personnel; and 3) such other factors as are set forth in its annual report on Form 10-K.'
    )
    expect(texts(harbor?.riskFactors)).toEqual(['the ability of the Company to raise capital', 'the loss of key personnel'])
  })
  it('keeps a pointer out of the factors', () => {
    const harbor = harborOf(
      'This release contains forward-looking statements. Actual results could differ materially due to risks such as competition, changes in interest rates and other factors described in our Form 10-K.'
    )
    expect(texts(harbor?.riskFactors)).toEqual(['competition', 'changes in interest rates'])
    expect(texts(harbor?.pointers).join()).toContain('Form 10-K')
  })
  it('does not part adjectives that share their noun', () => {
    const harbor = harborOf(
      'Forward-looking statements involve risks and uncertainties. These risks include softness in demand for our lamps, decisions of customers to cut stock, or technological and market changes.'
    )
    expect(texts(harbor?.riskFactors)).toEqual(['softness in demand for our lamps', 'decisions of customers to cut stock',
      'technological and market changes'])
  })
  it('reads a list that stands in items of its own', () => {
    const parts: SampleBlock[] = [
      DATELINE,
      ['paragraph', 'Tamsel makes lanterns.'],
      ['heading', 'Forward-looking statements'],
      ['paragraph', 'Actual results could differ materially from forward-looking statements because of factors such as the following:'],
      ['list-item', 'the loss of our only paper mill;'],
      ['list-item', 'a rise in interest rates; and'],
      ['list-item', 'claims that we infringe a patent.']
    ]
    const sample = readSample(parts)
    expect(texts(sample.detection.safeHarbor?.riskFactors)).toEqual(['the loss of our only paper mill', 'a rise in interest rates',
      'claims that we infringe a patent'])
  })
  it('finds a statement at the top of a release and one split over paragraphs', () => {
    const sample = readSample([
      DATELINE,
      ['paragraph', 'This release contains forward-looking statements under the Private Securities Litigation Reform Act of 1995.'],
      ['paragraph', 'Actual results may differ materially because of risks and uncertainties.'],
      ['paragraph', 'Tamsel sold nine stores.']
    ])
    expect(sample.detection.safeHarbor?.ranges).toEqual([{ start: sample.raw.indexOf('This release'),
      end: sample.raw.indexOf('\n\nTamsel sold') }])
    expect(sample.forward('Tamsel sold nine')).toBeUndefined()
  })
  it('masks only the caution at the end of a paragraph on something else', () => {
    const sample = readBody(
      'Tamsel will open a store in Oslo. This release contains forward-looking statements, and actual results may differ materially. Tamsel undertakes no obligation to update them.'
    )
    expect(sample.forward('Tamsel will open')?.class).toBe('core')
    expect(sample.forward('undertakes no obligation')?.class).toBe('boilerplate')
  })
  it('finds none where there is none', () => {
    expect(harborOf('Tamsel sold nine stores.')).toBeNull()
  })
})

describe('a report with Item 1A', () => {
  it('takes its captions for risk factors', () => {
    const sample = readSample([
      ['heading', 'PART I'],
      ['heading', 'Item 1. Business'],
      ['paragraph', 'Tamsel makes lanterns.'],
      ['heading', 'Item 1A. Risk Factors'],
      ['heading', 'We depend on one paper mill, and its loss would stop our production.'],
      ['paragraph', 'Our mill could burn down.'],
      ['heading', 'Item 2. Properties'],
      ['paragraph', 'We own a kiln.'],
      ['heading', 'Item 3. Legal Proceedings'],
      ['paragraph', 'None are pending.'],
      ['heading', "Item 7. Management's Discussion and Analysis"],
      ['paragraph', 'Revenue grew.'],
      ['heading', 'Item 8. Financial Statements'],
      ['paragraph', 'See the notes.']
    ], '10-K')
    expect(texts(sample.detection.safeHarbor?.riskFactors)).toEqual([
      'We depend on one paper mill, and its loss would stop our production.'
    ])
    expect(sample.forward('Our mill could burn')?.class).toBe('boilerplate')
  })
})

describe('a safe harbor that quotes its own release', () => {
  it('is caution from its first sentence on', () => {
    const sample = readBody(
      'Certain statements contained herein, including "we will sell more lamps. We will open three mills", are forward-looking statements that involve risks and uncertainties.'
    )
    expect(sample.forward('Certain statements')?.class).toBe('boilerplate')
  })
})

describe('what statements rest on', () => {
  it('is no subject of theirs', () => {
    const harbor = harborOf(
      'We have based these forward-looking statements on our projections about future trends, demand for lamps and business strategy. Actual results may differ materially.'
    )
    expect(texts(harbor?.subjects)).toEqual([])
  })
})
