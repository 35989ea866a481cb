import type { QueryProblem } from '#contract/search'
import type { TextRange } from '#contract/range'
import type { QueryPiece } from './search-pieces'
import { cutQuery } from './search-pieces'
import { FIELD_READERS, noFilters } from './search-filters'
import type { SearchFilters, SearchVocabulary } from './search-filters'
import { searchWords } from './search-text'

/** The most UTF-16 code units and the most words a query may have: what keeps any query cheap. */
export const QUERY_LIMITS = { words: 32, length: 1000, depth: 16 }

/** Words that stand one after the other; `prefix` says that the last one also stands for the words it begins. */
export interface SearchTerm {
  readonly kind: 'term'
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** What a text must hold. `without` of an `and` names what it must not hold. */
export type SearchNode =
  | SearchTerm
  | { readonly kind: 'and'; readonly nodes: readonly SearchNode[]; readonly without: readonly SearchNode[] }
  | { readonly kind: 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'near'; readonly terms: readonly SearchTerm[]; readonly distance: number }

/** A query as it is understood: the words looked for (null where it only has filters) and what narrows it. */
export interface SearchQuery {
  readonly kind: 'query'
  readonly words: SearchNode | null
  readonly filters: SearchFilters
}

/** What a typed query comes to. */
export type ReadQuery = SearchQuery | { readonly kind: 'empty' } | { readonly kind: 'problem'; readonly problem: QueryProblem }

/** Stops the reading at the first problem; caught in `readQuery` alone. */
class Malformed extends Error {
  readonly problem: QueryProblem
  constructor(message: string, range: TextRange, remedy: string) {
    super(message)
    this.problem = { message, range, remedy }
  }
}

/** How far apart NEAR allows words where it is not told. */
const NEAR_DISTANCE = 10

interface Reader {
  readonly pieces: readonly QueryPiece[]
  readonly vocabulary: SearchVocabulary
  readonly filters: ReturnType<typeof noFilters>
  at: number
  readonly hasOr: boolean
  readonly length: number
  words: number
}

/** Words joined by a form's hyphen or not: "10K" is "10-K". */
const FORM = /^(\d{1,2})([kqf])$/

const termOf = (reader: Reader, piece: QueryPiece & { readonly kind: 'word' | 'phrase' }): SearchNode | null => {
  const words = searchWords(piece.text).map(({ word }) => word)
  const [first] = words
  if (first === undefined) {
    if (piece.prefix)
      throw new Malformed('A * needs the beginning of a word before it.', piece.range,
        'Write the first letters of the word, then the *: restat*')
    return null
  }
  reader.words += words.length
  if (reader.words > QUERY_LIMITS.words)
    throw new Malformed(`A query has at most ${String(QUERY_LIMITS.words)} words.`, piece.range,
      'Leave some words out; for a whole sentence, use Find similar.')
  const term: SearchTerm = { kind: 'term', words,
    prefix: piece.prefix || (piece.open && ((words.at(-1)?.length ?? 0) > 1 || /\d[.,]$/.test(piece.text))) }
  const form = words.length === 1 ? FORM.exec(first) : null
  const [, number, letter] = form ?? []
  return number !== undefined && letter !== undefined ? { kind: 'or', nodes: [term, { ...term, words: [number, letter] }] } : term
}

const isTerm = (piece: QueryPiece | undefined): piece is QueryPiece & { readonly kind: 'word' | 'phrase' } =>
  piece?.kind === 'word' || piece?.kind === 'phrase'

const nearGroup = (reader: Reader, opening: QueryPiece): SearchNode | null => {
  const terms: SearchTerm[] = []
  let distance = NEAR_DISTANCE
  for (;;) {
    const piece = reader.pieces[reader.at]
    reader.at += 1
    if (piece === undefined)
      throw new Malformed('NEAR( is not closed.', opening.range,
        'Write NEAR(first second, 8): both words with at most eight words between them.')
    if (piece.kind === 'close') break
    if (piece.kind === 'distance') distance = piece.distance
    else if (isTerm(piece)) {
      const term = termOf(reader, { ...piece, open: false })
      if (term?.kind === 'term') terms.push(term)
    } else throw new Malformed('Inside NEAR( ) there are only words and phrases.', piece.range,
        'Write NEAR(first second, 8) and put everything else outside.')
  }
  if (terms.length < 2)
    throw new Malformed('NEAR needs two words or phrases.', opening.range, 'Write NEAR(first second, 8), or first NEAR/8 second.')
  return { kind: 'near', terms, distance }
}

const field = (reader: Reader, piece: QueryPiece & { readonly kind: 'field' }, negative: boolean, depth: number): SearchNode | null => {
  const { name, range, value } = piece
  if (depth > 0 || reader.hasOr)
    throw new Malformed(`${name}: cannot stand inside brackets or beside OR.`, range,
      `Put the words with OR in brackets and ${name}: outside. The same query word twice means either of them.`)
  // With nothing behind it, it is still being typed.
  if (value === null && range.end === reader.length) return null
  if (value === null)
    throw new Malformed(`${name}: needs a word after it.`, range,
      `Write ${name}:${FIELD_READERS[name].example}, or "${name}:" in quotes to find the word itself.`)
  const problem = FIELD_READERS[name].read(value.text, negative, reader.filters, reader.vocabulary)
  if (problem) throw new Malformed(problem.message, value.range, problem.remedy)
  return name === 'note' ? termOf(reader, { ...value, kind: 'phrase' }) : null
}

const group = (reader: Reader, opening: QueryPiece, depth: number): SearchNode | null => {
  if (depth >= QUERY_LIMITS.depth)
    throw new Malformed('There are too many brackets inside each other.', opening.range, 'Take some of them out.')
  const first = reader.at
  const node = either(reader, depth + 1)
  const closing = reader.pieces[reader.at]
  if (closing?.kind !== 'close')
    throw new Malformed('This bracket is not closed.', opening.range, 'Add a ) behind the words that belong together, or take the ( out.')
  if (reader.at === first)
    throw new Malformed('There is nothing between these brackets.', { start: opening.range.start, end: closing.range.end },
      'Write words between them, or take them out.')
  reader.at += 1
  return node
}

const operand = (reader: Reader, negative: boolean, depth: number): SearchNode | null => {
  const piece = reader.pieces[reader.at]
  if (piece === undefined) return null
  reader.at += 1
  switch (piece.kind) {
    case 'word':
    case 'phrase':
      return termOf(reader, piece)
    case 'field':
      return field(reader, piece, negative, depth)
    case 'near-group':
      return nearGroup(reader, piece)
    case 'open':
      return group(reader, piece, depth)
    case 'problem':
      throw new Malformed(piece.message, piece.range, piece.remedy)
    default:
      throw lonely(piece)
  }
}

/** What joins two words and stands without one of them. */
const lonely = (piece: QueryPiece): Malformed =>
  new Malformed(`${piece.text} stands between two words.`, piece.range,
    `Write first ${piece.text} second, or put "${piece.text}" in quotes to find the word itself.`)

const nearChain = (reader: Reader, first: SearchNode | null, depth: number): SearchNode | null => {
  const sign = reader.pieces[reader.at]
  if (sign?.kind !== 'near') return first
  reader.at += 1
  const second = isTerm(reader.pieces[reader.at]) ? operand(reader, false, depth) : null
  if (first?.kind !== 'term' || second?.kind !== 'term') throw lonely(sign)
  return { kind: 'near', terms: [first, second], distance: sign.distance }
}

const begins = (piece: QueryPiece | undefined): boolean =>
  piece !== undefined && piece.kind !== 'close' && piece.kind !== 'or' && piece.kind !== 'and' && piece.kind !== 'near'

/** Words that are all wanted, up to an OR, a bracket or the end. */
const together = (reader: Reader, depth: number): SearchNode | null => {
  const nodes: SearchNode[] = []
  const without: SearchNode[] = []
  const first = reader.at
  let left: QueryPiece | null = null
  for (let piece = reader.pieces[reader.at]; piece && piece.kind !== 'close' && piece.kind !== 'or'; piece = reader.pieces[reader.at]) {
    if (piece.kind === 'and') {
      if (reader.at === first || !begins(reader.pieces[reader.at + 1])) throw lonely(piece)
      reader.at += 1
      continue
    }
    const negative = piece.kind === 'not'
    if (negative) reader.at += 1
    const next = reader.pieces[reader.at]
    if (negative && (!begins(next) || next?.kind === 'not'))
      throw new Malformed(`${piece.text} needs a word after it.`, piece.range, 'Write -word to leave out what has that word.')
    const node = nearChain(reader, operand(reader, negative, depth), depth)
    if (!node) continue
    if (!negative) nodes.push(node)
    else {
      left ??= piece
      without.push(node)
    }
  }
  if (nodes.length === 0 && left)
    throw new Malformed('There are only words to leave out.', left.range, 'Add a word to look for beside the one that is left out.')
  const [only] = nodes
  return nodes.length === 1 && without.length === 0 ? only ?? null : nodes.length === 0 ? null : { kind: 'and', nodes, without }
}

/** Words of which some are wanted, parted by OR. */
const either = (reader: Reader, depth: number): SearchNode | null => {
  const nodes: SearchNode[] = []
  let sign: QueryPiece | undefined
  for (;;) {
    const first = reader.at
    const node = together(reader, depth)
    if (node) nodes.push(node)
    const next = reader.pieces[reader.at]
    const join = next?.kind === 'or' ? next : sign
    if (join && reader.at === first) throw lonely(join)
    if (next?.kind !== 'or') break
    sign = next
    reader.at += 1
  }
  return nodes.length > 1 ? { kind: 'or', nodes } : nodes[0] ?? null
}

/** Whether an OR stands outside all brackets. */
const hasOuterOr = (pieces: readonly QueryPiece[]): boolean => {
  let depth = 0
  for (const { kind } of pieces) {
    if (kind === 'open' || kind === 'near-group') depth += 1
    else if (kind === 'close') depth -= 1
    else if (kind === 'or' && depth === 0) return true
  }
  return false
}

/**
 * Reads what was typed. Words are all wanted; OR, -word, NOT, NEAR, "a phrase", a beginning* and brackets say otherwise, and
 * query words such as `company:` narrow it. The last word also stands for the words it begins, from two letters on and
 * unless a blank or a quote follows it. Any text gives a query, nothing, or the first problem of it, in linear time.
 */
export const readQuery = (typed: string, vocabulary: SearchVocabulary): ReadQuery => {
  if (typed.length > QUERY_LIMITS.length) {
    const range = { start: QUERY_LIMITS.length, end: typed.length }
    return { kind: 'problem',
      problem: { message: `A query has at most ${String(QUERY_LIMITS.length)} characters.`, range,
        remedy: 'Leave some words out; for a whole passage, use Find similar.' } }
  }
  const pieces = cutQuery(typed)
  const reader: Reader = { pieces, vocabulary, filters: noFilters(), hasOr: hasOuterOr(pieces), length: typed.length, at: 0, words: 0 }
  try {
    const words = either(reader, 0)
    const left = pieces[reader.at]
    if (left)
      throw new Malformed('This bracket closes nothing.', left.range, 'Take the ) out, add a ( before the words, or put them in "quotes".')
    return words === null && !reader.filters.any ? { kind: 'empty' } : { kind: 'query', words, filters: reader.filters }
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'problem', problem: error.problem }
    throw error
  }
}
