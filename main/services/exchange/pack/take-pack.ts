import type { Annotation, Decision } from '#contract/annotation'
import type { ImportCounts } from '#contract/exchange'
import type { Note, NoteTarget } from '#contract/note'
import type { Reply } from '#contract/person'
import type { SectionReview } from '#contract/review'
import type { FilingLink, Placement } from '#contract/version'
import { isAttached } from '#model/verdict'
import { readNoteBody, bodyOfText } from '#model/note-body'
import { foldForSearch } from '../../../domain/search/search-text'
import { PARSER_VERSION } from '../../../domain/versions'
import { getAnnotation, putAnnotation } from '../../../store/annotations'
import { getDecision, putDecision } from '../../../store/decisions'
import { listDocuments } from '../../../store/documents'
import { getFilingLink, putFilingLink } from '../../../store/filing-links'
import { findBySha256, getFiling } from '../../../store/filings'
import { lastNoteRevision } from '../../../store/note-revisions'
import { getNote, putNote } from '../../../store/notes'
import { putOrigin } from '../../../store/origins'
import type { Origin } from '../../../store/origins'
import { putPlacement } from '../../../store/placements'
import { putReply } from '../../../store/replies'
import { putSectionReview } from '../../../store/section-reviews'
import { listSections } from '../../../store/sections'
import { nameOfLink, nameOfPlacement } from '../../journal/link-history'
import { commitChange, stateOfNote } from '../../journal/record-changes'
import type { LibraryContext } from '../../library-context'
import { soughtKey } from '../../versions/carried-work'
import { hashOfBody } from '../../work/write-note'
import { bodyIn } from './decide-things'
import { systemOf } from './known-things'
import type { PackedMark, PackedNote } from './pack-work'
import type { PackPlan, PlannedThing } from './plan-pack'
import { keepSeenHead } from './seen-heads'
import { authored, hereOf, nameThing, riskHere, tagHere } from './taking'
import type { Taking } from './taking'

type Planned<K extends PlannedThing['kind']> = Extract<PlannedThing, { kind: K }>

const putPlace = ({ library, record }: Taking, placement: Placement): void => {
  putPlacement(library.db, placement)
  record.steps.push({ entity: 'placement', entityId: nameOfPlacement(placement), filingId: placement.filingId, before: null,
    after: placement })
}

/** Where somebody put a mark by hand in another filing; what the search found is found again. */
const takePlaces = (taking: Taking, annotation: Annotation, mark: PackedMark): void => {
  const filings = new Map(taking.plan.filingIds)
  for (const { filingId, verdict, state, quote, source, modifiedAt } of mark.placements) {
    const filing = getFiling(taking.library.db, filings.get(filingId) ?? '')
    if (!filing || (state !== 'hand' && state !== 'dismissed')) continue
    putPlace(taking, { annotationId: annotation.id, filingId: filing.id, verdict, state, modifiedAt, selectors: quote && source &&
      { position: source, quote, sectionPath: [], textSha256: filing.textSha256, parserVersion: PARSER_VERSION },
      soughtFor: soughtKey(annotation.selectors, filing.textSha256) })
  }
}

const takeMark = (taking: Taking, { filingId, act, thing, verdict, selectors, proposed }: Planned<'annotation'>): void => {
  const { library, record } = taking
  const before = act.do === 'advance' ? getAnnotation(library.db, act.id) : undefined
  const after: Annotation = before
    ? { ...before, tagId: tagHere(taking, thing.tagId), modifiedAt: thing.modifiedAt, rev: before.rev + 1 }
    : { id: library.newId(), filingId, tagId: tagHere(taking, thing.tagId), selectors, verdict, createdAt: thing.createdAt,
      modifiedAt: thing.modifiedAt, rev: 1, ...authored(taking, thing.author) }
  putAnnotation(library.db, after, foldForSearch(after.selectors.quote.exact))
  record.steps.push({ entity: 'annotation', entityId: after.id, filingId: after.filingId, before: before ?? null, after })
  if (before) return
  const filing = getFiling(library.db, filingId)
  if (!isAttached(verdict) && filing)
    putPlace(taking, { annotationId: after.id, filingId, verdict, state: 'waiting', selectors: proposed,
      soughtFor: soughtKey(selectors, filing.textSha256), modifiedAt: library.clock() })
  nameThing(taking, 'annotation', after.id, thing)
  takePlaces(taking, after, thing)
}

const sectionNamed = ({ library }: Taking, filingId: string, title: string): string => {
  for (const { key } of listDocuments(library.db, filingId)) {
    const section = listSections(library.db, key).find((one) => one.title === title)
    if (section) return section.id
  }
  return ''
}

/** What a note is about here; the filing where its highlight did not come. */
const targetHere = (taking: Taking, filingId: string, { target }: PackedNote): NoteTarget => {
  if (target.kind === 'section') return { kind: 'section', title: target.title, sectionId: sectionNamed(taking, filingId, target.title) }
  if (target.kind === 'filing') return target
  const annotationId = hereOf(taking, 'annotation', { id: target.annotationId })
  return annotationId === undefined ? { kind: 'filing' } : { kind: 'annotation', annotationId }
}

const bodyFor = ({ home }: Taking, { body, text }: { readonly body: string; readonly text: string }): string => {
  const here = bodyIn(home, body)
  return here === '' || readNoteBody(here).kind === 'tree' ? here : bodyOfText(text)
}

const takeNote = (taking: Taking, { filingId, act, thing }: Planned<'note'>): void => {
  const { library, record } = taking
  const known = act.do === 'advance' || act.do === 'beside' ? getNote(library.db, act.id) : undefined
  const before = act.do === 'advance' ? known : undefined
  const body = bodyFor(taking, thing)
  const { text, status, owner, dueAt, askedAt, answeredAt, createdAt, modifiedAt } = thing
  const told = { body, text, status, owner, dueAt, askedAt, answeredAt, modifiedAt, sha256: hashOfBody(body) }
  const after: Note = before
    ? { ...before, ...told, rev: Math.max(before.rev, lastNoteRevision(library.db, before.id)) + 1 }
    : { id: library.newId(), filingId, target: known?.target ?? targetHere(taking, filingId, thing), createdAt, rev: 1, ...told,
      ...authored(taking, thing.author) }
  // Words of mine that somebody changed are theirs: they stand under the name of who sent them.
  const sender = taking.home.people.find(({ me }) => me)?.id ?? ''
  const note: Note = act.do === 'beside' && after.authorId === undefined ? { ...after, ...authored(taking, sender) } : after
  putNote(library.db, note, foldForSearch(note.text))
  record.steps.push({ entity: 'note', entityId: note.id, filingId: note.filingId, before: before ? stateOfNote(before) : null,
    after: stateOfNote(note) })
  record.journal.push({ kind: 'saved', note })
  if (!before) nameThing(taking, 'note', note.id, act.do === 'beside' ? { id: thing.id } : thing)
}

const takeReply = (taking: Taking, { filingId, thing, note }: Planned<'reply'>): void => {
  const { library, record } = taking
  const noteId = hereOf(taking, 'note', note)
  if (noteId === undefined) return
  const reply: Reply = { id: library.newId(), noteId, filingId: getNote(library.db, noteId)?.filingId ?? filingId,
    body: bodyFor(taking, thing), text: thing.text, madeAt: thing.madeAt, ...authored(taking, thing.author) }
  putReply(library.db, reply)
  record.steps.push({ entity: 'reply', entityId: reply.id, filingId: reply.filingId, before: null, after: reply })
  nameThing(taking, 'reply', reply.id, thing)
}

const takeDecision = (taking: Taking, { filingId, act, thing }: Planned<'decision'>): void => {
  const { library, record } = taking
  const before = act.do === 'advance' ? getDecision(library.db, act.id) : undefined
  const { kind, exact, source, verdict, links, span, decidedAt } = thing
  const after: Decision = { id: before?.id ?? library.newId(), filingId, kind, node: null, range: source, exact, verdict, decidedAt,
    risks: thing.risks?.map((risk) => riskHere(taking, risk)) ?? null,
    links: links?.map((link) => ({ exact: link.exact, range: link.source })) ?? null,
    span: span && { exact: span.exact, range: span.source }, rev: (before?.rev ?? 0) + 1, ...authored(taking, thing.author) }
  putDecision(library.db, after)
  record.steps.push({ entity: 'decision', entityId: after.id, filingId, before: before ?? null, after })
  if (!before) nameThing(taking, 'decision', after.id, thing)
}

const takeReview = (taking: Taking, { filingId, thing }: Planned<'section-review'>): void => {
  const { library, record } = taking
  const { sequence, title, source, reviewedAt } = thing
  const after: SectionReview = { id: library.newId(), filingId, sequence, section: null, range: source, title, reviewedAt,
    ...authored(taking, thing.author) }
  putSectionReview(library.db, after)
  record.steps.push({ entity: 'section-review', entityId: after.id, filingId, before: null, after })
  nameThing(taking, 'section-review', after.id, thing)
}

const takeThing = (taking: Taking, planned: PlannedThing): void => {
  switch (planned.kind) {
    case 'annotation':
      return takeMark(taking, planned)
    case 'note':
      return takeNote(taking, planned)
    case 'reply':
      return takeReply(taking, planned)
    case 'decision':
      return takeDecision(taking, planned)
    case 'section-review':
      return takeReview(taking, planned)
  }
}

const takeLinks = ({ library: { db }, record, plan }: Taking): void => {
  for (const { older, newer, kind, linkedAt } of plan.facts.links) {
    const [olderId, newerId] = [findBySha256(db, older)?.id, findBySha256(db, newer)?.id]
    if (olderId === undefined || newerId === undefined || getFilingLink(db, olderId, newerId, kind)) continue
    const after: FilingLink = { olderId, newerId, kind, linkedAt }
    putFilingLink(db, after)
    record.steps.push({ entity: 'filing-link', entityId: nameOfLink(after), filingId: newerId, before: null, after })
  }
}

const ORDER: Readonly<Record<PlannedThing['kind'], number>> = { 'annotation': 0, 'note': 1, 'reply': 2, 'decision': 3, 'section-review': 4 }

/** The file that a pack came in. */
export interface PackFile {
  readonly name: string
  readonly sha256: string
}

/** Stores what a plan says as part of the change of that group; all of its filings are here. Nothing where there is nothing to store. */
export const takePack = (library: LibraryContext, libraryId: string, plan: PackPlan, file: PackFile, counts: ImportCounts,
  groupId: string): void => {
  const { facts, things } = plan
  commitChange(library, `Take in ${facts.name}`, (record) => {
    const originId = library.newId()
    const taking: Taking = { library, record, plan, originId,
      home: { db: library.db, libraryId, system: systemOf(facts.libraryId), people: facts.people, filings: new Map(plan.filingIds),
        kinds: ['annotation', 'note'], nameOf: () => '' } }
    const { imported, orphaned, duplicate, quarantined } = counts
    const origin: Origin = { id: originId, format: 'pack', fileName: file.name, fileSha256: file.sha256, importedAt: library.clock(),
      imported, orphaned, duplicate, quarantined }
    putOrigin(library.db, origin)
    record.steps.push({ entity: 'origin', entityId: originId, filingId: null, before: null, after: origin })
    for (const planned of [...things].sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.at - b.at)) takeThing(taking, planned)
    takeLinks(taking)
    if (facts.log?.head && facts.libraryId !== libraryId) keepSeenHead(library.db, facts.libraryId, facts.log.head)
  }, groupId)
  for (const filingId of new Set(things.map((planned) => planned.filingId))) library.emit('work.changed', { filingId })
  library.emit('library.changed', { filingId: null })
}
