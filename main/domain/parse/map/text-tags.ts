/**
 * The tags EDGAR gives a meaning in plain text (Filer Manual, volume II, chapter 5), and the wrapper tags that stand inside
 * a body. The bare `<html>` that some archives put around plain text is one too. Nothing else between angle brackets is a tag: `p<0.05` is a comparison and `<F2>` a footnote mark to be read.
 */
const TAG = /<\/?(?:PAGE|TABLE|CAPTION|S|C|FN|TEXT|XML|XBRL|R|PRE|HTML|BODY|DIV)(?:[ \t]{1,8}[^<>\r\n]{0,40})?>/iy

/** The names of tags that are one letter or may be a variable: in lower case, as in `p <c> d`, they are text. */
const UPPER_ONLY = /^<\/?[scr]\b/

/** The length of the known tag at `at`, in code units; 0 where there is none. */
export const tagLengthAt = (raw: string, at: number, end: number): number => {
  TAG.lastIndex = at
  const match = TAG.exec(raw)
  if (!match || at + match[0].length > end || UPPER_ONLY.test(match[0])) return 0
  return match[0].length
}

/** The name of the known tag at `at`, upper-case, with a slash where it closes; null where there is none. */
export const tagNameAt = (raw: string, at: number, end: number): string | null => {
  const length = tagLengthAt(raw, at, end)
  return length === 0 ? null : (/^<(\/?[A-Za-z]+)/.exec(raw.slice(at, at + length))?.[1] ?? '').toUpperCase()
}

/** Text with its known tags taken out. */
export const withoutTags = (text: string): string => {
  if (!text.includes('<')) return text
  let out = ''
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const length = tagLengthAt(text, at, text.length)
    if (length === 0) at += 1
    else {
      out += `${text.slice(from, at)} `
      at += length
      from = at
    }
  }
  return out + text.slice(from)
}
