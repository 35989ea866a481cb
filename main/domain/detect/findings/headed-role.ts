import type { EvidenceRole } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import { judgeOutcome } from './judge-outcome'
import type { OutcomeContext } from './outcome-rule'

const PRESENT_COMMENT = /\b(?:is|are) (?:the|a|an|increasing|growing|widely|commonly|often|consistent|designed|intended|believed)\b/i

/**
 * What a sentence does under a finding heading: a result where it tells an outcome in the past, else context (the design
 * of the study, practice in the field, what the product is for).
 */
export const headedRole = (view: SentenceView, context: OutcomeContext): EvidenceRole => {
  const clinicalContext = { ...context, clinical: true }
  if (judgeOutcome(view, clinicalContext)) return 'result'
  if (view.has('design') || PRESENT_COMMENT.test(view.text)) return 'context'
  return 'context'
}
