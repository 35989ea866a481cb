import type { OutcomeRule } from '../outcome-rule'
import { pattern } from '#model/pattern'

const P_VALUE = /\b[pP]\s*(?:(?:-\s?)?value\s*)?(?:[=<>≤≥]|of)\s*0?\.\d+/
const RATIO = /\b(?:hazard ratio|HR|odds ratio|OR|RR|relative risk|risk ratio)\b\s*(?:\([A-Z]+\)\s*)?(?:(?:of|[=:,])\s*)?\d*\.\d+/
const INTERVAL = /\b9[059](?:\.\d)?\s?%\s*(?:CI|confidence interval)\b/
const SAMPLE = /\b[nN]\s*=\s*[\d,]+/
const X_OF_Y =
  /\b\d+\s*(?:of|\/|out of(?: the)?)\s*\d+\s*(?:\([^)]*\)\s*)?(?:evaluable\s+)?(?:patients|subjects|participants|animals|cases|volunteers)/i
const RATE_PAIR = /\d(?:\.\d+)?\s?%[^.;]{0,50}\b(?:vs\.?|versus|compared (?:to|with)|and)\b[^.;]{0,30}\d(?:\.\d+)?\s?%/i
const LENGTH_PAIR = pattern('i')`
  \d(?:\.\d+)? (?:months|weeks|days|years|points|m|mm|mg\/dl)\b[^.;]{0,60}\b(?:vs\.?|versus|compared (?:to|with)|and
  |against)\b[^.;]{0,40}\d(?:\.\d+)? (?:months|weeks|days|years|points|m|mm|mg\/dl)\b`

const AVERAGE = pattern('i')`
  \b(?:median|mean|average)\b[^.;]{0,90}\b(?:was|were|of|reached|at)\b[^.;]{0,24}\d(?:[\d,.]*)\s?(?:months|weeks|days|years|%
  |percent|points?)`

/** What every test statistic holds, asked before each of them. */
const ASKS = /[pP]\s*(?:(?:-\s?)?value\s*)?(?:[=<>≤≥]|of)|ratio|HR|OR|RR|risk|CI\b|confidence/

/** Whether a text gives a test statistic: a p-value, a ratio or a confidence interval. */
export const hasTestStatistic = (text: string): boolean =>
  ASKS.test(text) && (P_VALUE.test(text) || RATIO.test(text) || INTERVAL.test(text))

/** Whether a text gives any statistic of a study, a sample size or a share of patients included. */
export const hasStatistic = (text: string): boolean =>
  hasTestStatistic(text) || SAMPLE.test(text) || X_OF_Y.test(text) || RATE_PAIR.test(text)

/** A result told with a statistic. A sample size alone is design. */
export const statistics: OutcomeRule = {
  type: 'statistic',
  judge: (view, context) => {
    if (!/\d/.test(view.text) || context.forward.has(view.index)) return null
    if (hasTestStatistic(view.text)) return 'It gives a test statistic.'
    if (!context.clinical || view.has('design')) return null
    if (AVERAGE.test(view.text)) return 'It gives an average of what was seen.'
    return X_OF_Y.test(view.text) || RATE_PAIR.test(view.text) || LENGTH_PAIR.test(view.text)
      ? 'It gives rates of the groups compared.'
      : null
  }
}
