import { describe, expect, it } from 'vitest'
import { endpointVerdict, unnamedFailure } from './endpoint-verdict'

describe('hope, doubt, condition and ignorance give no verdict', () => {
  it.each([
    'We hope that Corvestat will meet its primary endpoint.',
    'There can be no guarantee that the study has met its primary endpoint.',
    'If the trial meets its primary endpoint, the Company will file.',
    'We do not yet know if the study reached its primary endpoint.',
    'It remains to be seen whether Corvestat met its primary endpoint.',
    'Corvestat may not meet its primary endpoint or be approved.',
    'Investors asked whether the trial had failed to meet its primary endpoint.',
    'The Phase 3 trial is designed to meet its primary endpoint at week 24.',
    'Should Corvestat fail to meet its primary endpoint, we may stop.',
    'Did the trial meet its primary endpoint?',
    'Whether the primary endpoint was met is not known.',
    'The trial has yet to meet its primary endpoint.',
    'The primary endpoint of the trial is survival at month 12.',
    'The best results for sleep, the primary endpoint of the trial, were achieved at the highest dose.'
  ])('%s', (text) => expect(endpointVerdict(text)).toBeNull())
})

describe('a verdict is read in its own words', () => {
  it.each([
    ['The study met its primary endpoint.', 'met'],
    ['The primary endpoint of the study was met with high statistical significance (p<0.001).', 'met'],
    ['Corvestat is the second drug of its class to achieve its primary endpoint.', 'met'],
    ['The study not only met its primary endpoint but met both secondary endpoints.', 'met'],
    ['The primary endpoint was not achieved.', 'missed'],
    ['In 240 patients Corvestat given once a day for twelve weeks did not meet its primary endpoint.', 'missed'],
    ['The trial missed its primary endpoint of pain at week 12.', 'missed'],
    ['Corvestat fell short of its primary endpoint.', 'missed'],
    ['The difference on the primary endpoint was not statistically significant (p=0.21).', 'missed'],
    ['Corvestat did not reach statistical significance on the primary endpoint of survival (HR 0.92; p=0.31).', 'missed'],
    ['No statistically significant difference was seen on the primary endpoint.', 'missed'],
    ['Neither of the two co-primary endpoints was met.', 'missed'],
    ['We hoped the trial would meet its primary endpoint, but it did not.', 'missed'],
    ['The study did not meet the primary endpoint, although the secondary endpoints were met.', 'missed'],
    ['The study met one of its two co-primary endpoints.', 'mixed'],
    ['The trial met its primary endpoint (p=0.01) but did not meet its key secondary endpoint.', 'mixed'],
    ['Although it met its primary endpoint, the trial failed on survival, a key secondary endpoint.', 'mixed'],
    ['Results on the primary endpoint were inconclusive.', 'unclear']
  ])('%s', (text, verdict) => expect(endpointVerdict(text)).toMatchObject({ endpoint: 'primary', verdict }))
  it('of the group compared with', () => {
    expect(endpointVerdict('The placebo arm failed to meet the primary endpoint.')?.ofControl).toBe(true)
  })
})

describe('a failure without an endpoint', () => {
  it.each([
    'The trial was stopped for futility.',
    'Corvestat was not superior to placebo.',
    'Corvestat did not separate from placebo on the pain scale.',
    'Corvestat showed no benefit over placebo in patients with gout.',
    'Patients on Corvestat did no better than patients on sham.',
    'Corvestat failed to show non-inferiority to insulin.'
  ])('%s', (text) => expect(unnamedFailure(text)?.verdict).toBe('missed'))
  it.each(['There was no difference in adverse events.', 'Corvestat may show no benefit over placebo.',
    'Corvestat was not inferior to insulin.', 'Corvestat had no effect on heart rate.'])('none: %s',
      (text) => expect(unnamedFailure(text)).toBeNull())
})
