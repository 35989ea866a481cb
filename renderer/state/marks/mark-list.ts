import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { claimRange, decisionsByNode, isShown } from '#model/judged'
import { isAttached } from '#model/verdict'
import { annotationsState } from './annotations'
import { blockIndexOf } from '#model/block-index'
import { caretState } from '../document/caret'
import { offsetOf } from '../document/caret-moves'
import { documentState, type MarkRef } from '../document/document'
import { feedbackState } from '../window/feedback'
import { findingsState } from './findings'
import { halvesState } from '../document/halves'
import { marksState } from './marks'
import { quoteOf } from '#model/quote'
import { type Layer, type MarkLayer, viewState } from '../window/view'
import { workspaceState } from '../window/workspace'

/** One mark as it is told rather than painted: what it is, and where its first words stand. */
export interface ListedMark {
  readonly ref: MarkRef
  readonly range: TextRange
  /** What it is, in words: `Finding`, `Forward-looking statement, boilerplate`, `Key claim`. */
  readonly name: string
}

/** What marks are listed from; those of the layers in `hidden` are left out, as are rejected suggestions. */
export interface MarkListSource {
  readonly content: DocumentContent
  readonly decisions: readonly Decision[]
  readonly annotations: readonly Annotation[]
  readonly tags: readonly Tag[]
  readonly hidden: readonly Layer[]
  /** The keys of the marks that are shown at all, kind and id; null or absent where all are. */
  readonly only?: ReadonlySet<string> | null
}

/** The marks of a document, each once, in the order in which they begin. */
export const listMarks = ({ content, decisions, annotations, tags, hidden, only = null }: MarkListSource): readonly ListedMark[] => {
  const ofFinding = decisionsByNode(decisions, 'finding')
  const ofForward = decisionsByNode(decisions, 'forward-looking')
  const sentences = new Map(content.sentences.map((sentence) => [sentence.id, sentence]))
  const names = new Map(tags.map(({ id, name }) => [id, name]))
  const shown = (layer: MarkLayer, ref: MarkRef): boolean => !hidden.includes(layer) && (only === null || only.has(`${ref.kind} ${ref.id}`))
  const listed: ListedMark[] = []
  for (const finding of content.findings) {
    const ref: MarkRef = { kind: 'finding', id: finding.id }
    const decision = ofFinding.get(finding.id)
    if (isShown(decision) && shown('finding', ref)) listed.push({ ref, range: claimRange(finding, decision), name: 'Finding' })
  }
  for (const statement of content.forwardLooking) {
    const ref: MarkRef = { kind: 'forward-looking', id: statement.sentence }
    const decision = ofForward.get(statement.sentence)
    const sentence = sentences.get(statement.sentence)
    if (!sentence || !isShown(decision) || !shown(statement.class, ref)) continue
    const range = decision?.span?.range ?? { start: sentence.start, end: sentence.end }
    listed.push({ ref, range, name: `Forward-looking statement, ${statement.class}` })
  }
  for (const { id, tagId, verdict, selectors: { position } } of annotations) {
    const inside = position.start < content.range.end && position.end > content.range.start
    const ref: MarkRef = { kind: 'annotation', id }
    if (inside && isAttached(verdict) && shown('mine', ref))
      listed.push({ ref, range: position, name: names.get(tagId ?? '') ?? 'Highlight' })
  }
  return listed.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
}

/** More words than these are not read out with a mark: the text is right there. */
const MOST_READ = 120

const now = (): MarkListSource | null => {
  const { content } = documentState.store.get()
  return content && {
    content,
    decisions: findingsState.store.get().decisions,
    annotations: annotationsState.store.get().annotations,
    tags: workspaceState.store.get().tags,
    hidden: viewState.store.get().hidden,
    only: marksState.onlyNow()
  }
}

/** The words of a mark of the document that is read, or null where it has no such mark. */
export const rangeOfMark = (wanted: MarkRef): TextRange | null => {
  const source = now()
  const mark = source &&
    listMarks({ ...source, hidden: [], only: null }).find(({ ref }) => ref.id === wanted.id && ref.kind === wanted.kind)
  return mark ? mark.range : null
}

/** The mark to go to from the one in focus, else from an offset, forward (1) or back (-1). */
const next = (marks: readonly ListedMark[], active: MarkRef | null, from: number, delta: 1 | -1): number => {
  const current = marks.findIndex(({ ref }) => ref.id === active?.id && ref.kind === active.kind)
  if (current >= 0) return current + delta
  return delta === 1 ? marks.findIndex(({ range }) => range.start >= from) : marks.findLastIndex(({ range }) => range.start < from)
}

/** Goes to the next mark of any kind (1) or the one before (-1): its words come into sight, its card too, and it is read out. */
export const stepMark = (delta: 1 | -1): void => {
  const source = now()
  if (!source) return
  const marks = listMarks(source)
  const { active } = documentState.store.get()
  const { at } = caretState.store.get()
  const index = blockIndexOf(source.content.blocks)
  const to = next(marks, active, at ? offsetOf(index, at) : halvesState.here().top, delta)
  const mark = marks[to]
  if (!mark) {
    feedbackState.announce(delta === 1 ? 'No further mark.' : 'No mark before.')
    return
  }
  documentState.activate(mark.ref)
  documentState.reveal(mark.range, { flash: false, remember: false })
  feedbackState.announce(
    `${mark.name}, ${String(to + 1)} of ${String(marks.length)}: ${quoteOf(index, mark.range)?.exact.slice(0, MOST_READ) ?? ''}`
  )
}
