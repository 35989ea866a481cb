import type { Block, Section } from '#contract/filing'
import type { SafeHarbor, SafeHarborItem, SafeHarborTrigger } from '#contract/finding'
import type { TextRange } from '#contract/range'
import { tagItem, tagRisks } from '../risk/tag-risks'
import { viewText } from '../text/sentence-view'
import type { SentenceView } from '../text/sentence-view'
import { readEnumeration } from './enumerations'
import { splitItems } from './split-items'
import { readTriggerWords } from './trigger-words'
import type { Stretch } from './trigger-words'

/** Words in which the text is counted for specificity. */
const PER_WORDS = 100

/** Numbers, names in capitals and dates per 100 words: how particular a caution is to its filer (Hope, Hu and Lu 2016). */
export const specificityOf = (text: string): number => {
  const words = text.split(/\s+/).filter((word) => /\w/.test(word))
  if (words.length === 0) return 0
  const particular = words.slice(1).filter((word) => /\d/.test(word) || /^["“(]?[A-Z][A-Za-z]/.test(word))
    .filter((word) => !/^["“(]?(?:Company|Corporation|Securities|The|Our|I|We)\b/.test(word)).length
  return Math.round((particular * PER_WORDS * 10) / words.length) / 10
}

const mark = (view: SentenceView, stretch: Stretch): SafeHarborTrigger => ({
  ...view.at(stretch.start, stretch.end),
  text: view.text.slice(stretch.start, stretch.end)
})

/** Token indices that a stretch of the sentence's text covers. */
const tokensOf = (view: SentenceView, stretch: Stretch): { from: number; to: number } => {
  const { starts, ends } = view.tokens
  let from = 0
  while (from < starts.length && (starts[from] ?? 0) < stretch.start) from += 1
  let to = from
  while (to < ends.length && (ends[to] ?? 0) <= stretch.end) to += 1
  return { from, to }
}

interface Draft {
  readonly triggers: SafeHarborTrigger[]
  readonly subjects: Omit<SafeHarborItem, 'id'>[]
  readonly factors: Omit<SafeHarborItem, 'id'>[]
  readonly pointers: SafeHarborTrigger[]
  openEnded: boolean
}

const WHOLE = { from: 0, to: Number.POSITIVE_INFINITY }

/** In a sentence longer than this, in UTF-16 units, each item is read by itself and not among the words of all others. */
const LONGEST_WHOLE = 20_000

/** A subject is a topic, and no risk unless its words say so; a factor is a risk by where it stands. */
const itemOf = (view: SentenceView, stretch: Stretch, leads: 'subjects' | 'factors'): Omit<SafeHarborItem, 'id'> => {
  const shown = mark(view, stretch)
  if (view.text.length > LONGEST_WHOLE && stretch.end - stretch.start < view.text.length / 2) {
    const alone = viewText(shown.text)
    return { ...shown, risks: leads === 'factors' ? tagItem(alone, WHOLE) : tagRisks(alone), specificity: specificityOf(shown.text) }
  }
  const tokens = tokensOf(view, stretch)
  return { ...shown, risks: leads === 'factors' ? tagItem(view, tokens) : tagRisks(view, tokens), specificity: specificityOf(shown.text) }
}

const isListed = (view: SentenceView): boolean =>
  view.block.kind === 'list-item' || view.block.kind === 'list'
  || /^\s*(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})\)|[•·*▪–—-])\s/i.test(view.text)

/** Reads a sentence that stands as an item of the list a sentence before it opened. */
const readListed = (view: SentenceView, leads: 'subjects' | 'factors', draft: Draft): void => {
  for (const stretch of splitItems(view.text, 0, view.text.length).slice(0, 1)) {
    const whole = { start: stretch.start, end: view.text.replace(/[\s,;.]+$|[,;]\s*(?:and|or)\s*$/, '').length }
    if (whole.end - whole.start > 3) draft[leads].push(itemOf(view, whole, leads))
  }
}

const readSentence = (view: SentenceView, draft: Draft): 'subjects' | 'factors' | null => {
  const list = readTriggerWords(view)
  for (const word of list.words) draft.triggers.push(mark(view, word))
  draft.openEnded ||= list.openEnded
  if (list.words.length > 2) return null
  const read = readEnumeration(view.text)
  for (const item of read.subjects) draft.subjects.push(itemOf(view, item, 'subjects'))
  for (const item of read.factors) draft.factors.push(itemOf(view, item, 'factors'))
  for (const item of read.pointers) draft.pointers.push(mark(view, item))
  return read.leadsList
}

const contiguousRanges = (views: readonly SentenceView[]): TextRange[] => {
  const out: { start: number; end: number; last: number }[] = []
  for (const view of views) {
    const { start, end } = view.sentence
    const open = out[out.length - 1]
    if (open && open.last + 1 === view.index) {
      open.end = Math.max(open.end, end)
      open.last = view.index
    } else out.push({ start, end, last: view.index })
  }
  return out.map(({ start, end }) => ({ start, end }))
}

const GROUP_TITLE =
  /^(?:item\b|part\b|risks?,? (?:related|relating|associated|that relate)|general risks?|summary|business risks|financial risks|legal)/i
const SAYS = /[.!]["”]?$|\b(?:may|could|would|will|is|are|can|if|have|has|depends?|face|rely|relies|subject|affects?|harm|impacts?)\b/i

/** Whether a heading of Item 1A states a risk rather than naming a group of them. */
const isCaption = (text: string): boolean => text.split(' ').length >= 5 && SAYS.test(text) && !GROUP_TITLE.test(text)

/** Subcaptions of Item 1A as risk factors: the headings of lowest level inside it. */
const captionFactors = (blocks: readonly Block[], sections: readonly Section[],
  tag: (text: string) => readonly string[]): Omit<SafeHarborItem, 'id'>[] => {
  const item = sections.find((section) => section.item?.toUpperCase() === '1A')
  if (!item) return []
  const headings = blocks.filter((block) => {
    const range = block.ranges[0]
    return block.kind === 'heading' && range && range.start > item.range.start && range.end <= item.range.end && isCaption(block.text)
  })
  return headings.flatMap((block) => {
    const range = block.ranges[0]
    const last = block.ranges[block.ranges.length - 1]
    return range && last
      ? [{ start: range.start, end: last.end, text: block.text, risks: tag(block.text), specificity: specificityOf(block.text) }]
      : []
  })
}

/**
 * Reads the filing's own safe harbor: its trigger words, its subjects, its risk factors, and what it points to. Null where
 * the document has none. Item 1A subcaptions join the risk factors.
 */
export const readSafeHarbor = (
  statement: readonly SentenceView[],
  input: { blocks: readonly Block[]; sections: readonly Section[]; prefix: string },
  tag: (text: string) => readonly string[]
): SafeHarbor | null => {
  const draft: Draft = { triggers: [], subjects: [], factors: [], pointers: [], openEnded: false }
  let leads: 'subjects' | 'factors' | null = null
  for (const view of statement) {
    if (leads && isListed(view)) readListed(view, leads, draft)
    else leads = readSentence(view, draft)
  }
  for (const factor of captionFactors(input.blocks, input.sections, tag)) draft.factors.push(factor)
  if (statement.length === 0 && draft.factors.length === 0) return null
  return {
    ranges: contiguousRanges(statement),
    triggers: draft.triggers,
    subjects: draft.subjects.map((item, index) => ({ id: `${input.prefix}p${index + 1}`, ...item })),
    riskFactors: draft.factors.map((item, index) => ({ id: `${input.prefix}r${index + 1}`, ...item })),
    openEnded: draft.openEnded,
    pointers: draft.pointers
  }
}
