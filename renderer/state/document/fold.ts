import { TYPED } from '#model/typography'

/** Text in the form in which it is searched. `offsets` leads each folded code unit back to the shown one; null where they are the same. */
export interface Folded {
  readonly text: string
  readonly offsets: Int32Array | null
}

/** How one sign of the text is searched for: as it is typed, a ligature by its letters, what is not seen by nothing. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ...TYPED,
  ['\u2026', '...'],
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
  ['\ufb05', 'st'],
  ['\ufb06', 'st'],
  ['\u0091', "'"],
  ['\u0092', "'"],
  ['\u0093', '"'],
  ['\u0094', '"'],
  ['\u0096', '-'],
  ['\u0097', '-'],
  ...Array.from('\u00ad\u200b\u200c\u200d\u2060\ufeff', (sign): [string, string] => [sign, ''])
])

const isSpace = (unit: number): boolean =>
  unit === 32 || unit === 0xa0 || (unit >= 9 && unit <= 13) || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029
  || unit === 0x202f || unit === 0x205f || unit === 0x3000

/** Lower case where that keeps the length, so that offsets hold; the few letters that grow are left as they are. */
const lower = (text: string): string => {
  const whole = text.toLowerCase()
  if (whole.length === text.length) return whole
  return Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join('')
}

// Anything that a fold may change beside case: a blank other than one single space, or a code unit behind ASCII, or the backtick.
const PLAIN = /^(?:[!-_a-~]| (?! ))*$/

/**
 * Folds what a typist does not type: curly quotes, dashes, no-break spaces, ligatures, soft hyphens, line ends and runs of
 * blanks. With `matchCase` letters keep their case.
 */
export const fold = (shown: string, matchCase = false): Folded => {
  const text = matchCase ? shown : lower(shown)
  if (PLAIN.test(text)) return { text, offsets: null }
  const parts: string[] = []
  const offsets: number[] = []
  let blank = false
  for (let at = 0; at < text.length; at += 1) {
    if (isSpace(text.charCodeAt(at))) {
      if (!blank) {
        parts.push(' ')
        offsets.push(at)
      }
      blank = true
      continue
    }
    const unit = text.charAt(at)
    const written = SINGLE.get(unit) ?? unit
    if (written !== '') blank = false
    for (let step = 0; step < written.length; step += 1) offsets.push(at)
    parts.push(written)
  }
  return { text: parts.join(''), offsets: Int32Array.from(offsets) }
}

/** One hit, in shown offsets, end exclusive. */
export interface FoldHit {
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}_]/u
const isWordAt = (text: string, at: number): boolean => at >= 0 && at < text.length && WORD.test(text.charAt(at))

/** Every place of `needle` (folded the same way) in `folded`, in order and without overlap. `shownLength` is the length of the shown text. */
export const hitsIn = (folded: Folded, needle: string, shownLength: number, wholeWord = false): readonly FoldHit[] => {
  const hits: FoldHit[] = []
  if (needle === '') return hits
  const { text, offsets } = folded
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const end = at + needle.length
    const cut = (isWordAt(text, at - 1) && isWordAt(text, at)) || (isWordAt(text, end - 1) && isWordAt(text, end))
    if (wholeWord && cut) continue
    const from = offsets ? (offsets[at] ?? shownLength) : at
    const last = offsets ? (offsets[end - 1] ?? shownLength - 1) : end - 1
    const to = offsets ? Math.max(last + 1, Math.min(offsets[end] ?? shownLength, shownLength)) : end
    hits.push({ start: from, end: text.charAt(end - 1) === ' ' ? to : Math.max(last + 1, from + 1) })
  }
  return hits
}
