import type { Encoding, Warning } from '#contract/filing'

/** The decoders of the host. Each promises not to drop a byte order mark (it is cut off before) and not to throw. */
export interface TextCodec {
  /** The text, or null where the bytes are not valid UTF-8. */
  utf8Fatal(bytes: Uint8Array): string | null
  windows1252(bytes: Uint8Array): string
  utf16le(bytes: Uint8Array): string
  utf16be(bytes: Uint8Array): string
}

/** A file's text, decoded once; every offset of an analysis counts UTF-16 code units of `raw`. */
export interface Decoded {
  readonly raw: string
  readonly encoding: Encoding
  readonly warnings: readonly Warning[]
}

/** How many bytes are looked at for the pattern of UTF-16 without a byte order mark and for a declared charset. */
const PROBE_BYTES = 4096

/** The encoding a byte order mark names, with the mark's length in bytes. */
const readByteOrderMark = (bytes: Uint8Array): { encoding: Encoding; length: number } | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** UTF-16 without a mark: Latin text has a zero in nearly every second byte and hardly any in the others. */
const guessUtf16 = (bytes: Uint8Array): Encoding | null => {
  const length = Math.min(bytes.length, PROBE_BYTES) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

/** The number of bytes at the end that begin a UTF-8 sequence and do not finish it; 0 where the end is clean. */
const cutSequenceLength = (bytes: Uint8Array): number => {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** The charset a file declares in its first bytes, lower-case; null where it declares none. */
const declaredCharset = (bytes: Uint8Array): string | null => {
  let head = ''
  const length = Math.min(bytes.length, PROBE_BYTES)
  for (let at = 0; at < length; at += 1) head += String.fromCharCode(bytes[at] ?? 0)
  const match = /(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})/i.exec(head)
  return match?.[1]?.toLowerCase() ?? null
}

const LATIN = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'latin-1', 'us-ascii', 'ascii'])

const decodeUtf8OrLatin = (bytes: Uint8Array, codec: TextCodec): Decoded => {
  const text = codec.utf8Fatal(bytes)
  if (text !== null) return { raw: text, encoding: 'utf-8', warnings: [] }
  const cut = cutSequenceLength(bytes)
  const whole = cut > 0 ? codec.utf8Fatal(bytes.subarray(0, bytes.length - cut)) : null
  // Only a text that has other multi-byte characters proves that the odd tail is a cut one and not a Latin letter.
  if (whole !== null && whole.length < bytes.length - cut) {
    return { raw: `${whole}\ufffd`, encoding: 'utf-8',
      warnings: [{ code: 'truncated', message: 'The file ends in the middle of a character.' }] }
  }
  const raw = codec.windows1252(bytes)
  const declared = declaredCharset(bytes)
  if (declared !== null && LATIN.has(declared)) return { raw, encoding: 'windows-1252', warnings: [] }
  const message = declared === null
    ? 'The file is not valid UTF-8 and was read as windows-1252.'
    : `The file declares ${declared} but is not valid as such, and was read as windows-1252.`
  return { raw, encoding: 'windows-1252', warnings: [{ code: 'encoding-guessed', message }] }
}

const decodeAs = (bytes: Uint8Array, encoding: Encoding, codec: TextCodec): string => {
  if (encoding === 'utf-16le') return codec.utf16le(bytes)
  if (encoding === 'utf-16be') return codec.utf16be(bytes)
  if (encoding === 'windows-1252') return codec.windows1252(bytes)
  return codec.utf8Fatal(bytes) ?? codec.windows1252(bytes)
}

/**
 * Decodes a file once: a byte order mark decides, then the pattern of UTF-16, then UTF-8 where it is valid throughout,
 * else windows-1252. A mark is not part of the text. `chosen`, the reader's own choice, overrides the evidence.
 */
export const decodeBytes = (bytes: Uint8Array, codec: TextCodec, chosen?: Encoding): Decoded => {
  const mark = readByteOrderMark(bytes)
  const body = mark ? bytes.subarray(mark.length) : bytes
  if (chosen) return { raw: decodeAs(body, chosen, codec), encoding: chosen, warnings: [] }
  if (mark && mark.encoding !== 'utf-8') return { raw: decodeAs(body, mark.encoding, codec), encoding: mark.encoding, warnings: [] }
  const utf16 = mark ? null : guessUtf16(body)
  if (utf16) {
    const message = `The file has no byte order mark; its bytes follow the pattern of ${utf16.toUpperCase()}.`
    return { raw: decodeAs(body, utf16, codec), encoding: utf16, warnings: [{ code: 'encoding-guessed', message }] }
  }
  return decodeUtf8OrLatin(body, codec)
}
