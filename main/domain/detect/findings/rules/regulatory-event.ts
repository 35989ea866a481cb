import type { OutcomeRule } from '../outcome-rule'

const DECISION =
  /\b(?:complete response letter|refuse[- ]to[- ]file|clinical hold|designation (?:was|has been)? ?granted|granted\b[^.;]{0,60}\bdesignation|received\b[^.;]{0,60}\b(?:approval|clearance|designation|authori[sz]ation)|accepted (?:for|the) (?:filing|review)|marketing authori[sz]ation)\b/i

const ISSUED =
  /\bissued\b[^.;]{0,50}\b(?:patent|order|decision|letter|ruling|approval|clearance|permit|guidance|warning|subpoena|notice|injunction|judgment)\b/i

/** A decision or an act of a regulator or a court. */
export const regulatoryEvent: OutcomeRule = {
  type: 'regulatory-event',
  judge: (view, context) => {
    if (context.forward.has(view.index)) return null
    const regulator = view.hits('regulator')[0]
    if (!regulator) return null
    const name = view.words(regulator.from, regulator.to)
    const act = view.hits('regulatory-act').find((hit) => hit.from > regulator.from && hit.from - regulator.to <= 8)
    const empty = act && view.tokens.words[act.from] === 'issued' && !ISSUED.test(view.text)
    if (act && !empty) return `It reports a decision of ${name}: "${view.words(act.from, act.to)}".`
    return DECISION.test(view.text) ? `It reports a decision that involves ${name}.` : null
  }
}
