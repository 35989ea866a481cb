import type { Annotation, Decision } from '#contract/annotation'
import type { ExportScope } from '#contract/calls'
import type { DocumentContent } from '#contract/library'
import type { Note } from '#contract/note'

/** What a PDF of one document will hold. Rejected suggestions are never in it. */
export interface ExportCounts {
  readonly highlights: number
  readonly notes: number
  readonly suggestions: number
}

/** Counts what is there to go in, for the preview; highlights and notes of other documents of the filing are not counted. */
export const countsOf = (
  content: DocumentContent | null,
  annotations: readonly Annotation[],
  notes: readonly Note[],
  decisions: readonly Decision[],
  scope: ExportScope
): ExportCounts => {
  if (content === null) return { highlights: 0, notes: 0, suggestions: 0 }
  // What waits from an older version has no place here, and is not printed.
  const here = annotations.filter(({ carried, selectors: { position } }) =>
    carried?.state !== 'waiting' && carried?.state !== 'unsought' && position.start >= content.range.start &&
    position.start < content.range.end
  )
  const ids = new Set(here.map(({ id }) => id))
  const isHere = ({ target }: Note): boolean => {
    switch (target.kind) {
      case 'annotation':
        return ids.has(target.annotationId)
      case 'section':
        return content.sections.some(({ id: section }) => section === target.sectionId)
      case 'filing':
        return true
    }
  }
  const notesHere = notes.filter(isHere).length
  const verdicts = new Map(decisions.map((decision) => [`${decision.kind}:${String(decision.node)}`, decision.verdict]))
  const keys = [...content.findings.map(({ id }) => `finding:${id}`),
    ...content.forwardLooking.map(({ sentence }) => `forward-looking:${sentence}`)]
  const wanted = keys.filter((
    key
  ) => (scope.suggestions === 'accepted'
    ? verdicts.get(key) === 'accepted'
    : scope.suggestions === 'all' && verdicts.get(key) !== 'rejected')
  ).length
  return { highlights: here.length, notes: notesHere, suggestions: wanted }
}
