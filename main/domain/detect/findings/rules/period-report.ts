import type { SentenceView } from '../../text/sentence-view'
import { hasAmount } from '../outcome-rule'
import type { OutcomeRule } from '../outcome-rule'
import { pattern } from '#model/pattern'

/** A sum or a rate, as against a count of shares, days or feet. */
const SUM = /[$€£¥]\s?\(?\d|\d[\d,.]*\s?(?:%|percent\b|million\b|billion\b|thousand\b|cents\b|basis points\b)/i

/** A verb that tells what was, as against what is the rule. */
const TOLD = pattern('i')`
  \b(?:was|were|had|totall?ed|amounted|represented|received|paid|recorded|recognized|incurred|made|sold|purchased|issued
  |borrowed|repaid|repurchased|contributed|charged|earned|used|provided|generated|increased|decreased|declined|grew|rose|fell
  |reduced|reflected|included|resulted|spent|invested|acquired|completed|realized|reported|granted|declared|ended|averaged
  |consisted|exceeded|produced|amounts to)\b`

/** A time that has passed: a year, a quarter, an "as of". */
const WHEN = pattern('i')`
  \b(?:19|20)\d\d\b|\b(?:during|for|in|at|as of|through) (?:the )?(?:first|second|third|fourth|fiscal|prior|previous|same|last
  |current|three|six|nine|twelve|year|quarter|period)\b|\bcompared (?:to|with)\b|\bfiscal\b`

/** What is policy, law, a term of a contract, a description or a reckoning, whatever sums it names. */
const NO_REPORT = pattern('i')`
  \b(?:would|could|might|may|shall|must|hypothetical\w*|if|statutory|applying|assum\w+|estimated (?:using|based)|expires?
  |matures?|entitled|permits?|provides (?:for|that)|provide for|requires?|pursuant to which|beneficially|square feet|feet
  |exercisable|convertible|par value|per annum|interest rate swap|owns?|owned|employs?|employed|accounts? for|defined)\b`

const OPEN = /\b(?:would|could|might|if|must|hypothetical\w*|introduced|relocated|announced)\b/i

/** A deed that a report on a period tells with its day. */
const DATED_DEED = pattern('i')`
  ^(?:effective |also,? |additionally,? |subsequently,? )?(?:on|in|during|effective) (?:the )?
  (?:(?:first|second|third|fourth) (?:fiscal )?quarter|january|february|march|april|may|june|july|august|september|october
  |november|december|fiscal|(?:19|20)\d\d)\b`
const DEEDS = pattern('i')`
  \b(?:completed|acquired|sold|terminated|finalized|closed|settled|repurchased|redeemed|issued|filed (?:a|for|its)|merged
  |divested|restructured|dismissed|declared|refinanced|repaid|disposed|emerged|adopted a plan|amended|was terminated
  |were terminated|was completed|were completed|was sold|was settled|was declared|was dismissed|received)\b`
const ENDED = pattern('i')`
  \b(?:agreement|program(?:me)?|plan|facility|contract|lease|restructuring|acquisition|sale|merger|offering|suit|lawsuit
  |claim)s?\b[^.;]{0,60}\b(?:was|were) (?:\w+ )?(?:terminated|completed?|settled|closed|dismissed|finalized|cancelled|sold)\b`

/** What moved a figure of the period. */
const CAUSE = pattern('i')`
  \b(?:increase|decrease|growth|decline|reduction|improvement)s? (?:in|of)\b[^;]{0,160}\b
  (?:(?:was|were) (?:\w+ )?(?:due to|attributable|the result|driven by|caused by|offset)|reflect(?:s|ed)|resulted from|due to
  |partially offset|driven by)\b`

/** Years before the document's own from which a deed is history, and from which a sum is: five years are told side by side. */
const DEED_HISTORY = 3
const SUM_HISTORY = 5

/** Whether every year a text names lies more than `years` before the document's. */
const isHistory = (text: string, year: number | null, years: number): boolean => {
  if (year === null) return false
  const named = text.match(/\b(?:19|20)\d\d\b/g) ?? []
  return named.length > 0 && named.every((one) => Number(one) < year - years)
}

const why = (view: SentenceView, year: number | null): string | null => {
  const { text } = view
  if (isHistory(text, year, SUM_HISTORY)) return null
  if (DEEDS.test(text) && isHistory(text, year, DEED_HISTORY)) return null
  if (DATED_DEED.test(text) && DEEDS.test(text) && (view.has('event-noun') || hasAmount(text)) && !OPEN.test(text))
    return 'It tells of something done, with its day.'
  if (NO_REPORT.test(text)) return null
  if (SUM.test(text) && hasAmount(text) && TOLD.test(text) && WHEN.test(text)) return 'It reports a sum of the period.'
  if (CAUSE.test(text)) return 'It says what moved a figure of the period.'
  return ENDED.test(text) && WHEN.test(text) ? 'It tells that something was ended or completed.' : null
}

/** A number or a cause, without one of which nothing here is told. */
const ASKS = /\d|due to|attributable|driven by|offset|reflect|result/

/** What a report on a period tells outside its headlines: sums of the period, and deeds with their days. */
export const periodReport: OutcomeRule = {
  type: 'financial-result',
  judge: (view, context) => {
    if (!context.periodic || !ASKS.test(view.text) || context.forward.has(view.index) || view.sentence.speaker !== null) return null
    return why(view, context.year)
  }
}
