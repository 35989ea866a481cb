import { readForeignJson } from '../read-json'
import { contentIdOf } from './build-pack'
import { checkCounts, checkWords } from './check-words'
import { readManifest } from './manifest'
import type { ManifestLine } from './manifest'
import type { PackFacts } from './pack-facts'
import { isPackPath, PACK_FORMAT, PACK_SCHEMA, PATHS, SIGNED_BY } from './pack-layout'
import { readFacts } from './read-facts'
import { PackRefused } from './pack-tools'
import type { CheckTools, PackStep } from './pack-tools'

/** The files of a pack, as somebody's archive gives them. */
export interface PackArchive {
  readonly names: readonly string[]
  readonly read: (name: string) => Promise<Uint8Array>
}

/** A pack that was found whole. */
export interface CheckedPack {
  /** The folder in the archive that everything lies in, with `/` at its end. */
  readonly top: string
  readonly facts: PackFacts
  /** The work of each filing, in the order of `facts.filings`, as the own JSON it was read from. */
  readonly work: readonly unknown[]
  /** The fingerprint of the key that signed it; null where nobody did. */
  readonly signedBy: string | null
  /** The seals of its history, as they came; empty where there is none. */
  readonly seals: string
}

const ANEW = 'Nothing was taken in. Ask whoever made it to send it again.'

const refuse = (step: PackStep, file: string, message: string, remedy = ANEW): never => {
  throw new PackRefused(step, file, message, remedy)
}

const textOf = ({ utf8 }: CheckTools, bytes: Uint8Array, step: PackStep, file: string): string =>
  utf8(bytes) ?? refuse(step, file, 'This file is no text.')

/** The files by their path below the one folder, and that folder. */
const openBag = ({ names }: PackArchive): { readonly top: string; readonly paths: ReadonlySet<string> } => {
  const top = (names[0] ?? '').split('/', 1)[0] ?? ''
  for (const name of names) {
    if (!isPackPath(name)) refuse('archive', name, 'A pack holds no file of such a name.')
    if (!name.startsWith(`${top}/`)) refuse('archive', name, 'A pack is one folder; this file lies outside it.')
  }
  return { top: `${top}/`, paths: new Set(names.map((name) => name.slice(top.length + 1))) }
}

interface Bag {
  readonly top: string
  readonly paths: ReadonlySet<string>
  readonly read: (path: string, step: PackStep) => Promise<Uint8Array>
}

const checkManifest = async (bag: Bag, tools: CheckTools, name: string, meter: { done: number }): Promise<ReadonlyMap<string, string>> => {
  const read = readManifest(textOf(tools, await bag.read(name, 'manifest'), 'manifest', name))
  if ('wrongLine' in read) return refuse('manifest', name, `Line ${String(read.wrongLine)} of the manifest is none.`)
  for (const [path, hash] of read.lines) {
    if (!bag.paths.has(path)) refuse('manifest', path, 'This file is named in the manifest and is not there.')
    if (tools.sha256(await bag.read(path, 'manifest')) !== hash) refuse('manifest', path, 'This file was changed after the pack was made.')
    meter.done += 1
    tools.onStep(meter.done, bag.paths.size)
  }
  return read.lines
}

/** Every file is named by one of the manifests and is what it was; the two that cannot name themselves are the only others. */
const checkManifests = async (bag: Bag, tools: CheckTools): Promise<ManifestLine[]> => {
  for (const path of [PATHS.bag, PATHS.info, PATHS.manifest, PATHS.tagManifest, PATHS.verify, PATHS.facts])
    if (!bag.paths.has(path)) refuse('manifest', path, 'This file belongs to a pack and is not there.')
  const meter = { done: 0 }
  const tags = await checkManifest(bag, tools, PATHS.tagManifest, meter)
  const payload = await checkManifest(bag, tools, PATHS.manifest, meter)
  for (const path of bag.paths) {
    const isNamed = path.startsWith('data/') ? payload.has(path) : tags.has(path)
    if (!isNamed && path !== PATHS.tagManifest && path !== PATHS.signature)
      refuse('manifest', path, 'This file is in the pack and in no manifest.')
  }
  return [...payload].map(([path, hash]) => ({ path, hash }))
}

const NOT_THERE = 'The pack says that it was signed, and its signature is not there.'

const checkSignature = async (bag: Bag, tools: CheckTools): Promise<string | null> => {
  const info = textOf(tools, await bag.read(PATHS.info, 'signature'), 'signature', PATHS.info)
  const told = info.split('\n').find((line) => line.startsWith(SIGNED_BY))?.slice(SIGNED_BY.length) ?? 'nobody'
  if (!bag.paths.has(PATHS.signature)) return told === 'nobody' ? null : refuse('signature', PATHS.signature, NOT_THERE)
  const file = textOf(tools, await bag.read(PATHS.signature, 'signature'), 'signature', PATHS.signature)
  const signed = textOf(tools, await bag.read(PATHS.tagManifest, 'signature'), 'signature', PATHS.tagManifest)
  const signer = tools.signerOf(file, signed)
  if (signer === 'unreadable') return refuse('signature', PATHS.signature, 'The signature cannot be read as one.')
  if (signer === 'wrong')
    return refuse('signature', PATHS.signature, 'The signature is not of this pack: it was changed after it was signed.')
  if (signer.fingerprint !== told)
    return refuse('signature', PATHS.signature, 'The signature was made with another key than the pack says.')
  return signer.fingerprint
}

const jsonIn = async (bag: Bag, tools: CheckTools, path: string): Promise<unknown> => {
  const read = readForeignJson(textOf(tools, await bag.read(path, 'counts'), 'counts', path))
  return 'refused' in read ? refuse('counts', path, read.refused) : read.value
}

const factsIn = async (bag: Bag, payload: readonly ManifestLine[], tools: CheckTools): Promise<PackFacts> => {
  const text = textOf(tools, await bag.read(PATHS.facts, 'manifest'), 'manifest', PATHS.facts)
  const facts = readFacts(await jsonIn(bag, tools, PATHS.facts))
  if (typeof facts === 'string') return refuse('counts', PATHS.facts, `It does not say what a pack says: ${facts}.`)
  if (facts.format !== PACK_FORMAT) refuse('counts', PATHS.facts, 'This is no pack of Redwell.')
  if (facts.schema > PACK_SCHEMA)
    refuse('counts', PATHS.facts, `The pack is of form ${String(facts.schema)}; this version reads form ${String(PACK_SCHEMA)}.`,
      'Update Redwell, then try again.')
  if (contentIdOf(payload, text, tools.sha256) !== facts.contentId)
    refuse('counts', PATHS.facts, 'The content id is not that of what is in the pack.')
  return facts
}

const checkChain = async (bag: Bag, facts: PackFacts, tools: CheckTools): Promise<string> => {
  const has = [PATHS.seals, PATHS.changes].filter((path) => bag.paths.has(path)).length
  if (has === 0 && facts.log === null) return ''
  if (has !== 2 || facts.log === null) return refuse('chain', PATHS.seals, 'Only a part of the history is in the pack.')
  const seals = textOf(tools, await bag.read(PATHS.seals, 'chain'), 'chain', PATHS.seals)
  const checked = tools.checkLog(seals, textOf(tools, await bag.read(PATHS.changes, 'chain'), 'chain', PATHS.changes))
  if ('brokenAt' in checked)
    return refuse('chain', PATHS.seals, `The chain of the history is broken at ${String(checked.brokenAt)}.`,
      'Nothing was taken in. The history in it was changed; ask whoever made it.')
  const info = textOf(tools, await bag.read(PATHS.info, 'chain'), 'chain', PATHS.info)
  if (checked.head !== facts.log.head || !info.includes(`\nRedwell-History-Head: ${checked.head ?? 'none'}\n`))
    refuse('chain', PATHS.info, 'The head of the history is not the one that the pack was made with.')
  return seals
}

const workIn = async (bag: Bag, tools: CheckTools, facts: PackFacts): Promise<unknown[]> => {
  const work: unknown[] = []
  for (const filing of facts.filings) {
    for (const path of [filing.work, filing.source, ...filing.texts.map(({ file }) => file)])
      if (!bag.paths.has(path)) refuse('counts', path, `“${filing.fileName}” is told of, and this part of it is not there.`)
    work.push(await jsonIn(bag, tools, filing.work))
  }
  return work
}

/**
 * Checks a pack in this order, and throws at the first fault: its manifests, its signature, the chain of its history, its counts, its words
 * against text and bytes. Nothing of it is stored or written.
 * @throws {PackRefused}
 */
export const checkPack = async (archive: PackArchive, tools: CheckTools): Promise<CheckedPack> => {
  const { top, paths } = openBag(archive)
  const bag: Bag = { top, paths, read: (path, step) =>
    paths.has(path)
      ? archive.read(top + path)
      : Promise.reject(new PackRefused(step, path, 'This file is not there.', ANEW)) }
  const payload = await checkManifests(bag, tools)
  const signedBy = await checkSignature(bag, tools)
  const facts = await factsIn(bag, payload, tools)
  const seals = await checkChain(bag, facts, tools)
  const work = await workIn(bag, tools, facts)
  const miscounted = checkCounts(facts, work)
  if (miscounted) refuse('counts', miscounted.file, miscounted.reason)
  for (const [at, filing] of facts.filings.entries()) {
    const source = await bag.read(filing.source, 'words')
    const texts = new Map<number, string>()
    for (const { sequence, file } of filing.texts) texts.set(sequence, textOf(tools, await bag.read(file, 'words'), 'words', file))
    const wrong = checkWords(filing, work[at], source, texts, tools)
    if (wrong) refuse('words', wrong.file, wrong.reason)
  }
  return { top, facts, work, signedBy, seals }
}
