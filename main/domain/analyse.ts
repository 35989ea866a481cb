import type { Block, DocumentEntry, Encoding, FileFormat, FilingDocument, Submission, Warning } from '#contract/filing'
import { detect } from './detect/detect'
import type { Classifier } from './detect/judge/classifier'
import { LEARNT } from './detect/judge/weights'
import { readContainer } from './parse/file/container'
import { decodeBytes, type TextCodec } from './parse/file/decode'
import { parseDocument } from './parse/file/parse-document'
import { sniffFormat } from './parse/file/sniff-format'
import { findSections } from './segment/sections'
import { isNarrative } from './segment/narrative'
import { differenceWarnings } from './detect/figures/difference-warnings'
import { segmentSentences } from './segment/sentences'
import { markQuotes } from './segment/quotations'

export { DETECTOR_VERSION, PARSER_VERSION } from './versions'

/** A file decoded and laid out, none of its documents read yet. `encoding` is null and `raw` empty where it is no text. */
export interface OpenedFile {
  readonly raw: string
  readonly encoding: Encoding | null
  readonly format: FileFormat
  readonly submission: Submission | null
  readonly documents: readonly DocumentEntry[]
  readonly warnings: readonly Warning[]
}

/** The stages of reading one document, in order. */
export type AnalysisStage = 'parsing' | 'segmenting' | 'detecting'

/** One document's analysis, with what the reader should know of it. */
export interface AnalysedDocument {
  readonly document: FilingDocument
  readonly warnings: readonly Warning[]
}

const BINARY_NAMES: Readonly<Partial<Record<FileFormat, string>>> = { pdf: 'a PDF', image: 'an image', binary: 'a binary file' }

/** Where characters hide that a reader cannot see or that turn the order of words; at most one warning of each sort. */
const characterWarnings = (raw: string): Warning[] => {
  const out: Warning[] = []
  // eslint-disable-next-line no-control-regex
  if (!/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\udb40]/.test(raw)) return out
  // eslint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000e-\u001f\u007f]/.exec(raw)
  if (control)
    out.push({ code: 'control-characters', message: 'The text holds control characters.',
      range: { start: control.index, end: control.index + 1 } })
  const bidi = /[\u202a-\u202e\u2066-\u2069]/.exec(raw)
  if (bidi)
    out.push({ code: 'bidi-controls', message: 'The text holds characters that change the direction of writing.',
      range: { start: bidi.index, end: bidi.index + 1 } })
  const unseen = /[\u200b-\u200d\u2060\u00ad]|\udb40[\udc00-\udc7f]/.exec(raw)
  if (unseen)
    out.push({ code: 'hidden-text', message: 'The text holds characters of no width, which a reader cannot see.',
      range: { start: unseen.index, end: unseen.index + unseen[0].length } })
  return out
}

/**
 * Decodes a file and lists its documents; the work is linear in the file and reads no document. `encoding`, the reader's
 * own choice, overrides the evidence. Never throws for what the bytes hold.
 */
export const openFile = (bytes: Uint8Array, codec: TextCodec, encoding?: Encoding): OpenedFile => {
  const early = encoding ? 'text' : sniffFormat(bytes, null)
  const kind = BINARY_NAMES[early]
  if (kind) {
    const container = readContainer('', early)
    const warning: Warning = { code: 'binary-body', message: `The file is ${kind} and has no text to read.` }
    return { raw: '', encoding: null, format: early, submission: null, documents: container.documents, warnings: [warning] }
  }
  const decoded = decodeBytes(bytes, codec, encoding)
  const format = sniffFormat(bytes, decoded.raw)
  const container = readContainer(decoded.raw, format)
  const warnings = [...decoded.warnings, ...container.warnings, ...characterWarnings(decoded.raw)]
  if (BINARY_NAMES[format]) warnings.push({ code: 'binary-body', message: 'The file is not text of any known encoding.' })
  return { raw: decoded.raw, encoding: decoded.encoding, format, submission: container.submission, documents: container.documents,
    warnings }
}

/** Numbers the blocks in the order of their first range. */
const inOrder = (blocks: readonly Block[]): readonly Block[] => {
  for (let at = 1; at < blocks.length; at += 1) {
    const before = blocks[at - 1]?.ranges[0]?.start ?? 0
    if ((blocks[at]?.ranges[0]?.start ?? before) < before) {
      return [...blocks].sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0))
    }
  }
  return blocks
}

/** Warnings that say which document of several they are about. */
const saidOf = (warnings: readonly Warning[], { sequence, type }: DocumentEntry, { documents }: OpenedFile): readonly Warning[] => {
  if (documents.length < 2) return warnings
  const name = `Document ${String(sequence)}${type === null || type === '' ? '' : `, ${type}`}`
  return warnings.map((warning) => ({ ...warning, message: `${name}: ${warning.message}` }))
}

/**
 * Parses, segments and reads one document of an opened file. `onStage` is told of each stage as it begins and may throw
 * to stop the work. `classifier` is the judge beside the rules: the shipped one unless told otherwise, null for the rules alone. The result is
 * the same every time.
 */
export const analyseDocument = (opened: OpenedFile, entry: DocumentEntry, onStage?: (stage: AnalysisStage) => void,
  classifier: Classifier | null = LEARNT): AnalysedDocument => {
  const prefix = `d${entry.sequence}`
  onStage?.('parsing')
  const parsed = parseDocument(opened.raw, entry)
  onStage?.('segmenting')
  const blocks = markQuotes(inOrder(parsed.blocks))
  const sections = findSections(blocks, { entry, submission: opened.submission, prefix })
  // Most values of a data document are no prose; its narrative fields and notes are.
  const sentences = segmentSentences(entry.format === 'xml' ? blocks.filter(isNarrative) : blocks, sections, prefix)
  onStage?.('detecting')
  const detection = detect({ entry, submission: opened.submission, blocks, sections, sentences, facts: parsed.facts, prefix,
    ...(classifier ? { classifier } : {}) })
  const document: FilingDocument = {
    ...entry,
    hidden: parsed.hidden,
    blocks,
    sections,
    sentences: sentences.map((sentence) => {
      const role = detection.roles.get(sentence.id)
      return role ? { ...sentence, role } : sentence
    }),
    facts: parsed.facts,
    findings: detection.findings,
    forwardLooking: detection.forwardLooking,
    safeHarbor: detection.safeHarbor,
    figures: detection.figures
  }
  return { document, warnings: saidOf([...parsed.warnings, ...differenceWarnings(detection.figures)], entry, opened) }
}
