const NUMBER = new Intl.NumberFormat('en')

/** A number as it is shown everywhere: "1,204". */
export const numberWords = (n: number): string => NUMBER.format(n)

/** A number with what it counts: "1 document", "1,204 documents", "2 copies". */
export const countWords = (n: number, one: string, many = `${one}s`): string => `${NUMBER.format(n)} ${n === 1 ? one : many}`
