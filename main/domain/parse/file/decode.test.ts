import { describe, expect, it } from 'vitest'
import { decodeBytes, type TextCodec } from './decode'

const decoded = (label: string, bytes: Uint8Array): string => new TextDecoder(label, { ignoreBOM: true }).decode(bytes)

const codec: TextCodec = {
  utf8Fatal: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch (error) {
      if (error instanceof TypeError) return null
      throw error
    }
  },
  windows1252: (bytes) => decoded('windows-1252', bytes),
  utf16le: (bytes) => decoded('utf-16le', bytes),
  utf16be: (bytes) => decoded('utf-16be', bytes)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))

describe('decoding a file once', () => {
  it('trap 9: quotation marks of windows-1252 in a file that is not UTF-8', () => {
    const bytes = Uint8Array.from([...utf8('The word '), 0x93, ...utf8('may'), 0x94, ...utf8(' and the company'), 0x92, ...utf8('s plan')])
    const { raw, encoding, warnings } = decodeBytes(bytes, codec)
    expect(raw).toBe('The word \u201cmay\u201d and the company\u2019s plan')
    expect(encoding).toBe('windows-1252')
    expect(warnings.map((warning) => warning.code)).toEqual(['encoding-guessed'])
  })

  it('a declared Latin charset that fits is no guess', () => {
    const bytes = Uint8Array.from([...utf8('<meta charset="iso-8859-1">caf'), 0xe9])
    expect(decodeBytes(bytes, codec)).toEqual({ raw: '<meta charset="iso-8859-1">caf\u00e9', encoding: 'windows-1252', warnings: [] })
  })

  it('UTF-8 that is valid throughout wins over what the file declares', () => {
    expect(decodeBytes(utf8('<meta charset="iso-8859-1">caf\u00e9'), codec)).toMatchObject({ encoding: 'utf-8',
      raw: '<meta charset="iso-8859-1">caf\u00e9' })
  })

  it.each([['utf-8', [0xef, 0xbb, 0xbf], utf8('ABC\u2014')], ['utf-16le', [0xff, 0xfe], utf16('ABC\u2014')], ['utf-16be', [0xfe, 0xff],
    Uint8Array.from(Buffer.from(utf16('ABC\u2014')).swap16())]])(
      'trap 11: a byte order mark names %s and counts for no offset',
      (encoding, mark, body) => {
        expect(decodeBytes(Uint8Array.from([...mark, ...body]), codec)).toMatchObject({ encoding, raw: 'ABC\u2014' })
      }
    )

  it('UTF-16 without a mark is told by its zeros', () => {
    expect(decodeBytes(utf16('A long enough line of plain words.'), codec)).toMatchObject({ encoding: 'utf-16le',
      raw: 'A long enough line of plain words.' })
  })

  it('a file cut inside a character stays UTF-8 and says it is cut', () => {
    const whole = utf8('r\u00e9sum\u00e9 of the trial \u2014')
    const { raw, encoding, warnings } = decodeBytes(whole.subarray(0, whole.length - 1), codec)
    expect([raw, encoding, warnings[0]?.code]).toEqual(['r\u00e9sum\u00e9 of the trial \ufffd', 'utf-8', 'truncated'])
  })

  it('the reader\u2019s choice overrides the evidence', () => {
    expect(decodeBytes(utf8('caf\u00e9'), codec, 'windows-1252')).toEqual({ raw: 'caf\u00c3\u00a9', encoding: 'windows-1252',
      warnings: [] })
  })
})
