import { expect, it } from 'vitest'
import type { DocumentEntry } from '#contract/filing'
import { LARGEST_PICTURE, openEmbedded, type OpenedEmbedded } from './embedded-file'
import { uuencoded } from './uuencoded-fixture'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => typeof part === 'string' ? [...part].map((unit) => unit.charCodeAt(0)) : [...part]))

const long = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const short = (value: number): number[] => [value >> 8, value & 255]
const little = (value: number): number[] => [value & 255, value >> 8]

const png = (width: number, height: number): Uint8Array =>
  bytesOf([0x89], 'PNG\r\n\u001a\n', long(13), 'IHDR', long(width), long(height), [8, 2, 0, 0, 0], [0, 0, 0, 0])

const jpeg = (width: number, height: number): Uint8Array =>
  bytesOf([0xff, 0xd8, 0xff, 0xe0], short(6), 'EXIF', [0xff, 0xff, 0xc2], short(17), [8], short(height), short(width), [3, 1, 1, 1, 1, 1, 1,
    1, 1, 1], [0xff, 0xd9])

const gif = (screen: readonly [number, number], frame: readonly [number, number]): Uint8Array =>
  bytesOf('GIF89a', little(screen[0]), little(screen[1]), [0x80, 0, 0], [0, 0, 0, 255, 255, 255], [0x21, 0xf9, 4, 0, 0, 0, 0, 0], [0x2c],
    little(0), little(0), little(frame[0]), little(frame[1]), [0, 2, 2, 0x44, 1, 0, 0x3b])

const opened = (name: string, bytes: Uint8Array, end?: string): OpenedEmbedded | null => {
  const raw = uuencoded(name, bytes, (line) => line, end)
  const entry: DocumentEntry = { sequence: 4, type: 'GRAPHIC', filename: name, description: null, format: 'binary',
    range: { start: 0, end: raw.length } }
  return openEmbedded(raw, entry)
}

it('knows pictures by their bytes, and tells their size', () => {
  for (const [bytes, media] of [[png(640, 480), 'image/png'], [jpeg(640, 480), 'image/jpeg'], [gif([640, 480], [10, 10]),
    'image/gif']] as const) {
    // The name says nothing.
    expect(opened('chart.pdf', bytes)).toEqual({ bytes,
      file: { sequence: 4, name: 'chart.pdf', media, width: 640, height: 480, problem: null } })
  }
})

it('gives no bytes of what is no picture, whatever it calls itself', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
  for (const bytes of [text(svg), text(`<?xml version="1.0"?>${svg}`), text('<html><script>alert(1)</script></html>'), text('BM bitmap'),
    text('')]) expect(opened('photo.jpg', bytes)).toMatchObject({ bytes: null, file: { media: null, problem: 'unknown' } })
})

it('gives no bytes of a picture with more pixels than memory is spent on, frames of a GIF counted in', () => {
  for (const bytes of [png(60_000, 60_000), png(30_000, 10), jpeg(65_000, 65_000), gif([1, 1], [60_000, 60_000]),
    png(0x7fff_ffff, 0x7fff_ffff)]) expect(opened('bomb.png', bytes)).toMatchObject({ bytes: null, file: { problem: 'too-many-pixels' } })
})

it('says that a head is damaged, and reads on past no end', () => {
  for (const bytes of [png(0, 5), png(640, 480).subarray(0, 20), jpeg(640, 480).subarray(0, 12), bytesOf('GIF89a', [1]),
    bytesOf([0xff, 0xd8, 0xff])]) expect(opened('x.jpg', bytes)).toMatchObject({ bytes: null, file: { problem: 'damaged' } })
})

it('refuses a body of fifty megabytes by its length, without decoding it', () => {
  const raw = `begin 644 x.png\n${uuencoded('', png(10, 10)).split('\n')[1] ?? ''}\n${`M${'A'.repeat(60)}\n`.repeat(800_000)}\`\nend\n`
  const entry: DocumentEntry = { sequence: 1, type: 'GRAPHIC', filename: 'x.png', description: null, format: 'binary',
    range: { start: 0, end: raw.length } }
  expect((raw.length * 3) / 4).toBeGreaterThan(LARGEST_PICTURE)
  expect(openEmbedded(raw, entry)).toMatchObject({ bytes: null, file: { media: 'image/png', problem: 'too-large' } })
})

it('gives a PDF whole, and none that is cut off', () => {
  const pdf = text(`%PDF-1.4\n${'1 0 obj\n'.repeat(50)}%%EOF\n`)
  expect(opened('deck.pdf', pdf)).toMatchObject({ bytes: pdf, file: { media: 'application/pdf', problem: null, width: null } })
  expect(opened('deck.pdf', pdf, '')).toMatchObject({ bytes: pdf })
  expect(opened('deck.pdf', pdf.subarray(0, 200), '')).toMatchObject({ bytes: null, file: { problem: 'cut-off' } })
})
