import { hasAmount } from '../outcome-rule'
import type { OutcomeRule } from '../outcome-rule'

const TOLD = /\b(?:was|were|had|totall?ed|reported|recorded|posted|achieved|generated|earned|ended|came in|amounted|stood|reached|represent(?:s|ed|ing)|compared|decreased?|increased?|rose|fell|grew|declined?|improved|reduced|up|down|of)\b/i
const POLICY = /\b(?:is recognized|are recognized|is recorded when|are measured|is calculated|are calculated|is defined|we define|is computed|non-gaap (?:measure|financial)|should not be considered|reconciliation|pursuant to|per annum|par value|aggregate principal|exercise price)\b/i

/** A measure of the accounts with its amount, or with its movement. */
export const financialResult: OutcomeRule = {
  type: 'financial-result',
  judge: (view, context) => {
    const measure = view.hits('measure')[0]
    if (!measure || context.forward.has(view.index) || POLICY.test(view.text)) return null
    const name = view.words(measure.from, measure.to)
    if (hasAmount(view.text) && TOLD.test(view.text)) return `It reports ${name} with an amount.`
    const moved = [...view.hits('up'), ...view.hits('down')].find(hit => hit.phrase.tag === 'verb' && Math.abs(hit.from - measure.to) <= 4)
    if (moved && /(?:ed|ew|ell|ose)$/.test(view.tokens.words[moved.from] ?? '')) return `It says how ${name} moved.`
    return /\brecord\b/i.test(view.text) && /\b(?:was|were|had|achieved|reported|delivered|generated|posted)\b/i.test(view.text) ? `It reports record ${name}.` : null
  }
}
