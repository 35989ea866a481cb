import type { RiskId } from '#contract/ids'
import type { RiskTag } from '#contract/finding'
import { RISK_WORDS } from '../lexicon'
import type { PhraseHit } from '../text/phrases'
import type { SentenceView } from '../text/sentence-view'

/** The sixteen risk tags that Redwell starts with, as data. */
export const RISK_TAGS: readonly RiskTag[] = RISK_WORDS.map(({ id, label, scope }) => ({ id, label, scope }))

/** A tag with the strength of its cues in a text: 1 for each listed cue, 0.5 for each weak one, longer cues counting more. */
export interface RiskScore {
  readonly id: RiskId
  readonly score: number
  /** The cues that told of it, as their lists have them. */
  readonly cues: readonly string[]
}

/** Strength that the document's own topics add to a tag, by tag id. */
export type TopicWeights = ReadonlyMap<RiskId, number>

const NO_TOPICS: TopicWeights = new Map()

/** Lifts the weak cues of every tag to the threshold. */
const EVERY_TOPIC: TopicWeights = new Map(RISK_TAGS.map(({ id }) => [id, 0.25]))

/** A tag is given from one full cue on, or from a weak cue that the document's topics support. */
const THRESHOLD = 0.7

/** A cue of several words says more than a single one. */
const LENGTH_BONUS = 0.25

/** Words before the cue of a statement tell less of what it is about than those after it. */
const BEFORE_FOCUS = 0.7

/** Beyond two good cues a tag is no surer, and must not crowd out the others. */
const MOST = 2.2

/** A tag much weaker than the strongest of its sentence is left out where tags are limited. */
const RELATIVE = 0.45

const covers = (outer: PhraseHit, inner: PhraseHit): boolean => outer.from <= inner.from && outer.to >= inner.to

const inside = (hits: readonly PhraseHit[], from: number, to: number): PhraseHit[] => hits.filter((hit) => hit.from >= from && hit.to <= to)

const isTitled = (view: SentenceView, at: number): boolean => {
  const start = view.tokens.starts[at]
  return start !== undefined && /^[A-Z][a-z]/.test(view.text.slice(start, start + 2))
}

/** Words that close a term which a contract defines: "Merger Agreement" speaks of the merger, and is no name. */
const DEFINED_TERM: ReadonlySet<string> = new Set(['agreement', 'consideration', 'proposal', 'closing', 'offer', 'transaction'])

/** A single cue word in capitals beside another one is part of a name: "Alder Funding". */
const isName = (view: SentenceView, hit: PhraseHit): boolean =>
  hit.to - hit.from === 1 && !DEFINED_TERM.has(view.tokens.words[hit.to] ?? '') && hit.phrase.text !== hit.phrase.text.toUpperCase() &&
  isTitled(view, hit.from)
  && ((hit.from > 0 && isTitled(view, hit.from - 1)) || (hit.from > 0 && isTitled(view, hit.to)))

/** Every tag that a cue of the tokens `from` to `to` speaks of, weak ones too, with its strength, strongest first. */
export const weighRisks = (
  view: SentenceView,
  from = 0,
  to = view.tokens.words.length,
  topics: TopicWeights = NO_TOPICS,
  focus = 0
): RiskScore[] => {
  const cancelled = view.hits('risk-not')
  const scores = new Map<RiskId, number>()
  const cues = new Map<RiskId, string[]>()
  const note = (tag: RiskId, text: string): void => {
    cues.set(tag, [...cues.get(tag) ?? [], text])
  }
  const seen = new Set<string>()
  for (const hit of inside(view.hits('risk'), from, to)) {
    const { tag, text, weight } = hit.phrase
    if (isName(view, hit) || seen.has(`${tag} ${text}`) || cancelled.some((other) => other.phrase.tag === tag && covers(other, hit)))
      continue
    seen.add(`${tag} ${text}`)
    note(tag, text)
    scores.set(tag, (scores.get(tag) ?? 0) + (hit.from < focus ? BEFORE_FOCUS : 1) * (weight + LENGTH_BONUS * (hit.to - hit.from - 1)))
  }
  // Weak cues count once for a tag, however many there are.
  for (const hit of inside(view.hits('risk-weak'), from, to)) {
    const { tag, weight } = hit.phrase
    if (isName(view, hit) || seen.has(tag) || cancelled.some((other) => other.phrase.tag === tag && covers(other, hit))) continue
    seen.add(tag)
    note(tag, hit.phrase.text)
    scores.set(tag, (scores.get(tag) ?? 0) + weight)
  }
  const out: RiskScore[] = []
  for (const [id, own] of scores) {
    out.push({ id, score: Math.min(own, MOST) + (topics.get(id) ?? 0), cues: cues.get(id) ?? [] })
  }
  return out.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
}

/** The tags of the tokens `from` to `to` of a sentence that are strong enough to be given, strongest first. */
export const scoreRisks = (
  view: SentenceView,
  from = 0,
  to = view.tokens.words.length,
  topics: TopicWeights = NO_TOPICS,
  focus = 0
): RiskScore[] => weighRisks(view, from, to, topics, focus).filter(({ score }) => score >= THRESHOLD)

/** The ids of `scoreRisks`, at most `limit` of them, in the order of the taxonomy. */
export const tagRisks = (
  view: SentenceView,
  options: { from?: number; to?: number; topics?: TopicWeights; limit?: number; focus?: number } = {}
): RiskId[] => {
  const scores = scoreRisks(view, options.from ?? 0, options.to ?? view.tokens.words.length, options.topics ?? NO_TOPICS, options.focus)
  const least = options.limit === undefined ? 0 : (scores[0]?.score ?? 0) * RELATIVE
  const chosen = new Set(scores.filter(({ score }) => score >= least).slice(0, options.limit ?? scores.length).map(({ id }) => id))
  return RISK_TAGS.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
}

/** An item of a safe harbor is a risk by where it stands: one that no full cue names is tagged by its weak ones. */
export const tagItem = (view: SentenceView, stretch: { from: number; to: number }): RiskId[] => {
  const own = tagRisks(view, stretch)
  return own.length > 0 ? own : tagRisks(view, { ...stretch, topics: EVERY_TOPIC })
}

/** Strength of cues in the opening from which a tag is a topic of the document. */
const TOPIC_STRENGTH = 1.25

/** How far the topics of a whole document may lift a weak cue. */
const TOPIC_LIFT = 0.5

/** A document's own topics: the tags that its title and opening sentences speak of most. */
export const documentTopics = (opening: readonly SentenceView[]): TopicWeights => {
  const total = new Map<RiskId, number>()
  for (const view of opening) for (const { id, score } of scoreRisks(view)) total.set(id, (total.get(id) ?? 0) + score)
  const best = [...total].sort((a, b) => b[1] - a[1]).slice(0, 2).filter(([, score]) => score >= TOPIC_STRENGTH)
  return new Map(best.map(([id]) => [id, TOPIC_LIFT]))
}
