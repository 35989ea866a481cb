import type { InlineRun } from '#contract/filing'

/** Marks of notes: figures, a letter, a star, in brackets or not. */
const NOTE = /^[\s([]*(?:\d{1,2}|[a-z]|[*†‡§#]+)(?:\s?[,)\]]\s?[([]?(?:\d{1,2}|[a-z]|[*†‡§#]+))*[\s)\]]*$/i
/** What a raised figure behind it is a power of. */
const POWERED = /(?:^|[\s\d])(?:m|cm|mm|km|ft|in|mi)$/

/**
 * A stretch of a block's shown text, from `offset` on, with the raised marks of notes turned into as many spaces: "12" with a raised 2 is 12, not
 * 122. Every other place keeps its offset.
 */
export const withoutNoteMarks = (text: string, offset: number, runs: readonly InlineRun[] | undefined): string => {
  if (!runs) return text
  let out = text
  for (const { start, end, style } of runs) {
    if (style !== 'superscript') continue
    const [from, to] = [Math.max(0, start - offset), Math.min(text.length, end - offset)]
    if (to <= from || !NOTE.test(text.slice(from, to)) || POWERED.test(text.slice(0, from))) continue
    out = out.slice(0, from) + ' '.repeat(to - from) + out.slice(to)
  }
  return out
}
