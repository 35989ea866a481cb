import type { HistoryHead } from '#contract/sealed-log'

/** How many digits of the hash the short form shows: 64 bits, in four groups. */
const SHORT = 16

/** A head as a reader compares it by eye: “1284 · 3f9c 02ab 77d1 e05b”. */
export const shortHead = ({ n, hash }: HistoryHead): string =>
  `${String(n)} · ${[0, 4, 8, 12].map((at) => hash.slice(0, SHORT).slice(at, at + 4)).join(' ')}`

/** A head as it is handed on whole: its number, a hyphen, 64 digits. `readHead` reads it. */
export const wholeHead = ({ n, hash }: HistoryHead): string => `${String(n)}-${hash}`

const WHOLE = /^([1-9]\d{0,14})[\s·-]+([0-9a-f]{64})$/

/** Reads the whole form of a head, with white space or a middle dot for the hyphen as well; null where the words are none. */
export const readHead = (words: string): HistoryHead | null => {
  const [, n, hash] = WHOLE.exec(words.trim().toLowerCase()) ?? []
  return n === undefined || hash === undefined ? null : { n: Number(n), hash }
}
