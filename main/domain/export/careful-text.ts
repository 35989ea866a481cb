/** Names of the characters that reorder or hide their neighbours, shown in their place (Unicode 16, Bidi_Control). */
const HIDDEN_CONTROLS: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI'
}

/** Whether a code unit is a control that is no white space. */
const isPlainControl = (unit: number): boolean => (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) || unit === 0x7f

/** Whether a code unit reorders or hides its neighbours. */
const isBidiControl = (unit: number): boolean =>
  unit === 0x061c || unit === 0x200e || unit === 0x200f || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)

/** One character as it may be shown: a control by its name or picture, half of a pair as the replacement character, any other as it is. */
export const carefulCharacter = (character: string): string => {
  const name = HIDDEN_CONTROLS[character]
  if (name !== undefined) return `\u2039${name}\u203a`
  const unit = character.charCodeAt(0)
  if (isPlainControl(unit)) return unit === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + unit)
  return character.length === 1 && unit >= 0xd800 && unit <= 0xdfff ? '\ufffd' : character
}

/** Whether a code unit is one that `carefulCharacter` changes, or half of a pair that it must look at whole. */
export const needsCare = (unit: number): boolean =>
  unit < 0x80 ? isPlainControl(unit) : isBidiControl(unit) || (unit >= 0xd800 && unit <= 0xdfff)

/** Text with the characters that need care changed; text without any comes back as it is, unwalked beyond the search for one. */
export const rewriteCharacters = (text: string, needs: (unit: number) => boolean, rewrite: (character: string) => string): string => {
  let at = 0
  while (at < text.length && !needs(text.charCodeAt(at))) at += 1
  if (at === text.length) return text
  let out = text.slice(0, at)
  for (const character of text.slice(at)) out += rewrite(character)
  return out
}

/**
 * Text for files of other tools, in which nothing may reorder or hide its neighbours: controls are shown by name or picture, a lone
 * surrogate by the replacement character. All of it may stand in XML.
 */
export const carefulText = (text: string): string => rewriteCharacters(text, needsCare, carefulCharacter)

const CONTROL_OF: ReadonlyMap<string, string> = new Map(Object.entries(HIDDEN_CONTROLS).map(([control, name]) => [name, control]))

/** Text that came back from another tool, with what `carefulText` shows by name or picture as the characters themselves again. */
export const uncarefulText = (text: string): string =>
  text.replace(/\u2039([A-Z]{3})\u203a/g, (shown, name: string) => CONTROL_OF.get(name) ?? shown)
    .replace(/[\u2400-\u241f]/g, (picture) => String.fromCharCode(picture.charCodeAt(0) - 0x2400)).replaceAll('\u2421', '\u007f')
