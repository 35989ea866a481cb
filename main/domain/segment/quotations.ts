import type { Block } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { pattern } from '#model/pattern'

/** A stretch of quoted speech in a block. Offsets are code units of the block's text; `speaker` as the source words it. */
export interface Quotation {
  readonly start: number
  readonly end: number
  readonly speaker: string | null
  readonly verb: string | null
  /** True where the block ends before the quotation is closed, so that the next block may go on with it. */
  readonly isOpen: boolean
}

interface Memory {
  /** Persons by last name, as first introduced with their titles. */
  readonly persons: Map<string, string>
  last: string | null
  isOpen: boolean
}

const VERB = pattern('g')`
  \b(said|says|stated|states|commented|comments|added|adds|noted|notes|remarked|remarks|explained|explains|continued|continues
  |concluded|concludes|observed|observes|announced|reported|emphasized|indicated|affirmed|wrote|reflected|shared)\b`

/** A verb of saying right behind the closing mark. */
const SAYS = /^\s?(?:said|says|stated|states|commented|added|noted|remarked|explained|continued|concluded|observed)\b/

/** Quoted words this few are a term or a phrase, not speech. */
const MIN_WORDS = 4

const OPENERS = new Set(['\u201c', '\u201f', '"'])

const isOpening = (text: string, at: number): boolean => {
  const sign = text.charAt(at)
  if (sign === '\u201c') return true
  if (sign !== '"') return false
  const before = text.charAt(at - 1)
  return (before === '' || /[\s([\u2014\u2013-]/.test(before)) && /\S/.test(text.charAt(at + 1))
}

const isClosing = (text: string, at: number): boolean => {
  const sign = text.charAt(at)
  return sign === '\u201d' || (sign === '"' && !isOpening(text, at))
}

interface Span {
  readonly start: number
  readonly end: number
  readonly isOpen: boolean
}

/** The quoted stretches of a block, the marks included; an unclosed one reaches to the end of the block. */
const quotedSpans = (text: string): Span[] => {
  const spans: Span[] = []
  let start = -1
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit !== 34 && unit !== 0x201c && unit !== 0x201d) continue
    if (start < 0 && isOpening(text, at)) start = at
    else if (start >= 0 && isClosing(text, at)) {
      spans.push({ start, end: at + 1, isOpen: false })
      start = -1
    }
  }
  if (start >= 0) spans.push({ start, end: text.length, isOpen: true })
  return spans
}

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** A name, credentials and titles, without the punctuation around them. */
const trimName = (text: string): string =>
  text.replace(/^[\s,;:.\u2013\u2014"\u201d-]+|[\s,;:\u2013\u2014"\u201c-]+$/g, '').replace(/^(?:and|as|while|but)\s+/i, '')

/** Titles run on for lines in some releases: beyond this many code units they are cut at a comma. */
const LONGEST_NAME = 200

const shortenName = (person: string): string => {
  if (person.length <= LONGEST_NAME) return person
  const cut = person.lastIndexOf(',', LONGEST_NAME)
  return cut > 0 ? person.slice(0, cut) : person.slice(0, LONGEST_NAME)
}

const isName = (text: string): boolean =>
  text.length >= 2 && text.length <= 260 && (/\p{Lu}[\p{L}.'\u2019-]+(?:\s+\p{Lu})?/u.test(text) || /^(?:he|she)$/i.test(text))

/** The person in the words between the start of the sentence and the verb; an opening clause ("In reviewing …,") is left out. */
const personBefore = (clause: string): string => {
  const trimmed = trimName(clause)
  const titled = /(?:Mr|Mrs|Ms|Dr)\.?\s+\p{Lu}[\p{L}'\u2019-]+$/u.exec(trimmed)
  if (titled && /^(?:In|When|With|As|On|While|After|For|Asked|Regarding|Speaking|Looking)\b/.test(trimmed)) return titled[0]
  return /^(?:In|When|With|As|On|While|After|Regarding|Speaking|Looking)\s/.test(trimmed)
    ? trimmed.replace(/^[^,]{0,200},\s*/, '')
    : trimmed
}

const lastName = (person: string): string | null => {
  const name = person.split(/,/)[0] ?? ''
  const parts = name.replace(/\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Jr|Sr|II|III|IV|M\.?D|Ph\.?D)\b\.?/g, '').match(/\p{Lu}[\p{L}'\u2019-]+/gu)
  return parts?.at(-1)?.toLowerCase() ?? null
}

/** Turns "Mr. Reed", "Reed" or "she" to the person as first introduced. */
const resolve = (person: string, memory: Memory): string => {
  if (/^(?:he|she)$/i.test(person)) return memory.last ?? person
  const key = lastName(person)
  if (!key) return person
  const known = memory.persons.get(key)
  if (known && (known.length >= person.length || /^(?:Mr|Mrs|Ms|Dr)\b/.test(person))) return known
  memory.persons.set(key, person)
  return person
}

const sentenceStartBefore = (text: string, floor: number, to: number): number => {
  for (let at = to - 1; at > floor; at -= 1) {
    if (/[.?!\u201d"]/.test(text.charAt(at)) && text.charAt(at + 1) === ' ' && /\p{Lu}/u.test(text.charAt(at + 2))
      && !/\b(?:Mr|Mrs|Ms|Dr|Inc|Corp|Ltd|Co|Jr|Sr|St|Prof|\p{Lu}|Ph\.D|M\.D)\.?$/u.test(text.slice(Math.max(floor, at - 6), at)))
      return at + 1
  }
  return floor
}

interface Attribution {
  readonly person: string
  readonly verb: string
}

const lastVerb = (clause: string): RegExpExecArray | null => {
  VERB.lastIndex = 0
  let found: RegExpExecArray | null = null
  for (let match = VERB.exec(clause); match; match = VERB.exec(clause)) found = match
  return found
}

/** `According to Chief Executive Officer Ivo Reed, "…` and `Chief Executive Officer Ivo Reed: "…`: no verb says that he speaks. */
const unspokenBefore = (clause: string): Attribution | null => {
  const told = /\b(?:according to|in the words of|as)\s+(\p{Lu}.{2,160}?|\p{Ll}[^,]{2,80}?\p{Lu}.{2,100}?)(?:\s+put it)?,\s*$/iu.exec(
    clause
  )
  const introduced = told ?? /^\s*(\p{Lu}[^:]{4,160}):\s*$/u.exec(clause)
  const person = trimName(introduced?.[1] ?? '')
  const isPerson = /\p{Lu}[\p{L}.'\u2019-]+\s+\p{Lu}/u.test(person) && (told !== null || ROLE.test(person))
  return introduced && isPerson && !/\b(?:data|reports?|statements?|sources|act|agreement|section|rules?)\b/i.test(person)
    ? { person, verb: told ? 'according to' : '' }
    : null
}

const ROLE = /\b(?:chief|president|chair(?:man|woman|person)?|officer|director|founder|head|professor|dr\.?|c[efot]o)\b/i

/** `Name, title, said of it, "…`: the words between the sentence's start and the opening mark. */
const attributionBefore = (text: string, floor: number, quote: number): Attribution | null => {
  if (!/[,:]\s?$|\b(?:that|said|stated|added|remarked|commented|noted|explained|continued|concluded|observed)\s?$/.test(
    text.slice(Math.max(floor, quote - 16), quote)
  )) return null
  const clause = text.slice(sentenceStartBefore(text, floor, quote - 2), quote)
  const verb = lastVerb(clause)
  if (!verb) return unspokenBefore(clause)
  if (clause.length - verb.index > 140) return null
  const person = personBefore(clause.slice(0, verb.index))
  return isName(person) ? { person, verb: verb[0] } : null
}

/** `…." \u2013 Name, title` at the end of the block. */
const signedBy = (rest: string): Attribution | null => {
  const person = /^\s{0,2}[-\u2013\u2014]{1,2}\s{0,2}(\p{Lu}[^.?!"\u201c]{3,120})\.?$/u.exec(rest)?.[1]
  return person ? { person: trimName(person), verb: '' } : null
}

/** `…," said Name, title.` and `…," Name, title, said.`: the words behind the closing mark, to the end of the sentence. */
const attributionAfter = (text: string, from: number, ceiling: number): Attribution | null => {
  const clause =
    /^[\s,]{0,3}(?:(?:Mr|Mrs|Ms|Dr|Inc|Corp|Ltd|Co|Jr|Sr|St|Prof|(?<=\s)\p{Lu}|Ph\.D|M\.D|L\.P|U\.S)\.|[^.?!"\u201c]|\.(?=\S))*/u.exec(
      text.slice(from, Math.min(ceiling, from + 640))
    )?.[0] ?? ''
  VERB.lastIndex = 0
  const verb = VERB.exec(clause)
  if (!verb) return signedBy(text.slice(from, ceiling))
  const before = trimName(clause.slice(0, verb.index))
  if (isName(before)) return { person: before, verb: verb[0] }
  if (before !== '') return null
  const person = shortenName(trimName(clause.slice(verb.index + verb[0].length))).replace(
    /\s+(?:in|at|during)\s+(?:a|the)\s+(?:statement|release|interview|call)\b.*$/i,
    ''
  )
  return isName(person) ? { person, verb: verb[0] } : null
}

/** Introduces persons that are named with their titles before a verb of saying, quoted or not. */
const remember = (text: string, memory: Memory): void => {
  const match =
    /^(\p{Lu}[\p{L}.'\u2019-]+(?:\s+\p{Lu}[\p{L}.'\u2019-]*){1,3}(?:,[^.,]{2,80}){1,3}),?\s+(?:said|stated|commented|added|noted)\b/u.exec(
      text.slice(0, 400)
    )
  if (match?.[1]) resolve(match[1], memory)
}

const attribute = (text: string, spans: readonly Span[], at: number, memory: Memory): Attribution | null => {
  const span = spans[at]
  if (!span) return null
  const floor = spans[at - 1]?.end ?? 0
  const ceiling = spans[at + 1]?.start ?? text.length
  const inner = text.slice(span.start, span.end)
  const after = /[,?!\u2014\u2013-]["\u201d]$|[.]["\u201d]$/.test(inner) || text.charAt(span.end) === ',' ||
      SAYS.test(text.slice(span.end, span.end + 14))
    ? attributionAfter(text, span.end, ceiling)
    : null
  const isEnded = /[.?!]["\u201d]$/.test(inner)
  const found = attributionBefore(text, floor, span.start) ?? (isEnded && after && /^\s*\p{Lu}/u.test(text.slice(span.end)) ? null : after)
  return found ? { person: resolve(found.person, memory), verb: found.verb } : null
}

const readBlock = (text: string, memory: Memory): Quotation[] => {
  remember(text, memory)
  const spans = quotedSpans(text)
  const out: Quotation[] = []
  const continues = memory.isOpen && OPENERS.has(text.charAt(0))
  memory.isOpen = false
  let speaker: string | null = null
  spans.forEach((span, at) => {
    if (words(text.slice(span.start, span.end)) < MIN_WORDS && !/[,.!?]["\u201d]$/.test(text.slice(span.start, span.end))) return
    const found = attribute(text, spans, at, memory)
    if (found) {
      speaker = found.person
      memory.last = found.person
    } else if (at === 0 && continues) speaker = memory.last
    // Further quoted words count as the same person's only where they stand as sentences of their own.
    const isSpeech = found !== null || (speaker !== null && (span.isOpen || /[.?!,]["\u201d]$/.test(text.slice(span.start, span.end))))
    if (!isSpeech) return
    out.push({ start: span.start, end: span.end, speaker, verb: found?.verb ?? null, isOpen: span.isOpen })
    memory.isOpen = span.isOpen
  })
  return out
}

/** How many paragraphs a quotation may run on for without a mark. */
const LONGEST_SPEECH = 8

const firstMark = (text: string): number => text.search(/["\u201c\u201d]/)

/** Whether an open quotation is closed in this block or soon after: the next mark of all is a closing one. */
const closesLater = (prose: readonly Block[], from: number): boolean => {
  for (const block of prose.slice(from, from + LONGEST_SPEECH)) {
    const mark = firstMark(block.text)
    if (mark >= 0) return isClosing(block.text, mark) && /[.?!,]/.test(block.text.charAt(mark - 1))
  }
  return false
}

const QUOTABLE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'quote', 'list-item'])

/**
 * Finds the quoted speech of a document and who speaks, block by block: attribution before, after or between the quoted
 * words; "Mr. Reed" and "she" resolved to the person as first named; a quotation left open continues into the next block
 * that opens with a mark. Quoted terms and word lists without an attribution are no speech.
 */
export const readQuotations = (blocks: readonly Block[]): ReadonlyMap<NodeId, readonly Quotation[]> => {
  const memory: Memory = { persons: new Map(), last: null, isOpen: false }
  const found = new Map<NodeId, readonly Quotation[]>()
  const prose = blocks.filter((block) => QUOTABLE.has(block.kind))
  for (const [at, block] of prose.entries()) {
    if (memory.isOpen && !OPENERS.has(block.text.charAt(0)) && closesLater(prose, at)) {
      const close = firstMark(block.text)
      const end = close < 0 ? block.text.length : close + 1
      found.set(block.id, [{ start: 0, end, speaker: memory.last, verb: null, isOpen: close < 0 }, ...(close < 0
        ? []
        : readBlock(block.text.slice(end), { ...memory, isOpen: false }).map((each) => ({ ...each, start: each.start + end,
          end: each.end + end })
        ))])
      memory.isOpen = close < 0
      continue
    }
    const quotations = readBlock(block.text, memory)
    if (quotations.length > 0) found.set(block.id, quotations)
  }
  return found
}

/** The blocks with the paragraphs that quote someone marked as quotes, the speaker and verb among their attributes; `continues` where
 * the quotation opened in an earlier block. */
export const markQuotes = (blocks: readonly Block[]): readonly Block[] => {
  const quotations = readQuotations(blocks)
  let isOpen = false
  return blocks.map((block) => {
    const found = quotations.get(block.id)
    const continues = isOpen
    if (QUOTABLE.has(block.kind)) isOpen = found?.at(-1)?.isOpen ?? false
    const first = found?.find((quotation) => quotation.speaker !== null)
    if (!first?.speaker || block.kind === 'list-item') return block
    const attrs = { ...block.attrs, speaker: first.speaker, ...(first.verb ? { verb: first.verb } : {}),
      ...(continues ? { continues: 'yes' } : {}) }
    return { ...block, kind: 'quote' as const, attrs, why: `${block.why}; it quotes ${first.speaker}` }
  })
}
