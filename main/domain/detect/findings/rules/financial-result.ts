import { firstMeasure } from '../../text/sentence-view'
import { hasAmount } from '../outcome-rule'
import type { OutcomeRule } from '../outcome-rule'
import { pattern } from '#model/pattern'

const TOLD = pattern('i')`
  \b(?:was|were|had|totall?ed|reported|recorded|posted|achieved|generated|earned|ended|came in|amounted|stood|reached
  |represent(?:s|ed|ing)|compared|decreased?|increased?|rose|fell|grew|declined?|improved|reduced|up|down|of)\b`
const POLICY = pattern('i')`
  \b(?:is recognized|are recognized|is recorded when|are measured|is calculated|are calculated|is defined|we define
  |is computed|non-gaap (?:measure|financial)|should not be considered|reconciliation|pursuant to|per annum|par value
  |aggregate principal|exercise price|entitled to receive|(?:has|have) been adjusted|restated to reflect)\b`

const RECORD = pattern('i')`
  \brecord\b[^.;]{0,30}\b(?:results?|revenues?|sales|earnings|income|profits?|quarter|year|performance|cash flow|bookings
  |backlog|orders|growth|collections)\b`

/** A record of a whole trade or country, and the words by which a filer speaks of itself. */
const OF_A_TRADE = pattern('i')`
  \b(?:industry|industry-wide|nationwide|worldwide|globally|in the (?:united states|u\.s\.|world|country|nation|region)
  |(?:solar|housing|auto|automotive|lamp|car|energy|travel) (?:\w+ )?(?:installations|market|industry|sales in))\b`
const OWN = /\b(?:we|our|us|company|company['’]s|corporation|its|bank|group)\b/i

/** Whether a text speaks of a record in sales, earnings or results. */
export const tellsRecord = (text: string): boolean =>
  text.includes('ecord') && RECORD.test(text) && (OWN.test(text) || !OF_A_TRADE.test(text))

/** Measures that events speak of as well: money borrowed, dividends declared, assets sold. */
const SOFT = pattern()`
  ^(?:debt|indebtedness|total debt|dividends?|loans|deposits|cash|assets|total assets|customers|orders|users|members|merchants
  |registered users|active users|monthly active users|daily active users|unique users|downloads|inventory|inventories
  |production|shipments|portfolio|costs|charges|interest|backlog|subscribers|losses|throughput|occupancy|loss|earnings
  |income)$`
const TOLD_SOFT = pattern('i')`
  \b(?:was|were|totall?ed|stood|amounted|ended|increased?|decreased?|rose|fell|grew|declined?|improved|compared|versus|up|down
  |at (?:quarter|year|period)[- ]end|recorded|reported|had|boasts?|now (?:has|serves|counts)|reach(?:ed|ing)|surpass(?:ed|ing)
  |exceed(?:ed|ing))\b`

const COMPARES = pattern('i')`
  \b(?:was|were|totall?ed|increased|decreased|improved|grew|rose|fell|declined|widened|narrowed|stood)\b[^;]{0,80}\d[\d,.]*\s?
  (?:%|percent|million|billion)[^;]{0,60}\b(?:compared|versus|from|up|down)\b[^;]{0,60}\d`

/** Where a measure stands, told without an amount: at its highest, positive, the first, none, within guidance. */
const LEVEL = pattern('i')`
  \b(?:at (?:its|their|the) (?:highest|lowest|best)|(?:highest|lowest|best) (?:level|quarter|month|year)?\b[^.;]{0,40}\b
  (?:since|ever|in the (?:company['’]s )?history)|for the first time|first (?:quarterly|annual|ever|profitable)\b
  |first (?:\w+ ){0,4}(?:profit|net income|revenues?)\b|(?:continued to be|remained|turned|is|was|were) (?:positive|profitable
  |flat|negative)|had no\b|has no\b|(?:met|exceeded|beat|above|below|at the (?:upper|high|low|lower) end of|in the midpoint of
  |within|missed|did not meet)\b[^.;]{0,40}\b(?:guidance|expectations?|range|forecast|targets?|estimates?))`

/** A change told by a noun, or a comparison with the period before. */
const CHANGE = pattern('i')`
  \b(?:had|saw|experienced|achieved|posted|delivered|recorded) (?:an? )?(?:\w+ ){0,2}(?:increase|decrease|decline|growth
  |improvement|reduction)s? (?:in|of)\b|\b(?:less|more|higher|lower|fewer|greater) (?:\w+ ){0,2}(?:backlog|revenues?|sales
  |orders|bookings|margins?|expenses|costs|earnings|income) than (?:the|in the|last|a year)\b`

/** A measure of the accounts with its amount, or with its movement. */
export const financialResult: OutcomeRule = {
  type: 'financial-result',
  judge: (view, context) => {
    const measure = firstMeasure(view)
    if (!context.forward.has(view.index) && tellsRecord(view.text)) return 'It reports a record.'
    if (measure && !context.forward.has(view.index) && !context.periodic && LEVEL.test(view.text))
      return `It says where ${view.words(measure.from, measure.to)} stand.`
    if (!measure && (context.clinical || (!context.reporting && context.periodic))) return null
    if (context.forward.has(view.index) || POLICY.test(view.text)) return null
    if (!context.clinical && !context.periodic && CHANGE.test(view.text)) return 'It tells of a change of the business.'
    if (!measure)
      return context.reporting && !context.clinical && COMPARES.test(view.text)
        ? 'It compares a figure with the one of an earlier period.'
        : null
    const name = view.words(measure.from, measure.to)
    const told = SOFT.test(measure.phrase.text) && view.hits('measure').every((hit) => SOFT.test(hit.phrase.text)) ? TOLD_SOFT : TOLD
    if (hasAmount(view.text) && told.test(view.text)) return `It reports ${name} with an amount.`
    if (context.clinical) return null
    const moved = [...view.hits('up'), ...view.hits('down')].find((hit) =>
      hit.phrase.tag === 'verb' && Math.abs(hit.from - measure.to) <= 4
    )
    if (moved && /(?:ed|ew|ell|ose)$/.test(view.tokens.words[moved.from] ?? '')) return `It says how ${name} moved.`
    return null
  }
}
