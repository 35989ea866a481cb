/** Selections that begin and end with whole words and numbers, however exactly they were drawn. */
import type { BlockIndex } from '#model/block-index'
import { type ShownPoint, surfaceOf } from './surface'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Signs that join the words or digits on both sides of them to one: "10-K", "1/31/2007", "R&D", "self-rated", "U.S". */
const JOINS = /^[-\u2010\u2011'\u2019.,/:&]$/
/** Those of them that join digits only: between letters they part a sentence. */
const JOINS_DIGITS = /^[,/:]$/
const DIGIT = /\d/
/** What stands directly before a number and belongs to it: a currency, a sign, a leading point. */
const BEFORE_NUMBER = /[$\u20ac\u00a3\u00a5+\-\u2212.]/

interface Span {
  readonly start: number
  readonly end: number
}

const isDigit = (text: string, at: number): boolean => DIGIT.test(text.charAt(at))

const joins = (text: string, sign: string, at: number): boolean =>
  JOINS.test(sign) && (!JOINS_DIGITS.test(sign) || (isDigit(text, at - 1) && isDigit(text, at + 1)))

/** A number with what stands directly at it: its currency or sign, "%", and the brackets that make it negative. */
const withSigns = (text: string, { start, end }: Span): Span => {
  let from = start
  let to = end
  if (isDigit(text, start)) { while (from > 0 && BEFORE_NUMBER.test(text.charAt(from - 1))) from -= 1 }
  if (isDigit(text, end - 1) && text.charAt(end) === '%') to += 1
  return isDigit(text, start) && text.charAt(from - 1) === '(' && text.charAt(to) === ')' ?
    { start: from - 1, end: to + 1 }
    : { start: from, end: to }
}

/** How far around a place words are looked for, in code units: no word of a person's language is longer, and a block may be megabytes. */
const REACH = 200

/** The word or number in which a place of a text lies, its ends not counted; null where it lies between two. */
const wordAround = (text: string, offset: number): Span | null => {
  const from = Math.max(0, offset - REACH)
  const part = text.slice(from, offset + REACH)
  let word: { start: number; end: number } | null = null
  let joined = false
  const found = (): Span | null => {
    const span = word && withSigns(text, { start: from + word.start, end: from + word.end })
    return span && span.start < offset && offset < span.end ? span : null
  }
  for (const { segment, index, isWordLike } of segmenter.segment(part)) {
    if (isWordLike === true) {
      if (word && (joined || word.end === index)) word.end = index + segment.length
      else {
        const hit = found()
        if (hit) return hit
        word = { start: index, end: index + segment.length }
      }
      joined = false
    } else joined = word !== null && word.end === index && joins(part, segment, index)
  }
  return found()
}

const snapped = (index: BlockIndex, { surface, offset }: ShownPoint, edge: 'start' | 'end'): ShownPoint => {
  const block = index.blocks[index.of(surface)]
  const word = block ? wordAround(surfaceOf(block).text, offset) : null
  return { surface, offset: word ? word[edge] : offset }
}

/** The places of a selection drawn from `from` to `to`, in either direction, moved outwards so that no word or number is cut. */
export const wholeWords = (index: BlockIndex, from: ShownPoint, to: ShownPoint): readonly [ShownPoint, ShownPoint] => {
  const [a, b] = [index.of(from.surface), index.of(to.surface)]
  if (a === b && from.offset === to.offset) return [from, to]
  const forward = a < b || (a === b && from.offset < to.offset)
  return [snapped(index, from, forward ? 'start' : 'end'), snapped(index, to, forward ? 'end' : 'start')]
}
