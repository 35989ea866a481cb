import type { Annotation } from '#contract/annotation'
import type { Section } from '#contract/filing'
import type { AnnotationId, TagId } from '#contract/ids'
import type { Note, NoteStatus } from '#contract/note'
import { isAttached } from '#model/verdict'

/** How the list of marks and notes is ordered. */
export type NoteSort = 'place' | 'modified' | 'created' | 'due' | 'status'

/** When an answer is due: past, within seven days, after that, or on no day. */
export type NoteDue = 'overdue' | 'week' | 'later' | 'undated'

/** The sides from which notes are filtered, beside the tag of their highlight. */
export const NOTE_FACETS = ['statuses', 'owners', 'dues'] as const

/** One of the sides from which notes are filtered. */
export type NoteFacet = (typeof NOTE_FACETS)[number]

/** Which marks and notes are listed; an empty list lets all through. The owner of a question nobody was given is the empty string. */
export interface NoteFilter {
  readonly text: string
  readonly statuses: readonly NoteStatus[]
  readonly tags: readonly TagId[]
  readonly owners: readonly string[]
  readonly dues: readonly NoteDue[]
  readonly onlyWithNotes: boolean
  readonly sort: NoteSort
}

/** Lists everything, in the order of the filing. */
export const ALL_NOTES: NoteFilter = { text: '', statuses: [], tags: [], owners: [], dues: [], onlyWithNotes: false, sort: 'place' }

/** One entry of the list: a highlight with its notes, or notes on a section or the whole filing. `place` is a source offset, -1 for the filing. */
export interface NoteEntry {
  readonly key: string
  readonly kind: 'annotation' | 'section' | 'filing'
  readonly place: number
  readonly annotation: Annotation | null
  /** The heading the entry stands under, or null where it is not known. */
  readonly heading: string | null
  readonly notes: readonly Note[]
}

const notesByAnnotation = (notes: readonly Note[]): ReadonlyMap<AnnotationId, readonly Note[]> => {
  const byId = new Map<AnnotationId, Note[]>()
  for (const note of notes) {
    if (note.target.kind !== 'annotation') continue
    const kept = byId.get(note.target.annotationId)
    if (kept) kept.push(note)
    else byId.set(note.target.annotationId, [note])
  }
  return byId
}

/** Joins highlights and notes into entries, orphans left out, in the order of the filing: the filing's own notes first. */
export const entriesOf = (annotations: readonly Annotation[], notes: readonly Note[],
  sections: readonly Section[]): readonly NoteEntry[] => {
  const byAnnotation = notesByAnnotation(notes)
  const sectionOf = new Map(sections.map((section) => [section.id, section]))
  const entries: NoteEntry[] = []
  for (const annotation of annotations) {
    if (!isAttached(annotation.verdict)) continue
    entries.push({
      key: annotation.id,
      kind: 'annotation',
      place: annotation.selectors.position.start,
      annotation,
      heading: annotation.selectors.sectionPath.at(-1) ?? null,
      notes: byAnnotation.get(annotation.id) ?? []
    })
  }
  const known = new Set(annotations.map(({ id }) => id))
  for (const note of notes) {
    const { target } = note
    if (target.kind === 'annotation' && known.has(target.annotationId)) continue
    const section = target.kind === 'section' ? sectionOf.get(target.sectionId) : undefined
    entries.push({
      key: note.id,
      kind: target.kind === 'section' ? 'section' : 'filing',
      place: section?.range.start ?? -1,
      annotation: null,
      heading: target.kind === 'section' ? target.title : null,
      notes: [note]
    })
  }
  return entries.sort((a, b) => a.place - b.place)
}

/** Highlights whose words could not be found again, with their notes: none is ever left out of both lists. */
export const orphansOf = (annotations: readonly Annotation[], notes: readonly Note[]): readonly NoteEntry[] => {
  const byAnnotation = notesByAnnotation(notes)
  return annotations.filter((annotation) => !isAttached(annotation.verdict)).map((annotation) => ({
    key: annotation.id,
    kind: 'annotation',
    place: annotation.selectors.position.start,
    annotation,
    heading: annotation.selectors.sectionPath.at(-1) ?? null,
    notes: byAnnotation.get(annotation.id) ?? []
  }))
}

/** Folds case and accents, so that "resume" finds "Résumé". */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const newest = (entry: NoteEntry, field: 'modifiedAt' | 'createdAt'): string =>
  [entry.annotation?.[field] ?? '', ...entry.notes.map((note) => note[field])].reduce((a, b) => (a > b ? a : b))

/** Entries without a due date sort behind every one that has it. */
const NEVER = '9999'
const due = (entry: NoteEntry): string =>
  entry.notes.filter((note) => note.status !== 'closed').map((note) => note.dueAt ?? NEVER).reduce((a, b) => (a < b ? a : b), NEVER)

/** Questions that wait come before those that are settled, and all of them before notes that ask nothing. */
const STATUS_ORDER: readonly NoteStatus[] = ['open', 'asked', 'answered', 'closed', 'none']
const statusOf = (entry: NoteEntry): number =>
  Math.min(STATUS_ORDER.length, ...entry.notes.map(({ status }) => STATUS_ORDER.indexOf(status)))

/** Seven days, in ms. */
const WEEK_MS = 7 * 24 * 3600 * 1000

const orderBy = (sort: NoteSort): (a: NoteEntry, b: NoteEntry) => number => {
  switch (sort) {
    case 'place':
      return (a, b) => a.place - b.place
    case 'modified':
      return (a, b) => newest(b, 'modifiedAt').localeCompare(newest(a, 'modifiedAt'))
    case 'created':
      return (a, b) => newest(b, 'createdAt').localeCompare(newest(a, 'createdAt'))
    case 'due':
      return (a, b) => due(a).localeCompare(due(b)) || a.place - b.place
    case 'status':
      return (a, b) => statusOf(a) - statusOf(b) || a.place - b.place
  }
}

const hasWords = (entry: NoteEntry, wanted: string): boolean =>
  fold(
    [entry.annotation?.selectors.quote.exact ?? '', entry.heading ?? '', ...entry.notes.flatMap((note) => [note.text, note.owner ?? ''])]
      .join('\n')
  ).includes(wanted)

/** When the answer to a note's question is due; null for a note that asks nothing or is settled. `today` is `YYYY-MM-DD`. */
export const dueOf = ({ status, dueAt }: Pick<Note, 'status' | 'dueAt'>, today: string): NoteDue | null => {
  if (status === 'none' || status === 'closed') return null
  if (dueAt === null) return 'undated'
  const day = dueAt.slice(0, 10)
  if (day < today) return 'overdue'
  return Date.parse(day) - Date.parse(today) <= WEEK_MS ? 'week' : 'later'
}

/** What a note is filtered by: its values on each side. */
const valuesOf = (note: Note, today: string): Readonly<Record<NoteFacet, string | null>> => ({ statuses: note.status,
  owners: note.status === 'none' ? null : note.owner ?? '', dues: dueOf(note, today) })

const passes = (chosen: readonly string[], value: string | null): boolean =>
  chosen.length === 0 || (value !== null && chosen.includes(value))

/** Whether an entry passes the filter, one side left out of account. */
const lets = (entry: NoteEntry, filter: NoteFilter, wanted: string, today: string, but?: NoteFacet | 'tags' | 'onlyWithNotes'): boolean => {
  const facets = NOTE_FACETS.filter((facet) => facet !== but && filter[facet].length > 0)
  const tag = entry.annotation?.tagId ?? null
  return (but === 'onlyWithNotes' || !filter.onlyWithNotes || entry.notes.length > 0)
    && (but === 'tags' || passes(filter.tags, tag))
    && (facets.length === 0 || entry.notes.some((note) => {
      const values = valuesOf(note, today)
      return facets.every((facet) => passes(filter[facet], values[facet]))
    }))
    && (wanted === '' || hasWords(entry, wanted))
}

/**
 * The entries that the filter lets through, in its order. `keep` names a note whose entry stays whatever the filter says: the one
 * being written. `today` is `YYYY-MM-DD`.
 */
export const filterEntries = (entries: readonly NoteEntry[], filter: NoteFilter, keep: string | null = null,
  today = ''): readonly NoteEntry[] => {
  const wanted = fold(filter.text.trim())
  return entries
    .filter((entry) => (keep !== null && entry.notes.some(({ id }) => id === keep)) || lets(entry, filter, wanted, today))
    .sort(orderBy(filter.sort))
}

/** How many entries have each value of each side. */
export type NoteCounts = Readonly<Record<NoteFacet | 'tags', ReadonlyMap<string, number>>> & { readonly withNotes: number }

/** Counts for each value the entries that have it and pass all other sides of the filter: what choosing it would show. */
export const countEntries = (entries: readonly NoteEntry[], filter: NoteFilter, today: string): NoteCounts => {
  const wanted = fold(filter.text.trim())
  const passing = (but: NoteFacet | 'tags' | 'onlyWithNotes'): readonly NoteEntry[] =>
    entries.filter((entry) => lets(entry, filter, wanted, today, but))
  const count = (values: readonly (readonly (string | null)[])[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const own of values) for (const value of new Set(own)) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  const ofNotes = (facet: NoteFacet): ReadonlyMap<string, number> => {
    const others = NOTE_FACETS.filter((other) => other !== facet && filter[other].length > 0)
    return count(passing(facet).map(({ notes }) =>
      notes.map((note) => valuesOf(note, today))
        .filter((values) => others.every((other) => passes(filter[other], values[other]))).map((values) => values[facet])
    ))
  }
  return {
    statuses: ofNotes('statuses'),
    owners: ofNotes('owners'),
    dues: ofNotes('dues'),
    tags: count(passing('tags').map(({ annotation }) => [annotation?.tagId ?? null])),
    withNotes: passing('onlyWithNotes').filter(({ notes }) => notes.length > 0).length
  }
}
