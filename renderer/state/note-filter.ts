import type { Annotation } from '#contract/annotation'
import type { Section } from '#contract/filing'
import type { AnnotationId, TagId } from '#contract/ids'
import type { Note, NoteStatus } from '#contract/note'

/** How the list of marks and notes is ordered. */
export type NoteSort = 'place' | 'modified' | 'created' | 'due'

/** Which marks and notes are listed; an empty list of statuses or tags lets all through. */
export interface NoteFilter {
  readonly text: string
  readonly statuses: readonly NoteStatus[]
  readonly tags: readonly TagId[]
  readonly onlyWithNotes: boolean
  readonly sort: NoteSort
}

/** Lists everything, in the order of the filing. */
export const ALL_NOTES: NoteFilter = { text: '', statuses: [], tags: [], onlyWithNotes: false, sort: 'place' }

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

/** Whether the words of an annotation were found again beyond doubt; one that is not so is an orphan and waits for the reader. */
export const isAttached = (annotation: Annotation): boolean => annotation.verdict === 'intact' || annotation.verdict === 'moved'

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
export const entriesOf = (annotations: readonly Annotation[], notes: readonly Note[], sections: readonly Section[]): readonly NoteEntry[] => {
  const byAnnotation = notesByAnnotation(notes)
  const sectionOf = new Map(sections.map((section) => [section.id, section]))
  const entries: NoteEntry[] = []
  for (const annotation of annotations) {
    if (!isAttached(annotation)) continue
    entries.push({
      key: annotation.id, kind: 'annotation', place: annotation.selectors.position.start, annotation,
      heading: annotation.selectors.sectionPath.at(-1) ?? null, notes: byAnnotation.get(annotation.id) ?? []
    })
  }
  const known = new Set(annotations.map(({ id }) => id))
  for (const note of notes) {
    const { target } = note
    if (target.kind === 'annotation' && known.has(target.annotationId)) continue
    const section = target.kind === 'section' ? sectionOf.get(target.sectionId) : undefined
    entries.push({
      key: note.id, kind: target.kind === 'section' ? 'section' : 'filing', place: section?.range.start ?? -1, annotation: null,
      heading: target.kind === 'section' ? target.title : null, notes: [note]
    })
  }
  return entries.sort((a, b) => a.place - b.place)
}

/** Highlights whose words could not be found again, with their notes: none is ever left out of both lists. */
export const orphansOf = (annotations: readonly Annotation[], notes: readonly Note[]): readonly NoteEntry[] => {
  const byAnnotation = notesByAnnotation(notes)
  return annotations.filter((annotation) => !isAttached(annotation)).map((annotation) => ({
    key: annotation.id, kind: 'annotation', place: annotation.selectors.position.start, annotation,
    heading: annotation.selectors.sectionPath.at(-1) ?? null, notes: byAnnotation.get(annotation.id) ?? []
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

const orderBy = (sort: NoteSort): ((a: NoteEntry, b: NoteEntry) => number) => {
  switch (sort) {
    case 'place':
      return (a, b) => a.place - b.place
    case 'modified':
      return (a, b) => newest(b, 'modifiedAt').localeCompare(newest(a, 'modifiedAt'))
    case 'created':
      return (a, b) => newest(b, 'createdAt').localeCompare(newest(a, 'createdAt'))
    case 'due':
      return (a, b) => due(a).localeCompare(due(b)) || a.place - b.place
  }
}

const hasWords = (entry: NoteEntry, wanted: string): boolean =>
  fold([entry.annotation?.selectors.quote.exact ?? '', entry.heading ?? '', ...entry.notes.flatMap((note) => [note.text, note.owner ?? ''])].join('\n')).includes(wanted)

/** The entries that the filter lets through, in its order. `keep` names an entry that stays whatever the filter says: the one being written. */
export const filterEntries = (entries: readonly NoteEntry[], filter: NoteFilter, keep: string | null = null): readonly NoteEntry[] => {
  const wanted = fold(filter.text.trim())
  return entries.filter((entry) => {
    if (keep !== null && entry.notes.some(({ id }) => id === keep)) return true
    if (filter.onlyWithNotes && entry.notes.length === 0) return false
    if (filter.statuses.length > 0 && !entry.notes.some(({ status }) => filter.statuses.includes(status))) return false
    const tag = entry.annotation?.tagId ?? null
    if (filter.tags.length > 0 && (tag === null || !filter.tags.includes(tag))) return false
    return wanted === '' || hasWords(entry, wanted)
  }).sort(orderBy(filter.sort))
}
