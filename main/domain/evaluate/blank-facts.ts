/** A comment of exactly as many UTF-16 units as the markup it stands for; shorter markup than a comment becomes spaces. */
const commentOf = (length: number): string => length < 7 ? ' '.repeat(length) : `<!--${'x'.repeat(length - 7)}-->`

/**
 * An inline XBRL document with its header and all its `ix:` tags turned into comments of the same length, so that it reads as a plain filing
 * while every offset stays.
 */
export const blankFacts = (raw: string): string => {
  const out: string[] = []
  let at = 0
  const lower = raw.toLowerCase()
  const closing = '</ix:header>'
  while (at < raw.length) {
    const open = lower.indexOf('ix:', at)
    if (open < 0) break
    const start = raw[open - 1] === '/' ? open - 2 : open - 1
    if (raw[start] !== '<') {
      out.push(raw.slice(at, open + 3))
      at = open + 3
      continue
    }
    const isHeader = lower.startsWith('ix:header', open) && start === open - 1
    const last = isHeader ? lower.indexOf(closing, open) : raw.indexOf('>', open)
    const end = last < 0 ? raw.length : last + (isHeader ? closing.length : 1)
    out.push(raw.slice(at, start), commentOf(end - start))
    at = end
  }
  out.push(raw.slice(at))
  return out.join('')
}
