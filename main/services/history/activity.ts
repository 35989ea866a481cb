import type { FilingId } from '#contract/ids'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { ActivityEntry, ActivityScope } from '#contract/review'
import { toCsv } from '#model/csv'
import { listNewest } from '../../store/changes'
import { getFiling } from '../../store/filings'
import { changeWords } from './activity-words'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'

/** How many entries an export reads at a time: some ms of work. */
const STEP = 200

/** Entries of the history older than `before` (a `seq`, or null for the newest), newest first. */
export const listActivity = ({ db }: Pick<LibraryContext, 'db'>, scope: ActivityScope, before: number | null,
  limit: number): readonly ActivityEntry[] => {
  const titles = new Map<FilingId, string | null>()
  const titleOf = (id: FilingId): string | null => {
    const known = titles.get(id)
    if (known !== undefined) return known
    const title = getFiling(db, id)?.title ?? null
    titles.set(id, title)
    return title
  }
  return listNewest(db, scope, before ?? Number.MAX_SAFE_INTEGER, limit).map((change) => ({
    seq: change.seq,
    at: change.at,
    author: change.author,
    label: change.label,
    entity: change.entity,
    entityId: change.entityId,
    filingId: change.filingId,
    filingTitle: change.filingId === null ? null : titleOf(change.filingId),
    ...changeWords(db, change),
    undone: change.undone !== 'no'
  }))
}

const COLUMNS = ['Number', 'Time', 'Author', 'Act', 'Filing', 'Kind', 'Before', 'After', 'Undone', 'Thing', 'Filing id'] as const

const toRow = (
  { seq, at, author, label, filingTitle, entity, before, after, undone, entityId, filingId }: ActivityEntry
): (string | number | null)[] => [seq, at, author, label, filingTitle, entity, before, after, undone ? 'yes' : 'no', entityId, filingId]

/** The whole history of a scope as a file, the oldest entry first: JSON where the file's ending says so, else CSV. */
export const exportActivity = async (library: Pick<LibraryContext, 'db'>, scope: ActivityScope,
  extension: string): Promise<Result<string>> => {
  const entries: ActivityEntry[] = []
  for (let before: number | null = null;;) {
    const some = listActivity(library, scope, before, STEP)
    entries.push(...some)
    before = some.at(-1)?.seq ?? null
    if (some.length < STEP) break
    await yieldThread()
  }
  entries.reverse()
  return ok(extension === 'json' ? `${JSON.stringify(entries, null, 2)}\n` : toCsv([COLUMNS, ...entries.map(toRow)]))
}
