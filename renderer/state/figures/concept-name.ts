/** A concept of inline XBRL in words: its own name apart from the taxonomy it comes from. */
export interface ConceptName {
  readonly words: string
  /** The taxonomy's prefix, such as `us-gaap`, or the empty string. */
  readonly namespace: string
}

/** Where a name in camel case parts: before a capital behind a small letter or digit, and before the last capital of a run of them. */
const PARTS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/

const isAcronym = (part: string): boolean => part.length > 1 && part === part.toUpperCase()

/** Splits `us-gaap:CashAndCashEquivalents` into "Cash and cash equivalents" and `us-gaap`; acronyms keep their capitals. */
export const conceptName = (concept: string): ConceptName => {
  const colon = concept.lastIndexOf(':')
  const parts = concept.slice(colon + 1).split(PARTS)
  const words = parts.map((part, at) => (at === 0 || isAcronym(part) ? part : part.toLowerCase())).join(' ')
  return { words, namespace: colon < 0 ? '' : concept.slice(0, colon) }
}

/** A period of XBRL (`2023-12-31` or `2023-01-01/2023-12-31`, both ends in it) in words. */
export const periodWords = (period: string): string => period.replace('/', ' to ')

const PLACES: Readonly<Record<string, string>> = {
  '-2': 'to the nearest hundred',
  '-3': 'to the nearest thousand',
  '-5': 'to the nearest hundred thousand',
  '-6': 'to the nearest million',
  '-8': 'to the nearest hundred million',
  '-9': 'to the nearest billion',
  '0': 'to the nearest one',
  'INF': 'exact'
}

/** What the `decimals` attribute of a fact says of its precision, in words (XBRL 2.1 §4.6.5). */
export const decimalsWords = (decimals: string): string => {
  const known = PLACES[decimals]
  if (known !== undefined) return known
  const places = Number(decimals)
  if (!Number.isInteger(places)) return decimals
  return places > 0 ? `to ${String(places)} decimal ${places === 1 ? 'place' : 'places'}` : `to the nearest 10^${String(-places)}`
}

/** A value that names members of a taxonomy by their address, as extensible enumerations do. */
const ADDRESSES = /^https?:\/\/[^\s#]+#\w+(?:\s+https?:\/\/[^\s#]+#\w+)*$/

const NUMBER = /^-?\d+(?:\.\d+)?$/

/** A fact's value as it is read: digits of a number with a unit grouped by threes, members of a taxonomy by their names, all else as it stands. */
export const valueWords = (value: string, unit: string | null): string => {
  if (ADDRESSES.test(value))
    return value.split(/\s+/).map((address) => conceptName(address.slice(address.indexOf('#') + 1)).words).join(' · ')
  if (unit === null || !NUMBER.test(value)) return value
  const [whole = '', part] = value.replace('-', '').split('.')
  return `${value.startsWith('-') ? '−' : ''}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
}

/** A unit as it is read; a pure number has none. */
export const unitWords = (unit: string | null): string => (unit === null || unit === 'pure' ? '' : unit)

/** A dimension (`us-gaap:SegmentAxis=hr:WestMember`) as it is read: "Segment: West". Typed members and other forms keep their value. */
export const dimensionWords = (dimension: string): string => {
  const at = dimension.indexOf('=')
  if (at < 0) return dimension
  const named = (concept: string,
    end: RegExp): string => (/^[\w-]+:\w+$/.test(concept) ? conceptName(concept.replace(end, '')).words : concept)
  return `${named(dimension.slice(0, at), /Axis$/)}: ${named(dimension.slice(at + 1), /Member$/)}`
}
