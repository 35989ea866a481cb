import type { TextRange } from '#contract/range'

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

/** Lower case without diacritics, as the index compares words, code unit by code unit: offsets stay what they were. */
const plain = (text: string): string => {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : text
  return /^[\0-\x7f]*$/.test(same) ? same : same.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD')[0] ?? letter)
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A phrase as the index sees it: its words, with anything between them that is no word. */
const patternOf = (phrase: string, open: boolean): string => {
  const words = plain(phrase).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
  return `(?<![\\p{L}\\p{N}])${words.map(escape).join('[^\\p{L}\\p{N}]+')}${open ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'}`
}

/** What finds the words of a query in texts; `open` says that the last one also stands for words it begins. Made once per query. */
export const createWordFinder = (words: readonly string[], open: boolean): RegExp =>
  new RegExp(words.map((word, at) => patternOf(word, open && at === words.length - 1)).join('|'), 'gu')

const atWord = (text: string, offset: number, step: -1 | 1): number => {
  let at = offset
  for (let left = 24; left > 0 && at > 0 && at < text.length && /\S/.test(text[at - 1] ?? '') && /\S/.test(text[at] ?? ''); left -= 1) at += step
  return at
}

/** Cuts the piece around the first words found out of a text, at whole words, and marks all that it shows. */
export const cutSnippet = (text: string, finder: RegExp): Snippet => {
  const searched = plain(text.slice(0, LOOK))
  finder.lastIndex = 0
  const opening = finder.exec(searched)
  const first = opening && { start: opening.index, end: opening.index + opening[0].length }
  const start = first && first.start > LEAD ? atWord(text, first.start - LEAD, 1) : 0
  const end = start + SNIPPET_LENGTH >= text.length ? text.length : Math.max(atWord(text, start + SNIPPET_LENGTH, -1), first?.end ?? 0)
  const lead = start > 0 ? '…' : ''
  const marks: TextRange[] = []
  finder.lastIndex = start
  for (let match = finder.exec(searched); match && match.index + match[0].length <= end; match = finder.exec(searched)) {
    marks.push({ start: match.index - start + lead.length, end: match.index + match[0].length - start + lead.length })
  }
  return { text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`, marks, first }
}
