import { hash } from 'node:crypto'
import type { FilingId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** A table of the analyst's work whose rows are sealed: what names a row, what of it is sealed, and where its filing is named. */
interface SealedTable {
  readonly id: readonly string[]
  readonly columns: readonly string[]
  readonly filing: string | null
}

/**
 * Every table of the analyst's own work. A row's seal is made by triggers of the one connection that writes, so that no code that writes
 * a row can forget it; a change that anything else makes to the file leaves the seal as it was. A migration that changes sealed columns
 * removes the seals of that kind: rows without one are sealed as they stand.
 */
const SEALED = {
  tag: { id: ['id'], columns: ['ordinal', 'name', 'colour', 'underline', 'letter', 'shortcut'], filing: null },
  risk_tag: { id: ['id'], columns: ['ordinal', 'risk_group', 'label', 'scope', 'hidden', 'own'], filing: null },
  note_template: { id: ['id'], columns: ['ordinal', 'name', 'body', 'modified_at'], filing: null },
  folder: { id: ['id'], columns: ['parent_id', 'name', 'ordinal', 'created_at'], filing: null },
  watched_folder: { id: ['id'], columns: ['path', 'folder_id', 'added_at'], filing: null },
  saved_search: { id: ['id'], columns: ['name', 'query', 'folder_id', 'created_at'], filing: null },
  folder_filing: { id: ['folder_id', 'filing_id'], columns: ['added_at'], filing: 'filing_id' },
  section_review: { id: ['id'], columns: ['filing_id', 'sequence', 'source_start', 'source_end', 'title', 'reviewed_at'],
    filing: 'filing_id' },
  annotation: { id: ['id'],
    columns: ['filing_id', 'tag_id', 'source_start', 'source_end', 'exact', 'prefix', 'suffix', 'section_path', 'text_sha256',
      'parser_version', 'verdict', 'created_at', 'modified_at', 'rev'], filing: 'filing_id' },
  filing_link: { id: ['older_id', 'newer_id', 'kind'], columns: ['linked_at'], filing: 'newer_id' },
  placement: { id: ['annotation_id', 'filing_id'], columns: ['verdict', 'state', 'selectors', 'sought_for', 'modified_at'],
    filing: 'filing_id' },
  decision: { id: ['id'],
    columns: ['filing_id', 'kind', 'node', 'source_start', 'source_end', 'exact', 'verdict', 'risks', 'links', 'span', 'decided_at', 'rev'],
    filing: 'filing_id' },
  note: { id: ['id'],
    columns: ['filing_id', 'target_kind', 'annotation_id', 'section_node', 'section_title', 'body', 'text', 'status', 'owner', 'due_at',
      'asked_at', 'answered_at', 'created_at', 'modified_at', 'rev', 'sha256'], filing: 'filing_id' },
  note_revision: { id: ['note_id', 'rev'], columns: ['body', 'text', 'sha256', 'saved_at'], filing: null }
} satisfies Record<string, SealedTable>

/** The kind of a sealed row: the name of its table. */
export type SealedKind = keyof typeof SEALED

/** Every kind, what stands on nothing first. */
export const SEALED_KINDS = Object.keys(SEALED) as SealedKind[]

/** A row that is no longer as it was written, or is gone: by its kind, and the parts of its name in the order of the table. */
export interface BrokenRow {
  readonly kind: SealedKind
  readonly id: readonly string[]
  readonly gone: boolean
}

const NAME_PARTS = '\u001f'

const tableOf = (kind: SealedKind): SealedTable => SEALED[kind]

const nameOf = ({ id }: SealedTable, row: string): string => id.map((column) => `${row}.${column}`).join(` || char(31) || `)

const sealOf = ({ columns }: SealedTable, row: string): string => `redwell_seal(${columns.map((column) => `${row}.${column}`).join(', ')})`

/** SHA-256 of a row's values: numbers and text as they are, an empty field told from an empty text. */
const sealValues = (...values: readonly unknown[]): Buffer =>
  hash('sha256', values.map((value) => (value === null ? '\u0000' : String(value))).join(NAME_PARTS), 'buffer')

const triggersOf = (kind: SealedKind): string => {
  const table = tableOf(kind)
  const put = `INSERT INTO seal (kind, id, hash) VALUES ('${kind}', ${nameOf(table, 'new')}, ${sealOf(table, 'new')})
    ON CONFLICT (kind, id) DO UPDATE SET hash = excluded.hash;`
  const remove = `DELETE FROM seal WHERE kind = '${kind}' AND id = ${nameOf(table, 'old')};`
  const watched = [...table.id, ...table.columns].join(', ')
  return `
    CREATE TEMP TRIGGER seal_${kind}_insert AFTER INSERT ON main.${kind} BEGIN ${put} END;
    CREATE TEMP TRIGGER seal_${kind}_update AFTER UPDATE OF ${watched} ON main.${kind} BEGIN ${put} END;
    CREATE TEMP TRIGGER seal_${kind}_rename AFTER UPDATE OF ${table.id.join(', ')} ON main.${kind}
      WHEN ${nameOf(table, 'old')} <> ${nameOf(table, 'new')} BEGIN ${remove} END;
    CREATE TEMP TRIGGER seal_${kind}_delete AFTER DELETE ON main.${kind} BEGIN ${remove} END;`
}

/** Has every row of the analyst's work that this connection writes sealed with it. Called once, when the connection is opened. */
export const sealWrites = (db: WritableDb): void => {
  db.function('redwell_seal', { deterministic: true, varargs: true }, sealValues)
  for (const kind of SEALED_KINDS) db.exec(triggersOf(kind))
}

interface Found {
  readonly id: string
}

const toBroken = (kind: SealedKind, gone: boolean) => ({ id }: Found): BrokenRow => ({ kind, id: id.split(NAME_PARTS), gone })

const changedSql = (kind: SealedKind, where: string): string => {
  const table = tableOf(kind)
  return `SELECT ${nameOf(table, 't')} AS id FROM ${kind} AS t JOIN seal ON seal.kind = '${kind}' AND seal.id = ${nameOf(table, 't')}
    WHERE ${where} AND seal.hash <> ${sealOf(table, 't')}`
}

/** The rows of a kind that belong to a filing and are no longer as they were written. */
export const listBrokenOfFiling = (db: ReadableDb, kind: SealedKind, filingId: FilingId): BrokenRow[] => {
  const { filing } = tableOf(kind)
  return filing === null ? [] : all<Found>(db, changedSql(kind, `t.${filing} = $filingId`), { filingId }).map(toBroken(kind, false))
}

/** How many names are looked at in one step: a few milliseconds' work. */
const NAMES = 200

/** The last name of the next step of a kind, behind `after`; null where nothing is left. */
const nextOf = (db: ReadableDb, kind: SealedKind, after: string): string | null => {
  const [first] = tableOf(kind).id
  return one<{ last: string | null }>(db,
    `SELECT max(name) AS last FROM (SELECT DISTINCT ${first ?? ''} AS name FROM ${kind} WHERE ${first ?? ''} > $after ORDER BY name LIMIT ${
      String(NAMES)
    })`, { after })?.last ?? null
}

/** One step over the rows of a kind: those that are broken, and where to go on (null at the end). Rows without a seal are sealed. */
export const checkSeals = (db: WritableDb, kind: SealedKind,
  after: string): { readonly broken: readonly BrokenRow[]; readonly next: string | null } => {
  const table = tableOf(kind)
  const last = nextOf(db, kind, after)
  const [first] = table.id
  if (last === null || first === undefined) return { broken: listGone(db, kind), next: null }
  const within = `t.${first} > $after AND t.${first} <= $last`
  run(db, `INSERT INTO seal (kind, id, hash) SELECT '${kind}', ${nameOf(table, 't')}, ${sealOf(table, 't')} FROM ${kind} AS t
    WHERE ${within} AND NOT EXISTS (SELECT 1 FROM seal WHERE kind = '${kind}' AND id = ${nameOf(table, 't')})`, { after, last })
  return { broken: all<Found>(db, changedSql(kind, within), { after, last }).map(toBroken(kind, false)), next: last }
}

/** The rows of a kind that were written and are gone without having been removed. */
const listGone = (db: ReadableDb, kind: SealedKind): BrokenRow[] => {
  const name = nameOf(tableOf(kind), 't')
  return all<Found>(db, `SELECT id FROM seal WHERE kind = '${kind}' AND id NOT IN (SELECT ${name} FROM ${kind} AS t)`)
    .map(toBroken(kind, true))
}

const kept = (db: ReadableDb, { kind, id }: BrokenRow): string | null =>
  one<{ hash: string }>(db, 'SELECT hex(hash) AS hash FROM seal WHERE kind = $kind AND id = $id', { kind, id: id.join(NAME_PARTS) })
    ?.hash ?? null

/** Remembers a row's seal; the answer says whether it is the same, once the row was written again. */
export const sealIsKept = (db: ReadableDb, row: BrokenRow): () => boolean => {
  const before = kept(db, row)
  return () => kept(db, row) === before
}

/** Takes a row away that is to be written anew; run it within `withoutReferences`. Revisions of a note are never taken away. */
export const removeBroken = (db: WritableDb, { kind, id }: BrokenRow): void => {
  run(db, `DELETE FROM ${kind} AS t WHERE ${nameOf(tableOf(kind), 't')} = $id`, { id: id.join(NAME_PARTS) })
}

/** Forgets the seal of a row that is let go. */
export const unsealBroken = (db: WritableDb, { kind, id }: BrokenRow): void => {
  run(db, 'DELETE FROM seal WHERE kind = $kind AND id = $id', { kind, id: id.join(NAME_PARTS) })
}

/** Runs `work` while rows may be taken away and written anew under what stands on them. Not inside a transaction. */
export const withoutReferences = (db: WritableDb, work: () => void): void => {
  db.pragma('foreign_keys = OFF')
  try {
    work()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
