import { execFileSync, spawnSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pythonOf } from '../../../domain/exchange/pack/verify-text'
import { valueOf } from '../../testing/temporary-library'
import type { TemporaryLibrary } from '../../testing/temporary-library'
import { withPack } from './open-pack'
import { keyLineOf } from './ssh-signature'
import { createOwnLibrary, doWork, noteOn, packOf } from './testing/pack-fixture'

let library: TemporaryLibrary
let filings: readonly string[]
const folder = mkdtempSync(join(tmpdir(), 'redwell-pack-'))
beforeAll(async () => {
  library = await createOwnLibrary('Ana Lyst')
  filings = await doWork(library)
})
afterAll(async () => {
  await library.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Whether a program of the machine is there that knows nothing of us. */
const has = (program: string, ...words: readonly string[]): boolean => spawnSync(program, words).error === undefined
const HAS_TOOLS = has('unzip', '-v') && has('sha256sum', '--version') && has('python3', '--version')
const HAS_SIGNER = has('unzip', '-v') && has('ssh-keygen', '-?')

const KEY = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))

const unpacked = (name: string, bytes: Uint8Array): string => {
  const target = join(folder, name)
  writeFileSync(`${target}.zip`, bytes)
  execFileSync('unzip', ['-q', `${target}.zip`, '-d', target])
  const [top = ''] = readdirSync(target)
  return join(target, top)
}

const headIn = (bag: string): string => /Redwell-History-Head: (.+)/.exec(readFileSync(join(bag, 'bag-info.txt'), 'utf8'))?.[1] ?? ''

const open = async (bytes: Uint8Array,
  name = 'opened.zip'): Promise<ReturnType<typeof withPack<{ signedBy: string | null; notes: number }>>> => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return withPack(path, () => undefined, ({ signedBy, facts }) => ({ signedBy, notes: facts.counts.notes }))
}

describe('a pack', () => {
  it('has the same bytes whenever it is made, and other work elsewhere does not change them', async () => {
    const first = await packOf(library, filings)
    library.wait(86_400_000)
    const elsewhere = await library.add('elsewhere.txt', 'ELSEWHERE\n\nNothing of this belongs to the deal, and it is another filing.\n')
    await noteOn(library, elsewhere, 'Nothing of this', 'Of another deal', 0, 'question')
    expect(Buffer.compare(first, await packOf(library, filings))).toBe(0)
    expect(Buffer.from(first).includes('Of another deal')).toBe(false)
  })

  it.skipIf(!HAS_TOOLS)('is checked by sha256sum and by the Python of its own VERIFY.txt (skipped where unzip or they are missing)',
    async () => {
      const bag = unpacked('plain', await packOf(library, filings))
      execFileSync('sha256sum', ['--quiet', '-c', 'tagmanifest-sha256.txt', 'manifest-sha256.txt'], { cwd: bag })
      const text = readFileSync(join(bag, 'VERIFY.txt'), 'utf8')
      const python = text.split('\n').filter((line) => line.startsWith('    ')).map((line) => line.slice(4)).join('\n')
      expect(python).toContain(pythonOf(true).trimEnd())
      expect(execFileSync('python3', ['-c', pythonOf(true)], { cwd: bag, encoding: 'utf8' })).toBe(`whole, head ${headIn(bag)}\n`)
      expect(headIn(bag)).toMatch(/^\d+-[0-9a-f]{64}$/)
      writeFileSync(join(bag, 'bag-info.txt'), 'x')
      expect(() => execFileSync('python3', ['-c', pythonOf(true)], { cwd: bag, stdio: 'pipe' })).toThrow('changed: bag-info.txt')
    })

  it.skipIf(!HAS_SIGNER)('signed, is verified by ssh-keygen, and by it refused after one changed sign (skipped where it is missing)',
    async () => {
      const bag = unpacked('signed', await packOf(library, filings, KEY))
      const signers = join(folder, 'signers')
      writeFileSync(signers, `ana ${keyLineOf(createPrivateKey(KEY))}\n`)
      const verify = (): string =>
        execFileSync('ssh-keygen', ['-Y', 'verify', '-f', signers, '-I', 'ana', '-n', 'redwell-pack', '-s', 'tagmanifest-sha256.txt.sig'], {
          cwd: bag,
          input: readFileSync(join(bag, 'tagmanifest-sha256.txt')),
          encoding: 'utf8'
        })
      const opened = valueOf(await open(await packOf(library, filings, KEY)))
      expect(verify()).toContain(`Good "redwell-pack" signature for ana with ED25519 key ${String(opened.signedBy)}`)
      writeFileSync(join(bag, 'tagmanifest-sha256.txt'), `${readFileSync(join(bag, 'tagmanifest-sha256.txt'), 'utf8')}\n`)
      expect(verify).toThrow()
    })

  it('is found whole by the check, unsigned and signed', async () => {
    expect(valueOf(await open(await packOf(library, filings)))).toEqual({ signedBy: null, notes: 4 })
    expect(valueOf(await open(await packOf(library, filings, KEY))).signedBy).toMatch(/^SHA256:/)
  })
})
