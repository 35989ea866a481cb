import { HIT_KINDS, NOTE_STATUSES, QUERY_WORDS, type QueryWord } from '#contract/search'

/** One way to go on: what is shown, what is said beside it, and what is written in its place. */
export interface CompletionOption {
  readonly label: string
  readonly hint: string
  readonly insert: string
}

/** The ways to go on from the caret; they take the place of the text from `from` to `to`. `isValue` tells the value of a query word from the word. */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly isValue: boolean
  readonly options: readonly CompletionOption[]
}

/** The values the library offers, by query word; one that is missing has none to offer. */
export type CompletionValues = { readonly [W in QueryWord]?: readonly string[] }

/** At most this many ways are offered: more are not read. */
const MOST_OFFERED = 8

const WORD = /(?:^|[\s(])-?([A-Za-z]{2,})$/
const VALUE = /(?:^|[\s(])-?([A-Za-z]+):(?:(["“”])([^"“”]*)|([^\s"“”]*))$/

const isQueryWord = (word: string): word is QueryWord => Object.hasOwn(QUERY_WORDS, word)

/** A value as it is written behind its colon: in quotes where it has more than one word. */
const written = (value: string): string => (/^[\p{L}\p{N}_/&.-]+$/u.test(value) ? value : `"${value.replace(/["“”]/g, '')}"`)

const FIXED: CompletionValues = { status: NOTE_STATUSES, kind: HIT_KINDS,
  section: ['risk factors', 'forward-looking statements', 'safe harbor', 'results of operations', 'outlook', 'liquidity'] }

/** Values of which a word begins as typed, those that begin so themselves first. */
const matching = (values: readonly string[], typed: string): readonly string[] => {
  const wanted = typed.toLowerCase()
  const fits = values.filter((value) => ` ${value.toLowerCase()}`.includes(` ${wanted}`))
  return [...fits].sort((a, b) => Number(b.toLowerCase().startsWith(wanted)) - Number(a.toLowerCase().startsWith(wanted))).slice(0,
    MOST_OFFERED)
}

const valuesAt = (query: string, caret: number, values: CompletionValues): Completion | null => {
  const found = VALUE.exec(query.slice(0, caret))
  const name = found?.[1]?.toLowerCase() ?? ''
  if (!found || !isQueryWord(name)) return null
  const typed = found[3] ?? found[4] ?? ''
  const options = matching(values[name] ?? FIXED[name] ?? [], typed)
  if (options.length === 0 || (options.length === 1 && options[0]?.toLowerCase() === typed.toLowerCase())) return null
  const from = caret - typed.length - (found[2]?.length ?? 0)
  const closing = found[2] !== undefined && /["“”]/.test(query[caret] ?? '') ? 1 : 0
  return { from, to: caret + closing, isValue: true,
    options: options.map((value) => ({ label: value, hint: '', insert: `${written(value)} ` })) }
}

/** How the query may go on at the caret: with a query word, or with a value of the one that stands there. Null where there is nothing to offer. */
export const completionAt = (query: string, caret: number, values: CompletionValues): Completion | null => {
  if (/[^\s)"“”]/.test(query[caret] ?? ' ')) return null
  const value = valuesAt(query, caret, values)
  if (value) return value
  const typed = WORD.exec(query.slice(0, caret))?.[1]?.toLowerCase()
  if (typed === undefined) return null
  const options = Object.entries(QUERY_WORDS).filter(([word]) => word.startsWith(typed)).map(([word, hint]) => ({ label: `${word}:`, hint,
    insert: `${word}:` })
  )
  return options.length === 0 ? null : { from: caret - typed.length, to: caret, isValue: false, options }
}

/** The query with an option put in, and where the caret then stands. */
export const complete = (query: string, { from, to }: Completion,
  { insert }: CompletionOption): { readonly query: string; readonly caret: number } => {
  const rest = query.slice(to)
  const text = insert.endsWith(' ') && rest.startsWith(' ') ? insert.slice(0, -1) : insert
  return { query: query.slice(0, from) + text + rest, caret: from + insert.length }
}
