import type { TextRange } from '#contract/range'
import { MAY_END, MONTHS, NEVER_END, STARTERS, TIME_ZONE } from './abbreviations'

/** How far the closing bracket may stand behind its opening one, in code units; sentences inside are then held together. */
const BRACKET_REACH = 400

const isSpace = (text: string, at: number): boolean => text.charCodeAt(at) === 32

const isCloser = (unit: number): boolean => unit === 34 || unit === 39 || unit === 0x201d || unit === 0x2019 || unit === 41 || unit === 93

/** Pairs the brackets of a text in one pass: where each opening one is closed, for those closed within reach. */
const pairBrackets = (text: string): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 40 || unit === 91) open.push(at)
    else if (unit === 41 || unit === 93) {
      const from = open.pop()
      if (from !== undefined && at - from < BRACKET_REACH) pairs.set(from, at)
    }
  }
  return pairs
}

/** The end of a run of sentence marks from `at`, spaced dots (`. . .`) taken as one run, with the number of marks. */
const markRun = (text: string, at: number): { end: number; marks: number } => {
  let end = at
  let marks = 0
  for (;;) {
    const unit = text.charCodeAt(end)
    if (unit === 46 || unit === 63 || unit === 33 || unit === 0x2026) {
      marks += unit === 0x2026 ? 3 : 1
      end += 1
    } else if (isSpace(text, end) && text.charCodeAt(end + 1) === 46 && marks > 0 && text.charCodeAt(end - 1) === 46 &&
      /^[.\s]/.test(text.charAt(end + 2))) end += 1
    else return { end, marks }
  }
}

/** Swallows closing quotation marks and brackets, and a footnote mark such as `(1)` set close. */
const swallowClosers = (text: string, from: number): number => {
  let at = from
  for (;;) {
    if (isCloser(text.charCodeAt(at))) at += 1
    else {
      const mark = text.charCodeAt(at) === 40 ? /^\((?:\d{1,2}|[a-z*])\)/.exec(text.slice(at, at + 5)) : null
      if (!mark) return at
      at += mark[0].length
    }
  }
}

/** The word in front of a full stop: letters with inner stops, such as `Inc`, `U.S`, `a.m`. */
const wordBefore = (text: string, stop: number): string =>
  /[\p{L}\p{N}.&]{1,16}$/u.exec(text.slice(Math.max(0, stop - 16), stop))?.[0].replace(/^\.+/, '') ?? ''

const wordAfter = (text: string, from: number): string =>
  /^["'\u201c\u2018(]{0,2}([\p{L}\p{N}-]{1,20})/u.exec(text.slice(from, from + 24))?.[1] ?? ''

const isStarter = (word: string): boolean => STARTERS.has(word)

/** `Item 1A. Risk Factors`, `Note 2. Significant`: the number belongs to the name that follows. */
const isNumberedName = (text: string, stop: number): boolean =>
  /\b(?:item|note|exhibit|section|article|part|no|rule|schedule|appendix)s?\.?\s\(?[\dIVX]{1,5}[A-Z]?(?:\.\d{1,3})?$/i.test(
    text.slice(Math.max(0, stop - 28), stop)
  )

/** `… of Acme Widgets, Inc. Acme makes …`: the company's name is taken up again, so a sentence begins. */
const isNamedAgain = (text: string, stop: number, following: string): boolean =>
  following.length >= 4 && text.slice(Math.max(0, stop - 60), stop).split(/[\s,]+/).includes(following)

/** What ends the name of a firm: only behind one of these is a word that comes again the firm taken up again. */
const IS_FIRM = /^(?:inc|corp|cos?|ltd|bros|l\.?p|l\.l\.[cp]|p\.?l\.?c|n\.v|b\.v|s\.a|a\.g|s\.p\.a)$/

/** Whether words behind "a.m." say more of the time: a zone, a day, a place's time, or anything that begins no sentence. */
const isTimeGoingOn = (behind: string): boolean =>
  TIME_ZONE.test(behind) || /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? time\b/iu.test(behind) || !/^["'\u201c\u2018]?\p{Lu}/u.test(behind)

/** `Tr. Co. of Dover`: a firm's name goes on behind a word that it cuts short. */
const isNameOfFirm = (text: string, next: number): boolean => /^(?:Co|Cos|Corp|Inc|Ltd|Bros|Assn|Tr|Ins)\./.test(text.slice(next, next + 5))

/** Whether a full stop at `stop`, with a capital or digit at `next`, ends no sentence because of the word it follows. */
const isAbbreviation = (text: string, stop: number, next: number, sentenceStart: number): boolean => {
  const word = wordBefore(text, stop)
  const lower = word.toLowerCase()
  const following = wordAfter(text, next)
  const first = text.charAt(next)
  if (/^["'\u201c(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$/.test(text.slice(sentenceStart, stop))) return true
  if (lower === 'no') return /^[\d#]/.test(first)
  // In capitals "EST" is a time zone and "SEC" the commission: words, not abbreviations.
  if (NEVER_END.has(lower) && !/^\p{Lu}{3,}$/u.test(word)) return true
  if (lower === 'a.m' || lower === 'p.m') return isTimeGoingOn(text.slice(next, next + 32))
  if (isNameOfFirm(text, next) && /^\p{Lu}\p{L}{0,9}$/u.test(word)) return true
  if (MONTHS.has(lower)) return /\d/.test(first) || !isStarter(following)
  if (MAY_END.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word))
    return first === '(' || !(isStarter(following) || (IS_FIRM.test(lower) && isNamedAgain(text, stop, following)))
  if (/^\p{Lu}$/u.test(word)) return !isStarter(following) || following === 'A' || following === 'I'
  return isNumberedName(text, stop) && /^\p{Lu}/u.test(following) && !isStarter(following)
}

/** Whether a sentence ends at the marks from `stop` to `marksEnd`, closers swallowed up to `end`. */
const isBoundary = (text: string, stop: number, marksEnd: number, end: number, marks: number, sentenceStart: number): boolean => {
  if (end >= text.length) return true
  if (!isSpace(text, end)) return false
  const next = end + 1
  const following = /^["'\u201c\u2018\u00ab([]*(.)/u.exec(text.slice(next, next + 6))?.[1] ?? ''
  if (/\p{Ll}/u.test(following) || /^[-\u2013\u2014,;:&]/.test(text.charAt(next))) return false
  const last = text.charAt(marksEnd - 1)
  if (last === '?' || last === '!') return !/^(?:Inc|Corp|Ltd|Co)\b/.test(text.slice(next, next + 5))
  if (marks === 3 || marks > 4) return false
  return !(marks === 1 && isAbbreviation(text, stop, next, sentenceStart))
}

/**
 * Finds the sentences of one block of text whose white space is collapsed. Offsets are UTF-16 code units of `text`, end
 * excluded. Boundaries are sought only at `. ? !` and never inside a bracket that closes within 400 code units; a colon
 * or semicolon ends nothing; the end of the block always does. Linear in the text.
 */
export const scanSentences = (text: string): TextRange[] => {
  const out: TextRange[] = []
  const brackets = pairBrackets(text)
  let start = 0
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 40 || unit === 91) {
      const close = brackets.get(at) ?? -1
      // The marks inside are held; one right in front of the closing bracket may end the sentence behind it.
      if (close >= 0) {
        const inner = /[.?!]["'\u201d\u2019]?$/.exec(text.slice(close - 2, close))
        at = inner ? close - inner[0].length : close + 1
        if (!inner) continue
      }
    }
    const mark = text.charCodeAt(at)
    if (mark !== 46 && mark !== 63 && mark !== 33 && mark !== 0x2026) {
      at += 1
      continue
    }
    const run = markRun(text, at)
    const end = swallowClosers(text, run.end)
    if (isBoundary(text, at, run.end, end, run.marks, start)) {
      out.push({ start, end })
      start = end
      while (start < text.length && isSpace(text, start)) start += 1
      at = start
    } else at = Math.max(run.end, at + 1)
  }
  if (start < text.length) out.push({ start, end: text.length })
  return out
}
