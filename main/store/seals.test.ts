import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDatabase } from './open'
import { SEALED_KINDS } from './sealed-tables'
import type { BrokenRow } from './sealed-tables'
import { checkSeals } from './seals'
import { all, run, transact } from './sql'
import { putTag } from './tags'
import { createTemporaryFolder, openOrThrow, spoilDatabase } from './temporary-database'
import type { TemporaryFolder } from './temporary-database'

let folder: TemporaryFolder
beforeEach(() => {
  folder = createTemporaryFolder()
})
afterEach(() => folder.remove())

const TAG = { id: 't1', name: 'Risk', colour: 'orange', underline: 'wavy', letter: 'R', shortcut: null } as const

const spoil = (sql: string): void => spoilDatabase(folder.path, sql)

const broken = (): readonly BrokenRow[] => {
  const db = openOrThrow(folder.path)
  const found = SEALED_KINDS.flatMap((kind) => {
    const rows: BrokenRow[] = []
    for (let after: string | null = null;;) {
      const step: ReturnType<typeof checkSeals> = checkSeals(db, kind, after)
      rows.push(...step.broken)
      if (step.next === null) break
      after = step.next
    }
    return rows
  })
  closeDatabase(db)
  return found
}

/** A row of each kind, written as the program writes: each with the rows it stands on. */
const ROWS: readonly string[] = [
  `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026', 1), ('f2', 'b.txt', 'B', 'text', 10, 'cc', 'dd', 'null', '[]', '2026', 1)`,
  "INSERT INTO tag (id, ordinal, name, colour, underline, letter) VALUES ('t1', 1, 'word', 'red', 'wavy', 'R')",
  "INSERT INTO risk_tag VALUES ('r1', 1, 'word', 'l', 's', 0, 1)",
  "INSERT INTO note_template VALUES ('m1', 1, 'word', '{}', '2026')",
  "INSERT INTO folder VALUES ('d1', NULL, 'word', 1, '2026')",
  "INSERT INTO watched_folder VALUES ('w1', 'word', 'd1', '2026')",
  "INSERT INTO saved_search VALUES ('s1', 'word', 'q', NULL, '2026')",
  "INSERT INTO unwanted VALUES ('u1', 'finding', NULL, 'word', '2026')",
  "INSERT INTO folder_filing VALUES ('d1', 'f1', 'word')",
  "INSERT INTO section_review VALUES ('v1', 'f1', 1, 'n', 0, 5, 'word', '2026', NULL, NULL)",
  `INSERT INTO annotation (id, filing_id, source_start, source_end, exact, prefix, suffix, words, section_path, text_sha256, parser_version,
    verdict, created_at, modified_at, rev) VALUES ('a1', 'f1', 0, 5, 'word', '', '', '', '[]', 'bb', 1, 'intact', '2026', '2026', 1)`,
  "INSERT INTO filing_link VALUES ('f1', 'f2', 'version', 'word')",
  "INSERT INTO placement VALUES ('a1', 'f2', 'intact', 'word', NULL, 'x', '2026')",
  `INSERT INTO decision (id, filing_id, kind, source_start, source_end, exact, verdict, decided_at, rev)
    VALUES ('c1', 'f1', 'finding', 0, 5, 'word', 'accepted', '2026', 1)`,
  `INSERT INTO note (id, filing_id, target_kind, body, text, words, status, created_at, modified_at, rev, sha256)
    VALUES ('n1', 'f1', 'filing', '{}', 'word', '', 'none', '2026', '2026', 1, 'x')`,
  "INSERT INTO note_revision VALUES ('n1', 1, '{}', 'word', 'x', '2026')",
  "INSERT INTO setting VALUES ('author', 'word')",
  `INSERT INTO document (key, filing_id, sequence, type, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
    VALUES (7, 'f1', 1, 'word', 'text', 0, 5, 1, 1, 1, 0)`,
  "INSERT INTO watched_file VALUES ('w1', 'a.txt', 'f1', NULL, 1, 1, 'word', NULL)",
  "INSERT INTO pending_import VALUES (3, 'word', 1, NULL, '[]')",
  "INSERT INTO reading_position VALUES ('f1', 1, 5, 'word')",
  "INSERT INTO sentence_print VALUES (7, 1, x'0102')",
  `INSERT INTO change_log (group_id, at, author, label, entity, entity_id, undone)
    VALUES ('g', '2026', 'A', 'word', 'note', 'n1', 'no')`,
  "INSERT INTO change_seal VALUES (1, 'undo', NULL, 'g', '2026', 'A', 'word', 's', 'd', 'p')",
  "INSERT INTO person VALUES ('p1', 'word', NULL, NULL)",
  "INSERT INTO reply VALUES ('y1', 'n1', 'f1', 'p1', NULL, '{}', 'word', '2026')",
  "INSERT INTO origin VALUES ('o1', 'w3c', 'word', 'x', '2026', 1, 0, 0, 0)",
  "INSERT INTO foreign_id VALUES ('i1', 'o1', 'w3c', 'word', 'annotation', 'a1', 'x')",
  "INSERT INTO quarantine VALUES ('q1', 'o1', 'word', 'item 1', '{}', '2026', NULL)",
  "INSERT INTO sent VALUES ('x1', 'word', 'n1', 1, 'x', 'docx', 'y', '2026')"
]

/** One changed letter in a row of each kind. */
const FLIPS: Readonly<Record<string, string>> = {
  tag: 'name',
  risk_tag: 'risk_group',
  note_template: 'name',
  folder: 'name',
  watched_folder: 'path',
  saved_search: 'name',
  unwanted: 'exact',
  folder_filing: 'added_at',
  section_review: 'title',
  annotation: 'exact',
  filing_link: 'linked_at',
  placement: 'state',
  decision: 'exact',
  note: 'text',
  note_revision: 'text',
  setting: 'value',
  filing: 'title',
  document: 'type',
  watched_file: 'state',
  pending_import: 'path',
  reading_position: 'left_at',
  sentence_print: 'prints',
  change_log: 'label',
  change_seal: 'detail',
  person: 'name',
  reply: 'text',
  origin: 'file_name',
  foreign_id: 'foreign_name',
  quarantine: 'reason',
  sent: 'token'
}

/** The words of `ROWS` and what a flipped bit makes of them, as SQL; prints are bytes, and a title has a word of its own. */
const WORDS: Readonly<Record<string, readonly [was: string, is: string]>> = { filing: ["'A'", "'C'"],
  sentence_print: ["x'0102'", "x'0103'"] }

/** A bad disk asks no trigger. */
const UNGUARDED: Readonly<Record<string, string>> = { note_revision: 'note_revision_is_fixed', change_log: 'change_log_is_fixed',
  change_seal: 'change_seal_is_fixed' }

it('seals a row of every kind as it is written, and notices a letter that changed on the disk', () => {
  const db = openOrThrow(folder.path)
  for (const sql of ROWS) run(db, sql)
  closeDatabase(db)
  expect(broken()).toEqual([])
  for (const kind of SEALED_KINDS) {
    const column = FLIPS[kind] ?? ''
    const guard = UNGUARDED[kind]
    const [was, is] = WORDS[kind] ?? ["'word'", "'wosd'"]
    spoil(`${guard === undefined ? '' : `DROP TRIGGER ${guard};`} UPDATE ${kind} SET ${column} = ${is} WHERE ${column} = ${was}`)
  }
  expect(broken().map(({ kind }) => kind)).toEqual(SEALED_KINDS)
})

it('notices a row that is gone though nobody removed it, and not one that was removed', () => {
  const db = openOrThrow(folder.path)
  putTag(db, TAG)
  putTag(db, { ...TAG, id: 't2' })
  putTag(db, { ...TAG, id: 't3' })
  run(db, "DELETE FROM tag WHERE id = 't2'")
  closeDatabase(db)
  spoil("DELETE FROM tag WHERE id = 't3'")
  expect(broken()).toEqual([{ kind: 'tag', id: ['t3'], gone: true }])
})

it('follows every change that the program makes: rows renamed, changed together, or cut with what they stand on', () => {
  const db = openOrThrow(folder.path)
  for (const sql of ROWS) run(db, sql)
  run(db, "UPDATE annotation SET exact = 'other', rev = rev + 1")
  run(db,
    "INSERT INTO tag (id, ordinal, name, colour, underline, letter) VALUES ('t1', 1, 'x', 'red', 'wavy', 'R') ON CONFLICT (id) DO UPDATE SET name = 'new'")
  run(db, "UPDATE saved_search SET id = 's2'")
  run(db, "DELETE FROM folder WHERE id = 'd1'")
  expect(all(db, "SELECT id FROM seal WHERE kind IN ('saved_search', 'folder', 'folder_filing')")).toEqual([{ id: 's2' }])
  closeDatabase(db)
  expect(broken()).toEqual([])
})

it('seals what an older program wrote without one, as it stands', () => {
  const db = openOrThrow(folder.path)
  putTag(db, TAG)
  closeDatabase(db)
  spoil('DELETE FROM seal')
  expect(broken()).toEqual([])
  spoil("UPDATE tag SET name = 'Rixk'")
  expect(broken()).toEqual([{ kind: 'tag', id: ['t1'], gone: false }])
})

it('goes over many rows in steps', () => {
  const db = openOrThrow(folder.path)
  transact(db, () => {
    for (let at = 0; at < 450; at += 1) putTag(db, { ...TAG, id: `t${String(at).padStart(4, '0')}` })
  })
  closeDatabase(db)
  spoil("UPDATE tag SET letter = 'X' WHERE id IN ('t0003', 't0199', 't0200', 't0449')")
  expect(broken().map(({ id }) => id[0])).toEqual(['t0003', 't0199', 't0200', 't0449'])
})
