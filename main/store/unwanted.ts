import type { SuggestionKind } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { Unwanted } from '#contract/unwanted'
import { tellingWords, unwantedTest } from '#model/unwanted'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

const COLUMNS = 'id, kind, company, exact, created_at AS createdAt'

/** What the analyst does not want suggested any more, the newest first. */
export const listUnwanted = (db: ReadableDb): Unwanted[] =>
  all<Unwanted>(db, `SELECT ${COLUMNS} FROM unwanted ORDER BY created_at DESC, id`)

/** One of them, or undefined. */
export const getUnwanted = (db: ReadableDb, id: string): Unwanted | undefined =>
  one<Unwanted>(db, `SELECT ${COLUMNS} FROM unwanted WHERE id = $id`, { id })

interface Row {
  readonly filing_id: FilingId
  readonly document_key: number
  readonly kind: SuggestionKind
  readonly node: string
  readonly words: string
  readonly company: string | null
}

const ROWS = `SELECT suggestion.filing_id, document_key, suggestion.kind, suggestion.node, words, company
  FROM suggestion JOIN filing ON filing.id = suggestion.filing_id`

/** The stored suggestions that something unwanted may hide: of its kind, with one of the words that all alike must have. */
const candidates = (db: ReadableDb, { kind, exact }: Pick<Unwanted, 'kind' | 'exact'>): Row[] => {
  const words = tellingWords(exact)
  // LIKE knows only the capitals of ASCII.
  if (words.some((word) => !/^[a-z0-9]+$/.test(word))) return all<Row>(db, `${ROWS} WHERE suggestion.kind = $kind`, { kind })
  const params = Object.fromEntries(words.map((word, at) => [`w${String(at)}`, `%${word}%`]))
  const named = words.map((_, at) => `words LIKE $w${String(at)}`).join(' OR ')
  return words.length === 0 ? [] : all<Row>(db, `${ROWS} WHERE suggestion.kind = $kind AND (${named})`, { kind, ...params })
}

const alikeIn = (rows: readonly Row[], list: readonly Unwanted[]): Row[] => {
  const tests = new Map<string | null, ReturnType<typeof unwantedTest>>()
  return rows.filter(({ company, kind, words }) => {
    const test = tests.get(company) ?? unwantedTest(list, company)
    tests.set(company, test)
    return test(kind, words)
  })
}

const setFlags = (db: WritableDb, rows: readonly Row[], flag: 0 | 1): void => {
  for (const { filing_id: filingId, kind, node } of rows)
    run(db, 'UPDATE suggestion SET unwanted = $flag WHERE filing_id = $filingId AND kind = $kind AND node = $node', { flag, filingId, kind,
      node })
  for (const key of new Set(rows.map((row) => row.document_key)))
    run(db, `UPDATE document SET to_decide = (SELECT count(*) FROM suggestion WHERE document_key = $key AND unwanted = 0) WHERE key = $key`,
      { key })
}

/** Keeps what is unwanted as it is given, new or changed, and hides the stored suggestions like it. */
export const putUnwanted = (db: WritableDb, { id, kind, company, exact, createdAt }: Unwanted): void => {
  run(db, `INSERT INTO unwanted (id, kind, company, exact, created_at) VALUES ($id, $kind, $company, $exact, $createdAt)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, company = excluded.company, exact = excluded.exact`, { id, kind, company, exact,
    createdAt })
  setFlags(db, alikeIn(candidates(db, { kind, exact }), [{ id, kind, company, exact, createdAt }]), 1)
}

/** Forgets what was unwanted; what nothing else hides is to be decided again. */
export const deleteUnwanted = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM unwanted WHERE id = $id', { id })
  const hidden = all<Row>(db, `${ROWS} WHERE unwanted = 1`)
  const still = new Set(alikeIn(hidden, listUnwanted(db)))
  setFlags(db, hidden.filter((row) => !still.has(row)), 0)
}

/** The undecided suggestions of the library that something unwanted would hide, each by its filing and node. */
export const listReached = (db: ReadableDb, unwanted: Unwanted): { readonly filingId: FilingId; readonly node: string }[] =>
  alikeIn(candidates(db, unwanted), [unwanted]).filter(({ filing_id: filingId, kind, node }) =>
    one(db, 'SELECT 1 AS known FROM decision WHERE filing_id = $filingId AND kind = $kind AND node = $node', { filingId, kind, node }) ===
      undefined
  ).map(({ filing_id: filingId, node }) => ({ filingId, node }))

/** A test of whether suggestions of a filing are unwanted. */
export const unwantedIn = (db: ReadableDb, filingId: FilingId): (kind: SuggestionKind, words: string) => boolean => {
  const list = listUnwanted(db)
  if (list.length === 0) return unwantedTest(list, null)
  const filing = one<{ company: string | null }>(db, 'SELECT company FROM filing WHERE id = $filingId', { filingId })
  return unwantedTest(list, filing?.company ?? null)
}
