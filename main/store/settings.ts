import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, run } from './sql'

/** Every setting that was ever changed, by its key; one that a bad disk made no JSON of counts as never changed. */
export const readSettings = (db: ReadableDb): ReadonlyMap<string, unknown> =>
  new Map(
    all<{ key: string; value: string }>(db, 'SELECT key, value FROM setting WHERE json_valid(value)').map((
      row
    ) => [row.key, fromJson<unknown>(row.value)])
  )

/** Stores one setting; the value is kept as JSON. */
export const writeSetting = (db: WritableDb, key: string, value: unknown): void => {
  run(db, 'INSERT INTO setting (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value', {
    key,
    value: JSON.stringify(value)
  })
}
