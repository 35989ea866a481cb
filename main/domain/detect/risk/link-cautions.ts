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
  ['study', 'trial'], ['studies', 'trial'], ['trials', 'trial'], ['cost', 'financing'], ['costs', 'financing'], ['funding', 'financing'],
  ['capital', 'financing'], ['partner', 'collaborator'], ['partners', 'collaborator'], ['collaborators', 'collaborator'], ['collaborative', 'collaborator'],
  ['collaboration', 'collaborator'], ['sales', 'revenue'], ['revenues', 'revenue'], ['approval', 'approve'], ['approved', 'approve'],
  ['acquisition', 'merger'], ['acquire', 'merger'], ['transaction', 'merger'], ['customers', 'customer'], ['products', 'product'], ['efficacy', 'effective'],
  ['results', 'result'], ['candidates', 'candidate'], ['stockholders', 'shareholder'], ['shareholders', 'shareholder'], ['commercialisation', 'commercialization']
])

const STOP: ReadonlySet<string> = new Set(('a an the of to in on for and or but with by at from as that this these those which who what it its our we us they their he she his her be is are was were been being have has had do does did not no will would could should can may might shall must if than then so such other any all some more most many each also into over under about between during through company corporation risk risks associated reliance obtain include including').split(' '))

const contentWords = (text: string): Map<string, string> => {
  const out = new Map<string, string>()
  for (const word of tokenise(text).words) {
    if (word.length < 4 || STOP.has(word) || /\d/.test(word)) continue
    out.set(SYNONYMS.get(word) ?? word.replace(/(?:ies|s)$/, end => end === 'ies' ? 'y' : ''), word)
  }
  return out
}

const overlap = (left: readonly string[], right: readonly string[]): number => {
  const union = new Set([...left, ...right])
  return union.size === 0 ? 0 : left.filter(id => right.includes(id)).length / union.size
}

interface Weighed {
  readonly item: SafeHarborItem
  readonly words: ReadonlyMap<string, string>
}

/** Cosine-like share of the rarer words of the document that both sides use; the shared words themselves. */
const sharedWords = (left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>, rarity: ReadonlyMap<string, number>): { score: number; words: string[] } => {
  const weight = (word: string): number => 1 / (1 + Math.log(1 + (rarity.get(word) ?? 0)))
  const norm = (words: ReadonlyMap<string, string>): number => Math.sqrt([...words.keys()].reduce((sum, word) => sum + weight(word) ** 2, 0))
  const common = [...left.keys()].filter(word => right.has(word))
  const dot = common.reduce((sum, word) => sum + weight(word) ** 2, 0)
  const size = norm(left) * norm(right)
  return { score: size === 0 ? 0 : dot / size, words: common.map(word => left.get(word) ?? word) }
}

/** Links each statement to the cautions of the same filing that speak of its risk, best first, at most three. */
export const linkCautions = (
  statements: readonly { readonly statement: ForwardLooking; readonly text: string }[], safeHarbor: SafeHarbor | null
): ForwardLooking[] => {
  if (!safeHarbor || safeHarbor.riskFactors.length === 0) return statements.map(({ statement }) => statement)
  const weighed = (item: SafeHarborItem): Weighed => ({ item, words: contentWords(item.text) })
  const factors = safeHarbor.riskFactors.map(weighed)
  const subjects = safeHarbor.subjects.map(weighed)
  const rarity = new Map<string, number>()
  const texts = statements.map(({ text }) => contentWords(text))
  for (const words of [...texts, ...factors.map(factor => factor.words)]) for (const word of words.keys()) rarity.set(word, (rarity.get(word) ?? 0) + 1)
  return statements.map(({ statement }, at) => {
    if (statement.class === 'boilerplate') return statement
    const words = texts[at] ?? new Map<string, string>()
    const route = subjects.filter(subject => overlap(statement.risks, subject.item.risks) > 0)
    const links: CautionLink[] = factors.map(factor => {
      const shared = sharedWords(words, factor.words, rarity)
      const routed = route.some(subject => overlap(subject.item.risks, factor.item.risks) > 0) ? 1 : 0
      const score = BY_TAG * overlap(statement.risks, factor.item.risks) + BY_WORDS * shared.score + BY_SUBJECT * routed
      return { riskFactor: factor.item.id, score: Math.round(score * 100) / 100, words: shared.words }
    }).filter(link => link.score >= LINKED).sort((a, b) => b.score - a.score || a.riskFactor.localeCompare(b.riskFactor)).slice(0, MOST_LINKS)
    return { ...statement, coveredBy: links.map(link => link.riskFactor), links }
  })
}
