import { describe, expect, it } from 'vitest'
import { readBody, readSample, SILENT_MISS, DATELINE } from '../../fixtures/sample-document'
import type { Sample, SampleBlock } from '../../fixtures/sample-document'

describe('a release with headed findings', () => {
  const sample = readSample(SILENT_MISS)
  const { findings } = sample.detection
  const [first, second, third, fourth] = findings
  it('finds three explicit findings in their order and one implicit', () => {
    expect(findings.map(({ explicit, ordinal, type }) => [explicit, ordinal, type])).toEqual([
      [true, 1, 'explicit-heading'],
      [true, 2, 'explicit-heading'],
      [true, 3, 'explicit-heading'],
      [false, null, 'implicit']
    ])
  })
  it('qualifies each as a whole', () => {
    expect(findings.map(({ polarity }) => polarity)).toEqual(['qualified', 'qualified', 'qualified', 'qualified'])
  })
  it('flags the primary endpoint that is named and never told', () => {
    expect(first?.flags).toContain('primary-endpoint-not-stated')
    expect(second?.flags).not.toContain('primary-endpoint-not-stated')
  })
  it('flags the analysis made afterwards', () => {
    expect(first?.flags).toContain('post-hoc')
  })
  it('flags the time points chosen', () => {
    expect(third?.flags).toContain('selective-time-points')
  })
  it('flags a numerical difference', () => {
    expect(fourth?.flags).toContain('numerical-only')
  })
  it('flags that no statistic is given', () => {
    expect(findings.every(({ flags }) => flags.includes('no-statistics-in-release'))).toBe(true)
  })
  it('flags the tension between "regardless of" and "influenced by"', () => {
    expect(first?.flags).toContain('tension')
    expect(fourth?.flags).toContain('tension')
  })
  it('flags the boosters', () => {
    expect(fourth?.flags).toContain('booster')
  })
  it('links the restatement in the quotation to its finding', () => {
    const retold = third?.evidence.find(({ role }) => role === 'restatement')
    expect(sample.text(retold?.sentence ?? '')).toContain('Lastly')
  })
  it('keeps design and practice as context', () => {
    const context = findings.flatMap(({ evidence }) => evidence).filter(({ role }) => role === 'context').map(({ sentence }) =>
      sample.text(sentence)
    )
    expect(context.some((text) => text.startsWith('The randomized'))).toBe(true)
    expect(context.some((text) => text.startsWith('Short casts'))).toBe(true)
  })
  it('takes no claim from the About section', () => {
    const told = findings.flatMap(({ evidence }) => evidence).map(({ sentence }) => sample.text(sentence))
    expect(told.some((text) => text.includes('An earlier gel'))).toBe(false)
  })
  it('shows the parts of the rank and marks the qualifiers in the text', () => {
    expect(first?.scoreParts?.reduce((sum, { points }) => sum + points, 0)).toBe(first?.score)
    for (const qualifier of first?.qualifiers ?? []) expect(sample.raw.slice(qualifier.start, qualifier.end)).toBe(qualifier.text)
    expect(first?.qualifiers?.map(({ text }) => text)).toContain('post hoc')
  })
})

describe('one outcome told more than once', () => {
  const sample = readSample([
    DATELINE,
    ['paragraph', 'Tamsel makes lanterns.'],
    ['heading', 'Results of the lamp business'],
    ['paragraph', 'Revenue for the quarter was $25.0 million, compared with $20.0 million a year ago.'],
    ['heading', 'Notes to the tables'],
    ['paragraph', 'Revenue for the quarter was $25.0 million, compared with $20.0 million a year ago.']
  ])
  it('is one finding with both tellings, under the heading of the first', () => {
    expect(sample.detection.findings.map(({ subject, evidence }) => [subject, evidence.map(({ role }) => role)])).toEqual([
      ['Results of the lamp business', ['result', 'restatement']]
    ])
  })
})

describe('a list of findings', () => {
  const sample = readSample([
    DATELINE,
    ['paragraph', 'Tamsel makes balms for patients in trials.'],
    ['paragraph', 'The trial of the balm gave the following key findings:'],
    ['list-item', 'The balm reduced swelling in nine of ten patients.'],
    ['list-item', 'Patients on the balm slept longer than patients on placebo.'],
    ['paragraph', 'The trial enrolled patients at nine clinics.']
  ])
  it('gives one explicit finding for each item', () => {
    expect(sample.detection.findings.filter(({ explicit }) => explicit).map(({ ordinal, why }) => [ordinal, why])).toEqual([
      [1, 'The release lists it among its findings.'],
      [2, 'The release lists it among its findings.']
    ])
  })
})

const CLINIC: readonly SampleBlock[] = [
  ['title', 'TAMSEL REPORTS TRIAL RESULTS'],
  DATELINE,
  ['paragraph', 'Tamsel Corporation makes balms for patients in clinical trials.'],
  ['paragraph', 'The trial enrolled patients at nine clinics. Patients were randomized to balm or placebo.']
]

const inClinic = (text: string): Sample => readSample([...CLINIC, ['paragraph', text]])
const typeOf = (sample: Sample, text: string): string | undefined => {
  const sentence = sample.sentences.find((item) => item.text.startsWith(text.slice(0, 20)))
  return sample.detection.findings.find((finding) =>
    finding.evidence.some((item) => item.sentence === sentence?.id && item.role !== 'context')
  )?.type
}
const polarityOf = (sample: Sample, text: string): string | undefined => {
  const sentence = sample.sentences.find((item) => item.text.startsWith(text.slice(0, 20)))
  return sample.detection.findings.flatMap((finding) => finding.evidence).find((item) => item.sentence === sentence?.id)?.polarity
}

describe('types of clinical finding', () => {
  it.each([
    ['The balm met its primary endpoint of relief at week four.', 'primary-endpoint', 'favourable'],
    ['The balm did not meet its primary endpoint of relief.', 'primary-endpoint', 'unfavourable'],
    ['The balm has not met the primary efficacy endpoint.', 'primary-endpoint', 'unfavourable'],
    ['Relief came sooner with the balm than with placebo (p=0.003).', 'statistic', 'favourable'],
    ['Response rates were 41% with the balm versus 20% with placebo.', 'statistic', 'favourable'],
    ['The balm showed a trend toward faster relief.', 'significance', 'qualified'],
    ['Relief did not reach statistical significance.', 'significance', 'qualified'],
    ['No serious adverse events were seen with the balm.', 'safety-outcome', 'favourable'],
    ['The balm was well tolerated.', 'safety-outcome', 'favourable'],
    ['The balm reduced the size of the swelling.', 'effect', 'qualified'],
    ['The study concluded that the balm is effective at home.', 'effect', 'qualified'],
    ['This review adds clinical data, resulting in significant improvement of sleep.', 'significance', 'qualified']
  ])('reads "%s" as %s, %s', (text, type, polarity) => {
    const sample = inClinic(text)
    expect(typeOf(sample, text)).toBe(type)
    expect(polarityOf(sample, text)).toBe(polarity)
  })
})

describe('types of company finding', () => {
  it.each([
    ['Revenue for the quarter was $25.0 million, compared with $20.0 million a year ago.', 'financial-result', 'favourable'],
    ['Net loss widened to $4.1 million, compared with $2.0 million a year ago.', 'financial-result', 'unfavourable'],
    ['Operating expenses decreased 12% to $3.0 million.', 'financial-result', 'favourable'],
    ['Net income was $1.2 million, compared with a net loss of $0.4 million last year.', 'financial-result', 'favourable'],
    ['The quarter brought record revenue.', 'financial-result', 'favourable'],
    ['The Company expects revenue of $9 million to $10 million in the next quarter.', 'guidance', 'neutral'],
    ['The FDA has approved the lantern oil.', 'regulatory-event', 'favourable'],
    ['The Company has signed an agreement to buy a kiln.', 'corporate-event', 'neutral'],
    ['The Company has terminated its license agreement.', 'corporate-event', 'unfavourable'],
    ['In spring, the Company announced the appointment of Ada Quist as Chief Operating Officer.', 'corporate-event', 'neutral'],
    ['Tamsel launched two wicks of waxed linen.', 'corporate-event', 'neutral'],
    ['Tamsel completed the first trial of its lamp and is preparing for another in Oslo.', 'corporate-event', 'neutral'],
    ['The Bankruptcy Court has confirmed the plan of the Company.', 'regulatory-event', 'favourable'],
    ['Adjusted EBITDA for the quarter was $(0.2) million, compared to $0.1 million in the prior year.', 'financial-result', 'unfavourable'],
    ['Net loss for the year was $(2.9) million, compared to a net loss of $(3.8) million in the prior year.', 'financial-result',
      'favourable'],
    ['Adjusted EBITDA of $804K compared to $1.2M a year ago.', 'financial-result', 'unfavourable'],
    ['Sales and marketing (S&M) expenses for the quarter were $290,000, a decrease of 38%.', 'financial-result', 'favourable'],
    ['The lantern club had 5.7 million registered users at the end of June, up 19%.', 'financial-result', 'favourable'],
    ['The transaction was unanimously approved by the directors of Tamsel.', 'corporate-event', 'neutral'],
    ['On a cold day the jury awarded the Company $6.5 million in damages.', 'corporate-event', 'favourable'],
    [
      'The Company has entered into an amendment of the credit facility that its owners, after long talks with three lenders in the city, first signed in 1991.',
      'corporate-event',
      'neutral'
    ],
    ['Each lantern share will be exchanged for 3.3 shares of Alder common stock.', 'corporate-event', 'neutral'],
    ['Wholesale: we agreed to acquire a stake in Alder Kilns, which will widen our range.', 'corporate-event', 'neutral']
  ])('reads "%s" as %s, %s', (text, type, polarity) => {
    const sample = readBody(text)
    expect(typeOf(sample, text)).toBe(type)
    expect(polarityOf(sample, text)).toBe(polarity)
  })
  it('reads the event that the opening announces', () => {
    const sample = readSample([['title', 'TAMSEL BUYS A KILN'], DATELINE, ['paragraph',
      'Tamsel Corporation announced today that it has agreed to buy a kiln in Oslo.']])
    expect(sample.detection.findings[0]?.type).toBe('corporate-event')
    expect(sample.detection.findings[0]?.scoreParts?.map(({ label }) => label)).toContain('in the opening')
  })
})

describe('false friends in clinical text', () => {
  it.each([
    'Less swelling is the primary clinical benefit sought for the balm.',
    'A primary care doctor enrolled the patients.',
    'A significant customer is a chain of clinics.',
    'We will communicate other significant findings later.',
    'The ongoing analysis of the trial continues.',
    'The court issued a finding of fact.',
    'The visit took place at 4 p.m. on each day.',
    'The protocol is described on page 5.',
    'HR staff trained the clinics.',
    'Patients chose gel OR balm at home.',
    'The clinic follows CI practice.',
    'Eligible patients (n = 40) were assigned to balm.',
    'Pain was recorded at 4 and 24 hours.',
    'The clinics run endpoint security software.',
    'As a result, the clinics are resulting in less traffic.'
  ])('does not take "%s" for a finding', (text) => {
    expect(typeOf(inClinic(text), text)).toBeUndefined()
  })
})

describe('false friends in company text', () => {
  it.each([
    'Results of operations are described in the notes.',
    'The First Quarter Club is a place to meet.',
    'A third-party mill supplies the paper.',
    'The strongest results come from patience.',
    'Tamsel Corporation will report its results on May 4.'
  ])('does not take "%s" for a finding', (text) => {
    expect(typeOf(readBody(text), text)).toBeUndefined()
  })
  it('does not take a heading on a quarter for a finding heading', () => {
    const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['heading', 'FIRST QUARTER RESULTS OVERVIEW'], [
      'paragraph',
      'The shops were busy.'
    ]])
    expect(sample.detection.findings.filter(({ explicit }) => explicit)).toEqual([])
  })
  it('does not take the announcement that results exist for a result', () => {
    const sample = readSample([DATELINE, ['paragraph', 'Tamsel Corporation today announced results for its second quarter.']])
    expect(sample.detection.findings).toEqual([])
  })
})

describe('negation', () => {
  it('turns a favourable word round within six tokens', () => {
    expect(polarityOf(readBody('The FDA has not approved the lantern oil.'), 'The FDA has not approved')).not.toBe('favourable')
  })
})

describe('flags that depend on the wording', () => {
  const flagsOf = (text: string): readonly string[] => inClinic(text).detection.findings.flatMap(({ flags }) => flags)
  it.each([
    ['In the subgroup of older patients the balm reduced swelling.', 'subgroup'],
    ['The difference was significant on a one-sided test (p=0.04).', 'one-sided'],
    ['In the open-label part the balm reduced swelling.', 'open-label'],
    ['There was a trend toward less swelling, which improved in the trial.', 'trend-language'],
    ['The balm reduced swelling in the trial.', 'no-comparator'],
    ['The balm markedly reduced swelling.', 'booster']
  ])('"%s" raises %s', (text, flag) => {
    expect(flagsOf(text)).toContain(flag)
  })
  it('raises no silence about statistics where one is given', () => {
    expect(flagsOf('Relief came sooner with the balm than with placebo (p=0.003).')).not.toContain('no-statistics-in-release')
  })
})

describe('a speaker who welcomes the event of the release', () => {
  it('tells it again', () => {
    const sample = readSample([['title', 'TAMSEL MOVES ITS KILN'], DATELINE, ['paragraph',
      'Tamsel Corporation announced today that it has completed the transfer of its kiln to Oslo.'], ['paragraph',
      '"We are proud to have come so far in a winter of snow," said Ada Quist, President.']])
    expect(sample.detection.findings[0]?.evidence.map(({ role }) => role)).toEqual(['result', 'restatement'])
  })
})

describe('what reads like a result and is none', () => {
  const told = (text: string) => readBody(text).detection.findings
  it('a sensitivity', () => {
    expect(told('We estimate that a 10% decrease in the price of oil would have resulted in a $3 million decrease in net income.')).toEqual(
      []
    )
  })
  it('is a result where an amount stands before the sensitivity', () => {
    expect(
      told(
        'Interest expense was $5 million, and we estimate that a 1% increase in rates would have increased interest expense by $2 million.'
      )
    ).toHaveLength(1)
  })
  it('a numbered list', () => {
    expect(told('We measure sales in two ways: (1) lamps and (2) wicks.')).toEqual([])
  })
})

describe('income with its other case in brackets', () => {
  it.each([['reduced', 'unfavourable'], ['increased', 'favourable']])('%s is %s', (moved, polarity) => {
    expect(readBody(`Operating income (loss) was ${moved} by $27 million.`).detection.findings.map((finding) => finding.polarity)).toEqual([
      polarity
    ])
  })
})
