import type { Block, DocumentEntry, FilingDocument, Section, Sentence } from '#contract/filing'
import { listBlocks, writeBlock } from './blocks'
import type { DocumentKey } from './documents'
import { markParsed } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { listParts, writePart } from './parts'
import { listSections, writeSection } from './sections'
import { createSentenceWriter, listSentences } from './sentences'
import { run, transact, transactUnsynced } from './sql'

/** The versions of the code that made a document's content. */
export interface ContentVersions {
  readonly parserVersion: number
  readonly detectorVersion: number
}

/** Folds a text for searching; null where the text is searched as it stands. */
export type Fold = (text: string) => string | null

const ENTRY_KEYS: ReadonlySet<string> = new Set(['sequence', 'type', 'filename', 'description', 'format', 'range'] satisfies (keyof DocumentEntry)[])
const ROW_KEYS: ReadonlySet<string> = new Set(['blocks', 'sections', 'sentences'] satisfies (keyof FilingDocument)[])

/** How long one step of storing may hold the thread, in ms; a frame of the window is 16. */
const STEP_MS = 12

/**
 * Stores the content of a document in short steps, each a transaction of its own, so that the thread is never held for
 * long: run the generator to its end and let other work in between. Until the end the document counts as not parsed,
 * and what a cut-off run left behind is removed by the next.
 */
export function* storeContent(db: WritableDb, key: DocumentKey, content: FilingDocument, versions: ContentVersions, fold: Fold): Generator<void, void> {
  transactUnsynced(db, () => { clearContent(db, key) })
  const sentence = createSentenceWriter(db, key, content.blocks)
  const steps: (() => void)[] = [
    ...content.blocks.map((block, ordinal) => () => { writeBlock(db, key, ordinal, block, fold(block.text)) }),
    ...content.sections.map((section, ordinal) => () => { writeSection(db, key, ordinal, section) }),
    ...content.sentences.map((one, ordinal) => () => { sentence(ordinal, one) }),
    ...Object.entries(content).filter(([name]) => !ENTRY_KEYS.has(name) && !ROW_KEYS.has(name))
      .map(([name, body]) => () => { writePart(db, key, name, body) })
  ]
  let next = 0
  while (next < steps.length) {
    next = transactUnsynced(db, () => {
      const start = performance.now()
      let at = next
      while (at < steps.length && (at === next || performance.now() - start < STEP_MS)) steps[at++]?.()
      return at
    })
    yield
  }
  const suggestions = content.findings.length + content.forwardLooking.length
  transact(db, () => { markParsed(db, key, versions.parserVersion, versions.detectorVersion, suggestions) })
}

const clearContent = (db: WritableDb, key: DocumentKey): void => {
  run(db, 'UPDATE document SET parsed = 0 WHERE key = $key', { key })
  run(db, 'DELETE FROM block WHERE document_key = $key', { key })
  run(db, 'DELETE FROM section WHERE document_key = $key', { key })
  run(db, 'DELETE FROM sentence WHERE document_key = $key', { key })
  run(db, 'DELETE FROM analysis WHERE document_key = $key', { key })
}

/** What `readContent` reads in place of the document's own parts. */
interface Rows {
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
}

/** Reads the content of a parsed document back exactly as it was stored. */
export const readContent = (db: ReadableDb, key: DocumentKey, entry: DocumentEntry): FilingDocument => {
  const blocks = listBlocks(db, key)
  const rows: Rows = { blocks, sections: listSections(db, key), sentences: listSentences(db, key, blocks) }
  const { sequence, type, filename, description, format, range } = entry
  return { sequence, type, filename, description, format, range, ...rows, ...listParts(db, key) }
}
