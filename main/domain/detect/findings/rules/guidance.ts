import { firstMeasure } from '../../text/sentence-view'
import type { SentenceView } from '../../text/sentence-view'
import { hasAmount } from '../outcome-rule'
import type { OutcomeRule } from '../outcome-rule'
import { pattern } from '#model/pattern'

/** A direction predicted for a measure. */
const DIRECTED = pattern('i')`
  \b(?:expected|expects?|anticipates?|anticipated|estimates?|believes?|will|projected|forecast)\b[^.;]{0,50}\b(?:to )?(?:be )?
  (?:increase|decrease|improve|decline|grow|rise|fall|remain|flat|higher|lower|reduced|up|down|benefited|exceed)\b`

/** What was booked before, and is only told to have no sequel: "recorded an adjustment of $2 million … that will not be paid". */
const recordedBefore = (view: SentenceView): boolean => {
  const modal = view.hits('modal')[0]
  const at = modal ? view.tokens.starts[modal.from] ?? 0 : view.text.length
  return /\b(?:recorded|incurred|paid|received|expires?)\b/i.test(view.text.slice(0, at)) && !hasAmount(view.text.slice(at))
}

/** What is spent on something, told as a share of another measure or as a sum: "invest 9% of sales in glazing". */
const SPENDS = pattern('i')`
  \b(?:invest|spend|reinvest|devote|allocate|dedicate|commit)(?:s|ing)? (?:[\w-]+ ){0,4}(?:approximately |about |up to |over |more than |some |at least )?
  (?:[$€£]|EUR |USD )?\d[\d.,]*(?: ?%| percent| million| billion)?(?: (?:to|of) [^.;,]{1,40}?)? (?:in|on|into|to) (?:the |its |our |a |an )?
  ([A-Za-z][\w&]*(?:[ -](?!(?:in|and|by|for|over|during|this|next|with|to|of|compared)\b)[\w&]+){0,3}(?: and [a-z]+)?)`

/** What a sentence says money will be spent on; null where it says nothing of the kind. */
export const spentOn = (text: string): string | null =>
  /inv|spend|devot|alloc|dedic|commit/i.test(text) ? SPENDS.exec(text)?.[1] ?? null : null

/** Figures given for a period to come. */
export const guidance: OutcomeRule = {
  type: 'guidance',
  judge: (view, context) => {
    if (!context.forward.has(view.index)) return null
    const changed = /\b(?:rais\w+|lower\w+|reaffirm\w+|reiterat\w+|updat\w+|withdr\w+)\b[^.;]{0,40}\b(?:guidance|outlook)\b/i.test(
      view.text
    )
    const measure = firstMeasure(view)
    if (changed) return 'It changes or confirms guidance.'
    const spent = hasAmount(view.text) ? spentOn(view.text) : null
    if (spent !== null) return `It gives an expected figure for what is spent on ${spent}.`
    if (measure && !context.periodic && DIRECTED.test(view.text) && view.sentence.speaker === null)
      return `It says which way ${view.words(measure.from, measure.to)} is expected to go.`
    if (recordedBefore(view)) return null
    return measure && hasAmount(view.text) ? `It gives an expected figure for ${view.words(measure.from, measure.to)}.` : null
  }
}
