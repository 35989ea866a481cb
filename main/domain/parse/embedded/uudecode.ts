import type { TextRange } from '#contract/range'

/** What a uuencoded body holds. */
export interface Uudecoded {
  /** The name on its first line. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether its last line stands there; false also where `limit` was reached before. */
  readonly complete: boolean
}

/** How far into a body its first line is looked for, in code units: a wrapper such as `<PDF>` may stand before it. */
const PROBE = 600

const BEGIN = /(?:^|[\r\n])begin [0-7]{3,4} ([^\r\n]{0,200})/

const LF = 10
const CR = 13
const SPACE = 32
const LESS = 60
const GRAVE = 96

/** Whether a line is a tag of the submission and no data: a line of data that begins with `<` has 28 bytes, and more characters. */
const isTag = (raw: string, at: number, end: number): boolean =>
  raw.charCodeAt(at) === LESS && end - at < 20 && /^<\/?(?:PDF|TEXT|XML|XBRL|DOCUMENT|TYPE)>\s*$/i.test(raw.slice(at, end))

/** The six bits of a character; what lies outside of the alphabet, or was cut from the end of a line, counts as a blank. */
const bitsAt = (raw: string, at: number, end: number): number => {
  const unit = at < end ? raw.charCodeAt(at) : SPACE
  return unit > SPACE && unit < GRAVE ? unit - SPACE : 0
}

/** The bytes of one line behind its length; what does not fit is left out. */
const decodeLine = (raw: string, from: number, end: number, length: number, into: Uint8Array, to: number): number => {
  const stop = Math.min(to + length, into.length)
  let out = to
  for (let at = from; out < stop; at += 4) {
    const triple = (bitsAt(raw, at, end) << 18) | (bitsAt(raw, at + 1, end) << 12) | (bitsAt(raw, at + 2, end) << 6) |
      bitsAt(raw, at + 3, end)
    into[out] = triple >> 16
    if (out + 1 < stop) into[out + 1] = (triple >> 8) & 255
    if (out + 2 < stop) into[out + 2] = triple & 255
    out = Math.min(out + 3, stop)
  }
  return stop
}

/** At most how many bytes a uuencoded body of this many code units holds. */
export const decodedAtMost = (length: number): number => Math.ceil(length / 4) * 3

/**
 * Decodes a uuencoded body, in time linear in the range. Forgiving: blanks cut from the ends of lines are put back, characters
 * behind the declared length of a line are left aside, empty lines are skipped, and the last line may be missing. Null where no
 * `begin` line stands at its start. At most `limit` bytes are decoded.
 */
export const uudecode = (raw: string, { start, end }: TextRange, limit: number): Uudecoded | null => {
  const begin = BEGIN.exec(raw.slice(start, Math.min(end, start + PROBE)))
  if (!begin) return null
  let at = start + begin.index + begin[0].length
  const into = new Uint8Array(Math.min(limit, decodedAtMost(end - at)))
  let out = 0
  let complete = false
  while (at < end && out < limit) {
    let stop = at
    while (stop < end && raw.charCodeAt(stop) !== LF && raw.charCodeAt(stop) !== CR) stop += 1
    const unit = stop > at ? raw.charCodeAt(at) : 0
    if (unit > GRAVE || unit < SPACE) {
      // Empty, or no line of data: `end`, or words that a program wrote between.
      if (raw.slice(at, Math.min(stop, at + 4)).trimEnd() === 'end') {
        complete = true
        break
      }
    } else if (isTag(raw, at, stop)) break
    else if (unit === GRAVE || unit === SPACE) {
      complete = true
      break
    } else out = decodeLine(raw, at + 1, stop, unit - SPACE, into, out)
    at = stop + 1
  }
  return { name: (begin[1] ?? '').trim(), bytes: into.subarray(0, out), complete }
}
