/**
 * A regular expression too long for one line: `pattern('i')` before a template in which line ends, and the spaces that indent the next
 * line, are no part of the expression; every other space is. A back-slash is written once. Nothing can be put into the template, so the
 * lint rule `redwell/no-super-linear-pattern` proves the whole of it as it proves a literal.
 */
export const pattern = (flags = '') => (strings: TemplateStringsArray): RegExp =>
  new RegExp(strings.raw.join('').replace(/\n */g, ''), flags)
