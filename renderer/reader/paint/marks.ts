import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { Sentence } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { claimRange, decisionsByNode, isShown, paintedEvidence, sentenceRanges, statementRanges } from '#model/judged'
import { isAttached } from '#model/verdict'
import type { MarkRef } from '../../state/document/document'
import type { MarkLayer } from '../../state/window/view'
import { type PaintKind, tagKind } from './kinds'

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

const findingMarks = (finding: Finding, decision: Decision | undefined, sentences: ReadonlyMap<NodeId, Sentence>): Mark[] => {
  if (!isShown(decision)) return []
  const ref: MarkRef = { kind: 'finding', id: finding.id }
  const kind: PaintKind = decision ? 'finding-accepted' : 'finding'
  const claim = claimRange(finding, decision)
  const marks: Mark[] = [{ start: claim.start, end: claim.end, kind, layer: 'finding', ref }]
  for (const sentence of paintedEvidence(finding, claim, sentences)) {
    for (const range of sentenceRanges(sentence)) marks.push({ ...range, kind: 'evidence', layer: 'finding', ref })
  }
  return marks
}

const forwardMarks = (statement: ForwardLooking, decision: Decision | undefined, sentence: Sentence): Mark[] => {
  if (!isShown(decision)) return []
  const ref: MarkRef = { kind: 'forward-looking', id: statement.sentence }
  const { class: layer } = statement
  const kind: PaintKind = decision && layer !== 'boilerplate' ? 'core-accepted' : layer
  const marks: Mark[] = statementRanges(sentence, decision).map((range) => ({ ...range, kind, layer, ref }))
  for (const { start, end } of statement.triggers) marks.push({ start, end, kind: 'trigger', layer: 'trigger', ref })
  return marks
}

const annotationMarks = (annotations: readonly Annotation[], tags: readonly Tag[], within: TextRange): Mark[] => {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  return annotations.filter(({ verdict }) => isAttached(verdict)).flatMap(({ id, tagId, selectors: { position } }): Mark[] => {
    if (position.end <= within.start || position.start >= within.end) return []
    const kind = tagKind(tagId === null ? null : (byId.get(tagId) ?? null))
    return [{ start: position.start, end: position.end, kind, layer: 'mine', ref: { kind: 'annotation', id } }]
  })
}

/** Every mark of a document, in the order of its start. Rejected suggestions have none. */
export const marksOf = ({ content, decisions, annotations, tags }: MarkSource): readonly Mark[] => {
  const sentences = new Map(content.sentences.map((sentence) => [sentence.id, sentence]))
  const ofFinding = decisionsByNode(decisions, 'finding')
  const ofForward = decisionsByNode(decisions, 'forward-looking')
  const marks = content.findings.flatMap((finding) => findingMarks(finding, ofFinding.get(finding.id), sentences))
  for (const statement of content.forwardLooking) {
    const sentence = sentences.get(statement.sentence)
    if (sentence) marks.push(...forwardMarks(statement, ofForward.get(statement.sentence), sentence))
  }
  marks.push(...annotationMarks(annotations, tags, content.range))
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** How many things the legend counts in each layer: suggestions and highlights, not the ranges they are painted on. Triggers count by their place; the marks come in order. */
export const countLayers = (marks: readonly Mark[]): Readonly<Record<MarkLayer, number>> => {
  const counts: Record<MarkLayer, number> = { finding: 0, core: 0, borderline: 0, boilerplate: 0, trigger: 0, mine: 0 }
  const seen = new Set<string>()
  let lastTrigger = -1
  for (const { layer, ref, start } of marks) {
    if (layer === 'trigger') {
      if (start === lastTrigger) continue
      lastTrigger = start
    } else {
      const before = seen.size
      // What is of one layer is of no other: a finding and a statement have names of their own.
      seen.add(ref.id)
      if (seen.size === before) continue
    }
    counts[layer] += 1
  }
  return counts
}
