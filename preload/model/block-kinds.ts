import type { BlockKind } from '#contract/filing'

/** What a page puts between the words of a text that runs on: the turn itself, what stands at its head and foot, and marks of a scanner. */
export const PAGE_FURNITURE: ReadonlySet<BlockKind> = new Set(['page-break', 'page-header', 'page-footer', 'artifact'])

/** What holds none of the filing's own words: page furniture, and what wraps, rules off or ends the text. */
export const NOT_WORDS: ReadonlySet<BlockKind> = new Set([...PAGE_FURNITURE, 'wrapper', 'rule', 'end-mark', 'footer-code'])

/** What holds nothing to read in a preview: beside what holds no words, the places of pictures and attachments. */
export const NOT_PREVIEWED: ReadonlySet<BlockKind> = new Set([...NOT_WORDS, 'image', 'attachment'])

/** What a reader looks at last and the page sets in a quieter colour: furniture that holds words, and whom to call. */
export const QUIET: ReadonlySet<BlockKind> = new Set(['wrapper', 'exhibit-tag', 'page-header', 'page-footer', 'artifact', 'end-mark',
  'footer-code', 'contact', 'letterhead'])
