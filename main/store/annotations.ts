import type { AnchorVerdict, Annotation } from '#contract/annotation'
import type { AnnotationId, FilingId, TagId } from '#contract/ids'
import { authoredParams, toAuthored } from './authored'
import type { AuthoredRow } from './authored'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, one, run } from './sql'

interface Row extends AuthoredRow {
  readonly id: string
  readonly filing_id: string
  readonly tag_id: string | null
  readonly source_start: number
  readonly source_end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly section_path: string
  readonly text_sha256: string
  readonly parser_version: number
  readonly verdict: AnchorVerdict
  readonly created_at: string
  readonly modified_at: string
  readonly rev: number
}

const COLUMNS = `id, filing_id, tag_id, source_start, source_end, exact, prefix, suffix, section_path, text_sha256, parser_version,
  verdict, created_at, modified_at, rev, author_id, origin_id`

/** The queries of every opening; their plans are held by a test. */
export const ANNOTATION_QUERIES = {
  list: `SELECT ${COLUMNS} FROM annotation WHERE filing_id = $filingId ORDER BY source_start, source_end, id`,
  byId: `SELECT ${COLUMNS} FROM annotation WHERE id IN (SELECT value FROM json_each($ids))`,
  byTag: `SELECT ${COLUMNS} FROM annotation WHERE tag_id = $tagId ORDER BY filing_id, source_start, id`
}

const toAnnotation = (row: Row): Annotation => ({
  id: row.id,
  filingId: row.filing_id,
  tagId: row.tag_id,
  selectors: {
    position: { start: row.source_start, end: row.source_end },
    quote: { exact: row.exact, prefix: row.prefix, suffix: row.suffix },
    sectionPath: fromJson<string[]>(row.section_path),
    textSha256: row.text_sha256,
    parserVersion: row.parser_version
  },
  verdict: row.verdict,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  rev: row.rev,
  ...toAuthored(row)
})

/** The annotations of a filing in the order of its text. */
export const listAnnotations = (db: ReadableDb, filingId: FilingId): Annotation[] =>
  all<Row>(db, ANNOTATION_QUERIES.list, { filingId }).map(toAnnotation)

/** The filings that have annotations. */
export const listAnnotatedFilings = (db: ReadableDb): FilingId[] =>
  all<{ filing_id: string }>(db, 'SELECT DISTINCT filing_id FROM annotation').map((row) => row.filing_id)

/** The annotations of every filing that carry a tag. */
export const listAnnotationsWithTag = (db: ReadableDb, tagId: TagId): Annotation[] =>
  all<Row>(db, ANNOTATION_QUERIES.byTag, { tagId }).map(toAnnotation)

/** One annotation, or undefined. */
export const getAnnotation = (db: ReadableDb, id: AnnotationId): Annotation | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM annotation WHERE id = $id`, { id })
  return row && toAnnotation(row)
}

/** The annotations of these ids, in no order; those that are not there are left out. */
export const listAnnotationsById = (db: ReadableDb, ids: readonly AnnotationId[]): Annotation[] =>
  all<Row>(db, ANNOTATION_QUERIES.byId, { ids: JSON.stringify(ids) }).map(toAnnotation)

/** Stores an annotation as it is given, new or changed; `words` is its quote folded for searching. */
export const putAnnotation = (db: WritableDb, annotation: Annotation, words: string): void => {
  const { position, quote, sectionPath, textSha256, parserVersion } = annotation.selectors
  run(db, `INSERT INTO annotation (id, filing_id, tag_id, source_start, source_end, exact, prefix, suffix, words, section_path,
      text_sha256, parser_version, verdict, created_at, modified_at, rev, author_id, origin_id)
    VALUES ($id, $filingId, $tagId, $start, $end, $exact, $prefix, $suffix, $words, $sectionPath, $textSha256, $parserVersion,
      $verdict, $createdAt, $modifiedAt, $rev, $authorId, $originId)
    ON CONFLICT (id) DO UPDATE SET tag_id = excluded.tag_id, source_start = excluded.source_start, source_end = excluded.source_end,
      exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, words = excluded.words,
      section_path = excluded.section_path, text_sha256 = excluded.text_sha256, parser_version = excluded.parser_version,
      verdict = excluded.verdict, modified_at = excluded.modified_at, rev = excluded.rev,
      author_id = excluded.author_id, origin_id = excluded.origin_id`, {
    id: annotation.id,
    filingId: annotation.filingId,
    tagId: annotation.tagId,
    start: position.start,
    end: position.end,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    words,
    sectionPath: JSON.stringify(sectionPath),
    textSha256,
    parserVersion,
    verdict: annotation.verdict,
    createdAt: annotation.createdAt,
    modifiedAt: annotation.modifiedAt,
    rev: annotation.rev,
    ...authoredParams(annotation)
  })
}

/** As `putAnnotation` for ones that are there and keep their words and the place of them, which need not be indexed anew. */
export const rejudgeAnnotations = (db: WritableDb, annotations: readonly Annotation[]): void => {
  const rows = annotations.map(({ id, tagId, verdict, modifiedAt, rev, authorId }) => ({ id, tagId, verdict, modifiedAt, rev,
    authorId: authorId ?? null })
  )
  run(db, `UPDATE annotation SET tag_id = changed.value ->> 'tagId', verdict = changed.value ->> 'verdict',
      modified_at = changed.value ->> 'modifiedAt', rev = changed.value ->> 'rev',
      author_id = changed.value ->> 'authorId'
    FROM json_each($rows) AS changed WHERE annotation.id = changed.value ->> 'id'`, { rows: JSON.stringify(rows) })
}

/** Gives annotations one tag, or none, and their next revision. */
export const retagAll = (db: WritableDb, ids: readonly AnnotationId[], tagId: TagId | null, modifiedAt: string): void => {
  run(db, 'UPDATE annotation SET tag_id = $tagId, modified_at = $modifiedAt, rev = rev + 1 WHERE id IN (SELECT value FROM json_each($ids))',
    { ids: JSON.stringify(ids), tagId, modifiedAt })
}

/** Removes annotations that no notes are about any more. */
export const deleteAnnotations = (db: WritableDb, ids: readonly AnnotationId[]): void => {
  run(db, 'DELETE FROM annotation WHERE id IN (SELECT value FROM json_each($ids))', { ids: JSON.stringify(ids) })
}
