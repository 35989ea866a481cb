import type { TextCodec } from '../domain/parse/file/decode'

const keep = { ignoreBOM: true }

/** The host's text decoders for the domain, which has none of its own. */
export const codec: TextCodec = {
  utf8Fatal: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ...keep }).decode(bytes)
    } catch (error) {
      if (error instanceof TypeError) return null
      throw error
    }
  },
  windows1252: (bytes) => new TextDecoder('windows-1252', keep).decode(bytes),
  utf16le: (bytes) => new TextDecoder('utf-16le', keep).decode(bytes),
  utf16be: (bytes) => new TextDecoder('utf-16be', keep).decode(bytes)
}
