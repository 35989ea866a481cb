import Database from 'better-sqlite3'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'

/** What the cheapest honest work on a text takes, in milliseconds. */
export interface FloorTimes {
  readonly tokens: number
  readonly sentences: number
  readonly insert: number
}

/** Runs `work` and gives the milliseconds it took. */
export const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The shown text of HTML as htmlparser2 hands it out, and how long that takes; plain text is returned as it is. */
const tokens = (raw: string, html: boolean): { text: string; ms: number } => {
  if (!html) return { text: raw, ms: 0 }
  const parts: string[] = []
  const ms = timed(() => {
    const parser = new Parser({ ontext: (text) => parts.push(text) }, { decodeEntities: true })
    parser.write(raw)
    parser.end()
  })
  return { text: parts.join(' '), ms }
}

/**
 * The floor that the pipeline is measured against: htmlparser2 tokens (for HTML), `Intl.Segmenter` sentences over the text and
 * one durable FTS5 insert of it into the database at `path`.
 */
export const measureFloor = (raw: string, html: boolean, path: string): FloorTimes => {
  const { text, ms } = tokens(raw, html)
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  let count = 0
  const sentences = timed(() => {
    for (const segment of segmenter.segment(text)) count += segment.segment.length
  })
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS floor USING fts5(text)')
  const statement = db.prepare('INSERT INTO floor (text) VALUES (?)')
  const insert = timed(() => statement.run(text))
  db.close()
  if (count !== text.length) throw new Error('The segmenter lost text.')
  return { tokens: ms, sentences, insert }
}

/** Commits `times` small rows durably and gives the milliseconds of each, sorted: the floor of saving a note. */
export const measureCommits = (path: string, times: number): readonly number[] => {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const statement = db.prepare('INSERT INTO row (body) VALUES (?)')
  const each = Array.from({ length: times }, (_, at) =>
    timed(() => {
      statement.run(`A note of some words, number ${at}.`.repeat(8))
    }))
  db.close()
  return each.sort((a, b) => a - b)
}

/** Asks the index of the library in the data folder for each of the queries, in FTS5's own words, best thirty first; the milliseconds of each. */
export const measureBareSearches = (dataFolder: string, queries: readonly string[]): readonly number[] => {
  const db = new Database(join(dataFolder, 'library.db'), { readonly: true })
  const statement = db.prepare('SELECT rowid FROM block_search WHERE block_search MATCH ? ORDER BY rank LIMIT 30')
  const each = queries.map((query) => timed(() => statement.all(query)))
  db.close()
  return each
}
