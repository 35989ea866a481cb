import type { FindingType } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import { isNoNews } from './no-news'
import type { OutcomeContext, OutcomeRule } from './outcome-rule'
import { corporateEvent } from './rules/corporate-event'
import { correction } from './rules/correction'
import { effect } from './rules/effect'
import { explorationResult } from './rules/exploration-result'
import { financialResult } from './rules/financial-result'
import { guidance } from './rules/guidance'
import { periodReport } from './rules/period-report'
import { otherVerdict, primaryEndpoint } from './rules/primary-endpoint'
import { regulatoryEvent } from './rules/regulatory-event'
import { safetyOutcome } from './rules/safety-outcome'
import { significance } from './rules/significance'
import { statistics } from './rules/statistics'

/** What one sentence states as an outcome, by the first rule that finds one. */
export interface Outcome {
  readonly type: FindingType
  readonly why: string
}

/** The rules from the most to the least certain. */
export const OUTCOME_RULES: readonly OutcomeRule[] = [
  primaryEndpoint,
  safetyOutcome,
  statistics,
  otherVerdict,
  significance,
  guidance,
  financialResult,
  regulatoryEvent,
  explorationResult,
  corporateEvent,
  correction,
  effect,
  periodReport
]

/** Zones in which no outcome of this document is told. */
const CLOSED: ReadonlySet<string> = new Set(['about', 'safe-harbor', 'conference-call', 'risk-factors', 'legal'])

/** A lead sentence that announces something may say in passing where the company is seated. */
const announcesInLede = (view: SentenceView): boolean =>
  view.zone === 'lede' && /\b(?:announc|report|complet|sign|enter)ed\b/i.test(view.text)

/** The outcome a sentence states, or null. Masked sentences never reach this. */
export const judgeOutcome = (view: SentenceView, context: OutcomeContext): Outcome | null => {
  if (CLOSED.has(view.zone) || (view.has('standing') && !announcesInLede(view))) return null
  for (const rule of OUTCOME_RULES) {
    const why = rule.judge(view, context)
    // Asked last, since most sentences state nothing and need no second look.
    if (why) return isNoNews(view) ? null : { type: rule.type, why }
  }
  return null
}
