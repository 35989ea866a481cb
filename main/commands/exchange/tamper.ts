import { createHash } from 'node:crypto'
import { contentIdOf } from '../../domain/exchange/pack/build-pack'
import { manifestText, readManifest } from '../../domain/exchange/pack/manifest'
import type { ManifestLine } from '../../domain/exchange/pack/manifest'
import { PATHS } from '../../domain/exchange/pack/pack-layout'
import { zipFiles } from '../../domain/exchange/package/zip-files'
import { openArchive } from '../../services/exchange/read-zip'

/** The files of a pack by their paths below its one folder. */
export type PackFiles = ReadonlyMap<string, Buffer>

/** A pack with one change, and what the refusal must name: one of these files. */
export interface TamperedPack {
  readonly change: string
  readonly bytes: Uint8Array
  readonly names: readonly string[]
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Reads the files of a good pack. */
export const filesOfPack = async (path: string): Promise<PackFiles> => {
  const archive = await openArchive(path)
  try {
    const files = new Map<string, Buffer>()
    for (const name of archive.names) files.set(name.slice(name.indexOf('/') + 1), Buffer.from(await archive.read(name)))
    return files
  } finally {
    archive.close()
  }
}

/** A generator of numbers below a bound that gives the same ones for the same seed (mulberry32). */
export const seeded = (seed: number): (below: number) => number => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Packs files again, in the folder that all of them lie in. */
export const packAgain = (files: Iterable<readonly [string, Uint8Array]>): Uint8Array =>
  zipFiles([...files].map(([path, content]) => ({ path: `deal/${path}`, content })))

const linesOf = (files: PackFiles, name: string): ManifestLine[] => {
  const read = readManifest(files.get(name)?.toString() ?? '')
  if ('wrongLine' in read) throw new Error(`${name} of a good pack is none`)
  return [...read.lines].map(([path]) => ({ path, hash: sha256(files.get(path) ?? '') }))
}

/** The same files with hashes, content id and manifests made to fit what is in them, as somebody would who knows how a pack is made. */
export const sealAnew = (files: PackFiles): PackFiles => {
  const anew = new Map(files)
  const id = contentIdOf(linesOf(anew, PATHS.manifest), String(anew.get(PATHS.facts)), sha256)
  for (const path of [PATHS.facts, PATHS.info]) {
    const pattern = path === PATHS.facts ? /(?<="contentId": ")[0-9a-f]{64}/ : /(?<=urn:sha256:)[0-9a-f]{64}/
    anew.set(path, Buffer.from(String(anew.get(path)).replace(pattern, id)))
  }
  for (const name of [PATHS.manifest, PATHS.tagManifest]) anew.set(name, Buffer.from(manifestText(linesOf(anew, name))))
  anew.delete(PATHS.signature)
  anew.set(PATHS.info, Buffer.from(String(anew.get(PATHS.info)).replace(/Redwell-Signed-By: .{1,80}/, 'Redwell-Signed-By: nobody')))
  anew.set(PATHS.tagManifest, Buffer.from(manifestText(linesOf(anew, PATHS.tagManifest))))
  return anew
}

/** The same pack with one entry of its history changed and every seal behind it made anew, so that the chain is whole and another one. */
export const rewriteHistory = (files: PackFiles): PackFiles => {
  const entries = String(files.get(PATHS.changes)).trimEnd().split('\n')
  const last = entries.length - 1
  const changed = (entries[last] ?? '').replace(/"label":"/, '"label":"Not ')
  const from = Number(/^\{"n":(\d+)/.exec(changed)?.[1])
  let prev = '0'.repeat(64)
  const seals = String(files.get(PATHS.seals)).trimEnd().split('\n').map((row, at) => {
    const digest = at + 1 === from ? sha256(changed) : /"digest":"([0-9a-f]{64})"/.exec(row)?.[1] ?? ''
    const line = `{"prev":"${prev}","n":${String(at + 1)},"digest":"${digest}"}`
    prev = sha256(line)
    return line
  })
  const anew = new Map(files)
  anew.set(PATHS.changes, Buffer.from(`${[...entries.slice(0, last), changed].join('\n')}\n`))
  anew.set(PATHS.seals, Buffer.from(`${seals.join('\n')}\n`))
  const head = `${String(seals.length)}-${prev}`
  for (const path of [PATHS.facts, PATHS.info]) anew.set(path, Buffer.from(String(anew.get(path)).replace(/\d+-[0-9a-f]{64}/, head)))
  return sealAnew(anew)
}

type Tamper = (files: PackFiles, path: string, random: (below: number) => number) => TamperedPack

const flipped = (content: Buffer, at: number, bit: number): Buffer => {
  const changed = Buffer.from(content)
  changed[at] = (changed[at] ?? 0) ^ (1 << bit)
  return changed
}

/** The files of a manifest in whose lines a byte lies: a changed hash is told as the change of the file it is of. */
const namesAt = (path: string, content: Buffer, at: number): string[] => {
  if (path !== PATHS.tagManifest) return [path]
  const row = content.toString('latin1').slice(0, at).split('\n').length - 1
  const line = content.toString('latin1').split('\n')[row] ?? ''
  return [path, line.slice(66)]
}

const flip: Tamper = (files, path, random) => {
  const content = files.get(path) ?? Buffer.alloc(0)
  const at = random(content.length)
  return { change: `flip a bit of ${path}`, names: namesAt(path, content, at),
    bytes: packAgain(new Map(files).set(path, flipped(content, at, random(8)))) }
}

const drop: Tamper = (files, path) => ({ change: `drop ${path}`, names: [path],
  bytes: packAgain([...files].filter(([name]) => name !== path)) })

const twin: Tamper = (files, path) => ({ change: `add a twin of ${path}`, names: [path, path.toUpperCase()],
  bytes: packAgain([...files, [path.toUpperCase(), Buffer.from('twin')]]) })

const rename: Tamper = (files, path) => ({ change: `rename ${path}`, names: [path, `${path}x`],
  bytes: packAgain([...files].map(([name, content]) => [name === path ? `${path}x` : name, content] as const)) })

const add: Tamper = (files, path) => ({ change: `add a file beside ${path}`, names: [`${path}.new`],
  bytes: packAgain([...files, [`${path}.new`, Buffer.from('new')]]) })

const cut: Tamper = (files, path) => ({ change: `cut ${path} short`, names: [path, ...path === PATHS.tagManifest ? [PATHS.verify] : []],
  bytes: packAgain(new Map(files).set(path, (files.get(path) ?? Buffer.alloc(0)).subarray(0, -1))) })

/** A change of the work that all hashes are made to fit: its words or its counts do not. */
const reworded: Tamper = (files, path) => {
  const [work = path] = [...files.keys()].filter((name) => name.startsWith('data/work/'))
  const changed = String(files.get(work)).replace(/"exact":"./, '"exact":"#')
  const names = [work, ...[...files.keys()].filter((name) => name.startsWith('data/text/'))]
  return { change: `reword a quotation in ${work}, sealed anew`, names,
    bytes: packAgain(sealAnew(new Map(files).set(work, Buffer.from(changed)))) }
}

const swapped: Tamper = (files, path, random) => {
  const sources = [...files.keys()].filter((name) => name.startsWith('data/sources/'))
  const source = sources[random(sources.length)] ?? path
  return { change: `change ${source}, sealed anew`, names: [source],
    bytes: packAgain(sealAnew(new Map(files).set(source, Buffer.concat([files.get(source) ?? Buffer.alloc(0), Buffer.from(' ')])))) }
}

const uncounted: Tamper = (files) => ({ change: 'count one note more, sealed anew', names: [PATHS.facts], bytes: packAgain(
  sealAnew(
    new Map(files).set(PATHS.facts,
      Buffer.from(String(files.get(PATHS.facts)).replace(/"notes": (\d+)/, (_whole, count) => `"notes": ${String(Number(count) + 1)}`)))
  )
) })

/** An entry of the history that says something else, with the manifests made to fit. */
const rewritten: Tamper = (files, _path, random) => {
  const rows = String(files.get(PATHS.changes)).split('\n')
  const at = random(rows.length - 1)
  rows[at] = (rows[at] ?? '').replace(/"at":"\d/, '"at":"9')
  return { change: `rewrite entry ${String(at + 1)} of the history, sealed anew`, names: [PATHS.seals],
    bytes: packAgain(sealAnew(new Map(files).set(PATHS.changes, Buffer.from(rows.join('\n'))))) }
}

const TAMPERS: readonly Tamper[] = [flip, flip, flip, drop, twin, rename, add, cut, reworded, swapped, uncounted, rewritten]

/** A good pack with one change, another one for each seed. */
export const tamper = (files: PackFiles, seed: number): TamperedPack => {
  const random = seeded(seed)
  const paths = [...files.keys()].filter((path) => (files.get(path)?.length ?? 0) > 0)
  const one = TAMPERS[random(TAMPERS.length)] ?? flip
  return one(files, paths[random(paths.length)] ?? PATHS.facts, random)
}
