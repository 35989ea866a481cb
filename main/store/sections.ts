import type { Section } from '#contract/filing'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, run } from './sql'

interface Row {
  readonly node: string
  readonly kind: string
  readonly title: string
  readonly source_start: number
  readonly source_end: number
  readonly body: string
}

type Body = Omit<Section, 'id' | 'kind' | 'title' | 'range'>

/** Stores one section. */
export const writeSection = (db: WritableDb, key: DocumentKey, ordinal: number, section: Section): void => {
  const { id, kind, title, range, ...body } = section
  run(db, `INSERT INTO section (document_key, ordinal, node, kind, title, source_start, source_end, body)
    VALUES ($key, $ordinal, $node, $kind, $title, $start, $end, $body)`, {
    key,
    ordinal,
    node: id,
    kind,
    title,
    start: range.start,
    end: range.end,
    body: JSON.stringify(body satisfies Body)
  })
}

/** The sections of a document in their order. */
export const listSections = (db: ReadableDb, key: DocumentKey): Section[] =>
  all<Row>(db, 'SELECT node, kind, title, source_start, source_end, body FROM section WHERE document_key = $key ORDER BY ordinal', { key })
    .map((row) => ({
      ...fromJson<Body>(row.body),
      id: row.node,
      kind: row.kind,
      title: row.title,
      range: { start: row.source_start, end: row.source_end }
    }))
