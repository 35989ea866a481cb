import { TYPED } from '#model/typography'

/** Characters that are set in several ways and mean one thing. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...TYPED,
  ['…', '...'],
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\ufeff', ''],
  ['●', '•'],
  ['▪', '•'],
  ['·', '•']
])

const SIGNS = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu')
const RARE = /[`\u0080-\uffff]/
const PARTED = /-[\s-]|\s-/
const LOOSE = /\s\s|[^\S ]|[$€£(]\s|\s[%)\],;:]/
/** What a passage begins with where it is an entry of a list: the same entry has another sign in another setting. */
const BULLET = /^\s*(?:[•§◦‣○■□➢]\s*|(?:o|-)\s+(?=\p{Lu}))(?=\S)/u
/** A box of a form, empty or ticked: a typewriter sets it in brackets, older pages as a letter of a face of signs. */
const BOXED = /[[¨☑þýÞÝ]/
const EMPTY_BOX = /\[[ _]?\]|¨/g
const TICKED_BOX = /\[ ?x ?\]|☑|(?<!\p{L})[þý](?!\p{L})/giu
const LEADERS = /_{3,}|={3,}|(?:\. ?){4,}/g

/**
 * The words of a passage as they are compared: quotation marks and dashes folded, white space and leader dots collapsed, a word
 * that was parted at a line end joined, the bullet of an entry left out, boxes of a form in one way, a dash that was escaped for mail (RFC 1421) as it was, capitals and small letters alike. Every digit, sign of a number and letter stays, in its order.
 */
export const foldText = (text: string): string => {
  let folded = RARE.test(text) ? text.replace(SIGNS, (sign) => FOLDED.get(sign) ?? sign) : text
  if (BOXED.test(folded)) folded = folded.replace(EMPTY_BOX, '☐').replace(TICKED_BOX, '☒')
  folded = folded.replace(BULLET, '')
  if (folded.includes("''")) folded = folded.replace(/''/g, '"')
  // Most passages have none of what follows, and each expression reads the whole text.
  if (PARTED.test(folded)) {
    folded = folded.replace(/-{2,}/g, '-').replace(/- (?=-\d)/g, '')
      .replace(/(\p{L})\s?-\s(?=\p{Ll})|(\p{L})\s-(?=\p{L})|([\p{L}\d])-\s(?=\p{L})/gu, '$1$2$3-')
  }
  if (/[_=.]{2}|\. \./.test(folded)) folded = folded.replace(LEADERS, ' ')
  if (LOOSE.test(folded))
    folded = folded.replace(/([$€£])\s+/g, '$1').replace(/\s+(?=[%)\],;:])/g, '').replace(/\(\s+/g, '(').replace(/\s+/g, ' ')
  return folded.trim().toLowerCase()
}

const NUMBER = /[-(]?[$€£]?\(?\d(?:[\d,.]*\d)?\)?%?/g

/** The numbers of folded text in their order, signs and brackets kept: "(5)" is a loss where "5" is a gain. */
export const numbersOf = (folded: string): readonly string[] => (folded.match(NUMBER) ?? []).map((number) => number.replaceAll(',', ''))

/** The words and numbers of folded text. */
export const tokensOf = (folded: string): readonly string[] => folded.match(/\d(?:[\d,.]*\d)?|\p{L}+(?:'\p{L}+)*/gu) ?? []
