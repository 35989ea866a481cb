import { hasAmount } from '../outcome-rule'
import type { OutcomeRule } from '../outcome-rule'
import type { SentenceView } from '../../text/sentence-view'
import { goodWhenMore } from '../verdict/direction'
import { pattern } from '#model/pattern'

const NOT_A_RESULT = /\b(?:supports? the needs|provides? (?:services|support)|established (?:a|an|the) |will be|is being presented)\b/i
/** What is looked forward to has not been seen yet. */
const YET_TO_COME = /\b(?:look(?:s|ing)? forward to|(?:excited|eager|keen|ready) to|aims? to|intends? to|plans? to)\b/i
const CORRELATIVE = pattern('i')`
  \bthe (?:greater|more|higher|lower|less|longer|larger|smaller)\b[^.;]*,\s*the (?:greater|more|higher|lower|less|longer
  |larger|smaller)\b`

/** Words after which a past participle is an adjective ("with reduced consumption"); the start of the sentence among them. */
const ADJECTIVE_AFTER: ReadonlySet<string> = new Set(['', 'the', 'a', 'an', 'of', 'with', 'for', 'in', 'on', 'its', 'their', 'our', 'this',
  'these', 'to', 'no', 'any', 'by', 'as', '"', 'from', 'such'])

/** A measure of known direction that is told to have risen or fallen: "mortality rose to 14%". */
const movedMeasure = (view: SentenceView): boolean =>
  hasAmount(view.text) && goodWhenMore(view.text) !== 0 &&
  (['up', 'down'] as const).some((list) =>
    view.hits(list).some((hit) =>
      hit.phrase.tag === 'verb' && /(?:ed|rose|grew|fell)$/.test(view.tokens.words[hit.from] ?? '')
      && !ADJECTIVE_AFTER.has(view.tokens.words[hit.from - 1] ?? '')
    )
  )

/** An effect told without statistics, in a study or a field programme. */
export const effect: OutcomeRule = {
  type: 'effect',
  judge: (view, context) => {
    if (!(context.clinical || context.exploration) || context.forward.has(view.index) || view.has('design') || NOT_A_RESULT.test(view.text))
      return null
    if (context.exploration && YET_TO_COME.test(view.text)) return null
    if (CORRELATIVE.test(view.text)) return 'It says how one measure moved with another.'
    if (view.has('veto', 'past-expectation')) return null
    const verb = view.hits('outcome-past').find((hit) =>
      !ADJECTIVE_AFTER.has(view.tokens.words[hit.from - 1] ?? '') &&
      !view.hits('veto').some((veto) => veto.from <= hit.from && veto.to >= hit.to)
    )
    if (!verb) return context.clinical && movedMeasure(view) ? 'It says how a measure of the study moved.' : null
    const object = view.has('outcome-noun') || view.has('up') || view.has('down') || view.has('bad')
    return object ? `It states an observed effect: "${view.words(verb.from, verb.to)}".` : null
  }
}
