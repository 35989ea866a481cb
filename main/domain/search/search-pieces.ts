import { QUERY_WORDS } from '#contract/search'
import type { QueryWord } from '#contract/search'
import type { TextRange } from '#contract/range'

interface Words {
  readonly text: string
  readonly range: TextRange
  /** Whether it ends in a star. */
  readonly prefix: boolean
  /** Whether it is still being typed: nothing stands behind it. */
  readonly open: boolean
}

/** A piece of a typed query; `text` is what was typed of it, without quotes, star or the name of a query word. */
export type QueryPiece =
  | Words & { readonly kind: 'word' | 'phrase' }
  | { readonly kind: 'field'; readonly text: string; readonly range: TextRange; readonly name: QueryWord; readonly value: Words | null }
  | { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' | 'near-group'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'near' | 'distance'; readonly text: string; readonly range: TextRange; readonly distance: number }
  | { readonly kind: 'problem'; readonly text: string; readonly range: TextRange; readonly message: string; readonly remedy: string }

/** Every pair of double quotes that people and word processors write. */
const QUOTES = '"“”„«»'
const isBlank = (character: string | undefined): boolean => character === undefined || /\s/.test(character)
const isQuote = (character: string | undefined): boolean => character !== undefined && QUOTES.includes(character)

/** The farthest that NEAR may reach, in words. */
const MOST_DISTANCE = 200

/** A number whose thousands are still being typed: "1,2" is on the way to "1,234". */
const GROWING = /(?<![\d,.])(\d{1,3}(?:,\d{3})*),\d{0,2}$/

const phraseAt = (text: string, at: number): Words => {
  let end = at + 1
  while (end < text.length && !isQuote(text[end])) end += 1
  const closed = end < text.length
  const star = closed && text[end + 1] === '*'
  return { text: text.slice(at + 1, end), range: { start: at, end: Math.min(text.length, end + (star ? 2 : 1)) }, prefix: star,
    open: !closed }
}

/** Where a word ends: at white space, a quote, or a bracket that it did not open itself, as in "12(b)". */
const endOfWord = (text: string, at: number): number => {
  let own = 0
  let end = at
  for (; end < text.length; end += 1) {
    const character = text[end]
    if (isBlank(character) || isQuote(character)) break
    if (character === '(' && end > at) own += 1
    if (character !== ')') continue
    if (own === 0) break
    own -= 1
  }
  return end
}

const wordAt = (text: string, at: number, end: number): Words => {
  const typed = text.slice(at, end)
  const prefix = typed.endsWith('*')
  const open = end === text.length && !prefix
  const word = prefix ? typed.slice(0, -1) : open ? typed.replace(GROWING, (growing) => growing.replaceAll(',', '')) : typed
  return { text: word, range: { start: at, end }, prefix, open }
}

/** How many letters would have to change for one word to be the other, as far as one change. */
const isOneOff = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1
  const [x, y] = [a.slice(at), b.slice(at)]
  return x.slice(1) === y.slice(1) || x === y.slice(1) || x.slice(1) === y || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
}

const FIELD = /^([A-Za-z]+):/

const isName = (name: string): name is QueryWord => Object.hasOwn(QUERY_WORDS, name)

/** A query word with its value, or null where the letters before the colon are no query word. */
const fieldAt = (text: string, at: number, end: number): { readonly piece: QueryPiece; readonly end: number } | null => {
  const [lead, written] = FIELD.exec(text.slice(at, end)) ?? []
  if (lead === undefined || written === undefined) return null
  const name = written.toLowerCase()
  const from = at + lead.length
  if (!isName(name)) {
    const meant = from < end ? Object.keys(QUERY_WORDS).find((known) => isOneOff(known, name)) : undefined
    if (meant === undefined) return null
    const range = { start: at, end: from }
    return { end,
      piece: { kind: 'problem', text: lead, range, message: `There is no query word ${lead}`,
        remedy: `Did you mean ${meant}: ? To find the words themselves, put them in "quotes".` } }
  }
  const value = isQuote(text[from]) ? phraseAt(text, from) : from < end ? wordAt(text, from, end) : null
  const last = value?.range.end ?? from
  const whole = value && /[^\s"]/.test(value.text) ? value : null
  return { end: last, piece: { kind: 'field', text: text.slice(at, last), range: { start: at, end: last }, name, value: whole } }
}

const NEAR = /^NEAR(?:\/(\d{1,6}))?$/

const operatorAt = (text: string, at: number, end: number): { readonly piece: QueryPiece; readonly end: number } | null => {
  const typed = text.slice(at, end)
  const range = { start: at, end }
  if (typed === 'OR') return { end, piece: { kind: 'or', text: typed, range } }
  if (typed === 'AND') return { end, piece: { kind: 'and', text: typed, range } }
  if (typed === 'NOT') return { end, piece: { kind: 'not', text: typed, range } }
  const near = NEAR.exec(typed)
  return near ? { end, piece: { kind: 'near', text: 'NEAR', range, distance: Math.min(MOST_DISTANCE, Number(near[1] ?? 10)) } } : null
}

const DISTANCE = /,\s{0,8}(\d{1,6})\s{0,8}(?=\))/y

/** A word up to the distance that ends a NEAR group. */
const BEFORE_DISTANCE = /[^\s()"“”„«»]+?(?=,\s{0,8}\d{1,6}\s{0,8}\))/y

const wordBeforeDistance = (text: string, at: number): { readonly piece: QueryPiece; readonly end: number } | null => {
  BEFORE_DISTANCE.lastIndex = at
  const found = BEFORE_DISTANCE.exec(text)
  return found && { piece: { kind: 'word', ...wordAt(text, at, at + found[0].length) }, end: at + found[0].length }
}

const pieceAt = (text: string, at: number): { readonly piece: QueryPiece; readonly end: number } => {
  const character = text[at]
  const range = { start: at, end: at + 1 }
  if (isQuote(character)) {
    const phrase = phraseAt(text, at)
    return { piece: { kind: 'phrase', ...phrase }, end: phrase.range.end }
  }
  if (character === '(') return { piece: { kind: 'open', text: '(', range }, end: at + 1 }
  if (character === ')') return { piece: { kind: 'close', text: ')', range }, end: at + 1 }
  // Asked before the end of the word is sought: groups inside each other without a space would each look to the end.
  if (text.startsWith('NEAR(', at)) return { piece: { kind: 'near-group', text: 'NEAR(', range: { start: at, end: at + 5 } }, end: at + 5 }
  const next = text[at + 1]
  // A hyphen before a digit is a minus or a dash of a range: nobody leaves out a number.
  if (character === '-' && next !== undefined && !isBlank(next) && next !== '-' && !/\d/.test(next))
    return { piece: { kind: 'not', text: '-', range }, end: at + 1 }
  const end = Math.max(endOfWord(text, at), at + 1)
  const special = operatorAt(text, at, end) ?? fieldAt(text, at, end)
  if (special) return special
  const word = wordAt(text, at, end)
  const star = word.text.indexOf('*')
  if (star < 0 || !/[\p{L}\p{N}]/u.test(word.text.slice(star)))
    return { piece: { kind: 'word', ...word, text: word.text.replaceAll('*', '') }, end }
  const place = { start: at + star, end: at + star + 1 }
  return { end,
    piece: { kind: 'problem', text: '*', range: place, message: 'A * stands only at the end of a word.',
      remedy: 'Write the beginning of the word, then the *: restat*' } }
}

/** Cuts a typed query into its pieces, in order, in one pass over it. Ranges are into the text as typed. */
export const cutQuery = (typed: string): readonly QueryPiece[] => {
  const pieces: QueryPiece[] = []
  let near = 0
  for (let at = 0; at < typed.length;) {
    if (isBlank(typed[at])) {
      at += 1
      continue
    }
    DISTANCE.lastIndex = at
    const distance = near > 0 ? DISTANCE.exec(typed) : null
    if (distance) {
      pieces.push({ kind: 'distance', text: distance[0], range: { start: at, end: at + distance[0].length },
        distance: Math.min(MOST_DISTANCE, Number(distance[1])) })
      at += distance[0].length
      continue
    }
    const { piece, end } = (near > 0 ? wordBeforeDistance(typed, at) : null) ?? pieceAt(typed, at)
    near += piece.kind === 'near-group' ? 1 : piece.kind === 'close' ? -near : 0
    pieces.push(piece)
    at = end
  }
  return pieces
}
