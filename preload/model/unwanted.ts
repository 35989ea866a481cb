import type { Decision, SuggestionKind } from '#contract/annotation'
import type { Block, Sentence } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import type { Unwanted } from '#contract/unwanted'
import { decisionsByNode } from './judged'
import { shownText } from './quote'

/**
 * When a sentence is like one that the analyst does not want suggested. Main counts by this, the window hides by it: both must say the same.
 */

/** Words that say how a sentence is built, not what it is about. */
const BUILDING: ReadonlySet<string> = new Set(
  ('a an the of to in on for and or but nor with by at from as that this these those which who what it its our we us i they their them he his she her ' +
    'be is are was were been being have has had do does did not no so such than then there also')
    .split(' ')
)

/** Share of the words of the longer of two texts that both must have. */
const SHARED = 0.8
/** Two texts with fewer words that count are alike only where they have the same ones. */
const FEW = 5

/** How many code units of a text are measured: as much as a line of a list shows, and as the library keeps of a suggestion. */
const MEASURED = 240

/** The words of a text that count: in lower case, each once, without numbers and without the words that only build a sentence. */
export const countedWords = (text: string): ReadonlySet<string> => {
  const out = new Set<string>()
  const measured = text.replace(/\s+/g, ' ').trim().slice(0, MEASURED).toLowerCase()
  for (const [word] of measured.matchAll(/\p{L}[\p{L}\p{N}]*/gu)) if (!BUILDING.has(word)) out.add(word)
  return out
}

/** Whether two texts are alike by their words that count: four in five of the longer one's are in the other, whatever their numbers. */
export const areAlike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const longer = Math.max(one.size, other.size)
  if (longer === 0) return false
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return longer < FEW ? shared === longer && one.size === other.size : shared >= SHARED * longer
}

/**
 * Words of which every text that is like `text` has at least one: any that are more than may be missing. The longest, which are the rarest;
 * none where the text has no word that counts.
 */
export const tellingWords = (text: string): readonly string[] => {
  const words = [...countedWords(text)]
  const missing = words.length < FEW ? 0 : Math.floor((1 - SHARED) * words.length + 1e-9)
  return words.sort((one, other) => other.length - one.length || one.localeCompare(other)).slice(0, missing + 1)
}

const level = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase()

/** Whether something unwanted holds for the filings of a company; a filing without one is reached by what holds everywhere alone. */
export const reachesCompany = (unwanted: Pick<Unwanted, 'company'>, company: string | null): boolean =>
  unwanted.company === null || (company !== null && level(unwanted.company) === level(company))

/** The test of those who want everything suggested. */
const nothingUnwanted = (): boolean => false

/** A test of whether a suggestion of a company's filing is unwanted; what it has to know of each unwanted text is made once. */
export const unwantedTest = (list: readonly Unwanted[], company: string | null): (kind: SuggestionKind, text: string) => boolean => {
  const known = list.filter((one) => reachesCompany(one, company)).map(({ kind, exact }) => ({ kind, words: countedWords(exact) }))
  if (known.length === 0) return nothingUnwanted
  return (kind, text) => {
    const ofKind = known.filter((one) => one.kind === kind)
    if (ofKind.length === 0) return false
    const words = countedWords(text)
    return ofKind.some((one) => areAlike(one.words, words))
  }
}

/** A suggestion by its node and words, as lists of them are put to a test. */
export interface Worded {
  readonly id: string
  readonly exact: string
}

/** Those of some suggestions of one kind that are hidden: like something unwanted, and not decided. What the analyst decided stays in sight. */
export const hiddenAmong = (items: readonly Worded[], kind: SuggestionKind, decisions: readonly Decision[],
  isUnwanted: (kind: SuggestionKind, text: string) => boolean): ReadonlySet<string> => {
  const decided = decisionsByNode(decisions, kind)
  return new Set(items.flatMap(({ id, exact }) => (!decided.has(id) && isUnwanted(kind, exact) ? [id] : [])))
}

/** A document as far as suggestions are told of it. */
interface Suggesting {
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly findings: readonly Finding[]
  readonly forwardLooking: readonly ForwardLooking[]
}

/** A document without the suggestions that are hidden, wherever it is shown, printed or written; the same one where none is hidden. */
export const withoutUnwanted = <T extends Suggesting>(document: T, decisions: readonly Decision[],
  isUnwanted: (kind: SuggestionKind, text: string) => boolean): T => {
  if (isUnwanted === nothingUnwanted) return document
  const sentences = new Map<NodeId, Sentence>(document.sentences.map((sentence) => [sentence.id, sentence]))
  const findings = hiddenAmong(document.findings.map(({ id, claim }) => ({ id, exact: shownText(document.blocks, claim) })), 'finding',
    decisions, isUnwanted)
  const statements = hiddenAmong(
    document.forwardLooking.map(({ sentence }) => ({ id: sentence, exact: sentences.get(sentence)?.text ?? '' })),
    'forward-looking',
    decisions,
    isUnwanted
  )
  if (findings.size + statements.size === 0) return document
  return { ...document, findings: document.findings.filter(({ id }) => !findings.has(id)),
    forwardLooking: document.forwardLooking.filter(({ sentence }) => !statements.has(sentence)) }
}

const KINDS: Readonly<Record<SuggestionKind, string>> = { finding: 'finding', 'forward-looking': 'forward-looking statement' }

/** How many of its words are named when it is told what is like a text. */
const NAMED = 12

/** What “like this” means for a text, in one sentence. */
export const sayAlike = (kind: SuggestionKind, exact: string, company: string | null): string => {
  const words = [...countedWords(exact)]
  const named = words.slice(0, NAMED).join(', ')
  const more = words.length > NAMED ? ` and ${String(words.length - NAMED)} more` : ''
  const where = company === null ? 'anywhere' : `in filings of ${company}`
  const share = words.length < FEW ? 'has just these words' : 'shares at least four in five of these words'
  return `Like this is every ${KINDS[kind]} ${where} that ${share}, whatever its numbers: ${named}${more}.`
}
