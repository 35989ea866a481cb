import { z } from 'zod'
import type { CallName, Calls } from '#contract/calls'
import { CITATION_GUARDS } from './citations'
import { COMPARE_GUARDS } from './compare'
import { EMBEDDED_GUARDS } from './embedded'
import { FOLDER_GUARDS } from './folders'
import { draft, id, LIMITS, nothing, offset, range, rev, sequence } from './guard-parts'
import { QUEUE_GUARDS } from './queue'
import { REVIEW_GUARDS } from './review'
import { SEARCH_GUARDS } from './search'
import { SESSION_GUARDS } from './session'
import { TEMPLATE_GUARDS } from './templates'
import { HISTORY_GUARDS } from './history'
import { UNWANTED_GUARDS } from './unwanted'
import { VERSION_GUARDS } from './versions'
import { EXCHANGE_GUARDS } from './exchange'
import { PACK_GUARDS } from './packs'
import { SHELL_GUARDS } from './window'

const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'contrast']).exactOptional(),
  fontSize: z.number().min(8).max(64).exactOptional(),
  measure: z.number().min(30).max(200).exactOptional(),
  lineHeight: z.number().min(1).max(3).exactOptional(),
  font: z.enum(['serif', 'sans', 'mono', 'legible']).exactOptional(),
  author: z.string().max(LIMITS.name).exactOptional(),
  dates: z.enum(['words', 'iso']).exactOptional(),
  citation: z.enum(['people', 'short', 'bluebook', 'accession', 'evidence']).exactOptional(),
  goOn: z.boolean().exactOptional(),
  keys: z.record(z.string().min(1).max(LIMITS.name), z.string().min(1).max(40)).exactOptional()
})

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('annotation'), annotationId: id }),
  z.strictObject({ kind: z.literal('section'), sectionId: id, title: z.string().max(LIMITS.words) }),
  z.strictObject({ kind: z.literal('filing') })
])

const tag = z.strictObject({
  id,
  name: z.string().trim().min(1).max(60),
  colour: z.enum(['yellow', 'green', 'blue', 'pink', 'orange', 'violet', 'teal', 'grey']),
  underline: z.enum(['solid', 'dashed', 'dotted', 'double', 'wavy']),
  letter: z.string().min(1).max(2),
  shortcut: z.string().regex(/^\d$/).nullable()
})

const suggestion = { kind: z.enum(['finding', 'forward-looking']), node: id, range, exact: z.string().max(LIMITS.quote) }

const cut = z.strictObject({ exact: z.string().min(1).max(LIMITS.quote), range })

const ofFiling = z.strictObject({ filingId: id })

/** One guard for each call: exactly what the contract says, and not a key more. */
export const GUARDS: { readonly [N in CallName]: z.ZodType<Calls[N]['args']> } = {
  'workspace.get': nothing,
  'settings.set': settings,
  'library.list': z.strictObject({ trashed: z.boolean() }),
  'library.some': z.strictObject({ filingIds: z.array(id).max(1000) }),
  'library.choose': nothing,
  'library.import': z.strictObject({ paths: z.array(z.string().min(1).max(LIMITS.path)).max(LIMITS.paths) }),
  'library.importSample': nothing,
  'library.cancel': z.strictObject({ job: id }),
  'library.trash': ofFiling,
  'library.restore': ofFiling,
  'filing.open': ofFiling,
  'filing.document': z.strictObject({ filingId: id, sequence }),
  'filing.facts': z.strictObject({ filingId: id, sequence }),
  'filing.work': ofFiling,
  'filing.source': z.strictObject({ filingId: id, range }),
  'filing.leave': z.strictObject({ filingId: id, sequence, position: offset }),
  'filing.reencode': z.strictObject({ filingId: id, encoding: z.string().max(40) }),
  'compare.documents': z.strictObject({ left: z.strictObject({ filingId: id, sequence }),
    right: z.strictObject({ filingId: id, sequence }) }),
  'annotation.add': draft,
  'annotation.addMany': z.strictObject({ drafts: z.array(draft).max(1000) }),
  'annotation.retag': z.strictObject({ id, rev, tagId: id.nullable() }),
  'annotation.move': z.strictObject({ id, rev, draft, continues: z.boolean().exactOptional() }),
  'annotation.remove': z.strictObject({ id, rev }),
  'annotation.retagMany': z.strictObject({ annotations: z.array(z.strictObject({ id, rev })).max(100_000), tagId: id.nullable() }),
  'annotation.removeMany': z.strictObject({ annotations: z.array(z.strictObject({ id, rev })).max(100_000), from: id.exactOptional() }),
  'decision.set': z.strictObject({
    filingId: id,
    ...suggestion,
    verdict: z.enum(['accepted', 'rejected']).nullable(),
    risks: z.array(id).max(64).nullable(),
    links: z.array(cut).max(1000).nullable().exactOptional(),
    span: cut.nullable().exactOptional()
  }),
  'decision.setMany': z.strictObject({
    filingId: id,
    suggestions: z.array(z.strictObject(suggestion)).max(100_000),
    verdict: z.enum(['accepted', 'rejected']).nullable()
  }),
  'note.add': z.strictObject({
    filingId: id,
    target,
    words: z.strictObject({ body: z.string().max(LIMITS.body), text: z.string().max(LIMITS.body) }).exactOptional()
  }),
  'note.save': z.strictObject({ id, rev, body: z.string().max(LIMITS.body), text: z.string().max(LIMITS.body) }),
  'note.status': z.strictObject({
    id,
    rev,
    status: z.enum(['none', 'open', 'asked', 'answered', 'closed']),
    owner: z.string().max(LIMITS.name).nullable(),
    dueAt: z.string().max(40).nullable()
  }),
  'note.remove': z.strictObject({ id, rev }),
  'tag.save': tag,
  'tag.remove': z.strictObject({ id }),
  'risk.save': z.strictObject({ id: id.nullable(), label: z.string().trim().min(1).max(80),
    group: z.enum(['development', 'operations', 'finance', 'surroundings']) }),
  'risk.hide': z.strictObject({ id, hidden: z.boolean() }),
  'history.undo': nothing,
  'history.redo': nothing,
  'export.pdf': z.strictObject({
    filingId: id,
    sequence,
    include: z.strictObject({ text: z.boolean(), highlights: z.boolean(), notes: z.boolean(),
      suggestions: z.enum(['all', 'accepted', 'none']), comments: z.boolean(), paper: z.enum(['letter', 'a4']) }),
    path: z.string().min(1).max(LIMITS.path).nullable(),
    overwrite: z.boolean()
  }),
  'export.cancel': nothing,
  'window.flushed': z.strictObject({ token: id }),
  'window.notFlushed': z.strictObject({ token: id, message: z.string().max(LIMITS.words), text: z.string().max(LIMITS.clipboard) }),
  'clipboard.write': z.strictObject({ text: z.string().max(LIMITS.clipboard), html: z.string().max(LIMITS.clipboard).nullable() }),
  ...FOLDER_GUARDS,
  ...QUEUE_GUARDS,
  ...REVIEW_GUARDS,
  ...SEARCH_GUARDS,
  ...UNWANTED_GUARDS,
  ...VERSION_GUARDS,
  ...CITATION_GUARDS,
  ...SESSION_GUARDS,
  ...TEMPLATE_GUARDS,
  ...COMPARE_GUARDS,
  ...EMBEDDED_GUARDS,
  ...SHELL_GUARDS,
  ...EXCHANGE_GUARDS,
  ...HISTORY_GUARDS,
  ...PACK_GUARDS
}
