import fc from 'fast-check'
import { type DocumentPiece, type FactsPiece } from '#contract/document-wire'
import { joinPieces } from '#model/join-pieces'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Block, FilingDocument, Sentence } from '#contract/filing'
import { readContent, storeContent } from './content'
import { BEHIND_QUERY } from './blocks-around'
import { COMPARED_TEXT_QUERIES } from './compared-text'
import { CONTENT_PIECE_QUERIES, readContentPieces, readFactPieces } from './content-pieces'
import { getDocument, insertDocument } from './documents'
import { insertFiling } from './filings'
import type { FilingRecord } from './filings'
import { listGroup } from './changes'
import type { WritableDb } from './handles'
import { closeDatabase } from './open'
import { all, queryPlan } from './sql'
import { ANNOTATION_QUERIES } from './annotations'
import { BLOCK_QUERIES } from './blocks'
import { CHANGE_QUERIES } from './changes'
import { DECISION_QUERIES } from './decisions'
import { DOCUMENT_QUERIES } from './documents'
import { FILING_QUERIES } from './filings'
import { FOLDER_QUERIES } from './folders'
import { NOTE_QUERIES } from './notes'
import { RISK_QUERY } from './risk-places'
import { letStop, SEARCH_QUERIES } from './search'
import { createTemporaryFolder, openOrThrow } from './temporary-database'
import type { TemporaryFolder } from './temporary-database'
import { SECTION_REVIEW_QUERIES } from './section-reviews'
import { SUGGESTION_QUERIES } from './suggestions'
import { WORK_QUERIES } from './work-counts'

let folder: TemporaryFolder
let db: WritableDb
beforeEach(() => {
  folder = createTemporaryFolder()
  db = openOrThrow(folder.path)
  insertFiling(db, FILING)
})
afterEach(() => {
  closeDatabase(db)
  folder.remove()
})

const FILING: FilingRecord = {
  id: 'f1',
  fileName: 'a.txt',
  title: 'A',
  company: null,
  form: null,
  exhibit: null,
  accession: null,
  cik: null,
  filedAt: null,
  format: 'text',
  encoding: 'utf-8',
  bytes: 10,
  sha256: 'aa',
  textSha256: 'bb',
  importedAt: 't',
  openedAt: null,
  trashedAt: null,
  period: null,
  submission: null,
  warnings: []
}

const words = fc.array(fc.constantFrom('phase', 'endpoint', '63%', '“met”', '\u200b', '—', 'a\ud83d\ude00'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' '))

const blockOf = (text: string, at: number): Block => ({
  id: `d1b${String(at)}`,
  kind: 'paragraph',
  ranges: [{ start: at * 100, end: at * 100 + text.length }],
  text,
  map: [0, text.length, at * 100, text.length],
  why: 'it stands alone',
  ...(at % 3 === 0 ? { level: 2, attrs: { page: String(at) } } : {})
})

const sentenceOf = (block: Block, text: string, at: number): Sentence => ({
  id: `d1s${String(at)}`,
  block: block.id,
  start: at,
  end: at + text.length,
  text,
  section: at % 2 === 0 ? null : 'd1c1',
  speaker: at % 5 === 0 ? 'Ann Lee, CEO' : null,
  ...(at % 2 === 0 ? { role: 'fact' as const } : {}),
  ...(at % 7 === 0 ? { ranges: [{ start: 1, end: 2 }] } : {})
})

const contents: fc.Arbitrary<FilingDocument> = fc.array(words, { maxLength: 12 }).map((texts) => {
  const blocks = texts.map(blockOf)
  return {
    sequence: 1,
    type: null,
    filename: 'a.txt',
    description: null,
    format: 'text',
    range: { start: 0, end: 5000 },
    hidden: [{ start: 3, end: 4 }],
    blocks,
    sections: [{ id: 'd1c1', kind: 'finding-1', title: 'FIRST FINDING', level: 1, part: null, item: null, range: { start: 0, end: 50 } }],
    sentences: blocks.flatMap((block,
      at) => [sentenceOf(block, block.text, at * 3), sentenceOf(block, block.text.slice(block.text.indexOf(' ') + 1), at * 3 + 1),
      sentenceOf(block, 'not in the block', at * 3 + 2)]
    ),
    facts: [],
    findings: [],
    forwardLooking: [],
    safeHarbor: null,
    figures: []
  }
})

const parse = <T>(piece: Uint8Array): T => {
  const value: T = JSON.parse(new TextDecoder().decode(piece))
  return value
}

/** A document as it is after it crossed the wire, with its facts. */
const afterWire = (key: number, content: FilingDocument): FilingDocument => {
  const { hasFacts, ...joined } = joinPieces([...readContentPieces(db, key, content)].map((piece) => parse<DocumentPiece>(piece)))
  const facts = readFactPieces(db, key).flatMap((piece) => parse<FactsPiece>(piece).facts)
  expect(hasFacts).toBe(facts.length > 0)
  return { ...joined, facts }
}

it('gives back exactly the document that was stored, whatever it holds, and again after it was stored anew', () => {
  fc.assert(fc.property(contents, contents, (first, second) => {
    const key = getDocument(db, 'f1', 1)?.key ?? insertDocument(db, 'f1', first)
    for (const content of [first, second]) {
      const steps = [...storeContent(db, key, content, { parserVersion: 4, detectorVersion: 5 }, (text) => text.replaceAll('\u200b', ''))]
      expect(steps.length).toBeGreaterThan(0)
      expect(readContent(db, key, content)).toEqual(content)
      expect(afterWire(key, content)).toEqual(content)
    }
    expect(getDocument(db, 'f1', 1)).toMatchObject({ parserVersion: 4, detectorVersion: 5, summary: { parsed: true } })
    expect(all(db, 'SELECT count(*) AS n FROM block')).toEqual([{ n: second.blocks.length }])
    db.exec("INSERT INTO block_search (block_search) VALUES ('integrity-check')")
  }), { numRuns: 40 })
})

it('counts a document as not parsed until its last step', () => {
  const content = fc.sample(contents, { numRuns: 20, seed: 7 }).find(({ blocks }) => blocks.length > 4)
  if (!content) throw new Error('no document with blocks')
  const key = insertDocument(db, 'f1', content)
  storeContent(db, key, content, { parserVersion: 1, detectorVersion: 1 }, (text) => text).next()
  expect(getDocument(db, 'f1', 1)?.summary.parsed).toBe(false)
})

it('reads nothing of an unknown group', () => expect(listGroup(db, 'none')).toEqual([]))

it.each([
  ['blocks of a document', BLOCK_QUERIES.list, { key: 1 }],
  ['blocks of a document to pass on', CONTENT_PIECE_QUERIES.blocks, { key: 1, from: 0, to: 9 }],
  ['sentences of a document to pass on', CONTENT_PIECE_QUERIES.sentences, { key: 1, from: 0, to: 9 }],
  ['parts of a document to pass on', CONTENT_PIECE_QUERIES.parts, { key: 1 }],
  ['facts of a document to pass on', CONTENT_PIECE_QUERIES.facts, { key: 1 }],
  ['blocks to compare', COMPARED_TEXT_QUERIES.blocks, { key: 1, from: 0, to: 9 }],
  ['sentences to compare', COMPARED_TEXT_QUERIES.sentences, { key: 1, from: 0, to: 9 }],
  ['figures and the safe harbor to compare', COMPARED_TEXT_QUERIES.parts, { key: 1 }],
  ['the first block behind a place', BEHIND_QUERY, { key: 1, place: 5 }],
  ['documents of a filing', DOCUMENT_QUERIES.list, { filingId: 'f1' }],
  ['one document', DOCUMENT_QUERIES.one, { filingId: 'f1', sequence: 1 }],
  ['one filing', FILING_QUERIES.one, { id: 'f1' }],
  ['a filing by its bytes', FILING_QUERIES.bySha256, { sha256: 'aa' }],
  ['annotations of a filing', ANNOTATION_QUERIES.list, { filingId: 'f1' }],
  ['annotations with a tag', ANNOTATION_QUERIES.byTag, { tagId: 't1' }],
  ['decisions of a filing', DECISION_QUERIES.list, { filingId: 'f1' }],
  ['notes of a filing', NOTE_QUERIES.list, { filingId: 'f1' }],
  ['one note', NOTE_QUERIES.one, { id: 'n1' }],
  ['the last change', CHANGE_QUERIES.lastDone, {}],
  ['the first undone change', CHANGE_QUERIES.firstUndone, {}],
  ['a group of changes', CHANGE_QUERIES.group, { groupId: 'g1' }],
  ['the change to undo', CHANGE_QUERIES.toUndo, {}],
  ['whether a group was undone', CHANGE_QUERIES.stateOfGroup, { groupId: 'g1' }],
  ['the newest changes of a filing', CHANGE_QUERIES.newestOfFiling, { filingId: 'f1', before: 9, limit: 5 }],
  ['the newest changes of a thing with its notes', CHANGE_QUERIES.newestOfThing, { thingId: 'a1', before: 9, limit: 5 }],
  ['the same text in another filing', FILING_QUERIES.sameText, { id: 'f1' }],
  ['whether a filing is in the trash', FILING_QUERIES.trashedAt, { id: 'f1' }],
  ['a folder', FOLDER_QUERIES.one, { id: 'd1' }],
  ['the filings of a folder', FOLDER_QUERIES.filings, { folderId: 'd1' }],
  ['a filing in a folder', FOLDER_QUERIES.place, { folderId: 'd1', filingId: 'f1' }],
  ['reviewed sections', SECTION_REVIEW_QUERIES.list, { filingId: 'f1' }],
  ['undecided suggestions', SUGGESTION_QUERIES.undecided, { filingId: 'f1' }],
  ['the history of a thing', CHANGE_QUERIES.ofEntity, { entity: 'note', entityId: 'n1' }]
])('finds %s by an index and never by reading a whole table', (_name, sql, params) => {
  const plan = queryPlan(db, sql, params)
  expect(plan.filter((line) => line.startsWith('SCAN') && !/^SCAN (?:CONSTANT ROW|\(subquery)/.test(line))).toEqual([])
  expect(plan.some((line) => /USING (?:COVERING )?INDEX|USING PRIMARY KEY|USING INTEGER PRIMARY KEY/.test(line))).toBe(true)
})

it('finds where a risk is spoken of by the risk, and reads no table but that of the decisions', () => {
  letStop(db, () => undefined)
  const plan = queryPlan(db, RISK_QUERY, { risks: '["a"]' })
  expect(plan.filter((line) => line.startsWith('SCAN') && !/VIRTUAL TABLE|^SCAN decision|overruled/.test(line))).toEqual([])
  expect(plan.filter((line) => line.includes('SEARCH place USING')).length).toBe(2)
})

it.each(Object.entries(SEARCH_QUERIES))('finds words of %s by their index, and the rows by their keys', (_name, sql) => {
  letStop(db, () => undefined)
  const plan = queryPlan(db, sql, { match: '"a"', most: 5, from: 0, to: 9, document: 1, keys: '[1]' })
  expect(plan.filter((line) => line.startsWith('SCAN') && !/VIRTUAL TABLE|found/.test(line))).toEqual([])
})

it('counts what the list shows by indexes alone', () => {
  const plan = queryPlan(db, FILING_QUERIES.list, { trashed: 0 })
  expect(plan.filter((line) => line.startsWith('SCAN') && !line.includes('filing'))).toEqual([])
})

it.each(Object.entries(WORK_QUERIES).filter(([name]) => name !== 'reviewed'))('counts the board’s %s from an index, in one pass',
  (_name, sql) => {
    const plan = queryPlan(db, sql, {})
    expect(plan.filter((line) => line.startsWith('SCAN') && !/USING (?:COVERING )?INDEX/.test(line))).toEqual([])
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
