import { lowerBound } from '#model/lower-bound'
import type { Block, SentenceRole } from '#contract/filing'
import type { ForwardLooking, SafeHarborItem } from '#contract/finding'
import type { NodeId, RiskId } from '#contract/ids'
import type { DetectInput, Detection } from './detection'
import { documentYear } from './document-year'
import { readFigures } from './figures/read-figures'
import { collectFindings } from './findings/collect-findings'
import { hasAmount } from './findings/outcome-rule'
import { takesOffice } from './findings/rules/corporate-event'
import { classifySentence } from './forward-looking/classify'
import { judgeDocument } from './judge/judge-document'
import { linkCautions } from './risk/link-cautions'
import { RISK_TAGS, documentTopics, tagItem, tagRisks } from './risk/tag-risks'
import type { TopicWeights } from './risk/tag-risks'
import { roleOf } from './roles'
import { withCoverage } from './safe-harbor/coverage'
import { findCaution } from './safe-harbor/find-safe-harbor'
import { readSafeHarbor } from './safe-harbor/read-safe-harbor'
import { inflections } from './text/inflect'
import { viewSentence, viewText } from './text/sentence-view'
import type { SentenceView } from './text/sentence-view'
import { zoneSentences } from './zones'
import type { Zoning } from './zones'
import { TELLS_NO_FINDING } from './text/passage'
import { markPassages } from './zones/passages'
import { pattern } from '#model/pattern'

/** Exhibits that are contracts, charters and by-laws by their number (Regulation S-K, Item 601). */
const CONTRACT = /^EX-(?:1|2|3|4|10)(?:\D|$)/i

/** Documents that tell no news of their own: contracts, and the machine-readable copies of what others tell. */
const NO_NEWS = /^(?:EX-(?:1|2|3|4|10)(?:\D|$)|EX-101|XML|GRAPHIC|ZIP|EXCEL|JSON|R\d)/i

/** From how many clauses on, and from which share of its sentences, an exhibit is a contract whatever its number says. */
const CLAUSES = 6
const CLAUSE_SHARE = 0.2

/** Whether a document is a contract: by its number, or by what its sentences say shall be. */
const isContract = (type: string, views: readonly SentenceView[]): boolean => {
  if (CONTRACT.test(type)) return true
  if (type !== '' && !/^EX-99/i.test(type)) return false
  const clauses = views.filter((view) => view.sentence.speaker === null && view.text.includes('shall')).length
  return clauses >= CLAUSES && clauses >= CLAUSE_SHARE * views.length
}

/** Sentences of the opening that set a document's topics. */
const OPENING = 6
/** Most tags a single statement of the body is given. */
const MOST_TAGS = 3
/** Number of topic words, and share of the sentences that hold one, from which a document is about the topic; a short one needs fewer words. */
const TOPIC_WORDS = 5
const FEWEST_TOPIC_WORDS = 2
const TOPIC_SHARE = 0.15

const readViews = (input: DetectInput, zoning: Zoning): SentenceView[] => {
  const blocks = new Map<NodeId, Block>(input.blocks.map((block) => [block.id, block]))
  return input.sentences.flatMap((sentence, index) => {
    const block = blocks.get(sentence.block)
    const place = zoning.places[index]
    return block && place ? [viewSentence(sentence, block, index, place.zone, place.underFinding)] : []
  })
}

/** Whether a document speaks of studies on patients, or of exploration, throughout. */
const isAbout = (views: readonly SentenceView[], list: 'clinical' | 'exploration'): boolean => {
  // A word in capitals is part of a name: "Alder Clinical" may be no clinic at all.
  const counts = views.map((view) => view.hits(list).filter((hit) => /^[a-z]/.test(view.words(hit.from, hit.to))).length)
  const told = counts.filter((count) => count > 0).length
  const wanted = Math.min(TOPIC_WORDS, Math.max(FEWEST_TOPIC_WORDS, Math.ceil(views.length / 3)))
  return counts.reduce((sum, count) => sum + count, 0) >= wanted && told >= TOPIC_SHARE * views.length
}

/** Sentences with a measure and an amount from which a document counts as a report on a period. */
const REPORTED = 4

const isReporting = (views: readonly SentenceView[]): boolean =>
  views.filter((view) => view.has('measure') && hasAmount(view.text)).length >= REPORTED

const titleViews = (input: DetectInput): SentenceView[] =>
  input.blocks.filter((block) => block.kind === 'title').slice(0, 2).map((block) => viewText(block.text, block))

/** The index of the first of some items, in the order of their starts, that starts at or behind `start`. */
const firstFrom = (items: readonly SafeHarborItem[], start: number): number => {
  return lowerBound(items.length, (one) => (items[one]?.start ?? 0) < start)
}

/** The tags of the subjects and factors that a sentence of the safe harbor lists, in the order of the taxonomy. `items` are in the order of their starts. */
const risksInside = (view: SentenceView, items: readonly SafeHarborItem[]): RiskId[] => {
  const { start, end } = view.sentence
  const found = new Set<RiskId>()
  for (let at = firstFrom(items, start); at < items.length; at += 1) {
    const item = items[at]
    if (!item || item.start > end) break
    if (item.end <= end) { for (const id of item.risks) found.add(id) }
  }
  if (found.size === 0) {
    const whole = { from: 0, to: view.tokens.words.length }
    return SPEAKS_OF_A_RISK.test(view.text) ? tagItem(view, whole) : NAMES_RISKS.test(view.text) ? tagRisks(view) : []
  }
  return RISK_TAGS.filter(({ id }) => found.has(id)).map(({ id }) => id)
}

/** Words by which a sentence of the standing caution speaks of what may go wrong, though it lists nothing that could be read as an item. */
const NAMES_RISKS = pattern('i')`
  \b(?:risks?|uncertaint(?:y|ies)|factors|assum(?:e|ption|ptions)|assurances?|guarantee|subject to|whether|depend(?:s|ent)?
  |could|may not)\b`

/** Words after which the rest of the sentence is what may go wrong, in however plain words. */
const SPEAKS_OF_A_RISK =
  /\b(?:risks? (?:that|of)|possibility that|danger (?:that|of)|(?:may|might|could) (?:fail|not succeed|be delayed|be lost))\b/i

/** The tags of a statement in the body, by its own words. An appointment told as news carries no risk (taxonomy). */
const bodyRisks = (view: SentenceView, focus: number, topics: TopicWeights): RiskId[] => {
  if (view.sentence.speaker === null && takesOffice(view.text)) return []
  return tagRisks(view, { focus, topics, limit: MOST_TAGS })
}

/** Whether a sentence may tell a finding: no passage that tells none, and no caution without an amount. */
const mayTell = (view: SentenceView, forward: ForwardLooking | undefined): boolean =>
  (view.passage === null || !TELLS_NO_FINDING.has(view.passage.kind)) && (forward?.class !== 'boilerplate' || hasAmount(view.text))

/** The detector: suggestions for one parsed document, each with its place, its reason, and nothing left to chance. */
export const detect = (input: DetectInput): Detection => {
  const zoning = zoneSentences(input)
  const views = readViews(input, zoning)
  markPassages(views, zoning.periodic)
  const caution = findCaution(views, input.blocks)
  const tagText = (text: string): readonly string[] => tagRisks(viewText(text))
  const safeHarbor = readSafeHarbor(caution.statement, input, tagText)
  const own = new Set((safeHarbor?.triggers ?? []).flatMap((trigger) => inflections(trigger.text)))
  const items = [...safeHarbor?.subjects ?? [], ...safeHarbor?.riskFactors ?? []].sort((a, b) => a.start - b.start)
  const year = documentYear(input)
  const type = input.entry.type ?? ''
  const contract = isContract(type, views)
  const body = views.filter((view) => !caution.masked.has(view.index))
  const topics = documentTopics([...titleViews(input), ...body.slice(0, OPENING)])
  const forward = views.flatMap((view) =>
    classifySentence(view, {
      own,
      masked: caution.masked,
      year,
      periodic: zoning.periodic,
      contract,
      risksOf: (of, focus) => caution.masked.has(of.index) ? risksInside(of, items) : bodyRisks(of, focus, topics)
    }) ?? []
  )
  const byId = new Map<NodeId, ForwardLooking>(forward.map((statement) => [statement.sentence, statement]))
  const core = new Set(views.filter((view) => byId.get(view.sentence.id)?.class === 'core').map((view) => view.index))
  const context = {
    clinical: isAbout(body, 'clinical'),
    exploration: isAbout(body, 'exploration'),
    reporting: isReporting(body),
    year,
    periodic: zoning.periodic,
    forward: core
  }
  const told = body.filter((view) => mayTell(view, byId.get(view.sentence.id)))
  const found = contract || NO_NEWS.test(type) ? [] : collectFindings(told, zoning, context, input.prefix, input.blocks)
  const about = (['clinical', 'exploration', 'reporting'] as const).filter((what) => context[what])
  const cautioned = new Set((safeHarbor?.riskFactors ?? []).flatMap(({ risks }) => risks))
  const judged = judgeDocument(views, input, { forward: byId, findings: found, periodic: zoning.periodic, about, cautioned })
  const words = new Map(views.map((view) => [view.sentence.id, view.tokens.words]))
  const linked = linkCautions(judged.forward.map((statement) => ({ statement, words: words.get(statement.sentence) ?? [] })), safeHarbor)
  const last = new Map<NodeId, ForwardLooking>(linked.map((statement) => [statement.sentence, statement]))
  const roles = new Map<NodeId, SentenceRole>(views.map((view) => [view.sentence.id, roleOf(view, last.get(view.sentence.id))]))
  return {
    findings: judged.findings,
    forwardLooking: linked,
    safeHarbor: safeHarbor ? withCoverage(safeHarbor, linked, body) : null,
    figures: readFigures(input, views),
    roles
  }
}
