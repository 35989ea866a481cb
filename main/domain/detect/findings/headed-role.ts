import type { EvidenceRole } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import { judgeOutcome } from './judge-outcome'
import type { OutcomeContext } from './outcome-rule'
import { pattern } from '#model/pattern'

const PRESENT_COMMENT = /\b(?:is|are) (?:the|a|an|increasing|growing|widely|commonly|often|consistent|designed|intended|believed)\b/i

const COMPARES = pattern('i')`
  \b(?:more|less|fewer|greater|lower|higher|better|worse|larger|smaller|longer|shorter|harder|easier|strongest|weakest|widest
  |largest|smallest|greatest|highest|lowest|longest|shortest|best|worst|least)\b`
const PAST = /\b(?:was|were|had|did|showed|felt|saw|rose|fell|[a-z]{3,}ed)\b/i

/** Whether a sentence tells the design of the study, practice in the field or what the product is for. */
const isSetting = (view: SentenceView): boolean => view.has('design') || PRESENT_COMMENT.test(view.text)

/**
 * What each sentence under a finding heading does: a result where it tells an outcome or a
 * comparison in the past, else context. Where no
 * sentence tells one in words we know, all but the setting are taken for the result, since the release says that there is one.
 */
export const headedRoles = (views: readonly SentenceView[], context: OutcomeContext): readonly EvidenceRole[] => {
  const clinicalContext = { ...context, clinical: true }
  const told = views.map((view) =>
    judgeOutcome(view, clinicalContext) !== null || (COMPARES.test(view.text) && PAST.test(view.text) && !isSetting(view))
  )
  if (told.includes(true)) return told.map((isTold) => (isTold ? 'result' : 'context'))
  return views.every(isSetting) ? views.map(() => 'result') : views.map((view) => (isSetting(view) ? 'context' : 'result'))
}
