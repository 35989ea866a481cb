import { standingOf } from './assertion'
import { pattern } from '#model/pattern'

/** What is said of an endpoint: reached, missed, some reached and some not, or that it cannot be told. */
export type Verdict = 'met' | 'missed' | 'mixed' | 'unclear'

/** A verdict with the endpoint it is given on: the primary one, a secondary one, or none that is named. */
export interface EndpointVerdict {
  readonly endpoint: 'primary' | 'secondary' | 'unnamed'
  readonly verdict: Verdict
  /** True where it is the group compared with, not the product, that reached or missed it. */
  readonly ofControl: boolean
}

const NAMES = /\b(?:co-?)?primary (?:\w+ ){0,3}?(?:end ?-?points?|outcome(?: measures?)?|objectives?|goals?|hypothes[ie]s)\b/i
const MAIN = /\b(?:main|principal) (?:end ?-?points?|goals? of the (?:trial|study)|objectives? of the (?:trial|study))\b/i
const ENDPOINT = pattern('i')`
  \bend ?-?points?\b|\b(?:primary|secondary) (?:\w+ ){0,2}(?:objectives?|outcomes?|goals?|measures?|hypothes[ie]s)\b
  |\bmain goal of the (?:trial|study)\b`

/** Whether a text names a primary endpoint. */
export const namesPrimaryEndpoint = (text: string): boolean => /primary|main|principal/i.test(text) && (NAMES.test(text) || MAIN.test(text))

const SPLITS = pattern('gi')`
  ;|\b(?:but|while|whereas|although|though|however|yet)\b|\band (?=(?:did|was|were|failed|missed|not|met|also|achieved|reached
  |none|neither)\b)`

/** A sentence that opens with what it grants goes on behind a comma. */
const CONCEDES = /^["“]?(?:although|though|while|whereas|despite)\b/i
const SPLITS_AT_COMMAS = new RegExp(`${SPLITS.source}|,(?= (?:it|the|its|this|that|they|we|no|neither)\\b)`, 'gi')

interface Clause {
  readonly text: string
  readonly at: number
}

const clausesOf = (text: string): Clause[] => {
  const out: Clause[] = []
  let from = 0
  for (const match of text.matchAll(CONCEDES.test(text) ? SPLITS_AT_COMMAS : SPLITS)) {
    out.push({ text: text.slice(from, match.index), at: from })
    from = match.index + match[0].length
  }
  out.push({ text: text.slice(from), at: from })
  return out.filter((clause) => clause.text.trim() !== '')
}

const NOT = "(?:not|never|n['’]t)"
const MISSED = new RegExp(
  [
    `\\b(?:did|does|do|has|have|had|was|were|is|are|could)(?: |(?=n['’]t))${NOT}(?: \\w+){0,3}? (?:me[et]{1,2}|reach\\w*|achiev\\w+|hit|satisf\\w+|attain\\w*|demonstrat\\w+|show\\w*|improv\\w+|differ\\w*|statistically)\\b`,
    '\\bfail(?:ed|s|ure|ing)?\\b',
    '\\bmiss(?:ed|es|ing)?\\b',
    '\\b(?:fell|falls|came up|fallen) short\\b',
    '\\b(?:not|without|nor|lack\\w*|no)(?: \\w+){0,4} significan(?:ce|t|tly)\\b',
    '\\b(?:no|not a|lack of)(?: \\w+){0,3} (?:difference|benefit|effect|efficacy|improvement|advantage|superiority|separation)s?\\b',
    '\\b(?:unsuccessful|unmet|not (?:successful|met|achieved|reached|attained|satisfied))\\b',
    '\\b(?:neither|none of)\\b',
    '\\bno (?:\\w+ ){0,3}end ?-?points? (?:was|were)\\b',
    '^\\s*not\\b',
    '\\bfutil(?:e|ity)\\b'
  ].join('|'),
  'i'
)
const REACHED = '(?:met|meet|meets|meeting|achiev(?:e|ed|es|ing)|reach(?:ed|es|ing)?|hit|hits|satisf(?:y|ied|ies|ying)|attain(?:ed|s)?)'
const ENDPOINT_WORDS = '(?:end ?-?points?|outcomes?|objectives?|goals?|hypothes[ie]s|target)'
const MET = new RegExp(
  [
    `\\b${REACHED}\\b[^.;]{0,60}\\b${ENDPOINT_WORDS}\\b`,
    `\\b${ENDPOINT_WORDS}\\b[^.,;]{0,40}\\b(?:was|were|is|are|has been|have been|being)(?: \\w+ly)? (?:met|achieved|reached|hit|satisfied|attained)\\b`,
    `\\b${ENDPOINT_WORDS} (?:\\w+ )?(?:met|achieved|reached)\\b`,
    '\\b(?:succeeded|success (?:on|in)|successful (?:on|in)|statistically significant|significant (?:improvement|reduction|difference|benefit|increase|decrease)s?|significance)\\b'
  ].join('|'),
  'i'
)
/** A clause that goes on with the endpoint of the one before: "and met both secondary ones". */
const MET_AGAIN = new RegExp(`\\b${REACHED}\\b`, 'i')
const UNCLEAR = pattern('i')`
  \b(?:inconclusive|immature|trend(?:ed|s)?|numerical(?:ly)?|not (?:yet )?(?:mature|evaluable|assessable|available)
  |could not be (?:assessed|evaluated|determined|analy[sz]ed|calculated))\b`
/** Turns of speech that only look like a denial. */
const NO_DENIAL = /\bnot only\b|\bno worse\b|\bnot inferior\b|\bnon-?inferior\w*|\bwithout (?:any )?(?:serious|new|unexpected)\b/gi
const DENIED_FAILURE = new RegExp(`\\b(?:did|has|have|had)(?: |(?=n['’]t))${NOT} (?:fail|miss)`, 'i')
const SOME_OF = pattern('i')`
  \b(?:one|two|three|some|several|half|both of|most) of (?:its |the |their |our )?(?:\w+ ){0,2}(?:co-?)?(?:primary
  |secondary) (?:\w+ ){0,2}end ?-?points|\bonly (?:one|some|part) of\b`
const CONTROL_SUBJECT = /\b(?:control|comparator|placebo|standard of care|sham)\b(?: \w+){0,5} ?$/i

const clauseVerdict = (clause: Clause, whole: string, names: boolean): { verdict: Verdict; ofControl: boolean } | null => {
  const text = clause.text.replace(NO_DENIAL, (words) => '_'.repeat(words.length))
  if (DENIED_FAILURE.test(text)) return { verdict: 'unclear', ofControl: false }
  const missed = MISSED.exec(text)
  const met = missed ? null : MET.exec(text) ?? (names ? null : MET_AGAIN.exec(text))
  const match = missed ?? met ?? UNCLEAR.exec(text)
  if (!match) return null
  const from = clause.at + match.index
  const standing = standingOf(whole, from, from + match[0].length)
  if (standing === 'open') return null
  const verdict = missed || standing === 'dashed' ? 'missed' : SOME_OF.test(text) ? 'mixed' : met ? 'met' : 'unclear'
  return { verdict, ofControl: CONTROL_SUBJECT.test(text.slice(0, match.index)) }
}

/** Failure told without an endpoint. */
const FAILURE = new RegExp(
  [
    '\\bfail(?:s|ed) to (?:\\w+ )?(?:demonstrate|show|prove|establish|improve|reduce|meet|reach|achieve|prevent|slow|outperform|beat|separate|produce|provide|elicit|confirm|extend|prolong|yield|differ|lower|delay|respond)\\b',
    "\\b(?:was|were|is|proved|performed|fared|did) (?:\\w+ )?(?:no|not|n['’]t)(?: \\w+)? (?:better|superior|different|more effective|statistically different) (?:than|to|from)\\b",
    "\\b(?:did|does)(?: |(?=n['’]t))(?:not|n['’]t) (?:\\w+ly )?(?:differ|separate|improve|reduce|outperform|slow|prevent|prolong|extend|lower|demonstrate|show)\\b",
    '\\bno (?:\\w+ ){0,3}(?:difference|benefit|effect|efficacy|improvement|advantage|superiority)s?\\b',
    '\\b(?:was|were|proved) (?:\\w+ )?(?:inferior to|ineffective|unsuccessful|worse than)\\b',
    '\\black of (?:efficacy|effect|benefit)\\b',
    '\\b(?:for|of|due to) futility\\b'
  ].join('|'),
  'i'
)
/** Where "no effect" and "no difference" speak of what is feared, not of what is hoped. */
const FEARED = pattern('i')`
  \b(?:adverse|safety|toxicit\w+|tolerab\w+|side effects?|bleeding|mortality|deaths?|liver|cardiac|qt\w*|heart rate
  |vital signs|laborator\w+|ethnic\w*|food|interaction|pharmacokinetic\w*|weight gain)\b`

/** A failure that is told without naming an endpoint: "no better than placebo"; null where there is none. */
export const unnamedFailure = (text: string): EndpointVerdict | null => {
  const masked = text.replace(NO_DENIAL, (words) => '_'.repeat(words.length))
  const match = FAILURE.exec(masked)
  if (!match || standingOf(text, match.index, match.index + match[0].length, true) === 'open') return null
  if (FEARED.test(text.slice(match.index, match.index + 140))) return null
  if (/difference/i.test(match[0]) && /\bbetween\b/i.test(text) &&
    !/\b(?:placebo|control|comparator|standard of care|sham|vehicle)\b/i.test(text))
    return { endpoint: 'unnamed', verdict: 'unclear', ofControl: false }
  return { endpoint: 'unnamed', verdict: 'missed', ofControl: CONTROL_SUBJECT.test(text.slice(0, match.index)) }
}

const together = (verdicts: ReadonlySet<Verdict>): Verdict => {
  const [only] = verdicts
  return verdicts.size === 1 && only ? only : verdicts.has('unclear') && verdicts.size === 2 && verdicts.has('missed') ? 'missed' : 'mixed'
}

/** The verdict that a sentence gives on an endpoint that it names; null where it only names one, hopes, doubts or asks. */
export const endpointVerdict = (text: string): EndpointVerdict | null => {
  if (!ENDPOINT.test(text) && !MAIN.test(text)) return null
  const primary = new Set<Verdict>()
  const secondary = new Set<Verdict>()
  let ofControl = false
  let current: Set<Verdict> | null = null
  for (const clause of clausesOf(text)) {
    const named: Set<Verdict> | null = namesPrimaryEndpoint(clause.text)
      ? primary
      : ENDPOINT.test(clause.text)
      ? secondary
      : current === null
      ? null
      : secondary
    const told = named && clauseVerdict(clause, text, ENDPOINT.test(clause.text) || MAIN.test(clause.text))
    if (named) current = named
    if (!told) continue
    named.add(told.verdict)
    ofControl ||= told.ofControl
  }
  if (primary.size > 0) {
    const own = together(primary)
    const rest = secondary.has('missed') || secondary.has('mixed')
    return { endpoint: 'primary', verdict: own === 'met' && rest ? 'mixed' : own, ofControl }
  }
  return secondary.size > 0
    ? { endpoint: namesPrimaryEndpoint(text) ? 'primary' : 'secondary', verdict: together(secondary), ofControl }
    : null
}
