import type { Annotation, Decision, SuggestionKind, Tag } from '#contract/annotation'
import type { Sentence } from '#contract/filing'
import type { EvidenceRole, Finding, ForwardLooking } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { MarkRef } from '../state/document'
import type { MarkLayer } from '../state/view'
import { type PaintKind, tagKind } from './paint/kinds'

/** One range of source to paint in one kind. `ref` is what a click on it opens; `layer` the entry of the legend it belongs to. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: PaintKind
  readonly layer: MarkLayer
  readonly ref: MarkRef
}

/** What the marks of a document are made from. */
export interface MarkSource {
  readonly content: DocumentContent
  readonly decisions: readonly Decision[]
  readonly annotations: readonly Annotation[]
  readonly tags: readonly Tag[]
}

/** The evidence that is painted beside the claim; context is read in the card alone, or half the release would be coloured. */
const PAINTED_ROLES: readonly EvidenceRole[] = ['result', 'restatement', 'interpretation']

const verdictsOf = (decisions: readonly Decision[], kind: SuggestionKind): ReadonlyMap<NodeId, Decision> =>
  new Map(decisions.flatMap((decision) => (decision.kind === kind && decision.node !== null ? [[decision.node, decision]] : [])))

const rangesOf = (sentence: Sentence): readonly TextRange[] => sentence.ranges ?? [{ start: sentence.start, end: sentence.end }]

const findingMarks = (finding: Finding, decision: Decision | undefined, sentences: ReadonlyMap<NodeId, Sentence>): Mark[] => {
  if (decision?.verdict === 'rejected') return []
  const ref: MarkRef = { kind: 'finding', id: finding.id }
  const kind: PaintKind = decision ? 'finding-accepted' : 'finding'
  const claim = decision?.span?.range ?? finding.claim
  const marks: Mark[] = [{ start: claim.start, end: claim.end, kind, layer: 'finding', ref }]
  for (const { sentence: id, role } of finding.evidence) {
    const sentence = sentences.get(id)
    if (!sentence || !PAINTED_ROLES.includes(role)) continue
    if (sentence.start >= claim.start && sentence.end <= claim.end) continue
    for (const range of rangesOf(sentence)) marks.push({ ...range, kind: 'evidence', layer: 'finding', ref })
  }
  return marks
}

const forwardMarks = (statement: ForwardLooking, decision: Decision | undefined, sentence: Sentence): Mark[] => {
  if (decision?.verdict === 'rejected') return []
  const ref: MarkRef = { kind: 'forward-looking', id: statement.sentence }
  const { class: layer } = statement
  const kind: PaintKind = decision && layer !== 'boilerplate' ? 'core-accepted' : layer
  const marks: Mark[] = (decision?.span ? [decision.span.range] : rangesOf(sentence)).map((range) => ({ ...range, kind, layer, ref }))
  for (const { start, end } of statement.triggers) marks.push({ start, end, kind: 'trigger', layer: 'trigger', ref })
  return marks
}

/** Whether an annotation stands on its words; the others wait in the list of orphans and are not painted. */
const isAttached = ({ verdict }: Annotation): boolean => verdict === 'intact' || verdict === 'moved'

const annotationMarks = (annotations: readonly Annotation[], tags: readonly Tag[], within: TextRange): Mark[] => {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  return annotations.filter(isAttached).flatMap(({ id, tagId, selectors: { position } }): Mark[] => {
    if (position.end <= within.start || position.start >= within.end) return []
    const kind = tagKind(tagId === null ? null : (byId.get(tagId) ?? null))
    return [{ start: position.start, end: position.end, kind, layer: 'mine', ref: { kind: 'annotation', id } }]
  })
}

/** Every mark of a document, in the order of its start. Rejected suggestions have none. */
export const marksOf = ({ content, decisions, annotations, tags }: MarkSource): readonly Mark[] => {
  const sentences = new Map(content.sentences.map((sentence) => [sentence.id, sentence]))
  const ofFinding = verdictsOf(decisions, 'finding')
  const ofForward = verdictsOf(decisions, 'forward-looking')
  const marks = content.findings.flatMap((finding) => findingMarks(finding, ofFinding.get(finding.id), sentences))
  for (const statement of content.forwardLooking) {
    const sentence = sentences.get(statement.sentence)
    if (sentence) marks.push(...forwardMarks(statement, ofForward.get(statement.sentence), sentence))
  }
  marks.push(...annotationMarks(annotations, tags, content.range))
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** How many things the legend counts in each layer: suggestions and highlights, not the ranges they are painted on. */
export const countLayers = (marks: readonly Mark[]): Readonly<Record<MarkLayer, number>> => {
  const seen: Readonly<Record<MarkLayer, Set<string>>> = {
    finding: new Set(),
    core: new Set(),
    borderline: new Set(),
    boilerplate: new Set(),
    trigger: new Set(),
    mine: new Set()
  }
  for (const { layer, ref, start } of marks) seen[layer].add(layer === 'trigger' ? String(start) : ref.id)
  return {
    finding: seen.finding.size,
    core: seen.core.size,
    borderline: seen.borderline.size,
    boilerplate: seen.boilerplate.size,
    trigger: seen.trigger.size,
    mine: seen.mine.size
  }
}
