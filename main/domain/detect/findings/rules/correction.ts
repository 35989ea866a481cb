import type { OutcomeRule } from '../outcome-rule'
import { isOpenSentence } from '../verdict/assertion'
import { pattern } from '#model/pattern'

const CORRECTED = pattern('i')`
  \b(?:restate(?:s|d|ment|ments)?|misstate(?:d|ment|ments)?|overstated|understated|no longer be relied (?:up)?on
  |not be relied (?:up)?on|(?:incorrectly|improperly|erroneously) (?:\w+ )?(?:capitali[sz]ed|amorti[sz]ed|recorded
  |recogni[sz]ed|classified|expensed|accounted|reported|included)
  |(?:an?|the|accounting|certain) (?:\w+ )?errors?\b[^.;]{0,60}\b(?:revenue|recognition|accounting|financial statements
  |statements|reported|form 10)|(?:identified|discovered|found|determined)\b[^.;]{0,40}\b(?:errors?|misstatements?)\b
  |reclassification|one-time correction|material weakness(?:es)?)\b`
/** "As restated" heads, policies on restatement and the plan of that name. */
const NO_CORRECTION = pattern('i')`
  \b(?:amended and restated|restated (?:certificate|articles|by-?laws|agreement|plan|charter|credit|bylaws)
  |have been restated to reflect|restated to conform|clawback|disclosure controls and procedures|preliminary information
  |in the event of|policy|effective internal control|could result|any restatement|stock split|discontinued operations
  |constant currency)\b`
const TOLD = pattern('i')`
  \b(?:is|are|was|were|has|have|had|did|does|will|would|determined|concluded|identified|found|announced|issuing|should
  |resulted|relates?|related|reflect\w*|impact\w*)\b`

/** An error of the accounts told: a restatement, its cause, its effect, and that it has none. */
export const correction: OutcomeRule = {
  type: 'corporate-event',
  judge: (view, context) => {
    if (context.periodic || !CORRECTED.test(view.text) || NO_CORRECTION.test(view.text) || !TOLD.test(view.text)) return null
    return isOpenSentence(view.text) ? null : 'It tells of an error in the accounts and what became of it.'
  }
}
