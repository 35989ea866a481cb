import type { Trigger } from '#contract/finding'
import { FORWARD_WORDS } from '../lexicon'
import type { PhraseHit } from '../text/phrases'
import type { SentenceView } from '../text/sentence-view'

/** The kinds of forward-looking cue: A modal, B verb, C noun or phrase, E the filing's own list. */
export type CueKind = 'modal' | 'verb' | 'phrase' | 'own'

/** A word or phrase that may look forward; `from` and `to` are token indices. */
export interface Cue {
  readonly from: number
  readonly to: number
  readonly kind: CueKind
  readonly weight: number
  /** The word as its list has it: `will`, `expect`, `designed`. */
  readonly word: string
  readonly source: Trigger['source']
}

const BE: ReadonlySet<string> = new Set(['is', 'are', 'be', 'being', 'am', 'remain', 'remains', 'been'])
const INFINITIVE_ONLY: ReadonlySet<string> = new Set(FORWARD_WORDS.verbsOnlyWithInfinitive)
const ALSO_NOUNS: ReadonlySet<string> = new Set(FORWARD_WORDS.verbsThatAreAlsoNouns)
const NOUN_BEFORE_PLAN: ReadonlySet<string> = new Set(FORWARD_WORDS.nounsBeforePlan)
const DUE_VERBS: ReadonlySet<string> = new Set(FORWARD_WORDS.dueVerbs)
const SUBJECTS: ReadonlySet<string> = new Set(['we', 'company', 'management', 'it', 'they', 'i', 'currently', 'now', 'also', 'corporation',
  'still', 'continue', 'continues', 'further', 'bank', 'who', 'which', 'further', 'presently', 'fully'])
const NOT_A_VERB_AFTER: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'its', 'our', 'their', 'of', 'these', 'such', 'each',
  'any', 'no', 'those', 'his', 'her', 'own', 's', "'s"])

/** Weight of a cue that only the filing's own list makes one. */
export const OWN_WEIGHT = 0.3

const wordAt = (view: SentenceView, at: number): string => view.tokens.words[at] ?? ''

/** Whether a form of "be" in the present stands up to three tokens before, with only adverbs between. */
const afterBe = (view: SentenceView, at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const word = wordAt(view, back)
    if (BE.has(word) || word === 'will') return true
    if (!word.endsWith('ly') && word !== 'not' && word !== 'now' && word !== 'also' && word !== 'still' && word !== 'well') return false
  }
  return false
}

const isCapitalised = (view: SentenceView, at: number): boolean => {
  const start = view.tokens.starts[at]
  return start !== undefined && /[A-Z]/.test(view.text[start] ?? '')
}

const OBJECT = /^(?:that|to|the|a|an|its|our|revenues?|sales|net|earnings|growth|total|full|gross)$/

/** Whether the word before "plan" can be its subject; "our overall plan to" and "pension plan to" name a plan instead. */
const canPlan = (view: SentenceView, hit: PhraseHit, before: string): boolean => {
  if (NOUN_BEFORE_PLAN.has(before)) return false
  if (SUBJECTS.has(before) || before.endsWith('ly') || before === 'not' || isCapitalised(view, hit.from - 1))
    return hit.from !== 1 || !before.endsWith('ed')
  const plural = before.endsWith('s')
  return wordAt(view, hit.from) === 'plan' ? plural : /^[a-z]+(?:er|or|y|nt|ity|ion|ent|nk|rm|up)$|^[)\],]$/.test(before)
}

/** Whether a present form is used as a verb, for the verbs that need an infinitive or are nouns as well. */
const isVerbUse = (view: SentenceView, hit: PhraseHit): boolean => {
  const base = hit.phrase.tag
  const next = wordAt(view, hit.to)
  const before = wordAt(view, hit.from - 1)
  if (hit.phrase.tag.endsWith('ing')) return afterBe(view, hit.from) && !(INFINITIVE_ONLY.has(base.slice(0, -3)) && next !== 'to')
  if (base === 'forecast' && next === 'ed') return false
  if (NOT_A_VERB_AFTER.has(before) || (hit.from > 0 && isCapitalised(view, hit.from) && /[a-z]/.test(view.words(hit.from, hit.to))))
    return false
  if (base === 'plan' && !canPlan(view, hit, before)) return false
  if (next === 'to' && INFINITIVE_ONLY.has(base)) return true
  if (base === 'plan') return next === 'on'
  if (ALSO_NOUNS.has(base))
    return (SUBJECTS.has(before) || (isCapitalised(view, hit.from - 1) && OBJECT.test(next))) &&
      !/^(?:of|for|are|is|were|was|,|\.)$/.test(next)
  return !INFINITIVE_ONLY.has(base)
}

/** Participles that describe a product or an aim rather than a forecast count for less. */
const PARTICIPLE_WEIGHT: Readonly<Record<string, number>> = {
  designed: 0.5,
  aimed: 0.5,
  positioned: 0.7,
  set: 0.7,
  due: 0.7,
  bound: 0.7,
  proposed: 0.5,
  likely: 0.7,
  unlikely: 0.7,
  intended: 0.7
}

const participleCue = (view: SentenceView, hit: PhraseHit): Cue | null => {
  if (!afterBe(view, hit.from)) return null
  const word = wordAt(view, hit.from)
  const next = wordAt(view, hit.to)
  if ((word === 'set' || word === 'due' || word === 'bound' || word === 'positioned' || word === 'likely' || word === 'unlikely') &&
    next !== 'to') return null
  if (word === 'due' && !DUE_VERBS.has(wordAt(view, hit.to + 1))) return null
  if (/^(?:estimated|projected|forecast)$/.test(word) && /^(?:based|using|by|from|annually|quarterly|as)$/.test(next)) return null
  if (word === 'designed' && next !== 'to') return null
  if (word === 'intended' && next !== 'to' && next !== 'for') return null
  return { from: hit.from, to: hit.to, kind: 'verb', weight: PARTICIPLE_WEIGHT[word] ?? 1, word, source: 'lexicon' }
}

const modalCues = (view: SentenceView): Cue[] =>
  view.hits('modal').map((hit) => ({
    from: hit.from,
    to: hit.to,
    kind: 'modal' as const,
    weight: hit.phrase.weight,
    word: hit.phrase.tag,
    source: 'lexicon' as const
  }))

const verbCues = (view: SentenceView): Cue[] =>
  view.hits('expect').flatMap((hit) =>
    isVerbUse(view, hit)
      ? [{ from: hit.from, to: hit.to, kind: 'verb' as const, weight: 1, word: hit.phrase.tag, source: 'lexicon' as const }]
      : []
  )

const phraseCues = (view: SentenceView): Cue[] =>
  view.hits('forward').map((hit) => ({
    from: hit.from,
    to: hit.to,
    kind: 'phrase' as const,
    weight: hit.phrase.weight,
    word: hit.phrase.text,
    source: 'lexicon' as const
  }))

/** Words of the filing's own list, inflected; a noun after an article does not count as the listed verb. */
const ownCues = (view: SentenceView, own: ReadonlySet<string>): Cue[] => {
  const out: Cue[] = []
  const { words } = view.tokens
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!own.has(word)) continue
    const nounUse = NOT_A_VERB_AFTER.has(wordAt(view, at - 1)) &&
      /^(?:plan|project|target|estimate|aim|forecast|budget|seek|goal)s?$/.test(word)
    if (!nounUse) out.push({ from: at, to: at + 1, kind: 'own', weight: OWN_WEIGHT, word, source: 'filing' })
  }
  return out
}

/** Collects every cue of a sentence; a word on the filing's own list keeps the weight of the general list and is marked as the filing's. */
export const collectCues = (view: SentenceView, own: ReadonlySet<string>): Cue[] => {
  const none = !view.has('modal') && !view.has('expect') && !view.has('participle') && !view.has('forward')
  if (none) return own.size === 0 ? [] : ownCues(view, own)
  const general = [...modalCues(view), ...verbCues(view), ...view.hits('participle').flatMap((hit) => participleCue(view, hit) ?? []),
    ...phraseCues(view)]
  const listed = ownCues(view, own)
  const marked = general.map((cue) =>
    listed.some((other) => other.from >= cue.from && other.to <= cue.to) ? { ...cue, source: 'filing' as const } : cue
  )
  const alone = listed.filter((cue) => !general.some((other) => other.from <= cue.from && other.to >= cue.to))
  return [...marked, ...alone].sort((a, b) => a.from - b.from || b.to - a.to)
}
