import type { CitedKind } from '#contract/citation'
import type { FilingId } from '#contract/ids'

/**
 * Where a chip points and what it quotes: the document, source offsets in UTF-16 code units (end exclusive) and the words as
 * shown. `filing` is null for the note's own filing; `ref` is the id of the mark, suggestion or note, null for words. A `short` chip
 * stands behind its words and shows none of its own.
 */
export interface Citation {
  readonly sequence: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly kind: CitedKind
  readonly filing: FilingId | null
  readonly ref: string | null
  readonly short: boolean
}

/** Longest quotation that a chip carries, in UTF-16 code units. */
export const MAX_QUOTE = 600

const CITED_KINDS: readonly CitedKind[] = ['words', 'annotation', 'finding', 'forward-looking', 'note']

/** Whether a stored value names what a citation can point to. */
export const isCitedKind = (value: unknown): value is CitedKind => CITED_KINDS.some((kind) => kind === value)

/** A citation of plain words of the note's own filing. */
export const wordsCitation = (sequence: number, range: { readonly start: number; readonly end: number }, quote: string): Citation => ({
  sequence,
  start: range.start,
  end: range.end,
  quote,
  kind: 'words',
  filing: null,
  ref: null,
  short: false
})

/** What a short chip shows: the way out of the note. */
export const SHORT_CHIP = '↗'

/** Longest run of quoted words that a chip shows, in UTF-16 code units; the rest is in its preview. */
const CHIP_LENGTH = 48

/** The words on the chip: the quotation on one line, cut at a word where it is long. */
export const chipWords = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim()
  if (line.length <= CHIP_LENGTH) return line
  const cut = line.slice(0, CHIP_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), CHIP_LENGTH / 2))}…`
}

/** What kind of thing a chip points to, in a word. */
const CITED: Readonly<Record<CitedKind, string>> = {
  'words': 'Passage',
  'annotation': 'Highlight',
  'finding': 'Finding',
  'forward-looking': 'Forward-looking statement',
  'note': 'Note'
}

/** The name of a chip for who hears it. */
export const chipLabel = ({ kind, filing, quote }: Pick<Citation, 'kind' | 'filing' | 'quote'>): string =>
  `${CITED[kind]}${filing === null ? '' : ' of another filing'}: ${chipWords(quote)}`
