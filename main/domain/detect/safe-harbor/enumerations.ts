import { splitItems } from './split-items'
import type { Stretch } from './trigger-words'
import { pattern } from '#model/pattern'

/** The items that one cautionary sentence lists. */
export interface Enumeration {
  readonly subjects: readonly Stretch[]
  readonly factors: readonly Stretch[]
  readonly pointers: readonly Stretch[]
  /** The list goes on in the blocks that follow ("include the following:"). */
  readonly leadsList: 'subjects' | 'factors' | null
}

const SUBJECT_WORD =
  '(?:regarding|concerning|relating to|relat(?:e|es) to|related to|about|with respect to|as to|pertaining to|address(?:es|ing)?|on|that|of)'
const SUBJECT_LEADS: readonly RegExp[] = [
  new RegExp(
    `forward[- ]looking (?:statements?|information)[^.;]{0,80}?\\b(?:includes?|including|are|contains?|among)\\b[^.;:]{0,60}?\\bstatements?(?: that)?\\s+(?:\\w+\\s+){0,3}?${SUBJECT_WORD}\\s+`,
    'i'
  ),
  new RegExp(
    `\\bstatements?\\b[^.;,:]{0,60}?,?\\s*(?:includ\\w+[^.;:]{0,40}?\\bstatements?\\s+)?(?:regarding|concerning|relating to|related to|about|with respect to|as to|pertaining to)\\s+`,
    'i'
  ),
  pattern('i')`
  forward[- ]looking (?:statements?|information)[^.;:]{0,60}?\b(?:relate to|concern|regarding|concerning|relating to|about
  |with respect to|address|involve|discuss)\s+`,
  pattern('i')`
  forward[- ]looking (?:statements?|information)\b[^.;:]{0,40}?\binclud(?:e|es|ing)\b
  (?:,?\s*(?:but (?:are |is )?not limited to|without limitation|among others|among other things|for example
  |by way of example))*,?\s*`,
  /\b(?:including|such as)\s+(?:management's |the company's |our )?(?=(?:expectations?|plans?|statements?|beliefs?)\b)/i
]
const SUBJECT_END = pattern('i')`
  (?:\s+(?:,\s+)?|,\s+)(?:(?:that|which) (?:are|is|involve|may|constitute|could|reflect)
  |are (?:based|forward|subject|made|all)|is forward|involve|within the meaning|constitute|may (?:be|constitute)
  |as (?:defined|that term)|made (?:in|pursuant)|pursuant to|and involve|and are (?:subject|based)|contained in this
  |in this (?:press|news) release (?:are|is)|and other statements|or other statements|and (?:all )?other matters
  |and any other statements)\b`

const FACTOR_NOUN = '(?:risks?|uncertaint(?:y|ies)|factors?|contingencies|assumptions)'
const FACTOR_LEADS: readonly RegExp[] = [
  new RegExp(
    `\\b${FACTOR_NOUN}\\b[^.;]{0,160}?\\b(?:includ(?:e|es|ing)|such as|among (?:others|other things|them)|are(?: as follows| the following)?|associated with|relating to|related to|namely)\\b(?:,?\\s*(?:but (?:are |is )?not(?: necessarily)? limited to|without limitation|without limiting the foregoing|among (?:others|other things|other factors)|the following(?: (?:risks|factors|risk factors|risks and uncertainties))?|risks and uncertainties|(?:the )?(?:risks|uncertainties|factors)(?: and uncertainties)? (?:associated with|related to|relating to|such as)(?= \\()|but not limited to|for example|risks such as|whether))*\\s*(?:[,:]+\\s*)?(?:--\\s*)?`,
    'i'
  ),
  pattern('i')`
  \b(?:as a (?:result|consequence) of|due to|because of|depending on|by reason of)\s+
  (?:[^.;]{0,60}?\b(?:factors|risks|reasons)\b[^.;]{0,40}?\b(?:includ(?:e|es|ing)|such as)\b[,:]?\s*)`,
  pattern('i')`
  \b(?:could|may|might|would|to) (?:cause|differ|vary|affect)\b[^.;]{0,140}?\b(?:includ(?:e|es|ing)|are|such as)\b
  (?:,?\s*(?:but (?:are |is )?not limited to|without limitation|among others|among other things
  |the following(?: factors| risks)?|the risk factors))*\s*(?:[,:]+\s*)?`,
  /\b(?:subject to|affected by|impacted by)\s+(?=[^.;]{0,20}\b(?:changes in|general economic|competition|market conditions)\b)/i
]
const FACTOR_END = pattern('i')`
  (?:\s+(?:,\s+)?|,\s+)(?:(?:that|which|any of which|all of which|each of which|and which) (?:could|may|might|would
  |can) (?:cause|affect|adversely|materially|differ|result)
  |as (?:more fully |further |well as other \w+ )?(?:described|detailed|discussed|set forth|disclosed|identified|may be)\b
  |(?:that|which) (?:are|is|have been|may be) (?:more fully |further |included |also )?(?:described|detailed|discussed
  |set forth|disclosed|identified|included)|could cause|may cause|might cause|described (?:from time|in)
  |detailed (?:from time|in)|identified (?:from time|in)|discussed (?:from time|in|under)|set forth (?:from time|in|under))\b`
const POINTER = pattern('i')`
  \bform\s+(?:10-?[KQ]|8-?K|20-?F|40-?F|S-?\d|F-?\d)\w*(?:\/A)?|\b(?:annual|quarterly|current|periodic|interim)\s+reports?\b
  |\brisk factors\b|\bprospectus\b|\bregistration statement\b|\b(?:other )?filings with the (?:sec|securities)
  |\breports? (?:filed|on file) with the|\bsec (?:filings|reports)\b
  |\bother (?:risks|factors|risk factors|risks and uncertainties|uncertainties)\b[^,;]{0,40}\b(?:described|detailed|discussed
  |set forth|identified|disclosed|listed|contained|included|indicated|filings|reports)`
const VAGUE = pattern('i')`
  ^(?:those|these|others?|and other\w*)$|^(?:and\s+)?(?:(?:various|certain|many|numerous|several|other|those|such|these|the
  |a number of|additional|important|further)\s+)*(?:other\s+)?(?:risks|uncertaint\w+|factors?|matters?|risk factors
  |risks and uncertainties|known and unknown risks|assumptions|trends)(?:\s+and\s+(?:uncertainties|factors|other factors))?
  (?:\s+(?:(?:that|which) (?:are|is|may|might|could|would|can|have|has|we|the company|apply)|described|detailed|discussed
  |identified|set forth|contained|referenced|beyond|more fully|many|some|inherent|indicated|listed|disclosed|not presently
  |related to (?:our|the company's) business|mentioned|noted|outlined|as|from|in)\b.*)?$`

/** Items that name nothing to be cautious about. */
const EMPTY_ITEM = pattern('i')`
  ^(?:the |our |its )?(?:future|not past|events?|activities|developments?|reasonable|estimates|projections|forecasts
  |objectives|expectations|assumptions|beliefs|statements?|conditions|trends|similar matters|other matters|historical facts?
  |any historical.*|.*\bhistorical or current fact.*|.*\bhistorical facts?)$`

/** What can only be the rest of a sentence, never an item of a list. */
const NO_ITEM = pattern('i')`
  ^(?:not|(?:over|many of|some of|any of|all of) which|are|is|was|were|could|may(?! not be able)|might|will|would|they|it|we
  |undue|as unknown|unpredictable|which|who|and)\b`

const isItem = (shown: string): boolean => !VAGUE.test(shown) && !EMPTY_ITEM.test(shown) && !NO_ITEM.test(shown)

interface Lead {
  readonly at: number
  readonly end: number
}

/** The last match among leads of one kind, since "include statements regarding" must win over "include". */
const findLead = (text: string, leads: readonly RegExp[]): Lead | null => {
  for (const lead of leads) {
    const match = lead.exec(text)
    if (match) return { at: match.index, end: match.index + match[0].length }
  }
  return null
}

const bodyEnd = (text: string, from: number, end: RegExp): number => {
  const separated = text.slice(from).split(';').length > 2
  if (separated) return text.replace(/[.\s]+$/, '').length
  const stop = end.exec(text.slice(from))
  const close = stop ? from + stop.index : text.length
  return text.slice(from, close).replace(/[.\s]+$/, '').length + from
}

/** The stretch of the words that name where cautions stand elsewhere. */
const pointersIn = (text: string): Stretch[] => {
  const out: Stretch[] = []
  for (const match of text.matchAll(new RegExp(POINTER.source, 'gi'))) out.push({ start: match.index, end: match.index + match[0].length })
  return out
}

const NAMES_STATEMENTS =
  /forward[- ]?looking|statements?,? (?:regarding|concerning|relating|related|about|with respect|as to|pertaining|includ)|expectations/i

/** What statements rest on is not what they are about: "we have based these forward-looking statements on our expectations". */
const RESTS_ON = /\bbased (?:these|our|such|the|its|any) forward[- ]looking statements\b/i

const subjectsOf = (text: string): { items: Stretch[]; leads: boolean } => {
  if (!NAMES_STATEMENTS.test(text) || RESTS_ON.test(text)) return { items: [], leads: false }
  const lead = findLead(text, SUBJECT_LEADS)
  if (!lead || /\b(?:words?|terms?|expressions?)\b/i.test(text.slice(lead.at, lead.end))) return { items: [], leads: false }
  const end = bodyEnd(text, lead.end, SUBJECT_END)
  const rest = text.slice(lead.end, end)
  if (rest.trim().length < 4) return { items: [], leads: /[:]\s*$/.test(text) }
  if (/^(?:the\s+)?(?:historical|following)\b[^,]{0,30}$/i.test(rest)) return { items: [], leads: /:\s*$/.test(text) }
  const items = splitItems(text, lead.end, end).filter((item) => isItem(text.slice(item.start, item.end)))
  return { items: /["“]/.test(rest) && items.length > 4 ? [] : items, leads: false }
}

const NO_LIST = pattern('i')`
  ^(?:subject to|difficult|beyond|described|set forth|detailed|discussed|identified|contained|included
  |not (?:statements|historical|presently)|currently|made|cautioned|inherent|outside|based|unknown|more fully|incorporated
  |disclosed|forward)\b`

const NESTED_LIST = pattern('i')`
  ^(?:those|the (?:risks|factors|matters))\b[^;]*?\b(?:described|identified|discussed|set forth|detailed|contained|included
  |listed|disclosed)\b[^;]*?,\s*(?:including|such as)\s+(?=that\b|the\b|our\b|risks\b|changes\b|general\b)
  (?!the company's (?:annual|form|quarterly)|our (?:annual|form|quarterly)|the (?:annual|form|quarterly|risk factors))`

const factorsOf = (text: string): { items: Stretch[]; leads: boolean; all: Stretch[] } => {
  const none = { items: [], leads: false, all: [] }
  if (!/risk|factor|uncertaint|differ|affect|contingenc/i.test(text)) return none
  const lead = findLead(text, FACTOR_LEADS)
  if (!lead) return { ...none, leads: /\b(?:risk|factor|uncertaint|following)[^.]*:\s*$/i.test(text) }
  const nested = NESTED_LIST.exec(text.slice(lead.end))
  const colon = /^[^;:]{0,200}\b(?:differ|statements?|following|materially|results)\b[^;:]{0,80}:\s+(?=[a-z(])/i.exec(text.slice(lead.end))
  const end = bodyEnd(text, lead.end, FACTOR_END)
  const rest = text.slice(lead.end, end)
  if (!nested && rest.trim().length < 4) return { ...none, leads: /:\s*$/.test(text) || /following\s*$/i.test(text) }
  if (!nested && !colon &&
    NO_LIST.test(rest)) return none
  const start = lead.end + (nested?.[0].length ?? colon?.[0].length ?? 0)
  const all = splitItems(text, start, nested ? bodyEnd(text, start, FACTOR_END) : end)
  const items = all.filter((item) => {
    const shown = text.slice(item.start, item.end)
    return isItem(shown) &&
      !(POINTER.test(shown) && /\b(?:form|report|filing|prospectus|risk factors|registration)/i.test(shown) && shown.length < 400 &&
        !/\brisks? (?:that|of|associated)\b/i.test(shown))
  })
  return { items, leads: false, all }
}

/** The stretches that overlap none of the others; both lists are in order. */
const apartFrom = (items: readonly Stretch[], others: readonly Stretch[]): Stretch[] => {
  let next = 0
  return items.filter((item) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= item.start) next += 1
    const other = others[next]
    return !(other && other.start < item.end)
  })
}

/** Reads what one sentence of a safe harbor lists: subjects, risk factors, and pointers to cautions elsewhere. */
export const readEnumeration = (text: string): Enumeration => {
  const factors = factorsOf(text)
  const subjects = factors.items.length > 0 &&
      !/statements?\s+(?:regarding|concerning|relating|about|with respect)|forward[- ]looking statements? (?:includ|relat)/i.test(
        text.slice(0, factors.items[0]?.start ?? 0)
      )
    ? { items: [], leads: false } :
    subjectsOf(text)
  const apart = apartFrom(subjects.items, factors.items)
  const leadsList = factors.leads ? 'factors' : subjects.leads ? 'subjects' : null
  return { subjects: apart, factors: factors.items, pointers: pointersIn(text), leadsList }
}
