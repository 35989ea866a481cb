/** Signatures as `ssh-keygen -Y sign` makes them (PROTOCOL.sshsig of OpenSSH), with Ed25519 keys. */
import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { SIGNED_FOR } from '../../../domain/exchange/pack/pack-layout'

const KEY_TYPE = 'ssh-ed25519'
const MAGIC = 'SSHSIG'
const HASH = 'sha512'
const BEGIN = '-----BEGIN SSH SIGNATURE-----'
const END = '-----END SSH SIGNATURE-----'

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const DER_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** A string of the SSH wire (RFC 4251): its length, then its bytes. */
const field = (content: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

const rawKey = (publicKey: KeyObject): Buffer => publicKey.export({ type: 'spki', format: 'der' }).subarray(DER_HEAD.length)

const keyBlob = (raw: Uint8Array): Buffer => Buffer.concat([field(KEY_TYPE), field(raw)])

const fingerprint = (raw: Uint8Array): string => `SHA256:${createHash('sha256').update(keyBlob(raw)).digest('base64').replace(/=+$/, '')}`

/** The public key as a line of a file of allowed signers: `ssh-ed25519 AAAA…`. */
export const keyLineOf = (privateKey: KeyObject): string => `${KEY_TYPE} ${keyBlob(rawKey(createPublicKey(privateKey))).toString('base64')}`

/** The fingerprint of a key as `ssh-keygen -l` shows it. */
export const fingerprintOf = (privateKey: KeyObject): string => fingerprint(rawKey(createPublicKey(privateKey)))

const signedBytes = (text: string): Buffer =>
  Buffer.concat([Buffer.from(MAGIC), field(SIGNED_FOR), field(''), field(HASH), field(createHash('sha512').update(text).digest())])

/** The signature of a text as a file: the same text and key give the same bytes. */
export const signText = (privateKey: KeyObject, text: string): string => {
  const signature = sign(null, signedBytes(text), privateKey)
  const blob = Buffer.concat([Buffer.from(MAGIC), Buffer.from([0, 0, 0, 1]), field(keyBlob(rawKey(createPublicKey(privateKey)))),
    field(SIGNED_FOR), field(''), field(HASH), field(Buffer.concat([field(KEY_TYPE), field(signature)]))])
  return `${[BEGIN, ...blob.toString('base64').match(/.{1,70}/g) ?? [], END].join('\n')}\n`
}

/** The strings of the SSH wire that bytes hold; null where they hold anything else. */
const fieldsOf = (bytes: Buffer): readonly Buffer[] | null => {
  const fields: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) return null
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    fields.push(bytes.subarray(at + 4, end))
    at = end
  }
  return fields
}

/** The part of a given length behind the name of the kind of key. */
const partOf = (bytes: Buffer | undefined, length: number): Buffer | null => {
  const [type, part, ...more] = (bytes && fieldsOf(bytes)) ?? []
  return type?.toString() === KEY_TYPE && part?.length === length && more.length === 0 ? part : null
}

const readSignature = (file: string): { readonly key: Buffer; readonly signature: Buffer } | null => {
  const rows = file.split('\n')
  if (rows[0] !== BEGIN || rows.at(-1) !== '' || rows.at(-2) !== END || rows.length > 60) return null
  const text = rows.slice(1, -2).join('')
  const blob = Buffer.from(text, 'base64')
  if (blob.toString('base64') !== text || blob.subarray(0, 10).toString('latin1') !== `${MAGIC}\0\0\0\u0001`) return null
  const [key, purpose, reserved, hash, signed, ...more] = fieldsOf(blob.subarray(10)) ?? []
  if (purpose?.toString() !== SIGNED_FOR || reserved?.length !== 0 || hash?.toString() !== HASH || more.length > 0) return null
  const raw = partOf(key, 32)
  const signature = partOf(signed, 64)
  return raw && signature ? { key: raw, signature } : null
}

/** Who signed a text, by the fingerprint of the key: `unreadable` where the file is no signature of a pack, `wrong` where it is of another text. */
export const signerOf = (file: string, text: string): { readonly fingerprint: string } | 'unreadable' | 'wrong' => {
  const read = readSignature(file)
  if (!read) return 'unreadable'
  const key = createPublicKey({ key: Buffer.concat([DER_HEAD, read.key]), format: 'der', type: 'spki' })
  return verify(null, signedBytes(text), key, read.signature) ? { fingerprint: fingerprint(read.key) } : 'wrong'
}
