import type { OutcomeRule } from '../outcome-rule'

const NAMES = /\b(?:co-?)?primary (?:efficacy |safety |and secondary |study |clinical )?(?:end ?-?points?|outcome measures?|objectives?)\b/i
const MISSED =
  /\b(?:(?:did|does|has|have|had|was|were) not(?: been)?|failed to|narrowly miss\w*|missed|not)\s+(?:\w+\s+){0,3}?(?:me(?:e)?t|reach(?:ed)?|achieved?|hit|demonstrat\w+|show\w*)?\b[^.;]{0,60}\bprimary (?:\w+ ){0,2}(?:end ?-?points?|objectives?|outcome)|\bprimary (?:\w+ ){0,2}(?:end ?-?points?|objectives?)\b[^.,;]{0,50}\b(?:was|were|not|failed)\b[^.;]{0,12}\b(?:not (?:met|reached|achieved)|missed|to reach)/i
const MET =
  /\b(?:meets?|met|achiev\w+|reach\w*|hit|satisf\w+)\b[^.;]{0,60}\bprimary (?:\w+ ){0,2}(?:end ?-?points?|objectives?|outcome)|\bprimary (?:\w+ ){0,2}(?:end ?-?points?|objectives?)\b[^.,;]{0,40}\b(?:was|were|has been|have been)\s+(?:successfully )?(?:met|achieved|reached)/i

/** Whether a text names a primary endpoint. */
export const namesPrimaryEndpoint = (text: string): boolean => NAMES.test(text)

/** The verdict a sentence gives on a primary endpoint: met, missed, or null where it only names it. */
export const primaryVerdict = (text: string): 'met' | 'missed' | null => {
  if (!NAMES.test(text)) return null
  if (MISSED.test(text)) return 'missed'
  return MET.test(text) ? 'met' : null
}

/** A verdict on the primary endpoint. */
export const primaryEndpoint: OutcomeRule = {
  type: 'primary-endpoint',
  judge: (view, context) => {
    if (context.forward.has(view.index)) return null
    const verdict = primaryVerdict(view.text)
    if (verdict === 'met') return 'It says that the primary endpoint was met.'
    return verdict === 'missed' ? 'It says that the primary endpoint was not met.' : null
  }
}
