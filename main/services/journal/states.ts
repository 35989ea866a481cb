import { z } from 'zod'
import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { Encoding } from '#contract/filing'
import type { FilingDetails } from '#contract/filing-details'
import type { Note } from '#contract/note'
import type { NoteTemplate } from '#contract/note-template'
import type { Person, Reply } from '#contract/person'
import type { SectionReview } from '#contract/review'
import type { Unwanted } from '#contract/unwanted'
import type { FilingLink, Placement } from '#contract/version'
import type { WorkEntity } from '../../store/changes'
import type { FolderFiling, FolderRecord } from '../../store/folders'
import type { ForeignId } from '../../store/foreign-ids'
import type { Origin } from '../../store/origins'
import type { Quarantined } from '../../store/quarantine'
import type { SentNote } from '../../store/sent-notes'
import type { WholeRisk } from '../../store/risks'
import type { SavedSearchRecord } from '../../store/saved-searches'
import type { WatchedRecord } from '../../store/watched'

/** A folder as the history keeps it; `watched` are the folders of the disk whose files came into it when it was removed. */
export interface FolderState extends FolderRecord {
  readonly watched?: readonly string[]
}

/** What a line of the journal may tell of a filing: at its import all of its file, later what changed. */
export interface FilingState {
  readonly id?: string
  readonly fileName?: string
  readonly bytes?: number
  readonly sha256?: string
  readonly importedAt?: string
  readonly trashedAt?: string | null
  readonly encoding?: Encoding | null
}

/** A thing of each kind as the journal keeps it. */
export interface States {
  'annotation': Omit<Annotation, 'carried'>
  'decision': Decision
  'note': Note
  'tag': Tag
  'risk': WholeRisk
  'template': NoteTemplate
  'filing': FilingState
  'folder': FolderState
  'folder-filing': FolderFiling
  'filing-details': Partial<FilingDetails>
  'section-review': SectionReview
  'filing-link': FilingLink
  'placement': Placement
  'saved-search': SavedSearchRecord
  'unwanted': Unwanted
  'watched-folder': WatchedRecord
  'person': Person
  'reply': Reply
  'origin': Origin
  'foreign-id': ForeignId
  'quarantined': Quarantined
  'sent': SentNote
}

const text = z.string()
const id = z.string().min(1)
const offset = z.int().min(0)
const rev = z.int().min(1)
const range = z.object({ start: offset, end: offset })
const cut = z.object({ exact: text, range })

const verdict = z.enum(['intact', 'moved', 'reworded', 'number-changed', 'polarity-changed', 'ambiguous', 'gone'])

const selectors = z.object({
  position: range,
  quote: z.object({ exact: text, prefix: text, suffix: text }),
  sectionPath: z.array(text),
  textSha256: text,
  parserVersion: z.int()
})

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('annotation'), annotationId: id }),
  z.object({ kind: z.literal('section'), sectionId: text, title: text }),
  z.object({ kind: z.literal('filing') })
])

/** Whose a thing is and where it came from. */
const authored = { authorId: id.exactOptional(), originId: id.exactOptional() }

const detail = text.nullable().exactOptional()

/** What a state of each kind must look like before it is believed. */
export const SCHEMAS: { readonly [E in WorkEntity]: z.ZodType<States[E]> } = {
  'annotation': z.object({ id, filingId: id, tagId: id.nullable(), selectors, verdict, createdAt: text, modifiedAt: text, rev,
    ...authored }),
  'decision': z.object({
    id,
    filingId: id,
    kind: z.enum(['finding', 'forward-looking']),
    node: text.nullable(),
    range,
    exact: text,
    verdict: z.enum(['accepted', 'rejected']),
    risks: z.array(text).nullable(),
    links: z.array(cut).nullable().exactOptional(),
    span: cut.nullable().exactOptional(),
    decidedAt: text,
    rev,
    ...authored
  }),
  'note': z.object({
    id,
    filingId: id,
    target,
    body: text,
    text,
    status: z.enum(['none', 'open', 'asked', 'answered', 'closed']),
    owner: text.nullable(),
    dueAt: text.nullable(),
    askedAt: text.nullable().exactOptional(),
    answeredAt: text.nullable().exactOptional(),
    createdAt: text,
    modifiedAt: text,
    rev,
    sha256: text,
    ...authored
  }),
  'tag': z.object({
    id,
    name: text,
    colour: z.enum(['yellow', 'green', 'blue', 'pink', 'orange', 'violet', 'teal', 'grey']),
    underline: z.enum(['solid', 'dashed', 'dotted', 'double', 'wavy']),
    letter: text,
    shortcut: text.nullable()
  }),
  'risk': z.object({ id, label: text, scope: text, group: z.enum(['development', 'operations', 'finance', 'surroundings']),
    hidden: z.boolean(), own: z.boolean() }),
  'template': z.object({ id, name: text, body: text, modifiedAt: text }),
  'filing': z.object({
    id: id.exactOptional(),
    fileName: text.exactOptional(),
    bytes: offset.exactOptional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/).exactOptional(),
    importedAt: text.exactOptional(),
    trashedAt: text.nullable().exactOptional(),
    encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).nullable().exactOptional()
  }),
  'folder': z.object({ id, parentId: id.nullable(), name: text, ordinal: z.int(), createdAt: text,
    watched: z.array(text).exactOptional() }),
  'folder-filing': z.object({ folderId: id, filingId: id, addedAt: text }),
  'filing-details': z.object({ title: detail, company: detail, form: detail, exhibit: detail, cik: detail, accession: detail,
    filedAt: detail, period: detail }),
  'section-review': z.object({ id, filingId: id, sequence: offset, section: text.nullable(), range, title: text, reviewedAt: text,
    ...authored }),
  'filing-link': z.object({ olderId: id, newerId: id, kind: z.enum(['version', 'family']), linkedAt: text }),
  'placement': z.object({
    annotationId: id,
    filingId: id,
    verdict,
    state: z.enum(['itself', 'hand', 'waiting', 'dismissed', 'unsought']),
    selectors: selectors.nullable(),
    soughtFor: text,
    modifiedAt: text
  }),
  'saved-search': z.object({ id, name: text, query: text, folderId: id.nullable(), createdAt: text }),
  'unwanted': z.object({ id, kind: z.enum(['finding', 'forward-looking']), company: text.nullable(), exact: text, createdAt: text }),
  'watched-folder': z.object({ id, path: text, folderId: id.nullable(), addedAt: text }),
  'person': z.object({ id, name: text, libraryId: text.nullable(), keyFingerprint: text.nullable() }),
  'reply': z.object({ id, noteId: id, filingId: id, body: text, text, madeAt: text, ...authored }),
  'origin': z.object({ id, format: text, fileName: text, fileSha256: text, importedAt: text, imported: offset, orphaned: offset,
    duplicate: offset, quarantined: offset }),
  'foreign-id': z.object({ id, originId: id, system: text, foreignName: text, kind: text, ownId: id, sha256: text }),
  'quarantined': z.object({ id, originId: id, reason: text, place: text, raw: text, putAt: text, understood: text.exactOptional() }),
  'sent': z.object({ id, token: text, noteId: id, rev, sha256: text, format: text, fileSha256: text, sentAt: text })
}

/** Whether a word names a kind of work. */
export const isWorkEntity = (word: string): word is WorkEntity => Object.hasOwn(SCHEMAS, word)
