/** A table whose rows are sealed: what names a row, what of it is sealed, and where its filing is named. */
export interface SealedTable {
  readonly id: readonly string[]
  readonly columns: readonly string[]
  /** Whether its one name is a number. */
  readonly numbered?: true
  /** The column that names the filing whose rows are checked when it is opened; null where they are looked at in idle time only. */
  readonly filing: string | null
}

/**
 * Every table that holds what the analyst made, what is shown of a filing beside its text, and what the use of the library left. A row's
 * seal is made by triggers of the one connection that writes, so that no code that writes a row can forget it; a change that anything else
 * makes to the file leaves the seal as it was. A migration that changes sealed columns removes the seals of that kind: rows without one are
 * sealed as they stand.
 */
const SEALED = {
  setting: { id: ['key'], columns: ['value'], filing: null },
  filing: { id: ['id'],
    columns: ['file_name', 'title', 'company', 'form', 'exhibit', 'accession', 'cik', 'filed_at', 'format', 'encoding', 'bytes', 'sha256',
      'text_sha256', 'submission', 'warnings', 'imported_at', 'opened_at', 'trashed_at', 'ready', 'period', 'described', 'described_by',
      'origins'], filing: null },
  document: { id: ['key'], numbered: true,
    columns: ['filing_id', 'sequence', 'type', 'filename', 'description', 'format', 'source_start', 'source_end', 'parsed',
      'parser_version', 'detector_version', 'suggestions', 'sections', 'to_decide', 'opened_at', 'refused_by', 'seal'], filing: null },
  tag: { id: ['id'], columns: ['ordinal', 'name', 'colour', 'underline', 'letter', 'shortcut'], filing: null },
  risk_tag: { id: ['id'], columns: ['ordinal', 'risk_group', 'label', 'scope', 'hidden', 'own'], filing: null },
  note_template: { id: ['id'], columns: ['ordinal', 'name', 'body', 'modified_at'], filing: null },
  folder: { id: ['id'], columns: ['parent_id', 'name', 'ordinal', 'created_at'], filing: null },
  watched_folder: { id: ['id'], columns: ['path', 'folder_id', 'added_at'], filing: null },
  watched_file: { id: ['watched_id', 'path'], columns: ['filing_id', 'earlier_id', 'bytes', 'modified_ms', 'state', 'failure'],
    filing: null },
  pending_import: { id: ['key'], numbered: true, columns: ['path', 'bytes', 'folder_id', 'folder_names'], filing: null },
  saved_search: { id: ['id'], columns: ['name', 'query', 'folder_id', 'created_at'], filing: null },
  unwanted: { id: ['id'], columns: ['kind', 'company', 'exact', 'created_at'], filing: null },
  folder_filing: { id: ['folder_id', 'filing_id'], columns: ['added_at'], filing: 'filing_id' },
  section_review: { id: ['id'],
    columns: ['filing_id', 'sequence', 'node', 'source_start', 'source_end', 'title', 'reviewed_at', 'author_id', 'origin_id'],
    filing: 'filing_id' },
  annotation: { id: ['id'],
    columns: ['filing_id', 'tag_id', 'source_start', 'source_end', 'exact', 'prefix', 'suffix', 'section_path', 'text_sha256',
      'parser_version', 'verdict', 'created_at', 'modified_at', 'rev', 'author_id', 'origin_id'], filing: 'filing_id' },
  filing_link: { id: ['older_id', 'newer_id', 'kind'], columns: ['linked_at'], filing: 'newer_id' },
  placement: { id: ['annotation_id', 'filing_id'], columns: ['verdict', 'state', 'selectors', 'sought_for', 'modified_at'],
    filing: 'filing_id' },
  decision: { id: ['id'],
    columns: ['filing_id', 'kind', 'node', 'source_start', 'source_end', 'exact', 'verdict', 'risks', 'links', 'span', 'decided_at', 'rev',
      'author_id', 'origin_id'], filing: 'filing_id' },
  note: { id: ['id'],
    columns: ['filing_id', 'target_kind', 'annotation_id', 'section_node', 'section_title', 'body', 'text', 'status', 'owner', 'due_at',
      'asked_at', 'answered_at', 'created_at', 'modified_at', 'rev', 'sha256', 'author_id', 'origin_id'], filing: 'filing_id' },
  person: { id: ['id'], columns: ['name', 'library_id', 'key_fingerprint'], filing: null },
  reply: { id: ['id'], columns: ['note_id', 'filing_id', 'author_id', 'origin_id', 'body', 'text', 'made_at'], filing: 'filing_id' },
  origin: { id: ['id'], columns: ['format', 'file_name', 'file_sha256', 'imported_at', 'imported', 'orphaned', 'duplicate', 'quarantined'],
    filing: null },
  foreign_id: { id: ['id'], columns: ['origin_id', 'system', 'foreign_name', 'kind', 'own_id', 'sha256'], filing: null },
  quarantine: { id: ['id'], columns: ['origin_id', 'reason', 'place', 'raw', 'put_at', 'understood'], filing: null },
  sent: { id: ['id'], columns: ['token', 'note_id', 'rev', 'sha256', 'format', 'file_sha256', 'sent_at'], filing: null },
  note_revision: { id: ['note_id', 'rev'], columns: ['body', 'text', 'sha256', 'saved_at'], filing: null },
  reading_position: { id: ['filing_id'], columns: ['sequence', 'position', 'left_at'], filing: 'filing_id' },
  sentence_print: { id: ['document_key'], numbered: true, columns: ['version', 'prints'], filing: null },
  change_log: { id: ['seq'], numbered: true,
    columns: ['group_id', 'at', 'author', 'label', 'entity', 'entity_id', 'filing_id', 'before', 'after', 'undone'], filing: null },
  change_seal: { id: ['n'], numbered: true, columns: ['kind', 'change_seq', 'group_id', 'at', 'author', 'detail', 'salt', 'digest', 'prev'],
    filing: null }
} as const satisfies Record<string, SealedTable>

/** The kind of a sealed row: the name of its table. */
export type SealedKind = keyof typeof SEALED

/** Every kind, what stands on nothing first. */
export const SEALED_KINDS = Object.keys(SEALED) as SealedKind[]

/** What is sealed of a kind. */
export const tableOf = (kind: SealedKind): SealedTable => SEALED[kind]

/** A row that is no longer as it was written, or is gone: by its kind, and the parts of its name in the order of the table. */
export interface BrokenRow {
  readonly kind: SealedKind
  readonly id: readonly string[]
  readonly gone: boolean
}

/** What stands between the parts of a row's name in its seal. */
export const NAME_PARTS = '\u001f'

/** The name of a row as SQL, as its seal has it. */
export const nameSql = ({ id, numbered }: SealedTable, row: string): string =>
  numbered ? `CAST(${row}.${id.join('')} AS TEXT)` : id.map((column) => `${row}.${column}`).join(` || char(31) || `)

/** The seal of a row as SQL; the connection must know `redwell_seal`. */
export const sealSql = ({ columns }: SealedTable, row: string): string =>
  `redwell_seal(${columns.map((column) => `${row}.${column}`).join(', ')})`
