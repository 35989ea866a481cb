import type { Block, FilingDocument, Sentence } from '#contract/filing'
import type { FigureMention } from '#contract/figure'
import type { SafeHarbor } from '#contract/finding'
import type { ComparedPassage, PassageUnit } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import { NOT_WORDS } from '#model/block-kinds'
import { toShown, toSource } from '#model/text-map'
import { foldText } from './fold-text'
import { riskFactorsOf } from './risk-factors'
import { spansOf } from './told-spans'
import type { RiskFactor } from './risk-factors'

/** A passage that is compared as one; `cells` are those of a row of a table that are not empty. */
export interface Passage extends ComparedPassage {
  readonly unit: PassageUnit
  readonly cells: readonly string[]
  /** Of a row: the lengths of time, in months, that the heads of its table name; left out where they name none. */
  readonly spans?: readonly number[]
}

/** What a comparison needs of a document, and no more. */
export interface ComparableDocument {
  readonly passages: readonly Passage[]
  readonly safeHarbor: SafeHarbor | null
  readonly figures: readonly FigureMention[]
  readonly factors: readonly RiskFactor[]
}

/** What of a document's content is read for a comparison. */
export type ComparedContent = Pick<FilingDocument, 'blocks' | 'sections' | 'safeHarbor' | 'figures'> & {
  readonly sentences: readonly PlacedSentence[]
}

/** A sentence by its words, its block and its place in the source. */
export type PlacedSentence = Pick<Sentence, 'block' | 'start' | 'end' | 'text'>

/** A lone letter is a bullet of the typewriter's. */
const isWord = (text: string): boolean => /\d|\p{L}.*\p{L}/su.test(text)

const hull = (ranges: readonly TextRange[], fallback: TextRange): TextRange => ({ start: ranges[0]?.start ?? fallback.start,
  end: ranges.at(-1)?.end ?? fallback.end })

const rangeOf = (block: Block, start: number, end: number): TextRange =>
  hull(toSource(block.map, start, end), hull(block.ranges, { start: 0, end: 0 }))

/** A line of a table that holds the beginning of a label alone: what it names stands in the next line, which goes on in small letters. */
const isOpenLabel = ({ cells }: Passage): boolean => cells.length === 1 && !/\d|[.:]$/.test(cells[0] ?? '')

const goesOn = (label: string, next: string): boolean =>
  /^(?:\p{Ll}|\(\p{L})/u.test(next) || /(?:\b(?:and|or|of|to|in|for|by|per|from|on|before|with|the)|[-,])$/i.test(label)

/** Joins a label that is wrapped over lines of a table into one row, with the figures that stand in its last line. */
const joinLabels = (rows: readonly Passage[]): Passage[] => {
  const joined: Passage[] = []
  for (const row of rows) {
    const before = joined.at(-1)
    const [label = '', ...cells] = row.cells
    if (before && isOpenLabel(before) && /\p{L}/u.test(label) && goesOn(before.text, label)) {
      joined[joined.length - 1] = {
        unit: 'row',
        text: `${before.text} ${row.text}`,
        cells: [`${before.text} ${label}`, ...cells],
        range: { start: before.range.start, end: row.range.end }
      }
    } else joined.push(row)
  }
  return joined
}

const rowsOf = (block: Block): Passage[] => {
  const rows = new Map<number, { start: number; end: number; cells: string[] }>()
  for (const cell of block.table?.cells ?? []) {
    const text = block.text.slice(cell.start, cell.end).trim()
    if (text === '') continue
    const row = rows.get(cell.row)
    if (!row) rows.set(cell.row, { start: cell.start, end: cell.end, cells: [text] })
    else {
      row.cells.push(text)
      row.start = Math.min(row.start, cell.start)
      row.end = Math.max(row.end, cell.end)
    }
  }
  return [...rows].sort((a, b) => a[0] - b[0]).map(([, { start, end, cells }]) => (
    { unit: 'row' as const, text: cells.join(' '), cells, range: rangeOf(block, start, end) }
  )).filter(({ text }) => isWord(text))
}

/** The lines of a table that is set in columns of a typewriter. */
const linesOf = (block: Block): Passage[] => {
  const { verbatim } = block
  if (!verbatim) return []
  const lines: Passage[] = []
  let start = 0
  for (const line of verbatim.text.split('\n')) {
    const cells = line.trim().split(/\s{2,}/)
    if (isWord(line))
      lines.push({ unit: 'row', text: cells.join(' '), cells,
        range: hull(toSource(verbatim.map, start, start + line.length), hull(block.ranges, { start: 0, end: 0 })) })
    start += line.length + 1
  }
  return lines
}

/** Rows with the lengths of time that their table names in its heads. */
const headed = (rows: readonly Passage[], block: Block): readonly Passage[] => {
  const spans = spansOf(foldText(block.text))
  return spans.length === 0 ? rows : rows.map((row) => ({ ...row, spans }))
}

/** Shown text of a block that no sentence covers: a heading, a bullet's letter, a line of an address. */
const gapsOf = (block: Block, sentences: readonly PlacedSentence[]): Passage[] => {
  const gaps: Passage[] = []
  let from = 0
  const close = (to: number): void => {
    const text = block.text.slice(from, to)
    const at = from + text.length - text.trimStart().length
    if (isWord(text)) gaps.push({ unit: 'block', text: text.trim(), cells: [], range: rangeOf(block, at, at + text.trim().length) })
  }
  for (const { start, end } of sentences) {
    const at = toShown(block.map, start)
    if (at > from) close(at)
    from = Math.max(from, toShown(block.map, end))
  }
  if (from < block.text.length) close(block.text.length)
  return gaps
}

/** The sentences that touch a block, by walking both lists once; a sentence may run on over the turn of a page. */
const sentencesByBlock = (document: ComparedContent): ReadonlyMap<Block, readonly PlacedSentence[]> => {
  const sentences = [...document.sentences].sort((a, b) => a.start - b.start)
  const found = new Map<Block, readonly PlacedSentence[]>()
  let from = 0
  for (const block of document.blocks) {
    const { start, end } = hull(block.ranges, { start: 0, end: 0 })
    while (from < sentences.length && (sentences[from]?.end ?? 0) <= start) from += 1
    const touching: PlacedSentence[] = []
    for (let at = from; at < sentences.length; at += 1) {
      const sentence = sentences[at]
      if (!sentence || sentence.start >= end) break
      touching.push(sentence)
    }
    if (touching.length > 0) found.set(block, touching)
  }
  return found
}

/**
 * The passages of a document in the order of the source: each sentence once, each row of a table that has words, and what is
 * left of the other blocks. Page furniture is left out.
 */
export const comparableDocument = (document: ComparedContent): ComparableDocument => {
  const byBlock = sentencesByBlock(document)
  const passages: Passage[] = document.sentences.map(({ text, start, end }) => ({ unit: 'sentence', text, cells: [],
    range: { start, end } })
  )
  for (const block of document.blocks) {
    if (NOT_WORDS.has(block.kind)) continue
    const sentences = byBlock.get(block) ?? []
    const rows = sentences.length > 0 ? [] : joinLabels(block.table ? rowsOf(block) : block.kind === 'table' ? linesOf(block) : [])
    passages.push(...rows.length > 0 ? headed(rows, block) : gapsOf(block, sentences))
  }
  passages.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  return { passages, safeHarbor: document.safeHarbor, figures: document.figures, factors: riskFactorsOf(document) }
}
