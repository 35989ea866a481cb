import type { Selectors } from '#contract/annotation'
import type { Block, Section } from '#contract/filing'
import { createAnchorText } from './anchor-text'
import type { AnchorText } from './anchor-text'
import { makeAnchor } from './make-anchor'

/** Lays a text out as a parser does, for tests: paragraphs are blocks, a line in capitals opens a section, one that begins with "| " is a table. */
export const layOut = (raw: string): AnchorText => {
  const blocks: Block[] = []
  const headings: { title: string; start: number }[] = []
  for (const match of raw.matchAll(/[^\n]+/g)) {
    const range = { start: match.index, end: match.index + match[0].length }
    const kind = /^[A-Z -]+$/.test(match[0]) ? 'heading' : match[0].startsWith('| ') ? 'table' : 'paragraph'
    if (kind === 'heading') headings.push({ title: match[0], start: match.index })
    blocks.push({ id: `d1b${String(blocks.length + 1)}`, kind, ranges: [range], text: match[0],
      map: [0, match[0].length, range.start, match[0].length], why: 'a line' })
  }
  const sections: Section[] = headings.map(({ title, start }, at) => ({
    id: `d1c${String(at + 1)}`,
    kind: title.startsWith('RISK') ? 'risk-factors' : 'other',
    title,
    level: 1,
    part: null,
    item: null,
    range: { start, end: headings[at + 1]?.start ?? raw.length }
  }))
  return createAnchorText(blocks, sections, `hash of ${String(raw.length)} ${raw}`)
}

/** An annotation on the `nth` place (from 0) where `words` stand in a text. */
export const annotate = (raw: string, words: string, nth = 0): Selectors => {
  let start = -1
  for (let left = nth; left >= 0; left -= 1) start = raw.indexOf(words, start + 1)
  if (start < 0) throw new Error(`no words: ${words}`)
  const anchors = layOut(raw)
  const position = { start, end: start + words.length }
  return { position, ...makeAnchor(anchors, position), textSha256: anchors.textSha256, parserVersion: 1 }
}
