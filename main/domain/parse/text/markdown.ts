import type { Block, InlineRun, TableCell } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { ParsedDocument } from '../parsed-document'
import { merged, without } from '../map/source-ranges'
import { pushSource } from '../map/source-text'
import { createTextMap } from '../map/text-map-builder'
import { toSource } from '#model/text-map'

/** How much of a document is looked at to tell whether it is Markdown, in code units. */
const SAMPLE = 20_000

/** Whether a plain-text body is written in Markdown: it opens with a heading of number signs, or holds two links or more. */
export const isMarkdown = (raw: string, range: TextRange): boolean => {
  const text = raw.slice(range.start, Math.min(range.end, range.start + SAMPLE))
  return /^\s{0,200}#{1,3} \S/.test(text) || (text.match(/\[[^\]\n]{1,120}\]\((?:https?:|mailto:)[^)\s]{1,300}\)/g)?.length ?? 0) >= 2
}

/** What the marks of a block say: the stretches of shown text that are marks, and the runs they set. Offsets of the text with its marks. */
interface Marks {
  readonly cuts: TextRange[]
  readonly runs: InlineRun[]
}

/** Marks around words: what opens and closes them, and how they set the words. Each pattern is bounded. */
const PAIRS: readonly (readonly [RegExp, number, InlineRun['style']])[] = [
  [/\*\*(?=[^\s*])([^*]{1,600}?)(?<=\S)\*\*/g, 2, 'bold'],
  [/(?<![\w_])__(?=[^\s_])([^_]{1,600}?)(?<=\S)__(?![\w_])/g, 2, 'bold'],
  [/(?<![\w*])\*(?=[^\s*])([^*]{1,600}?)(?<=[^\s*])\*(?![\w*])/g, 1, 'italic'],
  [/(?<![\w_/])_(?=[^\s_])([^_]{1,600}?)(?<=[^\s_])_(?![\w_])/g, 1, 'italic'],
  [/~~(?=\S)([^~]{1,600}?)(?<=\S)~~/g, 2, 'strike']
]

const LINK = /(!?)\[([^\][]{0,300})\]\(([^()\s]{1,800})\)/g

const ESCAPED = /\\(?=[\\*_#[\]()&.>|~!-])/g

const marksOf = (text: string): Marks => {
  const cuts: TextRange[] = []
  const runs: InlineRun[] = []
  for (const match of text.matchAll(LINK)) {
    const [whole, isImage = '', words = '', href = ''] = match
    const start = match.index + isImage.length + 1
    const end = start + words.length
    const close = match.index + whole.length
    // A picture without words leaves nothing, and takes the blank behind it along.
    cuts.push({ start: match.index, end: start }, { start: end, end: words === '' && text.charAt(close) === ' ' ? close + 1 : close })
    if (isImage === '' && words !== '') runs.push({ start, end, style: 'link', href })
  }
  const isCut = (at: number): boolean => cuts.some((cut) => cut.start <= at && at < cut.end)
  for (const [pattern, width, style] of PAIRS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (isCut(match.index) || isCut(end - 1)) continue
      cuts.push({ start: match.index, end: match.index + width }, { start: end - width, end })
      runs.push({ start: match.index + width, end: end - width, style })
    }
  }
  for (const match of text.matchAll(ESCAPED)) if (!isCut(match.index)) cuts.push({ start: match.index, end: match.index + 1 })
  return { cuts, runs }
}

/** A block's text and map without the stretches `cuts` (sorted, disjoint) of its shown text. */
const dropped = (block: Block, cuts: readonly TextRange[]): Pick<Block, 'text' | 'map'> => {
  const kept = without({ start: 0, end: block.text.length }, cuts)
  const map: number[] = []
  let length = 0
  let part = 0
  for (let at = 0; at < block.map.length; at += 4) {
    const [shown = 0, shownLength = 0, source = 0, sourceLength = 0] = block.map.slice(at, at + 4)
    while (part > 0 && (kept[part - 1]?.end ?? 0) > shown) part -= 1
    for (; part < kept.length && (kept[part]?.start ?? 0) < shown + shownLength; part += 1) {
      const from = Math.max(shown, kept[part]?.start ?? 0)
      const to = Math.min(shown + shownLength, kept[part]?.end ?? 0)
      if (from >= to) continue
      const isEven = shownLength === sourceLength
      map.push(length, to - from, isEven ? source + from - shown : source, isEven ? to - from : sourceLength)
      length += to - from
    }
  }
  return { text: kept.map(({ start, end }) => block.text.slice(start, end)).join(''), map }
}

const HEADING = /^(#{1,6})\s+/
/** The mark of an item of a list, which is drawn as a bullet. */
const ITEM = /^[*+-]\s+(?=\S)/

/** One block with its marks read; the ranges of the marks go to `hidden`. */
const readBlock = (block: Block, hidden: TextRange[]): Block => {
  const { cuts, runs } = marksOf(block.text)
  const heading = HEADING.exec(block.text)
  if (heading) cuts.push({ start: 0, end: heading[0].length })
  const item = block.kind === 'list-item' ? ITEM.exec(block.text) : null
  if (item) cuts.push({ start: 0, end: item[0].length })
  if (cuts.length === 0) return block
  const all = merged(cuts)
  const { text, map } = dropped(block, all)
  if (text.trim() === '') {
    hidden.push(...block.ranges)
    const src = /\(([^()\s]+)\)/.exec(block.text)?.[1] ?? ''
    return { ...block, kind: 'image', text: '', map: [], why: 'A picture in Markdown.',
      attrs: { label: src.slice(src.lastIndexOf('/') + 1), src } }
  }
  const marks = merged(all.flatMap(({ start, end }) => toSource(block.map, start, end)))
  hidden.push(...marks)
  const shift = (at: number): number => at - all.reduce((sum, cut) => sum + Math.max(0, Math.min(at, cut.end) - cut.start), 0)
  const level = heading?.[1]?.length
  const shownRuns = runs.map((run) => ({ ...run, start: shift(run.start), end: shift(run.end) })).filter(({ start, end }) => start < end)
  return {
    ...block,
    text,
    map,
    ranges: block.ranges.flatMap((range) => without(range, marks)),
    ...(item ? { attrs: { ...block.attrs, bullet: '•' } } : {}),
    ...(level === undefined ?
      {} :
      { kind: block.kind === 'title' ? block.kind : 'heading' as const, level, why: 'A heading in Markdown.' }),
    ...(shownRuns.length === 0 ? {} : { runs: shownRuns })
  }
}

const TABLE =
  /(?:^|\n)(\|[^\n]{1,4000}\|[ \t]*\r?\n\|(?:[ \t]*:?-{2,}:?[ \t]*\|){1,40}[ \t]*(?:\r?\n\|[^\n]{1,4000}\|[ \t]*(?=\r?\n|$)){1,2000})/g

/** The lines of a table as a block with its cells; the signs between them, and the line that draws its rule, go to `hidden`. */
const tableOf = (raw: string, range: TextRange, id: string, hidden: TextRange[]): Block => {
  const builder = createTextMap()
  const cells: TableCell[] = []
  let row = 0
  let columns = 0
  let at = range.start
  for (const [index, line] of raw.slice(range.start, range.end).split('\n').entries()) {
    const start = at
    at += line.length + 1
    if (index === 1) {
      hidden.push({ start, end: start + line.length })
      continue
    }
    let column = 0
    let from = start + 1
    hidden.push({ start, end: from })
    for (let bar = raw.indexOf('|', from); bar >= 0 && bar < start + line.length; bar = raw.indexOf('|', from)) {
      builder.separator(from, from)
      const before = builder.length
      pushSource(builder, raw, from, bar)
      hidden.push({ start: bar, end: bar + 1 })
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, start: before, end: builder.length, align: 'left', header: row === 0 })
      column += 1
      from = bar + 1
    }
    columns = Math.max(columns, column)
    row += 1
  }
  const { text, map } = builder.finish()
  const trimmed = cells.map((cell) => {
    const words = text.slice(cell.start, cell.end)
    const start = Math.min(cell.start + words.length - words.trimStart().length, text.length)
    return { ...cell, start, end: Math.max(start, Math.min(cell.start + words.trimEnd().length, text.length)),
      align: /^[$(\-–]?\s?\d/.test(words.trim()) ? 'right' as const : 'left' as const }
  })
  return { id, kind: 'table', ranges: without(range, merged(hidden)), text, map, why: 'A table in Markdown.',
    table: { rows: row, columns, cells: trimmed } }
}

/** Puts tables in the place of the blocks that hold their lines; a table that shares a block with other text stays as it was. */
const withTables = (raw: string, range: TextRange, blocks: readonly Block[], hidden: TextRange[]): readonly Block[] => {
  let out = blocks
  for (const match of raw.slice(range.start, range.end).matchAll(TABLE)) {
    const lines = match[1] ?? ''
    const start = range.start + match.index + match[0].length - lines.length
    const table = { start, end: start + lines.trimEnd().length }
    const isInside = (each: TextRange): boolean => each.start >= table.start && each.end <= table.end
    const inside = out.filter((block) => block.ranges.every(isInside))
    const touching = out.filter((block) => block.ranges.some((each) => each.start < table.end && each.end > table.start))
    const first = inside[0]
    if (first === undefined || touching.length !== inside.length) continue
    const made = tableOf(raw, table, first.id, hidden)
    out = out.flatMap((block) => block === first ? [made] : inside.includes(block) ? [] : [block])
  }
  return out
}

/**
 * Reads the Markdown of a plain-text document that was read as plain text: headings, emphasis, links and pictures by their words, tables as tables. The
 * marks themselves are hidden ranges, so that what is shown is what a reader of the release sees.
 */
export const readMarkdown = (raw: string, range: TextRange, parsed: ParsedDocument): ParsedDocument => {
  const hidden: TextRange[] = [...parsed.hidden]
  const blocks = withTables(raw, range, parsed.blocks, hidden).map((block) =>
    block.kind === 'table' || block.verbatim !== undefined ? block : readBlock(block, hidden)
  )
  return { ...parsed, blocks, hidden: merged(hidden) }
}
