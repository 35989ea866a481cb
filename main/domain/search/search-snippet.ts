import type { TextRange } from '#contract/range'
import type { MarkFinder } from './search-match'
import { searchWords } from './search-text'

/** A piece of a text that shows where words were found, with the ranges of the words in the piece and in the whole. */
export interface Snippet {
  readonly text: string
  /** Ranges into `text`. */
  readonly marks: readonly TextRange[]
  /** The range of the first mark in the whole text; null where no word was found. */
  readonly first: TextRange | null
}

/** How much of a text a snippet shows, in code units: two to three lines of a list. */
const SNIPPET_LENGTH = 200

/** How much of it stands before the first hit. */
const LEAD = 60

/** How far into a text words are looked for: beyond that a snippet shows its beginning. */
const LOOK = 200_000

const atWord = (text: string, offset: number, step: -1 | 1): number => {
  let at = offset
  for (let left = 24; left > 0 && at > 0 && at < text.length && /\S/.test(text[at - 1] ?? '') && /\S/.test(text[at] ?? ''); left -= 1)
    at += step
  return at
}

/** Cuts the piece around the first words found out of a text, at whole words, and marks all that it shows. */
export const cutSnippet = (text: string, finder: MarkFinder): Snippet => {
  const found = finder.find(searchWords(text.slice(0, LOOK)))
  const first = found[0] ?? null
  const start = first && first.start > LEAD ? atWord(text, first.start - LEAD, 1) : 0
  const end = start + SNIPPET_LENGTH >= text.length ? text.length : Math.max(atWord(text, start + SNIPPET_LENGTH, -1), first?.end ?? 0)
  const lead = start > 0 ? '…' : ''
  const marks = found.filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ start: mark.start - start + lead.length, end: mark.end - start + lead.length }))
  return { text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`, marks, first }
}
