import type { Polarity } from '#contract/finding'
import { pattern } from '#model/pattern'

const NOTHING = pattern('i')`
  \b(?:no|without|absence of|did not (?:intersect|return|encounter)|barren|failed to)\b[^.;]{0,40}\b(?:minerali[sz]ation
  |anomal\w+|values|assays?|intersect\w*|grades?)\b`
const CAUTIOUS = pattern('i')`
  \b(?:suggest\w*|indicat\w+|interpreted|potential\w*|could|may|might|possibl[ey]|probabl[ey]|likely
  |open (?:at depth|along|in all|to the)|subtle|conceptual|despite|although|did not|inferred|prospectiv\w*|appears?)\b`
const HIT = pattern('i')`
  \b(?:intersect(?:ed|s|ions?)|identif(?:ied|ies)|confirm(?:ed|s)|returned|outlin(?:ed|es?)|highlights?|encountered
  |discover\w+|delineated|match(?:es)?|evident|high[- ]grade|large|distinctive|distinct|strong|classic|long intervals
  |significant|abundant|new)\b`

/** The tone of what was seen in the ground: found is favourable, read into it is qualified, nothing there is unfavourable, shape alone has none. */
export const groundPolarity = (text: string): Polarity => {
  if (NOTHING.test(text)) return 'unfavourable'
  if (CAUTIOUS.test(text)) return 'qualified'
  return HIT.test(text) ? 'favourable' : 'neutral'
}
