import type { EmbeddedFile, EmbeddedProblem } from '#contract/embedded'
import type { DocumentEntry } from '#contract/filing'
import { mediaOf, sizeOfPicture } from './picture-head'
import { decodedAtMost, uudecode } from './uudecode'

/** A file that stands encoded in a submission, with its bytes where they can be used. */
export interface OpenedEmbedded {
  readonly file: EmbeddedFile
  readonly bytes: Uint8Array | null
}

/** The largest picture that is shown, in bytes; page images of slides have up to one million. */
export const LARGEST_PICTURE = 24 * 1024 * 1024

/** The largest PDF that is saved out, in bytes. */
export const LARGEST_PDF = 256 * 1024 * 1024

/** How many pixels a picture may have: drawn, each takes four bytes. */
export const MOST_PIXELS = 40_000_000

/** The longest side of a picture that is shown, in pixels. */
export const LONGEST_SIDE = 20_000

/** How many bytes are decoded to see what a file is. */
const HEAD = 2048

/** How far from its end a PDF says that it ends, in bytes. */
const TAIL = 4096

const endsAsPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - TAIL))).includes('%%EOF')

/** Opens the file that stands encoded in a document; null where none does. Nothing of it is ever run or drawn here. */
export const openEmbedded = (raw: string, entry: DocumentEntry): OpenedEmbedded | null => {
  if (entry.format !== 'binary') return null
  const head = uudecode(raw, entry.range, HEAD)
  if (!head) return null
  const media = mediaOf(head.bytes)
  const base = { sequence: entry.sequence, name: entry.filename ?? head.name, media, width: null, height: null }
  const without = (problem: EmbeddedProblem, size: { width: number; height: number } | null = null): OpenedEmbedded => ({
    file: { ...base, ...size, problem },
    bytes: null
  })
  if (media === null) return without('unknown')
  const largest = media === 'application/pdf' ? LARGEST_PDF : LARGEST_PICTURE
  // The first lines of a wrapper count here too, and the line ends: a file at the limit is refused a little early.
  if (decodedAtMost(entry.range.end - entry.range.start) > largest * 1.05) return without('too-large')
  const whole = uudecode(raw, entry.range, largest)
  if (!whole) return without('damaged')
  if (media === 'application/pdf')
    return whole.complete || endsAsPdf(whole.bytes)
      ? { file: { ...base, problem: null }, bytes: whole.bytes }
      : without('cut-off')
  const size = sizeOfPicture(whole.bytes, media)
  if (!size) return without('damaged')
  if (size.width > LONGEST_SIDE || size.height > LONGEST_SIDE || size.width * size.height > MOST_PIXELS)
    return without('too-many-pixels', size)
  return { file: { ...base, ...size, problem: null }, bytes: whole.bytes }
}
