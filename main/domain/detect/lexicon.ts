import findingsWords from '../../../resources/lexicon/findings.json'
import forwardWords from '../../../resources/lexicon/forward-looking.json'
import riskWords from '../../../resources/lexicon/risk-tags.json'
import { pastForms, presentForms, progressiveForm } from './text/inflect'
import { PhraseMatcher } from './text/phrases'
import type { Phrase } from './text/phrases'

/** The words of findings, as data. */
export const FINDING_WORDS = findingsWords

/** The words of forward-looking statements, as data. */
export const FORWARD_WORDS = forwardWords

/** The risk tags with their cues, as data; our own lists. */
export const RISK_WORDS = riskWords

/** The word lists that are matched in one pass over a sentence. */
export type ListName = 'modal' | 'expect' | 'participle' | 'forward' | 'horizon' | 'veto' | 'logistics' | 'boilerplate' | 'contract-subject'
  | 'contract-verb' | 'third-party' | 'risk' | 'risk-weak' | 'risk-not' | 'event-past' | 'event-present' | 'outcome-past' | 'outcome'
  | 'outcome-noun' | 'event-noun' | 'clinical' | 'design' | 'safety' | 'significance' | 'measure' | 'up' | 'down' | 'flat' | 'bad'
  | 'favourable' | 'unfavourable' | 'negation' | 'qualifier' | 'booster' | 'regulator' | 'regulatory-act' | 'standing' | 'interpretation'
  | 'restatement' | 'contrast' | 'hedged-scope' | 'announcement' | 'change-noun' | 'period' | 'exploration' | 'terms' | 'commends'
  | 'endpoint'

const listed = (list: ListName, texts: readonly string[], tag: string = list, weight = 1): Phrase[] =>
  texts.map((text) => ({ list, tag, text, weight }))

const grouped = (list: ListName, groups: Readonly<Record<string, readonly string[]>>): Phrase[] =>
  Object.entries(groups).flatMap(([tag, texts]) => listed(list, texts, tag))

const forwardPhrases = (): Phrase[] => [
  ...Object.entries(forwardWords.modals).flatMap(([text, weight]) => listed('modal', [text], text, weight)),
  ...listed('modal', forwardWords.contractions, 'will', 1),
  ...forwardWords.verbs.flatMap((verb) => listed('expect', presentForms(verb), verb)),
  ...forwardWords.verbs.flatMap((verb) => listed('expect', [progressiveForm(verb)], `${verb}ing`)),
  ...listed('participle', forwardWords.participles),
  ...Object.entries(forwardWords.phrases).flatMap(([weight, texts]) => listed('forward', texts, 'forward', Number(weight))),
  ...listed('horizon', forwardWords.horizon),
  ...grouped('veto', forwardWords.vetoPhrases),
  ...listed('logistics', forwardWords.logistics),
  ...grouped('boilerplate', forwardWords.boilerplate),
  ...listed('contract-subject', forwardWords.contractualSubjects),
  ...listed('contract-verb', forwardWords.contractualVerbs),
  ...listed('third-party', forwardWords.thirdParties)
]

const riskPhrases = (): Phrase[] =>
  riskWords.flatMap((tag) => [
    ...listed('risk', tag.cues, tag.id),
    ...listed('risk-weak', tag.weak, tag.id, 0.5),
    ...listed('risk-not', tag.cancelledBy, tag.id)
  ])

const findingPhrases = (): Phrase[] => [
  ...Object.entries(findingsWords.eventVerbs).flatMap(([tag, verbs]) => [
    ...listed('event-past', verbs.flatMap(pastForms), tag),
    ...listed('event-present', verbs.flatMap(presentForms), tag)
  ]),
  ...listed('event-noun', findingsWords.eventNouns),
  ...listed('outcome-past', findingsWords.outcomeVerbs.flatMap(pastForms)),
  ...listed('outcome', findingsWords.outcomeVerbs.flatMap(presentForms)),
  ...listed('outcome-noun', findingsWords.outcomeNouns),
  ...listed('clinical', findingsWords.clinicalWords),
  ...listed('design', findingsWords.design),
  ...listed('safety', findingsWords.safety),
  ...listed('significance', findingsWords.significance),
  ...grouped('measure', findingsWords.measures),
  ...listed('up', findingsWords.upVerbs.flatMap((verb) => [...presentForms(verb), ...pastForms(verb)]), 'verb'),
  ...listed('down', findingsWords.downVerbs.flatMap((verb) => [...presentForms(verb), ...pastForms(verb)]), 'verb'),
  ...listed('up', findingsWords.upWords, 'word'),
  ...listed('down', findingsWords.downWords, 'word'),
  ...listed('flat', findingsWords.flatWords),
  ...listed('bad', findingsWords.badOutcomes),
  ...listed('favourable', findingsWords.favourableWords),
  ...listed('unfavourable', findingsWords.unfavourableWords),
  ...listed('negation', findingsWords.negations),
  ...grouped('qualifier', findingsWords.qualifiers),
  ...listed('booster', findingsWords.boosters),
  ...listed('regulator', findingsWords.regulators),
  ...listed('regulatory-act', findingsWords.regulatoryActs.flatMap(pastForms)),
  ...listed('standing', findingsWords.standing),
  ...listed('interpretation', findingsWords.interpretation),
  ...listed('restatement', findingsWords.restatementCues),
  ...listed('contrast', findingsWords.contrast),
  ...listed('hedged-scope', findingsWords.hedgedScope),
  ...listed('announcement', findingsWords.announcement),
  ...listed('change-noun', findingsWords.changeNouns),
  ...listed('period', findingsWords.periods),
  ...listed('exploration', findingsWords.explorationWords),
  ...listed('terms', findingsWords.terms),
  ...listed('commends', findingsWords.commends),
  ...listed('endpoint', findingsWords.endpoints)
]

/** Matches every word list of the detector at once. */
export const MATCHER = new PhraseMatcher([...forwardPhrases(), ...riskPhrases(), ...findingPhrases()])

/** Matches the measures of the accounts only, for the thousands of row labels of a report's tables. */
export const MEASURE_MATCHER = new PhraseMatcher(grouped('measure', findingsWords.measures))
