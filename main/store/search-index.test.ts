import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from './migrate'
import { letStop } from './search'
import { INDEX_QUERIES } from './search-index'
import { SIMILAR_QUERIES } from './search-similar'
import { queryPlan } from './sql'
import { databaseAtVersion } from './temporary-database'

describe('the queries of the index and of like sentences', () => {
  const db = databaseAtVersion(SCHEMA_VERSION)
  letStop(db, () => undefined)
  const params = { match: '"a"', most: 5, key: 1, from: 0, document: 1, node: 'd1b1' }
  it.each(Object.entries({ ...INDEX_QUERIES, ...SIMILAR_QUERIES }))('%s reads no whole table', (_name, sql) => {
    expect(queryPlan(db, sql, params).filter((line) => line.startsWith('SCAN') && !line.includes('VIRTUAL TABLE'))).toEqual([])
  })
})
