/** What the parser needs to know of an element: bits of `ElementTrait`, the level of a heading, and its own style. */
export interface ElementInfo {
  readonly name: string
  readonly traits: number
  /** 1 to 6 for `h1` to `h6`, else 0. */
  readonly heading: number
}

/** The traits of elements, as bits. */
export const trait = {
  /** Begins and ends a block of text. */
  block: 1,
  /** Never has content. */
  empty: 2,
  /** Its content is not shown. */
  hidden: 4,
  cell: 8,
  row: 16,
  table: 32,
  list: 64,
  item: 128,
  /** Formatting that HTML lets overlap with other elements; closing it leaves what was opened inside it open. */
  format: 256,
  rowGroup: 512,
  paragraph: 1024,
  preformatted: 2048,
  caption: 4096,
  foreign: 8192,
  /** A name with a colon: inline XBRL and its resources. */
  prefixed: 16384,
  /** An element of SVG or MathML whose content is HTML again: the integration points of the HTML standard. */
  integration: 32768
} as const

/** The traits of the elements that a table is made of. */
export const structure = trait.cell | trait.row | trait.rowGroup | trait.table | trait.caption

const make = (name: string, traits: number, heading = 0): ElementInfo => ({ name, traits, heading })

const table = new Map<string, ElementInfo>()

const define = (names: string, traits: number): void => {
  for (const name of names.split(' ')) table.set(name, make(name, traits))
}

define('address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form header '
  + 'hgroup html legend main menu nav section summary frameset noframes noscript head colgroup search isindex optgroup option select marquee',
  trait.block)
define('ul ol', trait.block | trait.list)
define('p', trait.block | trait.paragraph)
define('li', trait.block | trait.item)
define('pre listing xmp plaintext', trait.block | trait.preformatted)
define('table', trait.block | trait.table)
define('tr', trait.block | trait.row)
define('td th', trait.block | trait.cell)
define('thead tbody tfoot', trait.block | trait.rowGroup)
define('caption', trait.block | trait.caption)
define('area base basefont bgsound br col embed frame img input keygen link meta param source track wbr hr image', trait.empty)
define('script style title template iframe noembed object applet audio video canvas datalist ix:header ix:hidden ix:resources '
  + 'ix:references rp', trait.hidden)
define('a b big cite code em font i nobr s small strike strong sub sup tt u span ins del var kbd samp dfn abbr', trait.format)
define('svg math', trait.foreign)
define('mi mo mn ms mtext annotation-xml foreignobject desc', trait.integration)
for (let level = 1; level <= 6; level += 1) table.set(`h${String(level)}`, make(`h${String(level)}`, trait.block, level))

const unknownInline = make('', 0)
const unknownPrefixed = make('', trait.prefixed)

/** Elements whose content is not text at all, so that no notice about hidden text is due. */
export const isMachinery = (name: string): boolean => name === 'script' || name === 'style' || name === 'title' || name.startsWith('ix:')

/** What is known of the element called `name` (lower case); elements that nobody knows are inline, as in a browser. */
export const elementNamed = (name: string): ElementInfo => table.get(name) ?? (name.includes(':') ? unknownPrefixed : unknownInline)

/** Whether an element has any of the given traits. */
export const has = (info: ElementInfo, traits: number): boolean => (info.traits & traits) !== 0

/** Tags of plain-text filings, which a `pre` may hold. */
export const textTags = new Set(['page', 'table', 'caption', 's', 'c', 'fn', 'r'])
