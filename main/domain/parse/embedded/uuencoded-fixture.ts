/** Bytes as the body of a document holds them; for tests. `mend` may change the lines of data. */
export const uuencoded = (name: string, bytes: Uint8Array, mend: (line: string) => string = (line) => line, end = '`\nend\n'): string => {
  const unit = (six: number): string => String.fromCharCode((six & 63) === 0 ? 32 : (six & 63) + 32)
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 45) {
    const part = bytes.subarray(at, at + 45)
    let line = String.fromCharCode(32 + part.length)
    for (let from = 0; from < part.length; from += 3) {
      const [a = 0, b = 0, c = 0] = part.subarray(from, from + 3)
      line += unit(a >> 2) + unit((a << 4) | (b >> 4)) + unit((b << 2) | (c >> 6)) + unit(c)
    }
    lines.push(mend(line))
  }
  return `begin 644 ${name}\n${lines.join('\n')}\n${end}`
}
