import type { FindingType } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import { announcesResults, hasAmount } from './outcome-rule'
import type { OutcomeContext, OutcomeRule } from './outcome-rule'
import { corporateEvent } from './rules/corporate-event'
import { effect } from './rules/effect'
import { financialResult, tellsRecord } from './rules/financial-result'
import { guidance } from './rules/guidance'
import { primaryEndpoint, primaryVerdict } from './rules/primary-endpoint'
import { regulatoryEvent } from './rules/regulatory-event'
import { safetyOutcome } from './rules/safety-outcome'
import { significance } from './rules/significance'
import { hasTestStatistic, statistics } from './rules/statistics'

/** What one sentence states as an outcome, by the first rule that finds one. */
export interface Outcome {
  readonly type: FindingType
  readonly why: string
}

/** The rules from the most to the least certain. */
export const OUTCOME_RULES: readonly OutcomeRule[] = [
  primaryEndpoint,
  statistics,
  significance,
  safetyOutcome,
  guidance,
  financialResult,
  regulatoryEvent,
  corporateEvent,
  effect
]

/** Zones in which no outcome of this document is told. */
const CLOSED: ReadonlySet<string> = new Set(['about', 'safe-harbor', 'conference-call', 'risk-factors', 'legal'])

/** Announcements of findings, opinions and plans to report are not outcomes (domain rule). */
const PROMISE = /\b(?:will|plans? to|expects? to) (?:communicate|report|announce|present|publish|release|disclose)\b/i

/** A current report says that a release was issued; what it tells stands in the release. */
const ISSUES_RELEASE =
  /\b(?:issued|released|published) (?:a|an|its|the) (?:\w+ )?(?:press |news |earnings )?(?:release|announcement)\b|\bis (?:attached|furnished|filed)\b[^.;]{0,40}\b(?:exhibit|herewith|hereto)\b/i

/** Degrees and former posts of a person who takes office. */
const LIFE_STORY =
  /\b(?:received|holds|earned|has held|graduated)\b[^.;]{0,40}\b(?:degree|master|bachelor|mba|m\.b\.a|b\.s|b\.a|ph\.?d|j\.?d|bsba|positions?)\b|\b(?:prior to joining|previously,? (?:served|was|worked))\b|\bno (?:arrangements?|family relationships?)\b/i

/** What would follow if something moved: a sensitivity, which reports nothing. */
const SENSITIVITY =
  /\b(?:an?|each|every|one|hypothetical)\b[^.;,]{0,24}(?:%|\bpercent(?:age)?\b|\bbasis\b)[^.;,]{0,24}\b(?:increases?|decreases?|changes?|declines?|rise|fall|movement|strengthening|weakening|appreciation|depreciation)\b[^;]{0,160}\b(?:would|could|might)\b/i

/** Whether all the sentence tells is what would follow if something moved; an amount before that is a result. */
const isSensitivity = (text: string): boolean => {
  const at = text.search(SENSITIVITY)
  return at >= 0 && !hasAmount(text.slice(0, at))
}

/** Whether something about the sentence keeps an outcome it seems to tell from being one of this release. */
const isNoNews = (view: SentenceView): boolean => {
  if (ISSUES_RELEASE.test(view.text) || LIFE_STORY.test(view.text) || PROMISE.test(view.text) || isSensitivity(view.text) ||
    /\?["”']?\s*$/.test(view.text)) return true
  return view.zone === 'lede' && announcesResults(view.text) && !hasAmount(view.text) && !tellsRecord(view.text)
    && !hasTestStatistic(view.text) && primaryVerdict(view.text) === null
}

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
