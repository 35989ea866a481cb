import type { FindingType, Polarity } from '#contract/finding'
import { pattern } from '#model/pattern'

/** What is never good news in itself: charges, what is written off, dilution, an auditor or officer let go. */
const NEVER_GOOD = pattern('i')`
  \b(?:impairments?|write-?(?:downs?|offs?)|(?:writ(?:ten|ing)|wrote)(?: \w+){0,4} (?:down|off)
  |(?:restructuring|one-time|non-?cash|special|severance|goodwill|litigation|inventory|pre-?tax) charges?
  |(?:charges?|costs?) (?:of|for|related to) (?:severance|impairment|restructuring)|charges? (?:of|for|related to|to earnings)
  |layoffs?|laid off|valuation allowances?|(?:^|[^-\w])(?:dilut(?:ion|ive)
  |dilut(?:es?|ed|ing) (?:[a-z]+ ){0,3}(?:holders?|owners?|ownership|shareholders|stockholders|interests?))
  |(?:auditors?|accountants?|accounting firm|officer|executives?|president) (?:was|were) (?:dismissed|terminated|removed)
  |(?:dismiss(?:ed|al of)|terminated|removed) (?:(?:the|its|our|as)\s+)?(?:[\w&.,]+\s+){0,8}?(?:auditors?|accountants?
  |accounting firm|officer|chief executive|president|employees))\b`
/** What turns it round: a charge that fell, was reversed or was smaller than another one. */
const TURNED =
  /\b(?:no|lower|reduced|fewer|smaller|decreas\w+|declin\w+|absence of|without|revers\w+|recover\w+|non-?dilutive|less|excluding|before)\b/i
/** "No customer accounted for 10 % or more of sales": says only that none is large. */
const NO_LARGE_CUSTOMER = pattern('i')`
  \b(?:no|none of (?:the|its|our|their)|nor any|not any|neither) (?:one |single |other |individual )*(?:customers?|clients?
  |suppliers?|vendors?|payors?|tenants?|licensees?)\b[^.;]{0,80}\b(?:\d{1,2}(?:\.\d+)?\s?(?:%|percent|per cent)|ten percent)`

/** A suit that was dismissed is no bad news of who was sued; whether it is good news hangs on who sued. */
const SUIT_ENDED = pattern('i')`
  \b(?:dismiss(?:ed|es|al of)|withdr(?:ew|awn|awal of)) (?:(?:the|a|an|all|its|their|remaining|putative|class|purported
  |amended|securities)\s+){0,5}(?:law ?suits?|suits?|complaints?|actions?|claims?|charges against|appeals?)\b`

const NEGATIVE =
  '(?:\\(\\$?[\\d.,]+\\)?|\\$?\\([\\d.,]+\\)|[-−–]\\s?\\$?[\\d.,]+|negative \\$?[\\d.,]+|(?:an? )?(?:net )?(?:loss|decrease|decline) of \\$?[\\d.,]+|down \\$?[\\d.,]+)'
const POSITIVE =
  '(?:\\$?[\\d.,]+|positive \\$?[\\d.,]+|(?:an? )?(?:net )?(?:income|profit|increase|gain|growth) of \\$?[\\d.,]+|up \\$?[\\d.,]+|(?:break-?even|flat))'
const SCALE = '(?:\\s?(?:%|percent|million|billion|cents))?\\s?\\)?(?: per (?:diluted )?share)?'
const SPANS_ZERO = new RegExp(
  `(?:${NEGATIVE}${SCALE} (?:to|and|through) ${POSITIVE}|(?:break-?even|flat) to |${POSITIVE}${SCALE} to (?:a loss of|\\(|negative ))`,
  'i'
)

/** What a loan costs is dearer when it rises: never good news, and for a bank perhaps no bad news. */
const LOAN_RATE = /\binterest rates?\b[^.;]{0,60}\b(?:increased|rose|raised|higher)\b/i

const KEENER =
  '(?:intensif|increas|heighten|sharpen|grow|grew|rise|rose|risen|strengthen|mount|exceed|outstrip|escalat|worsen|(?:more|increasingly) (?:intense|competitive|severe)|keener|fiercer|stiffer|tougher|greater)'
/** A time that opens a sentence, before its subject: "In 1993, ". */
const WHEN = '(?:(?:in|during|for|at|by|over|through(?:out)?|since|as of) [^.;,]{1,40}(?:, \\d{4})?, )?'
const OPENS = `^${WHEN}[^.;,]{0,60}\\b`

/** What presses on everybody in a trade, at the head of a sentence and growing: rivals, or more made than is bought. */
const PRESSES = new RegExp(
  [
    `${OPENS}(?:competition|competitive (?:environment|pressures?|landscape|conditions|market\\w*)|rivalry` +
    '|pric(?:e|ing) (?:pressures?|erosion|wars?|competition)|import competition|over-?supply|over-?capacity' +
    `|(?:excess|surplus|idle) (?:capacity|supply|production))\\b[^.;]{0,80}\\b${KEENER}`,
    `${OPENS}(?:capacity|supply|production|output)\\b[^.;]{0,80}\\b(?:exceed|outstrip|outpac)\\w* (?:\\w+ ){0,3}` +
    '(?:sales|demand|requirements|needs|consumption|orders)',
    `${OPENS}(?:intens\\w+|increas\\w+|heighten\\w+|grow\\w+|keen\\w*|fierce\\w*|stiff\\w*|tough\\w*|more) (?:\\w+ ){0,2}competition\\b`
  ].join('|'),
  'i'
)
const WITHSTOOD = /\b(?:despite|notwithstanding|in spite of|although|though|less|lower|eas(?:ed|es|ing)|declin\w+|decreas\w+|reduc\w+)\b/i

const LOOKS_AHEAD = /\b(?:guidance|outlook|expect(?:s|ed)?|anticipates?|forecasts?|projects?|estimates?)\b/i

/** Takes a tone away that the words do not bear: what is never good news is not favourable, and what says little of either side has none. */
export const withoutFalseTone = (text: string, type: FindingType, polarity: Polarity): Polarity => {
  if (polarity === 'favourable' && PRESSES.test(text) && !WITHSTOOD.test(text)) return 'unfavourable'
  if ((type === 'guidance' || LOOKS_AHEAD.test(text)) && SPANS_ZERO.test(text)) return 'neutral'
  if (polarity === 'favourable' && LOAN_RATE.test(text) && /\b(?:loans?|notes?|borrowings?|facility|debt)\b/i.test(text)) return 'neutral'
  if (NO_LARGE_CUSTOMER.test(text) || (polarity === 'unfavourable' && SUIT_ENDED.test(text))) return 'neutral'
  return polarity === 'favourable' && NEVER_GOOD.test(text) && !TURNED.test(text) ? 'neutral' : polarity
}
