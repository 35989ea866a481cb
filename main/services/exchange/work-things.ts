import { createHash } from 'node:crypto'
import type { Annotation, Decision } from '#contract/annotation'
import type { FilingSummary } from '#contract/library'
import type { Note } from '#contract/note'
import type { SectionReview } from '#contract/review'
import type { TextRange } from '#contract/range'
import { isAttached } from '#model/verdict'
import type { ForeignName, WorkReply } from '../../domain/exchange/work-document'
import type { BuiltText } from '../../domain/exchange/work-text'
import type { WorkDecision, WorkMark, WorkNote, WorkNoteTarget, WorkPassage, WorkPlacement,
  WorkReview } from '../../domain/exchange/work-document'
import type { StoredDocument } from '../../store/documents'
import type { ReadableDb } from '../../store/handles'
import { ME } from '#contract/person'
import type { Reply } from '#contract/person'
import { listNoteRevisions } from '../../store/note-revisions'
import { placementsOfAll } from '../../store/placements'

/** One filing whose things are made ready to be written. */
export interface ThingsContext {
  readonly db: ReadableDb
  readonly filing: FilingSummary
  readonly libraryId: string
  /** Whether revisions and placements are wanted. */
  readonly history: boolean
  /** Answers to the notes of the filing. */
  readonly replies: readonly Reply[]
  /** What things were called where they came from. */
  readonly foreign: ReadonlyMap<string, readonly ForeignName[]>
  readonly built: readonly BuiltText[]
  readonly stored: readonly StoredDocument[]
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight Crockford-32 signs of the SHA-256 of a library and a note: 40 bits, so that two notes of one library do not share one. */
export const tokenOf = (libraryId: string, noteId: string): string => {
  const bytes = createHash('sha256').update(libraryId).update(noteId).digest()
  let token = ''
  for (let at = 0; at < 8; at += 1) {
    const bit = at * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    token += CROCKFORD[(pair >> (11 - (bit & 7))) & 31] ?? '0'
  }
  return token
}

const passageIn = ({ built, stored }: ThingsContext, source: TextRange): WorkPassage | null => {
  const holds = stored.find(({ summary: { range } }) => source.start >= range.start && source.end <= range.end)
  return built.find(({ text }) => text.sequence === holds?.summary.sequence)?.passageOf(source) ?? null
}

const placementsOf = ({ db, filing }: ThingsContext, { id }: Annotation): WorkPlacement[] =>
  placementsOfAll(db, [id]).filter(({ filingId }) => filingId !== filing.id).map(
    ({ filingId, verdict, state, selectors, modifiedAt }): WorkPlacement => ({ filingId, verdict, state, quote: selectors?.quote ?? null,
      source: selectors?.position ?? null, modifiedAt })
  )

/** A mark with its passage, where its words are in the present text. */
export const buildMark = (context: ThingsContext, annotation: Annotation): WorkMark => {
  const { id, filingId, tagId, selectors, verdict, createdAt, modifiedAt, rev } = annotation
  return {
    id,
    madeIn: filingId,
    author: annotation.authorId ?? ME,
    tagId,
    passage: isAttached(verdict) ? passageIn(context, selectors.position) : null,
    kept: selectors.quote,
    keptSource: selectors.position,
    keptPath: selectors.sectionPath,
    textSha256: selectors.textSha256,
    parserVersion: selectors.parserVersion,
    verdict,
    placements: context.history ? placementsOf(context, annotation) : [],
    createdAt,
    modifiedAt,
    rev,
    foreign: context.foreign.get(id) ?? []
  }
}

const headingOf = ({ built }: ThingsContext, sectionId: string, title: string): WorkPassage | null => {
  for (const { text, passageOf } of built) {
    const section = text.sections.find((one) => one.id === sectionId && one.title === title) ??
      text.sections.find((one) => one.title === title)
    const heading = section && text.blocks.find(({ ranges }) => (ranges[0]?.start ?? -1) >= section.range.start)
    if (heading) return passageOf({ start: heading.ranges[0]?.start ?? 0, end: heading.ranges.at(-1)?.end ?? 0 })
  }
  return null
}

const targetOf = (context: ThingsContext, { target }: Note): WorkNoteTarget =>
  target.kind === 'section' ? { ...target, heading: headingOf(context, target.sectionId, target.title) } : target

const repliesOf = ({ replies, foreign }: ThingsContext, noteId: string): WorkReply[] =>
  replies.filter((reply) => reply.noteId === noteId).map(({ id, authorId = ME, body, text, madeAt }) => ({ id, author: authorId, body, text,
    madeAt, foreign: foreign.get(id) ?? [] })
  )

/** A note. `question` is its running number where it asks something. */
export const buildNote = (context: ThingsContext, note: Note, question: number | null): WorkNote => {
  const { id, filingId, body, text, status, owner, dueAt, askedAt = null, answeredAt = null, createdAt, modifiedAt, rev } = note
  const revisions = context.history ? listNoteRevisions(context.db, id).filter((revision) => revision.rev < rev) : []
  return { id, token: tokenOf(context.libraryId, id), madeIn: filingId, author: note.authorId ?? ME, target: targetOf(context, note), body,
    text, status, owner, dueAt, askedAt, answeredAt, question, replies: repliesOf(context, id),
    revisions: revisions.map((revision) => ({ rev: revision.rev, body: revision.body, text: revision.text, savedAt: revision.savedAt })),
    createdAt, modifiedAt, rev, foreign: context.foreign.get(id) ?? [] }
}

/** A decision, with its passage where its words still stand at its place. */
export const buildDecision = (context: ThingsContext, decision: Decision): WorkDecision => {
  const { id, kind, node, range, exact, verdict, risks, links = null, span = null, decidedAt, rev } = decision
  const passage = node === null ? null : passageIn(context, range)
  return { id, author: decision.authorId ?? ME, kind, node, passage, exact, source: range, verdict, risks,
    links: links?.map((link) => ({ exact: link.exact, source: link.range })) ?? null,
    span: span && { exact: span.exact, source: span.range }, decidedAt, rev, foreign: context.foreign.get(id) ?? [] }
}

/** A section that was marked as reviewed. */
export const buildReview = (context: ThingsContext, review: SectionReview): WorkReview => {
  const { id, sequence, section, range, title, reviewedAt, authorId = ME } = review
  return { id, author: authorId, sequence, section, title, source: range, reviewedAt, foreign: context.foreign.get(id) ?? [] }
}

/** The order of marks: by document and place, those without words last. */
export const byPassage = (a: WorkMark, b: WorkMark): number => {
  if (!a.passage || !b.passage) return Number(a.passage === null) - Number(b.passage === null) || a.keptSource.start - b.keptSource.start
  return a.passage.sequence - b.passage.sequence || a.passage.range.start - b.passage.range.start ||
    a.passage.range.end - b.passage.range.end || (a.id < b.id ? -1 : 1)
}
