import type { Block } from '#contract/filing'
import type { SentenceView } from '../text/sentence-view'
import { readTriggerWords } from './trigger-words'
import { pattern } from '#model/pattern'

/** The sentences of a document that are standing caution, by index, and those among them that state the filing's own safe harbor. */
export interface Caution {
  /** Sentences masked from every other rule: the safe-harbor paragraphs and single cautionary sentences. */
  readonly masked: ReadonlySet<number>
  /** The subset that forms the safe-harbor statement, in order. */
  readonly statement: readonly SentenceView[]
}

/** Trigger words from which a list of them marks a safe harbor (domain rule). */
const WORD_LIST = 3

const ENDERS: ReadonlySet<string> = new Set(['heading', 'title', 'contact', 'end-mark', 'letterhead'])
const STRONG = ['statement', 'statute'] as const

/** Cautionary cue groups that hit in a sentence. */
const cues = (view: SentenceView): Set<string> => new Set(view.hits('boilerplate').map((hit) => hit.phrase.tag))

/** Groups that hit in any sentence of a block; a list of trigger words beside "forward-looking" is one of them. */
const cuesOf = (views: readonly SentenceView[]): Set<string> => {
  const found = new Set(views.flatMap((view) => [...cues(view)]))
  if (found.has('statement') && views.some((view) => readTriggerWords(view).words.length >= WORD_LIST)) found.add('words')
  return found
}

const isStrong = (found: ReadonlySet<string>): boolean => STRONG.some((group) => found.has(group))

/**
 * Two of: the words "forward-looking statements", results that differ, the statute, no duty to update, a list of words,
 * undue reliance (domain rule for an unheaded safe harbor).
 */
const isStatementBlock = (found: ReadonlySet<string>): boolean => {
  const groups = [...found].filter((group) => group !== 'pointer' && group !== 'legend')
  return groups.length >= 2 && (isStrong(found) || found.has('no-duty') || found.has('differ'))
}

/** A sentence that cautions wherever it stands: no duty to update, undue reliance, or results that differ. A legend is no caution. */
const isCautionary = (view: SentenceView): boolean => {
  if (view.passage !== null) return false
  const found = cues(view)
  if (found.has('no-duty')) return found.size > 1 || /updat|revis|correct|supplement|publicly|forward/i.test(view.text)
  if (found.has('statement')) return true
  if (found.has('statute') && /act\b|harbou?r/i.test(view.text)) return /statement|harbou?r provisions|within the meaning/i.test(view.text)
  return found.has('differ') && /\b(?:actual|results|outcomes?|events)\b/i.test(view.text)
}

interface Group {
  readonly block: Block
  readonly views: readonly SentenceView[]
  readonly found: ReadonlySet<string>
  /** A heading or another ender stands between this block and the one before with sentences. */
  readonly fresh: boolean
}

const groupByBlock = (views: readonly SentenceView[], blocks: readonly Block[]): Group[] => {
  const own = new Map<string, SentenceView[]>()
  for (const view of views) {
    const known = own.get(view.block.id)
    if (known) known.push(view)
    else own.set(view.block.id, [view])
  }
  const out: Group[] = []
  let fresh = true
  for (const block of blocks) {
    const inside = own.get(block.id)
    if (inside) {
      out.push({ block, views: inside, found: cuesOf(inside), fresh })
      fresh = false
    } else if (ENDERS.has(block.kind)) fresh = true
  }
  return out
}

/** A paragraph that opens by naming statements of its own release is caution from there on, quotations of them included. */
const NAMES_STATEMENTS = pattern('i')`
  ^["“]?(?:certain|some|any|all|the|various)?(?: of the)? ?(?:statements?|matters|information)\b[^.;]{0,40}\b(?:in|herein
  |contained|made|set forth|including)\b`

/** Index of the first sentence of the block from which it is caution: 0 for a block that is caution throughout. */
const cautionStart = (group: Group): number => {
  if (NAMES_STATEMENTS.test(group.views[0]?.text ?? '')) return 0
  const first = group.views.findIndex((view) => isCautionary(view) || isStrong(cues(view)))
  if (first <= 0) return 0
  return group.views.slice(0, first).some((view) => cues(view).size > 0) ? 0 : first
}

const isList = (block: Block): boolean => block.kind === 'list-item' || block.kind === 'list'

/** Whether a block goes on with the statement that the block before it opened. */
const continues = (group: Group, open: boolean, headed: boolean, before: Group | undefined): boolean => {
  if (!open || group.fresh) return false
  if (group.block.kind === 'quote' || group.views[0]?.zone === 'about') return false
  if (headed || isList(group.block)) return true
  if (before && /[:;]\s*$|,\s*(?:(?:and|or)\s*)?$/.test(before.block.text)) return true
  return group.found.size > 0 && [...group.found].some((cue) => cue !== 'pointer')
}

/** Finds the standing caution of a document by headings, by cues, and by what follows on from them. */
export const findCaution = (views: readonly SentenceView[], blocks: readonly Block[]): Caution => {
  const masked = new Set<number>()
  const statement: SentenceView[] = []
  let open = false
  let headed = false
  let before: Group | undefined
  for (const group of groupByBlock(views, blocks)) {
    if (group.views.every((view) => view.passage?.kind === 'legend')) {
      open = false
      continue
    }
    const underHeading = group.views[0]?.zone === 'safe-harbor'
    const goesOn = continues(group, open, headed, before)
    const outlook = group.views[0]?.zone === 'outlook' && group.views.length < 3 && !group.found.has('no-duty')
    if (underHeading || goesOn || (isStatementBlock(group.found) && !outlook)) {
      const from = underHeading || goesOn ? 0 : cautionStart(group)
      for (const view of group.views.slice(from)) {
        if (view.passage !== null && !view.passage.cautions) continue
        masked.add(view.index)
        statement.push(view)
      }
      headed = underHeading
      open = true
    } else open = false
    for (const view of group.views) if (!masked.has(view.index) && isCautionary(view)) masked.add(view.index)
    before = group
  }
  return { masked, statement: statement.length > 0 ? statement : views.filter((view) => masked.has(view.index)) }
}
