import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withPack } from '../../services/exchange/pack/open-pack'
import { createOwnLibrary, doWork, packOf } from '../../services/exchange/pack/testing/pack-fixture'
import { valueOf } from '../../services/testing/temporary-library'
import { filesOfPack, packAgain, rewriteHistory, sealAnew, tamper } from './tamper'
import type { PackFiles } from './tamper'

const folder = mkdtempSync(join(tmpdir(), 'redwell-tampered-'))
const path = join(folder, 'pack.zip')
let files: PackFiles

beforeAll(async () => {
  const library = await createOwnLibrary('Ana Lyst')
  writeFileSync(path, await packOf(library, await doWork(library)))
  await library.remove()
  files = await filesOfPack(path)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const refusalOf = async (bytes: Uint8Array): Promise<string | null> => {
  const changed = join(folder, 'changed.zip')
  writeFileSync(changed, bytes)
  const opened = await withPack(changed, () => undefined, () => null)
  return opened.ok ? null : `${opened.failure.place ?? ''}: ${opened.failure.message}`
}

it('a pack that is only packed again, or sealed anew without a change, is whole', async () => {
  expect(await refusalOf(packAgain(files))).toBeNull()
  expect(await refusalOf(packAgain(sealAnew(files)))).toBeNull()
})

it('twenty packs with one change each are refused, each with the name of what was changed', async () => {
  const changes = new Set<string>()
  for (let seed = 1; seed <= 20; seed += 1) {
    const { change, bytes, names } = tamper(files, seed)
    changes.add(change.split(' ')[0] ?? '')
    const refusal = await refusalOf(bytes)
    expect(refusal, `${String(seed)}: ${change}`).not.toBeNull()
    expect(names.some((name) => refusal?.split(': ')[0]?.endsWith(name)), `${change}: ${String(refusal)}`).toBe(true)
  }
  expect(changes.size, 'kinds of changes').toBeGreaterThan(6)
})

it('one flipped byte of each of its files is found in that file', async () => {
  for (const [name, content] of files) {
    const changed = Buffer.from(content)
    changed[0] = (changed[0] ?? 0) ^ 1
    const refusal = await refusalOf(packAgain(new Map(files).set(name, changed)))
    expect(refusal, name).not.toBeNull()
    if (name !== 'tagmanifest-sha256.txt') expect(refusal?.startsWith(`${name}: `), `${name}: ${String(refusal)}`).toBe(true)
  }
})

it('an entry of the history that is changed, dropped or doubled breaks its chain, whatever the manifests say', async () => {
  const rows = String(files.get('data/log/changes.jsonl')).trimEnd().split('\n')
  const seals = String(files.get('data/log/seal.jsonl')).trimEnd().split('\n')
  const last = JSON.parse(rows.at(-1) ?? '') as { n: number }
  const withFile = (name: string, lines: readonly string[]): Promise<string | null> =>
    refusalOf(packAgain(sealAnew(new Map(files).set(name, Buffer.from(`${lines.join('\n')}\n`)))))
  const changed = (rows.at(-1) ?? '').replace(/"label":"/, '"label":"Not ')
  expect(await withFile('data/log/changes.jsonl', [...rows.slice(0, -1), changed])).toContain(
    `The chain of the history is broken at ${String(last.n)}.`
  )
  expect(await withFile('data/log/changes.jsonl', [...rows, rows[0] ?? ''])).toContain('The chain of the history is broken at 1.')
  expect(await withFile('data/log/seal.jsonl', seals.filter((_line, at) => at !== 1))).toContain('The chain of the history is broken at 2.')
})

it('a history sealed anew throughout is whole, and refused as rewritten where an earlier pack of the same library was taken in', async () => {
  const rewritten = join(folder, 'rewritten.zip')
  writeFileSync(rewritten, packAgain(rewriteHistory(files)))
  const stranger = await createOwnLibrary('Cleo')
  expect((await stranger.services.packTaker.read(rewritten)).ok).toBe(true)
  await stranger.remove()
  const ben = await createOwnLibrary('Ben')
  const { token } = valueOf(await ben.services.packTaker.read(path))
  valueOf(await ben.services.packTaker.takeIn(token, []))
  const answer = await ben.services.packTaker.read(rewritten)
  expect(answer.ok ? '' : answer.failure.message).toContain('The history was rewritten')
  await ben.remove()
})
