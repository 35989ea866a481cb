import type { WorkEntity } from './changes'
import type { ReadableDb } from './handles'
import { all } from './sql'

/** Where the things of one kind lie: their tables, and the query of what the history calls each of them. */
interface WorkTables {
  readonly tables: readonly string[]
  readonly ids: string
}

/** The tables of every kind of the analyst's work; a kind that is not here is an error of types. */
export const WORK_TABLES: { readonly [E in WorkEntity]: WorkTables } = {
  'filing': { tables: ['filing'], ids: 'SELECT id FROM filing WHERE ready = 1 ORDER BY imported_at, id' },
  'filing-details': { tables: [], ids: 'SELECT id FROM filing WHERE ready = 1 AND described IS NOT NULL ORDER BY id' },
  'tag': { tables: ['tag'], ids: 'SELECT id FROM tag ORDER BY ordinal, id' },
  'risk': { tables: ['risk_tag'], ids: 'SELECT id FROM risk_tag ORDER BY ordinal, id' },
  'template': { tables: ['note_template'], ids: 'SELECT id FROM note_template ORDER BY ordinal, id' },
  'annotation': { tables: ['annotation'], ids: 'SELECT id FROM annotation ORDER BY id' },
  'decision': { tables: ['decision'], ids: 'SELECT id FROM decision ORDER BY id' },
  'note': { tables: ['note', 'note_revision'], ids: 'SELECT id FROM note ORDER BY created_at, id' },
  'folder': { tables: ['folder'], ids: 'SELECT id FROM folder ORDER BY created_at, id' },
  'folder-filing': { tables: ['folder_filing'],
    ids: "SELECT folder_id || '/' || filing_id AS id FROM folder_filing ORDER BY folder_id, filing_id" },
  'section-review': { tables: ['section_review'], ids: 'SELECT id FROM section_review ORDER BY id' },
  'filing-link': { tables: ['filing_link'],
    ids: "SELECT older_id || '/' || newer_id || '/' || kind AS id FROM filing_link ORDER BY older_id, newer_id, kind" },
  // What the search placed can be found again; only the analyst's own word is work.
  'placement': { tables: ['placement'],
    ids: `SELECT annotation_id || '/' || filing_id AS id FROM placement WHERE state IN ('hand', 'dismissed')
      ORDER BY annotation_id, filing_id` },
  'saved-search': { tables: ['saved_search'], ids: 'SELECT id FROM saved_search ORDER BY created_at, id' },
  'person': { tables: ['person'], ids: 'SELECT id FROM person ORDER BY id' },
  'reply': { tables: ['reply'], ids: 'SELECT id FROM reply ORDER BY made_at, id' },
  'origin': { tables: ['origin'], ids: 'SELECT id FROM origin ORDER BY imported_at, id' },
  'foreign-id': { tables: ['foreign_id'], ids: 'SELECT id FROM foreign_id ORDER BY id' },
  'quarantined': { tables: ['quarantine'], ids: 'SELECT id FROM quarantine ORDER BY put_at, id' },
  'sent': { tables: ['sent'], ids: 'SELECT id FROM sent ORDER BY sent_at, id' },
  'unwanted': { tables: ['unwanted'], ids: 'SELECT id FROM unwanted ORDER BY created_at, id' },
  'watched-folder': { tables: ['watched_folder', 'watched_file'], ids: 'SELECT id FROM watched_folder ORDER BY added_at, id' }
}

/** What the history calls each thing of a kind that is in the library. */
export const listWorkIds = (db: ReadableDb, entity: WorkEntity): string[] =>
  all<{ id: string }>(db, WORK_TABLES[entity].ids).map(({ id }) => id)

/** The tables that hold what only the analyst and the use of the library made, beside those of the kinds: the history, what was chosen, where one read. */
const MORE_TABLES = ['change_log', 'change_seal', 'setting', 'reading_position', 'pending_import', 'seal']

/** Every table whose rows nothing on the disk but the database and the journal tells of. */
export const OWN_TABLES: readonly string[] = [...Object.values(WORK_TABLES).flatMap(({ tables }) => tables), ...MORE_TABLES]
