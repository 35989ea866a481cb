import type { Block } from '#contract/filing'
import { findIndexedItems } from './indexed-items'
import { itemForm, itemsOf, type FormItem, type ItemForm } from './item-forms'
import { pattern } from '#model/pattern'

/**
 * A heading that opens an item or a part of a form. `at` is the index of its block; `item` is null for a part. One heading
 * that names two items ("Items 1 and 2") gives two of these with the same `at`.
 */
export interface ItemHeading {
  readonly at: number
  readonly part: string | null
  readonly item: string | null
  readonly title: string
  readonly kind: string
}

interface Candidate {
  readonly at: number
  readonly part: string | null
  readonly codes: readonly string[]
  readonly title: string
  readonly titled: boolean
  /** Non-blank text between this heading and the next candidate, in code units. */
  content: number
}

/** Headings are shorter than this; a longer block opens an item only where the title runs straight into its text. */
const longestHeading = 260

const partPattern = /^[\s\-–—*_.•]{0,8}part\s+(iv|iii|ii|i|[1-4]|one|two|three|four)(?![a-z0-9])[\s.,:;–—-]*/iu
/** A code with its letters: `1A`, `5.02(b)`, `5.02(b), (c) and (e)`. */
const codes = String
  .raw`\d{1,2}(?:\.\d{2})?\s?(?:\([a-k]\)(?:\s?(?:,\s?and|,|&|and|or|\/|through|to|-|–)?\s?\([a-k1-9]\)){0,9}|[a-k](?![a-z]))?`
const itemPattern = new RegExp(
  String
    .raw`^[\s\-–—*_.•|]{0,8}items?\s*(?:(?:no\.?|number|#)\s*)?((?:${codes})(?:\s*(?:[.,]\s*)?(?:,|&|and|through|to|-|–)\s*(?:item\s+)?(?:${codes})){0,5}|x)(?![\d%])`,
  'iu'
)

/** The section of Form 8-K that a heading may name above its item, in one block: "Section 5 – Corporate Governance and Management Item 5.02". */
const formSection = /^[\s\-–—*_.•]{0,8}section\s+\d{1,2}\b.{0,140}?(?=\bitems?\s*(?:no\.?\s*)?\d)/iu

const partNames: Readonly<Record<string, string>> = {
  i: 'I',
  ii: 'II',
  iii: 'III',
  iv: 'IV',
  1: 'I',
  2: 'II',
  3: 'III',
  4: 'IV',
  one: 'I',
  two: 'II',
  three: 'III',
  four: 'IV'
}

const readable = new Set<Block['kind']>(['heading', 'paragraph', 'title', 'list-item', 'caption', 'footnote', 'letterhead', 'contact',
  'list', 'quote'])

/** Whether a plain-text table begins with the heading of one item, as where its lines run on into columns. */
const opensTable = (block: Block): boolean =>
  block.kind === 'table' && block.verbatim !== undefined && itemPattern.test(block.text.slice(0, 40)) &&
  (block.text.match(/\bitem\s+\d/giu)?.length ?? 0) === 1

/** The codes that a heading names: `1A`; `1` and `2`; `10` to `13`. */
const codesIn = (text: string, known: ReadonlySet<string>): string[] => {
  const found = [...text.matchAll(/(\d{1,2}(?:\.\d{2})?)\s?\(?([a-k](?![a-z]))?\)?/giu)].map((match) =>
    `${match[1] ?? ''}${match[1]?.includes('.') === true ? '' : (match[2] ?? '').toUpperCase()}`
  )
  const first = found[0]
  const last = found.at(-1)
  if (first !== undefined && last !== undefined && found.length === 2 && /through|to|[-–]/iu.test(text) && /^\d+$/u.test(first + last)) {
    const codes: string[] = []
    for (let code = Number(first); code <= Number(last) && codes.length < 8; code += 1) codes.push(String(code))
    return codes.filter((code) => known.has(code))
  }
  return found.filter((code) => known.has(code))
}

const afterCode = /^[\s.,:;)\]|–—_-]*/u

const READS_ON = pattern('u')`
  ^(?:of|in|and|or|to|above|below|is|are|was|hereof|herein|contains?|has|have|under|entitled|includes?|which|that|by|on|for|as
  |with|see|please)\b`

/** Whether what follows the code reads on as a sentence, so that the item is only mentioned: "Item 7 of this report". */
const readsOn = (rest: string, gap: string): boolean =>
  READS_ON.test(rest)
  || (gap.trim() === '' && /^[a-z]{3}/u.test(rest)) || /^,/u.test(gap.trim())

const readCandidate = (block: Block, at: number, form: ItemForm, known: ReadonlySet<string>, titles: readonly FormItem[]):
  | Candidate
  | null => {
  // Of a table only the first line can head anything.
  const full = block.kind === 'table' ? (block.verbatim?.text ?? block.text).trimStart().split('\n', 1)[0] ?? '' : block.text
  const sectionLength = form.startsWith('8-K') ? formSection.exec(full.slice(0, longestHeading))?.[0].length ?? 0 : 0
  const head = full.slice(sectionLength, sectionLength + longestHeading + 60)
  const partMatch = partPattern.exec(head)
  const part = partMatch === null || form.startsWith('8-K') ? null : partNames[(partMatch[1] ?? '').toLowerCase()] ?? null
  const body = part === null ? head : head.slice(partMatch?.[0].length ?? 0)
  const match = itemPattern.exec(body)
  if (match === null) {
    if (part === null || full.length > 120 || /^of\b|^,?\s*item/iu.test(body) || /[a-z]{3}[.,]\s/u.test(body)) return null
    return { at, part, codes: [], title: body.trim(), titled: false, content: 0 }
  }
  const named = match[1]?.toLowerCase() === 'x' ? ['X'] : codesIn(match[1] ?? '', known)
  if (named.length === 0) return null
  const after = body.slice(match[0].length)
  const gap = afterCode.exec(after)?.[0] ?? ''
  const rest = after.slice(gap.length)
  const titled = titles.some((title) => named.includes(title.code) && title.title.test(rest.replace(/^["“'‘(]+/u, '')))
  if (readsOn(rest, gap) || /^[^a-z]{0,3}\(?continued\)?/iu.test(rest) || /\(?continued\)?\s*$/iu.test(full.slice(0, longestHeading)))
    return null
  if (full.length > longestHeading && (!titled || !/[.:–—-]/u.test(gap))) return null
  if (/\b(?:and elsewhere|of this (?:annual |quarterly )?report|incorporated herein by this reference)\b/iu.test(rest.slice(0, 90)))
    return null
  return { at, part, codes: named, title: rest.trim(), titled, content: 0 }
}

/** Gives every candidate the text that follows it, and drops repeats of the one before, as running heads are. */
const weigh = (candidates: readonly Candidate[], blocks: readonly Block[]): Candidate[] => {
  const out: Candidate[] = []
  candidates.forEach((candidate, index) => {
    const next = candidates[index + 1]?.at ?? blocks.length
    let content = 0
    for (let at = candidate.at + 1; at < next; at += 1) content += blocks[at]?.text.length ?? 0
    content += Math.max(0, (blocks[candidate.at]?.text.length ?? 0) - longestHeading)
    const last = out.at(-1)
    if (last !== undefined && candidate.codes.length > 0 && last.codes.join() === candidate.codes.join()) last.content += content
    else out.push({ ...candidate, content })
  })
  return out
}

/** What makes two headings the same: their codes and the first letters of their titles, since a 10-Q has two items 2. */
const identity = (candidate: Candidate): string =>
  `${candidate.codes.join()} ${candidate.title.toLowerCase().replaceAll(/[^a-z]/gu, '').slice(0, 12)}`

/**
 * Takes out contents lists: four items or more that follow one another with no more between than a title and a page
 * number, where at least half of them are headed again somewhere else.
 */
const withoutContents = (candidates: readonly Candidate[]): Candidate[] => {
  const positions = new Map<string, number[]>()
  candidates.forEach((candidate, index) => {
    const key = identity(candidate)
    const known = positions.get(key)
    if (known === undefined) positions.set(key, [index])
    else known.push(index)
  })
  const out: Candidate[] = []
  let at = 0
  while (at < candidates.length) {
    let end = at
    while (end < candidates.length && (candidates[end]?.content ?? 0) < 160) end += 1
    // The last entry of a contents list is followed by the text of the document.
    const run = candidates.slice(at, Math.min(end + 1, candidates.length))
    const items = run.filter((candidate) => candidate.codes.length > 0)
    const elsewhere = items.filter((candidate) => (positions.get(identity(candidate)) ?? []).some((index) => index < at || index > end))
    if (end - at >= 4 && elsewhere.length * 2 >= items.length) at = end + 1
    else {
      out.push(...run)
      at = Math.max(end, at) + 1
    }
  }
  return out
}

/** One place that an item can have in the form's order, with what speaks for it. */
interface Step {
  readonly candidate: Candidate
  readonly index: number
  /** The place of the last item that the heading names. */
  readonly last: number
  readonly weight: number
}

/** The places that candidates can have: an item of a form with two parts may be that of either, unless a part heading says. */
const stepsOf = (candidates: readonly Candidate[], items: readonly FormItem[]): Step[] => {
  const steps: Step[] = []
  let part: string | null = null
  for (const candidate of candidates) {
    if (candidate.part !== null) part = candidate.part
    const first = candidate.codes[0]
    if (first === undefined) continue
    items.forEach((item, index) => {
      if (item.code !== first) return
      const titled = item.title.test(candidate.title.replace(/^["“'‘(]+/u, ''))
      const weight = 200 + Math.min(candidate.content, 3000) + (titled ? 1500 : 0) + (part !== null && part === item.part ? 400 : 0)
      const lastCode = candidate.codes.at(-1)
      const last = items.findIndex((other, place) => place >= index && other.code === lastCode)
      steps.push({ candidate, index, last: Math.max(last, index), weight })
    })
  }
  return steps
}

/** Whether a step may stand behind another: behind "Items 1 and 2" also item 1A, which is between the two and none of them. */
const comesBehind = (before: Step, step: Step): boolean =>
  before.last < step.index || (before.index < step.index && !before.candidate.codes.includes(step.candidate.codes[0] ?? ''))

/** The heaviest chain of steps that goes forward in the document and in the form. */
const bestChain = (steps: readonly Step[]): Step[] => {
  const best: number[] = []
  const from: number[] = []
  let end = -1
  steps.forEach((step, i) => {
    best[i] = step.weight
    from[i] = -1
    for (let j = 0; j < i; j += 1) {
      const before = steps[j]
      if (before === undefined || before.candidate.at >= step.candidate.at || !comesBehind(before, step)) continue
      const sum = (best[j] ?? 0) + step.weight
      if (sum > (best[i] ?? 0)) {
        best[i] = sum
        from[i] = j
      }
    }
    if (end < 0 || (best[i] ?? 0) > (best[end] ?? 0)) end = i
  })
  const chain: Step[] = []
  for (let at = end; at >= 0; at = from[at] ?? -1) {
    const step = steps[at]
    if (step !== undefined) chain.unshift(step)
  }
  return chain
}

const titleOf = (candidate: Candidate, blocks: readonly Block[]): string => {
  if (candidate.title !== '') return candidate.title.length > 160 ? `${candidate.title.slice(0, 159)}…` : candidate.title
  const next = blocks[candidate.at + 1]
  return next !== undefined && next.text.length <= 160 && readable.has(next.kind) ? next.text : ''
}

/** Candidates that are looked at; no form has a tenth as many headings, and the chain is quadratic in them. */
const mostCandidates = 1500

/** The heaviest heading of every item of a form that keeps no order, as current reports do not. */
const eachItem = (steps: readonly Step[]): Step[] => {
  const best = new Map<number, Step>()
  for (const step of steps) {
    const known = best.get(step.index)
    if (known === undefined || step.weight > known.weight) best.set(step.index, step)
  }
  return [...best.values()].sort((a, b) => a.candidate.at - b.candidate.at)
}

/** Items of an annual report below which it is taken to head them by their titles alone. */
const fewestItems = 3

const indexedHeadings = (blocks: readonly Block[], items: readonly FormItem[]): ItemHeading[] =>
  findIndexedItems(blocks, items).map(({ at, code, title }) => {
    const item = items.find((each) => each.code === code)
    return { at, part: item?.part ?? null, item: code, title, kind: item?.kind ?? 'item' }
  })

/** The part headings that stand just above an item of their part. */
const partsOf = (candidates: readonly Candidate[], chain: readonly Step[], items: readonly FormItem[]): ItemHeading[] => {
  const parts: ItemHeading[] = []
  let last: string | null = null
  for (const step of chain) {
    const part = items[step.index]?.part ?? null
    if (part === null || part === last) continue
    const before = parts.at(-1)?.at ?? -1
    const heading = candidates.findLast((candidate) =>
      candidate.part === part && candidate.at <= step.candidate.at && candidate.at > before
    )
    if (heading !== undefined)
      parts.push({ at: heading.at, part, item: null, title: heading.codes.length > 0 ? '' : heading.title, kind: 'part' })
    last = part
  }
  return parts
}

/** What a quarterly report calls the items of its second part where it heads them by title, with or without their number. */
const bareTitles: readonly (readonly [code: string, title: RegExp])[] = [
  ['1', /^legal proceedings$/iu],
  ['1A', /^risk factors$/iu],
  ['2', /^(?:unregistered sales? of equity securities\b.{0,60}|changes in securities\b.{0,60}|issuer purchases of equity securities)$/iu],
  ['3', /^defaults? (?:up)?on (?:its )?senior securities$/iu],
  ['4', /^(?:mine safety disclosures?|submissions? of matters to a vote of (?:the )?(?:security|share|stock) ?holders)$/iu],
  ['5', /^other (?:information|events|matters)$/iu],
  ['6', /^exhibits?(?: and reports? on form 8-k)?$/iu]
]

const bareNumber = /^\(?(\d{1,2}[ab]?)\)?[.):\s–—-]+(?=\p{L})/iu

/** The items of the second part that are headed without the word "Item", behind the heading of that part, in the form's order. */
const bareItems = (blocks: readonly Block[], from: number): ItemHeading[] => {
  const found: ItemHeading[] = []
  let next = 0
  for (let at = from + 1; at < blocks.length && next < bareTitles.length; at += 1) {
    const block = blocks[at]
    if (block === undefined || !readable.has(block.kind) || block.text.length > longestHeading) continue
    if (/^signatures?$/iu.test(block.text.trim())) break
    const number = bareNumber.exec(block.text)
    const title = block.text.slice(number?.[0].length ?? 0).replace(/[.:\s]+$/u, '')
    const place = bareTitles.findIndex(([code, shape], order) =>
      order >= next && shape.test(title) && (number === null || number[1]?.toUpperCase() === code)
    )
    if (place < 0 || (number === null && block.kind !== 'heading')) continue
    const code = bareTitles[place]?.[0] ?? ''
    found.push({ at, part: 'II', item: code, title, kind: quarterlyKind(code) })
    next = place + 1
  }
  return found
}

const quarterlyKind = (code: string): string => itemsOf('10-Q').find((item) => item.part === 'II' && item.code === code)?.kind ?? 'item'

/** The second part of a quarterly report whose items are headed without the word "Item"; empty where it has such that are, or none at all. */
const bareSecondPart = (blocks: readonly Block[], candidates: readonly Candidate[], chain: readonly Step[]): ItemHeading[] => {
  const last = chain.at(-1)
  const opening = candidates.findLast(({ part, at, codes }) => part === 'II' && codes.length === 0 && at > (last?.candidate.at ?? -1))
  if (last === undefined || opening === undefined) return []
  const found = bareItems(blocks, opening.at)
  return found.length === 0 ? [] : [{ at: opening.at, part: 'II', item: null, title: opening.title, kind: 'part' }, ...found]
}

/** The headings of a form's items, as `findItems` promises them. */
const headingsIn = (blocks: readonly Block[], known: ItemForm): ItemHeading[] => {
  const items = itemsOf(known)
  const codesKnown = new Set(items.map((item) => item.code))
  const found: Candidate[] = []
  blocks.forEach((block, at) => {
    if (!(readable.has(block.kind) || opensTable(block)) || found.length >= mostCandidates) return
    const candidate = readCandidate(block, at, known, codesKnown, items)
    if (candidate !== null) found.push(candidate)
  })
  const candidates = withoutContents(weigh(found, blocks))
  const steps = stepsOf(candidates, items)
  const chain = known.startsWith('8-K') ? eachItem(steps) : bestChain(steps)
  if (known === '10-K' && chain.length < fewestItems) {
    const indexed = indexedHeadings(blocks, items)
    if (indexed.length > chain.length) return indexed
  }
  const headings: ItemHeading[] = chain.flatMap(({ candidate, index }) => {
    const part = items[index]?.part ?? null
    const title = titleOf(candidate, blocks)
    return candidate.codes.map((code) => {
      const item = items.find((each) => each.code === code && each.part === part) ?? items.find((each) => each.code === code)
      return { at: candidate.at, part: item?.part ?? part, item: code, title, kind: item?.kind ?? 'item' }
    })
  })
  const bare = known.startsWith('10-Q') ? bareSecondPart(blocks, candidates, chain) : []
  return [...partsOf(candidates, chain, items), ...headings, ...bare].sort((a, b) =>
    a.at - b.at || Number(a.item !== null) - Number(b.item !== null)
  )
}

/**
 * Finds the headings that open the items and parts of a 10-K, 10-Q, 8-K or 20-F, in document order. A heading starts its
 * block, is short, and takes its place in the form's own order; mentions, contents lists, running heads and indexes do
 * not. The chain of headings with the most text under it is chosen, so that a repeated list of items cannot displace it.
 * The items of a current report are those of its day (`filedAt`, ISO 8601); without one, the numbering that it uses.
 */
export const findItems = (blocks: readonly Block[], form: string | null, filedAt: string | null): ItemHeading[] => {
  const known = itemForm(form, filedAt)
  if (known === null) return []
  const found = headingsIn(blocks, known)
  return found.length === 0 && known === '8-K-2004' && filedAt === null ? headingsIn(blocks, '8-K') : found
}
