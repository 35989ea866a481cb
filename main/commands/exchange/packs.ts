import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { stderr, stdout } from 'node:process'
import type { WorkScope } from '#contract/exchange'
import { runTask } from '../../services/exchange/exchange-task'
import { withPack } from '../../services/exchange/pack/open-pack'
import { keyLineOf } from '../../services/exchange/pack/ssh-signature'
import type { ReadableDb } from '../../store/handles'
import { must } from '../trial/must'
import { filesOfPack, tamper } from './tamper'

/** The key in a file, made where there is none; its public key stands beside it, for `ssh-keygen -Y verify -f`. */
const keyIn = (path: string): string => {
  if (!existsSync(path))
    writeFileSync(path, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const key = readFileSync(path, 'utf8')
  writeFileSync(`${path}.signers`, `ana ${keyLineOf(createPrivateKey(key))}\n`)
  return key
}

/** A library that is packed: all work on some of its filings. */
export interface Packed {
  readonly db: ReadableDb
  readonly folder: string
  readonly filingIds: readonly string[]
}

/** Writes the pack of a library, signed where a file for the key is named. */
export const writePack = async ({ db, folder, filingIds }: Packed, target: string, keyFile: string | null): Promise<void> => {
  const began = performance.now()
  const scope: WorkScope = { filingIds, suggestions: 'accepted' }
  const name = basename(target).replace(/(\.redwell)?\.zip$/, '')
  const answer = must(
    await runTask(db, folder, { kind: 'pack', scope, name, printed: [], without: [], key: keyFile === null ? null : keyIn(keyFile),
      appVersion: '0.1.0' }, () => undefined)
  )
  if (answer.kind !== 'written') return
  for (const { bytes } of answer.files) writeFileSync(target, bytes)
  stderr.write(`packed in ${String(Math.round(performance.now() - began))} ms\n`)
}

/** Checks a pack as taking it in does, without a library: 0 where it is whole. */
export const checkPackFile = async (path: string): Promise<number> => {
  const answer = await withPack(path, () => undefined,
    ({ facts, signedBy }) => ({ name: facts.name, counts: facts.counts, head: facts.log?.head ?? null, signedBy }))
  if (answer.ok) stdout.write(`whole ${JSON.stringify(answer.value)}\n`)
  else stdout.write(`refused ${answer.failure.place ?? ''}: ${answer.failure.message}\n`)
  return answer.ok ? 0 : 1
}

/** Makes packs with one change each and checks them: 0 where every one is refused with the name of what was changed. */
export const tamperPacks = async (path: string, count: number): Promise<number> => {
  const files = await filesOfPack(path)
  const folder = mkdtempSync(join(tmpdir(), 'redwell-tamper-'))
  let wrong = 0
  try {
    for (let seed = 1; seed <= count; seed += 1) {
      const { change, bytes, names } = tamper(files, seed)
      const changed = join(folder, 'changed.zip')
      writeFileSync(changed, bytes)
      const answer = await withPack(changed, () => undefined, () => null)
      const place = answer.ok ? '' : answer.failure.place ?? ''
      if (!answer.ok && names.some((name) => place.endsWith(name))) continue
      wrong += 1
      stdout.write(`${String(seed)} ${change}: ${answer.ok ? 'not refused' : `${place}: ${answer.failure.message}`}\n`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  stdout.write(`${String(count)} packs with one change each: ${String(count - wrong)} refused with the right name\n`)
  return wrong === 0 ? 0 : 1
}
