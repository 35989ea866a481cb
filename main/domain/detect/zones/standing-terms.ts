import { pattern } from '#model/pattern'

/** What auditors and officers say of controls in every report. */
const CERTIFIES = pattern('i')`
  \bincludes those policies and procedures\b|\bother certifying officers?\b|\bthe registrant['’]?s? (?:auditors|ability to record)\b
  |\bsignificant (?:deficiencies|changes)\b[^.;]{0,80}\binternal controls?\b[^.;]{0,80}\b(?:could|are reasonably likely to)
  (?: significantly| adversely| materially)* affect\b`

/** Whether a sentence certifies the controls of a filer, in the words that every report has for it. */
export const certifies = (text: string): boolean => text.includes('control') || text.includes('egistrant') ? CERTIFIES.test(text) : false

const AS_FILED = pattern('i')`
  \b(?:(?:shall|will|is|are|may|should) )?not (?:to )?(?:be )?deemed (?:to be )?["“‘']?(?:filed|incorporated|soliciting material)\b`

/** Whether a sentence says that a paper counts as furnished and not as filed. */
export const standsAsFiled = (text: string): boolean => text.includes('deemed') && AS_FILED.test(text)

const HOLDERS = pattern('i')`
  \b(?:awards?|options?|RSUs?|PSUs?|(?:stock|share|performance|restricted|unvested|deferred) ?(?:stock |share )?units?|participants?
  |grantees?|optionees?|memberships?|(?:^|(?:our|the|all|new|executive|business|gold|loyalty|eligible|active|any|each) )members?)\b
  [^.;]{0,60}\b(?:will|may|shall|can)\b[^.;]{0,50}\b(?:vest|(?:be )?forfeit(?:ed)?|expire|renew(?:ed)?|cancel(?:led|ed)?
  |(?:an?|the|full) refund|be (?:settled|credited|redeemed|exercis(?:ed|able))|earn (?:an? |up to )?(?:\d+% )?(?:rewards?|credits?|points|cash ?back))\b`

/** Whether a sentence gives the terms of an award plan, a membership or a scheme of rewards. */
export const givesPlanTerms = (text: string): boolean => HOLDERS.test(text)

const KEPT = pattern('i')`
  \b(?:loss(?:es)?|gains?|costs?|charges?|expenses?|revenues?|differences?|liabilit(?:y|ies)|compensation|amounts?|changes?|adjustments?)\b
  [^.;]{0,90}\b(?:will|would|may|are|is) (?:then |also |generally )?(?:be )?(?:recogni[sz]ed|recorded|reclassified|amorti[sz]ed|expensed|capitali[sz]ed
  |measured|accrued|deferred)\b`
const OWN_VIEW = /\b(?:expect\w*|anticipat\w*|plan(?:s|ned)?|intend\w*|believe\w*|estimate(?:s|d)? that|approximately|within the next)\b/i
const TEST_OF_ACCOUNTS = /\b(?:remote|probable|more likely than not|reasonably assured) that\b/i

/** Whether a sentence of a report says how something is entered in the accounts, or by what test, and expects nothing itself. */
export const keepsAccounts = (text: string): boolean => !OWN_VIEW.test(text) && (KEPT.test(text) || TEST_OF_ACCOUNTS.test(text))

const DEAL = pattern('i')`
  \b(?:will|shall) (?:also )?(?:issue (?:to [\w&.,' ]{2,40} )?(?:\w+ ){0,4}(?:warrants|\d[\d,.]*(?: million)? (?:\w+ ){0,3}shares|notes)
  |pay (?:approximately )?\$[\d.,]+(?: million| billion)? in cash|receive an? (?:[\w-]+ ){0,3}(?:licen[sc]e|warrants?|notes?)\b
  |retain (?:all|the) (?:\w+ ){0,2}(?:patents?|rights|assets|liabilities|titles?)|cover (?:the )?licensed
  |continue to (?:trade|be (?:listed|traded|quoted)) (?:on|under))\b|\bthe services (?:will|shall) include\b`

/** Whether a sentence tells what one party of a deal gives the other, or what stays as it is. */
export const givesDealTerms = (text: string): boolean => DEAL.test(text)
