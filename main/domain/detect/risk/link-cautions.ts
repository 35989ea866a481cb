import type { CautionLink, ForwardLooking, SafeHarbor, SafeHarborItem } from '#contract/finding'
import { tokenise } from '../text/tokens'

/** Weights and threshold of the link between a statement and a caution (domain rule; tags, shared words, route by subject). */
const BY_TAG = 0.5
const BY_WORDS = 0.3
const BY_SUBJECT = 0.2
const LINKED = 0.25
const MOST_LINKS = 3

/** Words that stand for one another between a statement and a caution. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['study', 'trial'],
  ['studies', 'trial'],
  ['trials', 'trial'],
  ['cost', 'financing'],
  ['costs', 'financing'],
  ['funding', 'financing'],
  ['capital', 'financing'],
  ['partner', 'collaborator'],
  ['partners', 'collaborator'],
  ['collaborators', 'collaborator'],
  ['collaborative', 'collaborator'],
  ['collaboration', 'collaborator'],
  ['sales', 'revenue'],
  ['revenues', 'revenue'],
  ['approval', 'approve'],
  ['approved', 'approve'],
  ['acquisition', 'merger'],
  ['acquire', 'merger'],
  ['transaction', 'merger'],
  ['customers', 'customer'],
  ['products', 'product'],
  ['efficacy', 'effective'],
  ['results', 'result'],
  ['candidates', 'candidate'],
  ['stockholders', 'shareholder'],
  ['shareholders', 'shareholder'],
  ['commercialisation', 'commercialization']
])

const STOP: ReadonlySet<string> = new Set(
  ('a an the of to in on for and or but with by at from as that this these those which who what it its our we us they their he she his her be is are was were been being have has had do does did not no will would could should can may might shall must if than then so such other any all some more most many each also into over under about between during through company corporation risk risks associated reliance obtain include including')
    .split(' ')
)

const singular = (word: string): string => {
  if (!word.endsWith('s')) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

const contentWords = (words: readonly string[]): Map<string, string> => {
  const out = new Map<string, string>()
  for (const word of words) {
    if (word.length < 4 || STOP.has(word) || /\d/.test(word)) continue
    out.set(SYNONYMS.get(word) ?? singular(word), word)
  }
  return out
}

/** Jaccard share of two tag lists. */
const overlap = (left: readonly string[], right: readonly string[]): number => {
  if (left.length === 0 || right.length === 0) return 0
  let shared = 0
  for (const id of left) if (right.includes(id)) shared += 1
  return shared / (left.length + right.length - shared)
}

/** The content words of a text by their stem, with the weight of each and the length of all. */
interface Weighed {
  readonly words: ReadonlyMap<string, string>
  readonly norm: number
}

type WeightOf = (word: string) => number

const weigh = (words: ReadonlyMap<string, string>, weightOf: WeightOf): Weighed => {
  let sum = 0
  for (const word of words.keys()) sum += weightOf(word) ** 2
  return { words, norm: Math.sqrt(sum) }
}

/** How rare words are in the statements and cautions together: rarer words weigh more. */
const weights = (texts: readonly ReadonlyMap<string, string>[]): WeightOf => {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => 1 / (1 + Math.log(1 + (counts.get(word) ?? 0)))
}

/** Cosine of the shared words, with the words themselves. */
const sharedWords = (left: Weighed, right: Weighed, weightOf: WeightOf): { score: number; words: string[] } => {
  const words: string[] = []
  let dot = 0
  for (const [stem, word] of left.words) {
    if (!right.words.has(stem)) continue
    words.push(word)
    dot += weightOf(stem) ** 2
  }
  const size = left.norm * right.norm
  return { score: size === 0 ? 0 : dot / size, words }
}

interface Caution extends Weighed {
  readonly item: SafeHarborItem
}

/** The cautions by the tags they carry. */
type ByTag = ReadonlyMap<string, readonly Caution[]>

const indexByTag = (factors: readonly Caution[]): ByTag => {
  const out = new Map<string, Caution[]>()
  for (const factor of factors) {
    for (const id of factor.item.risks) {
      const known = out.get(id)
      if (known) known.push(factor)
      else out.set(id, [factor])
    }
  }
  return out
}

/** The tags of every subject that carries a tag, by that tag: what a statement with it may be routed to. */
const routesByTag = (subjects: readonly SafeHarborItem[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const out = new Map<string, Set<string>>()
  for (const { risks } of subjects) {
    for (const id of risks) {
      const known = out.get(id) ?? new Set<string>()
      out.set(id, known)
      for (const other of risks) known.add(other)
    }
  }
  return out
}

/** Cautions of one tag, and cautions that share one word, that are weighed for a statement; no filing has as many. */
const MOST_WEIGHED = 400
const MOST_OF_A_WORD = 50

/** The cautions of a filing as statements are linked to them. */
interface Cautions {
  readonly byTag: ByTag
  readonly byWord: ReadonlyMap<string, readonly Caution[]>
  readonly routes: ReadonlyMap<string, ReadonlySet<string>>
  readonly weightOf: WeightOf
}

const indexByWord = (factors: readonly Caution[]): ReadonlyMap<string, readonly Caution[]> => {
  const out = new Map<string, Caution[]>()
  for (const factor of factors) {
    for (const word of factor.words.keys()) {
      const known = out.get(word)
      if (!known) out.set(word, [factor])
      else if (known.length < MOST_OF_A_WORD) known.push(factor)
    }
  }
  return out
}

/**
 * The cautions that a tag leads to. Words alone reach the threshold only where the two texts are all but the same, which no caution
 * is. Of a tag that very many carry, those that share a word with the statement are weighed beside the first.
 */
const ledTo = (tags: ReadonlySet<string>, text: Weighed, cautions: Cautions): ReadonlySet<Caution> => {
  const led = new Set<Caution>()
  let whole = true
  for (const id of tags) {
    const carried = cautions.byTag.get(id) ?? []
    whole &&= carried.length <= MOST_WEIGHED
    for (let at = 0; at < carried.length && at < MOST_WEIGHED; at += 1) {
      const caution = carried[at]
      if (caution) led.add(caution)
    }
  }
  if (whole) return led
  for (const word of text.words.keys()) {
    for (const caution of cautions.byWord.get(word) ?? []) if (caution.item.risks.some((id) => tags.has(id))) led.add(caution)
  }
  return led
}

const linksOf = (statement: ForwardLooking, text: Weighed, cautions: Cautions): CautionLink[] => {
  const { weightOf } = cautions
  const routes = new Set(statement.risks.flatMap((id) => [...cautions.routes.get(id) ?? []]))
  const out: CautionLink[] = []
  for (const { item, ...weighed } of ledTo(new Set([...statement.risks, ...routes]), text, cautions)) {
    const tags = overlap(statement.risks, item.risks)
    const routed = item.risks.some((id) => routes.has(id)) ? 1 : 0
    const shared = sharedWords(text, weighed, weightOf)
    const score = BY_TAG * tags + BY_WORDS * shared.score + BY_SUBJECT * routed
    if (score >= LINKED) out.push({ riskFactor: item.id, score: Math.round(score * 100) / 100, words: shared.words })
  }
  return out.sort((a, b) => b.score - a.score || a.riskFactor.localeCompare(b.riskFactor)).slice(0, MOST_LINKS)
}

/**
 * Links each statement to the cautions of the same filing that speak of its risk, best first, at most three. `words` are the
 * tokens of the statement's sentence.
 */
export const linkCautions = (
  statements: readonly { readonly statement: ForwardLooking; readonly words: readonly string[] }[],
  safeHarbor: SafeHarbor | null
): ForwardLooking[] => {
  if (!safeHarbor || safeHarbor.riskFactors.length === 0) return statements.map(({ statement }) => statement)
  const texts = statements.map(({ statement, words }) =>
    statement.class === 'boilerplate' ? new Map<string, string>() : contentWords(words)
  )
  const cautions = safeHarbor.riskFactors.map((item) => ({ item, words: contentWords(tokenise(item.text).words) }))
  const weightOf = weights([...texts, ...cautions.map(({ words }) => words)])
  const factors = cautions.map(({ item, words }): Caution => ({ item, ...weigh(words, weightOf) }))
  const indexed: Cautions = { byTag: indexByTag(factors), byWord: indexByWord(factors), routes: routesByTag(safeHarbor.subjects), weightOf }
  return statements.map(({ statement }, at) => {
    if (statement.class === 'boilerplate') return statement
    const links = linksOf(statement, weigh(texts[at] ?? new Map<string, string>(), weightOf), indexed)
    return { ...statement, coveredBy: links.map((link) => link.riskFactor), links }
  })
}
