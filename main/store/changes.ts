import type { FilingId } from '#contract/ids'
import { sealAct, sealChanges } from './change-seals'
import type { SealedChange } from './change-seals'
import type { ReadableDb, WritableDb } from './handles'
import { all, insert, one, run } from './sql'

/** The kinds of thing whose changes are kept. */
export type ChangedEntity = 'filing' | 'annotation' | 'decision' | 'note' | 'tag' | 'risk' | 'template' | 'folder' | 'folder-filing'
  | 'filing-details' | 'section-review' | 'filing-link' | 'placement' | 'saved-search' | 'person' | 'reply' | 'origin' | 'foreign-id'
  | 'quarantined' | 'unwanted'

/** The kinds of the analyst's work that have a second copy: all whose changes are kept, and the watched folders and what was sent, which no undo takes back. */
export type WorkEntity = ChangedEntity | 'watched-folder' | 'sent'

/** Whether a change stands (`no`), was undone (`yes`), or was undone and left behind by a later change (`left`). */
export type UndoneState = 'no' | 'yes' | 'left'

/** One change of one thing; `before` and `after` are JSON, null where the thing did not exist. Changes of one group are undone together. */
export interface Change {
  readonly seq: number
  readonly groupId: string
  readonly at: string
  readonly author: string
  readonly label: string
  readonly entity: ChangedEntity
  readonly entityId: string
  readonly filingId: FilingId | null
  readonly before: string | null
  readonly after: string | null
  readonly undone: UndoneState
}

interface Row {
  readonly seq: number
  readonly group_id: string
  readonly at: string
  readonly author: string
  readonly label: string
  readonly entity: ChangedEntity
  readonly entity_id: string
  readonly filing_id: string | null
  readonly before: string | null
  readonly after: string | null
  readonly undone: UndoneState
}

const COLUMNS = 'seq, group_id, at, author, label, entity, entity_id, filing_id, before, after, undone'

/** The queries of every undo and of an annotation's own history; their plans are held by a test. */
export const CHANGE_QUERIES = {
  lastDone: `SELECT ${COLUMNS} FROM change_log WHERE undone = 'no' ORDER BY seq DESC LIMIT 1`,
  toUndo: `SELECT ${COLUMNS} FROM change_log WHERE undone = 'no' AND NOT EXISTS (
    SELECT 1 FROM change_log AS earlier WHERE earlier.group_id = change_log.group_id AND earlier.seq < change_log.seq) ORDER BY seq DESC LIMIT 1`,
  firstUndone: `SELECT ${COLUMNS} FROM change_log WHERE undone = 'yes' ORDER BY seq LIMIT 1`,
  group: `SELECT ${COLUMNS} FROM change_log WHERE group_id = $groupId ORDER BY seq`,
  newest: `SELECT ${COLUMNS} FROM change_log WHERE seq < $before ORDER BY seq DESC LIMIT $limit`,
  newestOfFiling: `SELECT ${COLUMNS} FROM change_log WHERE filing_id = $filingId AND seq < $before ORDER BY seq DESC LIMIT $limit`,
  newestOfThing: `SELECT ${COLUMNS} FROM change_log
    WHERE entity_id IN (SELECT $thingId UNION ALL SELECT id FROM note WHERE annotation_id = $thingId) AND seq < $before ORDER BY seq DESC LIMIT $limit`,
  stateOfGroup: 'SELECT undone FROM change_log WHERE group_id = $groupId ORDER BY seq DESC LIMIT 1',
  ofEntity: `SELECT ${COLUMNS} FROM change_log WHERE entity = $entity AND entity_id = $entityId ORDER BY seq`
}

const toChange = (row: Row): Change => ({
  seq: row.seq,
  groupId: row.group_id,
  at: row.at,
  author: row.author,
  label: row.label,
  entity: row.entity,
  entityId: row.entity_id,
  filingId: row.filing_id,
  before: row.before,
  after: row.after,
  undone: row.undone
})

/** The newest change that stands, or undefined. */
export const lastDoneChange = (db: ReadableDb): Change | undefined => {
  const row = one<Row>(db, CHANGE_QUERIES.lastDone)
  return row && toChange(row)
}

/**
 * The change an undo would start from, or undefined: the first of the group that was begun last. A long act in the background, such
 * as an import of many files, so does not come before what was done while it ran.
 */
export const changeToUndo = (db: ReadableDb): Change | undefined => {
  const row = one<Row>(db, CHANGE_QUERIES.toUndo)
  return row && toChange(row)
}

/** The change a redo would start from, or undefined. */
export const firstUndoneChange = (db: ReadableDb): Change | undefined => {
  const row = one<Row>(db, CHANGE_QUERIES.firstUndone)
  return row && toChange(row)
}

/** The changes of one group in their order. */
export const listGroup = (db: ReadableDb, groupId: string): Change[] => all<Row>(db, CHANGE_QUERIES.group, { groupId }).map(toChange)

/** Every change of one thing, the oldest first. */
export const listChangesOf = (db: ReadableDb, entity: ChangedEntity, entityId: string): Change[] =>
  all<Row>(db, CHANGE_QUERIES.ofEntity, { entity, entityId }).map(toChange)

/**
 * Changes older than `before`, newest first: of one thing with the notes about it, of one filing, or of everything where both are null.
 */
export const listNewest = (db: ReadableDb, scope: { readonly filingId: FilingId | null; readonly entityId: string | null }, before: number,
  limit: number): Change[] => {
  if (scope.entityId !== null) return all<Row>(db, CHANGE_QUERIES.newestOfThing, { thingId: scope.entityId, before, limit }).map(toChange)
  if (scope.filingId !== null) return all<Row>(db, CHANGE_QUERIES.newestOfFiling, { filingId: scope.filingId, before, limit }).map(toChange)
  return all<Row>(db, CHANGE_QUERIES.newest, { before, limit }).map(toChange)
}

/** Appends the changes of one act, which stand from now on, and seals them. What was undone before can no longer be redone. */
export const appendChanges = (db: WritableDb, changes: readonly Omit<Change, 'seq' | 'undone'>[],
  kind: 'change' | 'import' = 'change'): void => {
  if (changes.length === 0) return
  run(db, "UPDATE change_log SET undone = 'left' WHERE undone = 'yes'")
  const appended = changes.map((change): SealedChange => {
    const seq = insert(db, `INSERT INTO change_log (group_id, at, author, label, entity, entity_id, filing_id, before, after, undone)
      VALUES ($groupId, $at, $author, $label, $entity, $entityId, $filingId, $before, $after, 'no')`, { ...change })
    const { groupId: group, ...rest } = change
    return { ...rest, group, seq }
  })
  sealChanges(db, appended.map((change) => ({ ...change, kind, detail: null })))
}

/** Whether the changes of a group were undone; false where it has none yet. */
export const groupIsUndone = (db: ReadableDb, groupId: string): boolean =>
  (one<{ undone: UndoneState }>(db, CHANGE_QUERIES.stateOfGroup, { groupId })?.undone ?? 'no') !== 'no'

/** Marks a whole group as undone or as standing again, and seals that it was done, when and by whom. */
export const markGroup = (db: WritableDb, groupId: string, undone: 'yes' | 'no',
  by: { readonly at: string; readonly author: string }): void => {
  run(db, 'UPDATE change_log SET undone = $undone WHERE group_id = $groupId', { groupId, undone })
  sealAct(db, { kind: undone === 'yes' ? 'undo' : 'redo', group: groupId, ...by, detail: null })
}
