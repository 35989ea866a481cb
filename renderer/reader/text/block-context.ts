import type { Section } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import { QUIET } from '#model/block-kinds'
import type { BlockContext } from './block-view'

/** Kinds of section that every release carries and no one reads twice. */
const SET_BACK = /^(?:about|boilerplate|safe-harbor|forward-looking|contacts?|contact-block)/

const byStart = (a: Section, b: Section): number => a.range.start - b.range.start || a.level - b.level

/** What the reader shows of each block beside its words, by block id. */
export const contextsOf = (content: DocumentContent): ReadonlyMap<NodeId, BlockContext> => {
  const speakers = new Map<NodeId, string>()
  for (const { block, speaker } of content.sentences) if (speaker !== null && !speakers.has(block)) speakers.set(block, speaker)
  const back = content.sections.filter(({ kind }) => SET_BACK.test(kind)).sort(byStart)
  let at = 0
  let above = 1
  const contexts = new Map<NodeId, BlockContext>()
  for (const block of content.blocks) {
    const start = block.ranges[0]?.start ?? 0
    while (at < back.length && (back[at]?.range.end ?? 0) <= start) at += 1
    const inside = (back[at]?.range.start ?? Infinity) <= start && block.kind !== 'heading'
    const level = Math.min(6, above + 1, (block.level ?? 1) + 1)
    if (block.kind === 'heading') above = level
    contexts.set(block.id, { speaker: speakers.get(block.id) ?? null, quiet: inside || QUIET.has(block.kind), level })
  }
  return contexts
}
