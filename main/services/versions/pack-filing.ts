import type { FilingDocument } from '#contract/filing'
import type { FilingSummary } from '#contract/library'
import { createTextPacker } from '../../domain/anchor/packed-text'
import type { PackedText } from '../../domain/anchor/packed-text'
import { listBlocksFrom } from '../../store/blocks'
import { listDocuments } from '../../store/documents'
import type { ReadableDb } from '../../store/handles'
import { listSections } from '../../store/sections'
import { yieldThread } from '../yield-thread'

/** How many blocks are read at a time, so that the thread is not held for longer than a frame. */
const BLOCKS_AT_ONCE = 400

/** The text of a filing, all its documents that were read, packed for the thread that looks for annotations. */
export const packFiling = async (db: ReadableDb, filing: Pick<FilingSummary, 'id' | 'textSha256'>): Promise<PackedText> => {
  const packer = createTextPacker()
  const documents = listDocuments(db, filing.id).filter(({ summary }) => summary.parsed)
  for (const { key } of documents) {
    for (let from = 0;; from += BLOCKS_AT_ONCE) {
      const blocks = listBlocksFrom(db, key, from, BLOCKS_AT_ONCE)
      packer.add(blocks)
      if (blocks.length < BLOCKS_AT_ONCE) break
      await yieldThread()
    }
  }
  return packer.finish(documents.flatMap(({ key }) => listSections(db, key)), filing.textSha256)
}

/** The text of documents that are at hand, packed the same way. */
export const packDocuments = async (documents: readonly Pick<FilingDocument, 'blocks' | 'sections'>[],
  textSha256: string): Promise<PackedText> => {
  const packer = createTextPacker()
  for (const { blocks } of documents) {
    for (let from = 0; from < blocks.length; from += BLOCKS_AT_ONCE) {
      packer.add(blocks.slice(from, from + BLOCKS_AT_ONCE))
      await yieldThread()
    }
  }
  return packer.finish(documents.flatMap(({ sections }) => sections), textSha256)
}
