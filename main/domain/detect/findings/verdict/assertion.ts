import { pattern } from '#model/pattern'

/** A word directly before a verb that makes of it what may be: "will meet", "might not have met". */
const MODAL_BEFORE = pattern('i')`
  \b(?:will|would|could|may|might|should|shall|can|cannot|must|won't|can't|couldn't|wouldn't|['’]ll)
  (?: (?:not|also|still|ever|never|have|be|been|yet|either|\w+ly)){0,3} ?$`
/** A modal a few words before a noun: "may show no benefit", "could cause serious events". */
const MODAL_NEAR = /\b(?:will|would|could|may|might|should|shall|can|cannot|must)(?: [\w-]+){0,4} ?$/i
/** An infinitive tells an aim, unless what stands before it tells how it ended. */
const INFINITIVE = /\bto (?:\w+ly )?(?:have |be )?$/i
const ENDED_BEFORE = pattern('i')`
  \b(?:fail(?:s|ed|ing|ure)?|manag(?:ed|es)|prov(?:ed|es)|continu(?:ed|es)|shown|found|went on|was able|were able|unable
  |refus\w+|enough)(?: \w+ly)? to (?:\w+ly )?(?:have |be )?$
  |\b(?:first|second|third|fourth|fifth|only|latest|\d+(?:st|nd|rd|th))\b[^,;]{0,60} to (?:\w+ly )?(?:have )?$`
/** Words that put what follows in question, up to a comma. */
const QUESTIONS = pattern('i')`
  \b(?:whether|if|unless|until|assuming|provided|in case|in the event
  |once(?! (?:a|an|daily|weekly|monthly|nightly|every|per|again|or|in)\b)|as soon as)\b[^;]*$
  |^(?:should|were|had) (?:(?:the|our|its|this|that|any|either) )?[\w-]+ [^;]*$`
/** Words of hope and aim that govern the clause behind them. */
const HOPES = pattern('i')`
  \b(?:hop(?:e|es|ed|ing)|expect(?:s|ed|ing|ations?)?|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|seek(?:s|ing)?
  |sought|want(?:s|ed)?|wish(?:es|ed)?|anticipat(?:e|es|ed|ing)|predict(?:s|ed)?|forecast\w*|goal (?:is|was)|in order|so that
  |designed|powered|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|imagine|confident|optimistic)\b[^,;]*$`
/** Words of doubt and ignorance, anywhere before in the sentence. */
const DOUBTS = pattern('i')`
  \b(?:no (?:assurances?|guarantees?|certainty|way of knowing)
  |(?:cannot|can not|can't|could not) (?:assure|guarantee|predict|promise|be (?:certain|sure)|know|say|tell|determine
  |conclude)|not (?:yet )?(?:certain|known|clear|sure|evident|determined)|(?:un(?:clear|certain|known)|doubtful)
  |do(?:es)? not (?:yet )?know|remains? to be seen|too early to
  |(?:chance|probability|likelihood|possibility|risk|odds)s? (?:that|of)|in doubt|question (?:of|as to)
  |no (?:conclusion|evidence yet))\b[^;]*$`
/** Doubts that govern what follows, wherever they are read. */
const DOUBTED = pattern('i')`
  \b(?:no (?:assurances?|guarantees?|certainty|way of knowing)
  |(?:cannot|can not|can['’]t) (?:assure|guarantee|predict|promise|be (?:certain|sure)|know|say)
  |not (?:yet )?(?:certain|known|clear) (?:whether|if|that)|un(?:clear|certain|known) (?:whether|if)
  |do(?:es)? not (?:yet )?know|remains? to be seen|too early to)\b`
/** What is said behind a clause of its standing. */
const LEFT_OPEN = pattern('i')`
  ^[^;.]{0,80}?(?:\b(?:is|are|was|remains?|has)\b (?:as yet |still )?
  (?:not (?:yet )?(?:known|clear|certain|been (?:determined|established))|unknown|unclear|uncertain|in doubt|an open question
  |to be seen)|\?)`
/** A hope told as past, with how it ended. */
const DASHED = /^[^;.]{0,120}?\bbut (?:it|they|this|that|the \w+|we)? ?(?:did|was|were|has|have|had|could) ?(?:not|n['’]t)\b/i

/** A whole sentence that asks, doubts or sets a condition. */
const OPEN_SENTENCE = pattern('i')`
  ^(?:if|unless|whether|should (?:the|our|we|it|this|any|[A-Z]\w+))\b
  |\b(?:ask(?:ed|s)?|knows?|determin(?:e|ing)|learn|see|evaluat(?:e|ing)|assess(?:ing)?|investigat(?:e|ing)|decid(?:e|ing)
  |uncertain|unclear|question of) (?:if|whether)\b`

/** Characters from the start within which a doubt governs the whole sentence. */
const EARLY = 70

/** Whether a sentence as a whole asks, doubts or sets a condition, so that nothing in it is told as fact. */
export const isOpenSentence = (text: string): boolean => {
  if (OPEN_SENTENCE.test(text)) return true
  const doubt = DOUBTED.exec(text)
  return doubt !== null && doubt.index < EARLY
}

/** How a clause stands: told as fact, told as what was hoped and did not come, or not told as fact. */
export type Standing = 'told' | 'dashed' | 'open'

/** Number of commas from which a conditional clause has closed before the verb: one closes it, two enclose an insertion. */
const isClosed = (before: string): boolean => (before.match(/,/g) ?? []).length === 1

const isQuestioned = (before: string): boolean => {
  const match = QUESTIONS.exec(before)
  return match !== null && !isClosed(match[0])
}

/** What stands before `from` that keeps the clause there from being told as fact. */
const isGoverned = (before: string, loose: boolean): boolean =>
  (loose ? MODAL_NEAR : MODAL_BEFORE).test(before) || (INFINITIVE.test(before) && !ENDED_BEFORE.test(before)) || isQuestioned(before) ||
  DOUBTS.test(before) ||
  (HOPES.test(before) && !ENDED_BEFORE.test(before))

/**
 * Says whether the words from `from` to `to` of a sentence (UTF-16 units) are told as fact. Hope, doubt, condition and ignorance are no
 * outcomes; a hope that is said to have failed is one. `loose` looks for a modal some words before as well, for words that are no verb.
 */
export const standingOf = (text: string, from: number, to: number, loose = false): Standing => {
  const before = text.slice(0, from)
  const after = text.slice(to)
  if (isGoverned(before, loose)) return DASHED.test(after) ? 'dashed' : 'open'
  return LEFT_OPEN.test(after) || /\bnot yet (?:\w+ )?$/i.test(before) ? 'open' : 'told'
}
