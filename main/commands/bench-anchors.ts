import type { AnchorVerdict } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import { isAttached } from '#model/verdict'
import { analyseDocument, openFile } from '../domain/analyse'
import { createAnchorText, levelQuote } from '../domain/anchor/anchor-text'
import type { AnchorText } from '../domain/anchor/anchor-text'
import { compareWords } from '../domain/anchor/guards'
import { makeAnchor } from '../domain/anchor/make-anchor'
import { createTextPacker, unpackText } from '../domain/anchor/packed-text'
import type { PackedText } from '../domain/anchor/packed-text'
import { seekPlaces } from '../domain/anchor/seek-places'
import type { SoughtWords } from '../domain/anchor/seek-places'
import { codec } from '../worker/codec'
import { timed } from './bench-floor'
import { seeded } from './generate-release'

/** What looking for many annotations in an edited version of a filing took. */
export interface AnchorBench {
  readonly annotations: number
  /** All of them, with laying both texts out, in ms. */
  readonly ms: number
  /** One of them, in microseconds. */
  readonly each: number
  /** One search for each quote, word for word, from the beginning of the text to its first place, in ms: what any reader of quotes takes. */
  readonly floor: number
  readonly verdicts: Readonly<Partial<Record<AnchorVerdict, number>>>
  /** How many re-attached by themselves to words that do not say the same; every one is a fault. */
  readonly wrong: number
}

/** One sentence of so many is edited in the newer version. */
const EDITED = 6

const EDITS: readonly ((words: string) => string)[] = [
  (words) => words.replace(/\d/, (digit) => String((Number(digit) + 3) % 10)),
  (words) => words.replace(/ (is|are|was|were|will|may|has|have) /, ' $1 not '),
  (words) => words.replace(/\b[a-z]{7,}\b/, 'altogether'),
  () => '',
  (words) => words.replace(' ', '  '),
  (words) => `${words} ${words}`
]

const readAll = (bytes: Uint8Array): { raw: string; documents: FilingDocument[] } => {
  const opened = openFile(bytes, codec)
  return { raw: opened.raw, documents: opened.documents.map((entry) => analyseDocument(opened, entry).document) }
}

/** The text with some of its sentences edited, those that no markup cuts. */
const editSome = (raw: string, documents: readonly FilingDocument[], random: () => number): string => {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of documents.flatMap((document) => document.sentences).sort((a, b) => a.start - b.start)) {
    const words = raw.slice(start, end)
    if (start < from || /[<&]/.test(words) || random() > 1 / EDITED) continue
    pieces.push(raw.slice(from, start), EDITS[Math.floor(random() * EDITS.length)]?.(words) ?? words)
    from = end
  }
  return [...pieces, raw.slice(from)].join('')
}

const pack = (documents: readonly FilingDocument[], name: string): PackedText => {
  const packer = createTextPacker()
  for (const { blocks } of documents) packer.add(blocks)
  return packer.finish(documents.flatMap(({ sections }) => sections), name)
}

/** Annotations on whole sentences, on parts of them and on single words, spread over the filing. */
const annotate = (anchors: AnchorText, documents: readonly FilingDocument[], count: number, random: () => number): SoughtWords[] => {
  const sentences = documents.flatMap((document) => document.sentences)
  return Array.from({ length: count }, (_, n) => {
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? { start: 0, end: 1 }
    const length = sentence.end - sentence.start
    const share = random()
    const position = share < 0.6
      ? { start: sentence.start, end: sentence.end }
      : { start: sentence.start, end: sentence.start + Math.max(3, Math.floor(length * share * 0.5)) }
    return { key: String(n), selectors: { position, ...makeAnchor(anchors, position), textSha256: 'old', parserVersion: 1 } }
  })
}

/** Makes an edited version of a filing, annotates the filing in `count` places and looks for all of them in the other. */
export const benchAnchors = (bytes: Uint8Array, count: number): AnchorBench => {
  const random = seeded(11)
  const older = readAll(bytes)
  const newer = readAll(Buffer.from(editSome(older.raw, older.documents, random), 'utf8'))
  const anchors = createAnchorText(older.documents.flatMap(({ blocks }) => blocks), older.documents.flatMap(({ sections }) => sections),
    'old')
  const sought = annotate(anchors, older.documents, count, random)
  const [origin, target] = [pack(older.documents, 'old'), pack(newer.documents, 'new')]
  const verdicts: Partial<Record<AnchorVerdict, number>> = {}
  let wrong = 0
  let found: ReturnType<typeof seekPlaces> = []
  const ms = timed(() => {
    found = seekPlaces(sought, unpackText(target), unpackText(origin), () => undefined)
  })
  const { text } = unpackText(target)
  const floor = timed(() => {
    for (const { selectors } of sought) text.indexOf(levelQuote(selectors.quote.exact))
  })
  found.forEach(({ verdict, place }, at) => {
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
    if (!isAttached(verdict)) return
    const edit = compareWords(levelQuote(sought[at]?.selectors.quote.exact ?? ''), levelQuote(place?.quote.exact ?? ''))
    if (edit !== 'same' && edit !== 'typographic') wrong += 1
  })
  return { annotations: found.length, ms, each: (ms * 1000) / Math.max(1, found.length), floor, verdicts, wrong }
}
