import { standingOf } from './assertion'
import { pattern } from '#model/pattern'

/** What is told of harm: seen, seen and said to have another cause, or said not to have been seen. */
export type Harm = 'seen' | 'excused' | 'absent'

const PERSONS = '(?:patients?|subjects?|participants?|volunteers?|children|infants?|persons?|people|men|women|recipients?|individuals)'
const DEATH = new RegExp(
  `\\b${PERSONS}\\b[^.;]{0,60}?\\b(?:died|has died|have died|were killed|passed away)\\b|\\b(?:deaths?|fatalit(?:y|ies))\\b|\\bfatal\\b|\\b[Gg]rade 5\\b|\\bdied (?:of|from|after|during|while|in the)\\b`
)
/** Deaths that are a measure or a name rather than an event. */
const NO_DEATH = pattern('i')`
  \b(?:causes? of death|risk of death|time to death|death or|or death
  |deaths? (?:rate|in the United States|worldwide|each year|every year|annually|per year)|(?:Sudden|Black) Death|cell death
  |death benefits?|leading causes? of (?:death|mortality)|cardiovascular death
  |(?:reduc\w+|lower\w*|prevent\w*|protect\w*|against|fewer|avoid\w*)\b[^.;]{0,60}\bdeaths?)\b`
const HARM_WORD =
  '(?:adverse|toxicit\\w+|side effects?|safety|liver|hepat\\w+|cardi\\w+|intoleran\\w+|reactions?|bleeding|harm|rash|infections?|neutropeni\\w+|AEs?|SAEs?|TEAEs?|DLTs?|arrhythmi\\w+|seizures?|haemorrhag\\w+|hemorrhag\\w+|injur\\w+|events?|cases?|elevat\\w+|nausea|vomiting|tolerability)'
const STOPPED = new RegExp(
  `\\b(?:discontinu\\w+|stopp\\w+|withdr[ae]w\\w*|withdrawals?|ceas\\w+|ended|halted|paused|suspended|left|dropped out|dropouts?|interrupted|quit)\\b[^.;]{0,90}?\\b(?:because of|because|due to|owing to|for|after|following|as a result of|on account of|caused by|related to|attributed to|over|from|on grounds of)\\b[^.;]{0,60}?\\b${HARM_WORD}\\b`,
  'i'
)
const LED_TO_STOP = new RegExp(
  `\\b${HARM_WORD}\\b[^.;]{0,60}?\\b(?:led to|leading to|caus\\w+|forc\\w+|requir\\w+|result\\w+ in|prompt\\w+)\\b[^.;]{0,50}?\\b(?:discontinu\\w+|stop\\w*|withdraw\\w*|halt\\w*|paus\\w+|dose reductions?|hospitali[sz]ations?)\\b`,
  'i'
)
const HOLD = pattern('i')`
  \b(?:on (?:full |partial )?clinical hold|(?:full|partial) clinical hold
  |clinical hold (?:on|of|was|letter|was placed|has been)|placed (?:\w+ ){0,5}on (?:\w+ )?hold
  |(?:halted|suspended|paused|stopped|terminated)\b[^.;]{0,50}\b(?:dosing|enrol?lment
  |the (?:\w+ ){0,3}(?:trial|study))\b[^.;]{0,80}\b(?:safety|deaths?|toxicit\w+|adverse)|boxed warning (?:was|has been)
  |safety (?:board|committee)[^.;]{0,60}\b(?:recommended|advised)[^.;]{0,30}\b(?:stop\w*|halt\w*|paus\w+|terminat\w+))\b`
const LIFTED = /\b(?:lift(?:ed|s)?|remov(?:ed|es)|releas(?:ed|es)|resolved|no (?:full |partial )?clinical hold|end of the)\b/i
const EVENT = pattern('i')`
  \b(?:dose-? ?limiting toxicit\w+|DLTs?|(?:serious|severe|fatal|life-threatening
  |grade [345](?: or higher)?) (?:treatment-? ?related |drug-? ?related )?(?:adverse (?:events?|reactions?|effects?)|AEs?
  |toxicit\w+|side effects?)|SAEs?|treatment-? ?related (?:serious )?(?:adverse events?|AEs?|toxicit\w+)|suicid\w+|anaphyla\w+
  |Hy['’]s [Ll]aw)\b`
const IMBALANCE = pattern('i')`
  \b(?:imbalance\b[^.;]{0,50}\b(?:deaths?|events?|mortality|safety|toxicit\w+)
  |(?:more|higher|greater|increased|excess)\b[^.;]{0,50}\b(?:deaths?|mortality|adverse|toxicit\w+|bleeding|infections?
  |discontinuations?|hospitali[sz]ations?)\b[^.;]{0,80}\b(?:than|compared|versus|vs|over)\b)`
const ABSENT_BEFORE = pattern('i')`
  \b(?:no|not|none|never|without|neither|nor|zero|0|nobody|absence of|free of|lack of|any)\b
  (?:[ -](?!patients? who)[\w≥><=]+){0,8}[ -]?$|\bno (?:patients?|subjects?|participants?|one|volunteers?)\b[^.;,]{0,60}$
  |\b(?:wasn|weren|didn|hasn|haven)['’]t\b[^.;,]{0,30}$`
const ABSENT_AFTER =
  /^[^.;,]{0,40}?\b(?:did not occur|were not (?:seen|observed|reported)|was not (?:seen|observed|reported)|have not (?:been|occurred))\b/i
const EXCUSED = pattern('i')`
  \b(?:unrelated|not (?:\w+ ){0,3}(?:related|attributed|attributable|caused|due)|un?likely (?:to be )?related
  |none (?:\w+ ){0,4}(?:related|attributed)|neither (?:\w+ ){0,4}(?:related|attributed)
  |no (?:\w+ ){0,2}(?:relation\w*|causal\w*)|also in the placebo|similar to placebo|disease progression|underlying disease
  |progressive disease)\b`

const SHAPES: readonly RegExp[] = [DEATH, STOPPED, LED_TO_STOP, HOLD, IMBALANCE, EVENT]

/** Any word without which no sentence tells of harm: asked first, since most sentences hold none. */
const ASKS = pattern('i')`
  died|death|fatal|killed|passed away|grade|discontinu|stop|withdr|ceas|halt|paus|suspend|dropp|dropout|interrupt|quit|hold
  |warning|safety|toxicit|DLT|advers|AE|reaction|side effect|imbalance|mortality|bleeding|infection|suicid|anaphyla|Hy['’]s
  |hospitali|injur|elevat|left|ended`

const isAbsent = (text: string, from: number, to: number): boolean =>
  ABSENT_BEFORE.test(text.slice(Math.max(0, from - 90), from))
  || /^(?:no|none)\b/i.test(text.slice(from, to)) || ABSENT_AFTER.test(text.slice(to))

/**
 * What a sentence tells of harm to persons in a study: deaths, stops for toxicity, holds, an imbalance against the group compared with.
 * Null where it tells none, or does not tell it as fact.
 */
export const harmOf = (text: string): Harm | null => {
  if (!ASKS.test(text)) return null
  const unnamed = text.replace(NO_DEATH, (words) => '_'.repeat(words.length))
  let absent = false
  for (const shape of SHAPES) {
    const match = shape.exec(unnamed)
    if (!match) continue
    const [from, to] = [match.index, match.index + match[0].length]
    if (shape === HOLD && LIFTED.test(text)) return null
    if (standingOf(text, from, to, true) === 'open') continue
    if (!isAbsent(text, from, to)) return EXCUSED.test(text) ? 'excused' : 'seen'
    absent = true
  }
  return absent ? 'absent' : null
}
