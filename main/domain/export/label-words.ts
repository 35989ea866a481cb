import type { NoteStatus } from '#contract/note'

/** Where a note stands in the question loop. */
export const STATUS_LABELS: Readonly<Record<NoteStatus, string>> = { none: 'Note', open: 'Open question', asked: 'Asked',
  answered: 'Answered', closed: 'Closed' }
