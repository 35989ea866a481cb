import { QUERY_WORDS } from '#contract/search'
import type { QueryProblem } from '#contract/search'

/** Every pair of double quotes that people and word processors write. */
const QUOTES = /["“”„«»]/g

/** A word before a colon with its value right behind: no address, no time, and no exchange before a ticker. */
const FIELD = /(?<=^|[\s(-])([A-Za-z]{2,}):(?=[^\s/:])/g

const isExchange = (word: string): boolean => word.length > 2 && word === word.toUpperCase()

const known = (): string => `${Object.keys(QUERY_WORDS).map((word) => `${word}:`).join(', ')}.`

/** That a quotation mark is not closed, so that all behind it is one phrase; null where each is. */
export const openQuote = (query: string): QueryProblem | null => {
  const marks = [...query.matchAll(QUOTES)]
  const last = marks.at(-1)
  if (!last || marks.length % 2 === 0 || query.slice(last.index + 1).trim() === '') return null
  return { message: 'The quotation mark is not closed; what stands behind it is looked for as one phrase.',
    range: { start: last.index, end: query.length }, remedy: 'Close it with a second " where the phrase ends.' }
}

/** The first query word that there is not, and is looked for as it stands; null where all are known. Names are taken in small and large letters. */
export const unknownWord = (query: string): QueryProblem | null => {
  for (const { index, 0: lead, 1: word = '' } of query.matchAll(FIELD)) {
    if (Object.hasOwn(QUERY_WORDS, word.toLowerCase()) || isExchange(word)) continue
    return { message: `There is no query word ${lead} and it is looked for as it stands.`,
      range: { start: index, end: index + lead.length }, remedy: `There are ${known()}` }
  }
  return null
}

/** What a reader should know of a query that can be carried out: a query word that there is not, and a quotation mark left open. */
export const queryHints = (query: string): readonly QueryProblem[] => [unknownWord(query), openQuote(query)].filter((hint) => hint !== null)

/** What a reader should know of words typed into a filter of lists, which takes plain words and phrases in quotes: that query words belong to the search. */
export const filterHints = (query: string): readonly QueryProblem[] => {
  const [field] = query.matchAll(FIELD)
  const word = field?.[1] ?? ''
  const foreign: QueryProblem | null = field === undefined || isExchange(word) ? null : {
    message: Object.hasOwn(QUERY_WORDS, word.toLowerCase())
      ? `The query word ${field[0]} belongs to the search of all text; here it is looked for as it stands.`
      : `There is no query word ${field[0]} and it is looked for as it stands.`,
    range: { start: field.index, end: field.index + field[0].length },
    remedy: 'This filter takes words of titles, companies, forms, numbers, days and file names, and phrases in "quotes".'
  }
  return [foreign, openQuote(query)].filter((hint) => hint !== null)
}

/** The words and phrases of a plain filter, in small letters; a quotation mark left open reaches to the end. */
export const filterWords = (query: string): readonly string[] =>
  [...query.toLowerCase().matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/g)].map(([whole, phrase]) => (phrase ?? whole).trim())
    .filter((word) => word !== '')
