import guardWords from '../../../resources/lexicon/anchor-guards.json'
import { level } from './anchor-text'

/** A word, a number or a sign of a text. `raw` is as the text sets it, `key` levelled for comparing, `at` its offset in code units. */
export interface GuardToken {
  readonly raw: string
  readonly key: string
  readonly at: number
  /** Whether it is a number or belongs to one: a sign, a currency, a unit behind a number, a month. */
  readonly isNumber: boolean
  /** The class of a word that decides what a sentence claims, or null. */
  readonly claim: string | null
}

const CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries(guardWords).flatMap(([name, words]) => words.map((word): [string, string] => [word, name]))
)

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that are numbers or count as such, dates and money included: a changed month is a changed fact. */
const NUMBER_WORDS = wordsOf(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty '
    + 'thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half third quarter fourth fifth first '
    + 'second sixth seventh eighth ninth tenth once twice double doubled triple tripled january february march april june july august '
    + 'september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday '
    + 'sunday dollar dollars euro euros pound pounds yen yuan francs cents percent basis ii iii iv vi vii viii ix xi xii'
)

/** Words that say what a number counts; they belong to it where they stand behind one. */
const UNITS = wordsOf(
  'mg mcg µg μg ug g kg ng ml l dl µl mmol mol iu mm cm m km second seconds minute minutes hour hours day days week weeks month months year years bps '
    + 'bp points point times fold k mm bn m b x share shares patients subjects sites barrels tons tonnes mw gw kwh sq ft acres units employees'
)

/**
 * What tells: a number in parentheses (a negative one in accounts), operators and signs, a dash, colon or stroke between numbers,
 * currencies, numbers, words, and a question mark.
 */
const TOKEN = new RegExp([
  '\\(\\s?[$€£¥]?\\s?\\d(?:[\\d,.]*\\d)?\\s?%?\\s?\\)',
  '[<>=≤≥±~?%‰$€£¥]',
  '(?<![\\p{L}\\p{N})])[-+](?=\\s?[$€£¥]?\\s?\\.?\\d)',
  '(?<=\\d)\\s?[-:/]\\s?(?=\\d)',
  '\\.?\\d(?:[\\d,.]*\\d)?',
  "\\p{L}+(?:'\\p{L}+)*"
].join('|'), 'gu')

const LIGATURES: ReadonlyMap<string, string> = new Map([['ﬀ', 'ff'], ['ﬁ', 'fi'], ['ﬂ', 'fl'], ['ﬃ', 'ffi'], ['ﬄ', 'ffl'], ['ﬅ', 'st'], [
  'ﬆ',
  'st'
]])

/** Leaves out what no reader sees, and writes ligatures and "per cent" in one way. */
const clean = (text: string): string =>
  level(text)
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[ﬀ-ﬆ]/g, (one) => LIGATURES.get(one) ?? one)
    .replace(/\bper cent\b/gi, 'percent')

/** How long a text is once it was cleaned, in code units: what offsets of tokens count in. */
export const cleanLength = (text: string): number => clean(text).length

/** Commas between groups of three digits say nothing; "1,5" keeps its comma. A number in parentheses is told from a bare one. */
const numberKey = (raw: string): string => {
  const plain = raw.replace(/[\s]/g, '')
  const bare = plain.replace(/[^\d,.]/g, '')
  const value = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  return plain.startsWith('(') ? `(${plain.includes('%') ? `${value}%` : value})` : value
}

const keyOf = (raw: string): string => {
  if (/\d/.test(raw)) return numberKey(raw)
  if (raw === '%') return 'percent'
  return /\p{L}/u.test(raw) ? raw.toLowerCase() : raw.trim()
}

const isSign = (key: string): boolean => /^[<>=≤≥±~‰$€£¥+\-:/]$/.test(key)

/** "No." before a number, or closing a label in parentheses, is short for "number" and denies nothing. */
const IS_NUMBER_SIGN = /^\.\s?(?:[#(]?\p{Lu}?\d|\))/u

const claimOf = (key: string): string | null => key.endsWith("n't") || key === 'non' ? 'not' : CLASSES.get(key) ?? null

/** The tokens of a text in their order. `joined` writes words that a hyphen parts, at the end of a line or not, as one. */
export const guardTokens = (text: string, joined = false): GuardToken[] => {
  const cleaned = clean(text)
  const whole = joined ? cleaned.replace(/(?<=\p{L})- ?(?=\p{L})/gu, '') : cleaned
  const tokens: GuardToken[] = []
  for (const match of whole.matchAll(TOKEN)) {
    const [raw] = match
    const key = keyOf(raw)
    const follows = /\d/.test(tokens.at(-1)?.key ?? '')
    const isNumber = /\d/.test(key) || isSign(key) || NUMBER_WORDS.has(key) || (follows && UNITS.has(key))
    const isShort = key === 'no' && IS_NUMBER_SIGN.test(whole.slice(match.index + 2, match.index + 8))
    tokens.push({ raw, key, at: match.index, isNumber, claim: isShort ? null : claimOf(key) })
  }
  return tokens
}
