/** Beginnings of words that the names of fields join to them, in full. */
const SHORT: Readonly<Record<string, string>> = { rpt: 'reporting', num: 'number', addr: 'address', desc: 'description', dt: 'date',
  cik: 'CIK' }

/**
 * The name of an element of a form as words: `rptOwnerCity` is "Reporting owner city", `issuer_CIK` "Issuer CIK". A prefix before a colon is
 * left out; a name without words stands as it is.
 */
export const fieldWords = (name: string): string => {
  const words = name.replace(/^[^:]*:/, '').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_.-]+/u).filter((word) => word !== '').map((
      word
    ) => (/^\p{Lu}{2}/u.test(word) ? word : SHORT[word.toLowerCase()] ?? word.toLowerCase()))
  const [first = '', ...rest] = words
  return first === '' ? name : [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
}
