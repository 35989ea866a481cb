import { createHash } from 'node:crypto'
import type { Annotation, Tag } from '#contract/annotation'
import type { ImportCounts, ImportOutcomeKind } from '#contract/exchange'
import type { Note, NoteTarget } from '#contract/note'
import type { PersonId, TagId } from '#contract/ids'
import { ME } from '#contract/person'
import type { Person, Reply } from '#contract/person'
import type { Placement } from '#contract/version'
import { bodyOfText, readNoteBody } from '#model/note-body'
import { isAttached } from '#model/verdict'
import type { IncomingNote, IncomingPerson } from '../../domain/exchange/incoming'
import { foldForSearch } from '../../domain/search/search-text'
import { putAnnotation } from '../../store/annotations'
import { listDocuments } from '../../store/documents'
import { findForeign, putForeignId } from '../../store/foreign-ids'
import type { ForeignId } from '../../store/foreign-ids'
import { getFiling } from '../../store/filings'
import { getNote, listNotesOfAnnotations, putNote } from '../../store/notes'
import { putOrigin } from '../../store/origins'
import type { Origin } from '../../store/origins'
import { listPeople, putPerson } from '../../store/people'
import { putPlacement } from '../../store/placements'
import { putQuarantined } from '../../store/quarantine'
import type { Quarantined } from '../../store/quarantine'
import { getReply, putReply } from '../../store/replies'
import { listSections } from '../../store/sections'
import { listTags, putTag } from '../../store/tags'
import { commitChange, stateOfNote } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'
import type { LibraryContext } from '../library-context'
import { soughtKey } from '../versions/carried-work'
import { hashOfBody } from '../work/write-note'
import { ownThing } from './own-things'
import { understoodOf } from './set-aside'
import type { ImportPlan, PlannedItem } from './plan-import'

/** The file that is taken in. */
export interface TakenFile {
  readonly name: string
  readonly sha256: string
  readonly libraryId: string
}

interface Taking {
  readonly library: LibraryContext
  readonly record: ChangeRecord
  readonly file: TakenFile
  readonly originId: string
  /** What things of the file became here, by their names in it. */
  readonly made: Map<string, { readonly kind: 'annotation' | 'note' | 'reply'; readonly id: string }>
}

const UNKNOWN = 'Unknown'

const personOf = ({ library, record, file }: Taking, who: IncomingPerson | null): PersonId | null => {
  if (who?.libraryId === file.libraryId) return null
  const name = who?.name.trim().slice(0, 200) || UNKNOWN
  const libraryId = who?.libraryId ?? null
  const known = listPeople(library.db).find((person) => person.id !== ME && person.name === name && person.libraryId === libraryId)
  if (known) return known.id
  const person: Person = { id: library.newId(), name, libraryId, keyFingerprint: null }
  putPerson(library.db, person)
  record.steps.push({ entity: 'person', entityId: person.id, filingId: null, before: null, after: person })
  return person.id
}

const authored = (taking: Taking, who: IncomingPerson | null): { authorId?: PersonId; originId: string } => {
  const author = personOf(taking, who)
  return { ...(author === null ? {} : { authorId: author }), originId: taking.originId }
}

const tagOf = ({ library, record }: Taking, names: readonly string[]): TagId | null => {
  const [first] = names
  if (first === undefined) return null
  const tags = listTags(library.db)
  for (const name of names) {
    const known = tags.find((tag) => tag.name.toLowerCase() === name.toLowerCase())
    if (known) return known.id
  }
  const name = first.trim().slice(0, 80)
  const tag: Tag = { id: library.newId(), name, colour: 'grey', underline: 'dotted', letter: (name[0] ?? 'T').toUpperCase(),
    shortcut: null }
  putTag(library.db, tag)
  record.steps.push({ entity: 'tag', entityId: tag.id, filingId: null, before: null, after: tag })
  return tag.id
}

const nameThing = ({ library, record, originId }: Taking, kind: string, ownId: string, system: string, foreignName: string,
  sha256: string): void => {
  const name: ForeignId = { id: library.newId(), originId, system, foreignName, kind, ownId, sha256 }
  putForeignId(library.db, name)
  record.steps.push({ entity: 'foreign-id', entityId: name.id, filingId: null, before: null, after: name })
}

/** The editor's state of a note where it can be read as one, else its text as paragraphs. */
const bodyOf = ({ body, text }: IncomingNote): string =>
  body !== null && readNoteBody(body).kind === 'tree' ? body : text === '' ? '' : bodyOfText(text)

const takeNote = (taking: Taking, { filing, item, sha256 }: PlannedItem, incoming: IncomingNote, target: NoteTarget): void => {
  const { library, record } = taking
  const at = library.clock()
  const body = bodyOf(incoming)
  const note: Note = {
    id: library.newId(),
    filingId: filing.id,
    target,
    body,
    text: incoming.text,
    status: incoming.status,
    owner: incoming.owner,
    dueAt: incoming.dueAt,
    askedAt: null,
    answeredAt: null,
    createdAt: incoming.createdAt ?? item.createdAt ?? at,
    modifiedAt: incoming.modifiedAt ?? item.modifiedAt ?? at,
    rev: 1,
    sha256: hashOfBody(body),
    ...authored(taking, incoming.author ?? item.author)
  }
  putNote(library.db, note, foldForSearch(note.text))
  record.steps.push({ entity: 'note', entityId: note.id, filingId: note.filingId, before: null, after: stateOfNote(note) })
  record.journal.push({ kind: 'saved', note })
  const name = incoming.name ?? (target.kind === 'annotation' ? null : item.name)
  if (name !== null) {
    taking.made.set(name, { kind: 'note', id: note.id })
    nameThing(taking, 'note', note.id, item.system, name, sha256)
  } else nameThing(taking, 'note', note.id, 'content', sha256, sha256)
}

const takeMark = (taking: Taking, planned: PlannedItem, selectors: Annotation['selectors']): void => {
  const { library, record } = taking
  const { item, filing, verdict, proposed, sha256 } = planned
  const at = library.clock()
  const annotation: Annotation = { id: library.newId(), filingId: filing.id, tagId: tagOf(taking, item.tags), selectors, verdict,
    createdAt: item.createdAt ?? at, modifiedAt: item.modifiedAt ?? item.createdAt ?? at, rev: 1, ...authored(taking, item.author) }
  putAnnotation(library.db, annotation, foldForSearch(selectors.quote.exact))
  record.steps.push({ entity: 'annotation', entityId: annotation.id, filingId: filing.id, before: null, after: annotation })
  if (!isAttached(verdict)) {
    const placement: Placement = { annotationId: annotation.id, filingId: filing.id, verdict, state: 'waiting', selectors: proposed,
      soughtFor: soughtKey(selectors, filing.textSha256), modifiedAt: at }
    putPlacement(library.db, placement)
    record.steps.push({ entity: 'placement', entityId: `${annotation.id}/${filing.id}`, filingId: filing.id, before: null,
      after: placement })
  }
  if (item.name !== null) taking.made.set(item.name, { kind: 'annotation', id: annotation.id })
  nameThing(taking, 'annotation', annotation.id, item.name === null ? 'content' : item.system, item.name ?? sha256, sha256)
  for (const note of item.notes) takeNote(taking, planned, note, { kind: 'annotation', annotationId: annotation.id })
}

/** The note that is answered: by its name in the file or here, of a mark its first note. Null where the mark has none. */
const answered = ({ library, made, file }: Taking, names: readonly string[],
  system: string): { readonly noteId: string | null; readonly annotationId: string | null } => {
  for (const name of [...names].reverse()) {
    const own = ownThing(library.db, file.libraryId, name)
    const foreign = findForeign(library.db, system, name)[0]
    const id = made.get(name)?.id ?? own?.id ?? foreign?.ownId
    if (id === undefined) continue
    const reply = getReply(library.db, id)
    const note = getNote(library.db, reply?.noteId ?? id)
    if (note) return { noteId: note.id, annotationId: null }
    const first = listNotesOfAnnotations(library.db, [id])[0]
    return { noteId: first?.id ?? null, annotationId: id }
  }
  return { noteId: null, annotationId: null }
}

const changeNote = ({ library, record }: Taking, before: Note, changed: Partial<Pick<Note, 'status' | 'answeredAt'>>): void => {
  const after: Note = { ...before, ...changed, rev: before.rev + 1, modifiedAt: library.clock() }
  putNote(library.db, after, foldForSearch(after.text))
  record.steps.push({ entity: 'note', entityId: after.id, filingId: after.filingId, before: stateOfNote(before),
    after: stateOfNote(after) })
  record.journal.push({ kind: 'saved', note: after })
}

/** An answer that came back answers its question; it closes none. */
const markAnswered = (taking: Taking, noteId: string, answeredAt: string): void => {
  const note = getNote(taking.library.db, noteId)
  if (note?.status === 'open' || note?.status === 'asked') changeNote(taking, note, { status: 'answered', answeredAt })
}

const closeQuestion = (taking: Taking, { item }: PlannedItem, to: readonly string[]): void => {
  const { noteId } = answered(taking, to, item.system)
  const note = noteId === null ? undefined : getNote(taking.library.db, noteId)
  if (note && note.status !== 'closed') changeNote(taking, note, { status: 'closed' })
}

const takeReply = (taking: Taking, planned: PlannedItem, to: readonly string[], answers: boolean): void => {
  const { library, record } = taking
  const { item, filing, sha256 } = planned
  const { noteId, annotationId } = answered(taking, to, item.system)
  for (const incoming of item.notes) {
    if (noteId === null) {
      takeNote(taking, planned, incoming, annotationId === null ? { kind: 'filing' } : { kind: 'annotation', annotationId })
      continue
    }
    const reply: Reply = { id: library.newId(), noteId, filingId: getNote(library.db, noteId)?.filingId ?? filing.id,
      body: bodyOf(incoming), text: incoming.text, madeAt: incoming.createdAt ?? item.createdAt ?? library.clock(),
      ...authored(taking, incoming.author ?? item.author) }
    putReply(library.db, reply)
    record.steps.push({ entity: 'reply', entityId: reply.id, filingId: reply.filingId, before: null, after: reply })
    if (answers) markAnswered(taking, noteId, reply.madeAt)
    if (item.name !== null) taking.made.set(item.name, { kind: 'reply', id: reply.id })
    nameThing(taking, 'reply', reply.id, item.name === null ? 'content' : item.system, item.name ?? sha256, sha256)
  }
}

const sectionOf = ({ library }: Taking, filingId: string, title: string): string => {
  for (const { key } of listDocuments(library.db, filingId)) {
    const section = listSections(library.db, key).find((one) => one.title === title)
    if (section) return section.id
  }
  return ''
}

const takeItem = (taking: Taking, planned: PlannedItem): void => {
  const { item, filing, selectors } = planned
  const { target } = item
  switch (target.kind) {
    case 'words':
      if (selectors) takeMark(taking, planned, selectors)
      return
    case 'reply':
      takeReply(taking, planned, target.to, target.answers ?? false)
      return
    case 'close':
      closeQuestion(taking, planned, target.to)
      return
    case 'section':
      for (const note of item.notes)
        takeNote(taking, planned, note, { kind: 'section', sectionId: sectionOf(taking, filing.id, target.title), title: target.title })
      return
    case 'filing':
      for (const note of item.notes) takeNote(taking, planned, note, { kind: 'filing' })
  }
}

const takeItems = (taking: Taking, planned: readonly PlannedItem[], originOf: (planned: PlannedItem) => string): void => {
  const here = planned.filter(({ filing }) => getFiling(taking.library.db, filing.id) !== undefined)
  // What is answered comes before its answers, and a question is closed when it was answered.
  const turn = ({ item: { target } }: PlannedItem): number => target.kind === 'close' ? 2 : target.kind === 'reply' ? 1 : 0
  for (const now of [0, 1, 2])
    for (const one of here.filter((some) => turn(some) === now)) takeItem({ ...taking, originId: originOf(one) }, one)
}

/** Stores items that waited, each as of the import that brought it, as a part of a change. */
export const takeWaiting = (library: LibraryContext, record: ChangeRecord, libraryId: string, planned: readonly PlannedItem[],
  originOf: (planned: PlannedItem) => string): void =>
  takeItems({ library, record, file: { name: '', sha256: '', libraryId }, originId: '', made: new Map() }, planned, originOf)

const keepQuarantined = ({ library, record, originId }: Taking, plan: ImportPlan): void => {
  for (const { place, reason, raw, item } of plan.quarantined) {
    const understood = item && understoodOf(item)
    const waiting: Quarantined = { id: library.newId(), originId, reason, place, raw, putAt: library.clock(),
      ...(understood === null ? {} : { understood }) }
    putQuarantined(library.db, waiting)
    record.steps.push({ entity: 'quarantined', entityId: waiting.id, filingId: null, before: null, after: waiting })
  }
}

const keepOrigin = ({ library, record, file, originId }: Taking, { format, counts }: ImportPlan): void => {
  const { imported, orphaned, duplicate, quarantined } = counts
  const origin: Origin = { id: originId, format, fileName: file.name, fileSha256: file.sha256, importedAt: library.clock(), imported,
    orphaned, duplicate, quarantined }
  putOrigin(library.db, origin)
  record.steps.push({ entity: 'origin', entityId: originId, filingId: null, before: null, after: origin })
}

/** The hash of a file's text. */
export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** What is left of a plan where the reader leaves out items, which are named by their places in the file, from 0. */
const without = (plan: ImportPlan, leftOut: ReadonlySet<number>): ImportPlan => {
  if (leftOut.size === 0) return plan
  const kept = ({ index }: { readonly index: number }): boolean => !leftOut.has(index)
  const count = (kind: ImportOutcomeKind): number => plan.items.filter(({ outcome }, at) => outcome === kind && !leftOut.has(at)).length
  return { ...plan, planned: plan.planned.filter(kept), quarantined: plan.quarantined.filter(kept),
    counts: { ...plan.counts, imported: count('imported'), orphaned: count('orphaned'), quarantined: count('quarantined') } }
}

/**
 * Stores what a plan says, but for the items that the reader leaves out, as one change that one undo takes back. Where there is nothing to
 * store, nothing changes. Answers how many items of each outcome were stored, with `read` and `duplicate` as the plan has them.
 */
export const takeIn = (library: LibraryContext, whole: ImportPlan, file: TakenFile, leftOut: readonly number[] = []): ImportCounts => {
  const plan = without(whole, new Set(leftOut))
  if (plan.planned.length === 0 && plan.quarantined.length === 0) return plan.counts
  commitChange(library, `Take in ${file.name}`, (record) => {
    record.kind = 'import'
    const originId = library.newId()
    const taking: Taking = { library, record, file, originId, made: new Map() }
    keepOrigin(taking, plan)
    takeItems(taking, plan.planned, () => originId)
    keepQuarantined(taking, plan)
  })
  for (const filingId of new Set(plan.planned.map(({ filing }) => filing.id))) library.emit('work.changed', { filingId })
  library.emit('library.changed', { filingId: null })
  return plan.counts
}
