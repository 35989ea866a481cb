const NUMBER = new Intl.NumberFormat('en')

/** A number as it is shown everywhere: "1,204". */
export const numberWords = (n: number): string => NUMBER.format(n)

/** A number with what it counts: "1 document", "1,204 documents", "2 copies". */
export const countWords = (n: number, one: string, many = `${one}s`): string => `${NUMBER.format(n)} ${n === 1 ? one : many}`

/** The first words of a text, at most `most` UTF-16 code units of them: whole words, and "…" where words are left out. */
export const firstWords = (text: string, most = 80): string => {
  if (text.length <= most) return text
  const end = text.slice(0, most + 1).search(/\s+\S*$/)
  return `${text.slice(0, end > 0 ? end : most)}…`
}
