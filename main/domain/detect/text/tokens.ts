/**
 * The tokens of one text as parallel lists: lower-case form, start and end (UTF-16 units of that text, end-exclusive).
 * Words, numbers and punctuation marks are tokens; a hyphen inside a word separates without a token of its own, so that
 * "well-positioned" and "well positioned" read alike; a possessive 's is a token.
 */
export interface Tokens {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** What an ASCII code unit is: 1 letter, 2 digit, 0 neither. */
const ASCII: Uint8Array = Uint8Array.from({ length: 128 },
  (_, unit) => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) ? 1 : unit >= 48 && unit <= 57 ? 2 : 0)

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isWideLetter = (unit: number): boolean =>
  (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x370 && unit <= 0x1fff)
const isLetter = (unit: number): boolean => unit < 128 ? ASCII[unit] === 1 : isWideLetter(unit)
const isWordUnit = (unit: number): boolean => unit < 128 ? ASCII[unit] !== 0 : isWideLetter(unit)
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019
const isDash = (unit: number): boolean => unit === 45 || unit === 0x2010 || unit === 0x2011 || unit === 0x2013 || unit === 0x2014

/** How marks that mean the same are written in a token. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['’', "'"],
  ['‘', "'"],
  ['–', '-'],
  ['—', '-'],
  ['‐', '-'],
  ['‑', '-']
])

/** A mark in the form in which it is compared: curly quotation marks as straight ones, every dash as a hyphen. */
const plainMark = (raw: string): string => {
  if (raw.length === 1) return MARKS.get(raw) ?? raw
  return [...raw].map((mark) => MARKS.get(mark) ?? mark).join('')
}

/** Whether the mark at `at` belongs to the word around it: 1.5, 10,000, U.S. */
const joinsWord = (text: string, at: number, start: number): boolean => {
  const unit = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  const before = text.charCodeAt(at - 1)
  if (unit === 46 || unit === 44) {
    if (isDigit(before) && isDigit(next)) return true
    return unit === 46 && isLetter(before) && isLetter(next) && (at - start === 1 || text.charCodeAt(at - 2) === 46)
  }
  return isApostrophe(unit) && isLetter(next) && !((next === 115 || next === 83) && !isWordUnit(text.charCodeAt(at + 2)))
}

/** The end of the word or number that starts at `start`. */
const wordEnd = (text: string, start: number): number => {
  let at = start + 1
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (isWordUnit(unit)) continue
    if ((unit !== 46 && unit !== 44 && unit !== 39 && unit !== 0x2019) || !joinsWord(text, at, start)) break
  }
  return at
}

/** Words met before, each at the place its letters reckon to: a text says the same few thousand words over and over. */
const MET: string[] = new Array<string>(8192).fill('')
/** Longer slices would keep the whole text they were cut from. */
const LONGEST_MET = 12

/** `text.slice(start, end)`, as the same string object where the word was met before. */
const cut = (text: string, start: number, end: number): string => {
  const length = end - start
  if (length > LONGEST_MET) return text.slice(start, end)
  let sum = length
  for (let at = start; at < end; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
  const place = (sum ^ (sum >>> 13)) & 8191
  const known = MET[place] ?? ''
  if (known.length === length) {
    let at = 0
    while (at < length && known.charCodeAt(at) === text.charCodeAt(start + at)) at += 1
    if (at === length) return known
  }
  const fresh = text.slice(start, end)
  MET[place] = fresh
  return fresh
}

/** Cuts `text` into tokens in one pass. */
export const tokenise = (text: string): Tokens => {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const lower = text.toLowerCase()
  const sameLength = lower.length === text.length
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const start = at
    if (isWordUnit(unit) || (unit === 46 && isDigit(text.charCodeAt(at + 1)))) at = wordEnd(text, at)
    else if (unit <= 32 || unit === 0xa0) {
      at += 1
      continue
    } else if (isDash(unit)) {
      while (at < text.length && isDash(text.charCodeAt(at))) at += 1
      if (at - start === 1 && isWordUnit(text.charCodeAt(start - 1)) && isWordUnit(text.charCodeAt(at))) continue
    } else if (isApostrophe(unit) && isWordUnit(text.charCodeAt(at - 1)) && (text[at + 1] === 's' || text[at + 1] === 'S')
      && !isWordUnit(text.charCodeAt(at + 2))) at += 2
    else at += 1
    const raw = sameLength ? cut(lower, start, at) : text.slice(start, at).toLowerCase()
    words.push(isWordUnit(unit) ? (raw.includes('’') ? raw.replace('’', "'") : raw) : plainMark(raw))
    starts.push(start)
    ends.push(at)
  }
  // Copies of the right length: lists that grew keep room for half as much again.
  return { words: words.slice(), starts: starts.slice(), ends: ends.slice() }
}
