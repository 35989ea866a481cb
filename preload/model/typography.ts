/** Signs that are set in several ways, and how they are typed on a keyboard. Each stands for one sign, so that offsets hold. */
export const TYPED: ReadonlyMap<string, string> = new Map([
  ...Array.from('\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4', (sign): [string, string] => [sign, "'"]),
  ...Array.from('\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', (sign): [string, string] => [sign, '"']),
  ...Array.from('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043', (sign): [string, string] => [sign, '-'])
])

const SIGNS = /[\u2018-\u201f\u2032\u2033\u02bc`\u00b4\u00ab\u00bb\u2010-\u2015\u2212\u2043]/g

/** Text with quotation marks, apostrophes, primes and dashes as they are typed. It keeps its length. */
export const asTyped = (text: string): string => text.replace(SIGNS, (sign) => TYPED.get(sign) ?? sign)
