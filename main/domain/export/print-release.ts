import type { Block, FilingDocument, Sentence } from '#contract/filing'
import { withLineEnds } from '#model/line-ends'
import type { NodeId } from '#contract/ids'
import type { TextMap } from '#contract/range'
import { NOT_WORDS } from '#model/block-kinds'
import { fieldWords } from '#model/field-name'
import { toShown } from '#model/text-map'
import { html, type Markup } from './markup'
import type { PrintPictures } from './print-input'
import type { PrintMark } from './print-marks'
import { NO_PICTURES, printPicture } from './print-picture'
import { printTable, settingOf } from './print-table'
import { printVerbatim, verbatimSetting } from './print-verbatim'
import { printText, type TextMark } from './print-text'

/** A paragraph longer than this (code units) could outgrow a page, and is cut between two sentences. */
const LONGEST_UNCUT = 2600

/** A list item that shows no bullet or number of its own gets one. */
export const OWN_MARKER = /^(?:[☐☑☒✓✔•·▪◦■●○∙*–—\u00b7\uf0b7-]|\(?[0-9a-zA-Z]{1,4}[.)]|o )/

const hullOf = (block: Block): { start: number; end: number } => ({ start: block.ranges[0]?.start ?? 0,
  end: block.ranges.at(-1)?.end ?? 0 })

const piecesIn = (block: Block, map: TextMap, marks: readonly PrintMark[], begun: Set<PrintMark>): TextMark[] => {
  const hull = hullOf(block)
  const out: TextMark[] = []
  for (const mark of marks) {
    for (const range of mark.ranges) {
      if (range.start >= hull.end || range.end <= hull.start) continue
      if (NOT_WORDS.has(block.kind) && (range.start < hull.start || range.end > hull.end)) continue
      const start = toShown(map, Math.max(range.start, hull.start))
      const end = toShown(map, Math.min(range.end, hull.end))
      if (end <= start) continue
      out.push({ start, end, mark, first: !begun.has(mark) })
      begun.add(mark)
    }
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Hands out, block by block in source order, the marks that may touch it. */
const marksInOrder = (marks: readonly PrintMark[]): (block: Block) => readonly PrintMark[] => {
  let open: PrintMark[] = []
  let next = 0
  return (block) => {
    const hull = hullOf(block)
    open = open.filter((mark) => (mark.ranges.at(-1)?.end ?? 0) > hull.start)
    for (let mark = marks[next]; mark !== undefined && (mark.ranges[0]?.start ?? 0) < hull.end; mark = marks[next]) {
      if ((mark.ranges.at(-1)?.end ?? 0) > hull.start) open.push(mark)
      next += 1
    }
    return open
  }
}

/** Where a long paragraph may be cut: the shown offsets at which a part begins. */
const cutsOf = (block: Block, sentences: readonly Sentence[]): readonly number[] => {
  const cuts = [0]
  if (block.text.length <= LONGEST_UNCUT) return cuts
  let before = 0
  for (const sentence of sentences) {
    const at = toShown(block.map, sentence.start)
    const end = toShown(block.map, sentence.end)
    if (end - (cuts.at(-1) ?? 0) > LONGEST_UNCUT && at > before) {
      cuts.push(at)
      before = at
    }
  }
  return cuts
}

const printParts = (block: Block, sentences: readonly Sentence[], marks: readonly TextMark[]): Markup => {
  const cuts = cutsOf(block, sentences)
  const runs = (block.runs ?? []).toSorted((a, b) => a.start - b.start)
  const parts = cuts.map((from, at) =>
    printText(withLineEnds(block.text, block.breaks), from, cuts[at + 1] ?? block.text.length, runs, marks)
  )
  if (parts.length === 1) return { markup: parts[0] ?? '' }
  return { markup: parts.map((part) => `<span class="stretch">${part}</span>`).join('') }
}

const elementOf = (block: Block): string => {
  if (block.kind === 'title') return 'h2'
  if (block.kind === 'heading') return (block.level ?? 2) <= 1 ? 'h2' : 'h3'
  return 'p'
}

const noticeOf = (block: Block, pictures: PrintPictures): Markup | null => {
  if (block.kind === 'image') return printPicture(block, pictures)
  if (block.kind === 'attachment') return html`<p class="notice">[Attachment${block.attrs?.['name'] ? `: ${block.attrs['name']}` : ''}]</p>`
  if (block.kind === 'rule') return html`<hr>`
  if (block.kind === 'page-break') return html`<hr class="page-break">`
  return null
}

/** A block in print, and whether it needs a turned page. */
interface Printed {
  readonly block: Block
  readonly markup: string
  readonly turned: boolean
}

/** What a block is printed with: the marks that may touch it, those that have begun, and the pictures there are. */
interface Around {
  readonly candidates: readonly PrintMark[]
  readonly begun: Set<PrintMark>
  readonly pictures: PrintPictures
}

const printBlock = (block: Block, sentences: readonly Sentence[], { candidates, begun, pictures }: Around): Printed => {
  const upright = ({ markup }: Markup): Printed => ({ block, markup, turned: false })
  if (block.verbatim && !block.table?.certain) {
    const { turned, whole } = verbatimSetting(block.verbatim.text)
    const inner = printVerbatim(block, block.verbatim.text, piecesIn(block, block.verbatim.map, candidates, begun))
    return { block, turned, markup: html`<div class="block${whole ? ' whole' : ''}">${inner}</div>`.markup }
  }
  const notice = noticeOf(block, pictures)
  if (notice !== null) return upright(notice)
  if (block.text === '') return upright(html``)
  const marks = piecesIn(block, block.map, candidates, begun)
  const runs = (block.runs ?? []).toSorted((a, b) => a.start - b.start)
  if (block.table) {
    const text = withLineEnds(block.text, block.breaks)
    const { turned, whole } = settingOf(block.table, text)
    const inner = printTable(block.table, text, runs, marks)
    return { block, turned, markup: html`<div class="block table${whole ? ' whole' : ''}">${inner}</div>`.markup }
  }
  const name = elementOf(block)
  const bare = block.kind === 'list-item' && !OWN_MARKER.test(block.text) ? ' bullet' : ''
  const align = block.align === 'center' || block.align === 'right' ? ` ${block.align}` : ''
  const inner = printParts(block, sentences, marks)
  const label = block.attrs?.['label']
  const field = label === undefined ? html`` : html`<span class="field">${fieldWords(label)}</span>`
  return upright({ markup: `<${name} class="block ${block.kind}${bare}${align}">${field.markup}${inner.markup}</${name}>` })
}

/** What stands over a table and belongs to it. */
const OVER_A_TABLE: ReadonlySet<Block['kind']> = new Set(['title', 'heading', 'caption'])

/** Gives what needs a turned page one, with the headings right above it: on the page before they would stand alone. */
const turnPages = (printed: readonly Printed[]): readonly string[] => {
  const pages: string[] = []
  let heads = 0
  let lying: string[] = []
  const close = (): void => {
    if (lying.length > 0) pages.push(`<div class="turned">${lying.join('\n')}</div>`)
    lying = []
  }
  for (const { block, markup, turned } of printed) {
    if (turned) {
      const above = heads > 0 ? pages.splice(-heads) : []
      lying.push(...above, markup)
      heads = 0
    } else {
      close()
      pages.push(markup)
      heads = OVER_A_TABLE.has(block.kind) ? heads + 1 : 0
    }
  }
  close()
  return pages
}

const sentencesByBlock = (sentences: readonly Sentence[]): ReadonlyMap<NodeId, readonly Sentence[]> => {
  const groups = new Map<NodeId, Sentence[]>()
  for (const sentence of sentences) {
    const group = groups.get(sentence.block)
    if (group) group.push(sentence)
    else groups.set(sentence.block, [sentence])
  }
  return groups
}

/** The whole release, block by block in source order, with its marks painted and numbered. `marks` are sorted by their start. */
export const printRelease = (document: FilingDocument, marks: readonly PrintMark[], pictures: PrintPictures = NO_PICTURES): Markup => {
  const candidatesFor = marksInOrder(marks)
  const begun = new Set<PrintMark>()
  const sentences = sentencesByBlock(document.sentences)
  const printed = document.blocks.map((block) =>
    printBlock(block, sentences.get(block.id) ?? [], { candidates: candidatesFor(block), begun, pictures })
  )
  return { markup: turnPages(printed).join('\n') }
}
