/** The fonts whose letters are drawn as signs. */
export type SymbolFont = 'wingdings' | 'wingdings 2' | 'webdings'

/** The sign that a letter of such a font draws, by the letter; letters that draw nothing an analyst reads are left out. */
const SIGNS: Readonly<Record<SymbolFont, Readonly<Record<string, string>>>> = {
  'wingdings': { '\u00a8': '\u2610', 'o': '\u2610', 'q': '\u2610', 'r': '\u2610', '\u00fe': '\u2611', '\u00fd': '\u2612', 'x': '\u2612',
    '\u00fb': '\u2717', '\u00fc': '\u2713', 'l': '\u25cf', 'n': '\u25a0', '\u00a7': '\u25aa', '\u00d8': '\u27a2', 'v': '\u2756' },
  'wingdings 2': { '\u00a3': '\u2610', '*': '\u2610', 'R': '\u2611', 'S': '\u2612', 'T': '\u2612', 'Q': '\u2612', 'P': '\u2713',
    'O': '\u2717' },
  'webdings': { 'c': '\u2610', 'a': '\u2713', 'r': '\u2717', 'g': '\u25a0', '=': '\u25cf' }
}

const ALL = new Set(Object.values(SIGNS).flatMap((signs) => Object.values(signs)))

/** The signs that this reading puts in place of letters. */
export const isSymbolSign = (sign: string): boolean => ALL.has(sign)

/** More letters than this (code units, blanks not counted) are words that were given the font by mistake. */
const MOST_SIGNS = 3

/** The symbol font that a list of font names begins with; null where it begins with another. */
export const symbolFontOf = (names: string): SymbolFont | null => {
  const first = names.split(',', 1)[0]?.replace(/["']/g, '').trim().toLowerCase() ?? ''
  return first === 'wingdings' || first === 'wingdings 2' || first === 'webdings' ? first : null
}

/** What a font draws for a letter: its sign, else the letter itself. The private use area holds the same letters 0xF000 higher. */
export const symbolOf = (font: SymbolFont, letter: string): string => {
  const unit = letter.charCodeAt(0)
  const plain = letter.length === 1 && unit >= 0xf000 && unit <= 0xf0ff ? String.fromCharCode(unit - 0xf000) : letter
  return SIGNS[font][plain] ?? letter
}

/** Whether a stretch of text in a symbol font is signs, and not words that were given the font by mistake. */
export const areSigns = (text: string): boolean => text.replace(/\s/g, '').length <= MOST_SIGNS
