import type { Encoding } from '#contract/filing'

/** Hashes and signs for a pack; the domain does neither itself. */
export interface PackTools {
  /** SHA-256 in lower-case hexadecimal; of a text of its UTF-8. */
  readonly sha256: (content: string | Uint8Array) => string
  /** SHA-256 of a text in base64. */
  readonly digest: (text: string) => string
  readonly signer: { readonly fingerprint: string; readonly sign: (text: string) => string } | null
}

/** Told how far the work is; may throw to stop it. */
export type OnPacked = (done: number, total: number) => void

/** What checking needs of its host. */
export interface CheckTools {
  readonly sha256: PackTools['sha256']
  /** Who signed a text, as `signerOf` says it. */
  readonly signerOf: (file: string, text: string) => { readonly fingerprint: string } | 'unreadable' | 'wrong'
  /** The text of UTF-8; null where the bytes are none. */
  readonly utf8: (bytes: Uint8Array) => string | null
  /** The text of bytes without a byte order mark. */
  readonly decode: (bytes: Uint8Array, encoding: Encoding) => string
  /** Checks a chain; the number of the entry where it breaks, or its head as `n-hash`. */
  readonly checkLog: (seals: string, changes: string) => { readonly brokenAt: number } | { readonly head: string | null }
  readonly onStep: OnPacked
}

/** The steps of the check, in their order. What the archive itself must be is judged when it is opened. */
export type PackStep = 'archive' | 'manifest' | 'signature' | 'chain' | 'counts' | 'words'

/** Why a pack is refused: at which step, which file of it is to blame, and what to do. */
export class PackRefused extends Error {
  constructor(readonly step: PackStep, readonly file: string, message: string, readonly remedy: string) {
    super(message)
  }
}
