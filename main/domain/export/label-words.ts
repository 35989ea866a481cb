/** The words in which exports name what was suggested and judged. */
import type { Evidence, FindingFlag, FindingType, ForwardLookingClass, Polarity } from '#contract/finding'
import type { NoteStatus } from '#contract/note'

/** The types of finding. */
export const TYPE_LABELS: Readonly<Record<FindingType, string>> = {
  'explicit-heading': 'Stated as a finding',
  'primary-endpoint': 'Primary endpoint',
  'significance': 'Statistical significance',
  'statistic': 'Statistic',
  'safety-outcome': 'Safety outcome',
  'effect': 'Effect',
  'financial-result': 'Financial result',
  'guidance': 'Guidance',
  'regulatory-event': 'Regulatory event',
  'corporate-event': 'Corporate event',
  'implicit': 'Implied finding'
}

/** Whom a finding speaks for. */
export const POLARITY_LABELS: Readonly<Record<Polarity, string>> = {
  favourable: 'favourable',
  unfavourable: 'unfavourable',
  qualified: 'qualified',
  neutral: 'neutral'
}

/** What a sentence does for its finding. */
export const ROLE_LABELS: Readonly<Record<Evidence['role'], string>> = {
  result: 'Result',
  restatement: 'Restatement',
  interpretation: 'Interpretation',
  context: 'Context'
}

/** What a reader is warned of. */
export const FLAG_LABELS: Readonly<Record<FindingFlag, string>> = {
  'primary-endpoint-not-stated': 'primary endpoint not stated',
  'post-hoc': 'post hoc',
  'selective-time-points': 'selective time points',
  'numerical-only': 'numerical difference only',
  'no-statistics-in-release': 'no statistics in the release',
  'tension': 'tension with another statement',
  'subgroup': 'subgroup',
  'secondary-headlined': 'secondary endpoint in the headline',
  'trend-language': 'language of a trend',
  'one-sided': 'one-sided test',
  'open-label': 'open label',
  'booster': 'promotional wording',
  'no-comparator': 'no comparator'
}

/** How a sentence looks forward. */
export const CLASS_LABELS: Readonly<Record<ForwardLookingClass, string>> = { core: 'Prediction or plan', borderline: 'Borderline',
  boilerplate: 'Standing caution' }

/** Where a note stands in the question loop. */
export const STATUS_LABELS: Readonly<Record<NoteStatus, string>> = { none: 'Note', open: 'Open question', asked: 'Asked',
  answered: 'Answered', closed: 'Closed' }
