import type { SentenceView } from '../text/sentence-view'
import { hasAmount } from './outcome-rule'
import { pattern } from '#model/pattern'

/** Words by which a deed speaks of itself and of its parties, in the capitals such papers give them. */
const DEED = pattern()`
  \b(?:this|such|the terms of the) (?:Agreement|Plan|Indenture|Lease|Section|Article|Paragraph|Warrant|Note|Debenture|Guarant(?:y|ee)|Certificate|Trust|Amendment)\b
  |\bSection \d{1,2}\.\d|\b(?:hereunder|thereunder|hereof|herewith|hereto)\b|\b[Cc]laimant\b|\bPlan Administrator\b|\bBeneficiar(?:y|ies)\b
  |\bthe Executive(?:['’]s)?\b(?! (?:Officer|Chair|Vice|Committee|Board|Director|Team))`
/** How a deed binds or frees its parties. */
const BINDS = pattern('i')`
  \b(?:may|must|will|cannot|(?:is|are) (?:not )?(?:entitled|obligated|required|deemed)|agrees?|covenants?|warrants that|represents and|means?)\b`
/** An act of the past that a sentence tells before it comes to what shall be: "The board declared a dividend, which shall be paid …". */
const ACTED = pattern('i')`
  ^(?!\W*\(?(?:[a-z]|[ivx]+|\d{1,2})[).])[^;]{0,160}\b(?:announced|signed|entered into|agreed|declared|approved|ordered|ruled|adopted
  |awarded|resolved)\b`
const OPENS_CLAUSE = /^\W*(?:if|in the event|where|unless|upon|subject to|except|no|each|any|all|neither|an?)\b/i

/** Whether a sentence is a clause of a contract, a plan, a charter or a form of security: what shall be, may be or must not be. */
const isClause = (text: string): boolean => {
  if (/^\W*(?:IN WITNESS WHEREOF|WHEREAS|NOW,? THEREFORE|RESOLVED|KNOW ALL (?:MEN|PERSONS))\b/.test(text)) return true
  const shall = text.includes('hall') ? text.search(/\bshall\b/i) : -1
  if (shall >= 0) return OPENS_CLAUSE.test(text) || DEED.test(text) || !ACTED.test(text.slice(0, shall))
  return DEED.test(text) && BINDS.test(text) && !ACTED.test(text)
}

interface Wording {
  readonly what: string
  /** One of these letters stands in every sentence of the kind, in lower case: asked before the expression is. */
  readonly holds: RegExp
  /** True where an amount told before the words is an outcome all the same. */
  readonly behindAmount?: boolean
  readonly shape: RegExp
}

/** The wording of papers that tell nothing of the period, whatever verbs they are made of. */
const WORDINGS: readonly Wording[] = [
  {
    what: 'a signature',
    holds: /sign|authori|attorney/i,
    shape: pattern('i')`
    \b(?:has|have|had)(?: been)?(?: duly)? (?:signed|executed|subscribed|caused)\b[^.;]{0,60}\b(?:below|report|statement|instrument|agreement
    |notice|amendment|certificate|be signed|behalf)\b[^;]{0,120}\b(?:below|behalf|capacit(?:y|ies)|undersigned|authori[sz]ed|dates? indicated
    |hands?|seal|above|written|hereunto|thereunto)\b|\b(?:hereunto|thereunto) duly authori[sz]ed\b|\bduly caused this\b
    |\bsigned (?:below )?(?:on its behalf )?by the (?:undersigned|following persons)\b|\b(?:constitutes and appoints|appoints? \w+ [^.;]{0,40}attorneys?[- ]in[- ]fact)\b`
  },
  {
    what: 'the wording of an audit',
    holds: /audit|standards|opinion|accounting firm/i,
    shape: pattern('i')`
    \bplan and perform (?:the|our|an) (?:audit|review)s?\b|\b(?:have|has) audited the\b|\bconducted (?:our|its|the|an|their) (?:audit|review)s?\b
    |\baudits? (?:also )?(?:includes?|included|involves?|provides?) (?:examining|assessing|performing|obtaining|procedures|a reasonable)
    |\bour audits? (?:also )?(?:included|provides?|of)\b|\breasonable basis for (?:our|their|its) opinions?\b|\bpresents? fairly\b|\bcritical audit matters?\b
    |\bthose standards (?:also )?require\b|\b(?:were|are) audited by\b[^.;]{0,80}\b(?:other auditors|whose|accountants|reports?)\b
    |\bpublic accounting firm registered with\b|\bresponsib(?:le|ility)\b[^.;]{0,60}\bexpress an? opinion\b|\bdo(?:es)? not express (?:an|such an|any) opinion\b`
  },
  {
    what: 'the words of a rule',
    holds: /rule|section|regulation|article|item|statute|act |code|law/i,
    shape: pattern('i')`
    ^(?:under |pursuant to |in general,? |generally,? |in addition,? )?(?:the )?(?:\w+ ){0,3}(?:rules?|sections?|regulations?|articles?|statutes?|codes?|acts?|laws?|bylaws)
    (?: \d[\w().-]*| [A-Z]{1,2}\b)?(?: of (?:the )?(?:\w+ ){1,6}?(?:act|code|law|rules)(?: of \d{4})?(?:,? as amended)?)?,? (?:also |generally |further |now |currently )*
    (?:provides?|requires?|prohibits?|permits?|states? that|allows?|imposes?|limits?|restricts?|mandates?|authori[sz]es?)\b`
  },
  {
    what: 'a new standard of accounting',
    holds: /fasb|financial accounting|iasb|aicpa|eitf|staff accounting|public company accounting/i,
    shape: pattern('i')`
    \b(?:FASB|financial accounting standards board|IASB|international accounting standards board|AICPA|american institute of certified public accountants
    |EITF|emerging issues task force|sec staff|PCAOB|GASB)\b(?: \("?[A-Z]+"?\))?(?: \W?\w+\W?)? ?(?:also |has |have )*(?:issued|adopted|amended|released|published
    |reached|approved|ratified|finali[sz]ed|delayed|deferred)\b`
  },
  {
    what: 'what is subject to risks',
    holds: /subject to|exposed to/i,
    behindAmount: true,
    shape: pattern('i')`
    \b(?:is|are|be|remains?) (?:also )?(?:subject|exposed|vulnerable) to (?:all |many |various |numerous |several |a (?:number|variety|range) of |certain |the |other 
    |(?:these|significant|substantial) )*(?:\w+,? ){0,4}(?:hazards|risks|perils|uncertainties|dangers|contingencies)\b`
  },
  {
    what: 'the holding of a call',
    holds: /call|web ?cast|conference|presentation|operator|question/i,
    shape: pattern('i')`
    \b(?:web ?casts?|conference calls?|earnings calls?|teleconferences?|(?:analyst|investor) (?:calls?|meetings?|days?|presentations?))\b[^.;]{0,90}\b(?:was|were|has been|had been)
    (?: also)? (?:held|hosted|conducted|broadcast|archived|recorded|presented|made available|webcast)\b
    |\b(?:held|hosted|conducted) (?:an?|its|the|their) (?:\w+ ){0,5}(?:conference call|web ?cast|teleconference|earnings call|(?:analyst|investor) (?:call|day))\b
    |\b(?:next|first|last|final) question (?:comes|is|will come|today comes)\b|\bwelcome (?:everyone|you all|you|all)\b[^.;]{0,120}\b(?:call|conference|webcast)\b
    |\bturn (?:the|this) (?:call|conference) (?:back )?over\b`
  },
  {
    what: 'a paper that is furnished',
    holds: /furnish|attach|exhibit|filed|annex/i,
    shape: pattern('i')`
    \b(?:cop(?:y|ies)|texts?|transcripts?|scripts?|slides?|forms?|press releases?|news releases?|presentations?|letters?|agreements?)\b[^.;]{0,140}\b(?:is|are|was|were|has been|have been)
    (?: being| also| hereby)? (?:furnished|attached|filed|included|annexed)\b[^;]{0,60}\b(?:exhibits?|herewith|hereto|herein|appendix|annex)\b
    |\b(?:is|are|was|were)(?: being| hereby)? (?:furnished|attached|annexed)\b[^.;]{0,60}\b(?:exhibits?|herewith|hereto|annex)\b`
  }
]

/**
 * What kind of paper a sentence is the wording of: a contract, a signature, an audit report, a rule, a call or its exhibits. Null where it is
 * none, or where somebody says it.
 */
export const paperKind = (view: SentenceView): string | null => {
  const { text } = view
  if (view.sentence.speaker === null && isClause(text)) return 'a clause of a contract'
  for (const { what, holds, behindAmount, shape } of WORDINGS) {
    if (!holds.test(text)) continue
    const at = text.search(shape)
    if (at >= 0 && !(behindAmount === true && hasAmount(text.slice(0, at)))) return what
  }
  return null
}
