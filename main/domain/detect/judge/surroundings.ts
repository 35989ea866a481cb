import type { Block } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import { weighRisks } from '../risk/tag-risks'
import type { SentenceView } from '../text/sentence-view'
import { tokenise } from '../text/tokens'
import type { Surroundings } from './features'

/** What the rules found in a document, for the judge to look at. */
export interface RulesFound {
  readonly forward: ReadonlyMap<NodeId, ForwardLooking>
  readonly findings: readonly Finding[]
  readonly periodic: boolean
  readonly about: readonly string[]
}

const headingsOf = (blocks: readonly Block[]): ReadonlyMap<NodeId, readonly string[]> => {
  const out = new Map<NodeId, readonly string[]>()
  let heading: readonly string[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'title')
      heading = tokenise(block.text.slice(0, 120)).words.filter((word) => /\w/.test(word))
    else out.set(block.id, heading)
  }
  return out
}

const evidenceOf = (findings: readonly Finding[]): ReadonlyMap<NodeId, string> =>
  new Map(findings.flatMap((finding) => finding.evidence.map(({ sentence, role }) => [sentence, `${finding.type} ${role}`] as const)))

/** The surroundings of every sentence of a document, in their order. */
export const surroundingsOf = (views: readonly SentenceView[], blocks: readonly Block[], found: RulesFound): Surroundings[] => {
  const headings = headingsOf(blocks)
  const evidence = evidenceOf(found.findings)
  const tags = views.map((view) => view.has('risk') || view.has('risk-weak') ? weighRisks(view) : [])
  const total = new Map<string, number>()
  for (const list of tags) for (const { id, score } of list) total.set(id, (total.get(id) ?? 0) + score)
  const topics = [...total].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([id]) => id)
  return views.map((view, at) => {
    const before = views[at - 1]
    return {
      forward: found.forward.get(view.sentence.id),
      before: before && found.forward.get(before.sentence.id),
      evidence: evidence.get(view.sentence.id) ?? null,
      evidenceBefore: before !== undefined && evidence.has(before.sentence.id),
      tags: tags[at] ?? [],
      topics,
      heading: headings.get(view.block.id) ?? [],
      place: at / views.length,
      periodic: found.periodic,
      about: found.about
    }
  })
}
