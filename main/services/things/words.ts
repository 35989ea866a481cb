/** How many code units of a thing's words the history shows: two lines of the panel. */
const WORDS = 200

/** A text on one line, cut where it is long. */
export const shorten = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= WORDS ? plain : `${plain.slice(0, WORDS)}…`
}

/** A short text in quotation marks. */
export const quoted = (text: string): string => `“${shorten(text)}”`

/** Those parts that say anything, with commas between them. */
export const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')
