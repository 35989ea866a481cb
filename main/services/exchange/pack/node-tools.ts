import { createHash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Encoding } from '#contract/filing'
import type { CheckTools, OnPacked, PackTools } from '../../../domain/exchange/pack/pack-tools'
import { checkLog } from './check-log'
import { fingerprintOf, signerOf, signText } from './ssh-signature'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The hashes of Node for building a pack, and the key that signs it where there is one. */
export const packTools = (key: KeyObject | null): PackTools => ({
  sha256,
  digest: (text) => createHash('sha256').update(text).digest('base64'),
  signer: key && { fingerprint: fingerprintOf(key), sign: (text) => signText(key, text) }
})

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // Bytes that are no UTF-8 are the answer here, not a fault.
    return null
  }
}

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

/** What checking a pack needs, of Node. */
export const checkTools = (onStep: OnPacked): CheckTools => ({ sha256, signerOf, utf8, decode, checkLog, onStep })
