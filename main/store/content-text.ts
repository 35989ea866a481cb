import type { DocumentEntry } from '#contract/filing'
import type { DocumentKey } from './documents'
import type { ReadableDb } from './handles'
import { EMPTY_PARTS, PART_QUERY } from './parts'
import { listSections } from './sections'
import { all } from './sql'

/** How many rows are read at a time before everything else gets its turn: a few milliseconds' work. */
const ROWS = 500

/** The queries of every opening; their plans are held by a test. */
export const CONTENT_TEXT_QUERIES = {
  blocks: 'SELECT kind, text, body FROM block WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal',
  sentences: `SELECT node, block, source_start, source_end, section, speaker, text_start, text_length, text, more
    FROM sentence WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal`
}

interface BlockRow {
  readonly kind: string
  readonly text: string
  readonly body: string
}

interface SentenceRow {
  readonly node: string
  readonly block: string
  readonly source_start: number
  readonly source_end: number
  readonly section: string | null
  readonly speaker: string | null
  readonly text_start: number
  readonly text_length: number
  readonly text: string | null
  readonly more: string | null
}

/** The members of a JSON object or list, without what holds them. */
const inner = (json: string): string => json.slice(1, -1)

const idIn = (body: string): string => {
  const { id }: { readonly id: string } = JSON.parse(body)
  return id
}

/** The id at the head of a block's body: an object is written with its id first. */
const ID = /^\{"id":"([^"\\]*)"/

function* blocksText(db: ReadableDb, key: DocumentKey, texts: Map<string, string>): Generator<void, string> {
  const written: string[] = []
  for (let from = 0; ; from += ROWS) {
    const rows = all<BlockRow>(db, CONTENT_TEXT_QUERIES.blocks, { key, from, to: from + ROWS })
    for (const { kind, text, body } of rows) {
      texts.set(ID.exec(body)?.[1] ?? idIn(body), text)
      written.push(`{${inner(body)},"kind":${JSON.stringify(kind)},"text":${JSON.stringify(text)}}`)
    }
    if (rows.length < ROWS) return `[${written.join(',')}]`
    yield
  }
}

function* sentencesText(db: ReadableDb, key: DocumentKey, texts: ReadonlyMap<string, string>): Generator<void, string> {
  const written: string[] = []
  for (let from = 0; ; from += ROWS) {
    const rows = all<SentenceRow>(db, CONTENT_TEXT_QUERIES.sentences, { key, from, to: from + ROWS })
    for (const row of rows) {
      const text = row.text ?? texts.get(row.block)?.slice(row.text_start, row.text_start + row.text_length) ?? ''
      const { node: id, block, source_start: start, source_end: end, section, speaker } = row
      const own = JSON.stringify({ id, block, start, end, text, section, speaker })
      written.push(row.more === null || row.more === '{}' ? own : `{${inner(own)},${inner(row.more)}}`)
    }
    if (rows.length < ROWS) return `[${written.join(',')}]`
    yield
  }
}

/** The parts as members of an object; the pieces of a list follow each other. */
const partsText = (db: ReadableDb, key: DocumentKey): string => {
  const pieces = new Map<string, string[]>()
  for (const { part, body } of all<{ part: string; body: string }>(db, PART_QUERY, { key })) {
    const known = pieces.get(part)
    if (known) known.push(body)
    else pieces.set(part, [body])
  }
  const whole = ([first = 'null', ...more]: readonly string[]): string => more.length === 0 ? first : `[${[first, ...more].map(inner).join(',')}]`
  return Object.entries(EMPTY_PARTS)
    .map(([part, empty]) => `${JSON.stringify(part)}:${whole(pieces.get(part) ?? [JSON.stringify(empty)])}`).join(',')
}

/**
 * Reads the content of a parsed document as the JSON of what `readContent` gives, made of the JSON that is stored: nothing of it is
 * taken apart on the way. In steps that do not hold the thread; run the generator to its end.
 */
export function* readContentText(db: ReadableDb, key: DocumentKey, entry: DocumentEntry): Generator<void, string> {
  const { sequence, type, filename, description, format, range } = entry
  const texts = new Map<string, string>()
  const blocks = yield* blocksText(db, key, texts)
  yield
  const sentences = yield* sentencesText(db, key, texts)
  yield
  const own = JSON.stringify({ sequence, type, filename, description, format, range })
  return `{${inner(own)},"blocks":${blocks},"sections":${JSON.stringify(listSections(db, key))},"sentences":${sentences},${partsText(db, key)}}`
}
