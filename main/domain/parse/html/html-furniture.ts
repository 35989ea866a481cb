import { rejoin, type Draft } from './html-draft'
import { endsOpen, isContinuationLine, isPageNumber } from '../text/text-classes'
import { pattern } from '#model/pattern'

/** How many blocks on either side of a page break can belong to the page and not to the text. */
const reach = 3

/** Page headers and footers are short: longer text beside a break is text. */
const longestFurniture = 120

const isContentsLink = (draft: Draft): boolean =>
  /^(?:table of contents|index to (?:consolidated )?financial statements|back to (?:top|contents)|contents)$/iu.test(draft.leaf.text)

/** What a running header looks like once its page number is taken off; the items of a form differ by their number alone. */
const runningKey = (text: string): string => {
  const lower = text.toLowerCase()
  return /^(?:part|items?)\b/u.test(lower) ? lower : lower.replaceAll(/\d+/gu, '#')
}

const isBesideBreak = (draft: Draft): boolean =>
  draft.kind === 'paragraph' && draft.leaf.kind === 'text' && draft.leaf.text.length <= longestFurniture

/** Whether a draft ends a page: a break, or a rule, which the agents of the 2000s drew across it. */
const isBreak = (draft: Draft | undefined): boolean => draft?.kind === 'page-break' || draft?.kind === 'rule'

/** The short texts beside page breaks, with how often each stands there. */
const countRunning = (drafts: readonly Draft[]): Map<string, number> => {
  const counts = new Map<string, number>()
  let counted = -1
  drafts.forEach((draft, at) => {
    if (!isBreak(draft)) return
    for (let i = Math.max(counted + 1, at - reach); i <= at + reach; i += 1) {
      const beside = drafts[i]
      if (beside === undefined) break
      counted = i
      if (!isBesideBreak(beside)) continue
      const key = runningKey(beside.leaf.text)
      if (counts.size < 10_000 || counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  })
  return counts
}

const markSide = (drafts: readonly Draft[], at: number, step: -1 | 1, counts: ReadonlyMap<string, number>): boolean => {
  let found = false
  for (let i = 1; i <= reach; i += 1) {
    const draft = drafts[at + step * i]
    if (draft === undefined) return found
    if (!isBesideBreak(draft)) {
      if (isBreak(draft) || draft.kind === 'page-header' || draft.kind === 'page-footer' || draft.kind === 'image') continue
      return found
    }
    const number = isPageNumber(draft.leaf.text)
    const running = (counts.get(runningKey(draft.leaf.text)) ?? 0) >= 3
    const link = step > 0 && isContentsLink(draft)
    if (!number && !running && !link && !isContinuationLine(draft.leaf.text)) return found
    draft.kind = step < 0 ? 'page-footer' : 'page-header'
    draft.why = number ? 'A page number beside a page break.' : link ?
      'A link to the contents at the top of a page.'
      : running
      ? 'Stands beside three page breaks or more.'
      : 'Says that the page goes on.'
    found = true
  }
  return found
}

/**
 * Marks page numbers and running headers by their place beside a page break, and makes page breaks of the rules that
 * such furniture stands beside. Position decides first; a text without a number must also recur.
 */
export const markFurniture = (drafts: readonly Draft[]): void => {
  for (const draft of drafts) {
    if (draft.kind !== 'paragraph' || !isContentsLink(draft) || !draft.leaf.styled.every((span) => span.href?.startsWith('#') ?? false))
      continue
    draft.kind = 'page-header'
    draft.why = 'Nothing but a link back to the contents.'
  }
  const counts = countRunning(drafts)
  drafts.forEach((draft, at) => {
    if (!isBreak(draft)) return
    const above = markSide(drafts, at, -1, counts)
    const below = markSide(drafts, at, 1, counts)
    if (draft.kind === 'rule' && (above || below)) {
      draft.kind = 'page-break'
      draft.why = 'A rule with a page number or running header beside it.'
    }
  })
}

/** Drops page breaks and rules that follow one of their kind with nothing between, keeping the first. */
export const mergeBreaks = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft, at) => !((draft.kind === 'page-break' || draft.kind === 'rule') && drafts[at - 1]?.kind === draft.kind))

/** What can stand between the two halves of a paragraph at the turn of a page: furniture, a rule, a logo, the notes at the foot of the page. */
const turned = new Set<Draft['kind']>(['page-break', 'page-header', 'page-footer', 'rule', 'image', 'footnote'])

/** A page number that nothing marks as one, on a page that ends without a break. */
const isLoneNumber = (draft: Draft): boolean =>
  draft.kind === 'paragraph' && draft.leaf.kind === 'text' && /\d/u.test(draft.leaf.text) && isPageNumber(draft.leaf.text)

/** How many blocks may stand at the turn of a page. */
const longestTurn = 12

/** How sure it is that a page is turned: surely at a break or a page number, perhaps at a rule or picture alone. */
type Turn = 'none' | 'maybe' | 'sure'

/** The place in `out` of the paragraph, or the note at the foot of the page, that the next one may go on with, and what stands between them. */
const overTurn = (out: readonly Draft[]): { head: number; turn: Turn } => {
  let head = out.length - 1
  let sure = false
  let maybe = false
  for (; head >= 0 && head >= out.length - longestTurn; head -= 1) {
    const draft = out[head]
    if (draft === undefined || !(turned.has(draft.kind) || isLoneNumber(draft))) break
    if (draft.kind === 'footnote' && draft.leaf.text.length > shortestHead.sure && endsOpen(draft.leaf.text)) break
    sure ||= draft.kind === 'page-break' || isLoneNumber(draft)
    maybe ||= draft.kind === 'rule' || draft.kind === 'image'
  }
  return { head, turn: sure ? 'sure' : maybe ? 'maybe' : 'none' }
}

/**
 * Joins a paragraph that the turn of a page cuts: what stands before it does not end as a sentence does, and what stands
 * after the furniture goes on with it. The joined block has a range for each page and stands where it begins.
 */
export const rejoinPages = (drafts: readonly Draft[]): Draft[] => {
  const out: Draft[] = []
  for (const draft of drafts) {
    const { head: at, turn } = overTurn(out)
    const head = out[at]
    if (turn !== 'none' && head !== undefined && continues(head, draft, turn)) {
      head.leaf = rejoin(head.leaf, draft.leaf)
      head.why = `${head.why} Continues over a page break.`
      for (const between of out.slice(at + 1)) {
        if (!isLoneNumber(between)) continue
        between.kind = 'page-footer'
        between.why = 'A page number between two halves of a paragraph.'
      }
    } else out.push(draft)
  }
  return out
}

const isProse = (draft: Draft): boolean =>
  draft.leaf.kind === 'text' && (draft.kind === 'paragraph' || draft.kind === 'list-item' || draft.kind === 'footnote') &&
  draft.leaf.place.heading === 0

/** Words no sentence and no heading ends with: whatever follows goes on. */
const openWord = pattern('u')`
  (?:,|\b(?:the|an?|of|and|or|to|in|by|for|with|from|at|on|as|its|our|their|his|her|not|is|was|were|are|be|been|has|have|had
  |that|which|who|may|will|shall|should|would|could|did|does|any|each|such|this|these|than|per|between|under|Mr\.|Ms\.|Mrs\.
  |Dr\.|U\.S\.))$`

/** How long the first half must be: shorter ones are captions and heads of columns. */
const shortestHead = { maybe: 80, sure: 40 }

const continues = (head: Draft, tail: Draft, turn: 'maybe' | 'sure'): boolean => {
  const { text } = tail.leaf
  if (!isProse(head) || tail.leaf.kind !== 'text' || tail.kind !== 'paragraph' || head.leaf.text.length <= shortestHead[turn]) return false
  if (turn === 'maybe' && (tail.leaf.align !== head.leaf.align || text.length < 20)) return false
  if (openWord.test(head.leaf.text))
    return /^[a-z\p{Lu}\d$€£“"(]/u.test(text) && !isMarked(text) && !(isItem(text) && !head.leaf.text.endsWith('to'))
  return endsOpen(head.leaf.text) && /^[a-z]/u.test(text) && !isMarked(text)
}

const isMarked = (text: string): boolean => /^(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|\d{1,2}[.)]\s)/u.test(text)

const isItem = (text: string): boolean => /^(?:part|item)\s+[\divx]/iu.test(text)
