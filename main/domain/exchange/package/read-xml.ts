import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'

/** The bounds of a part: characters, depth of nesting and tags. */
const MOST_TEXT = 64 * 1024 * 1024
const MOST_DEPTH = 256
const MOST_TAGS = 5_000_000

/** One element as it begins. Names are without their prefix; `space` is the namespace, empty where there is none. */
export interface XmlElement {
  readonly name: string
  readonly space: string
  /** The value of an attribute by its name without prefix, of whatever namespace; null where there is none. */
  readonly attribute: (name: string) => string | null
}

/** What is told of a document as it is read, in order. */
export interface XmlListener {
  readonly open: (element: XmlElement) => void
  readonly close: (element: XmlElement) => void
  readonly text: (text: string) => void
}

/** Why a part was refused: a document type, a bound, or XML that is not well-formed; `message` in the reader's words. */
export interface XmlFault {
  readonly code: 'document-type' | 'too-large' | 'too-deep' | 'too-many' | 'malformed'
  readonly message: string
}

/** Ends the reading; never leaves this file. */
class Stop extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.message)
  }
}

const stop = (code: XmlFault['code'], message: string): never => {
  throw new Stop({ code, message })
}

const elementOf = (tag: SaxesTagNS): XmlElement => {
  const attributes: readonly SaxesAttributeNS[] = Object.values(tag.attributes)
  return { name: tag.local, space: tag.uri, attribute: (name) => attributes.find(({ local }) => local === name)?.value ?? null }
}

const listened = (told: XmlListener): SaxesParser<{ xmlns: true }> => {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let tags = 0
  parser.on('error', (error) => stop('malformed', error.message))
  parser.on('doctype', () => stop('document-type', 'It declares a document type, which a file of this kind never does.'))
  parser.on('opentag', (tag) => {
    tags += 1
    if (tags > MOST_TAGS) stop('too-many', `It has more than ${MOST_TAGS.toLocaleString('en')} elements.`)
    const element = elementOf(tag)
    open.push(element)
    if (open.length > MOST_DEPTH) stop('too-deep', `Its elements are nested more than ${String(MOST_DEPTH)} deep.`)
    told.open(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element) told.close(element)
  })
  parser.on('text', (text) => told.text(text))
  parser.on('cdata', (text) => told.text(text))
  return parser
}

/** How many characters are handed on at once. */
const CHUNK = 1 << 16

/**
 * Reads foreign XML strictly and within bounds, and tells what is in it. Nothing is ever fetched and no entity but the five of XML is
 * expanded. Null where it was read to its end, else why it was refused; what was told until then is to be thrown away.
 */
export const readXml = (text: string, told: XmlListener): XmlFault | null => {
  if (text.length > MOST_TEXT) return { code: 'too-large', message: 'It has more than 64 million characters.' }
  const parser = listened(told)
  try {
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
    parser.close()
    return null
  } catch (error) {
    if (error instanceof Stop) return error.fault
    throw error
  }
}
