import { createHash } from 'node:crypto'
import type { DocumentEntry, Encoding, FilingDocument } from '#contract/filing'
import { sentencePrints } from '../domain/compare/sentence-print'
import { analyseDocument, DETECTOR_VERSION, openFile, PARSER_VERSION } from '../domain/analyse'
import type { OpenedFile } from '../domain/analyse'
import { codec } from './codec'
import { readSource } from './kept-source'
import type { AnalysisAnswer, AnalysisRequest, AnalysisStage, WantedDocument } from './protocol'

/** Told of each stage as it begins; `done` and `total` are bytes. May throw to stop the work. */
export type OnStage = (stage: AnalysisStage, done: number, total: number) => void

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

const wanted = (documents: readonly DocumentEntry[], sequence: WantedDocument): DocumentEntry | undefined =>
  sequence === 'first'
    ? documents.find((entry) => entry.format === 'html' || entry.format === 'text') ?? documents.find((entry) => entry.format !== 'binary')
    : documents.find((entry) => entry.sequence === sequence)

/** How far each stage is through the work on a file, as parts of a hundred; measured on releases and 10-Ks. */
const PART_DONE: Readonly<Record<AnalysisStage, number>> = { reading: 0, decoding: 5, parsing: 15, segmenting: 60, detecting: 75 }

interface ReadFile {
  readonly path: string
  readonly encoding: Encoding | null
  readonly opened: OpenedFile
  readonly bytes: number
  readonly textSha256: string
}

/** A file whose documents are asked for one after the other; let go with the last of them, or with the next file. */
let kept: ReadFile | null = null

const read = ({ path, encoding, more = false }: AnalysisRequest, report: (stage: 'decoding', bytes: number) => void): ReadFile => {
  const known = kept?.path === path && kept.encoding === encoding ? kept : null
  kept = more ? known : null
  if (known) return known
  const bytes = readSource(path)
  report('decoding', bytes.length)
  const opened = openFile(bytes, codec, encoding ?? undefined)
  const textSha256 = opened.encoding === null ? sha256(bytes) : sha256(opened.raw)
  const made: ReadFile = { path, encoding, opened, bytes: bytes.length, textSha256 }
  if (more) kept = made
  return made
}

/** An answer whose document is there as a whole. */
export interface WholeAnswer extends AnalysisAnswer {
  readonly document: FilingDocument | null
}

/**
 * Reads the file at a path, decodes it, lists its documents and analyses the one asked for: the whole pure pipeline, in
 * whatever thread it is called. Nothing is analysed where the file is no text.
 */
export const analyseFile = (request: AnalysisRequest, onStage: OnStage): WholeAnswer => {
  const report = (stage: AnalysisStage, bytes: number): void => onStage(stage, Math.floor((bytes * PART_DONE[stage]) / 100), bytes)
  const { opened, bytes, textSha256 } = read(request, report)
  const entry = wanted(opened.documents, request.sequence)
  const analysed = entry
    ? analyseDocument(opened, entry, (stage) => {
      report(stage, bytes)
    })
    : null
  return {
    format: opened.format,
    encoding: opened.encoding,
    textSha256,
    submission: opened.submission,
    documents: opened.documents,
    warnings: [...opened.warnings, ...analysed?.warnings ?? []],
    document: analysed?.document ?? null,
    ...(analysed ? { prints: sentencePrints(analysed.document.sentences) } : {}),
    parserVersion: PARSER_VERSION,
    detectorVersion: DETECTOR_VERSION
  }
}

/** The decoded text of the file at a path: what every offset counts in. */
export const readText = (path: string, encoding: Encoding | null): string => openFile(readSource(path), codec, encoding ?? undefined).raw
