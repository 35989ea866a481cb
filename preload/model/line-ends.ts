/**
 * The text of a block as it is set: a line end instead of the space at each of `breaks` (offsets into `text`, ascending).
 * It has the length of `text`, so every offset means the same in both.
 */
export const withLineEnds = (text: string, breaks: readonly number[] | undefined): string => {
  if (!breaks || breaks.length === 0) return text
  let out = ''
  let done = 0
  for (const at of breaks) {
    out += `${text.slice(done, at)}\n`
    done = at + 1
  }
  return out + text.slice(done)
}
