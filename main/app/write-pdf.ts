import type { ExportOutcome } from '#contract/library'
import { ok, type Result } from '#contract/result'
import { writeWhole } from './write-whole'

/** How many pages a PDF of this runtime has: it writes each page's dictionary in the clear. */
export const countPages = (pdf: Uint8Array): number => {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  let count = 0
  for (let at = text.indexOf('/Type /Page'); at >= 0; at = text.indexOf('/Type /Page', at + 1)) {
    if (text[at + '/Type /Page'.length] !== 's') count += 1
  }
  return count
}

/** Writes a PDF whole or not at all. */
export const writePdf = async (path: string, pdf: Uint8Array, overwrite: boolean): Promise<Result<ExportOutcome>> => {
  const written = await writeWhole(path, pdf, overwrite)
  return written.ok ? ok({ path, bytes: pdf.byteLength, pages: countPages(pdf) }) : written
}
