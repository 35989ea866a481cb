import type { OutcomeRule } from '../outcome-rule'

/** A claim of significance, or of a trend, about something observed. */
export const significance: OutcomeRule = {
  type: 'significance',
  judge: (view, context) => {
    const hit = view.hits('significance')[0]
    if (!hit || context.forward.has(view.index)) return null
    const statistical = /statistic/.test(hit.phrase.text)
    if (!statistical && !context.clinical) return null
    const told = view.has('outcome-past') || /\b(?:resulting in|leading to|showing|demonstrating)\b/i.test(view.text) ||
      /\b(?:was|were|did|has|have|had)\b/i.test(view.text)
    return told ? `It makes a claim of significance: "${view.words(hit.from, hit.to)}".` : null
  }
}
