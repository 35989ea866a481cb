import type { Encoding } from '#contract/filing'
import { listOf, objectOf } from '../read-json'
import type { JsonObject } from '../read-json'
import type { PackedFiling, PackFacts } from './pack-facts'
import { PATHS } from './pack-layout'
import type { CheckTools } from './pack-tools'

/** A file of a pack that says what is not so, and what that is. */
export interface Wrong {
  readonly file: string
  readonly reason: string
}

const filingIn = (work: unknown): JsonObject | null => {
  const filings = listOf(objectOf(work)?.['filings'])
  return filings.length === 1 ? objectOf(filings[0]) : null
}

const KINDS = ['marks', 'notes', 'decisions', 'reviews'] as const

/** Whether the work of a pack is about its filings and as much as it says; the first fault, or null. */
export const checkCounts = ({ filings, counts, libraryId }: PackFacts, work: readonly unknown[]): Wrong | null => {
  const found = { marks: 0, notes: 0, decisions: 0, reviews: 0 }
  for (const [at, { work: file, sha256 }] of filings.entries()) {
    const filing = filingIn(work[at])
    if (!filing || filing['sha256'] !== sha256) return { file, reason: 'It is not the work on the filing that it is said to be.' }
    if (objectOf(work[at])?.['libraryId'] !== libraryId) return { file, reason: 'It comes from another library than the pack.' }
    for (const kind of KINDS) found[kind] += listOf(filing[kind]).length
  }
  const wrong = KINDS.find((kind) => found[kind] !== counts[kind])
  if (wrong) return { file: PATHS.facts, reason: `It counts ${String(counts[wrong])} ${wrong}; ${String(found[wrong])} are there.` }
  return counts.filings === filings.length
    ? null
    : { file: PATHS.facts, reason: `It counts ${String(counts.filings)} filings; ${String(filings.length)} are there.` }
}

/** Everything in a value that is a passage: words with their place in the text of a document. */
const passagesIn = function*(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const one of value as unknown[]) yield* passagesIn(one)
    return
  }
  const object = objectOf(value)
  if (!object) return
  if (typeof object['exact'] === 'string' && typeof object['sequence'] === 'number' && objectOf(object['range'])) yield object
  else for (const one of Object.values(object)) yield* passagesIn(one)
}

const slice = (text: string | Uint8Array, range: unknown): string | Uint8Array | null => {
  const { start, end } = objectOf(range) ?? {}
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(end) >= Number(start) &&
      Number(end) <= text.length
    ? text.slice(Number(start), Number(end))
    : null
}

/** The length of a byte order mark. */
const markLength = (bytes: Uint8Array): number => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 2 : 0
}

const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']

const shown = (words: unknown): string => `“${String(words).slice(0, 60)}”`

/** Whether all words of the work on a filing stand where they are said to, in the text and in the bytes; the first fault, or null. */
export const checkWords = ({ work: file, source: sourceFile, sha256, encoding, textSha256, texts: files }: PackedFiling, work: unknown,
  source: Uint8Array, texts: ReadonlyMap<number, string>, tools: Pick<CheckTools, 'sha256' | 'decode'>): Wrong | null => {
  if (tools.sha256(source) !== sha256) return { file: sourceFile, reason: 'These are not the bytes that the pack is about.' }
  const known = ENCODINGS.find((one) => one === encoding)
  const decoded = known === undefined ? null : tools.decode(source.subarray(markLength(source)), known)
  if (decoded !== null && tools.sha256(decoded) !== textSha256)
    return { file: sourceFile, reason: 'Its text is not the one that the work counts in.' }
  for (const passage of passagesIn(filingIn(work))) {
    const text = texts.get(Number(passage['sequence']))
    if (text === undefined) return { file, reason: `${shown(passage['exact'])} stands in a document whose text is not in the pack.` }
    if (slice(text, passage['range']) !== passage['exact'])
      return { file: files.find(({ sequence }) => sequence === passage['sequence'])?.file ?? file,
        reason: `${shown(passage['exact'])} does not stand where the work says.` }
    if (passage['bytes'] === null || decoded === null || known === undefined) continue
    const bytes = slice(source, passage['bytes'])
    if (!(bytes instanceof Uint8Array) || tools.decode(bytes, known) !== slice(decoded, passage['source']))
      return { file, reason: `${shown(passage['exact'])} is not what its bytes say.` }
  }
  return null
}
