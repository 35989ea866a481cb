import { pattern } from '#model/pattern'

/** What a heading opens, by its words. The first pattern that matches decides. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/forward[- ]?looking|safe[- ]harbou?r|cautionary (?:statement|note|language|remark)|private securities litigation/i, 'safe-harbor'],
  [/^about\b|^(?:company|corporate) (?:profile|background|overview|information)|^background on\b|^profile of\b/i, 'about'],
  [/conference call|web ?cast|investor call|dial[- ]in|earnings call|teleconference/i, 'conference-call'],
  [
    pattern('i')`
    (?:balance sheets?|statements? of (?:consolidated |condensed )?(?:operations|income|earnings|cash flows?|loss
    |financial (?:position|condition))|financial (?:tables?|statements|highlights|data)|reconciliation of)`,
    'financial-tables'
  ],
  [/^contacts?\b|^(?:investor|media|press|company) contacts?\b|^for (?:more|further|additional) information\b/i, 'contacts'],
  [/^(?:business |financial )?(?:outlook|guidance)\b/i, 'outlook'],
  [/^risk factors\b/i, 'risk-factors']
]

/** The kind of section a heading opens; `body` where its words say nothing. */
export const headingKind = (text: string): string => {
  const words = text.slice(0, 200).trim()
  return HEADINGS.find(([pattern]) => pattern.test(words))?.[1] ?? 'body'
}

const HARBOR_SIGNS: readonly RegExp[] = [
  /forward[- ]looking (?:statements?|information)/i,
  /(?:actual )?results .{0,80}(?:differ|different|vary)\b.{0,12}materially|(?:differ|different|vary)\b.{0,12}materially/i,
  /Private Securities Litigation Reform Act|Securities Litigation Reform Act|Section 2[17][AE]\b/i,
  /(?:undertakes?|assumes?|under|disclaims?|has)\s(?:no|any)\s(?:obligation|duty|responsibility|intention)/i,
  /(?:[\u201c"][\w ]{2,20},?[\u201d"],?\s?(?:and |or )?){3}/
]

/** Whether a paragraph is a safe harbor without a heading: two of its five signs. */
export const isSafeHarborText = (text: string): boolean => {
  const words = text.slice(0, 6000)
  if (/^(?:forward[- ]looking|safe harbou?r|cautionary)\s(?:statements?|note|language|information)[^.]{0,60}[:.\u2013\u2014-]/i.test(words))
    return true
  if (!/forward[- ]looking/i.test(words)) return false
  return HARBOR_SIGNS.filter((sign) => sign.test(words)).length >= 2
}

/** Whether a paragraph tells how to hear a call. */
export const isCallText = (text: string): boolean =>
  /conference call|teleconference|web ?cast/i.test(text.slice(0, 800)) &&
  /\b\d{3}[-.)\s]{1,2}\d{3}[-.\s]\d{4}\b|dial|replay|log on|a\.m\.|p\.m\.|webcast at/i.test(text.slice(0, 2000))

const SAYS_WHAT_IT_IS = pattern()`
  ^[^.]{0,80}?(?:\([^)]{0,60}\))?,?\s*(?:is (?:an?|the|one)\b|provides?\b|offers?\b|designs?\b|develops?\b|operates?\b
  |manufactures?\b|engages?\b|is engaged\b|headquartered|based in|a leading|with headquarters|through its)`

/** Whether a paragraph describes the company that `names` name, as the last paragraphs of a release do. */
export const isAboutText = (text: string, names: readonly string[]): boolean => {
  const head = text.slice(0, 240)
  if (/^about\s+\p{Lu}/iu.test(head) && /^about\s+[\p{Lu}][^.]{1,60}[:.\u2013\u2014-]/u.test(head)) return true
  if (/^(?:Headquartered|Based|Founded|Established) in\b/.test(head)) return true
  const name = names.find((each) => head.toLowerCase().startsWith(each.toLowerCase()))
  if (!name) return false
  return SAYS_WHAT_IT_IS.test(head.slice(name.length).replace(/,?\s*(?:Inc|Corp|Ltd|Co)\./, ''))
}
