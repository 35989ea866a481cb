import type { EvidenceRole } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import type { Zoning } from '../zones'
import type { Draft, DraftEvidence } from './draft'
import { headedRoles } from './headed-role'
import { judgeOutcome } from './judge-outcome'
import type { Outcome } from './judge-outcome'
import type { OutcomeContext } from './outcome-rule'
import { isNoNews } from './no-news'
import { openReason, polarityOf } from './polarity'
import { WeighedStems, contentStems, rarityOf } from './similarity'
import type { Rarity } from './similarity'
import { tellingOf, tellsOtherAmounts, tellsSameOutcome } from './told-again'
import type { Telling } from './told-again'
import { pattern } from '#model/pattern'

/** Share of common content from which a later sentence restates a finding, and from which it comments on it. */
const RESTATES = 0.38
const COMMENTS = 0.3
/** Outside quotations the same words also tell other periods and products, so a number must be shared too. */
const RETELLS = 0.6

const ANAPHORA = /^["“]?(?:this|that|these|those|such|it)\b|\bin this regard\b|\bthis (?:finding|result)|\bthese (?:findings|results)\b/i

/** The stems of the first `read` pieces of a finding's evidence. */
interface ToldStems {
  readonly stems: WeighedStems
  read: number
}

interface Gathering {
  readonly context: OutcomeContext
  readonly drafts: Draft[]
  readonly stemsOf: (view: SentenceView) => ReadonlySet<string>
  readonly rarity: Rarity
  /** What the results of each finding tell, as far as they have been read. */
  readonly told: Map<Draft, ToldStems>
  /** Findings by the numbers that their sentences give. */
  readonly byNumber: Map<string, Set<Draft>>
  /** Findings by the words of their results, folded: what a headline, the text and a note tell in the same words is one. */
  readonly byWords: Map<string, Draft>
  /** What the results of the latest findings tell, for those told again in other words. */
  readonly tellings: { readonly draft: Draft; readonly telling: Telling }[]
  readonly tellingsOf: Map<Draft, readonly Telling[]>
}

const evidenceOf = (view: SentenceView, role: EvidenceRole, draft: { type: Draft['type'] }, context: OutcomeContext): DraftEvidence => ({
  view,
  role,
  polarity: role === 'context'
    ? 'neutral'
    : polarityOf(view, draft.type === 'explicit-heading' ? 'effect' : draft.type, context.clinical || draft.type === 'explicit-heading')
})

const isNumber = (word: string): boolean => (/^[\d,.]+$/.test(word) && /\d{3}/.test(word)) || /\d\.\d/.test(word)
const YEAR = /^(?:19|20)\d\d$/
/** The bounds of significance: half of all results are "p<0.05". */
const BOUND = /^0?\.0{1,4}[15]$/

/** The numbers of a sentence that are not years. */
const numbersOf = (view: SentenceView): readonly string[] => {
  if (!/\d/.test(view.text)) return []
  return view.tokens.words.filter((word) => word.charCodeAt(0) < 58 && isNumber(word) && !YEAR.test(word) && !BOUND.test(word))
}

const noteNumbers = (view: SentenceView, draft: Draft, gathering: Gathering): void => {
  for (const number of numbersOf(view)) {
    const known = gathering.byNumber.get(number)
    if (known) {
      known.add(draft)
      const [oldest] = known
      if (known.size > MOST_SHARING && oldest) known.delete(oldest)
    } else gathering.byNumber.set(number, new Set([draft]))
  }
}

/** The findings told before that share a number with a sentence. */
const sharingNumber = (view: SentenceView, gathering: Gathering): readonly Draft[] => {
  const out = new Set<Draft>()
  for (const number of numbersOf(view)) for (const draft of gathering.byNumber.get(number) ?? []) out.add(draft)
  return [...out].slice(-NUMBER_REACH)
}

/** How many findings that share a number are weighed. */
const NUMBER_REACH = 8
/** How many of the latest findings a comment may refer back to. */
const REACH = 40
/** How many findings are kept for one number: a number that more share tells none of them from the others. */
const MOST_SHARING = 64

/** The stems of a finding's results; only evidence added since the last call is read. */
const toldBy = (draft: Draft, gathering: Gathering): WeighedStems => {
  const told = gathering.told.get(draft) ?? { stems: new WeighedStems(gathering.rarity), read: 0 }
  for (const { role, view } of draft.evidence.slice(told.read))
    if (role === 'result' || draft.explicit) told.stems.add(gathering.stemsOf(view))
  told.read = draft.evidence.length
  gathering.told.set(draft, told)
  return told.stems
}

/** The draft among `drafts` whose results a sentence is most like, with how like. */
const nearest = (view: SentenceView, gathering: Gathering, drafts: readonly Draft[]): { draft: Draft; score: number } | null => {
  const own = new WeighedStems(gathering.rarity).add(gathering.stemsOf(view))
  let best: { draft: Draft; score: number } | null = null
  for (const draft of drafts) {
    const score = own.similarity(toldBy(draft, gathering))
    if (!best || score > best.score) best = { draft, score }
  }
  return best
}

const headed = (views: readonly SentenceView[], zoning: Zoning, context: OutcomeContext): Draft[] => {
  const out: Draft[] = []
  const under = new Map<number, SentenceView[]>()
  for (const view of views) {
    if (view.underFinding === null) continue
    const known = under.get(view.underFinding)
    if (known) known.push(view)
    else under.set(view.underFinding, [view])
  }
  for (const [ordinal, heading] of [...zoning.findingHeadings].sort((a, b) => a[0] - b[0])) {
    const inside = under.get(ordinal)
    if (!inside) continue
    const roles = headedRoles(inside, context)
    const draft: Draft = {
      type: 'explicit-heading',
      explicit: true,
      ordinal,
      heading,
      evidence: [],
      flags: new Set(),
      why: heading.kind === 'paragraph'
        ? 'The release lists it among its findings.'
        : `The release sets it under the heading "${heading.text}".`
    }
    inside.forEach((view, at) => draft.evidence.push(evidenceOf(view, roles[at] ?? 'context', draft, context)))
    out.push(draft)
  }
  return out
}

/** Two neighbouring safety sentences, or two of one measure in one paragraph, belong together. */
const joins = (draft: Draft, view: SentenceView, outcome: Outcome): boolean => {
  const last = draft.evidence[draft.evidence.length - 1]
  if (!last || draft.explicit || last.view.index !== view.index - 1 || last.view.block !== view.block) return false
  return draft.type === 'safety-outcome' && outcome.type === 'safety-outcome'
}

/** Shortest folded words that are known to be told again, in UTF-16 units. */
const KNOWN_AGAIN = 24

const foldedWords = (view: SentenceView): string => view.tokens.words.filter((word) => /[\p{L}\d]/u.test(word)).join(' ')

const noteTelling = (draft: Draft, telling: Telling, { tellings, tellingsOf }: Gathering): void => {
  tellings.push({ draft, telling })
  tellingsOf.set(draft, [...tellingsOf.get(draft) ?? [], telling])
}

/** How many of the latest results an outcome is held against. */
const TOLD_REACH = 80

/** The finding that tells this outcome already, in other words. */
const toldBefore = (telling: Telling, { tellings }: Gathering): Draft | undefined =>
  tellings.slice(-TOLD_REACH).find((other) => tellsSameOutcome(other.telling, telling))?.draft

/** Puts an outcome into the finding it belongs to, which may be a new one, and gives that finding. */
const place = (view: SentenceView, outcome: Outcome, gathering: Gathering): Draft => {
  const { drafts, context } = gathering
  const last = drafts[drafts.length - 1]
  if (last && joins(last, view, outcome)) {
    last.evidence.push(evidenceOf(view, 'result', outcome, context))
    return last
  }
  const words = foldedWords(view)
  const same = words.length >= KNOWN_AGAIN ? gathering.byWords.get(words) : undefined
  if (same && same.type === outcome.type) {
    same.evidence.push(evidenceOf(view, 'restatement', outcome, context))
    return same
  }
  const result = evidenceOf(view, 'result', outcome, context)
  const telling = tellingOf(view, outcome.type, result.polarity)
  const before = toldBefore(telling, gathering)
  if (before) {
    before.evidence.push({ ...result, role: 'restatement' })
    noteNumbers(view, before, gathering)
    return before
  }
  const quoted = view.sentence.speaker !== null
  const near = nearest(view, gathering, quoted ? drafts.slice(-REACH) : sharingNumber(view, gathering))
  const isOther = near !== null && !quoted &&
    (gathering.tellingsOf.get(near.draft) ?? []).some((other) => tellsOtherAmounts(other, telling))
  if (near && !isOther && near.score >= (quoted ? RESTATES : RETELLS) && !view.has('hedged-scope')) {
    near.draft.evidence.push(evidenceOf(view, 'restatement', outcome, context))
    noteNumbers(view, near.draft, gathering)
    return near.draft
  }
  const implicit = context.clinical && (outcome.type === 'effect' || outcome.type === 'significance') && (quoted || view.zone === 'lede')
  const open = openReason(view, outcome.type, result.polarity)
  const told = open ? `${outcome.why} ${open}` : outcome.why
  const draft: Draft = {
    type: implicit ? 'implicit' : outcome.type,
    explicit: false,
    ordinal: null,
    heading: null,
    flags: new Set(),
    why: implicit ? `${outcome.why} It stands in a ${quoted ? 'quotation' : 'lead paragraph'}, under no finding of its own.` : told,
    evidence: [result]
  }
  drafts.push(draft)
  noteTelling(draft, telling, gathering)
  gathering.byWords.set(words, draft)
  noteNumbers(view, draft, gathering)
  return draft
}

/** A quotation that welcomes an event, or says it over, tells it again. */
const tellsAgain = (view: SentenceView, near: { readonly draft: Draft; readonly score: number }): boolean =>
  near.draft.type !== 'guidance' && (view.has('commends') || near.score >= RESTATES + 0.1)

const WELCOMES = /\b(?:pleased|proud|delighted|excited|happy|thrilled|honou?red) to (?:have|announce|report)\b/i

/** The event that a release opens with, where a speaker welcomes it in words of his own. */
const welcomed = (view: SentenceView, { context, drafts }: Gathering): Draft | null => {
  const first = drafts[0]
  return !context.clinical && !context.reporting && first?.type === 'corporate-event' && WELCOMES.test(view.text) ? first : null
}

/** How a sentence goes on with the outcome of the one before: "This represents …", "The increase was due to …", "Eight of these …". */
const GOES_ON = pattern('i')`
  ^["“]?(?:(?:this|these|that|those|such|it|both|all|most|each|(?:\w+|all) of (?:these|this|which|those|them))\b
  (?: [\w’'-]+){0,4}? (?:represents?|represented|marks?|marked|follow(?:s|ed)|is|are|was|were|reflects?|reflected|brings?
  |brought|compares?|compared|equates?|equals?|includes?|included|gives?|gave|makes?|made|exceed(?:s|ed)|resulted)\b
  |the (?:increase|decrease|reduction|improvement|change|growth|decline|gain|loss|rise|drop|restatement|delay|reason|anomaly
  |anomalies|section|orientation)s?\b)`
/** What a sequel must hold to be more than a remark: a number, a rank, a comparison or what it came from. */
const SUBSTANCE = pattern('i')`
  \d|\b(?:first|second|third|fourth|fifth|highest|lowest|largest|most|record|increase|decrease|improvement|reduction|growth
  |decline|compared|versus|due to|driven by|because of|result of|attribut\w+|completion|conclusion|approved|exceeded
  |proprietary)\b`

/** A sentence that goes on with the outcome told just before it in the same paragraph. */
const sequel = (view: SentenceView, gathering: Gathering, previous: Draft | null): Draft | null => {
  const last = previous?.evidence[previous.evidence.length - 1]
  if (!previous || !last || last.view.index !== view.index - 1 || last.view.block !== view.block || last.role === 'interpretation')
    return null
  if (gathering.context.forward.has(view.index) || view.has('interpretation') || view.has('design')) return null
  if (!GOES_ON.test(view.text) || !SUBSTANCE.test(view.text) || isNoNews(view)) return null
  previous.evidence.push(evidenceOf(view, last.role, previous, gathering.context))
  return previous
}

/** A quotation that takes up what the release tells, as done: "This marks the completion of …". */
const TAKES_UP = /^["“]?(?:this|these|that)\b[^.;]{0,40}\b(?:marks?|represents?|completes?|concludes?|is our|is the|makes)\b/i

/** A comment on a finding told before: alike in content, or taking up the sentence before it. */
const comment = (view: SentenceView, gathering: Gathering, previous: Draft | null): Draft | null => {
  if (view.sentence.speaker === null || gathering.drafts.length === 0 || gathering.context.forward.has(view.index)) return null
  if (ANAPHORA.test(view.text) && previous) {
    const role = TAKES_UP.test(view.text) && SUBSTANCE.test(view.text) ? 'restatement' : 'interpretation'
    previous.evidence.push(evidenceOf(view, role, previous, gathering.context))
    return previous
  }
  const near = nearest(view, gathering, gathering.drafts.slice(-REACH))
  const opening = near && near.score >= COMMENTS ? null : welcomed(view, gathering)
  if (opening) {
    opening.evidence.push(evidenceOf(view, 'restatement', opening, gathering.context))
    return opening
  }
  if (!near || near.score < COMMENTS) return null
  const told = view.has('significance') || (!gathering.context.clinical && tellsAgain(view, near))
  near.draft.evidence.push(evidenceOf(view, told ? 'restatement' : 'interpretation', near.draft, gathering.context))
  return near.draft
}

/**
 * Gathers the findings of a document: those under headings first, then every outcome told elsewhere, each linked to the
 * finding it restates or comments on. `views` are the sentences that are not masked.
 */
export const gatherFindings = (views: readonly SentenceView[], zoning: Zoning, context: OutcomeContext): Draft[] => {
  const stems = new Map<SentenceView, ReadonlySet<string>>()
  const stemsOf = (view: SentenceView): ReadonlySet<string> => {
    const known = stems.get(view) ?? contentStems(view)
    stems.set(view, known)
    return known
  }
  // A report of hundreds of pages repeats every word; there each counts the same.
  const rarity = context.periodic ? new Map<string, number>() : rarityOf(views.map(stemsOf))
  const gathering: Gathering = { context, drafts: headed(views, zoning, context), stemsOf, rarity, told: new Map(), byNumber: new Map(),
    byWords: new Map(), tellings: [], tellingsOf: new Map() }
  for (const draft of gathering.drafts) {
    for (const { view, role, polarity } of draft.evidence) {
      noteNumbers(view, draft, gathering)
      if (role === 'result') noteTelling(draft, tellingOf(view, 'effect', polarity), gathering)
    }
  }
  let previous: Draft | null = null
  for (const view of views) {
    if (view.underFinding !== null && zoning.findingHeadings.has(view.underFinding)) continue
    const outcome = judgeOutcome(view, context)
    if (outcome) previous = place(view, outcome, gathering)
    else previous = sequel(view, gathering, previous) ?? (context.periodic ? null : comment(view, gathering, previous))
  }
  return gathering.drafts
}
