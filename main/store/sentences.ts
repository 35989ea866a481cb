import type { Block, Sentence } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, run } from './sql'

interface Row {
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

type More = Omit<Sentence, 'id' | 'block' | 'start' | 'end' | 'text' | 'section' | 'speaker'>

const INSERT = `INSERT INTO sentence (document_key, ordinal, node, block, source_start, source_end, section, speaker, text_start,
  text_length, text, more)
  VALUES ($key, $ordinal, $node, $block, $start, $end, $section, $speaker, $textStart, $textLength, $text, $more)`

const textsOf = (blocks: readonly Block[]): ReadonlyMap<NodeId, string> => new Map(blocks.map((block) => [block.id, block.text]))

/** A function that stores the sentences of one document, to be called in their order: a sentence is kept as a slice of its block, whose words `texts` has. */
export const createSentenceWriter = (db: WritableDb, key: DocumentKey,
  texts: ReadonlyMap<NodeId, string>): (ordinal: number, sentence: Sentence) => void => {
  let block: NodeId | null = null
  let cursor = 0
  return (ordinal, sentence) => {
    const { id, block: within, start, end, text, section, speaker, ...more } = sentence
    if (within !== block) cursor = 0
    block = within
    const found = texts.get(within)?.indexOf(text, cursor) ?? -1
    if (found >= 0) cursor = found + text.length
    run(db, INSERT, {
      key,
      ordinal,
      node: id,
      block: within,
      start,
      end,
      section,
      speaker,
      textStart: Math.max(found, 0),
      textLength: text.length,
      text: found >= 0 ? null : text,
      more: Object.keys(more).length === 0 ? null : JSON.stringify(more satisfies More)
    })
  }
}

/** The sentences of a document in their order. */
export const listSentences = (db: ReadableDb, key: DocumentKey, blocks: readonly Block[]): Sentence[] => {
  const texts = textsOf(blocks)
  return all<Row>(db, `SELECT node, block, source_start, source_end, section, speaker, text_start, text_length, text, more
    FROM sentence WHERE document_key = $key ORDER BY ordinal`, { key }).map((row) => ({
    id: row.node,
    block: row.block,
    start: row.source_start,
    end: row.source_end,
    text: row.text ?? texts.get(row.block)?.slice(row.text_start, row.text_start + row.text_length) ?? '',
    section: row.section,
    speaker: row.speaker,
    ...(row.more === null ? {} : fromJson<More>(row.more))
  }))
}
