import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { Note } from '#contract/note'
import type { Change, WorkEntity } from '../../store/changes'
import { listNewest } from '../../store/changes'
import { putForeignId } from '../../store/foreign-ids'
import { putOrigin } from '../../store/origins'
import { putPerson } from '../../store/people'
import { putQuarantined } from '../../store/quarantine'
import { listReplies } from '../../store/replies'
import { all } from '../../store/sql'
import { commitChange } from '../journal/record-changes'
import { dismissSetAside } from '../exchange/set-aside'
import { addReply, keepSent, removeReply, saveReply } from '../work/people'
import { addAnnotation, moveAnnotation, retagAnnotation, retagAnnotations } from '../work/annotate'
import { attachOrphan, dismissOrphan } from '../versions/attach-orphan'
import { setDecision, setDecisions } from '../work/decide'
import type { DecisionRequest } from '../work/decide'
import { addFolder, moveFolder, putIntoFolder, removeFolder, renameFolder, takeFromFolder } from '../work/folders'
import type { LibraryContext } from '../library-context'
import { removeTemplate, saveTemplate } from '../work/note-templates'
import { hideRisk, saveRisk } from '../work/risks'
import { listUnwanted } from '../../store/unwanted'
import { addUnwanted, removeUnwanted } from '../work/unwanted'
import type { UnwantedRequest } from '../work/unwanted'
import { forgetSearch, saveSearch } from '../work/saved-searches'
import { listSectionReviews, setSectionReviewed } from '../work/section-reviews'
import { removeTag, saveTag } from '../work/tags'
import { removeAnnotation, removeAnnotations } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from './temporary-library'
import type { TemporaryLibrary } from './temporary-library'
import { trashFilings } from '../work/trash-filings'
import { draftOn } from './version-fixture'
import { describeFilings } from '../work/write-details'
import { addNote, removeNote, saveNote, setNoteStatus } from '../work/write-note'
import { pattern } from '#model/pattern'

const TAG = { id: 'own', name: 'Own', colour: 'teal', underline: 'solid', letter: 'O', shortcut: null } as const

const NEWER = RELEASE.replace('improvement of 63%', 'improvement of 64%').replace('SECOND TRIAL', 'SECOND TRIAL, CORRECTED')

/** A library in which something of every kind is there already, and what acts need of it; for tests. */
export class Desk {
  constructor(readonly library: TemporaryLibrary, readonly filing: FilingId, readonly newer: FilingId, readonly folder: string,
    readonly inner: string) {}
  get context(): LibraryContext {
    return this.library.services.library
  }
  get annotation(): Annotation {
    return found(this.work.annotations[0])
  }
  get other(): Annotation {
    return found(this.work.annotations[1])
  }
  get note(): Note {
    return found(this.work.notes[0])
  }
  get work(): { readonly annotations: readonly Annotation[]; readonly notes: readonly Note[] } {
    return valueOf(this.library.services.reader.work(this.filing))
  }
}

/** A value that has to be there. */
export const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not there')
  return value
}

const finding = (verdict: DecisionRequest['verdict'], more: Partial<DecisionRequest> = {}) => (desk: Desk): unknown =>
  valueOf(setDecision(desk.context, {
    filingId: desk.filing,
    kind: 'finding',
    node: 'd1f0',
    range: { start: 0, end: 7 },
    exact: 'EXHIBIT',
    verdict,
    risks: null,
    ...more
  }))

const unwantedFinding = (desk: Desk): UnwantedRequest => ({
  filingId: desk.filing,
  suggestion: { kind: 'finding', node: 'd1f0', range: { start: 0, end: 7 }, exact: 'EXHIBIT of lanterns' },
  company: null
})

const many = (verdict: 'accepted' | 'rejected' | null) => (desk: Desk): unknown =>
  valueOf(
    setDecisions(desk.context, desk.filing,
      ['d1f0', 'd1f1', 'd1f2'].map((node, at) => ({ kind: 'finding' as const, node, range: { start: at, end: at + 7 }, exact: 'EXHIBIT' })),
      verdict)
  )

const write = (text: string) => (desk: Desk): unknown => {
  desk.library.wait(60_000)
  return valueOf(saveNote(desk.context, { id: desk.note.id, rev: desk.note.rev, body: JSON.stringify(text), text }))
}

const section = async (desk: Desk): Promise<string> => {
  const { sections } = valueOf(await desk.library.services.reader.document(desk.filing, 1))
  return found(sections.find(({ title }) => title !== '')).id
}

const own = (desk: Desk): string => found(listed(desk).find(({ entity }) => entity === 'saved-search' || entity === 'template')).entityId

/** The newest changes, the last first. */
export const listed = (desk: Desk): readonly Change[] =>
  listNewest(desk.context.db, { filingId: null, entityId: null }, Number.MAX_SAFE_INTEGER, 50)

/** One act: what must have been done before it, and the act. */
export interface Act {
  readonly before?: (desk: Desk) => unknown
  readonly act: (desk: Desk) => unknown
}

const takeIn = (desk: Desk): unknown =>
  commitChange(desk.context, 'Take in work', (record) => {
    const originId = 'origin-1'
    const step = <S extends { readonly id: string }>(entity: 'person' | 'origin' | 'foreign-id' | 'quarantined',
      put: (db: LibraryContext['db'], state: S) => void, state: S): void => {
      put(desk.context.db, state)
      record.steps.push({ entity, entityId: state.id, filingId: null, before: null, after: state })
    }
    step('person', putPerson, { id: 'p1', name: 'Bo', libraryId: null, keyFingerprint: null })
    step('origin', putOrigin, { id: originId, format: 'w3c', fileName: 'a.jsonld', fileSha256: 'aa', importedAt: '2026', imported: 1,
      orphaned: 0, duplicate: 0, quarantined: 1 })
    step('foreign-id', putForeignId, { id: 'n1', originId, system: 'w3c', foreignName: 'urn:1', kind: 'annotation',
      ownId: desk.annotation.id, sha256: 'aa' })
    step('quarantined', putQuarantined, { id: 'q1', originId, reason: 'Unknown filing', place: 'item 2', raw: '{}', putAt: '2026' })
  })

const link = (desk: Desk): unknown => desk.library.services.versions.link(desk.filing, desk.newer, 'version')

/** Every act of every kind. A new kind of thing without an act is an error of types. */
export const ACTS: Readonly<Record<WorkEntity, Readonly<Record<string, Act>>>> = {
  annotation: {
    'add a highlight': { act: async (desk) => addAnnotation(desk.context, await draftOn(desk.library, desk.filing, 'active patch')) },
    'change its tag': { act: (desk) => retagAnnotation(desk.context, desk.annotation.id, desk.annotation.rev, 'positive') },
    'move it': {
      act: async (desk) =>
        moveAnnotation(desk.context, desk.annotation.id, desk.annotation.rev, await draftOn(desk.library, desk.filing, 'active patch'))
    },
    'remove it with its note': { act: (desk) => removeAnnotation(desk.context, desk.annotation.id, desk.annotation.rev) },
    'change the tag of many': {
      act: (desk) => retagAnnotations(desk.context, desk.work.annotations.map(({ id, rev }) => ({ id, rev })), 'figure')
    },
    'remove many': { act: (desk) => removeAnnotations(desk.context, desk.work.annotations.map(({ id, rev }) => ({ id, rev }))) }
  },
  decision: {
    accept: { act: finding('accepted') },
    'reject what was accepted': { before: finding('accepted'), act: finding('rejected') },
    'correct risk tags': { before: finding('accepted'), act: finding('accepted', { risks: ['competition'] }) },
    'correct cautions': { before: finding('accepted'),
      act: finding('accepted', { links: [{ exact: 'trials may fail', range: { start: 1, end: 5 } }] }) },
    'correct words': { before: finding('accepted'), act: finding('accepted', { span: { exact: 'EXH', range: { start: 0, end: 3 } } }) },
    'take back': { before: finding('accepted'), act: finding(null) },
    'accept many': { act: many('accepted') },
    'take many back': { before: many('rejected'), act: many(null) }
  },
  note: {
    'add a note': { act: (desk) => addNote(desk.context, desk.filing, { kind: 'filing' }) },
    'write it': { act: write('Ask for the protocol.') },
    'write more': { before: write('Ask'), act: write('Ask again') },
    'move it on': {
      act: (desk) =>
        setNoteStatus(desk.context, { id: desk.note.id, rev: desk.note.rev, status: 'asked', owner: 'Finance', dueAt: '2026-02-01' })
    },
    'remove it': { before: write('Words'), act: (desk) => removeNote(desk.context, desk.note.id, desk.note.rev) }
  },
  tag: {
    'make a tag': { act: (desk) => saveTag(desk.context, TAG) },
    'edit a tag': { act: (desk) => saveTag(desk.context, { ...TAG, id: 'risk', name: 'Peril' }) },
    'remove a tag with its highlights': { act: (desk) => removeTag(desk.context, 'risk') }
  },
  risk: {
    'make a risk tag': { act: (desk) => saveRisk(desk.context, { id: null, label: 'Tariffs', group: 'finance' }) },
    'rename one that came along': { act: (desk) => saveRisk(desk.context, { id: 'competition', label: 'Rivals', group: 'operations' }) },
    'hide one': { act: (desk) => hideRisk(desk.context, 'competition', true) }
  },
  template: {
    'save a template': { act: (desk) => saveTemplate(desk.context, null, 'Call', '{}') },
    'remove a template': { before: (desk) => saveTemplate(desk.context, null, 'Call', '{}'),
      act: (desk) => removeTemplate(desk.context, own(desk)) }
  },
  filing: {
    import: { act: (desk) => desk.library.add('third.txt', `${RELEASE}Third.`) },
    'import many': {
      act: async (desk) => {
        const paths = [1, 2, 3].map((number) => `${desk.library.folder}/many-${String(number)}.txt`)
        for (const path of paths) writeFileSync(path, `${RELEASE}${path}`)
        await desk.library.services.queue.add(paths, desk.folder, false)
        await desk.library.services.queue.idle()
      }
    },
    'move to trash': { act: (desk) => desk.library.services.reader.trash(desk.filing) },
    'move many to trash': { act: (desk) => trashFilings(desk.context, [desk.filing, desk.newer], true) },
    'restore many': { before: (desk) => trashFilings(desk.context, [desk.filing, desk.newer], true),
      act: (desk) => trashFilings(desk.context, [desk.filing, desk.newer], false) },
    'restore by importing the same bytes': { before: (desk) => desk.library.services.reader.trash(desk.filing),
      act: (desk) => desk.library.add('again.txt', RELEASE) }
  },
  folder: {
    'add a folder': { act: (desk) => addFolder(desk.context, 'Third', desk.inner) },
    'rename a folder': { act: (desk) => renameFolder(desk.context, desk.folder, 'Named') },
    'move a folder': { act: (desk) => moveFolder(desk.context, desk.inner, null, desk.folder) },
    'remove folders with filings in them': { act: (desk) => removeFolder(desk.context, desk.folder) },
    'remove a folder that is watched': {
      before: (desk) => {
        const inbox = join(desk.library.folder, 'inbox')
        mkdirSync(inbox)
        valueOf(desk.library.services.watcher.add(inbox, desk.folder))
      },
      act: (desk) => removeFolder(desk.context, desk.folder)
    }
  },
  'folder-filing': {
    'put a filing into a folder': { act: (desk) => putIntoFolder(desk.context, desk.inner, [desk.newer]) },
    'take a filing out': { act: (desk) => takeFromFolder(desk.context, desk.inner, [desk.filing], null) },
    'move a filing to another folder': { act: (desk) => takeFromFolder(desk.context, desk.inner, [desk.filing], desk.folder) }
  },
  'filing-details': {
    'describe many': {
      act: (desk) => describeFilings(desk.context, [desk.filing, desk.newer], { company: 'Another', period: '2006-12-31' })
    },
    'take the header’s word again': { before: (desk) => describeFilings(desk.context, [desk.filing], { company: 'Another', form: '8-K' }),
      act: (desk) => describeFilings(desk.context, [desk.filing], { company: null }) }
  },
  'section-review': {
    'mark a section as reviewed': { act: async (desk) => setSectionReviewed(desk.context, desk.filing, 1, await section(desk), true) },
    'take the mark back': {
      before: async (desk) => setSectionReviewed(desk.context, desk.filing, 1, await section(desk), true),
      act: (desk) =>
        setSectionReviewed(desk.context, desk.filing, 1, found(valueOf(listSectionReviews(desk.context, desk.filing))[0]).section ?? '',
          false)
    }
  },
  'filing-link': {
    'link a later version': { act: link },
    'link a family': { act: (desk) => desk.library.services.versions.link(desk.filing, desk.newer, 'family') },
    unlink: { before: link, act: (desk) => desk.library.services.versions.unlink(desk.filing, desk.newer, 'version') }
  },
  placement: {
    'attach a highlight in a later version': { before: link,
      act: async (desk) => attachOrphan(desk.context, desk.annotation.id, await draftOn(desk.library, desk.newer, 'improvement of 64%')) },
    'dismiss a highlight from a later version': { before: link,
      act: (desk) => dismissOrphan(desk.context, desk.annotation.id, desk.newer, true) }
  },
  'watched-folder': {
    'watch a folder': {
      act: (desk) => {
        const inbox = join(desk.library.folder, 'inbox')
        mkdirSync(inbox)
        return desk.library.services.watcher.add(inbox, desk.folder)
      }
    }
  },
  reply: {
    'answer a note': { act: (desk) => addReply(desk.context, desk.note.id, { body: '', text: 'Yes.' }) },
    'write the answer anew': { before: (desk) => addReply(desk.context, desk.note.id, { body: '', text: 'Yes.' }),
      act: (desk) => saveReply(desk.context, found(listReplies(desk.context.db, desk.filing)[0]).id, { body: '', text: 'No.' }) },
    'take the answer away': { before: (desk) => addReply(desk.context, desk.note.id, { body: '', text: 'Yes.' }),
      act: (desk) => removeReply(desk.context, found(listReplies(desk.context.db, desk.filing)[0]).id) }
  },
  person: { 'take in the work of somebody': { act: takeIn } },
  origin: { 'take in a file': { act: takeIn } },
  'foreign-id': { 'take in what has a name': { act: takeIn } },
  quarantined: {
    'take in what is not understood': { act: takeIn },
    'let it go': { before: takeIn, act: (desk) => dismissSetAside(desk.context, ['q1']) }
  },
  sent: {
    'send a note': {
      act: (desk) =>
        keepSent(desk.context, [{ token: 'ABCDEFGH', noteId: desk.note.id, rev: 1, sha256: 'aa', format: 'docx', fileSha256: 'bb' }])
    }
  },
  unwanted: {
    'reject and do not suggest the like': { act: (desk) => addUnwanted(desk.context, unwantedFinding(desk)) },
    'suggest the like again': { before: (desk) => addUnwanted(desk.context, unwantedFinding(desk)),
      act: (desk) => removeUnwanted(desk.context, found(listUnwanted(desk.context.db)[0]).id) }
  },
  'saved-search': {
    'save a search': { act: (desk) => saveSearch(desk.context, { id: null, name: 'Risks', query: 'tag:risk', folderId: desk.folder }) },
    'forget a search': { before: (desk) => saveSearch(desk.context, { id: null, name: 'Risks', query: 'tag:risk', folderId: desk.folder }),
      act: (desk) => forgetSearch(desk.context, own(desk)) }
  }
}

/** Tables that hold what the machine made, or a record of what was done. */
const NOT_SEEN = pattern()`
  ^(sqlite_|seal$|block|section$|sentence|analysis|document|suggestion|risk_place|change_log|change_seal|note_revision|setting
  |reading_position|pending_import|watched_file|.*_search(_|$))`

/** Columns that count or time changes, and those that only say how rows are kept. */
const UNSEEN = new Set(['rev', 'modified_at', 'key', 'ordinal', 'words', 'sought_for'])

/** Everything the analyst made and the filings out of the trash, row by row, but for what only ever grows. */
export const seen = ({ context: { db } }: Desk): readonly string[] => {
  const tables = all<{ name: string }>(db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
    .map(({ name }) => name).filter((name) => !NOT_SEEN.test(name) || name === 'saved_search')
  const rows = (table: string): Record<string, unknown>[] =>
    all<Record<string, unknown>>(db, `SELECT * FROM ${table}`).filter((row) =>
      table === 'filing' ? row['trashed_at'] === null : table !== 'placement' || row['state'] === 'hand' || row['state'] === 'dismissed'
    )
  return tables.flatMap((table) =>
    rows(table).map((row) =>
      `${table} ${JSON.stringify(Object.entries(row).filter(([name]) => !UNSEEN.has(name) || (table === 'folder' && name === 'ordinal')))}`
    )
  ).sort()
}

/** A library with two filings, folders, highlights and a note, to act on. */
export const openDesk = async (): Promise<Desk> => {
  const library = createTemporaryLibrary()
  const filing = await library.add('release.txt', RELEASE)
  const newer = await library.add('newer.txt', NEWER)
  const context = library.services.library
  const folder = found(valueOf(addFolder(context, 'Deal', null))[0]).id
  const inner = found(valueOf(addFolder(context, 'Inner', folder)).find(({ name }) => name === 'Inner')).id
  valueOf(putIntoFolder(context, inner, [filing]))
  const first = valueOf(addAnnotation(context, { ...await draftOn(library, filing, 'improvement of 63%'), tagId: 'risk' }))
  valueOf(addAnnotation(context, { ...await draftOn(library, filing, 'primary endpoint'), tagId: 'risk' }))
  valueOf(addNote(context, filing, { kind: 'annotation', annotationId: first.id }))
  return new Desk(library, filing, newer, folder, inner)
}

/** The same desk over the library opened again. */
export const deskOf = (desk: Desk, library: TemporaryLibrary): Desk => new Desk(library, desk.filing, desk.newer, desk.folder, desk.inner)
