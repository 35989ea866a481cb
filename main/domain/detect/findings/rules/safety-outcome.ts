import type { OutcomeRule } from '../outcome-rule'
import { harmOf } from '../verdict/harm'
import type { Harm } from '../verdict/harm'
import { pattern } from '#model/pattern'

const TOLD = pattern('i')`
  \b(?:was|were|occurred|observed|reported|experienced|had|showed|demonstrated|remained|discontinued|died|there (?:were|was)
  |has been|have been)\b`
/** Words by which a sentence speaks of a study even where its document names few. */
const STUDY = pattern('i')`
  \b(?:patients?|subjects?|participants?|volunteers?|dos(?:e|es|ed|ing)|placebo|cohorts?|arms?|trials?|study|studies|treatment
  |treated|drug|vaccine|vaccinated|therapy|adverse)\b`

const SAID: Readonly<Record<Harm, string>> = {
  seen: 'It tells of harm that was seen.',
  excused: 'It tells of harm that was seen, and gives another cause for it.',
  absent: 'It says that no harm was seen.'
}

/** What was seen of safety: adverse events, tolerability, discontinuations, deaths. */
export const safetyOutcome: OutcomeRule = {
  type: 'safety-outcome',
  judge: (view, context) => {
    // A report of hundreds of pages tells of harm in other senses; there the whole document must speak of studies.
    if (!context.clinical && (context.periodic || !(view.has('clinical') || STUDY.test(view.text)))) return null
    const harm = harmOf(view.text)
    if (harm && (harm !== 'absent' || !context.forward.has(view.index))) return SAID[harm]
    if (context.forward.has(view.index) || view.has('design') || !TOLD.test(view.text)) return null
    const hit = view.hits('safety')[0]
    if (hit && (context.clinical || view.has('clinical'))) return `It tells what was seen of safety: "${view.words(hit.from, hit.to)}".`
    return context.clinical && /\bsafety\b/i.test(view.text) && /\b(?:favou?rable|consistent|acceptable|good|no )\b/i.test(view.text)
      ? 'It tells what was seen of safety.'
      : null
  }
}
