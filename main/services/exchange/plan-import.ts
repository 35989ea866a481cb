import { createHash } from 'node:crypto'
import type { AnchorVerdict, Selectors } from '#contract/annotation'
import type { ImportCounts, ImportItem, ImportOutcomeKind } from '#contract/exchange'
import type { FilingSummary } from '#contract/library'
import { isAttached } from '#model/verdict'
import type { IncomingItem, IncomingWork, MalformedItem } from '../../domain/exchange/incoming'
import { levelQuote } from '../../domain/anchor/anchor-text'
import { PARSER_VERSION } from '../../domain/versions'
import type { ReadableDb } from '../../store/handles'
import { listFilings } from '../../store/filings'
import { findForeign } from '../../store/foreign-ids'
import { getNote } from '../../store/notes'
import { createFilingFinder } from './find-filing'
import { ownThing } from './own-things'
import { createPlacer } from './place-words'

/** What is to be stored of one item. `selectors` are those the mark gets; `proposed` those it might be meant for while it waits. */
export interface PlannedItem {
  /** Its place among all items of the file, from 0. */
  readonly index: number
  readonly item: IncomingItem
  readonly filing: FilingSummary
  readonly verdict: AnchorVerdict
  readonly selectors: Selectors | null
  readonly proposed: Selectors | null
  readonly sha256: string
}

/** An item that is kept as it came. */
export interface PlannedQuarantine {
  /** As `PlannedItem.index`. */
  readonly index: number
  readonly place: string
  readonly reason: string
  readonly raw: string
  /** What could be read of it; null where nothing could. */
  readonly item: IncomingItem | null
}

/** What an import would do. Nothing of it is stored. */
export interface ImportPlan {
  readonly format: IncomingWork['format']
  readonly items: readonly ImportItem[]
  readonly counts: ImportCounts
  readonly planned: readonly PlannedItem[]
  readonly quarantined: readonly PlannedQuarantine[]
  readonly remarks: readonly string[]
}

/** Asked between two items; may throw to stop. */
export type OnItem = (done: number, total: number) => void

/** Drops what a browser's text holds and ours does not: soft hyphens and signs without width. */
const plain = (text: string): string => text.replace(/[\u00ad\u200b-\u200d]/g, '')

const minute = (time: string | null): string => (time ?? '').slice(0, 16)

/** The hash of what an item says: the same words of the same person at the same minute are the same item. */
const hashOf = (item: IncomingItem, filing: FilingSummary | null): string => {
  const { target } = item
  const about = target.kind === 'words'
    ? [levelQuote(plain(target.quote.exact)), levelQuote(plain(target.quote.prefix)).slice(-32),
      levelQuote(plain(target.quote.suffix)).slice(0, 32)]
    : target.kind === 'section'
    ? [target.title]
    : target.kind === 'reply' || target.kind === 'close'
    ? target.to
    : []
  const words = item.notes.map(({ text, status, author }) => [levelQuote(text), status, author?.name ?? ''])
  return createHash('sha256').update(
    JSON.stringify([filing?.sha256 ?? '', target.kind, about, words, item.tags, item.author?.name ?? '', minute(item.createdAt)])
  ).digest('hex')
}

const EMPTY: Selectors = { position: { start: 0, end: 0 }, quote: { exact: '', prefix: '', suffix: '' }, sectionPath: [], textSha256: '',
  parserVersion: 0 }

type Decided =
  | { readonly kind: 'plan'; readonly planned: Omit<PlannedItem, 'index'> }
  | { readonly kind: 'duplicate'; readonly reason: string; readonly filing: FilingSummary | null }
  | { readonly kind: 'quarantine'; readonly reason: string; readonly filing: FilingSummary | null }

/** What `createDecider` needs of the library. */
interface Surroundings {
  readonly db: ReadableDb
  readonly libraryId: string
}

/** Says which filing an answer is about, by the names of what it answers; what an item of the file proved to be about is kept in `filings`. */
const createParentFinder = ({ db, libraryId }: Surroundings, all: readonly (IncomingItem | MalformedItem)[],
  filings: ReadonlyMap<string, FilingSummary>, finder: ReturnType<typeof createFilingFinder>) => {
  const named = new Map(
    all.flatMap((item) =>
      item.kind === 'item' ?
        [...item.name === null ? [] : [item.name], ...item.notes.flatMap(({ name }) => name ?? [])].map((name) => [name, item] as const) :
        []
    )
  )
  const brought = (system: string, name: string): FilingSummary | null =>
    findForeign(db, system, name).map(({ ownId }) => ownThing(db, libraryId, ownId)?.filing ?? null).find((filing) => filing !== null) ??
      null
  const knownParent = (system: string, names: readonly string[], depth = 0): FilingSummary | null => {
    for (const name of [...names].reverse()) {
      const known = filings.get(name) ?? ownThing(db, libraryId, name)?.filing ?? brought(system, name)
      if (known) return known
      const parent = named.get(name)
      if (parent && parent.target.kind !== 'reply') {
        const filing = finder(parent.filing)
        if (filing) return filing
      } else if (parent?.target.kind === 'reply' && depth < 32) {
        const filing = knownParent(system, parent.target.to, depth + 1)
        if (filing) return filing
      }
    }
    return null
  }
  return (system: string, names: readonly string[]) => knownParent(system, names)
}

const createDecider = (surroundings: Surroundings, all: readonly (IncomingItem | MalformedItem)[]): (item: IncomingItem) => Decided => {
  const { db, libraryId } = surroundings
  const finder = createFilingFinder(listFilings(db, false))
  const placer = createPlacer(db)
  const seen = new Set<string>()
  const filings = new Map<string, FilingSummary>()
  const knownParent = createParentFinder(surroundings, all, filings, finder)
  const isClosed = (names: readonly string[]): boolean =>
    names.some((name) => getNote(db, ownThing(db, libraryId, name)?.id ?? '')?.status === 'closed')
  const isKnown = (item: IncomingItem, sha256: string): boolean => {
    if (item.target.kind === 'close') return isClosed(item.target.to)
    const own = item.name === null ? null : ownThing(db, libraryId, item.name)
    if (own?.holds(item)) return true
    const byName = item.name === null ? [] : findForeign(db, item.system, item.name)
    return [...byName, ...findForeign(db, 'content', sha256)].some((known) => known.sha256 === sha256)
  }
  return (item) => {
    const { target } = item
    const filing = target.kind === 'reply' || target.kind === 'close' ? knownParent(item.system, target.to) : finder(item.filing)
    const sha256 = hashOf(item, filing)
    if (seen.has(sha256) || isKnown(item, sha256)) return { kind: 'duplicate', reason: 'It is in the library already.', filing }
    if (!filing) {
      return { kind: 'quarantine', filing, reason: target.kind === 'reply' || target.kind === 'close'
        ? 'It answers a note that is neither in the file nor in the library.'
        : 'Its filing is not in the library. Import the filing, then try again.' }
    }
    seen.add(sha256)
    if (item.name !== null) filings.set(item.name, filing)
    if (target.kind !== 'words')
      return { kind: 'plan', planned: { item, filing, verdict: 'intact', selectors: null, proposed: null, sha256 } }
    const { quote, at, source } = target
    if (levelQuote(plain(quote.exact)) === '') return { kind: 'quarantine', filing, reason: 'It quotes nothing that can be read.' }
    const levelled = { exact: plain(quote.exact), prefix: plain(quote.prefix), suffix: plain(quote.suffix) }
    const found = placer(filing, { quote: levelled, at, source, textSha256: item.filing.textSha256, sectionPath: item.sectionPath })
    const kept: Selectors = { ...EMPTY, quote: { exact: quote.exact, prefix: quote.prefix.slice(-64), suffix: quote.suffix.slice(0, 64) },
      sectionPath: item.sectionPath, textSha256: item.filing.textSha256 ?? '', parserVersion: PARSER_VERSION }
    const attached = found.selectors !== null && isAttached(found.verdict)
    return { kind: 'plan',
      planned: { item, filing, sha256, verdict: found.verdict, selectors: attached ? found.selectors : kept,
        proposed: attached ? null : found.selectors } }
  }
}

const FOUND: Readonly<Record<IncomingItem['target']['kind'], string>> = { words: 'Its words were found.', section: 'It is about a section.',
  filing: 'It is about the filing.', reply: 'It answers a note.', close: 'It closes a question.' }

const WAITING: Readonly<Record<AnchorVerdict, string>> = {
  'intact': '',
  'moved': '',
  'reworded': 'Its words were changed.',
  'number-changed': 'A number in its words was changed.',
  'polarity-changed': 'The sense of its words was turned round.',
  'ambiguous': 'Its words stand in several places.',
  'gone': 'Its words are not in the filing.'
}

const shorten = (text: string): string => text.length <= 300 ? text : `${text.slice(0, 300)}…`

/** The words an item stands on, or those of the note that it answers. */
const quoteOf = ({ db, libraryId }: Surroundings, item: IncomingItem | MalformedItem): string | null => {
  if (item.kind === 'malformed') return null
  const { target } = item
  if (target.kind === 'words') return shorten(target.quote.exact)
  const [to] = target.kind === 'reply' || target.kind === 'close' ? target.to : []
  const note = to === undefined ? undefined : getNote(db, ownThing(db, libraryId, to)?.id ?? '')
  return note ? shorten(note.text) : null
}

const noteOf = (item: IncomingItem | MalformedItem): string | null =>
  item.kind === 'item' && item.notes.length > 0 ? shorten(item.notes.map(({ text }) => text).join('\n')) : null

const authorOf = (item: IncomingItem | MalformedItem): string | null =>
  item.kind === 'item' ? item.author?.name ?? item.notes[0]?.author?.name ?? null : null

const told = (surroundings: Surroundings, item: IncomingItem | MalformedItem, outcome: ImportOutcomeKind, reason: string,
  filing: FilingSummary | null): ImportItem => ({
    place: item.place,
    outcome,
    reason,
    quote: quoteOf(surroundings, item),
    note: noteOf(item),
    author: authorOf(item),
    filingTitle: filing?.title ?? null,
    ticked: outcome !== 'duplicate' && (item.kind === 'malformed' || item.waits === undefined)
  })

/** Reads what a file holds against the library and says what would become of each item. Stores nothing; `onItem` may throw to stop. */
export const planImport = (surroundings: Surroundings, work: IncomingWork, onItem: OnItem): ImportPlan => {
  const items: ImportItem[] = []
  const planned: PlannedItem[] = []
  const quarantined: PlannedQuarantine[] = []
  const decide = createDecider(surroundings, work.items)
  work.items.forEach((item, at) => {
    const decided = item.kind === 'malformed' ? { kind: 'quarantine' as const, reason: item.reason, filing: null } : decide(item)
    if (decided.kind === 'plan') {
      const orphaned = !isAttached(decided.planned.verdict)
      planned.push({ ...decided.planned, index: at })
      items.push(
        told(surroundings, item, orphaned ? 'orphaned' : 'imported',
          orphaned ? WAITING[decided.planned.verdict] : decided.planned.item.waits ?? FOUND[decided.planned.item.target.kind],
          decided.planned.filing)
      )
    } else if (decided.kind === 'duplicate') items.push(told(surroundings, item, 'duplicate', decided.reason, decided.filing))
    else {
      quarantined.push({ index: at, place: item.place, reason: decided.reason, raw: item.raw, item: item.kind === 'item' ? item : null })
      items.push(told(surroundings, item, 'quarantined', decided.reason, decided.filing))
    }
    onItem(at + 1, work.items.length)
  })
  const count = (kind: ImportOutcomeKind): number => items.filter(({ outcome }) => outcome === kind).length
  const counts: ImportCounts = { read: work.items.length, imported: count('imported'), orphaned: count('orphaned'),
    duplicate: count('duplicate'), quarantined: count('quarantined') }
  if (counts.read !== counts.imported + counts.orphaned + counts.duplicate + counts.quarantined)
    throw new Error(`an import does not add up: ${JSON.stringify(counts)}`)
  return { format: work.format, items, counts, planned, quarantined, remarks: work.remarks ?? [] }
}
