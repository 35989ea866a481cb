import type { TextRange } from '#contract/range'

/** A word of a text as it is searched by, and where it stands in the text as shown. */
export interface SearchWord extends TextRange {
  readonly word: string
}

/** Signs that stand for a word of their own in the index. They are of the private use area, which FTS5's `unicode61` takes for letters. */
const SIGN = { point: '\ue002', '$': '\ue003', '€': '\ue004', '£': '\ue005', '¥': '\ue006', '<': '\ue007', '>': '\ue008' }

/** Characters that are not seen and would cut a word in two, and the private-use signs above. */
// eslint-disable-next-line no-control-regex -- control characters are among what it looks for
const UNSEEN = /^(?:[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000-\ue00f]|[\u00ad\u061c\u180e\u200b-\u200f]|[\u202a-\u202e\u2060-\u2064\u2066-\u206f]|\ufeff|[\ufe00-\ufe0f]|[\u{e0000}-\u{e007f}])$/u

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
interface Rewritten {
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

const foldCharacters = (shown: string): Rewritten => {
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
const SPECIAL = /(?<![\w.])(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.?|(?<!\d)(?<!\d[.,])\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)+|(?<![\w.])\.\d+|[$€£¥%]|\bper cent\b|[<>\u2264\u2265](?=(?:=|\s)*[$€£¥]?\s*\.?\d)/gi

const NEEDS = /[$€£¥%<>\u2264\u2265]|\.[A-Za-z0-9]|\d,\d|per cent/i

const signOf = (found: string): string => {
  switch (found) {
    case '$': case '€': case '£': case '¥': return ` ${SIGN[found]} `
    case '<': case '\u2264': return ` ${SIGN['<']} `
    case '>': case '\u2265': return ` ${SIGN['>']} `
    default: return ' percent '
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

/** The same as `foldForSearch`, with the way back to the text as shown. */
const rewrite = (shown: string): Rewritten => {
  const folded = foldCharacters(shown)
  if (!NEEDS.test(folded.text)) return folded
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  const put = (piece: string, from: number, to: number, whole: boolean): void => {
    for (let unit = 0; unit < piece.length; unit += 1) {
      const [first, last] = whole ? [from, to - 1] : [from + unit, from + unit]
      starts.push(folded.starts?.[first] ?? first)
      ends.push(folded.ends?.[last] ?? last + 1)
    }
    text += piece
  }
  let at = 0
  for (const match of folded.text.matchAll(SPECIAL)) {
    put(folded.text.slice(at, match.index), at, match.index, false)
    at = match.index + match[0].length
    put(wordOf(match[0]), match.index, at, true)
  }
  put(folded.text.slice(at), at, folded.text.length, false)
  return { text, starts, ends }
}

/** What `unicode61` takes for one token. */
const TOKEN = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

const ASCII = /^[\0-\x7f]*$/

const bare = (token: string): string => {
  const lower = token.toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The words of a text as the index holds them, in order, each with its range in the text as shown. */
export const searchWords = (shown: string): readonly SearchWord[] => {
  const { text, starts, ends } = rewrite(shown)
  const words: SearchWord[] = []
  for (const match of text.matchAll(TOKEN)) {
    const last = match.index + match[0].length - 1
    const word = bare(match[0])
    if (word !== '') words.push({ word, start: starts?.[match.index] ?? match.index, end: ends?.[last] ?? last + 1 })
  }
  return words
}

/** Counts the changes of `foldForSearch`: an index of another number is made anew. */
export const SEARCH_WORDS_VERSION = 1
