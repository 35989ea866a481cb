import type { TextRange } from '#contract/range'
import type { SearchNode, SearchTerm } from './search-query'
import type { SearchWord } from './search-text'

const phrase = ({ words, prefix }: SearchTerm): string => `"${words.join(' ')}"${prefix ? '*' : ''}`

/** A query as FTS5 reads it. Its words hold letters, digits and private-use signs alone, so nothing typed can be an operator. */
export const toMatch = (node: SearchNode): string => {
  switch (node.kind) {
    case 'term':
      return phrase(node)
    case 'near':
      return `NEAR(${node.terms.map(phrase).join(' ')}, ${String(node.distance)})`
    case 'or':
      return `(${node.nodes.map(toMatch).join(' OR ')})`
    case 'and': {
      const wanted = node.nodes.map(toMatch).join(' AND ')
      return node.without.length === 0 ? `(${wanted})` : `((${wanted}) NOT (${node.without.map(toMatch).join(' OR ')}))`
    }
  }
}

/** Words made ready to be judged: each between two blanks. */
export type JudgedWords = string

/** Makes words ready to be judged by `holds`. */
export const toJudge = (words: readonly string[]): JudgedWords => ` ${words.join(' ')} `

const textOf = ({ words, prefix }: SearchTerm): string => ` ${words.join(' ')}${prefix ? '' : ' '}`

/** Where a term stands, by the number of words before it and before what follows it. */
const placesOf = (term: SearchTerm, text: JudgedWords): { readonly start: number; readonly end: number }[] => {
  const places: { start: number; end: number }[] = []
  for (let at = text.indexOf(textOf(term)); at >= 0; at = text.indexOf(textOf(term), at + 1)) {
    const start = text.slice(0, at + 1).split(' ').length - 2
    places.push({ start, end: start + term.words.length })
  }
  return places
}

const areNear = (terms: readonly SearchTerm[], distance: number, text: JudgedWords): boolean => {
  const [first, ...rest] = terms.map((term) => placesOf(term, text))
  return first !== undefined &&
    first.some((one) =>
      rest.every((others) =>
        others.some((other) => other.start >= one.end ? other.start - one.end <= distance : one.start - other.end <= distance)
      )
    )
}

/** Whether words hold what a query wants: the same judgement as that of the index, for the few words that are in none. */
export const holds = (node: SearchNode, text: JudgedWords): boolean => {
  switch (node.kind) {
    case 'term':
      return text.includes(textOf(node))
    case 'near':
      return areNear(node.terms, node.distance, text)
    case 'or':
      return node.nodes.some((one) => holds(one, text))
    case 'and':
      return node.nodes.every((one) => holds(one, text)) && !node.without.some((one) => holds(one, text))
  }
}

/** The terms that a query looks for, without those it leaves out. */
export const termsOf = (node: SearchNode | null): readonly SearchTerm[] => {
  if (node === null) return []
  if (node.kind === 'term') return [node]
  return node.kind === 'near' ? node.terms : node.nodes.flatMap(termsOf)
}

/** Finds the terms of a query in the words of one text after the other. */
export interface MarkFinder {
  /** The places of all terms in the shown text, in order, without overlap. */
  readonly find: (words: readonly SearchWord[]) => readonly TextRange[]
}

/** Makes a finder of terms: each word of a text is looked up once, however many terms there are. */
export const createMarkFinder = (terms: readonly SearchTerm[]): MarkFinder => {
  const exact = new Map<string, SearchTerm[]>()
  const open: SearchTerm[] = []
  for (const term of terms) {
    const [first] = term.words
    if (first === undefined) continue
    if (term.prefix && term.words.length === 1) open.push(term)
    else exact.set(first, [...exact.get(first) ?? [], term])
  }
  const lengthAt = (words: readonly SearchWord[], at: number): number => {
    const word = words[at]?.word ?? ''
    let most = open.some(({ words: [beginning = ''] }) => word.startsWith(beginning)) ? 1 : 0
    for (const { words: wanted, prefix } of exact.get(word) ?? []) {
      const fits = wanted.every((one, step) => {
        const found = words[at + step]?.word ?? ''
        return prefix && step === wanted.length - 1 ? found.startsWith(one) : found === one
      })
      if (fits) most = Math.max(most, wanted.length)
    }
    return most
  }
  return {
    find: (words) => {
      const marks: TextRange[] = []
      for (let at = 0; at < words.length;) {
        const length = lengthAt(words, at)
        const [first, last] = [words[at], words[at + length - 1]]
        if (length > 0 && first && last) marks.push({ start: first.start, end: last.end })
        at += Math.max(1, length)
      }
      return marks
    }
  }
}
