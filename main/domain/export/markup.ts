import { carefulCharacter, needsCare, rewriteCharacters } from './careful-text'

/** A piece of HTML in which everything foreign has been escaped. Only `html` and `joined` make one. */
export interface Markup {
  readonly markup: string
}

/** Hyphenated words that are longer than this together (code units) may break: they could outgrow their line. */
const LONGEST_WORD = 48

const HYPHEN = 0x2d

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0xa0

/** The end of the word that begins at or after `from`; with the next one where it ends in a hyphen, as in "short- and long-term". */
const wordEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1
  while (end < text.length && text.charCodeAt(end - 1) === HYPHEN) {
    while (end < text.length && isSpace(text.charCodeAt(end))) end += 1
    while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1
  }
  return end
}

/**
 * Text made safe, with each hyphenated word kept on one line: a hyphen at the end of a line is taken for a division by whoever
 * copies or searches the document, and "long-term" would come out as one word.
 */
export const escapeProse = (text: string): string => {
  if (!text.includes('-')) return escapeText(text)
  let out = ''
  let done = 0
  for (let hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', Math.max(hyphen + 1, done))) {
    let start = hyphen
    while (start > done && !isSpace(text.charCodeAt(start - 1))) start -= 1
    const end = wordEnd(text, hyphen + 1)
    if (end - start > 1 && end - start <= LONGEST_WORD) {
      out += `${escapeText(text.slice(done, start))}<span class="word">${escapeText(text.slice(start, end))}</span>`
    } else out += escapeText(text.slice(done, end))
    done = end
  }
  return out + escapeText(text.slice(done))
}

/** Running text as markup, its hyphenated words kept whole. */
export const prose = (text: string): Markup => ({ markup: escapeProse(text) })

/** What may stand in a gap of an `html` template: text is escaped, markup is taken as it is, null leaves nothing. */
export type Gap = string | number | Markup | readonly Markup[] | null

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const needsEscape = (unit: number): boolean =>
  unit === 0x26 || unit === 0x3c || unit === 0x3e || unit === 0x22 || unit === 0x27 || needsCare(unit)

const escaped = (character: string): string => ENTITIES[character] ?? carefulCharacter(character)

/**
 * Text made safe for an element or a quoted attribute. Controls that would reorder or hide neighbouring words are shown by name,
 * other control characters by their picture, and a lone surrogate by the replacement character.
 */
export const escapeText = (text: string): string => rewriteCharacters(text, needsEscape, escaped)

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
export const joined = (pieces: readonly Markup[], between = ''): Markup => ({
  markup: pieces.map((piece) => piece.markup).join(escapeText(between))
})
