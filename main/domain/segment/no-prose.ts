import type { Block } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { headingKind } from './section-words'
import { pattern } from '#model/pattern'

const REFERENCES = /^(?:references?|bibliography|literature(?: cited)?|works cited|citations?|sources|end ?notes)\s*:?$/i
/** What a reference looks like: years with volumes, pages, identifiers, and authors by surname and initials. */
const CITED = pattern()`
  \bet al\b|\b(?:19|20)\d\d\s?;\s?\d|\bdoi\b|\bPMID\b|\bISBN\b|\bpp?\. ?\d+\s?[-–]\s?\d+|\bvol\.? ?\d+|\(\d{1,3}\)\s?:\s?\d
  |\b\d+\s?\(\d+\)\s?:\s?[eE]?\d+`
const AUTHORS = /^(?:\[?\d{1,3}[\].)]?\s+)?(?:\p{Lu}[\p{L}'’-]+,?\s(?:\p{Lu}\.?-?){1,3}[,.;]\s?){1,}/u

const CAPTION = /^(?:figure|table|photo|chart|map|image|plate|exhibit)s?\s\d{1,3}[a-z]?(?:\s?[.:–—-]\s|\.\s)/i
/** Lines of the programme of a meeting: the title of a talk or poster, who holds it, where and when. */
const PROGRAMME = pattern('i')`
  ^(?:(?:oral |poster |presentation |abstract |session |paper |talk )?(?:title|number|session|category|topic|type)|presenters?
  |presenting authors?|lead authors?|authors?|speakers?|session|abstract|poster|publication|room|hall|venue|location|format
  |track|date(?: and time| & time)?|time)(?:\s(?:no\.?|number|#|name|title|date|time))?\s?:\s`
const SYNDICATED = /^the post\b.{5,300}\bappeared first on\b|^view (?:the )?(?:original|source) (?:release|version)\b|^source:? \S/i

/** Longest line of a programme and longest caption, in UTF-16 units; what is longer tells something. */
const LONGEST = 320

const isLine = (text: string): boolean => text.length <= LONGEST && (CAPTION.test(text) || PROGRAMME.test(text) || SYNDICATED.test(text))

const isCited = (text: string): boolean => CITED.test(text) && AUTHORS.test(text)

/**
 * The blocks that are set like prose and hold none: references, captions, the programme of a meeting, and the lines that a republisher adds.
 * They have no sentences, and so no marks.
 */
export const findNoProse = (blocks: readonly Block[]): ReadonlySet<NodeId> => {
  const out = new Set<NodeId>()
  let references = false
  for (const { id, kind, text } of blocks) {
    if (kind === 'heading' || kind === 'title') references = REFERENCES.test(text.trim())
    else if (kind === 'paragraph' && REFERENCES.test(text.trim())) {
      references = true
      out.add(id)
    } else if (kind === 'paragraph' || kind === 'list-item' || kind === 'footnote') {
      if (isLine(text) || isCited(text) || (references && CITED.test(text))) out.add(id)
      else if (references && kind === 'paragraph' && text.length > LONGEST) references = false
    }
  }
  return out
}

/** Longest heading that runs into its paragraph, in UTF-16 units. */
const RUN_IN = 80
const SUFFIX = /\b(?:Inc|Corp|Co|Ltd|Cos|L\.?P|plc|No|Nos|vs|Dr|Mr|Mrs|Ms|St)\.$/

/** A bold run at the very start that ends like a heading, with something behind it. */
const boldHead = (block: Block): number => {
  const bold = block.runs?.find((run) => run.style === 'bold' && run.start === 0)
  if (!bold || bold.end > RUN_IN || bold.end >= block.text.length - 20) return 0
  const head = block.text.slice(0, bold.end).trimEnd()
  const behind = /^\s*(?:[:–—]\s*)?/.exec(block.text.slice(bold.end))?.[0] ?? ''
  const closes = /[:–—]$/.test(head) || /[:–—]/.test(behind) || (head.endsWith('.') && !SUFFIX.test(head))
  return closes && /^["“(]?\p{Lu}/u.test(block.text.slice(bold.end + behind.length)) ? bold.end + behind.length : 0
}

/** A heading by its words, "Outlook: The company …", or one whose last letter touches the first of the sentence. */
const wordHead = (text: string): number => {
  const label = /^([^:.!?"“]{3,80}):\s+(?=["“(]?\p{Lu})/u.exec(text)
  if (label?.[1] !== undefined && headingKind(label[1]) !== 'body' &&
    !/\b(?:is|are|was|were|will|has|have|said|include[sd]?)\b/i.test(label[1])) return label[0].length
  const glued = /^(?:(?:\p{Lu}[\p{L}-]*|of|and|the|to|for|in|on|about|where|with)\s){2,12}\p{Lu}?\p{Ll}{1,}(?=\p{Lu}\p{Ll}+\s\p{Ll})/u.exec(
    text
  )
  return glued && glued[0].length <= RUN_IN ? glued[0].length : 0
}

/** The length of the heading that runs into a paragraph, in UTF-16 units of its text: 0 where none does. It is no part of the first sentence. */
export const runInLength = (block: Block): number => {
  if (block.kind !== 'paragraph' || block.text.length < 40) return 0
  return boldHead(block) || wordHead(block.text)
}
