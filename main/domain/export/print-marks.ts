import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { Sentence } from '#contract/filing'
import type { AnnotationId, NodeId } from '#contract/ids'
import type { Note } from '#contract/note'
import type { TextRange } from '#contract/range'
import { isAttached } from '#model/verdict'
import { claimRange, decisionsByNode, isShown, paintedEvidence, sentenceRanges, statementRanges } from '#model/judged'
import type { PrintInput } from './print-input'

/** Whose mark it is, and so how it looks: the analyst's own, a suggested finding (or its evidence), a forward-looking statement. */
export type MarkKind = 'own' | 'finding' | 'evidence' | 'forward-looking'

/** Something that is painted over words of the release and numbered in the margin. */
export interface PrintMark {
  readonly kind: MarkKind
  /** Source ranges, in order. */
  readonly ranges: readonly TextRange[]
  /** Letters and digits of the margin mark, or null for one that has none. */
  readonly label: string | null
  /** Id of the entry that the margin mark leads to. */
  readonly target: string | null
  /** Class of its looks beside its kind. */
  readonly look: string
  /** The number by which its words link to the comment they are to become; absent where they become none. */
  readonly comment?: number
}

/** One numbered entry of the analyst's own: a highlight with its notes, or a note on a section or on the whole filing. */
export interface OwnEntry {
  readonly number: number
  readonly at: number
  readonly annotation: Annotation | null
  readonly tag: Tag | null
  /** Title of the section that a section's note is about. */
  readonly sectionTitle: string | null
  readonly notes: readonly Note[]
}

/** A suggestion that is printed, with what the analyst decided of it. */
export interface Judged<T> {
  readonly number: number
  readonly item: T
  readonly decision: Decision | null
}

/** What is printed beside the words of the release. */
export interface PrintPlan {
  readonly entries: readonly OwnEntry[]
  readonly findings: readonly Judged<Finding>[]
  readonly statements: readonly Judged<ForwardLooking>[]
  /** Suggestions left out because the analyst rejected them or has not accepted them. */
  readonly leftOut: number
  readonly marks: readonly PrintMark[]
  readonly sentences: ReadonlyMap<NodeId, Sentence>
}

const isInside = (range: TextRange, outer: TextRange): boolean => range.start >= outer.start && range.start < outer.end

const notesByAnnotation = (notes: readonly Note[]): ReadonlyMap<AnnotationId, readonly Note[]> => {
  const groups = new Map<AnnotationId, Note[]>()
  for (const note of notes) {
    if (note.target.kind !== 'annotation') continue
    const group = groups.get(note.target.annotationId)
    if (group) group.push(note)
    else groups.set(note.target.annotationId, [note])
  }
  return groups
}

const ownEntries = (input: PrintInput): OwnEntry[] => {
  const { document, work, scope, tags } = input
  const notes = scope.notes ? work.notes : []
  const tagById = new Map(tags.map((tag) => [tag.id, tag]))
  const sections = new Map(document.sections.map((section) => [section.id, section]))
  const byAnnotation = notesByAnnotation(notes)
  const drafts: Omit<OwnEntry, 'number'>[] = []
  for (const annotation of scope.highlights || scope.notes ? work.annotations : []) {
    const own = byAnnotation.get(annotation.id) ?? []
    const placed = isInside(annotation.selectors.position, document.range)
    if (!placed || (!scope.highlights && own.length === 0)) continue
    const tag = annotation.tagId === null ? null : tagById.get(annotation.tagId) ?? null
    drafts.push({ at: annotation.selectors.position.start, annotation, tag, sectionTitle: null, notes: own })
  }
  for (const note of notes) {
    if (note.target.kind === 'section') {
      const section = sections.get(note.target.sectionId)
      if (section) drafts.push({ at: section.range.start, annotation: null, tag: null, sectionTitle: note.target.title, notes: [note] })
    } else if (note.target.kind === 'filing') {
      drafts.push({ at: Number.MAX_SAFE_INTEGER, annotation: null, tag: null, sectionTitle: null, notes: [note] })
    }
  }
  return drafts.sort((a, b) => a.at - b.at).map((draft, index) => ({ ...draft, number: index + 1 }))
}

const judge = <T>(items: readonly T[], idOf: (item: T) => NodeId, kind: Decision['kind'],
  input: PrintInput): { kept: Judged<T>[]; leftOut: number } => {
  const decisions = decisionsByNode(input.work.decisions, kind)
  const wanted = input.scope.suggestions
  const kept: Judged<T>[] = []
  let leftOut = 0
  for (const item of items) {
    const decision = decisions.get(idOf(item)) ?? null
    const verdict = decision?.verdict ?? null
    if (wanted === 'none') continue
    if (!isShown(decision) || (wanted === 'accepted' && verdict !== 'accepted')) leftOut += 1
    else kept.push({ number: kept.length + 1, item, decision })
  }
  return { kept, leftOut }
}

/** Whether an entry is about the whole filing, and so at no place of its text. */
export const isOnFiling = ({ at }: OwnEntry): boolean => at === Number.MAX_SAFE_INTEGER

const ownMarks = (entries: readonly OwnEntry[], areComments: boolean): PrintMark[] =>
  entries.flatMap((entry) => {
    const comment = areComments ? { comment: entry.number } : {}
    const label = String(entry.number)
    const target = `note-${entry.number}`
    if (entry.annotation === null) {
      return isOnFiling(entry)
        ? []
        : [{ kind: 'own', ranges: [{ start: entry.at, end: entry.at + 1 }], label, target, look: 'section', ...comment }]
    }
    // Words that are not there any more as they were marked are listed, never painted over others.
    if (!isAttached(entry.annotation.verdict)) return []
    const look = entry.tag === null ? 'grey solid' : `${entry.tag.colour} ${entry.tag.underline}`
    return [{ kind: 'own', ranges: [entry.annotation.selectors.position], label, target, look, ...comment }]
  })

const findingMarks = (findings: readonly Judged<Finding>[], sentences: ReadonlyMap<NodeId, Sentence>): PrintMark[] =>
  findings.flatMap(({ number, item, decision }) => {
    const range = claimRange(item, decision)
    const claim: PrintMark = { kind: 'finding', ranges: [range], label: `F${number}`, target: `finding-${number}`, look: item.polarity }
    const evidence = paintedEvidence(item, range, sentences).map((sentence): PrintMark => ({ kind: 'evidence',
      ranges: sentenceRanges(sentence), label: null, target: null, look: item.polarity })
    )
    return [claim, ...evidence]
  })

const statementMarks = (statements: readonly Judged<ForwardLooking>[], sentences: ReadonlyMap<NodeId, Sentence>): PrintMark[] =>
  statements.flatMap(({ number, item, decision }) => {
    const sentence = sentences.get(item.sentence)
    if (!sentence) return []
    const ranges = statementRanges(sentence, decision)
    return [{ kind: 'forward-looking', ranges, label: `S${number}`, target: `statement-${number}`, look: item.class }]
  })

/** Decides what is printed, numbers it in the order of the release, and says where each mark lies. */
export const planPrint = (input: PrintInput): PrintPlan => {
  const { document } = input
  const sentences = new Map(document.sentences.map((sentence) => [sentence.id, sentence]))
  const startOf = (statement: ForwardLooking): number => sentences.get(statement.sentence)?.start ?? 0
  const findings = judge(document.findings.toSorted((a, b) => a.claim.start - b.claim.start), (finding) => finding.id, 'finding', input)
  const statements = judge(document.forwardLooking.toSorted((a, b) => startOf(a) - startOf(b)), (one) => one.sentence, 'forward-looking',
    input)
  const entries = ownEntries(input)
  const marks = [
    ...ownMarks(entries, input.scope.comments),
    ...findingMarks(findings.kept, sentences),
    ...statementMarks(statements.kept, sentences)
  ].sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0))
  return {
    entries,
    findings: findings.kept,
    statements: statements.kept,
    leftOut: findings.leftOut + statements.leftOut,
    marks,
    sentences
  }
}
