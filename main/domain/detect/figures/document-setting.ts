import type { Block } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { currencyBehind, USUAL_CURRENCIES } from './number/currencies'
import type { CurrencySetting } from './number/currencies'
import { readScale } from './number/scale-words'
import { pattern } from '#model/pattern'

/** What a whole document says of its numbers. */
export interface DocumentSetting extends CurrencySetting {
  /** The currency of amounts that stand without a sign; null where the document names none at all. */
  readonly main: string | null
  /** What amounts of money in the sentences of a block are multiplied by; 1 where nothing is said. */
  scaleOf(block: NodeId): number
}

const STATED = pattern('i')`
  \b(?:expressed|stated|presented|reported|denominated|references? to|dollar amounts?|amounts?|figures
  |currency)\b[^.]{0,90}?\b((?:canadian|australian|hong kong|singapore|new zealand|new taiwan|u\.?s\.?
  |united states) dollars)\b`

/** The dollars that a document says it means by "$". */
const dollarOf = (blocks: readonly Block[]): string => {
  const votes = new Map<string, number>()
  for (const { text } of blocks) {
    if (!/dollars/i.test(text)) continue
    const code = currencyBehind(STATED.exec(text)?.[1] ?? '', 0, USUAL_CURRENCIES)?.code
    if (code !== undefined) votes.set(code, (votes.get(code) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? USUAL_CURRENCIES.dollar
}

const SIGN = /[$€£¥]|\bRMB|\bCHF\b/g

const countSigns = (blocks: readonly Block[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { text } of blocks) for (const [sign] of text.matchAll(SIGN)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

const AMOUNT = /[$€£]\s?\(?(\d[\d,]*(?:\.\d+)?)\)?(\s?(?:thousand|million|billion|trillion)\b)?(?!\s?per (?:\w+ )?share)/g
/** Digits from which an amount is plainly not told in thousands or millions. */
const WHOLE = 1e7

/** How the sentences under a caption tell their amounts: with a scale word, plainly whole, or bare. */
interface Told {
  worded: number
  whole: number
  bare: number
}

const tally = (text: string, into: Told): void => {
  for (const [, digits = '', word] of text.matchAll(AMOUNT)) {
    if (word !== undefined) into.worded += 1
    else if (Number(digits.replaceAll(',', '')) >= WHOLE) into.whole += 1
    else into.bare += 1
  }
}

/** Longest caption of a statement or of notes, in UTF-16 units. */
const CAPTION = 260
const OPENS_PART = /^\W*(?:part\s+[IVX]+\b|item\s+\d|signatures?\b)/i

/** Whether a block is a caption that sets a scale: short, and no sentence that leads to a table or says what an amount was. */
const captionScale = ({ kind, text }: Block): number | null => {
  if (kind === 'table' || text.length > CAPTION || /:\s*$/.test(text) || !/thousands|millions|billions|000/i.test(text)) return null
  const isAlone =
    /^(?:[^a-z(]*|.{0,120})\([^()]*\)\W*$|^\W*(?:(?:all\s+)?(?:dollars?|amounts?|dollar amounts|tabular|figures|currencies|in)\b)/i
      .test(text.trim())
  return isAlone && !/\btables?\b|\btabular\b/i.test(text) ? readScale(text).money : null
}

/** A stretch of blocks under one caption. */
interface Stretch {
  readonly scale: number
  readonly blocks: NodeId[]
  readonly told: Told
}

const QUIET: ReadonlySet<string> = new Set(['heading', 'title', 'caption', 'page-break', 'page-header', 'page-footer', 'rule', 'artifact',
  'footer-code'])

/** Whether sentences, and no table, come first below a caption. */
const leadsProse = (blocks: readonly Block[], at: number): boolean => {
  const next = blocks.slice(at + 1, at + 12).find((block) =>
    !QUIET.has(block.kind) && !(block.text.length < CAPTION && !/[.]\s*$/.test(block.text) && block.kind !== 'table')
  )
  return next !== undefined && next.kind !== 'table' && next.kind !== 'image'
}

const stretchesOf = (blocks: readonly Block[]): Stretch[] => {
  const out: Stretch[] = []
  let open: Stretch | null = null
  blocks.forEach((block, at) => {
    const scale = captionScale(block)
    if (scale !== null && leadsProse(blocks, at)) {
      open = { scale, blocks: [], told: { worded: 0, whole: 0, bare: 0 } }
      out.push(open)
    } else if ((block.kind === 'heading' || block.kind === 'title' || block.text.length < 80) && block.kind !== 'table' &&
      OPENS_PART.test(block.text)) open = null
    if (open === null || block.kind === 'table') return
    open.blocks.push(block.id)
    tally(block.text, open.told)
  })
  return out
}

/** The scale of sentences by block: of a caption above them, where their amounts stand without scale words. */
const proseScales = (blocks: readonly Block[]): ReadonlyMap<NodeId, number> => {
  const stretches = stretchesOf(blocks)
  const told = stretches.reduce(
    (sum, { told: one }) => ({ worded: sum.worded + one.worded, whole: sum.whole + one.whole, bare: sum.bare + one.bare }),
    { worded: 0, whole: 0, bare: 0 }
  )
  if (told.bare === 0 || told.worded * 2 > told.bare || told.whole * 4 > told.bare) return new Map()
  return new Map(stretches.flatMap(({ scale, blocks: ids }) => ids.map((id) => [id, scale] as const)))
}

/** Reads what a document says of its numbers once, for all of them. */
export const readSetting = (blocks: readonly Block[]): DocumentSetting => {
  const signs = countSigns(blocks)
  const dollar = dollarOf(blocks)
  const yuan = signs.get('RMB') ?? 0
  const yen = yuan > 0 || blocks.some(({ text }) => /\brenminbi\b/i.test(text)) ? 'CNY' : USUAL_CURRENCIES.yen
  const codes: Readonly<Record<string, string>> = { '$': dollar, '€': 'EUR', '£': 'GBP', '¥': yen, 'RMB': 'CNY', 'CHF': 'CHF' }
  const main = [...signs].sort((a, b) => b[1] - a[1])[0]?.[0]
  const scales = proseScales(blocks)
  return { dollar, yen, main: main === undefined ? null : codes[main] ?? null, scaleOf: (block) => scales.get(block) ?? 1 }
}
