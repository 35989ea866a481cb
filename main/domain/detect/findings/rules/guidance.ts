import { hasAmount } from '../outcome-rule'
import type { OutcomeRule } from '../outcome-rule'

/** Figures given for a period to come. */
export const guidance: OutcomeRule = {
  type: 'guidance',
  judge: (view, context) => {
    if (!context.forward.has(view.index)) return null
    const changed = /\b(?:rais\w+|lower\w+|reaffirm\w+|reiterat\w+|updat\w+|withdr\w+)\b[^.;]{0,40}\b(?:guidance|outlook)\b/i.test(
      view.text
    )
    const measure = view.hits('measure')[0]
    if (changed) return 'It changes or confirms guidance.'
    return measure && hasAmount(view.text) ? `It gives an expected figure for ${view.words(measure.from, measure.to)}.` : null
  }
}
