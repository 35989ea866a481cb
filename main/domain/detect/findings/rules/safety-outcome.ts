import type { OutcomeRule } from '../outcome-rule'

const ABSENT =
  /\bno (?:serious |severe |treatment-related |drug-related |new )*(?:adverse events?|saes?|safety signals?|dose-limiting toxicit\w+|deaths|discontinuations)/i
const TOLD =
  /\b(?:was|were|occurred|observed|reported|experienced|had|showed|demonstrated|remained|discontinued|died|there (?:were|was)|has been|have been)\b/i

/** What was seen of safety: adverse events, tolerability, discontinuations. */
export const safetyOutcome: OutcomeRule = {
  type: 'safety-outcome',
  judge: (view, context) => {
    if (!context.clinical || context.forward.has(view.index) || view.has('design')) return null
    if (ABSENT.test(view.text)) return 'It says that no harm was seen.'
    if (!TOLD.test(view.text)) return null
    const hit = view.hits('safety')[0]
    if (hit) return `It tells what was seen of safety: "${view.words(hit.from, hit.to)}".`
    return /\bsafety\b/i.test(view.text) && /\b(?:favou?rable|consistent|acceptable|good|no )\b/i.test(view.text)
      ? 'It tells what was seen of safety.'
      : null
  }
}
