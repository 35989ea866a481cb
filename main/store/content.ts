import type { Block, DeliveredDocument, DocumentEntry, FilingDocument, Section, Sentence } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { listBlocks, writeBlock } from './blocks'
import { clearContent } from './clear-content'
import { sealContent, sealLists, setListSeal } from './content-seal'
import type { DocumentKey } from './documents'
import { markParsed } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { inSteps } from './in-steps'
import { listParts, writePart } from './parts'
import { listSections, writeSection } from './sections'
import { createSentenceWriter, listSentences } from './sentences'
import { transactUnsynced } from './sql'
import { countSuggestions, writeSuggestions } from './suggestions'

/** The versions of the code that made a document's content. */
export interface ContentVersions {
  readonly parserVersion: number
  readonly detectorVersion: number
}

/** The words that a text is searched by. */
export type Fold = (text: string) => string

const ENTRY_KEYS: ReadonlySet<string> = new Set(
  ['sequence', 'type', 'filename', 'description', 'format', 'range'] satisfies (keyof DocumentEntry)[]
)
const ROW_KEYS: ReadonlySet<string> = new Set(['blocks', 'sections', 'sentences'] satisfies (keyof FilingDocument)[])

/** Writes the rows of a document one by one; yields after each. */
function* writeRows(db: WritableDb, key: DocumentKey, content: DeliveredDocument, fold: Fold): Generator<void, void> {
  const texts = new Map<NodeId, string>()
  const ordinals = new Map<NodeId, number>()
  let at = 0
  for (const block of content.blocks) {
    writeBlock(db, key, at, block, fold(block.text))
    texts.set(block.id, block.text)
    ordinals.set(block.id, at)
    at += 1
    yield
  }
  at = 0
  for (const section of content.sections) {
    writeSection(db, key, at, section)
    at += 1
    yield
  }
  const writeSentence = createSentenceWriter(db, key, texts)
  at = 0
  for (const sentence of content.sentences) {
    writeSentence(at, sentence)
    at += 1
    yield
  }
  for (const [name, body] of Object.entries(content))
    if (!ENTRY_KEYS.has(name) && !ROW_KEYS.has(name)) yield* writePart(db, key, name, body)
  yield* writeSuggestions(db, key, content, ordinals)
}

/**
 * Stores the content of a document in short steps, each a transaction of its own, so that the thread is never held for
 * long: run the generator to its end and let other work in between. Until the end the document counts as not parsed,
 * and what a cut-off run left behind is removed by the next. No step waits for the disk: the change that shows the document does.
 */
export function* storeContent(db: WritableDb, key: DocumentKey, content: DeliveredDocument, versions: ContentVersions,
  fold: Fold): Generator<void, void> {
  yield* clearContent(db, key)
  const writes = writeRows(db, key, content, fold)
  yield* inSteps(db, () => writes.next().done !== true)
  // Of what stands in the database now, not of what was meant to: a write that went wrong is seen at once.
  const seal = yield* sealContent(db, key)
  const lists = yield* sealLists(db, key)
  const suggestions = content.findings.length + content.forwardLooking.length
  transactUnsynced(db, () => {
    countSuggestions(db, key, content)
    markParsed(db, key, { ...versions, suggestions, seal })
    setListSeal(db, key, lists)
  })
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
