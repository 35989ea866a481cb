import type { Block, FilingDocument } from '#contract/filing'
import type { TextMap } from '#contract/range'
import type { Breach } from './breach'

const MOST = 20

/** A map must cover its text without gaps, in order, and stay inside the ranges' hull. */
const checkMap = (id: string, text: string, map: TextMap): Breach[] => {
  let shown = 0
  for (let at = 0; at < map.length; at += 4) {
    if (map[at] !== shown) return [{ law: 'tiling', message: `${id}: its map has a gap at ${shown}` }]
    shown += map[at + 1] ?? 0
    const source = map[at + 2] ?? 0
    const end = source + (map[at + 3] ?? 0)
    if (at + 6 < map.length && (map[at + 6] ?? 0) < end) return [{ law: 'tiling', message: `${id}: its map runs backwards at ${shown}` }]
  }
  return shown === text.length ? [] : [{ law: 'tiling', message: `${id}: its map covers ${shown} of ${text.length}` }]
}

const checkCells = (block: Block): Breach[] => {
  let end = 0
  for (const cell of block.table?.cells ?? []) {
    if (cell.start < end || cell.end > block.text.length || cell.end < cell.start)
      return [{ law: 'tiling', message: `${block.id}: its cells overlap or leave it` }]
    end = Math.max(end, cell.end)
  }
  return []
}

const checkIds = (document: FilingDocument): Breach[] => {
  const seen = new Set<string>()
  const ids = [...document.blocks, ...document.sections, ...document.sentences, ...document.facts, ...document.findings,
    ...document.figures].map((node) => node.id)
  for (const id of ids) {
    if (seen.has(id)) return [{ law: 'tiling', message: `the id ${id} is used twice` }]
    seen.add(id)
  }
  return []
}

/** Sections lie in their document, and of two that touch one holds the other. */
const checkSections = (document: FilingDocument): Breach[] => {
  const sorted = [...document.sections].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const open: number[] = []
  for (const section of sorted) {
    if (section.range.start < document.range.start || section.range.end > document.range.end)
      return [{ law: 'tiling', message: `${section.id} leaves its document`, range: section.range }]
    while (open.length > 0 && (open[open.length - 1] ?? 0) <= section.range.start) open.pop()
    if (open.length > 0 && section.range.end > (open[open.length - 1] ?? 0))
      return [{ law: 'tiling', message: `${section.id} crosses the end of another section`, range: section.range }]
    open.push(section.range.end)
  }
  return []
}

/** Law 3: sentences lie in order inside their blocks, cells inside their tables, sections in each other, maps cover their text, ids are unique. */
export const checkTiling = (document: FilingDocument): Breach[] => {
  const out: Breach[] = [...checkIds(document), ...checkSections(document)]
  const blocks = new Map(document.blocks.map((block) => [block.id, block]))
  for (const block of document.blocks) {
    out.push(...checkMap(block.id, block.text, block.map), ...checkCells(block))
    if (block.verbatim) out.push(...checkMap(`${block.id} verbatim`, block.verbatim.text, block.verbatim.map))
    for (const run of block.runs ?? [])
      if (run.start < 0 || run.end > block.text.length) out.push({ law: 'tiling', message: `${block.id}: a run leaves its text` })
  }
  const ends = new Map<string, number>()
  for (const sentence of document.sentences) {
    const block = blocks.get(sentence.block)
    const range = { start: sentence.start, end: sentence.end }
    const isInside = block?.ranges.some((each) => sentence.start >= each.start && sentence.start < each.end) &&
      block.ranges.some((each) => sentence.end > each.start && sentence.end <= each.end)
    if (!isInside) out.push({ law: 'tiling', message: `${sentence.id} leaves its block`, range })
    if (sentence.start < (ends.get(sentence.block) ?? -1))
      out.push({ law: 'tiling', message: `${sentence.id} overlaps the sentence before it`, range })
    ends.set(sentence.block, sentence.end)
  }
  return out.slice(0, MOST)
}
