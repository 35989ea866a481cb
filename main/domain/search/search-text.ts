import type { TextRange } from '#contract/range'

/** A word of a text as it is searched by, and where it stands in the text as shown. */
export interface SearchWord extends TextRange {
  readonly word: string
}

/** Signs that stand for a word of their own in the index. They are of the private use area, which FTS5's `unicode61` takes for letters. */
const SIGN = { point: '\ue002', '$': '\ue003', '€': '\ue004', '£': '\ue005', '¥': '\ue006', '<': '\ue007', '>': '\ue008' }

/** Characters that are not seen and would cut a word in two, and the private-use signs above. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- control characters are among what it looks for
  /^(?:[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000-\ue00f]|[\u00ad\u061c\u180e\u200b-\u200f]|[\u202a-\u202e\u2060-\u2064\u2066-\u206f]|\ufeff|[\ufe00-\ufe0f]|[\u{e0000}-\u{e007f}])$/u

/** Letters of other scripts that look like a Latin one, each before its likeness, by Unicode's table of confusables (UTS #39). */
const PAIRS = 'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw οo αa ιi νv ρp τt υu κk ɡg ıi '
  + 'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX ҮY ԜW ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]))

const LATIN = /[A-Za-z]/
const OTHER = /[\u0370-\u03ff\u0400-\u052f\u0131\u0261]/

/** A word that mixes Latin with look-alikes of another script was meant to be read as Latin; a whole Greek word was not. Keeps the length. */
const unmask = (word: string): string =>
  LATIN.test(word) && OTHER.test(word) ? [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('') : word

/** Text in another form; `starts` and `ends` lead each of its code units back to the first form, null where they are the same. */
interface Folded {
  readonly text: string
  readonly starts: readonly number[] | null
  readonly ends: readonly number[] | null
}

const PLAIN = /^[\t\n\r -~\u00a0\u2018\u2019\u201c\u201d\u2013\u2014\u2022]*$/
const TRADE_MARK = /[\u2122\u2120\u00ae\u00a9]/u
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u208e]/u

/** One character as it is searched: a trade mark parts words, a raised number is a word of its own, ligatures and wide forms are resolved. */
const foldOne = (character: string): string => {
  if (UNSEEN.test(character)) return ''
  if (TRADE_MARK.test(character)) return ' '
  return RAISED.test(character) ? ` ${character.normalize('NFKC')}` : character.normalize('NFKC')
}

const foldCharacters = (shown: string): Folded => {
  if (PLAIN.test(shown)) return { text: shown, starts: null, ends: null }
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let at = 0
  for (const character of shown) {
    const folded = foldOne(character)
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at)
      ends.push(at + character.length)
    }
    text += folded
    at += character.length
  }
  return { text: OTHER.test(text) ? text.replace(/[\p{L}\p{M}]+/gu, unmask) : text, starts, ends }
}

/**
 * What is one word to a reader and several to a tokenizer, or the reverse: initials ("U.S."), numbers with separators, a
 * decimal that begins with its point, currency, per cent, and the sign of an inequality before a number.
 */
const SPECIAL =
  /(?<![\w.])(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.?|(?<!\d)(?<!\d[.,])\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)+|(?<![\w.])\.\d+|[$€£¥%]|\bper cent\b|[<>\u2264\u2265](?=[=\s]*(?:[$€£¥]\s*)?\.?\d)/gi

const NEEDS = /[$€£¥%<>\u2264\u2265]|\.[A-Za-z0-9]|\d,\d|per cent/i

const signOf = (found: string): string => {
  switch (found) {
    case '$':
    case '€':
    case '£':
    case '¥':
      return ` ${SIGN[found]} `
    case '<':
    case '\u2264':
      return ` ${SIGN['<']} `
    case '>':
    case '\u2265':
      return ` ${SIGN['>']} `
    default:
      return ' percent '
  }
}

const wordOf = (found: string): string => {
  if (found.startsWith('.')) return `0${SIGN.point}${found.slice(1)}`
  if (/^\d/.test(found)) return found.replaceAll(',', '').replaceAll('.', SIGN.point)
  return /^[A-Za-z]\./.test(found) ? found.replaceAll('.', '') : signOf(found.toLowerCase())
}

/**
 * The words by which a text is searched, for an index that cuts at everything but letters and digits: typographic and unseen
 * characters resolved, look-alike letters inside Latin words made Latin, numbers made whole ("1,234.5" is one word, "12%" is
 * "12 percent"). For searching and never for showing; offsets into it mean nothing elsewhere.
 */
export const foldForSearch = (text: string): string => {
  const folded = foldCharacters(text).text
  return NEEDS.test(folded) ? folded.replace(SPECIAL, wordOf) : folded
}

/** A stretch of rewritten text: from `at` on it is the folded text from `from` on, or (`to` set) one thing in place of `from` to `to`. */
interface Stretch {
  readonly at: number
  readonly from: number
  readonly to: number | null
}

/** The same as `foldForSearch` does to folded text, with the way back to it. */
const rewrite = (folded: string): { readonly text: string; readonly stretches: readonly Stretch[] } => {
  if (!NEEDS.test(folded)) return { text: folded, stretches: [{ at: 0, from: 0, to: null }] }
  const stretches: Stretch[] = [{ at: 0, from: 0, to: null }]
  let text = ''
  let from = 0
  for (const match of folded.matchAll(SPECIAL)) {
    text += folded.slice(from, match.index)
    from = match.index + match[0].length
    stretches.push({ at: text.length, from: match.index, to: from })
    text += wordOf(match[0])
    stretches.push({ at: text.length, from, to: null })
  }
  return { text: text + folded.slice(from), stretches }
}

/** What `unicode61` takes for one token, and the same for text that is all ASCII but for our signs. */
const TOKEN = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const PLAIN_TOKEN = /[A-Za-z0-9\ue002-\ue008]+/g
const MOSTLY_ASCII = /^[\t\n\r -~\u00a0\u2018\u2019\u201c\u201d\u2013\u2014\u2022\ue002-\ue008]*$/

const ASCII = /^[\0-\x7f]*$/

const bare = (token: string): string => {
  const lower = token.toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The words of a text as the index holds them, in order, each with its range in the text as shown. */
export const searchWords = (shown: string): readonly SearchWord[] => {
  const { text: folded, starts, ends } = foldCharacters(shown)
  const { text, stretches } = rewrite(folded)
  const words: SearchWord[] = []
  let stretch = 0
  const stretchAt = (at: number): Stretch => {
    while ((stretches[stretch + 1]?.at ?? Infinity) <= at) stretch += 1
    return stretches[stretch] ?? { at: 0, from: 0, to: null }
  }
  for (const match of text.matchAll(MOSTLY_ASCII.test(text) ? PLAIN_TOKEN : TOKEN)) {
    const word = bare(match[0])
    if (word === '') continue
    const first = stretchAt(match.index)
    const last = match.index + match[0].length - 1
    const end = stretchAt(last)
    const from = first.to === null ? first.from + match.index - first.at : first.from
    const to = end.to === null ? end.from + last - end.at : end.to - 1
    words.push({ word, start: starts?.[from] ?? from, end: ends?.[to] ?? to + 1 })
  }
  return words
}

/** Counts the changes of `foldForSearch`: an index of another number is made anew. */
export const SEARCH_WORDS_VERSION = 1
