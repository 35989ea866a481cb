import type { PhraseHit } from '../../text/phrases'
import type { SentenceView } from '../../text/sentence-view'
import type { OutcomeRule } from '../outcome-rule'
import { standingOf } from '../verdict/assertion'
import { pattern } from '#model/pattern'

const DECISION = pattern('i')`
  \b(?:complete response letter|refuse[- ]to[- ]file|clinical hold|designation (?:was|has been)? ?granted
  |granted\b[^.;]{0,60}\bdesignation|received\b[^.;]{0,60}\b(?:approval|clearance|designation|authori[sz]ation)
  |accepted (?:for|the) (?:filing|review)|marketing authori[sz]ation|(?:approval|clearance)s? (?:from|by) the)\b`

const ISSUED = pattern('i')`
  \bissued\b[^.;]{0,50}\b(?:patent|order|decision|letter|ruling|approval|clearance|permit|guidance|warning|subpoena|notice
  |injunction|judgment)\b`

/** Words between a regulator and its act that make a power, a rule or a standing of it. */
const NO_ACT: ReadonlySet<string> = new Set(['are', 'is', 'may', 'can', 'could', 'would', 'will', 'might', 'must', 'should', 'be', 'to',
  'if', 'until', 'whether', 'unless', 'when'])

/** What stands before a regulator's name that is used as an adjective. */
const KINDS_OF: ReadonlySet<string> = new Set(['a', 'an', 'any', 'no', 'other', 'only', 'existing', 'currently', 'first', 'with', 'than'])
const OPENS_OBJECT = /^(?:the|its|our|a|an|this|that|to|for|two|three|four|five|six|both|all|use|marketing|new|in|on|over|as|\d+)$/

/** A regulator's name that only says of a thing of what sort it is: "the FDA-approved salts", "an FDA approved device". */
const asAdjective = (view: SentenceView, regulator: PhraseHit, act: PhraseHit): boolean => {
  if (act.from !== regulator.to && view.tokens.words[regulator.to] !== ')') return false
  const between = view.text.slice(view.tokens.ends[regulator.to - 1] ?? 0, view.tokens.starts[act.from] ?? 0)
  if (/^[)]?[-‐‑–]/.test(between)) return true
  if (view.tokens.words.slice(Math.max(0, regulator.from - 2), regulator.from).some((word) => KINDS_OF.has(word))) return true
  return /^[a-z]/.test(view.text.slice(view.tokens.starts[act.to] ?? 0)) && !OPENS_OBJECT.test(view.tokens.words[act.to] ?? '')
}

/** "Has approved no drug": an act that was not done. */
const isOfNothing = (view: SentenceView, act: PhraseHit): boolean => /^(?:no|none|nothing|neither)$/.test(view.tokens.words[act.to] ?? '')

const actOf = (view: SentenceView, regulator: PhraseHit): PhraseHit | undefined =>
  view.hits('regulatory-act').find((hit) => {
    if (hit.from <= regulator.from || hit.from - regulator.to > 8) return false
    const between = view.tokens.words.slice(regulator.to, hit.from)
    // The regulator nearest to the act is the one that acts: "the Food and Drug Administration (FDA) approved …" is told by its short name.
    if (view.hits('regulator').some((other) => other.from >= regulator.to && other.to <= hit.from)) return false
    return !between.some((word) => NO_ACT.has(word)) && !asAdjective(view, regulator, hit) && !isOfNothing(view, hit)
  })

/** A decision or an act of a regulator or a court. */
export const regulatoryEvent: OutcomeRule = {
  type: 'regulatory-event',
  judge: (view, context) => {
    if (context.forward.has(view.index)) return null
    for (const regulator of view.hits('regulator')) {
      const name = view.words(regulator.from, regulator.to)
      const act = actOf(view, regulator)
      const empty = act && view.tokens.words[act.from] === 'issued' && !ISSUED.test(view.text)
      const [from, to] = act ? [view.tokens.starts[act.from] ?? 0, view.tokens.ends[act.to - 1] ?? 0] : [0, 0]
      if (act && !empty && standingOf(view.text, from, to) === 'told')
        return `It reports a decision of ${name}: "${view.words(act.from, act.to)}".`
      const decision = DECISION.exec(view.text)
      if (decision && standingOf(view.text, decision.index, decision.index + decision[0].length) === 'told')
        return `It reports a decision that involves ${name}.`
    }
    return null
  }
}
