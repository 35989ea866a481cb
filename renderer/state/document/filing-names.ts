/** Names and headings of filings as a person writes them, where the archive shouts. */
import { withoutForm } from '#model/filing-identity'

/** The state that the archive sets behind a name. */
const STATE = /\s*[/\\][a-z]{2,3}[/\\]?\s*$/i

/** Words that stay small inside a name or a heading. */
const SMALL: ReadonlySet<string> = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with'])

const isShouted = (words: string): boolean => /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words)

/** "AT&T", "3M", "F-1" and words without a vowel are names of letters, not words. */
const isLetters = (word: string): boolean => /[&\d]/.test(word) || (/^\p{L}+$/u.test(word) && !/[aeiouy]/i.test(word))

const capital = (word: string): string => word.replace(/\p{L}/u, (letter) => letter.toUpperCase())

/** Words in capitals with capitals at their beginnings only; other words as they are. */
const quiet = (words: string): string => {
  if (!isShouted(words)) return words
  return words.split(/(\s+)/).map((word, at) => {
    const low = word.toLowerCase()
    if (isLetters(word)) return word
    return at > 0 && SMALL.has(low) ? low : low.split('-').map(capital).join('-')
  }).join('')
}

/** A company's name without its form of incorporation and not shouted: "ELM COVE FOODS INC" is "Elm Cove Foods". */
export const personalName = (company: string): string => quiet(withoutForm(company.replace(STATE, '').trim()))

/** A heading in one line and not shouted. */
export const headingWords = (heading: string): string => quiet(heading.replace(/\s+/g, ' ').replace(/[\s.:]+$/, '').trim())
