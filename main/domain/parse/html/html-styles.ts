import type { HtmlAttributes } from './html-tokens'
import type { ElementInfo } from './html-elements'
import { type SymbolFont, symbolFontOf } from './symbol-fonts'

/** How text is set, as bits of a run's mask. */
export const setting = { bold: 1, italic: 2, underline: 4, superscript: 8, subscript: 16, strike: 32 } as const

/** The alignment of a block; `start` where nothing says. */
export type Align = 'start' | 'left' | 'right' | 'center'

/** The style of an element as its children inherit it. Sizes and indents are in points. */
export interface TextStyle {
  readonly mask: number
  readonly size: number
  readonly align: Align
  readonly indent: number
  /** White text; hidden where nothing behind it has a colour of its own. */
  readonly white: boolean
  readonly background: boolean
  /** Text without colour, or so transparent that nothing of it is seen. */
  readonly unseen: boolean
  readonly preformatted: boolean
  /** A font whose letters are drawn as signs. */
  readonly symbols: SymbolFont | null
}

/** What one `style` attribute says; absent fields say nothing. */
export interface StyleRules {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly raised?: 'superscript' | 'subscript'
  readonly align?: Align
  /** Points, or a factor of the inherited size where `sizeIsFactor`. */
  readonly size?: number
  readonly sizeIsFactor?: boolean
  readonly indent?: number
  readonly white?: boolean
  readonly background?: boolean
  readonly unseen?: boolean
  readonly hidden?: boolean
  readonly breakBefore?: boolean
  readonly breakAfter?: boolean
  readonly preformatted?: boolean
  readonly inline?: boolean
  /** The font is named: one of signs, or null for one of letters. */
  readonly symbols?: SymbolFont | null
  /** Lines drawn over and under the box, as under the addends of a sum. */
  readonly ruleAbove?: RuleLook
  readonly ruleBelow?: RuleLook
}

/** How a line is drawn. */
export type RuleLook = 'single' | 'double'

type Draft = { -readonly [K in keyof StyleRules]: StyleRules[K] }

/** The style a document starts with: 12 points, the default of browsers. */
export const initialStyle: TextStyle = {
  mask: 0,
  size: 12,
  align: 'start',
  indent: 0,
  white: false,
  background: false,
  unseen: false,
  preformatted: false,
  symbols: null
}

/** Points of the seven sizes of `<font size>`, as browsers set them (HTML standard, rendering: 7.5 to 36 points). */
const fontSizes = [7.5, 10, 12, 13.5, 18, 24, 36]

const sizeWords: Readonly<Record<string, number>> = {
  'xx-small': 6.75,
  'x-small': 7.5,
  'small': 9.75,
  'medium': 12,
  'large': 13.5,
  'x-large': 18,
  'xx-large': 24
}

/** Points of a CSS length; null where it is none. Percent and em give factors in `sizeOf` only. */
const points = (value: string): number | null => {
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) return null
  if (value.endsWith('px')) return number * 0.75
  if (value.endsWith('in')) return number * 72
  if (value.endsWith('em')) return number * 10
  if (value.endsWith('%')) return number * 4
  return number
}

const setSize = (draft: Draft, value: string): void => {
  const word = sizeWords[value]
  if (word !== undefined) draft.size = word
  else if (value.endsWith('em') || value.endsWith('%')) {
    const factor = Number.parseFloat(value)
    if (Number.isNaN(factor)) return
    draft.size = value.endsWith('%') ? factor / 100 : factor
    draft.sizeIsFactor = true
  } else {
    const size = points(value)
    if (size !== null) draft.size = size
  }
}

/** White, or so near to it that no reader sees it on paper. */
const isWhite = (colour: string): boolean =>
  colour === 'white' || colour === '#fff' || /^#?f[c-f]f[c-f]f[c-f]$/u.test(colour) ||
  /^rgb\(25[2-5],25[2-5],25[2-5]\)$/u.test(colour.replaceAll(' ', ''))

const isUnseen = (colour: string): boolean =>
  colour === 'transparent' || /^(?:rgba|hsla)\(.*,0(?:\.0+)?%?\)$/u.test(colour.replaceAll(' ', ''))

const setFont = (draft: Draft, value: string): void => {
  for (const word of value.split(/[ /]/u, 8)) {
    if (word === 'bold' || word === 'bolder') draft.bold = true
    else if (word === 'italic' || word === 'oblique') draft.italic = true
    else if (/^[\d.]+(?:pt|px|em|%)$/u.test(word) && draft.size === undefined) setSize(draft, word)
  }
  const font = /(?:wingdings(?: 2)?|webdings)/u.exec(value)
  if (font) draft.symbols = symbolFontOf(font[0])
}

const setDecoration = (draft: Draft, value: string): void => {
  if (value.includes('underline')) draft.underline = true
  if (value.includes('line-through')) draft.strike = true
}

const setAlign = (draft: Draft, value: string): void => {
  if (value === 'center' || value === 'right' || value === 'left') draft.align = value
  else if (value === 'justify' || value === 'start') draft.align = 'left'
  else if (value === 'end') draft.align = 'right'
}

/** What a border says of the line drawn there; null where it draws none. */
const ruleOf = (value: string): RuleLook | null =>
  /\b(?:none|hidden)\b|^0(?:px|pt)?\b|\b0(?:px|pt)\b/.test(value) || !/\b(?:solid|double)\b/.test(value)
    ? null
    : /\bdouble\b/.test(value)
    ? 'double'
    : 'single'

const setRule = (draft: Draft, side: 'ruleAbove' | 'ruleBelow', value: string): void => {
  const rule = ruleOf(value)
  if (rule !== null) draft[side] = rule
}

const setBreak = (draft: Draft, before: boolean, value: string): void => {
  if (value !== 'always' && value !== 'page' && value !== 'left' && value !== 'right') return
  if (before) draft.breakBefore = true
  else draft.breakAfter = true
}

const addIndent = (draft: Draft, value: string): void => {
  const indent = points(value)
  if (indent !== null) draft.indent = (draft.indent ?? 0) + indent
}

const setters: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  'font-weight': (draft, value) => {
    draft.bold = value.startsWith('bold') || Number.parseInt(value, 10) >= 600
  },
  'font-style': (draft, value) => {
    draft.italic = value === 'italic' || value === 'oblique'
  },
  'text-decoration': setDecoration,
  'text-decoration-line': setDecoration,
  'vertical-align': (draft, value) => {
    if (value === 'super' || value === 'text-top') draft.raised = 'superscript'
    else if (value === 'sub') draft.raised = 'subscript'
  },
  // Workiva raises footnote marks by `position:relative;top:-3.5pt` and a small size.
  'top': (draft, value) => {
    const by = points(value)
    if (by !== null && by <= -2 && by > -12) draft.raised = 'superscript'
    else if (by !== null && by >= 2 && by < 12) draft.raised = 'subscript'
  },
  'font-family': (draft, value) => {
    draft.symbols = symbolFontOf(value)
  },
  'border-top': (draft, value) => setRule(draft, 'ruleAbove', value),
  'border-bottom': (draft, value) => setRule(draft, 'ruleBelow', value),
  'border-top-style': (draft, value) => setRule(draft, 'ruleAbove', value),
  'border-bottom-style': (draft, value) => setRule(draft, 'ruleBelow', value),
  'text-align': setAlign,
  'font-size': setSize,
  'font': setFont,
  'margin-left': addIndent,
  'padding-left': addIndent,
  'text-indent': addIndent,
  'color': (draft, value) => {
    draft.white = isWhite(value)
    if (isUnseen(value)) draft.unseen = true
  },
  'opacity': (draft, value) => {
    if (Number.parseFloat(value) === 0) draft.unseen = true
  },
  'background': (draft, value) => {
    draft.background = !isWhite(value) && value !== 'transparent' && value !== 'none'
  },
  'background-color': (draft, value) => {
    draft.background = !isWhite(value) && value !== 'transparent'
  },
  'background-image': (draft) => {
    draft.background = true
  },
  'display': (draft, value) => {
    if (value === 'none') draft.hidden = true
    else if (value === 'inline') draft.inline = true
  },
  'visibility': (draft, value) => {
    if (value === 'hidden' || value === 'collapse') draft.hidden = true
  },
  'page-break-before': (draft, value) => setBreak(draft, true, value),
  'page-break-after': (draft, value) => setBreak(draft, false, value),
  'break-before': (draft, value) => setBreak(draft, true, value),
  'break-after': (draft, value) => setBreak(draft, false, value),
  'white-space': (draft, value) => {
    draft.preformatted = value === 'pre' || value === 'pre-wrap'
  }
}

const noRules: StyleRules = {}

const parseRules = (style: string): StyleRules => {
  const draft: Draft = {}
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const set = Object.hasOwn(setters, name) ? setters[name] : undefined
    if (set === undefined) continue
    const value = declaration.slice(colon + 1).trim().toLowerCase()
    set(draft, value.endsWith('!important') ? value.slice(0, -10).trim() : value)
  }
  if (draft.size === 0 && draft.sizeIsFactor !== true) draft.hidden = true
  if (draft.raised !== undefined && !/vertical-align|position/iu.test(style)) delete draft.raised
  return draft
}

/** Reads `style` attributes, each spelling once; keeps at most 20,000 spellings, which no real filing reaches. */
export class StyleReader {
  readonly #known = new Map<string, StyleRules>()

  /** What a `style` attribute says; nothing for none. */
  rules(style: string | undefined): StyleRules {
    if (style === undefined || style === '') return noRules
    const known = this.#known.get(style)
    if (known !== undefined) return known
    const rules = parseRules(style)
    if (this.#known.size >= 20_000) this.#known.clear()
    this.#known.set(style, rules)
    return rules
  }
}

const ownMask: Readonly<Record<string, number>> = {
  b: setting.bold,
  strong: setting.bold,
  th: setting.bold,
  h1: setting.bold,
  h2: setting.bold,
  h3: setting.bold,
  h4: setting.bold,
  h5: setting.bold,
  h6: setting.bold,
  i: setting.italic,
  em: setting.italic,
  cite: setting.italic,
  var: setting.italic,
  u: setting.underline,
  ins: setting.underline,
  s: setting.strike,
  strike: setting.strike,
  del: setting.strike,
  sup: setting.superscript,
  sub: setting.subscript
}

const headingSizes = [0, 24, 18, 14, 12, 10, 8]

/** What an element's own attributes and name say, before its parent's style is known. */
export interface OwnStyle {
  readonly rules: StyleRules
  readonly mask: number
  readonly size: number | null
  readonly align: Align | null
  readonly white: boolean | null
  readonly background: boolean
  readonly symbols: SymbolFont | null | undefined
}

const alignOf = (value: string | undefined): Align | null => {
  const lower = value?.toLowerCase()
  if (lower === 'center' || lower === 'right' || lower === 'left') return lower
  return lower === 'justify' ? 'left' : null
}

const fontSize = (value: string | undefined): number | null => {
  if (value === undefined) return null
  const number = Number.parseInt(value, 10)
  if (Number.isNaN(number)) return null
  const step = /^[+-]/u.test(value) ? 3 + number : number
  return fontSizes[Math.min(7, Math.max(1, step)) - 1] ?? null
}

/** The style that an element brings with it: its name, its presentational attributes and its `style`. */
export const ownStyle = (name: string, info: ElementInfo, attributes: HtmlAttributes, rules: StyleRules): OwnStyle => {
  const colour = attributes.get('color')
  const background = attributes.get('bgcolor')
  const align = name === 'center' ? 'center' : name === 'table' ? null : alignOf(attributes.get('align'))
  return {
    rules,
    mask: ownMask[name] ?? 0,
    size: name === 'font' ? fontSize(attributes.get('size')) : info.heading > 0 ? headingSizes[info.heading] ?? null : null,
    align: align ?? (name === 'th' ? 'center' : null),
    white: colour === undefined ? null : isWhite(colour.toLowerCase()),
    background: (background !== undefined && !isWhite(background.toLowerCase())) || attributes.has('background'),
    symbols: rules.symbols === undefined && name === 'font' && attributes.has('face')
      ? symbolFontOf(attributes.get('face') ?? '')
      : rules.symbols
  }
}

const applyMask = (inherited: number, own: OwnStyle): number => {
  const { rules } = own
  let mask = inherited | own.mask
  if (rules.bold !== undefined) mask = rules.bold ? mask | setting.bold : mask & ~setting.bold
  if (rules.italic !== undefined) mask = rules.italic ? mask | setting.italic : mask & ~setting.italic
  if (rules.underline === true) mask |= setting.underline
  if (rules.strike === true) mask |= setting.strike
  if (rules.raised !== undefined) mask |= setting[rules.raised]
  return mask
}

/** The style inside an element, from its parent's and its own; the parent's itself where the element changes nothing. */
export const inherit = (parent: TextStyle, own: OwnStyle): TextStyle => {
  const { rules } = own
  const mask = applyMask(parent.mask, own)
  const size = rules.size === undefined ? own.size ?? parent.size : rules.sizeIsFactor === true ? parent.size * rules.size : rules.size
  const align = rules.align ?? own.align ?? parent.align
  const indent = parent.indent + (rules.indent ?? 0)
  const white = rules.white ?? own.white ?? parent.white
  const background = parent.background || own.background || rules.background === true
  const unseen = parent.unseen || rules.unseen === true
  const preformatted = rules.preformatted ?? parent.preformatted
  const symbols = own.symbols === undefined ? parent.symbols : own.symbols
  const same = mask === parent.mask && size === parent.size && align === parent.align && indent === parent.indent
    && white === parent.white && background === parent.background && unseen === parent.unseen && preformatted === parent.preformatted
    && symbols === parent.symbols
  return same ? parent : { mask, size, align, indent, white, background, unseen, preformatted, symbols }
}

/**
 * What a table takes over from the text around it: without a document type, as filings are, browsers reset alignment,
 * weight and slant at a table (HTML standard, "tables", quirks).
 */
export const atTable = (style: TextStyle): TextStyle => {
  const mask = style.mask & ~(setting.bold | setting.italic)
  return style.align === 'start' && mask === style.mask ? style : { ...style, align: 'start', mask }
}
