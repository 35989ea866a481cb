import { z } from 'zod'
import type { ExchangeCalls, WrittenFormat } from '#contract/exchange'
import type { FilingId } from '#contract/ids'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { readWorkFile } from '../services/exchange/read-work-file'
import { dismissSetAside, listSetAside } from '../services/exchange/set-aside'
import { addReply, makeMine, removeReply, saveReply } from '../services/work/people'
import type { Behind, Handlers } from './handlers'
import { id, LIMITS, nothing } from './guard-parts'

const path = z.string().min(1).max(LIMITS.path).nullable()
const ids = z.array(id).max(LIMITS.paths).nullable().exactOptional()

/** The guard of a scope of work. */
export const scope = z.strictObject({
  filingIds: z.array(id).max(LIMITS.paths),
  tags: ids,
  statuses: z.array(z.enum(['none', 'open', 'asked', 'answered', 'closed'])).nullable().exactOptional(),
  section: z.string().max(LIMITS.words).nullable().exactOptional(),
  kinds: z.array(z.enum(['marks', 'notes', 'decisions', 'reviews'])).nullable().exactOptional(),
  decisions: z.array(z.enum(['accepted', 'rejected'])).nullable().exactOptional(),
  authors: ids,
  suggestions: z.enum(['all', 'accepted', 'none'])
})

const words = z.strictObject({ body: z.string().max(LIMITS.body), text: z.string().min(1).max(LIMITS.body) })

/** The guards of the calls on work that leaves and comes in. */
export const EXCHANGE_GUARDS: { readonly [N in keyof ExchangeCalls]: z.ZodType<ExchangeCalls[N]['args']> } = {
  'exchange.count': z.strictObject({ scope }),
  'exchange.export': z.strictObject({ scope, format: z.enum(['docx', 'xlsx', 'csv', 'markdown', 'html', 'json', 'w3c', 'qdpx']),
    wholeText: z.boolean(), path }),
  'exchange.read': z.strictObject({ path, text: z.string().max(64 * 1024 * 1024).nullable() }),
  'exchange.takeIn': z.strictObject({ token: id, leftOut: z.array(z.int().nonnegative()).max(LIMITS.items) }),
  'exchange.cancel': nothing,
  'exchange.setAside': nothing,
  'exchange.tryAgain': z.strictObject({ ids: z.array(id).min(1).max(LIMITS.items) }),
  'exchange.dismiss': z.strictObject({ ids: z.array(id).min(1).max(LIMITS.items) }),
  'reply.add': z.strictObject({ noteId: id, words }),
  'reply.save': z.strictObject({ id, words }),
  'reply.remove': z.strictObject({ id }),
  'exchange.makeMine': z.strictObject({ kind: z.enum(['annotation', 'note']), id })
}

/** What each format is called in the dialog, and the ending of its one file; null where it makes a folder. */
const KINDS: Readonly<Record<WrittenFormat, { readonly name: string; readonly extension: string | null }>> = {
  docx: { name: 'Word', extension: 'docx' },
  xlsx: { name: 'Excel', extension: 'xlsx' },
  csv: { name: 'CSV', extension: null },
  markdown: { name: 'Markdown', extension: null },
  html: { name: 'HTML', extension: 'html' },
  json: { name: 'Redwell JSON', extension: 'json' },
  w3c: { name: 'Web annotations', extension: null },
  qdpx: { name: 'REFI-QDA project', extension: 'qdpx' }
}

/** Formats that write a file for each filing, and so need a folder for several. */
const FILE_A_FILING: ReadonlySet<WrittenFormat> = new Set(['docx', 'html'])

/** Has every window fetch the work of the filing that something was done to. */
const told = <T>(library: Behind['services']['library'], done: Result<T>, filingOf: (value: T) => FilingId): Result<T> => {
  if (done.ok) library.emit('work.changed', { filingId: filingOf(done.value) })
  return done
}

/** Work that leaves and comes in. */
export const exchangeHandlers = ({ services: { library, exchanger, packTaker }, shell }: Behind): Handlers<keyof ExchangeCalls> => ({
  'exchange.count': (args) => ok(exchanger.count(args.scope)),
  'exchange.export': async ({ scope: meant, format, wholeText, path: to }) => {
    const { name, extension: ending } = KINDS[format]
    const extension = FILE_A_FILING.has(format) && meant.filingIds.length !== 1 ? null : ending
    const saved = await shell.saveFiles({ path: to, title: `Export as ${name}`,
      suggestedName: extension === null ? `redwell-${format}` : `redwell.${extension}`,
      kind: extension === null ? null : { name, extension }, filesFor: () => exchanger.write(meant, format, wholeText) })
    if (saved.ok && saved.value !== null) exchanger.sent()
    return saved
  },
  'exchange.read': async ({ path: from, text }) => {
    if (text !== null) return exchanger.read(text, 'pasted text')
    const chosen = from ?? (await shell.chooseFiles())[0] ?? null
    if (chosen === null) return ok(null)
    if (await packTaker.isPack(chosen)) return packTaker.read(chosen)
    const file = await readWorkFile(chosen)
    return file.ok ? exchanger.read(file.value.text, file.value.name, file.value.archive) : file
  },
  'exchange.takeIn': ({ token, leftOut }) => packTaker.knows(token) ? packTaker.takeIn(token, leftOut) : exchanger.takeIn(token, leftOut),
  'exchange.cancel': async () => {
    await exchanger.cancel()
    return ok(null)
  },
  'exchange.setAside': () => ok(listSetAside(library.db)),
  'exchange.tryAgain': ({ ids: wanted }) => exchanger.tryAgain(wanted),
  'exchange.dismiss': ({ ids: wanted }) => dismissSetAside(library, wanted),
  'reply.add': ({ noteId, words: said }) => told(library, addReply(library, noteId, said), ({ filingId }) => filingId),
  'reply.save': ({ id: reply, words: said }) => told(library, saveReply(library, reply, said), ({ filingId }) => filingId),
  'reply.remove': ({ id: reply }) => {
    const removed = told(library, removeReply(library, reply), (filingId) => filingId)
    return removed.ok ? ok(null) : removed
  },
  'exchange.makeMine': (args) => told(library, makeMine(library, args.kind, args.id), (filingId) => filingId)
})
