import type { DocumentFormat, FileFormat } from '#contract/filing'

/** How far into a file, in bytes or code units, the evidence for its format is looked for. */
const PROBE = 65_536

/** The first bytes of formats that are never text, as hexadecimal. */
const SIGNATURES: readonly (readonly [string, FileFormat])[] = [
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['504b0304', 'binary'],
  ['504b0506', 'binary'],
  ['1f8b08', 'binary'],
  ['d0cf11e0', 'binary'],
  ['7f454c46', 'binary'],
  ['4d5a9000', 'binary'],
  ['377abcaf', 'binary'],
  ['52617221', 'binary'],
  ['425a68', 'binary'],
  ['53514c69', 'binary']
]

const startsWithHex = (bytes: Uint8Array, hex: string): boolean => {
  for (let at = 0; at * 2 < hex.length; at += 1) {
    if (bytes[at] !== Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)) return false
  }
  return true
}

/** `%PDF-` may stand behind a little rubbish: readers accept it in the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => {
  const end = Math.min(bytes.length - 4, 1024)
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === 0x25 && bytes[at + 1] === 0x50 && bytes[at + 2] === 0x44 && bytes[at + 3] === 0x46 && bytes[at + 4] === 0x2d)
      return true
    // A PDF inside a submission stands behind its header: what begins as text is not a PDF itself.
    if (at === 0 && bytes[0] === 0x3c) return false
  }
  return false
}

/** Bytes that are no text: many zeros that do not alternate, or many control bytes. */
const isBinary = (bytes: Uint8Array): boolean => {
  const length = Math.min(bytes.length, PROBE)
  if (length === 0) return false
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  let evenZeros = 0
  let oddZeros = 0
  let controls = 0
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0 && at % 2 === 0) evenZeros += 1
    else if (byte === 0) oddZeros += 1
    else if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26 && byte !== 27) controls += 1
  }
  const half = length / 2
  if ((oddZeros > half * 0.7 && evenZeros < half * 0.05) || (evenZeros > half * 0.7 && oddZeros < half * 0.05)) return false
  return evenZeros + oddZeros + controls > length * 0.05 + 1 && controls > length * 0.02
}

// Not `table`, `caption`, `s` and `c`, which plain text of the 1990s uses too.
const HTML_TAG = /<(?:html|head|body|title|meta|div|span|p|br|font|tr|td|b|i|u|a|center|hr|h[1-6]|ul|ol|li|style)[\s/>]/gi

/** Plain text that an archive put between `<html><body>` and its end: many lines, hardly a tag among them but EDGAR's own. */
const isWrappedPlain = (head: string): boolean => {
  const lines = head.match(/\n|\r(?!\n)/g)?.length ?? 0
  const tags = head.match(HTML_TAG)?.length ?? 0
  return lines > 60 && tags <= 6 && /^<(?:PAGE|TABLE|S)>|\n[ \t]{6,}\S/m.test(head) &&
    !/<(?:p|pre|td|br|style)[\s>/]|<[a-z]{1,12}:|<\?xml|xmlns/i.test(head)
}

/** Whether a stretch of text is HTML: it opens as such, or its first lines are full of HTML tags. */
const looksLikeHtml = (text: string): boolean => {
  const head = text.slice(0, PROBE)
  const start = head.search(/\S/)
  if (start < 0) return false
  const opening = head.slice(start, start + 2048)
  if (isWrappedPlain(head)) return false
  if (/^(?:<!--[\s\S]{0,1500}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|div|p|center|font)\b/i.test(opening)) return true
  if (/^<\?xml/i.test(opening)) return /<(?:html|xhtml:html)\b/i.test(head)
  const tags = head.match(HTML_TAG)?.length ?? 0
  return tags >= 3 && (tags >= 12 || tags * 400 > head.length || /<html\b/i.test(head))
}

const looksLikeXml = (text: string): boolean =>
  /^\s*<\?xml\b/.test(text.slice(0, 512)) ||
  /^\s*<(?:ownershipDocument|edgarSubmission|XBRL|xbrli?:xbrl|link:linkbase|xs[d]?:schema)\b/i.test(text.slice(0, 512))

/** A uuencoded body: `begin`, an octal mode and a name on one line. */
const isUuencoded = (text: string): boolean => /^\s*begin [0-7]{3,4} \S/.test(text.slice(0, 400))

/** Text that is none: control characters or replacement characters in more than one place of ten. */
const isGarbage = (text: string): boolean => {
  const head = text.slice(0, 4096)
  let odd = 0
  for (let at = 0; at < head.length; at += 1) {
    const unit = head.charCodeAt(at)
    if (unit === 0xfffd || (unit < 32 && (unit < 9 || unit > 13))) odd += 1
  }
  return odd > head.length * 0.1
}

/** The format of one document's body, by its content. The wrappers `<XML>`, `<XBRL>` and `<PDF>` of a submission are seen through. */
export const sniffDocument = (body: string): DocumentFormat => {
  const wrapper = /^\s*<(XML|XBRL|PDF)>/i.exec(body.slice(0, 400))
  const inner = wrapper ? body.slice(wrapper[0].length, wrapper[0].length + PROBE) : body
  if (wrapper?.[1]?.toUpperCase() === 'PDF' || isUuencoded(inner) || inner.trimStart().startsWith('%PDF-')) return 'binary'
  if (looksLikeHtml(inner)) return 'html'
  if (wrapper || looksLikeXml(inner)) return 'xml'
  return isGarbage(inner) ? 'binary' : 'text'
}

const CONTAINER = /^(?:<(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER)>|<SUBMISSION>\s*$|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)/im

/** Whether text is a full submission: a header root, a wrapper, or two or more documents. */
const isSubmission = (raw: string): boolean => {
  const head = raw.slice(0, PROBE).replaceAll('\r', '\n')
  if (CONTAINER.test(head.slice(0, 16_384))) return true
  const first = head.search(/^<DOCUMENT>/im)
  if (first < 0 || /\S/.test(head.slice(0, first))) return false
  const second = /\n<DOCUMENT>\s*\n<TYPE>/i
  return second.test(raw.slice(first + 10).replaceAll('\r', '\n'))
}

/**
 * What a file is, by content alone. Called with `raw` null before decoding, it answers only from the bytes; what it then
 * calls text has to be asked again with the decoded text. One document in its `<DOCUMENT>` wrapper, without a submission
 * header, is what its body is.
 */
export const sniffFormat = (bytes: Uint8Array, raw: string | null): FileFormat => {
  for (const [hex, format] of SIGNATURES) if (startsWithHex(bytes, hex)) return format
  if (isPdf(bytes)) return 'pdf'
  if (isBinary(bytes)) return 'binary'
  if (raw === null) return 'text'
  if (isSubmission(raw)) return 'submission'
  const wrapped = /^\s*<DOCUMENT>[\s\S]{0,4000}?<TEXT>/i.exec(raw.slice(0, 8192))
  const body = wrapped ? raw.slice(wrapped[0].length, wrapped[0].length + PROBE) : raw.slice(0, PROBE)
  const inner = sniffDocument(body)
  if (inner === 'binary') return wrapped ? 'submission' : 'binary'
  return inner === 'html' ? 'html' : 'text'
}
