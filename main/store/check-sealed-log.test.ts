import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkChain } from '#model/check-chain'
import { appendChanges, firstUndoneChange, lastDoneChange, markGroup } from './changes'
import { headOf, sha256 } from './change-seals'
import { checkSealedLog } from './check-sealed-log'
import type { LogVerdict } from './check-sealed-log'
import type { WritableDb } from './handles'
import { SCHEMA_VERSION } from './migrate'
import { headAtLine, headOfFilings, listSealed, readSealedLog } from './read-sealed-log'
import { all, one, run } from './sql'
import { copyOf, databaseAtVersion } from './temporary-database'

const check = (db: WritableDb, from: Parameters<typeof checkSealedLog>[1] = null): LogVerdict => {
  for (const walk = checkSealedLog(db, from);;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}

/** An act of so many changes about a filing, an undo, or a redo. */
type Act = number | 'undo' | 'redo'

const BY = { at: '2026-12-02T09:00:00.000Z', author: 'Ana' }

const act = (db: WritableDb, what: Act, name: string): void => {
  if (what === 'undo' || what === 'redo') {
    const change = what === 'undo' ? lastDoneChange(db) : firstUndoneChange(db)
    if (change) markGroup(db, change.groupId, what === 'undo' ? 'yes' : 'no', BY)
    return
  }
  appendChanges(db,
    Array.from({ length: what },
      (_, at) => ({ ...BY, groupId: name, label: 'Highlight', entity: 'annotation' as const, entityId: `${name}/${String(at)}`,
        filingId: at % 2 === 0 ? 'f1' : 'f2', before: null, after: `{"n":${String(at)}}` })))
}

const acts = fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom('undo' as const, 'redo' as const)), { minLength: 2,
  maxLength: 10 }).map((some): readonly Act[] => [2, ...some, 1])

const EMPTY = databaseAtVersion(SCHEMA_VERSION)
// A bad hand asks no trigger.
EMPTY.exec(
  `DROP TRIGGER change_seal_is_kept; DROP TRIGGER change_seal_is_fixed; DROP TRIGGER change_log_is_kept; DROP TRIGGER change_log_is_fixed`
)

/** A library with a history, without the triggers that refuse to change it. */
const libraryOf = (some: readonly Act[]): WritableDb => {
  const db = copyOf(EMPTY)
  for (const [at, what] of some.entries()) act(db, what, `g${String(at)}`)
  return db
}

const breaks = (db: WritableDb): number => {
  const verdict = check(db)
  expect(verdict.whole).toBe(false)
  return verdict.whole ? -1 : verdict.n
}

const LOG_COLUMNS = ['group_id', 'at', 'author', 'label', 'entity', 'entity_id', 'filing_id', 'before', 'after'] as const
const SEAL_COLUMNS = ['kind', 'group_id', 'at', 'author', 'detail', 'salt', 'digest', 'prev'] as const

let opened: WritableDb[] = []
beforeEach(() => {
  opened = []
})
afterEach(() => {
  for (const db of opened) db.close()
})

const open = (some: readonly Act[]): WritableDb => {
  const db = libraryOf(some)
  opened.push(db)
  return db
}

describe('the sealed log', () => {
  it('is whole whatever was done, undone and done again, and each act has its lines', () => {
    fc.assert(fc.property(acts, (some) => {
      const db = open(some)
      expect(check(db)).toEqual({ whole: true, head: headOf(db) })
      const sealed = listSealed(db, 0, 1000)
      expect(sealed.filter(({ seq }) => seq !== null)).toHaveLength(one<{ n: number }>(db, 'SELECT count(*) AS n FROM change_log')?.n ?? -1)
      for (const { line } of sealed) expect(check(db, headAtLine(db, line.n))).toEqual({ whole: true, head: headOf(db) })
      const { lines, events } = readSealedLog(db, 'everything')
      expect(checkChain(lines, events, sha256)).toEqual({ whole: true, head: headOf(db) })
    }), { numRuns: 40 })
  })

  it('names the line whose row, or whose change, was changed in any column', () => {
    fc.assert(
      fc.property(acts, fc.nat(),
        fc.constantFrom(...LOG_COLUMNS.map((column) => ['change_log', 'seq', column] as const),
          ...SEAL_COLUMNS.map((column) => ['change_seal', 'n', column] as const)), (some, pick, [table, key, column]) => {
        const db = open(some)
        const rows = all<{ key: number; n: number }>(db, table === 'change_seal'
          ? "SELECT n AS key, n FROM change_seal WHERE kind IN ('undo', 'redo') OR $column IN ('kind', 'salt', 'digest', 'prev', 'detail')"
          : "SELECT change_seq AS key, n FROM change_seal WHERE change_seq IS NOT NULL AND $column <> ''", { column })
        const row = rows[pick % Math.max(rows.length, 1)]
        if (!row) return
        run(db, `UPDATE ${table} SET ${column} = coalesce(${column}, '') || 'x' WHERE ${key} = $key`, { key: row.key })
        expect(breaks(db)).toBe(row.n)
      }),
      { numRuns: 200 }
    )
  })

  it('names the place of a line, or a change, that is gone, put in, or out of its order', () => {
    fc.assert(fc.property(acts, fc.nat(), (some, pick) => {
      const count = listSealed(open(some), 0, 1000).length
      const k = 1 + pick % (count - 1)
      const gone = open(some)
      run(gone, 'DELETE FROM change_seal WHERE n = $k', { k })
      expect(breaks(gone)).toBe(k)
      const changeGone = open(some)
      const seq = listSealed(changeGone, k - 1, 1)[0]?.seq ?? 1
      run(changeGone, 'DELETE FROM change_log WHERE seq = $seq', { seq })
      expect(breaks(changeGone)).toBe(one<{ n: number }>(changeGone, 'SELECT n FROM change_seal WHERE change_seq = $seq', { seq })?.n)
      const swapped = open(some)
      for (const [from, to] of [[k, -1], [k + 1, k], [-1, k + 1]] as const)
        run(swapped, 'UPDATE change_seal SET n = $to WHERE n = $from', { from, to })
      expect(breaks(swapped)).toBe(k)
    }), { numRuns: 40 })
  })

  it('names a change that no line seals, at the end and, where its number was free, within', () => {
    const put = (db: WritableDb, seq: number): number =>
      run(db, `INSERT INTO change_log (seq, group_id, at, author, label, entity, entity_id, undone)
      VALUES ($seq, 'g', '2026', 'A', 'x', 'tag', 't', 'no')`, { seq })
    const end = open([2, 1])
    put(end, 9)
    expect(check(end)).toMatchObject({ whole: false, n: 4, fault: 'unsealed' })
    const within = open([2])
    within.exec("UPDATE sqlite_sequence SET seq = 5 WHERE name = 'change_log'")
    act(within, 2, 'g2')
    expect(check(within).whole).toBe(true)
    put(within, 4)
    expect(check(within)).toMatchObject({ whole: false, n: 3, fault: 'unsealed' })
  })

  it('names a change that is said to stand, or not to, against what the log tells', () => {
    fc.assert(fc.property(acts, fc.nat(), fc.constantFrom('no', 'yes', 'left', 'x'), (some, pick, undone) => {
      const db = open(some)
      const rows = all<{ seq: number; n: number }>(db,
        'SELECT c.seq, s.n FROM change_log AS c JOIN change_seal AS s ON s.change_seq = c.seq WHERE c.undone <> $undone', { undone })
      const row = rows[pick % Math.max(rows.length, 1)]
      if (!row) return
      run(db, 'UPDATE change_log SET undone = $undone WHERE seq = $seq', { undone, seq: row.seq })
      expect(check(db)).toMatchObject({ whole: false, n: row.n, fault: 'undone' })
    }), { numRuns: 60 })
  })
})

describe('what leaves of the log', () => {
  it('holds all lines up to the last that tells of a filing, the texts of that filing alone, and is not changed by later work elsewhere', () => {
    const db = open([2, 1, 'undo', 'redo'])
    const log = readSealedLog(db, { filings: ['f2'] })
    expect(log.lines.map(({ n }) => n)).toEqual([1, 2])
    expect(log.events.map(({ n }) => n)).toEqual([2])
    expect(log.events.every(({ text }) => text.includes('"f2"') && !text.includes('"f1"'))).toBe(true)
    expect(checkChain(log.lines, log.events, sha256)).toEqual({ whole: true, head: headOfFilings(db, ['f2']) })
    act(db, 1, 'later')
    expect(readSealedLog(db, { filings: ['f2'] })).toEqual(log)
    expect(readSealedLog(db, { filings: ['f1'] }).events.map(({ n }) => n)).toEqual([1, 3, 4, 5, 6])
    expect(readSealedLog(db, { filings: ['f3'] })).toEqual({ lines: [], events: [] })
    expect(headOfFilings(db, ['f3'])).toBeNull()
  })
})
