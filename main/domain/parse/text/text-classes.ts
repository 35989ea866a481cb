import { takeCensus } from '../map/word-census'
import { pattern } from '#model/pattern'

/**
 * What one line, or a short run of words, of a plain-text filing is. Every pattern here is applied to a single line of at
 * most `SHORT` code units, so that none can grow slow on a hostile file.
 */

/** The longest line that can be anything but running text, in code units. */
export const SHORT = 400

/** A line without the dash that a privacy-enhanced message puts before lines that begin with one (RFC 1421, 4.3.2.2). */
export const withoutDashEscape = (line: string): string => (line.startsWith('- -') ? line.slice(2) : line)

/** Lines drawn with dashes or the like: underlines, separators, ends of columns. */
export const isRuleLine = (line: string): boolean => {
  if (line.length > SHORT) return false
  const drawn = withoutDashEscape(line)
  return /^[-=_*~\u2013\u2014]{3,}$/.test(drawn) || (drawn !== line && /^[-=_]+$/.test(drawn)) ||
    (/^[-=_ ]{5,}$/.test(drawn) && /[-=_]{3}/.test(drawn))
}

/** The marks that end a release. */
export const isEndMark = (line: string): boolean =>
  line.length <= 40 &&
  /^(?:#{3,}|#(?:\s*#){2,}|-\s?30\s?-|\*(?:\s+\*){2,}|\*{3}|\[?-?\s?END\s?-?\]?|-\s?END\s?-|~\s*END\s*~)$/i.test(withoutDashEscape(line))

/** The number on an exhibit's own tag, such as `99.2`; null where the line is none. */
export const exhibitNumber = (line: string): string | null =>
  line.length > 40
    ? null
    : /^(?:EXHIBIT|EX\.?-?)\s*(?:(?:NO\.?|NUMBER)\s*)?(?:[#:]\s*)?(\d{1,3}(?:\.\d{1,3})?(?:\([a-z0-9]{1,3}\))*)[.:]?$/i.exec(line)?.[1] ??
      null

const RELEASE_LINE = pattern('i')`
  ^(?:\W{0,3})(?:FOR\s+(?:IMMEDIATE\s+)?(?:NEWS\s+|PRESS\s+)?(?:RELEASE|PUBLICATION)
  |(?:NEWS|PRESS|MEDIA)\s+(?:RELEASE|ANNOUNCEMENT)|IMMEDIATE\s+RELEASE|NEWS)\b[^.?!]{0,50}$`

/** "FOR IMMEDIATE RELEASE" and its kin. */
export const isReleaseLine = (line: string): boolean =>
  line.length <= 90 &&
  RELEASE_LINE.test(line)

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'

/** The source of a pattern for a date as releases write it: `September 27, 2006`, `May 9`, `27 September 2006`, `9/27/2006`. */
export const DATE_SOURCE =
  `(?:${MONTH}\\s{1,4}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,4}(?:19|20)\\d{2})?|\\d{1,2}(?:st|nd|rd|th)?\\s{1,4}${MONTH},?\\s{1,4}(?:19|20)\\d{2}|\\d{1,2}/\\d{1,2}/(?:\\d{2}){1,2})`

const DATE_LINE = new RegExp(`^(?:DATE:?\\s{0,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s{1,4})?${DATE_SOURCE}[,:]?$`, 'i')

/** A line that holds a date and nothing else. */
export const isDateLine = (line: string): boolean => line.length <= 60 && DATE_LINE.test(line)

const PAGE_NUMBER = pattern('i')`
  ^(?:Page\s{1,4}(?:No\.\s?)?)?(?:[-\u2013([.~]{1,2}\s?)?(?:[A-Z]{1,2}-)?(?:\d{1,4}|[ivxl]{1,7})(?:\s?[-\u2013)\].~]{1,2})?
  (?:\s{1,4}of\s{1,4}\d{1,4})?$`

/** A line that numbers a page: `2`, `- 2 -`, `Page 2`, `2 of 7`, `F-12`, `(3)`, `iv`. */
export const isPageNumber = (line: string): boolean =>
  line.length <= 30 &&
  PAGE_NUMBER.test(withoutDashEscape(line))

/** A short line that ends in a page number, as running feet do: `Exhibit 99.1-1`, `Acme Widgets 12`. */
export const isRunningFoot = (line: string): boolean =>
  line.length <= 60 && line.split(/\s+/).length <= 6 && /(?:^|[\s\w.])[-\u2013 ]\d{1,3}$/.test(line) &&
  !/[$%]|\b(?:19|20)\d\d$/.test(line) && /^[^a-z]?\p{Lu}/u.test(line)

const CONTINUATION = pattern('i')`
  ^(?:[-([*. \u2013]{0,4})(?:more|continued|cont(?:inue)?[’']?d\.?|over|more to come|continued on next page)
  (?:[-)\]*. \u2013\u2026]{0,4})$`

/** A line at the foot of a page that says the text goes on. */
export const isContinuationLine = (line: string): boolean =>
  line.length <= 40 &&
  CONTINUATION.test(line)

/** An address of the web or a mail box, alone on its line. */
export const isAddressLine = (line: string): boolean =>
  line.length <= 120 && /^(?:https?:\/\/|www\.|[\w.+-]{1,40}@)[^\s]{2,}[^\s.,;]$/i.test(line)

/** Whether words carry a telephone number, an e-mail address or the word "contact" as a label. */
export const hasContactSign = (text: string): boolean =>
  (text.includes('@') && /[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]{2,}/i.test(text))
  || /\d{3}\)?[ .\u2013/-]{1,3}\d{3}[ .\u2013-]\d{4}\b/.test(text) || (text.includes('+') && /\+\d{1,3}[ .(-]\d{1,4}/.test(text))

const CONTACT_LABEL = pattern('i')`
  ^\W{0,2}(?:(?:for\s+)?(?:further|more|additional)\s+information\b
  |(?:company|investors?|media|press|corporate|ir|pr|analyst|agency|public relations
  |investor relations)?[ /&a-z]{0,24}\bcontacts?\b\s*[:\-\u2013(]|contacts?\s*$|(?:investor|media|public)\s+relations\s*:)`

/** Whether words announce contacts: "Contact:", "Investor Relations:", "For further information". */
export const isContactLabel = (text: string): boolean => CONTACT_LABEL.test(text.slice(0, 90))

/** A line of the newswire's own tail: `SOURCE Acme`, `-0-  05/09/2005`, `/CONTACT: …/`, `/Web site: …/`. */
export const isWireTail = (line: string): boolean =>
  line.length <= SHORT && (/^(?:SOURCE:?\s{1,4}\S|-0-(?:\s|$)|CO:\s|ST:\s{1,4}[A-Z]|IN:\s{1,4}[A-Z]{3}|SU:\s{1,4}[A-Z]{3})/.test(line)
    || /^\/(?:CONTACT|WEB\s?SITE|PRNEWSWIRE|FIRST\sCALL|NOTE\sTO|COMPANY\sNEWS|PHOTO)\b/i.test(line))

/** A line of a signature: a conformed signature, "By:", a blank to sign on. */
export const isSignatureLine = (line: string): boolean =>
  line.length <= 200 && /^(?:\/s\/|By:?\s*(?:\/s\/|_{3,}|-{3,})|\(Signature\)|Name:\s|Title:\s)|\s\/s\/\s?[A-Z]/i.test(line)

const MARKER = pattern()`
  ^(?:\[[xX_ ]?\]|\|[xX_ ]\||\/[xX ]\/|\([xX_ ]\)|[\u2610-\u2612]|[\u2022\u00b7\u25cf\u25aa\u25e6\u2043\u2219*\u2013\u2014+-]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)
  |(?:\d{1,2}|[a-z]|[ivx]{1,5})\)|\d{1,2}\.|o)[ \t]{1,12}(?=[^\s-])`

/** A list marker at the start of a line, with its length and the blanks behind it; 0 where there is none. */
export const markerLength = (line: string): number => MARKER.exec(line)?.[0].length ?? 0

/** "99.1  Press release": the number of an exhibit and the blanks behind it, before a word in capitals, at the start of a line. */
const EXHIBIT_LINE = /^\(?\d{1,3}\.\d{1,3}[a-z]?\)?[*+\u2020]{0,3}[ \t]{1,12}(?=\p{Lu})/u

/** Whether a line of a list of exhibits begins here: its number, then what it is. */
export const isExhibitLine = (line: string): boolean => EXHIBIT_LINE.test(line)

const FORM_LINE = pattern('iu')`
  ^(?:form\s+(?=[\p{L}\d-]{0,8}\d)[\p{L}\d]{1,5}(?:[- ][\p{L}\d]{1,5}){0,2}|schedule\s+(?:13[deg]|13e-?[34]f?|14[acdfn](?:-\d{1,2}f?)?|to(?:-[itc])?))
  (?:\s?\/\s?a)?(?:\s*\(?(?:amendment|rule)\b[^()]{0,30}\)?)?$`

/** A line that is the name of a form and nothing else: "FORM 10-K405", "Form 24F-2", "SCHEDULE 13D/A". */
export const isFormLine = (line: string): boolean => line.length <= 60 && FORM_LINE.test(line)

/** A numbered field of a form with its label: "3. File number: 811-1234". */
export const isNumberedField = (line: string): boolean => /^\d{1,2}[a-z]?\.\s.{0,160}:/u.test(line)

/** Whether words end as a sentence does, closing marks and footnote marks seen through. */
export const endsSentence = (text: string): boolean => /[.?!\u2026][)\]"'\u201d\u2019*]{0,4}(?:\s?\(\d{1,2}\))?$/.test(text.slice(-16))

const ABBREVIATION_END = pattern('i')`
  (?:^|[\s,(])(?:Inc|Corp|Co|Cos|Ltd|L\.?P|L\.?L\.?C|N\.V|S\.A|A\.G|Jr|Sr|Esq|M\.?D|Ph\.?D|U\.S(?:\.A)?|D\.C|Bros|Assoc|Dept
  |No|St|Ave|Blvd)\.$`

/** Whether words end in a company's form or another abbreviation, whose full stop ends no sentence. */
export const endsInAbbreviation = (text: string): boolean => ABBREVIATION_END.test(text.slice(-16))

/** Whether words end so that more must follow in the same paragraph, or may: no mark of an end at all. */
export const endsOpen = (text: string): boolean => !/[.?!:;\u2026][)\]"'\u201d\u2019*]{0,4}$/.test(text.slice(-12))

/** The share of letters that are capitals, 0 to 1, in at most the first 2000 code units; 0 where there is no letter. */
export const capitalShare = (text: string): number => takeCensus(text, 0, Math.min(text.length, 2000)).capitals

/** The number of words, runs without a blank that hold a letter or digit, in at most the first 4000 code units. */
export const wordCount = (text: string): number => takeCensus(text, 0, Math.min(text.length, 4000)).words
