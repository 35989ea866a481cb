import type { Block, DocumentEntry, Section, Submission } from '#contract/filing'
import { findingOrdinal } from '../detect/zones'
import { behindItems } from './behind-items'
import { findItems } from './items'
import { headingKind, isAboutText, isCallText, isSafeHarborText } from './section-words'

/** What the sections of a document are read with. `prefix` begins their ids. */
export interface SectionContext {
  readonly entry: DocumentEntry
  readonly submission: Submission | null
  readonly prefix: string
}

/** A section in the making: it opens at a block and runs to the one before `close`. */
interface Opening {
  readonly at: number
  readonly close: number
  readonly kind: string
  readonly title: string
  readonly level: number
  readonly part: string | null
  readonly item: string | null
}

/** The first words of the lede and of the submission's filers, as the names a release calls its company. */
const companyNames = (blocks: readonly Block[], context: SectionContext): string[] => {
  const names: string[] = []
  const after = blocks.findIndex((block) => block.kind === 'dateline')
  const lede = blocks.slice(Math.max(0, after)).find((block) => block.kind === 'paragraph')
  const name = lede
    ? /^(?:The\s+)?(\p{Lu}[\p{L}\p{N}&.'\u2019-]+(?:\s+\p{Lu}[\p{L}\p{N}&.'\u2019-]+){0,3})/u.exec(lede.text)?.[1]
    : undefined
  if (name) names.push(name.replace(/[.,]$/, ''))
  const first = name?.split(' ')[0]
  if (first && first.length >= 4 && !/^(?:The|This|In|On|An?)$/.test(first)) names.push(first)
  for (const filer of context.submission?.filers ?? []) {
    const word = filer.name.split(/\s+/)[0] ?? ''
    if (word.length >= 4) names.push(word)
  }
  return names
}

/** What a block opens by itself, in a release: lede, quotations, sections without a heading. */
interface ReleaseState {
  readonly names: readonly string[]
  seenProse: boolean
  quotes: number
  findings: number
  /** The kind of the section that is open, and whether a heading opened it. */
  kind: string
  headed: boolean
}

interface Found {
  readonly kind: string
  readonly title: string
  readonly level: number
}

const openedByHeading = (block: Block, state: ReleaseState): Found => {
  const ordinal = findingOrdinal(block.text, state.findings)
  if (ordinal !== null) state.findings += 1
  const kind = ordinal === null ? headingKind(block.text) : `finding-${ordinal}`
  return { kind, title: block.text.slice(0, 300), level: block.level ?? 2 }
}

const openedByProse = (block: Block, state: ReleaseState, share: number): Found | null => {
  if (block.kind === 'quote' && block.attrs?.['continues'] && state.kind.startsWith('quote-'))
    return { kind: 'continued', title: '', level: 9 }
  if (block.kind === 'quote') {
    state.quotes += 1
    return { kind: `quote-${state.quotes}`, title: block.attrs?.['speaker'] ?? '', level: 9 }
  }
  if (!state.seenProse) return { kind: 'lede', title: '', level: 2 }
  if (state.kind !== 'safe-harbor' && state.kind !== 'body' && isSafeHarborText(block.text))
    return { kind: 'safe-harbor', title: '', level: 2 }
  if (state.headed && state.kind !== 'body' && state.kind !== 'conference-call') return null
  const kind = isSafeHarborText(block.text)
    ? 'safe-harbor'
    : isCallText(block.text)
    ? 'conference-call'
    : share > 0.4 && isAboutText(block.text, state.names)
    ? 'about'
    : null
  if (kind) return kind === state.kind ? null : { kind, title: '', level: 2 }
  if (state.headed && state.kind === 'conference-call') return null
  // Behind a description of the company, more of it follows; behind a lede, a quotation or a call, the body goes on.
  if (state.kind === 'lede' || state.kind.startsWith('quote-') || state.kind === 'conference-call')
    return { kind: 'body', title: '', level: 2 }
  return state.kind === 'safe-harbor' && !state.headed && block.text.length > 60 ? { kind: 'body', title: '', level: 2 } : null
}

/** The sections of a release, or of any document without items: by headings, and by what paragraphs say of themselves. */
const releaseOpenings = (blocks: readonly Block[], context: SectionContext): Opening[] => {
  const state: ReleaseState = { names: companyNames(blocks, context), seenProse: false, quotes: 0, findings: 0, kind: '', headed: false }
  const out: { at: number; found: Found }[] = []
  let headed: Found | null = null
  blocks.forEach((block, at) => {
    const isHeading = block.kind === 'heading'
    const isProse = block.kind === 'paragraph' || block.kind === 'quote' || (block.kind === 'list-item' && !state.seenProse)
    if (!isHeading && !isProse) {
      if (block.kind === 'end-mark') out.push({ at, found: { kind: 'end', title: '', level: 2 } })
      return
    }
    if (isHeading && !state.seenProse) return
    const found = isHeading ? openedByHeading(block, state) : openedByProse(block, state, at / blocks.length)
    if (isProse) state.seenProse = true
    if (isHeading) headed = found
    if (!found) {
      // A paragraph behind a quotation falls back to the section that the heading opened.
      if (state.kind.startsWith('quote-') && headed) out.push({ at, found: { ...headed, kind: 'body', title: '' } })
      return
    }
    out.push({ at, found })
    if (found.kind === 'continued') return
    state.kind = found.kind
    state.headed = isHeading || (state.headed && found.kind.startsWith('quote-'))
  })
  return closeOpenings(out, blocks)
}

/** Ends every section where one of its own level or a higher one opens; a quotation is one block long. */
const closeOpenings = (found: readonly { at: number; found: Found }[], blocks: readonly Block[]): Opening[] => {
  const out: (Opening & { close: number })[] = []
  const open: { opening: Opening & { close: number } }[] = []
  const closeTo = (level: number, at: number): void => {
    while (open.length > 0 && (open[open.length - 1]?.opening.level ?? 0) >= level) {
      const last = open.pop()
      if (last) last.opening.close = at
    }
  }
  for (const { at, found: { kind, title, level } } of found) {
    const quote = out[out.length - 1]
    if (kind === 'continued' && quote?.kind.startsWith('quote-')) {
      quote.close = at + 1
      continue
    }
    const top = open[open.length - 1]?.opening
    // What stands under a numbered finding is that finding's: a quotation ends it.
    closeTo(kind.startsWith('quote-') && top?.kind.startsWith('finding-') ? top.level : level, at)
    if (kind === 'end') {
      closeTo(0, at)
      continue
    }
    const opening = { at, close: kind.startsWith('quote-') ? at + 1 : blocks.length, kind, title, level: Math.min(level, 3), part: null,
      item: null }
    out.push(opening)
    if (!kind.startsWith('quote-')) open.push({ opening })
  }
  return out
}

/** The items and parts of a periodic or current report. A heading that names two items opens two sections of one range. */
const itemOpenings = (blocks: readonly Block[], context: SectionContext): Opening[] => {
  const form = context.entry.type ?? context.submission?.form ?? formNamedIn(blocks)
  const headings = findItems(blocks, form, context.submission?.filedAt ?? null)
  const last = headings.at(-1)?.at
  const behind = last === undefined ? [] : behindItems(blocks, last)
  const end = behind[0]?.at ?? blocks.length
  const items = headings.map((heading) => {
    const isPart = heading.item === null
    const next = headings.find((other) => other.at > heading.at && (!isPart || other.item === null))
    return {
      at: heading.at,
      close: next ? next.at : end,
      kind: heading.kind,
      title: heading.title,
      level: isPart ? 1 : 2,
      part: heading.part,
      item: heading.item
    }
  })
  return [...items,
    ...behind.map((found, index) => ({ ...found, close: behind[index + 1]?.at ?? blocks.length, level: 1, part: null, item: null }))]
}

/** The form a document names on its first lines, where neither wrapper nor header does. */
const formNamedIn = (blocks: readonly Block[]): string | null => {
  let seen = 0
  for (const block of blocks) {
    const match = /\bform\s{1,3}(10-?K(?:SB|405)?|10-?Q(?:SB)?|8-?K|20-?F|6-?K)\b/i.exec(block.text.slice(0, 400))
    if (match?.[1]) return match[1].toUpperCase().replace(/^(\d+)-?/, '$1-')
    seen += 1
    if (seen > 40) return null
  }
  return null
}

const rangeOfBlocks = (blocks: readonly Block[], at: number, close: number): { start: number; end: number } => {
  const start = blocks[at]?.ranges[0]?.start ?? 0
  let end = start
  for (let index = at; index < close; index += 1) end = Math.max(end, blocks[index]?.ranges.at(-1)?.end ?? 0)
  return { start, end }
}

/**
 * Finds the sections of a document: items and parts where its form has them, and otherwise the sections of a release
 * (lede, findings, quotations, about, safe harbor, call, tables). Ids are `prefix` with `c1`, `c2` and so on, in order.
 */
export const findSections = (blocks: readonly Block[], context: SectionContext): Section[] => {
  const items = itemOpenings(blocks, context)
  const openings = items.length > 0 ? items : releaseOpenings(blocks, context)
  return openings.map((opening, index) => ({
    id: `${context.prefix}c${index + 1}`,
    kind: opening.kind,
    title: opening.title,
    level: opening.level,
    part: opening.part,
    item: opening.item,
    range: rangeOfBlocks(blocks, opening.at, opening.close)
  }))
}
