import { createCipheriv, createDecipheriv, createPrivateKey, generateKeyPairSync, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SigningKey } from '#contract/pack'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { fingerprintOf, keyLineOf } from './ssh-signature'

/** What the system keeps secrets with; `isThere` is false where it keeps none, or only in plain sight. */
export interface Vault {
  readonly isThere: () => boolean
  readonly lock: (secret: string) => Promise<Uint8Array>
  /** @throws where the system does not open it any more */
  readonly unlock: (locked: Uint8Array) => Promise<string>
}

/** A system that keeps nothing: keys are then locked by a passphrase. */
export const NO_VAULT: Vault = { isThere: () => false, lock: () => Promise.reject(new Error('no vault')),
  unlock: () => Promise.reject(new Error('no vault')) }

const FILE = 'signing-key.json'

/** The cost of scrypt (RFC 7914): 2^15 and 8 take 32 MB and a tenth of a second. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Bytes of an AES-256 key, of the nonce and of the salt. */
const KEY_BYTES = 32
const NONCE_BYTES = 12
const SALT_BYTES = 16

/** The shortest passphrase that is taken, in signs. */
export const SHORTEST_PASSPHRASE = 8

const KEPT = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal('system'), fingerprint: z.string(), line: z.string(), secret: z.string() }),
  z.object({ kept: z.literal('passphrase'), fingerprint: z.string(), line: z.string(), secret: z.string(), salt: z.string(),
    nonce: z.string(), tag: z.string() })
])
type Kept = z.infer<typeof KEPT>

const readKept = (folder: string): Kept | null => {
  const path = join(folder, FILE)
  return existsSync(path) ? KEPT.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** The key of the library in a data folder; null where there is none. */
export const signingKeyOf = (folder: string): SigningKey | null => {
  const kept = readKept(folder)
  return kept && { kept: kept.kept, fingerprint: kept.fingerprint, line: kept.line }
}

const lockedBy = (passphrase: string, secret: string): Pick<Extract<Kept, { kept: 'passphrase' }>, 'secret' | 'salt' | 'nonce' | 'tag'> => {
  const salt = randomBytes(SALT_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, COST), nonce)
  const locked = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return { secret: locked.toString('base64'), salt: salt.toString('base64'), nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64') }
}

const openedBy = (passphrase: string, kept: Extract<Kept, { kept: 'passphrase' }>): string => {
  const key = scryptSync(passphrase.normalize('NFKC'), Buffer.from(kept.salt, 'base64'), KEY_BYTES, COST)
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(kept.nonce, 'base64'))
  cipher.setAuthTag(Buffer.from(kept.tag, 'base64'))
  return Buffer.concat([cipher.update(Buffer.from(kept.secret, 'base64')), cipher.final()]).toString('utf8')
}

const writeKept = async (folder: string, kept: Kept): Promise<void> => {
  const draft = join(folder, `${FILE}.part`)
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(kept, null, 1)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, join(folder, FILE))
}

const makeKey = async (folder: string, vault: Vault, passphrase: string | null): Promise<Result<string>> => {
  if (passphrase === null && !vault.isThere())
    return fail('export-failed', 'This system cannot keep a key.', { remedy: 'Give a passphrase to lock the key with, or do not sign.' })
  if (passphrase !== null && passphrase.length < SHORTEST_PASSPHRASE)
    return fail('export-failed', `The passphrase is shorter than ${String(SHORTEST_PASSPHRASE)} signs.`, {
      remedy: 'Choose a longer one, or do not sign.'
    })
  const { privateKey } = generateKeyPairSync('ed25519')
  const secret = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const known = { fingerprint: fingerprintOf(privateKey), line: keyLineOf(privateKey) }
  await writeKept(folder, passphrase === null
    ? { kept: 'system', ...known, secret: Buffer.from(await vault.lock(secret)).toString('base64') }
    : { kept: 'passphrase', ...known, ...lockedBy(passphrase, secret) })
  return ok(secret)
}

/**
 * The private key of the library in a data folder, as PKCS#8 in PEM; the first time it is made and kept by the system, or locked with the
 * passphrase where one is given. The key never stands on the disk unlocked.
 */
export const openSigningKey = async (folder: string, vault: Vault, passphrase: string | null): Promise<Result<string>> => {
  const kept = readKept(folder)
  if (!kept) return makeKey(folder, vault, passphrase)
  if (kept.kept === 'passphrase' && passphrase === null)
    return fail('export-failed', 'The key is locked with a passphrase.', { remedy: 'Type the passphrase, or do not sign.' })
  try {
    const secret = kept.kept === 'system' ? await vault.unlock(Buffer.from(kept.secret, 'base64')) : openedBy(passphrase ?? '', kept)
    return fingerprintOf(createPrivateKey(secret)) === kept.fingerprint ? ok(secret) : fail('export-failed', 'The key is another one.')
  } catch (error) {
    const place = error instanceof Error ? error.message : String(error)
    return kept.kept === 'passphrase'
      ? fail('export-failed', 'This is not the passphrase of the key.', { remedy: 'Type it again, or do not sign.', place })
      : fail('export-failed', 'The system does not open the key any more.', { place,
        remedy: `Do not sign, or move the file ${FILE} out of the data folder: a new key is then made, which others must compare anew.` })
  }
}
