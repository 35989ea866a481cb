import { expect, it } from 'vitest'
import { getAnnotation } from '../annotations'
import { migrate } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

it('leaves what is there to the one who keeps the library, and has it sealed anew', () => {
  const db = databaseAtVersion(17)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026', 1);
    INSERT INTO annotation (id, filing_id, source_start, source_end, exact, prefix, suffix, words, section_path, text_sha256, parser_version,
      verdict, created_at, modified_at, rev) VALUES ('a1', 'f1', 0, 4, 'Four', '', '', 'four', '[]', 'bb', 1, 'intact', '2026', '2026', 1);
    INSERT INTO seal (kind, id, hash) VALUES ('annotation', 'a1', x'00'), ('tag', 't1', x'00')`)
  migrate(db, 18)
  const annotation = getAnnotation(db, 'a1')
  expect(annotation).toMatchObject({ id: 'a1', selectors: { quote: { exact: 'Four' } } })
  expect(annotation && ('authorId' in annotation || 'originId' in annotation)).toBe(false)
  expect(all(db, 'SELECT kind FROM seal')).toEqual([{ kind: 'tag' }])
})
