import type { Block } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import { weighRisks } from '../risk/tag-risks'
import type { RiskScore } from '../risk/tag-risks'
import { viewText } from '../text/sentence-view'
import type { SentenceView } from '../text/sentence-view'
import type { Surroundings } from './features'

/** What the rules found in a document, for the judge to look at. */
export interface RulesFound {
  readonly forward: ReadonlyMap<NodeId, ForwardLooking>
  readonly findings: readonly Finding[]
  readonly periodic: boolean
  readonly about: readonly string[]
  /** The tags of the cautions that the filing's own safe harbor lists. */
  readonly cautioned: ReadonlySet<string>
}

const tagsOf = (view: SentenceView): readonly RiskScore[] => view.has('risk') || view.has('risk-weak') ? weighRisks(view) : []

interface Heading {
  readonly words: readonly string[]
  readonly tags: readonly RiskScore[]
}

const NO_HEADING: Heading = { words: [], tags: [] }
const LONGEST_HEADING = 200
const HEADING_WORDS = 20

/** The heading that each block stands under. */
const headingsOf = (blocks: readonly Block[]): ReadonlyMap<NodeId, Heading> => {
  const out = new Map<NodeId, Heading>()
  let heading = NO_HEADING
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'title') {
      const view = viewText(block.text.slice(0, LONGEST_HEADING))
      heading = { words: view.tokens.words.filter((word) => /\w/.test(word)), tags: tagsOf(view) }
    } else out.set(block.id, heading)
  }
  return out
}

const evidenceOf = (findings: readonly Finding[]): ReadonlyMap<NodeId, string> =>
  new Map(findings.flatMap((finding) => finding.evidence.map(({ sentence, role }) => [sentence, `${finding.type} ${role}`] as const)))

/** The surroundings of every sentence of a document, in their order. */
export const surroundingsOf = (views: readonly SentenceView[], blocks: readonly Block[], found: RulesFound): Surroundings[] => {
  const headings = headingsOf(blocks)
  const evidence = evidenceOf(found.findings)
  const tags = views.map(tagsOf)
  const total = new Map<string, number>()
  for (const list of tags) for (const { id, score } of list) total.set(id, (total.get(id) ?? 0) + score)
  const topics = [...total].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([id]) => id)
  return views.map((view, at) => {
    const before = views[at - 1]
    const heading = headings.get(view.block.id) ?? NO_HEADING
    const beside = [at - 1, at + 1].flatMap((other) => views[other]?.block.id === view.block.id ? tags[other] ?? [] : [])
    return {
      forward: found.forward.get(view.sentence.id),
      before: before && found.forward.get(before.sentence.id),
      evidence: evidence.get(view.sentence.id) ?? null,
      evidenceBefore: before !== undefined && evidence.has(before.sentence.id),
      tags: tags[at] ?? [],
      topics,
      heading: heading.words.slice(0, HEADING_WORDS),
      subject: heading.tags,
      beside,
      cautioned: found.cautioned,
      place: at / views.length,
      periodic: found.periodic,
      about: found.about
    }
  })
}
