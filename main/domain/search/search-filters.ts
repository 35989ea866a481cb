import { HIT_KINDS, NOTE_STATUSES } from '#contract/search'
import type { HitKind, QueryWord } from '#contract/search'
import type { FolderId, RiskId, TagId } from '#contract/ids'
import type { NoteStatus } from '#contract/note'
import { searchWords } from './search-text'

/** What the library has to offer as values of query words. */
export interface SearchVocabulary {
  readonly tags: readonly { readonly id: TagId; readonly name: string }[]
  readonly risks: readonly { readonly id: RiskId; readonly label: string }[]
  readonly folders: readonly { readonly id: FolderId; readonly name: string }[]
}

/** Values of which one is wanted, and values none of which is; both empty where the query word was not used. */
export interface Choice<T> {
  readonly any: readonly T[]
  readonly none: readonly T[]
}

/** Words one after the other, the last of which may go on. */
export type FilterWords = readonly string[]

/** What narrows a search. Dates are `YYYY-MM-DD`: filed on `from` or later, and before `before`. */
export interface SearchFilters {
  readonly tag: Choice<TagId>
  readonly status: Choice<NoteStatus>
  readonly kind: Choice<HitKind>
  readonly risk: Choice<RiskId>
  readonly folder: Choice<FolderId>
  readonly section: Choice<FilterWords>
  readonly company: Choice<FilterWords>
  readonly form: Choice<FilterWords>
  readonly from: string | null
  readonly before: string | null
  /** Whether only notes are wanted. */
  readonly notesOnly: boolean
  /** Whether any of it was used. */
  readonly any: boolean
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends Choice<infer V> ? { any: V[]; none: V[] } : T[K] }

const choice = <T>(): { any: T[]; none: T[] } => ({ any: [], none: [] })

/** Filters that let everything through, to be filled in. */
export const noFilters = (): Writable<SearchFilters> => ({
  tag: choice(),
  status: choice(),
  kind: choice(),
  risk: choice(),
  folder: choice(),
  section: choice(),
  company: choice(),
  form: choice(),
  from: null,
  before: null,
  notesOnly: false,
  any: false
})

/** What is wrong with the value of a query word. */
interface ValueProblem {
  readonly message: string
  readonly remedy: string
}

/** Takes in the value of one query word; answers what is wrong with it, or null. */
interface FieldReader {
  readonly example: string
  readonly read: (value: string, negative: boolean, filters: Writable<SearchFilters>, vocabulary: SearchVocabulary) => ValueProblem | null
}

const plain = (text: string): string => searchWords(text).map(({ word }) => word).join(' ')

/** At most this many values are told in a remedy. */
const TOLD = 8

const add = <T>(to: { any: T[]; none: T[] }, values: readonly T[], negative: boolean): void => {
  for (const value of values) to[negative ? 'none' : 'any'].push(value)
}

/** The things whose name is the value, else those whose name has a word that begins with it. */
const named = <T>(value: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const wanted = plain(value)
  const same = all.filter((one) => plain(nameOf(one)) === wanted)
  return same.length > 0 ? same : all.filter((one) => ` ${plain(nameOf(one))}`.includes(` ${wanted}`))
}

const among = <T>(word: string, value: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] | ValueProblem => {
  const found = plain(value) === '' ? [] : named(value, all, nameOf)
  if (found.length > 0) return found
  const told = all.slice(0, TOLD).map((one) => (/[^\w-]/.test(nameOf(one)) ? `"${nameOf(one)}"` : nameOf(one))).join(', ')
  return { message: `There is no ${word} called “${value}”.`,
    remedy: told === '' ? `There is no ${word} yet.` : `Write one of: ${told}${all.length > TOLD ? ', …' : ''}` }
}

const isProblem = <T>(found: readonly T[] | ValueProblem): found is ValueProblem => !Array.isArray(found)

type ChoiceName = 'tag' | 'status' | 'kind' | 'risk' | 'folder'

const chosen = <T>(name: ChoiceName, word: string, example: string,
  all: (vocabulary: SearchVocabulary) => readonly { readonly value: T; readonly name: string }[]): FieldReader => ({
    example,
    read: (value, negative, filters, vocabulary) => {
      const found = among(word, value, all(vocabulary), (one) => one.name)
      if (isProblem(found)) return found
      add(filters[name] as { any: T[]; none: T[] }, [...new Set(found.map((one) => one.value))], negative)
      filters.any = true
      return null
    }
  })

const worded = (name: 'section' | 'company' | 'form', example: string): FieldReader => ({
  example,
  read: (value, negative, filters) => {
    const words = plain(value).split(' ').filter((word) => word !== '')
    if (words.length === 0) return { message: `${name}: needs a word or number.`, remedy: `Write ${name}:${example}` }
    add(filters[name], [words], negative)
    filters.any = true
    return null
  }
})

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

const dated = (name: 'from' | 'before', word: QueryWord): FieldReader => ({
  example: name === 'from' ? '2006' : '2007-03',
  read: (value, negative, filters) => {
    const remedy = `Write a year, a month or a day: ${word}:2007, ${word}:2007-03 or ${word}:2007-03-31.`
    const [whole, year, month = '1', day = '1'] = DATE.exec(value.trim()) ?? []
    if (whole === undefined) return { message: `“${value}” is not a date.`, remedy }
    const date = `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const time = new Date(`${date}T00:00:00Z`)
    if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date) return { message: `There is no day ${value}.`, remedy }
    if (negative)
      return { message: `${word}: cannot be left out.`,
        remedy: name === 'from' ? `Write before:${value} for what is older.` : `Write after:${value} for what is newer.` }
    filters[name] = date
    filters.any = true
    return null
  }
})

const same = <T extends string>(values: readonly T[]) => (): readonly { readonly value: T; readonly name: string }[] =>
  values.map((value) => ({ value, name: value }))

/** How each query word takes in its value. */
export const FIELD_READERS: Readonly<Record<QueryWord, FieldReader>> = {
  tag: chosen('tag', 'tag', '"key claim"', ({ tags }) => tags.map(({ id, name }) => ({ value: id, name }))),
  risk: chosen('risk', 'risk', 'competition',
    ({ risks }) => [...risks.map(({ id, label }) => ({ value: id, name: label })), ...risks.map(({ id }) => ({ value: id, name: id }))]),
  folder: chosen('folder', 'folder', '"deal a"', ({ folders }) => folders.map(({ id, name }) => ({ value: id, name }))),
  status: chosen('status', 'status', 'open', same(NOTE_STATUSES)),
  kind: chosen('kind', 'kind', 'finding', same(HIT_KINDS)),
  section: worded('section', '"risk factors"'),
  company: worded('company', 'harrow'),
  form: worded('form', '8-K'),
  after: dated('from', 'after'),
  before: dated('before', 'before'),
  note: {
    example: 'covenant',
    read: (value, negative, filters) => {
      if (negative)
        return { message: 'note: cannot be left out.', remedy: 'Write -kind:note to leave out all notes, or -word to leave out a word.' }
      if (plain(value) === '') return { message: 'note: needs a word or number.', remedy: 'Write note:covenant' }
      filters.notesOnly = true
      filters.any = true
      return null
    }
  }
}
