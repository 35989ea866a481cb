import type { FilingId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** A parsed document of a filing that is in the library and not in the trash, with what tells whose it is and of when. */
export interface PrintedDocument {
  readonly key: DocumentKey
  readonly sequence: number
  readonly type: string | null
  readonly filingId: FilingId
  readonly title: string
  readonly company: string | null
  readonly cik: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly filedAt: string | null
  readonly importedAt: string
  readonly fileName: string
  /** How many prints are kept of it; 0 where none are. */
  readonly prints: number
}

/** A document that was never read, whose source is about as long as another's. */
export interface UnreadDocument {
  readonly filingId: FilingId
  readonly sequence: number
}

const WIDTH = 8

/** Keeps the prints of a document's sentences, in the order in which they are stored. */
export const putPrints = (db: WritableDb, key: DocumentKey, version: number, prints: Float64Array): void => {
  const bytes = Buffer.alloc(prints.length * WIDTH)
  prints.forEach((print, at) => bytes.writeDoubleLE(print, at * WIDTH))
  run(db, 'INSERT OR REPLACE INTO sentence_print (document_key, version, prints) VALUES ($key, $version, $prints)', { key, version,
    prints: bytes })
}

/** The prints of a document's sentences in their order; undefined where none of that version are kept. */
export const getPrints = (db: ReadableDb, key: DocumentKey, version: number): Float64Array | undefined => {
  const row = one<{ readonly prints: Buffer }>(db, PRINT_QUERIES.prints, { key, version })
  return row && Float64Array.from({ length: row.prints.length / WIDTH }, (_, at) => row.prints.readDoubleLE(at * WIDTH))
}

/** Where a print stands among those of a document, or -1: looks through the bytes, without making numbers of them. */
export const findPrint = (db: ReadableDb, key: DocumentKey, version: number, print: number): number => {
  const row = one<{ readonly prints: Buffer }>(db, PRINT_QUERIES.prints, { key, version })
  if (!row) return -1
  const wanted = Buffer.alloc(WIDTH)
  wanted.writeDoubleLE(print)
  let at = row.prints.indexOf(wanted)
  while (at >= 0 && at % WIDTH !== 0) at = row.prints.indexOf(wanted, at + 1)
  return at < 0 ? -1 : at / WIDTH
}

const DOCUMENTS = `SELECT d.key, d.sequence, d.type, f.id AS filingId, f.title, f.company, f.cik, f.form, f.exhibit, f.accession,
  f.filed_at AS filedAt, f.imported_at AS importedAt, f.file_name AS fileName, coalesce(length(p.prints), 0) / 8 AS prints
  FROM filing f JOIN document d ON d.filing_id = f.id LEFT JOIN sentence_print p ON p.document_key = d.key WHERE f.ready = 1 AND f.trashed_at IS NULL AND d.parsed = 1`

/** The queries of each look at what was seen before; their plans are held by a test. */
export const PRINT_QUERIES = {
  documents: DOCUMENTS,
  documentsOf: `${DOCUMENTS} AND f.id IN (SELECT value FROM json_each($filings))`,
  unread: `SELECT f.id AS filingId, d.sequence FROM filing f JOIN document d ON d.filing_id = f.id
    WHERE f.ready = 1 AND f.trashed_at IS NULL AND d.parsed = 0 AND d.format IN ('html', 'text')
    AND abs(d.source_end - d.source_start - $length) <= $slack ORDER BY abs(d.source_end - d.source_start - $length), d.key LIMIT $most`,
  prints: 'SELECT prints FROM sentence_print WHERE document_key = $key AND version = $version',
  sentence: 'SELECT source_start AS start, source_end AS "end" FROM sentence WHERE document_key = $key AND ordinal = $ordinal',
  sentences: 'SELECT source_start AS start, source_end AS "end" FROM sentence WHERE document_key = $key ORDER BY ordinal'
}

/** Every parsed document of the library, or of some filings of it; those of filings in the trash left out. */
export const listPrintedDocuments = (db: ReadableDb,
  filings: readonly FilingId[] | null = null): readonly PrintedDocument[] => (filings === null
    ? all<PrintedDocument>(db, PRINT_QUERIES.documents)
    : all<PrintedDocument>(db, PRINT_QUERIES.documentsOf, { filings: JSON.stringify(filings) }))

/** The unread documents whose source is as long as `length` code units, give or take `slack`; the nearest first. */
export const listUnreadDocuments = (db: ReadableDb, length: number, slack: number, most: number): readonly UnreadDocument[] =>
  all<UnreadDocument>(db, PRINT_QUERIES.unread, { length, slack, most })

/** Where a sentence of a document stands in the source, by its place among the sentences; undefined where there is none. */
export const sentenceRange = (db: ReadableDb, key: DocumentKey, ordinal: number): TextRange | undefined =>
  one<TextRange>(db, PRINT_QUERIES.sentence, { key, ordinal })

/** Where the sentences of a document stand in the source, in their order. */
export const sentenceRanges = (db: ReadableDb, key: DocumentKey): readonly TextRange[] =>
  all<TextRange>(db, PRINT_QUERIES.sentences, { key })
