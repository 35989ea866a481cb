import { setPassage } from '../text/sentence-view'
import type { SentenceView } from '../text/sentence-view'
import type { Passage, PassageKind } from '../text/passage'
import { certifies, givesDealTerms, givesPlanTerms, keepsAccounts, standsAsFiled } from './standing-terms'
import { pattern } from '#model/pattern'

const passage = (kind: PassageKind, why: string, cautions = false): Passage => ({ kind, why, cautions })

const LOGISTICS = passage('logistics', 'tells of a call, a webcast or a meeting')
const DOCUMENTS = passage('logistics', 'tells where something can be had')
const LEGEND = passage('legend', 'is the legend of an offer, a vote or an exchange')
const POLICY = passage('guidance-policy', 'tells how and when the company speaks of its prospects')
const NO_COMMENT = passage('guidance-policy', 'says that nothing more will be said', true)
const MEASURE = passage('non-gaap', 'explains a measure')
const MEASURE_CAUTION = passage('non-gaap', 'cautions about a measure outside the accounting standards', true)
const TERMS = passage('contract-terms', 'states the terms of an agreement or a security')
const HYPOTHETICAL = passage('hypothetical', 'reckons with an assumed change')
const PLAN_TERMS = passage('plan-terms', 'states the terms of an award plan or a membership')
const FILED = passage('legend', 'says whether a paper counts as filed')
const KEPT = passage('plan-terms', 'says how something is entered in the accounts')
const STANDARD = passage('standard', 'tells what a law or an accounting standard asks for')

const CALL = pattern('i')`
  \b(?:conference call|earnings call|investor call|teleconference|web ?cast|audio ?cast|simulcast|dial-?in|pass ?code
  |conference id|replay|question[- ]and[- ]answer session|q ?& ?a session|(?:audio|webcast|call|its|an?) archive|recording of
  |listen(?:ing)? to|live broadcast|toll[- ]free|investor day)\b`
/** Beside one of these, words of a call announce it; without, the call may only be mentioned. */
const ANNOUNCED = pattern('i')`
  \b(?:will|may|can|please|today|scheduled|available|access(?:ed|ing)?|join|register|registration|hosts?|hosting|holds?
  |conduct|begin|dial|visit|invited|should|delayed|rescheduled|archived)\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|www\.|https?:`

const HAD = pattern('i')`
  \b(?:may|can|will|are|is)(?: also)?(?: be)? (?:able to )?(?:obtain(?:ed)?|found|sent|access(?:ed)?|view(?:ed)?|available
  |download(?:ed)?|posted|filed|furnished|located|reached|disclosed|accessible|published)\b`
const PLACE = pattern('i')`
  \bwww\.|https?:|\bweb ?sites?\b|\bsec\.gov\b|\bSEDAR|\bEDGAR\b|\bfree of charge\b|\bwithout charge\b|\bfree cop(?:y|ies)\b
  |\bup?on (?:\w+ (?:or \w+ )?)?request\b|\bunder (?:the|its) (?:company['’]s )?profile\b|\bForm (?:4|144)\b|\binvestors? (?:relations )?section\b`
const VISIT = pattern('i')`
  ^(?:for (?:more|further|additional|all|detailed) (?:information|details)|please (?:visit|contact|see|refer|click|go to)
  |(?:to )?learn more|visit|follow|connect with|to (?:view|access|register|listen|join|participate|be added)
  |more (?:information|details)|additional information|further (?:information|details))\b`

/** A release that is still to come tells no more than a call that is. */
const RELEASE_TO_COME = pattern('i')`
  \b(?:press|news|earnings) release\b[^.;]{0,60}\b(?:will|expected to|scheduled to|anticipated to) be (?:issued|released
  |published|made)\b`

const isCall = (view: SentenceView): boolean =>
  (view.has('logistics') && (view.zone === 'conference-call' || (CALL.test(view.text) && ANNOUNCED.test(view.text))))
  || (view.text.includes('release') && RELEASE_TO_COME.test(view.text))

/** Where documents lie: a sentence that only says where to look, and tells no amount. Where risks are told is caution, not logistics. */
const isWhereToFind = (view: SentenceView): boolean =>
  !TOLD_AMOUNT.test(view.text) && !/\b(?:risks?|uncertainties|forward[- ]looking)\b/i.test(view.text) &&
  ((PLACE.test(view.text) && (HAD.test(view.text) || VISIT.test(view.text)))
    || (VISIT.test(view.text) && /\b(?:visit|contact|call|email|see|refer|follow|click)\b/i.test(view.text)))

const LEGEND_WORDS = pattern('i')`
  \b(?:(?:constitutes?|is|not|neither|nor) an? (?:offer|proposal to (?:purchase|sell)|solicitation|invitation|proxy statement
  |prospectus|substitute for)|offer to (?:sell|buy|purchase)|solicitation of (?:an|any) (?:offer|proxy|vote|sale)
  |participants? in (?:the|such|any) (?:proxy )?solicitation|proxy solicitation|urged to read|advised to read
  |encouraged to read|should read the (?:proxy|registration|prospectus|offer|tender|solicitation)
  |means of a (?:prospectus|proxy)|have not been registered|not been (?:and will not be )?registered under|absent registration
  |exemption from (?:the )?registration|securities laws of any|not yet commenced|tender offer statement|letter of transmittal
  |schedule (?:TO|13e-?3|14d-?9|14a)\b|accepts? responsibility for the adequacy|adequacy or accuracy|approved or disapproved
  |indicate by check mark|check the appropriate box|securities registered pursuant|third[- ]party websites?
  |incorporated by reference into this|not (?:be )?deemed (?:to be )?(?:filed|incorporated))\b`
const OFFER_DOCUMENTS = pattern('i')`
  \b(?:(?:definitive |preliminary )?proxy (?:statement|materials|card)|registration statement|prospectus(?: supplement)?
  |offer to purchase|tender offer materials|other (?:relevant )?documents (?:filed|that)|relevant materials)\b`
const OFFER_ACT = pattern('i')`
  \b(?:fil(?:e|ed|ing)|mail(?:ed)?|sent|obtain|read|contain(?:ed|s)?|set forth|included?|declared effective|cop(?:y|ies)
  |delivered|available|forming a part|made only)\b`
const CAUTION_WORDS = /forward[- ]looking/i

const isLegend = (view: SentenceView): boolean => {
  if (view.sentence.speaker !== null || CAUTION_WORDS.test(view.text)) return false
  if (view.zone === 'legal')
    return !['no-duty', 'differ', 'reliance'].some((tag) => view.has('boilerplate', tag)) && !/\brisks?\b/i.test(view.text)
  if (!view.has('boilerplate')) return /\bthird[- ]party websites?\b/i.test(view.text) && /\bnot responsible\b/i.test(view.text)
  return LEGEND_WORDS.test(view.text) || (OFFER_DOCUMENTS.test(view.text) && OFFER_ACT.test(view.text) && !view.has('measure'))
}

const GUIDANCE = /\b(?:guidance|regulation (?:fd|fair disclosure)|fair disclosure|discussions|negotiations|rumou?rs|prospects)\b/i
const GUIDANCE_POLICY = pattern('i')`
  \b(?:each quarter|every quarter|quarterly basis|during the quarter|in our earnings releases|polic(?:y|ies)|practice of
  |adhere|compl(?:y|ies|iance) with regulation)\b`
const NO_MORE = pattern('i')`
  \b(?:(?:will|does|do|shall) not|no longer|no (?:further|plans? to)|not (?:intend|plan|expect|undertake) to|declines? to
  |ceased?)\b[^.;]{0,40}\b(?:comment|guidance|updates?|disclose|announcements?)\b`

const policyOf = (view: SentenceView): Passage | null => {
  if (!/guidance|disclos|comment|updat/i.test(view.text)) return null
  if (NO_MORE.test(view.text) && !/\b(?:revenues?|earnings|sales) guidance (?:of|to|for)\b/i.test(view.text)) return NO_COMMENT
  return GUIDANCE.test(view.text) && GUIDANCE_POLICY.test(view.text) && !/\d%|[$€£]\s?\d/.test(view.text) ? POLICY : null
}

/** Measures outside the accounting standards, by the names that the rules of disclosure give them. */
const MEASURES = pattern('i')`
  \bnon-?\s?(?:gaap|ifrs)\b|\b(?:U\.?S\.? )?GAAP\b|\bIFRS\b|\bEBITDA\b|\bpro ?forma\b|\balternative performance measures?\b
  |\badjusted (?:net|earnings|income|results)\b|\bstandardi[sz]ed meaning\b`
const MEASURE_CARE = pattern('i')`
  \b(?:in isolation|substitutes?|alternatives? (?:to|for)|superior to|supplement(?:al|ary)?(?: information)? to
  |standardi[sz]ed meaning|comparab(?:le|ility) (?:to|with|of)|comparative (?:measure|purposes)|limit(?:ed|ations?)
  |differently|different (?:non-gaap|non-ifrs|measures|methods|from)|not (?:a )?measures? (?:of|under)
  |single (?:financial )?measure|in its entirety|should (?:also )?(?:not )?(?:be|note|review|consider|rely|carefully)
  |pay close attention|need to be aware|not (?:prepared|intended|meant|recogni[sz]ed|presented|defined)|compensate
  |exercise of judgments?|inherent)\b`
const READER = pattern('i')`
  \b(?:investors?|readers?|others?|you|users?) (?:and others )?(?:should|are|is|need|may)\b
  |\b(?:urges?|encourages?|cautions?) (?:investors|readers|you)\b`
const TOLD_AMOUNT = /(?:[$€£]|\b(?:USD|CAD|EUR)\b)\s?\d|\b\d[\d,.]* (?:million|billion|thousand|%|percent)|\d%/

const EXPLAINS = pattern('i')`
  \b(?:defin(?:es?|ed|ition)|represents?|excludes?|calculat(?:es?|ed)|believes? (?:that )?(?:these|this|the|non|adjusted)
  |useful|uses?|measures?|management (?:uses|reviews)|provides?|reconciliations?|comparisons?)\b`

const measureOf = (view: SentenceView): Passage | null => {
  const zoned = view.zone === 'non-gaap'
  if (view.sentence.speaker !== null) return null
  if (!zoned && !MEASURES.test(view.text)) return null
  if (TOLD_AMOUNT.test(view.text)) return null
  const care = MEASURE_CARE.test(view.text)
  const warns = READER.test(view.text) ||
    /\b(?:will|may|could) (?:recur|differ|not be comparable|calculate|define|exclude)\b/i.test(view.text)
  if (care || (warns && (zoned || /\bcompan(?:y|ies)\b/i.test(view.text)))) return MEASURE_CAUTION
  return zoned || EXPLAINS.test(view.text) ? MEASURE : null
}

const UNDER_TERMS = pattern('i')`
  ^(?:as part of|under|pursuant to|in accordance with|according to|subject to) (?:the )?
  (?:terms (?:and conditions )?of |this |that |these |its |our |such )?(?:the |this |an? )?(?:\w+ ){0,4}(?:agreements?
  |arrangements?|amendment|contract|indenture|plan of merger|transaction|terms|lease|licen[sc]e)\b`
const SECURITY_TERMS = pattern('i')`
  \b(?:warrants?|notes?|debentures?|preferred stock|preferred shares|units?|awards?|options?|rights|each share|common stock
  |shares|carry-?overs?)\b[^.;]{0,90}\b(?:will|shall|may) (?:also )?(?:have|be|bear|mature|expire|vest|convert|accrue|rank
  |entitle|automatically)\b[^.;]{0,30}\b(?:votes?|exercis(?:e|able)|exchanged?|converted|redeem(?:able|ed)|interest|price|term
  |vest|mature|expire|carried|reduced|increased|earned|forfeit(?:ed)?|payable|immediately|canceled|cancelled|issued upon)\b`
const GIVES_TERMS = pattern('i')`
  \b(?:agreement|plan|lease|contract|indenture|policy|amendment|facility|arrangement)s?,?(?: as amended)?[^.;]{0,60}\b
  (?:provides?|requires?|states?|stipulates?|permits?|entitles?|contains?)\b`
const HOLDERS_GET = pattern('i')`
  \b(?:(?:share|stock|security|note|unit)?holders?|participants?)\b[^.;]{0,90}\b(?:will
  |shall) (?:be entitled to |have the right to )?receive\b[^.;]{0,40}(?:[$€£]\s?\d|\bper share\b|\bcash\b)`
const OF_A_SPLIT = /\bsplit\b|\beffective (?:date|time)\b/i
const OWN_VIEW = /\b(?:expects?|anticipates?|intends?|plans?|believes?|estimates?|hopes?|on track)\b/i
const FIRM = /\b(?:will|shall|may|would|is to|are to)\b/i

const isTerms = (view: SentenceView): boolean =>
  FIRM.test(view.text) && view.sentence.speaker === null && !OWN_VIEW.test(view.text)
  && (givesDealTerms(view.text) || (!OF_A_SPLIT.test(view.text)
    && (UNDER_TERMS.test(view.text) || SECURITY_TERMS.test(view.text) || GIVES_TERMS.test(view.text) || HOLDERS_GET.test(view.text))))

const ASSUMED = /\bhypothetical\b|\bsensitivity (?:analysis|to)\b/i
const ASSUMED_CHANGE = pattern('i')`
  \b(?:an?|each|every|one|assum\w+|if)\b[^.;]{0,60}\b(?:\d[\d.]*|one|ten|five|hundred)(?:\s?%
  |[- ](?:percent|percentage|basis|point))[^.;]{0,80}\b(?:increase|decrease|change|decline|strengthening|weakening|adverse
  |shift|move|movement|appreciation|depreciation|higher|lower)\b[^.;]{0,160}\b(?:would|could|might)\b`
const ASSUMED_STEP = pattern('i')`
  \b(?:an?|each|every|any|one) (?:[\w-]+ ){0,2}(?:increase|decrease|rise|fall|decline|change|movement|shift|reduction|drop) (?:of|by) (?:approximately )?
  \$?\d[\d.,]*(?:\s?%|[- ](?:percent|percentage|basis|point))?[^.;]{0,120}\b(?:would|could|might)\b`
const ASSUMED_CHANGE_BACK = /\b(?:would|could)\b[^.;]{0,120}\b(?:if|assuming|given)\b[^.;]{0,60}\b\d[\d.]*(?:\s?%|[- ](?:percent|basis))/i

/** An amount told before the assumption is an outcome, and the sentence tells it. */
const isHypothetical = (view: SentenceView): boolean => {
  if (!/would|could|might|hypothetical/i.test(view.text)) return false
  const assumed = ASSUMED.exec(view.text) ?? ASSUMED_CHANGE.exec(view.text) ?? ASSUMED_STEP.exec(view.text)
  if (assumed) return !TOLD_AMOUNT.test(view.text.slice(0, assumed.index))
  return ASSUMED_CHANGE_BACK.test(view.text) && !OWN_VIEW.test(view.text)
}

const LAW = pattern('i')`
  \b(?:laws?|acts?|statutes?|regulations?|rules?|code|directives?|legislation|section \d\w*|amendments?|standards?|ASU|FASB
  |SFAS|FIN \d+|guidance|pronouncement|interpretation|topic \d+)\b[^.;]{0,70}\b(?:requires?|provides?|permits?|prohibits?
  |imposes?|allows?|applies|governs?|is effective|are effective|is intended|are intended|clarif(?:y|ies)|establish(?:es)?
  |eliminates?|amends?|supersedes?|generally limits?)\b`
const ISSUER_DOES = pattern('i')`
  \b(?:we|company|management|registrant|corporation|bank)\b[^.;]{0,60}\b(?:expects?|anticipates?|believes?|plans?|intends?
  |will|may|could|would|is evaluating|are evaluating|continues?|does not|do not)\b`

/** A verb of the past: the sentence may tell what was entered in the accounts of the period. */
const TOLD_PAST = /\b(?:was|were|had|(?:we|company) (?:recorded|recogni[sz]ed)|incurred|received|paid|increased|decreased|totaled)\b/i

const MAYBE_PLACE = pattern('i')`
  www\.|https?:|website|web site|sec\.gov|sedar|edgar|charge|free cop|request|form \d|investors? (?:relations )?section
  |^(?:for|please|to|visit|follow|more|additional|further|learn|connect)\b`

/** The passage that a sentence of a document makes part of by its own words; `periodic` for reports, where more of them are law and policy. */
export const passageOf = (view: SentenceView, periodic: boolean): Passage | null => {
  const { text } = view
  if (view.zone === 'risk-factors') return null
  if (isLegend(view)) return LEGEND
  if (standsAsFiled(text)) return FILED
  if (view.zone === 'safe-harbor') return PLACE.test(text) && isWhereToFind(view) ? DOCUMENTS : null
  if (view.sentence.speaker === null || view.zone === 'conference-call') {
    if (isCall(view)) return LOGISTICS
    if (MAYBE_PLACE.test(text) && isWhereToFind(view)) return DOCUMENTS
    const policy = policyOf(view)
    if (policy) return policy
  }
  const measure = measureOf(view)
  if (measure) return measure
  if (isHypothetical(view)) return HYPOTHETICAL
  if (view.sentence.speaker === null && givesPlanTerms(text) && !OWN_VIEW.test(text)) return PLAN_TERMS
  if (periodic && keepsAccounts(text) && !TOLD_PAST.test(text)) return KEPT
  if (periodic && (certifies(text) || (LAW.test(text) && !ISSUER_DOES.test(text)))) return STANDARD
  return isTerms(view) ? TERMS : null
}

/** Kinds that a block is made of as a whole, where most of its sentences are of them. */
const SPREADS: ReadonlySet<PassageKind> = new Set(['logistics', 'legend'])

const spread = (views: readonly SentenceView[]): void => {
  for (const kind of SPREADS) {
    const own = views.filter((view) => view.passage?.kind === kind)
    const first = own[0]?.passage
    if (!first || own.length * 2 <= views.length || own.length === views.length) continue
    for (const view of views)
      if (view.passage === null && !CAUTION_WORDS.test(view.text) && !view.has('measure')) setPassage(view, { ...first })
  }
}

/** Decides for every sentence, once, which passage it belongs to: by its own words, its zone, and the rest of its block. `views` in their order. */
export const markPassages = (views: readonly SentenceView[], periodic: boolean): void => {
  let block: SentenceView[] = []
  for (const view of views) {
    if (block.length > 0 && block[0]?.block.id !== view.block.id) {
      spread(block)
      block = []
    }
    setPassage(view, passageOf(view, periodic))
    block.push(view)
  }
  spread(block)
}
