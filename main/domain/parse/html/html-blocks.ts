import type { Block, DocumentEntry, InlineRun, InlineStyle, Warning } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { joinMarkers, type Draft } from './html-draft'
import { markFurniture, mergeBreaks, rejoinPages } from './html-furniture'
import { markHeadings } from './html-headings'
import { markContactGroups, markContacts, markKinds, markRelease } from './html-kinds'
import type { Leaf } from './html-leaves'
import { setting } from './html-styles'
import { joinWrapped } from './html-wrapped'
import { readHtmlTokens } from './html-tokens'
import { deepestNesting, HtmlWalker } from './html-walker'
import type { ParsedDocument } from '../parsed-document'
import { countWords } from '#model/words'
import { merged, without } from '../map/source-ranges'
import { parseTextDocument } from '../text/text-blocks'
import { parseXmlDocument } from './xml-blocks'

const draftOf = (leaf: Leaf): Draft => {
  if (leaf.kind === 'table') return { leaf, kind: 'table', why: 'A table whose rows and columns hold data.' }
  if (leaf.kind === 'image') return { leaf, kind: 'image', why: 'An image element.', attrs: leaf.attrs ?? {} }
  if (leaf.kind === 'break') return { leaf, kind: 'page-break', why: 'A page break set by the style of an element.' }
  if (leaf.kind === 'rule') return { leaf, kind: 'rule', why: 'A horizontal rule.' }
  if (leaf.place.layer !== undefined)
    return { leaf, kind: 'paragraph', why: 'The text of the page image beside it, which the document hides beneath it.',
      attrs: { layer: 'page-image' } }
  return { leaf, kind: 'paragraph', why: 'Text between two block boundaries.' }
}

const styles: readonly [number, InlineStyle][] = [
  [setting.bold, 'bold'],
  [setting.italic, 'italic'],
  [setting.underline, 'underline'],
  [setting.strike, 'strike'],
  [setting.superscript, 'superscript'],
  [setting.subscript, 'subscript']
]

/** The runs of a leaf, one list for each style; links lead to a block where their fragment names one. */
const runsOf = (leaf: Leaf, targets: ReadonlyMap<string, string>): InlineRun[] => {
  const runs: InlineRun[] = []
  const push = (run: InlineRun): void => {
    const last = runs.at(-1)
    if (last?.style === run.style && last.end === run.start && last.href === run.href) runs[runs.length - 1] = { ...last, end: run.end }
    else runs.push(run)
  }
  for (const [bit, style] of styles)
    for (const span of leaf.styled) if ((span.mask & bit) !== 0) push({ start: span.start, end: span.end, style })
  for (const span of leaf.styled) {
    if (span.href === null || span.href === '') continue
    const target = span.href.startsWith('#') ? targets.get(span.href.slice(1)) : undefined
    push({ start: span.start, end: span.end, style: 'link', href: span.href, ...(target === undefined ? {} : { target }) })
  }
  return runs
}

/** Blocks that the reader of plain text has made of a `pre`, or a draft of this one. */
type Part = { readonly draft: Draft } | { readonly block: Block }

const blocksOf = (parts: readonly Part[], cuts: readonly TextRange[], prefix: string): Block[] => {
  const targets = new Map<string, string>()
  parts.forEach((part, at) => {
    if (!('draft' in part)) return
    for (const anchor of part.draft.leaf.anchors) if (!targets.has(anchor)) targets.set(anchor, `${prefix}b${String(at + 1)}`)
  })
  return parts.map((part, at) => {
    const id = `${prefix}b${String(at + 1)}`
    if ('block' in part) return { ...part.block, id }
    const { leaf, kind, why, level, attrs } = part.draft
    const runs = leaf.styled.length === 0 ? [] : runsOf(leaf, targets)
    return {
      id,
      kind,
      ranges: leaf.text === '' ? leaf.spans : leaf.spans.flatMap((span) => without(span, cuts)),
      text: leaf.text,
      map: leaf.map,
      why,
      ...(attrs === undefined ? {} : { attrs }),
      ...(level === undefined ? {} : { level }),
      ...(leaf.align === 'start' ? {} : { align: leaf.align }),
      ...(runs.length === 0 ? {} : { runs }),
      ...(leaf.grid === undefined ? {} : { table: leaf.grid })
    }
  })
}

const warningsOf = (walker: HtmlWalker, blocks: readonly Block[], range: TextRange): Warning[] => {
  const warnings: Warning[] = []
  if (walker.tooDeepAt !== null) {
    warnings.push({
      code: 'nesting-capped',
      message: `Elements deeper than ${String(deepestNesting)} levels are read as plain text.`,
      range: { start: walker.tooDeepAt, end: walker.tooDeepAt + 1 }
    })
  }
  if (walker.hiddenCharacters > 0) {
    warnings.push({ code: 'hidden-text',
      message: `${countWords(walker.hiddenCharacters, 'character is', 'characters are')} hidden by the document's own style.` })
  }
  for (const lost of walker.lost) {
    warnings.push({ code: 'text-not-shown',
      message: 'The document ends inside a tag, comment or script; what follows its start is not shown.', range: lost })
  }
  const words = blocks.some((block) =>
    block.attrs?.['layer'] !== undefined || (block.kind !== 'exhibit-tag' && block.kind !== 'page-footer' && block.text.length > 40)
  )
  if (!words && blocks.some((block) => block.kind === 'image')) {
    warnings.push({ code: 'images-only', message: 'The document consists of page images; it has no text to read, search or quote.', range })
  } else if (blocks.every((block) => block.text === '')) {
    warnings.push({ code: 'empty-document', message: 'The document shows no text.', range })
  }
  return warnings
}

/**
 * Reads the HTML of one document into blocks, hidden ranges and inline XBRL facts, in one pass and in time linear in its
 * length. Ids begin with `prefix`; offsets are those of `raw`. Never throws: any input gives a document, with warnings.
 */
export const parseHtmlDocument = (raw: string, entry: DocumentEntry, prefix: string): ParsedDocument => {
  if (entry.format === 'xml') return parseXmlDocument(raw, entry, prefix)
  const walker = new HtmlWalker(raw, entry.range)
  readHtmlTokens(raw, entry.range, walker)
  walker.finish()
  const hidden = merged(walker.hidden)
  let drafts = joinMarkers(mergeBreaks(walker.leaves.map(draftOf)))
  const exhibit = /^EX-/iu.test(entry.type ?? '')
  markKinds(drafts)
  drafts = joinWrapped(drafts)
  if (exhibit) markContactGroups(drafts)
  markFurniture(drafts)
  drafts = rejoinPages(drafts)
  markHeadings(drafts)
  markRelease(drafts, exhibit)
  markContacts(drafts)
  const plain: ParsedDocument[] = []
  const parts = drafts.flatMap((draft): Part[] => {
    const range = draft.leaf.spans[0]
    if (draft.leaf.kind !== 'plain' || range === undefined) return [{ draft }]
    const read = parseTextDocument(raw, { ...entry, range }, prefix)
    plain.push(read)
    return read.blocks.map((block) => ({ block }))
  })
  const empties = drafts.filter(({ leaf }) => leaf.text === '' && leaf.kind !== 'plain').flatMap(({ leaf }) => leaf.spans)
  const blocks = blocksOf(parts, merged([...hidden, ...empties]), prefix)
  return {
    blocks,
    hidden: plain.length === 0 ? hidden : merged([...hidden, ...plain.flatMap((read) => read.hidden)]),
    facts: walker.facts.finish(prefix),
    warnings: [...warningsOf(walker, blocks, entry.range), ...plain.flatMap((read) => read.warnings)]
  }
}
