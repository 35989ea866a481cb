import type { Annotation } from '#contract/annotation'
import type { Note, NoteStatus } from '#contract/note'
import type { TextRange } from '#contract/range'
import type { MarkRef } from '../document/document'
import { fold } from '../notes/note-filter'
import type { DecisionState } from './suggestions'
import { onceFor } from '#model/remember'

/** What a mark is: a highlight, one with a note (or a note that stands on no words), or a suggestion by its kind or class. */
export type MarkKind = 'highlight' | 'note' | 'finding' | 'core' | 'borderline' | 'boilerplate'

/** What was decided of a suggestion, or where the notes on a mark stand in the question loop. */
export type MarkStatus = DecisionState | Exclude<NoteStatus, 'none'>

/** The sides from which marks are filtered, in the order in which they are offered. */
export const FACETS = ['kind', 'tag', 'colour', 'status', 'section', 'speaker', 'date'] as const

/** One of the sides from which marks are filtered. */
export type Facet = (typeof FACETS)[number]

/** The value of the facet `tag` for a highlight without one, and of `speaker` where nobody is quoted. */
export const NONE = ''

/** One mark as lists and filters know it: a highlight with its notes, a note that stands on no words, or a suggestion. */
export interface FilterMark {
  /** Kind and id, unique in a filing: `annotation …`, `note …`, `finding …`, `forward-looking …`. */
  readonly key: string
  /** What a click opens; null for a note on a section or the whole filing. */
  readonly ref: MarkRef | null
  readonly annotation: Annotation | null
  readonly notes: readonly Note[]
  /** Where its words stand in the source, or null for a note on the whole filing. */
  readonly range: TextRange | null
  readonly words: string
  /** What it is filtered by: `kind` a `MarkKind`, `status` a `MarkStatus`, `tag` an id, `section` a title, `date` a local day, `YYYY-MM-DD`. */
  readonly values: Readonly<Record<Facet, readonly string[]>>
}

/** Which marks are meant: of each facet one of the chosen values, any where none is chosen; and all the words of `text`. */
export interface MarkFilter {
  readonly text: string
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>
}

/** Lets every mark through. */
export const ALL_MARKS: MarkFilter = { text: '', chosen: {} }

/** Whether a filter lets every mark through. */
export const isOpen = ({ text, chosen }: MarkFilter): boolean =>
  text.trim() === '' && FACETS.every((facet) => (chosen[facet] ?? []).length === 0)

/** The words a mark is found by, folded once. */
const foldedOf = onceFor((mark: FilterMark): string =>
  fold([mark.words, ...mark.values.section, ...mark.notes.map(({ text }) => text)].join('\n'))
)

/** Answers for a mark which facets keep it out: null where the text does, the facet itself where it is the only one. */
const judge = ({ text, chosen }: MarkFilter): (mark: FilterMark) => readonly Facet[] | null => {
  const words = fold(text).split(/\s+/).filter((word) => word !== '')
  const wanted = FACETS.flatMap((facet) => {
    const values = chosen[facet] ?? []
    return values.length === 0 ? [] : [{ facet, values: new Set(values) }]
  })
  return (mark) => {
    if (words.length > 0) {
      const own = foldedOf(mark)
      if (!words.every((word) => own.includes(word))) return null
    }
    return wanted.filter(({ facet, values }) => !mark.values[facet].some((value) => values.has(value))).map(({ facet }) => facet)
  }
}

/** The marks that pass the filter, order kept. */
export const filtered = (marks: readonly FilterMark[], filter: MarkFilter): readonly FilterMark[] => {
  if (isOpen(filter)) return marks
  const failing = judge(filter)
  return marks.filter((mark) => failing(mark)?.length === 0)
}

/** How many marks carry each value of each facet; values come in the order of the marks that first carry them. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/**
 * Counts, for each value, the marks that have it and pass the text and all *other* facets: what a click on it would leave where
 * nothing of its facet is chosen, and what it would add where something is. One pass over the marks.
 */
export const facetCounts = (marks: readonly FilterMark[], filter: MarkFilter): FacetCounts => {
  const counts: Record<Facet, Map<string, number>> = {
    kind: new Map(),
    tag: new Map(),
    colour: new Map(),
    status: new Map(),
    section: new Map(),
    speaker: new Map(),
    date: new Map()
  }
  const failing = judge(filter)
  for (const mark of marks) {
    const against = failing(mark)
    if (against === null || against.length > 1) continue
    for (const facet of against.length === 0 ? FACETS : against) {
      const own = counts[facet]
      for (const value of mark.values[facet]) own.set(value, (own.get(value) ?? 0) + 1)
    }
  }
  return counts
}

/** The filter with one value of a facet chosen, or let go where it was. */
export const toggled = (filter: MarkFilter, facet: Facet, value: string): MarkFilter => {
  const values = filter.chosen[facet] ?? []
  return { ...filter,
    chosen: { ...filter.chosen, [facet]: values.includes(value) ? values.filter((kept) => kept !== value) : [...values, value] } }
}
