import type { OutcomeRule } from '../outcome-rule'

const DECISION = /\b(?:complete response letter|refuse[- ]to[- ]file|clinical hold|designation (?:was|has been)? ?granted|granted\b[^.;]{0,60}\bdesignation|received\b[^.;]{0,60}\b(?:approval|clearance|designation|authori[sz]ation)|accepted (?:for|the) (?:filing|review)|marketing authori[sz]ation)\b/i

/** A decision or an act of a regulator or a court. */
export const regulatoryEvent: OutcomeRule = {
  type: 'regulatory-event',
  judge: (view, context) => {
    if (context.forward.has(view.index)) return null
    const regulator = view.hits('regulator')[0]
    if (!regulator) return null
    const name = view.words(regulator.from, regulator.to)
    const act = view.hits('regulatory-act').find(hit => hit.from > regulator.from && hit.from - regulator.to <= 8)
    if (act) return `It reports a decision of ${name}: "${view.words(act.from, act.to)}".`
    return DECISION.test(view.text) ? `It reports a decision that involves ${name}.` : null
  }
}
