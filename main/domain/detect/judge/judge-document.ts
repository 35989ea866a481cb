import type { Certainty, Finding, ForwardLooking } from '#contract/finding'
import type { RiskId } from '#contract/ids'
import type { DetectInput } from '../detection'
import { RISK_TAGS } from '../risk/tag-risks'
import type { SentenceView } from '../text/sentence-view'
import { NEVER_SURE } from './classifier'
import type { Classifier, Judgement, SureFrom } from './classifier'
import { candidateRisks, featuresOf, riskFeatures, riskWords } from './features'
import type { Surroundings } from './features'
import { sayReason } from './say-reason'
import { surroundingsOf } from './surroundings'
import type { RulesFound } from './surroundings'

/** What stands after the judge has been heard. */
export interface Judged {
  readonly forward: readonly ForwardLooking[]
  readonly findings: readonly Finding[]
}

/** Log odds from which a sentence is raised, and a risk is given; set where they did best on issuers that were not learnt from. */
const RAISE_CORE = 0.4
const RAISE_STATEMENT = -0.2
const GIVE_RISK = -0.6

/** Log odds from which a statement that would go without any risk is given the one that its own words name. */
const ONLY_RISK = GIVE_RISK - 1

/** Most risks of a statement of the issuer's own; standing caution carries as many as it names. */
const MOST_RISKS = 3

/** Whether a sentence may be raised at all: what a passage or the caution settled stays settled. */
const isOpen = (view: SentenceView, forward: ForwardLooking | undefined): boolean =>
  view.passage === null && view.zone !== 'safe-harbor' && view.zone !== 'risk-factors' && view.zone !== 'legal' &&
  forward?.class !== 'boilerplate'

const raised = (view: SentenceView, forward: ForwardLooking | undefined, judgement: Judgement): ForwardLooking | undefined => {
  if (!isOpen(view, forward) || forward?.class === 'core') return forward
  const base = { sentence: view.sentence.id, triggers: [], risks: [], coveredBy: [], ...forward }
  if (judgement.odds.core > RAISE_CORE && forward?.subclass !== 'contractual')
    return { ...base, class: 'core', why: sayReason(judgement.reasons('core'), 'says what is planned or expected') }
  if (forward) return forward
  return judgement.odds.statement > RAISE_STATEMENT
    ? { ...base, class: 'borderline', why: sayReason(judgement.reasons('statement'), 'looks forward a little') } :
    undefined
}

/** Exhibits that tell news by their number (Regulation S-K, Item 601), and files saved alone, which have none. */
const RELEASE = /^(?:EX-99\b|$)/i

/** From which odds on a mark of this document is sure: as measured on its kind, and never in a kind that was not measured. */
const sureIn = ({ entry }: DetectInput, periodic: boolean, classifier: Classifier): SureFrom =>
  periodic ? classifier.sure.report : RELEASE.test(entry.type ?? '') ? classifier.sure.release : NEVER_SURE

const certaintyOf = (odds: number, sureFrom: number): Certainty => odds >= sureFrom ? 'sure' : 'worth a look'

const certain = (forward: ForwardLooking, judgement: Judgement, sure: SureFrom): ForwardLooking => {
  const { core, boilerplate } = judgement.odds
  const certainty = forward.class === 'core'
    ? certaintyOf(core, sure.core)
    : forward.class === 'boilerplate'
    ? certaintyOf(boilerplate, sure.boilerplate)
    : 'worth a look'
  return { ...forward, certainty }
}

/** The risks of a statement: those its words and its document speak of, as the judge weighs them; strongest first cut, then in their order. */
const risksOf = (view: SentenceView, around: Surroundings, forward: ForwardLooking, classifier: Classifier): RiskId[] => {
  if (view.passage !== null) return []
  const words = riskWords(view)
  const weighed = candidateRisks(around, forward).map((risk) => {
    const odds = classifier.risk(riskFeatures(view, around, forward, risk), words, view.sentence.id, risk)
    return { risk, odds: odds ?? (forward.risks.includes(risk) ? GIVE_RISK + 1 : -Infinity) }
  }).sort((a, b) => b.odds - a.odds || a.risk.localeCompare(b.risk))
  const sure = weighed.filter(({ odds }) => odds > GIVE_RISK)
  const given = sure.length > 0 ? sure : weighed.filter(({ risk, odds }) => odds > ONLY_RISK && forward.risks.includes(risk)).slice(0, 1)
  const chosen = new Set(given.slice(0, forward.class === 'boilerplate' ? given.length : MOST_RISKS).map(({ risk }) => risk))
  return RISK_TAGS.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
}

/** Where a risk is spoken of that the sentence itself does not name. */
const spokenBy = (id: RiskId, around: Surroundings): string =>
  around.subject.some((tag) => tag.id === id)
    ? 'its heading'
    : around.beside.some((tag) => tag.id === id)
    ? 'the sentence beside it'
    : 'what the document is about'

/** A sentence that tells why its risks were given: the words of the cues, or where else the text speaks of them. */
const sayRisks = (risks: readonly RiskId[], around: Surroundings): string => {
  if (risks.length === 0) return ''
  const words = risks.map((id) => {
    const label = RISK_TAGS.find((tag) => tag.id === id)?.label ?? id
    const cues = around.tags.find((tag) => tag.id === id)?.cues.slice(0, 2) ?? []
    return cues.length === 0 ? `${label}: ${spokenBy(id, around)}` : `${label}: ${cues.map((cue) => `“${cue}”`).join(', ')}`
  })
  return ` Risks by ${words.join('; ')}.`
}

const judgeForward = (view: SentenceView, around: Surroundings, judgement: Judgement | null, classifier: Classifier, sure: SureFrom):
  | ForwardLooking
  | null => {
  const forward = judgement ? raised(view, around.forward, judgement) : around.forward
  if (!forward) return null
  const risks = risksOf(view, around, forward, classifier)
  const whole = { ...forward, risks, why: `${forward.why}${sayRisks(risks, around)}` }
  return judgement ? certain(whole, judgement, sure) : whole
}

/**
 * Lets the classifier of the input judge every sentence; without one everything stays as the rules have it. It makes no findings: on issuers it
 * had not learnt from, what it would have added was wrong too often. It says how certain they are.
 */
export const judgeDocument = (views: readonly SentenceView[], input: DetectInput, found: RulesFound): Judged => {
  const { classifier } = input
  if (!classifier) return { forward: [...found.forward.values()], findings: found.findings }
  const surroundings = surroundingsOf(views, input.blocks, found)
  const forward: ForwardLooking[] = []
  const odds = new Map<string, number>()
  const sure = sureIn(input, found.periodic, classifier)
  views.forEach((view, at) => {
    const around = surroundings[at]
    if (!around) return
    const judgement = classifier.judge(featuresOf(view, around), view.sentence.id)
    const statement = judgeForward(view, around, judgement, classifier, sure)
    if (statement) forward.push(statement)
    if (judgement) odds.set(view.sentence.id, judgement.odds.evidence)
  })
  const findings = found.findings.map((finding): Finding => {
    const told = finding.evidence.filter(({ role }) => role === 'result' || role === 'restatement')
    const known = told.flatMap(({ sentence }) => odds.get(sentence) ?? [])
    return known.length === 0 ? finding : { ...finding, certainty: certaintyOf(Math.min(...known), sure.evidence) }
  })
  return { forward, findings }
}
