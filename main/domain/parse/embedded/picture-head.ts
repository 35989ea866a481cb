import type { PictureMedia } from '#contract/embedded'

/** What the first bytes of a file say it is; null for anything that is neither a picture nor a PDF. */
export const mediaOf = (bytes: Uint8Array): PictureMedia | 'application/pdf' | null => {
  const begins = (text: string, from = 0): boolean => Array.from(text).every((unit, at) => bytes[from + at] === unit.charCodeAt(0))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x89 && begins('PNG\r\n\u001a\n', 1)) return 'image/png'
  if (begins('GIF87a') || begins('GIF89a')) return 'image/gif'
  const end = Math.min(bytes.length - 5, 1024)
  for (let at = 0; at <= end; at += 1) if (bytes[at] === 0x25 && begins('%PDF-', at)) return 'application/pdf'
  return null
}

/** The size of a picture, in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

const sized = (width: number, height: number): PictureSize | null => width > 0 && height > 0 ? { width, height } : null

const sizeOfPng = (view: DataView): PictureSize | null =>
  view.byteLength >= 24 && view.getUint32(12) === 0x49484452 ? sized(view.getUint32(16), view.getUint32(20)) : null

/** The markers of a JPEG that stand alone, without a length behind them. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)

/** The markers that begin a frame, and with it tell its size. */
const beginsFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const sizeOfJpeg = (view: DataView): PictureSize | null => {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else if (beginsFrame(marker)) return sized(view.getUint16(at + 7), view.getUint16(at + 5))
    else if (marker === 0xda) return null
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

/** The bytes of a colour table, by the flags before it. */
const tableBytes = (flags: number): number => (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1)

/** Behind the blocks of data that begin at `at`. */
const behindBlocks = (view: DataView, from: number): number => {
  let at = from
  while (at < view.byteLength) {
    const length = view.getUint8(at)
    at += length + 1
    if (length === 0) break
  }
  return at
}

/** The screen of a GIF, made as large as the largest of its frames: a viewer may make it so. */
const sizeOfGif = (view: DataView): PictureSize | null => {
  if (view.byteLength < 13) return null
  let width = view.getUint16(6, true)
  let height = view.getUint16(8, true)
  let at = 13 + tableBytes(view.getUint8(10))
  while (at + 10 <= view.byteLength) {
    const kind = view.getUint8(at)
    if (kind === 0x21) at = behindBlocks(view, at + 2)
    else if (kind === 0x2c) {
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true))
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true))
      at = behindBlocks(view, at + 11 + tableBytes(view.getUint8(at + 9)))
    } else break
  }
  return sized(width, height)
}

/** The size that a picture gives itself, read from its head alone; null where that is damaged. Linear, and decodes no pixel. */
export const sizeOfPicture = (bytes: Uint8Array, media: PictureMedia): PictureSize | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (media === 'image/png') return sizeOfPng(view)
  return media === 'image/gif' ? sizeOfGif(view) : sizeOfJpeg(view)
}
