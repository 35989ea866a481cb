/** The closing parenthesis and the backslash of a PDF string (PDF 1.4, §3.2.3). */
const CLOSING = 0x29
const ESCAPE = 0x5c

const CREATOR = '/Creator ('

/**
 * Puts the product's name in the place of the runtime's own, which tells the exact versions of everything inside. The bytes keep
 * their number, since every offset in the file counts on it. The same PDF where no creator is named.
 */
export const nameCreator = (pdf: Uint8Array, creator: string): Uint8Array => {
  const bytes = Buffer.from(pdf)
  const start = bytes.lastIndexOf(CREATOR)
  if (start < 0) return bytes
  const from = start + CREATOR.length
  let to = from
  while (to < bytes.length && bytes[to] !== CLOSING) to += bytes[to] === ESCAPE ? 2 : 1
  bytes.fill(' ', from, to)
  bytes.write(creator.slice(0, to - from), from, 'latin1')
  return bytes
}
