import { Buffer } from 'node:buffer'

/** A file written another way, to be read again. `sameText` says that nothing was cut, so that the same blocks are due. */
export interface Variant {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sameText: boolean
}

/** The 27 characters of windows-1252 that are not in Latin-1, by the bytes 0x80 to 0x9F they stand on. */
const CP1252 = new Map(
  [...'\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178']
    .map((sign,
      index) => [sign,
      [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99,
        0x9a, 0x9b, 0x9c, 0x9e, 0x9f][index] ?? 0x3f]
    )
)

/** The text in windows-1252; null where it holds a character that has no place there, or would be read as UTF-8 again. */
const toWindows1252 = (raw: string): Uint8Array | null => {
  const bytes = new Uint8Array(raw.length)
  let high = 0
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at)
    const byte = unit < 0x80 || (unit >= 0xa0 && unit <= 0xff) ? unit : CP1252.get(raw.charAt(at))
    if (byte === undefined) return null
    if (byte >= 0x80) high += 1
    bytes[at] = byte
  }
  return high > 0 ? bytes : null
}

/** The file in UTF-16, both orders, and in windows-1252 where its characters allow. */
export const reencoded = (raw: string): Variant[] => {
  const little = Buffer.from(`\ufeff${raw}`, 'utf16le')
  const out: Variant[] = [
    { name: 'utf-16le', bytes: little, sameText: true },
    { name: 'utf-16be', bytes: Buffer.from(little).swap16(), sameText: true }
  ]
  const latin = toWindows1252(raw)
  if (latin) out.push({ name: 'windows-1252', bytes: latin, sameText: true })
  return out
}

/** The file with CR LF at every line end. */
export const withCrLf = (raw: string): Variant => ({ name: 'crlf', bytes: Buffer.from(raw.replace(/\r\n|\r|\n/g, '\r\n'), 'utf8'),
  sameText: true })

/** The file cut at three points that follow from `seed` and its length alone. */
export const truncated = (bytes: Uint8Array, seed: number): Variant[] => {
  let state = (seed ^ bytes.length) >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x1_0000_0000
  }
  return [0, 1, 2].map((): Variant => {
    const end = Math.max(1, Math.floor(next() * bytes.length))
    return { name: `cut at ${end}`, bytes: bytes.subarray(0, end), sameText: false }
  })
}
