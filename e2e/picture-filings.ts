import { deflateSync, crc32 } from 'node:zlib'

/** Bytes as a submission holds them. */
export const uuencoded = (name: string, bytes: Uint8Array): string => {
  const unit = (six: number): string => String.fromCharCode((six & 63) === 0 ? 96 : (six & 63) + 32)
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 45) {
    const part = bytes.subarray(at, at + 45)
    let line = String.fromCharCode(32 + part.length)
    for (let from = 0; from < part.length; from += 3) {
      const [a = 0, b = 0, c = 0] = part.subarray(from, from + 3)
      line += unit(a >> 2) + unit((a << 4) | (b >> 4)) + unit((b << 2) | (c >> 6)) + unit(c)
    }
    lines.push(line)
  }
  return `begin 644 ${name}\n${lines.join('\n')}\n\`\nend\n`
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A PNG that says it has this size; `paint` answers the grey (0 to 255) of each pixel, or null for a head without pixels. */
export const pngOf = (width: number, height: number, paint: ((x: number, y: number) => number) | null): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const rows = Buffer.alloc(paint ? (width + 1) * height : 1)
  if (paint) {
    for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows.writeUInt8(paint(x, y), y * (width + 1) + 1 + x)
  }
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))])
}

/** Five bars that rise, on white. */
export const barChart = (width: number, height: number): Buffer =>
  pngOf(width, height, (x, y) => {
    const bar = Math.floor((x / width) * 5)
    const within = (x / width) * 5 - bar
    return within > 0.2 && within < 0.8 && y > height * (0.8 - bar * 0.15) ? 70 + bar * 25 : 255
  })

/** A document of a submission. */
export const documentOf = (sequence: number, type: string, name: string, text: string): string =>
  `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${String(sequence)}\n<FILENAME>${name}\n<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>\n`

/** A submission of a fictional company. */
export const submissionOf = (...documents: readonly string[]): string =>
  `<SEC-DOCUMENT>0009990002-24-000017.txt : 20240502
<SEC-HEADER>0009990002-24-000017.hdr.sgml : 20240502
ACCESSION NUMBER:\t\t0009990002-24-000017
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t${String(documents.length)}
FILED AS OF DATE:\t\t20240502
FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tLARKSPUR LOOMS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009990002
</SEC-HEADER>
${documents.join('')}</SEC-DOCUMENT>
`
