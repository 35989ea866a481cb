import type { FilingId } from '#contract/ids'
import type { NoteStatus } from '#contract/note'
import type { ReadableDb } from './handles'
import { all } from './sql'

/** What is done and what there is to do in one filing, as its rows count. `unread` counts readable documents that the analyst never opened. */
export interface WorkCounts {
  suggestions: number
  decided: number
  sections: number
  reviewed: number
  unread: number
  /** Whether an annotation may wait here for a place; which do is told by the filing's own work. */
  mayHaveOrphans: boolean
  questions: Record<Exclude<NoteStatus, 'none'>, number>
}

/** The grouped queries behind the board, one pass over each table; their plans are held by a test. */
export const WORK_QUERIES = {
  documents: `SELECT filing_id, sum(to_decide) AS suggestions, sum(sections) AS sections, 
    sum(format IN ('html', 'text') AND opened_at IS NULL) AS unread FROM document GROUP BY filing_id`,
  decided:
    `SELECT filing_id, count(*) AS n FROM decision JOIN suggestion USING (filing_id, kind, node) WHERE decision.node IS NOT NULL AND suggestion.unwanted = 0 GROUP BY filing_id`,
  reviewed: 'SELECT filing_id, count(DISTINCT node) AS n FROM section_review WHERE node IS NOT NULL GROUP BY filing_id',
  orphans: "SELECT DISTINCT filing_id FROM annotation WHERE verdict NOT IN ('intact', 'moved')",
  placements: "SELECT DISTINCT filing_id FROM placement WHERE state = 'waiting'",
  questions: "SELECT filing_id, status, count(*) AS n FROM note WHERE status <> 'none' GROUP BY filing_id, status"
}

interface Count {
  readonly filing_id: string
  readonly n: number
}

/** The counts of a filing in which there is nothing to do. */
export const noWork = (): WorkCounts => ({
  suggestions: 0,
  decided: 0,
  sections: 0,
  reviewed: 0,
  unread: 0,
  mayHaveOrphans: false,
  questions: { open: 0, asked: 0, answered: 0, closed: 0 }
})

/** What is done and to do in every filing of the library and its trash. `between` is awaited after each pass, so that other work can go first. */
export const countWork = async (db: ReadableDb, between: () => Promise<void>): Promise<ReadonlyMap<FilingId, WorkCounts>> => {
  const counts = new Map<FilingId, WorkCounts>()
  const of = (id: FilingId): WorkCounts => {
    const known = counts.get(id) ?? noWork()
    counts.set(id, known)
    return known
  }
  for (const row of all<{ filing_id: string; suggestions: number; sections: number; unread: number }>(db, WORK_QUERIES.documents)) {
    const { suggestions, sections, unread } = row
    Object.assign(of(row.filing_id), { suggestions, sections, unread })
  }
  await between()
  for (const row of all<Count>(db, WORK_QUERIES.decided)) of(row.filing_id).decided = row.n
  await between()
  for (const row of all<Count>(db, WORK_QUERIES.reviewed)) of(row.filing_id).reviewed = row.n
  for (const row of all<Pick<Count, 'filing_id'>>(db, WORK_QUERIES.orphans)) of(row.filing_id).mayHaveOrphans = true
  for (const row of all<Pick<Count, 'filing_id'>>(db, WORK_QUERIES.placements)) of(row.filing_id).mayHaveOrphans = true
  for (const row of all<Count & { readonly status: Exclude<NoteStatus, 'none'> }>(db, WORK_QUERIES.questions))
    of(row.filing_id).questions[row.status] = row.n
  return counts
}
