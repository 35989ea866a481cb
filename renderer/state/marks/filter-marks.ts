import { lowerBound } from '#model/lower-bound'
import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { Section, Sentence } from '#contract/filing'
import type { DocumentContent } from '#contract/library'
import type { Note } from '#contract/note'
import { toldWords } from '#model/table-cells'
import { blockIndexOf } from '#model/block-index'
import { type Facet, type FilterMark, type MarkStatus, NONE } from './mark-filter'
import { entriesOf, type NoteEntry } from '../notes/note-filter'
import { labelOf } from '../document/outline'
import { stateOf, type Suggestion, type Suggestions, suggestionsOf } from './suggestions'
import { keepLast } from '#model/remember'

/** What the marks of a filing are gathered from. `suggestions` are those of `content` beside `decisions`, where they are at hand. */
export interface FilterMarkSource {
  readonly suggestions?: Suggestions
  readonly content: DocumentContent | null
  readonly decisions: readonly Decision[]
  readonly annotations: readonly Annotation[]
  readonly notes: readonly Note[]
  readonly tags: readonly Tag[]
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The reader's own day of a time of the store. */
const dayOf = (iso: string): string => {
  const at = new Date(iso)
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Finds the last of some things that begins at or before an offset, by halves; `starts` are ordered. */
const lastBefore = (starts: readonly number[], offset: number): number => {
  return lowerBound(starts.length, (one) => (starts[one] ?? 0) <= offset) - 1
}

/**
 * Finds, for places asked in order, the section of the least rank that holds each, of several the first to begin: a walk in step
 * with the places, however many sections there are.
 */
const bestAt = (sections: readonly Section[], rank: (section: Section) => number): (offset: number) => Section | null => {
  const ranks = [...new Set(sections.map(rank))].sort((a, b) => a - b)
  const queues = ranks.map((own) => sections.filter((section) => rank(section) === own)).map((ranked) => ({
    ranked: ranked.toSorted((a, b) => a.range.start - b.range.start),
    next: 0
  }))
  return (offset) => {
    for (const queue of queues) {
      while ((queue.ranked[queue.next]?.range.end ?? Infinity) <= offset) queue.next += 1
      const first = queue.ranked[queue.next]
      if (first && first.range.start <= offset) return first
    }
    return null
  }
}

/** Names the section a place stands in, as lists do: its Item where the filing has Items, else the outermost section with a title. */
export const sectionNames = (sections: readonly Section[]): (offset: number) => string | null => {
  const titled = sections.filter(({ title }) => title.trim() !== '')
  const items = titled.filter(({ item }) => item !== null)
  const rank = ({ item, level }: Section): number => (item === null ? 1000 + level : level)
  const cuts = [...new Set(titled.flatMap(({ range }) => [range.start, range.end]))].sort((a, b) => a - b)
  const innermost = bestAt(titled, items.length > 0 ? rank : ({ level }) => level)
  const names = cuts.map((cut): string | null => {
    const best = innermost(cut)
    return best ? labelOf(best) : null
  })
  return (offset) => names[lastBefore(cuts, offset)] ?? null
}

const speakerNames = (sentences: readonly Sentence[]): (offset: number) => string | null => {
  const ordered = sentences.toSorted((a, b) => a.start - b.start)
  const starts = ordered.map(({ start }) => start)
  return (offset) => {
    const sentence = ordered[lastBefore(starts, offset)]
    return sentence && offset < sentence.end ? sentence.speaker : null
  }
}

interface Names {
  readonly section: (offset: number) => string | null
  readonly speaker: (offset: number) => string | null
  readonly tags: ReadonlyMap<string, Tag>
}

/** The names of a document's places, and the marks made with them, by what each was made from: after one change of ten thousand marks one is made anew. */
interface Naming {
  readonly names: Names
  readonly made: WeakMap<object, FilterMark>
}

const namesOf = keepLast((content: DocumentContent | null, tags: readonly Tag[]): Naming => ({
  made: new WeakMap(),
  names: { section: sectionNames(content?.sections ?? []), speaker: speakerNames(content?.sentences ?? []),
    tags: new Map(tags.map((tag) => [tag.id, tag])) }
}))

const statusesOf = (
  notes: readonly Note[]
): readonly MarkStatus[] => [...new Set(notes.flatMap(({ status }): MarkStatus[] => (status === 'none' ? [] : [status])))]

/** The words of a highlight, a cell of a table with its row and column. */
const wordsOf = ({ selectors: { position, quote } }: Annotation, within: DocumentContent | null): string => {
  if (!within) return quote.exact
  const index = blockIndexOf(within.blocks)
  return toldWords(index.touching(position).flatMap((at) => index.blocks[at] ?? []), position, quote.exact)
}

const markOfEntry = ({ kind, key, annotation, place, heading, notes }: NoteEntry, names: Names,
  within: DocumentContent | null): FilterMark => {
  const tag = annotation?.tagId === null || annotation === null ? null : names.tags.get(annotation.tagId) ?? null
  const here = within !== null && place >= within.range.start && place < within.range.end
  const section = here ? names.section(place) : annotation?.selectors.sectionPath[0] ?? heading
  const days = [...(annotation ? [annotation.modifiedAt] : []), ...notes.map(({ modifiedAt }) => modifiedAt)].map(dayOf)
  const values: Readonly<Record<Facet, readonly string[]>> = {
    kind: [...(annotation ? ['highlight'] : []), ...(notes.length > 0 ? ['note'] : [])],
    tag: annotation ? [tag?.id ?? NONE] : [],
    colour: tag ? [tag.colour] : [],
    status: statusesOf(notes),
    section: section === null ? [] : [section],
    speaker: annotation ? [(here ? names.speaker(place) : null) ?? NONE] : [],
    date: [...new Set(days)]
  }
  return {
    key: annotation ? `annotation ${annotation.id}` : `note ${key}`,
    ref: annotation ? { kind: 'annotation', id: annotation.id } : null,
    annotation,
    notes,
    range: annotation?.selectors.position ?? (kind === 'section' && place >= 0 ? { start: place, end: place } : null),
    words: annotation ? wordsOf(annotation, here ? within : null) : notes[0]?.text ?? '',
    values
  }
}

const markOfSuggestion = (suggestion: Suggestion, names: Names): FilterMark => {
  const { kind, id, range, exact, decision, speaker } = suggestion
  const section = names.section(range.start)
  return {
    key: `${kind} ${id}`,
    ref: { kind, id },
    annotation: null,
    notes: [],
    range,
    words: exact,
    values: {
      kind: [kind === 'finding' ? 'finding' : suggestion.forward.class],
      tag: [],
      colour: [],
      status: [stateOf(suggestion)],
      section: section === null ? [] : [section],
      speaker: [speaker ?? NONE],
      date: decision ? [dayOf(decision.decidedAt)] : []
    }
  }
}

/**
 * Every mark of a filing in the order of its place: highlights with their notes, notes that stand on no words, and the
 * suggestions of the document that is read. Orphans are left out: they stand on no words until the reader has attached them.
 */
export const filterMarksOf = ({ content, decisions, annotations, notes, tags, suggestions }: FilterMarkSource): readonly FilterMark[] => {
  const { names, made } = namesOf(content, tags)
  const marks = entriesOf(annotations, notes, content?.sections ?? []).map((entry) => {
    const kept = entry.annotation && entry.notes.length === 0 ? made.get(entry.annotation) : undefined
    const mark = kept ?? markOfEntry(entry, names, content)
    if (entry.annotation && entry.notes.length === 0) made.set(entry.annotation, mark)
    return mark
  })
  if (content) {
    const { findings, forward } = suggestions ?? suggestionsOf(content, decisions)
    for (const suggestion of [...findings, ...forward]) {
      const mark = made.get(suggestion) ?? markOfSuggestion(suggestion, names)
      made.set(suggestion, mark)
      marks.push(mark)
    }
  }
  return marks.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1))
}
