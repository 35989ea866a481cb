import type { Draft } from './html-draft'
import { isMarker } from './html-tables'
import { notHeadings } from '../not-headings'
import { setting } from './html-styles'
import { capitalShare, endsSentence, isSignatureLine, wordCount } from '../text/text-classes'

/** The look of a possible heading; two headings of one look have one level. */
interface Look {
  readonly tag: number
  readonly larger: boolean
  readonly bold: boolean
  readonly capitals: boolean
  readonly underline: boolean
  readonly italic: boolean
  readonly centred: boolean
}

/** Headings are short; a bold sentence over a risk factor is the longest kind there is. */
const longestHeading = 420

/** Levels beyond this are all shown as the deepest. */
const deepestLevel = 6

const isPart = /^part\s+(?:[iv]{1,3}|[1-4]|one|two|three|four)\b/iu
const isItem = /^(?:items?\s*(?:no\.?\s*)?(?:\d{1,2}[a-c]?|x)\b|items?\s+[1-9]\.\d\d\b)/iu

/** Whether every letter of a leaf is set with `bit`; marks around the letters do not count. */
const isAll = (draft: Draft, bit: number): boolean => {
  const { leaf } = draft
  let any = false
  for (const span of leaf.styled) {
    if ((span.mask & bit) !== 0) any = true
    else if ((span.mask & setting.superscript) === 0 && /[\p{L}\p{N}]/u.test(leaf.text.slice(span.start, span.end))) return false
  }
  return any
}

/** The size most of the text is set in, in points. */
const bodySize = (drafts: readonly Draft[]): number => {
  const sizes = new Map<number, number>()
  for (const { leaf } of drafts) {
    if (leaf.kind !== 'text') continue
    const size = Math.round(leaf.size * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + leaf.text.length)
  }
  let best = 0
  let most = -1
  for (const [size, length] of sizes) {
    if (length > most) {
      most = length
      best = size
    }
  }
  return best
}

const lookOf = (draft: Draft, body: number): Look => ({
  tag: draft.leaf.place.heading,
  larger: draft.leaf.size > body * 1.12,
  bold: isAll(draft, setting.bold),
  capitals: capitalShare(draft.leaf.text) >= 0.8,
  underline: isAll(draft, setting.underline),
  italic: isAll(draft, setting.italic),
  centred: draft.leaf.align === 'center'
})

const isEmphatic = (look: Look): boolean => look.tag > 0 || look.larger || look.bold || look.capitals || look.underline || look.italic

/** Whether the text can be a heading at all: it has a word, is short, and is no bullet, number, signature or lone mark. */
const canHead = (draft: Draft, words: number): boolean => {
  const { text } = draft.leaf
  if (words > 60 || !/\p{L}{3}/u.test(text)) return false
  if (isMarker(draft.leaf) && !isPart.test(text) && !isItem.test(text)) return false
  return !/^[•·▪◦■●○❖➢✓∙\u00b7\uf0b7*]/u.test(text) && !isSignatureLine(text) && !/^[_\s-]{4}|_{5}/u.test(text)
    && !/^\(.*\)$/u.test(text)
}

/** Whether a bold or italic sentence stands over the paragraph it sums up, as the captions of risk factors do. */
const isCaption = (draft: Draft, next: Draft | undefined, look: Look): boolean => {
  if (look.capitals || !(look.bold || look.italic || look.underline) || next?.leaf.kind !== 'text') return false
  // More than one sentence set in bold is emphasis and not a caption.
  if (/[.?!]["”’)]?\s+["“(]?\p{Lu}/u.test(draft.leaf.text.replaceAll(/\b(?:Inc|Corp|Co|Ltd|No|U\.S|vs|Item \d+[A-C]?)\./gu, '')))
    return false
  return next.leaf.text.length > 80 && !isAll(next, setting.bold) && !(look.italic && isAll(next, setting.italic))
}

const isHeading = (draft: Draft, next: Draft | undefined, look: Look): boolean => {
  const words = wordCount(draft.leaf.text)
  if (!isEmphatic(look) || !canHead(draft, words)) return false
  if (look.tag > 0 && words <= 40) return true
  const numbered = isPart.test(draft.leaf.text) || isItem.test(draft.leaf.text)
  if (numbered && words <= 30) return true
  if (endsSentence(draft.leaf.text) && words > 3) return isCaption(draft, next, look)
  if (/[,;]$/u.test(draft.leaf.text)) return false
  if (look.italic && !look.bold && !look.underline && !look.centred) return words <= 14
  if (look.capitals && !look.bold && !look.centred && !look.underline) return words <= 14 && /\p{L}{4}/u.test(draft.leaf.text)
  return words <= (look.centred ? 40 : 30)
}

const describe = (look: Look): string => {
  const parts = [
    look.tag > 0 ? `an h${String(look.tag)} element` : '',
    look.larger ? 'larger than the text' : '',
    look.bold ? 'bold' : '',
    look.capitals ? 'capitals' : '',
    look.underline ? 'underlined' : '',
    look.italic ? 'italic' : '',
    look.centred ? 'centred' : ''
  ].filter((part) => part !== '')
  return parts.join(', ')
}

const keyOf = (look: Look): string =>
  `${String(look.tag)}${look.larger ? 'L' : ''}${look.bold ? 'b' : ''}${look.capitals ? 'c' : ''}${look.underline ? 'u' : ''}${
    look.italic ? 'i' : ''
  }${look.centred ? 'm' : ''}`

interface Found {
  readonly draft: Draft
  readonly look: Look
}

/** The headings that head a text; the others are given the kind that they have instead. */
const withoutOthers = (drafts: readonly Draft[], found: readonly Found[]): Found[] => {
  const looks = new Set(found.map(({ draft }) => draft))
  const others = notHeadings(
    drafts.map((draft) => ({ kind: looks.has(draft) ? 'heading' : draft.kind, text: draft.leaf.kind === 'text' ? draft.leaf.text : '' }))
  )
  for (const [at, { kind, why }] of others) {
    const draft = drafts[at]
    if (draft === undefined) continue
    draft.kind = kind
    draft.why = why
    looks.delete(draft)
  }
  return found.filter(({ draft }) => looks.has(draft))
}

/**
 * Marks headings and gives them levels: the parts and items of a form come first, then every look in the order in which
 * it first appears in its item, or in the document where there are no items.
 */
export const markHeadings = (drafts: readonly Draft[]): void => {
  const body = bodySize(drafts)
  const found: Found[] = []
  drafts.forEach((draft, at) => {
    if (draft.leaf.kind !== 'text' || draft.kind !== 'paragraph' || draft.leaf.text.length > longestHeading) return
    const look = lookOf(draft, body)
    if (isHeading(draft, drafts[at + 1], look)) found.push({ draft, look })
  })
  const heads = withoutOthers(drafts, found)
  const items = heads.some(({ draft }) => isItem.test(draft.leaf.text))
  const parts = heads.some(({ draft }) => isPart.test(draft.leaf.text))
  const base = (items ? 1 : 0) + (parts ? 1 : 0)
  // Every item begins the order anew: the cover page and the items before have looks of their own, which would use up the levels.
  let levels = new Map<string, number>()
  let above = 0
  for (const { draft, look } of heads) {
    draft.kind = 'heading'
    if (isPart.test(draft.leaf.text) || isItem.test(draft.leaf.text)) {
      levels = new Map()
      above = base
    }
    if (isPart.test(draft.leaf.text)) draft.level = 1
    else if (isItem.test(draft.leaf.text)) draft.level = parts ? 2 : 1
    else {
      const key = keyOf(look)
      if (!levels.has(key)) levels.set(key, above + levels.size + 1)
      draft.level = Math.min(deepestLevel, levels.get(key) ?? deepestLevel)
    }
    draft.why = `A short line set ${describe(look)}; level ${String(draft.level)} by the order in which its look first appears.`
  }
}
