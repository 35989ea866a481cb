import type { ScorePart } from '#contract/finding'
import { resultsOf } from './draft'
import type { Draft } from './draft'
import { hasAmount } from './outcome-rule'
import { hasTestStatistic } from './rules/statistics'

/** The parts of a finding's rank (domain rule, section on rank), only those that count. */
export const scoreParts = (draft: Draft): ScorePart[] => {
  const results = resultsOf(draft)
  const text = results.map((view) => view.text).join(' ')
  const out: ScorePart[] = []
  const add = (when: boolean, label: string, points: number): void => {
    if (when) out.push({ label, points })
  }
  add(draft.explicit, 'under a finding heading', 3)
  add(draft.type === 'primary-endpoint', 'verdict on the primary endpoint', 3)
  add(results.some((view) => view.has('significance')), 'claim of significance', 2)
  add(hasTestStatistic(text), 'test statistic given', 2)
  add(hasAmount(text), 'amount or percentage given', 1)
  add(results.some((view) => view.zone === 'lede'), 'in the opening', 1)
  add(draft.evidence.length > 0 && draft.evidence.every(({ role }) => role === 'restatement'), 'restatement only', -2)
  add(results.length > 0 && results.every((view) => view.sentence.speaker !== null), 'only in a quotation', -1)
  return out
}
