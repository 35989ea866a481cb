import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WrittenFormat } from '#contract/exchange'
import type { Services } from '../../services/create-services'
import { runTask } from '../../services/exchange/exchange-task'
import { readWorkFile } from '../../services/exchange/read-work-file'
import { libraryIdOf } from '../../services/work/people'
import { one } from '../../store/sql'
import { must } from '../trial/must'
import { partsOf, wordFileOf } from './answer-word'
import { FOREIGN_FILES } from './foreign-files'
import type { ThrowAway } from './throw-away'

/** A stream of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export const numbersFrom = (seed: number): () => number => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** A file that could come in, whole. */
export interface WholeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const WRITTEN: readonly WrittenFormat[] = ['json', 'w3c', 'docx', 'xlsx', 'csv', 'markdown', 'html', 'qdpx']

/** One file of each kind that can come in, and of kinds that cannot: what a library writes of its work, and what other tools write. */
export const wholeFiles = async ({ services: { library }, filingId }: ThrowAway): Promise<readonly WholeFile[]> => {
  const files: WholeFile[] = FOREIGN_FILES.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))
  for (const format of WRITTEN) {
    const answer = must(
      await runTask(library.db, library.folder, { kind: 'write', format, wholeText: false, appVersion: '1',
        scope: { filingIds: [filingId], suggestions: 'none' } }, () => undefined)
    )
    if (answer.kind === 'written') files.push(...answer.files.map(({ path, bytes }) => ({ name: path.replaceAll('/', '-'), bytes })))
  }
  return files
}

const SIGNS = ['"', '<', '&', ',', '{', ']', '\n', '\u0000', '\u202e', '\ud83d\ude42', '<!DOCTYPE a>', ']]>', '-1e999', 'null', '__proto__',
  '\ufeff'].map((sign) => new TextEncoder().encode(sign))

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** Bytes that were cut, changed, put in, doubled or moved in a few places. */
export const mutate = (bytes: Uint8Array, next: () => number): Uint8Array => {
  let out = bytes
  const deeds = 1 + Math.floor(next() * 4)
  for (let deed = 0; deed < deeds; deed += 1) {
    const at = Math.floor(next() * (out.length + 1))
    const to = Math.min(out.length, at + 1 + Math.floor(next() ** 3 * 400))
    const kind = Math.floor(next() * 6)
    if (kind === 0) out = joined([out.subarray(0, at), out.subarray(to)])
    else if (kind === 1) out = joined([out.subarray(0, at), SIGNS[Math.floor(next() * SIGNS.length)] ?? new Uint8Array(), out.subarray(at)])
    else if (kind === 2) out = joined([out.subarray(0, to), out.subarray(at, to), out.subarray(to)])
    else if (kind === 3) out = joined([out.subarray(at, to), out.subarray(0, at), out.subarray(to)])
    else if (kind === 4) out = out.subarray(0, Math.floor(next() * (out.length + 1)))
    else {
      out = new Uint8Array(out)
      out[at] = Math.floor(next() * 256)
    }
  }
  return out
}

const ODD: readonly unknown[] = [null, true, -1, 1e308, '', 'x', '\ud800', [], {}, [[]], { type: 'TextQuoteSelector', exact: '' },
  '2026-13-45', 'urn:uuid:00000000-0000-4000-8000-000000000001', Array.from({ length: 300 }, () => 0)]

/** A value of JSON in which one thing somewhere is gone, doubled or something odd. */
const mutateValue = (value: unknown, next: () => number): unknown => {
  const odd = (): unknown => ODD[Math.floor(next() * ODD.length)]
  if (typeof value !== 'object' || value === null || next() < 0.05) return odd()
  if (Array.isArray(value)) {
    if (value.length === 0) return [odd()]
    const at = Math.floor(next() * (value.length + 1))
    const rest: readonly unknown[] = value
    if (next() < 0.15) return next() < 0.5 ? rest.toSpliced(at, 1) : [...rest, rest[at], odd()]
    return rest.with(Math.min(at, Math.max(0, rest.length - 1)), mutateValue(rest[at], next))
  }
  const entries = Object.entries(value)
  const at = Math.floor(next() * entries.length)
  return Object.fromEntries(
    entries.flatMap(([key, inner], place) => place !== at ? [[key, inner]] : next() < 0.1 ? [] : [[key, mutateValue(inner, next)]])
  )
}

/** XML in which one tag or one attribute is changed so that it may still be well-formed. */
const mutateXml = (xml: string, next: () => number): string => {
  const ends = [...xml.matchAll(/<[^<>]*\/>|="[^"<>]*"/g)]
  const found = ends[Math.floor(next() * ends.length)]
  if (!found) return xml
  const [words] = found
  const odd = ['="0"', '="-1"', '="x"', '="99999999999"', '=""'][Math.floor(next() * 5)] ?? ''
  const put = words.startsWith('=') ? odd : next() < 0.5 ? '' : words + words
  return xml.slice(0, found.index) + put + xml.slice(found.index + words.length)
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const encode = (words: string): Uint8Array => new TextEncoder().encode(words)

/** Every second time the shape of a file stays: its values, its tags or its words are changed, and not its bytes anywhere. */
const mutated = ({ name, bytes }: WholeFile, next: () => number): Uint8Array => {
  if (next() < 0.5) return mutate(bytes, next)
  if (/\.json(?:ld)?$/.test(name)) return encode(JSON.stringify(mutateValue(JSON.parse(text(bytes)), next)))
  if (!/\.(?:docx|qdpx)$/.test(name)) return mutate(bytes, next)
  const parts = partsOf(bytes)
  const names = Object.keys(parts).filter((path) => /comments|document\.xml$|custom|qde$|sources/.test(path))
  const path = names[Math.floor(next() * names.length)] ?? ''
  const part = parts[path] ?? ''
  return wordFileOf({ ...parts, [path]: next() < 0.8 ? mutateXml(part, next) : text(mutate(encode(part), next)) })
}

/** How many files were read, and refused as a whole. */
export interface MutationTally {
  readonly read: number
  readonly refused: number
}

const changesOf = ({ library }: Services): number =>
  one<{ readonly changes: number }>(library.db, 'SELECT total_changes() AS changes')?.changes ?? Number.NaN

const readOnce = async ({ library }: Services, path: string): Promise<'read' | 'refused'> => {
  const file = await readWorkFile(path)
  if (!file.ok) return 'refused'
  const { text, archive, name } = file.value
  const answer = await runTask(library.db, library.folder, { kind: 'read', text, archive, fileName: name, libraryId: libraryIdOf(library) },
    () => undefined)
  if (!answer.ok) {
    if (!answer.failure.message || !answer.failure.remedy) throw new Error('a refusal without words or remedy')
    return 'refused'
  }
  if (answer.value.kind !== 'read') throw new Error('not read')
  const { read, imported, orphaned, duplicate, quarantined } = answer.value.plan.counts
  if (read !== imported + orphaned + duplicate + quarantined) throw new Error('the outcomes do not add up')
  return 'read'
}

/**
 * Reads mutated files against a library: none may throw, each must add up or be refused with a remedy, and the library must stay as it is.
 * @throws with the seed of the file that failed, which alone makes it again
 */
export const readMutations = async (ground: ThrowAway, count: number, from = 1): Promise<MutationTally> => {
  const whole = await wholeFiles(ground)
  libraryIdOf(ground.services.library)
  const before = changesOf(ground.services)
  const folder = mkdtempSync(join(tmpdir(), 'redwell-mutated-'))
  const tally = { read: 0, refused: 0 }
  try {
    for (let seed = from; seed < from + count; seed += 1) {
      const file = whole[seed % whole.length]
      if (!file) break
      const path = join(folder, file.name)
      writeFileSync(path, mutated(file, numbersFrom(seed)))
      try {
        tally[await readOnce(ground.services, path)] += 1
      } catch (error) {
        throw new Error(`seed ${String(seed)}, ${file.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
      if (changesOf(ground.services) !== before) throw new Error(`seed ${String(seed)}, ${file.name}: the library was changed`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return tally
}
