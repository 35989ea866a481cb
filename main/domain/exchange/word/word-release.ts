import type { Block } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { NOT_WORDS, PAGE_FURNITURE } from '#model/block-kinds'
import { fieldWords } from '#model/field-name'
import { withLineEnds } from '#model/line-ends'
import { sourceOffset, toShown } from '#model/text-map'
import { OWN_MARKER } from '../../export/print-release'
import type { StreamBlock } from '../text-stream'
import type { WorkText } from '../work-document'
import { markCursor } from './word-marks'
import type { MarkCursor, WordMark } from './word-marks'
import { isTurned, tableXml } from './word-table'
import { textXml, type SetText } from './word-text'
import { paragraphXml, runXml, type ParagraphLook } from './word-xml'

/** A block in Word, and whether it needs a turned page. */
interface Written {
  readonly kind: Block['kind']
  readonly xml: string
  readonly turned: boolean
}

/** The list of bullets among the numbering of the file. */
export const BULLETS = 1

/** The widest line of kept columns that each size holds, in characters of Courier New (0.6 em), on a page that stands and on one that is turned. */
const FIXED: readonly { readonly size: number; readonly width: number; readonly turned: boolean }[] = [{ size: 18, width: 86,
  turned: false }, { size: 16, width: 97, turned: false }, { size: 14, width: 111, turned: false }, { size: 18, width: 120, turned: true },
  { size: 16, width: 135, turned: true }, { size: 14, width: 154, turned: true }]

const NARROW = { size: 14, turned: true } as const

const RULE = paragraphXml('', { style: 'Rule' })

const styleOf = (block: Block): ParagraphLook => {
  const align = block.align === 'center' || block.align === 'right' ? { align: block.align } : {}
  if (block.kind === 'title') return { style: 'Heading1', ...align }
  if (block.kind === 'heading') return { style: `Heading${String(Math.min(4, Math.max(1, block.level ?? 2) + 1))}`, ...align }
  if (block.kind === 'list-item') return { style: 'ReleaseItem', ...(OWN_MARKER.test(block.text) ? {} : { list: BULLETS }) }
  if (block.kind === 'caption') return { style: 'ReleaseText', keepNext: true, ...align }
  return { style: NOT_WORDS.has(block.kind) || block.kind === 'footnote' ? 'ReleaseSmall' : 'ReleaseText', ...align }
}

const noticeOf = (block: Block): string | null => {
  if (block.kind === 'image') return `[Picture${block.attrs?.['name'] ? `: ${block.attrs['name']}` : ''}]`
  return block.kind === 'attachment' ? `[Attachment${block.attrs?.['name'] ? `: ${block.attrs['name']}` : ''}]` : null
}

const setOf = (block: Block, at: StreamBlock, cursor: MarkCursor, after: number): SetText => ({
  text: withLineEnds(block.text, block.breaks),
  runs: (block.runs ?? []).toSorted((a, b) => a.start - b.start),
  cursor,
  toStream: (offset) => at.start + offset,
  fromStream: (place) => place - at.start,
  look: {},
  after
})

/** Lines that stand as they are have a text of their own; the way to the stream leads over the source. */
const verbatimSet = (block: Block, verbatim: NonNullable<Block['verbatim']>, set: SetText, at: StreamBlock, size: number): SetText => ({
  ...set,
  text: verbatim.text,
  runs: [],
  toStream: (offset) =>
    offset <= 0 ? at.start : offset >= verbatim.text.length ? at.end : at.start + toShown(block.map, sourceOffset(verbatim.map, offset)),
  fromStream: (place) => toShown(verbatim.map, sourceOffset(block.map, place - at.start)),
  look: { mono: true, size }
})

const writeQuoted = (block: Block, at: StreamBlock, cursor: MarkCursor, after: number): Written => {
  const set = setOf(block, at, cursor, after)
  if (block.verbatim && !block.table?.certain) {
    const widest = block.verbatim.text.split('\n').reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
    const { size, turned } = FIXED.find(({ width }) => widest <= width) ?? NARROW
    const own = verbatimSet(block, block.verbatim, set, at, size)
    return { kind: block.kind, xml: paragraphXml(textXml(own, 0, own.text.length, after), { style: 'Verbatim' }), turned }
  }
  if (block.table) {
    const turned = isTurned(block.table, set.text)
    return { kind: block.kind, xml: tableXml(block.table, set, turned), turned }
  }
  const label = block.attrs?.['label']
  const field = label === undefined ? '' : runXml(`${fieldWords(label)}\t`, { bold: true })
  return { kind: block.kind, xml: paragraphXml(field + textXml(set, 0, set.text.length, after), styleOf(block)), turned: false }
}

const writeBlocks = ({ blocks, stream }: WorkText, marks: readonly WordMark[]): readonly Written[] => {
  const cursor = markCursor(marks)
  const places = new Map<NodeId, number>(stream.blocks.map(({ id }, at) => [id, at]))
  const out: Written[] = []
  for (const block of blocks) {
    const place = places.get(block.id)
    const at = place === undefined ? undefined : stream.blocks[place]
    const notice = noticeOf(block)
    if (at && place !== undefined) out.push(writeQuoted(block, at, cursor, stream.blocks[place + 1]?.start ?? Infinity))
    else if (notice !== null) out.push({ kind: block.kind, xml: paragraphXml(runXml(notice), { style: 'ReleaseSmall' }), turned: false })
    else if ((PAGE_FURNITURE.has(block.kind) || block.kind === 'rule') && out.length > 0 && out.at(-1)?.xml !== RULE)
      out.push({ kind: block.kind, xml: RULE, turned: false })
  }
  return out
}

/** What stands over a table and belongs to it. */
const OVER_A_TABLE: ReadonlySet<Block['kind']> = new Set(['title', 'heading', 'caption'])

/** A stretch of the text whose pages stand or are turned. */
export interface WordStretch {
  readonly xml: string
  readonly turned: boolean
}

/** The text of one document in stretches of pages that stand and pages that are turned; headings stay with the turned table under them. */
export const releaseStretches = (text: WorkText, marks: readonly WordMark[]): readonly WordStretch[] => {
  const stretches: { parts: string[]; turned: boolean }[] = [{ parts: [], turned: false }]
  let heads = 0
  const enter = (turned: boolean): string[] => {
    const last = stretches.at(-1)
    if (last?.turned === turned) return last.parts
    const parts: string[] = turned && heads > 0 ? last?.parts.splice(-heads) ?? [] : []
    stretches.push({ parts, turned })
    return parts
  }
  for (const { kind, xml, turned } of writeBlocks(text, marks)) {
    // A thin rule between two turned tables turns no page back.
    const stays = !turned && xml === RULE && stretches.at(-1)?.turned === true
    if (stays) continue
    enter(turned).push(xml)
    heads = !turned && OVER_A_TABLE.has(kind) ? heads + 1 : 0
  }
  return stretches.filter(({ parts }) => parts.length > 0).map(({ parts, turned }) => ({ xml: parts.join(''), turned }))
}
