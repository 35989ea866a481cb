import type { Block, DocumentEntry } from '#contract/filing'
import { parseHtmlDocument } from '../html/html-blocks'
import { withLineBreaks } from '../map/line-breaks'
import { isMarkdown, readMarkdown } from '../text/markdown'
import type { ParsedDocument } from '../parsed-document'
import { parseTextDocument } from '../text/text-blocks'
import { createTextMap } from '../map/text-map-builder'

export type { ParsedDocument } from '../parsed-document'

/** A body that is not read as text: one card that names it, and a warning that says so. */
const attachmentDocument = (raw: string, entry: DocumentEntry, prefix: string): ParsedDocument => {
  const head = raw.slice(entry.range.start, Math.min(entry.range.end, entry.range.start + 600))
  const encoded = /begin [0-7]{3,4} ([^\r\n]{1,200})/.exec(head)
  const name = encoded?.[1]?.trim() ?? entry.filename ?? ''
  const message = `${name === '' ? 'A document' : name} is not text (${
    encoded ? 'uuencoded' : 'binary'
  }) and is listed without its content.`
  const attrs: Record<string, string> = { name, encoding: encoded ? 'uuencode' : 'binary',
    length: String(entry.range.end - entry.range.start) }
  const { text, map } = createTextMap().finish()
  const block: Block = { id: `${prefix}b1`, kind: 'attachment', ranges: [entry.range], text, map, why: 'the body is no text', attrs }
  const isEmpty = entry.range.end === entry.range.start
  return {
    blocks: isEmpty ? [] : [block],
    hidden: isEmpty ? [] : [entry.range],
    facts: [],
    warnings: [{ code: encoded ? 'attachment' : 'binary-body', message, range: entry.range }]
  }
}

const readText = (raw: string, entry: DocumentEntry, prefix: string): ParsedDocument => {
  const parsed = parseTextDocument(raw, entry, prefix)
  return isMarkdown(raw, entry.range) ? readMarkdown(raw, entry.range, parsed) : parsed
}

/** Reads the body of one document by its format. Ids begin with `d` and the document's number. XML is read as marked-up text. */
export const parseDocument = (raw: string, entry: DocumentEntry): ParsedDocument => {
  const prefix = `d${entry.sequence}`
  if (entry.format === 'binary') return attachmentDocument(raw, entry, prefix)
  const parsed = entry.format === 'text' ? readText(raw, entry, prefix) : parseHtmlDocument(raw, entry, prefix)
  return { ...parsed, blocks: withLineBreaks(raw, parsed.blocks, entry.format) }
}
