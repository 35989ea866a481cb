import { FORWARD_WORDS } from '../lexicon'
import { verbForms } from '../text/inflect'
import type { SentenceView } from '../text/sentence-view'

/** A stretch of a sentence's text, UTF-16 units of that text, end-exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The listed words of one sentence, and whether the list says that it is not complete. */
export interface WordList {
  readonly words: readonly Stretch[]
  readonly openEnded: boolean
}

const NAMES_WORDS = /\b(?:words?|terms?|terminology|expressions?|phrases?|verbs?|identif(?:y|ies|ied|iable)|preceded by|such as)\b/i
const OPEN_END =
  /\b(?:similar|comparable|like|analogous|other)\s+(?:\w+\s+)?(?:words?|expressions?|terms?|terminology|phrases?|import|meanings?|variations?|wording)\b|negatives?\s+(?:of|thereof|or|form)|\bvariations?\b|\bderivatives?\b|and the like/i
const QUOTED = /"([^"]*)"|“([^“”]*)[”"]|``([^`'"]{1,40})''|‘([^‘’]{1,40})’|(?<![A-Za-z])'([A-Za-z][^'"]{0,40}?)'(?![A-Za-z])/g
const UNQUOTED_LEAD =
  /\b(?:(?:words?|terms?|terminology|expressions?|phrases?|verbs?)(?:\s+(?:or|and)\s+\w+)?\s*(?:,\s*)?(?:such as|like|including|as)|(?:use of|using|containing|contain|include|including|by)\s+(?:the\s+|forward[- ]looking\s+)?(?:words?|terms?|terminology|expressions?|phrases?)(?:\s+(?:such as|like|including|as))?|the\s+(?:words?|terms?|expressions?))\s*:?\s*/i
const UNQUOTED_END =
  /\s*(?:,\s*)?(?:\b(?:and|or|as well as|and\/or)\s+)?(?:\b(?:other\s+)?(?:similar|comparable|like)\b|\bvariations?\b|\bthe negatives?\b|\bother words\b|\bwords of\b|\bthe like\b)|\s*(?:,\s*)?\b(?:(?:as|when)\s+(?:they|used)|are intended|identif(?:y|ies)|generally|often|typically|or the|in connection)\b|[.;:()]/i

const NOT_A_CUE =
  /^(?:and|or|the|of|as|in|such|these|us|our)$|forward[- ]?looking|safe harbou?r|\bact\b|company|risk factors|corporation|exchange|securities|\bterms?\b/i

/** Cuts trailing punctuation and blanks off a stretch. */
const trim = (text: string, start: number, end: number): Stretch => {
  let from = start
  let to = end
  while (from < to && /[\s,.;:]/.test(text[from] ?? '')) from += 1
  while (to > from && /[\s,.;:]/.test(text[to - 1] ?? '')) to -= 1
  return { start: from, end: to }
}

/** Whether a quoted stretch can be a cue word: short, and no defined term or title. */
const canBeWord = (word: string): boolean =>
  word.length > 1 && word.split(/\s+/).length <= 4 && !NOT_A_CUE.test(word) && /^[A-Za-z][A-Za-z' -]*$/.test(word)
  && (word === word.toLowerCase() || !/^[A-Z].*\s[A-Z]/.test(word))

const quotedWords = (text: string): Stretch[] => {
  const out: Stretch[] = []
  for (const match of text.matchAll(QUOTED)) {
    const inner = match.slice(1).find((group) => group !== undefined) ?? ''
    const start = match.index + match[0].indexOf(inner)
    const word = trim(text, start, start + inner.length)
    if (canBeWord(text.slice(word.start, word.end))) out.push(word)
  }
  return out
}

/** Words of a list written without quotation marks: "words such as believe, expect and similar expressions". */
const unquotedWords = (text: string): Stretch[] => {
  const lead = UNQUOTED_LEAD.exec(text)
  if (!lead) return []
  const from = lead.index + lead[0].length
  const rest = text.slice(from)
  const stop = UNQUOTED_END.exec(rest)
  const end = from + (stop ? stop.index : rest.length)
  const out: Stretch[] = []
  let at = from
  for (const piece of text.slice(from, end).split(/(,\s*(?:and\/or|and|or)?\s+|\s+(?:and\/or|and|or)\s+)/)) {
    const word = trim(text, at, at + piece.length)
    at += piece.length
    const shown = text.slice(word.start, word.end)
    if (!/^(?:and\/or|and|or)?$/i.test(shown) && canBeWord(shown) && shown === shown.toLowerCase()) out.push(word)
  }
  return out.length >= 2 && out.every((word) => text.slice(word.start, word.end).split(' ').length <= 3) ? out : []
}

const CUE_WORDS: ReadonlySet<string> = new Set([
  ...FORWARD_WORDS.verbs.flatMap(verbForms),
  ...Object.keys(FORWARD_WORDS.modals),
  ...['believe', 'think', 'feel', 'assume', 'continue', 'see', 'guide', 'commit'].flatMap(verbForms),
  'potential',
  'goal',
  'goals',
  'likely',
  'ongoing',
  'guidance',
  'outlook',
  'objective',
  'objectives',
  'designed',
  'future',
  'opportunity',
  'estimates',
  'must',
  'possible',
  'probable',
  'strategy',
  'prospects',
  'pending'
])

/** A list of cue words holds at least two that any list would, and they are no small part of it; defined terms in quotes are none. */
const isCueList = (text: string, words: readonly Stretch[]): boolean => {
  const known = words.filter((word) => CUE_WORDS.has(text.slice(word.start, word.end).toLowerCase().split(/\s+/)[0] ?? '')).length
  return known >= 2 && known * 2 >= words.length
}

/**
 * Reads the list of words by which a filing says its forward-looking statements may be known: quoted words beside
 * word(s), term(s), expression(s), or an unquoted list after "words such as".
 */
export const readTriggerWords = (view: SentenceView): WordList => {
  const none: WordList = { words: [], openEnded: false }
  if (!NAMES_WORDS.test(view.text)) return none
  const quoted = quotedWords(view.text)
  const found = quoted.length >= 2 ? quoted : unquotedWords(view.text)
  const words = isCueList(view.text, found) ? found : []
  return words.length > 0 ? { words, openEnded: OPEN_END.test(view.text) } : none
}
