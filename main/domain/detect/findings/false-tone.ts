import type { FindingType, Polarity } from '#contract/finding'

/** What is never good news in itself: charges, what is written off, dilution, an auditor or officer let go. */
const NEVER_GOOD =
  /\b(?:impairments?|write-?(?:downs?|offs?)|writ(?:ten|ing) (?:down|off)|(?:restructuring|one-time|non-?cash|special|severance|goodwill|litigation|inventory|pre-?tax) charges?|charges? (?:of|for|related to)|(?:^|[^-\w])dilut(?:ion|ive)|(?:dismiss(?:ed|al of)|terminated|removed) (?:(?:the|its|our|as)\s+)?(?:[\w&.,]+\s+){0,8}?(?:auditors?|accountants?|accounting firm|officer|chief executive|president|employees))\b/i
/** What turns it round: a charge that fell, was reversed or was smaller than another one. */
const TURNED =
  /\b(?:no|lower|reduced|fewer|smaller|decreas\w+|declin\w+|absence of|without|revers\w+|recover\w+|non-?dilutive|less|excluding|before)\b/i
/** "No customer accounted for 10 % or more of sales": says only that none is large. */
const NO_LARGE_CUSTOMER =
  /\bno (?:one |single |other |individual )*(?:customers?|clients?|suppliers?|vendors?|payors?|tenants?|licensees?)\b[^.;]{0,80}\b(?:\d{1,2}(?:\.\d+)?\s?(?:%|percent|per cent)|ten percent)/i

const NEGATIVE =
  '(?:\\(\\$?[\\d.,]+\\)?|\\$?\\([\\d.,]+\\)|[-−–]\\s?\\$?[\\d.,]+|negative \\$?[\\d.,]+|(?:a )?(?:net )?(?:loss|decrease|decline) of \\$?[\\d.,]+|down \\$?[\\d.,]+)'
const POSITIVE =
  '(?:\\$?[\\d.,]+|positive \\$?[\\d.,]+|(?:a )?(?:net )?(?:income|profit|increase|gain|growth) of \\$?[\\d.,]+|up \\$?[\\d.,]+|(?:break-?even|flat))'
const SCALE = '(?:\\s?(?:%|percent|million|billion|cents))?\\s?\\)?(?: per (?:diluted )?share)?'
const SPANS_ZERO = new RegExp(
  `(?:${NEGATIVE}${SCALE} (?:to|and|through) ${POSITIVE}|(?:break-?even|flat) to |${POSITIVE}${SCALE} to (?:a loss of|\\(|negative ))`,
  'i'
)

/** Takes a tone away that the words do not bear: what is never good news is not favourable, and what says little of either side has none. */
export const withoutFalseTone = (text: string, type: FindingType, polarity: Polarity): Polarity => {
  if (type === 'guidance' && SPANS_ZERO.test(text)) return 'neutral'
  if (polarity === 'unfavourable') return NO_LARGE_CUSTOMER.test(text) ? 'neutral' : polarity
  return polarity === 'favourable' && NEVER_GOOD.test(text) && !TURNED.test(text) ? 'neutral' : polarity
}
