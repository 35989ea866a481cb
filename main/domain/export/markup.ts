/** A piece of HTML in which everything foreign has been escaped. Only `html` and `joined` make one. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a gap of an `html` template: text is escaped, markup is taken as it is, null leaves nothing. */
export type Gap = string | number | Markup | readonly Markup[] | null

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** Names of the characters that reorder or hide their neighbours, shown in their place (Unicode 16, Bidi_Control). */
const HIDDEN_CONTROLS: Readonly<Record<string, string>> = {
  '\u061c': 'ALM', '\u200e': 'LRM', '\u200f': 'RLM', '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO',
  '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI'
}

const isPlainControl = (unit: number): boolean =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) || unit === 0x7f

/** Two ranges of code units hold all that needs care; the test is cheap enough for every character of a long filing. */
const NEEDS_CARE = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/

const careful = (character: string): string => {
  const entity = ENTITIES[character]
  if (entity !== undefined) return entity
  const name = HIDDEN_CONTROLS[character]
  if (name !== undefined) return `\u2039${name}\u203a`
  const unit = character.charCodeAt(0)
  if (isPlainControl(unit)) return unit === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + unit)
  return character.length === 1 && unit >= 0xd800 && unit <= 0xdfff ? '\ufffd' : character
}

/**
 * Text made safe for an element or a quoted attribute. Controls that would reorder or hide neighbouring words are shown by name,
 * other control characters by their picture, and a lone surrogate by the replacement character.
 */
export const escapeText = (text: string): string => {
  if (!NEEDS_CARE.test(text)) return text
  let out = ''
  for (const character of text) out += careful(character)
  return out
}

const fill = (gap: Gap): string => {
  if (gap === null) return ''
  if (typeof gap === 'string') return escapeText(gap)
  if (typeof gap === 'number') return String(gap)
  return 'markup' in gap ? gap.markup : gap.map((one) => one.markup).join('')
}

/** A template of HTML: what is written in it is markup, what is put into its gaps is escaped. */
export const html = (strings: TemplateStringsArray, ...gaps: readonly Gap[]): Markup => {
  let out = strings[0] ?? ''
  for (const [at, gap] of gaps.entries()) out += fill(gap) + (strings[at + 1] ?? '')
  return { markup: out }
}

/** Pieces of markup in a row. */
export const joined = (pieces: readonly Markup[], between = ''): Markup => ({ markup: pieces.map((piece) => piece.markup).join(escapeText(between)) })
