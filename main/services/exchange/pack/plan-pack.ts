import type { AnchorVerdict, Selectors } from '#contract/annotation'
import type { ImportCounts, ImportItem, ImportOutcomeKind } from '#contract/exchange'
import type { FilingSummary } from '#contract/library'
import { readHead } from '#model/history-head'
import { holdsHead } from '#model/check-chain'
import { firstWords, countWords } from '#model/words'
import { isAttached } from '#model/verdict'
import type { CheckedPack } from '../../../domain/exchange/pack/check-pack'
import type { PackFacts } from '../../../domain/exchange/pack/pack-facts'
import { PackRefused } from '../../../domain/exchange/pack/pack-tools'
import { PATHS } from '../../../domain/exchange/pack/pack-layout'
import { sha256 } from '../../../store/change-seals'
import { findBySha256, getFiling } from '../../../store/filings'
import type { ReadableDb } from '../../../store/handles'
import { PARSER_VERSION } from '../../../domain/versions'
import { createPlacer } from '../place-words'
import { readSeals } from './check-log'
import { decideDecision, decideMark, decideNote, decidePresence } from './decide-things'
import type { Act, Home } from './decide-things'
import { systemOf } from './known-things'
import type { PackedKind } from './known-things'
import { readPackedWork } from './pack-work'
import type { PackedDecision, PackedMark, PackedNote, PackedReply, PackedReview, PackedWork } from './pack-work'
import { seenHeads } from './seen-heads'

/** One thing of a pack that is to be stored, and how. `at` is its place in the report. */
export type PlannedThing = { readonly at: number; readonly filingId: string; readonly act: Act } & (
  | { readonly kind: 'annotation'; readonly thing: PackedMark; readonly verdict: AnchorVerdict; readonly selectors: Selectors;
    readonly proposed: Selectors | null }
  | { readonly kind: 'note'; readonly thing: PackedNote }
  | { readonly kind: 'reply'; readonly thing: PackedReply; readonly note: PackedNote }
  | { readonly kind: 'decision'; readonly thing: PackedDecision }
  | { readonly kind: 'section-review'; readonly thing: PackedReview }
)

/** A filing of a pack that is not in the library. */
export interface AbsentFiling {
  readonly sha256: string
  readonly fileName: string
  /** Its name in the archive. */
  readonly entry: string
  readonly sequences: readonly number[]
}

/** What taking a pack in would do. Nothing of it is stored; plain data, which crosses threads. */
export interface PackPlan {
  readonly facts: PackFacts
  readonly signedBy: string | null
  readonly absent: readonly AbsentFiling[]
  readonly things: readonly PlannedThing[]
  readonly items: readonly ImportItem[]
  readonly counts: ImportCounts
  readonly remarks: readonly string[]
  /** The ids of filings in the pack, by which its notes and places call them, and their ids here. */
  readonly filingIds: readonly (readonly [theirs: string, here: string])[]
}

const SAID: Readonly<Record<Act['do'], string>> = {
  add: '',
  same: 'It is in the library already.',
  older: 'Newer words of it are in the library already.',
  gone: 'It was here and was removed here.',
  advance: 'It was changed since it came; its earlier words stay as a revision.',
  beside: 'It differs from the one here, which stays as it is; theirs will stand beside it.'
}

const WITH_FILING = 'It comes with its filing.'

interface Planning {
  readonly home: Home
  readonly items: ImportItem[]
  readonly things: PlannedThing[]
  readonly place: ReturnType<typeof createPlacer>
}

interface Told {
  readonly act: Act
  readonly verdict?: AnchorVerdict
  readonly quote?: string
  readonly note?: string
  readonly author: string
  readonly filing: string
  readonly isHere: boolean
}

const tell = ({ items, home }: Planning, kind: string, { act, verdict = 'intact', quote, note, author, filing, isHere }: Told): void => {
  const stored = act.do === 'add' || act.do === 'advance' || act.do === 'beside'
  const outcome: ImportOutcomeKind = !stored ? 'duplicate' : isAttached(verdict) ? 'imported' : 'orphaned'
  const reason = act.do === 'add' ? (isHere ? '' : WITH_FILING) : SAID[act.do]
  items.push({ place: `${kind} ${String(items.length + 1)}`, outcome,
    reason: outcome === 'orphaned' ? `${reason} Its words are not found.`.trim() : reason,
    quote: quote === undefined ? null : firstWords(quote, 300), note: note === undefined ? null : firstWords(note, 300),
    author: home.nameOf(author), filingTitle: filing, ticked: stored })
}

/** Where the words of a mark stand here. One without words in the text it was packed with waits here as well. */
const placeMark = ({ place }: Planning, filing: FilingSummary, mark: PackedMark, work: PackedWork): Pick<
  Extract<PlannedThing, { kind: 'annotation' }>,
  'verdict' | 'selectors' | 'proposed'
> => {
  const kept: Selectors = { position: mark.keptSource, quote: mark.kept, sectionPath: mark.keptPath, textSha256: mark.textSha256,
    parserVersion: PARSER_VERSION }
  if (!mark.passage) return { verdict: isAttached(mark.verdict) ? 'gone' : mark.verdict, selectors: kept, proposed: null }
  const { exact, prefix, suffix, range, source, sectionPath } = mark.passage
  const found = place(filing, { quote: { exact, prefix, suffix }, at: range, source, textSha256: work.textSha256, sectionPath })
  const attached = found.selectors !== null && isAttached(found.verdict)
  return { verdict: found.verdict, selectors: attached && found.selectors ? found.selectors : kept,
    proposed: attached ? null : found.selectors }
}

const planMarks = (planning: Planning, work: PackedWork, filing: FilingSummary | undefined, inPack: ReadonlySet<string>): void => {
  for (const mark of work.marks) {
    // A mark that was carried here from another filing of the pack comes with that one.
    if (mark.madeIn !== work.id && inPack.has(mark.madeIn)) continue
    const act = filing ? decideMark(planning.home, mark) : { do: 'add' as const }
    const placed = filing && act.do === 'add' ? placeMark(planning, filing, mark, work) : null
    if (filing && (act.do === 'add' || act.do === 'advance')) {
      const kept = placed ?? placeMark(planning, filing, mark, work)
      planning.things.push({ at: planning.items.length, filingId: filing.id, act, kind: 'annotation', thing: mark, ...kept })
    }
    tell(planning, 'highlight', { act, verdict: placed?.verdict ?? (mark.passage ? 'intact' : 'gone'), quote: mark.kept.exact,
      author: mark.author, filing: filing?.title ?? work.fileName, isHere: filing !== undefined })
  }
}

const planNotes = (planning: Planning, work: PackedWork, filing: FilingSummary | undefined, inPack: ReadonlySet<string>): void => {
  const told = { filing: filing?.title ?? work.fileName, isHere: filing !== undefined }
  for (const note of work.notes) {
    if (note.madeIn !== work.id && inPack.has(note.madeIn)) continue
    const act = filing ? decideNote(planning.home, note) : { do: 'add' as const }
    if (filing && act.do !== 'same' && act.do !== 'older' && act.do !== 'gone')
      planning.things.push({ at: planning.items.length, filingId: filing.id, act, kind: 'note', thing: note })
    tell(planning, 'note', { ...told, act, note: note.text, author: note.author })
    for (const reply of note.replies) {
      const given = filing ? decidePresence(planning.home, 'reply', reply) : { do: 'add' as const }
      if (filing && given.do === 'add')
        planning.things.push({ at: planning.items.length, filingId: filing.id, act: given, kind: 'reply', thing: reply, note })
      tell(planning, 'answer', { ...told, act: given, note: reply.text, author: reply.author })
    }
  }
}

const planJudgements = (planning: Planning, work: PackedWork, filing: FilingSummary | undefined): void => {
  const told = { filing: filing?.title ?? work.fileName, isHere: filing !== undefined }
  for (const decision of work.decisions) {
    const act = filing ? decideDecision(planning.home, decision) : { do: 'add' as const }
    if (filing && (act.do === 'add' || act.do === 'advance'))
      planning.things.push({ at: planning.items.length, filingId: filing.id, act, kind: 'decision', thing: decision })
    tell(planning, 'decision', { ...told, act, quote: decision.exact, author: decision.author })
  }
  for (const review of work.reviews) {
    const act = filing ? decidePresence(planning.home, 'section-review', review) : { do: 'add' as const }
    if (filing && act.do === 'add')
      planning.things.push({ at: planning.items.length, filingId: filing.id, act, kind: 'section-review', thing: review })
    tell(planning, 'reviewed section', { ...told, act, quote: review.title, author: review.author })
  }
}

/** A head that came from the same library before must be in the chain of this pack, unless this pack ends before it. */
const checkSeenHeads = (db: ReadableDb, { facts, seals }: CheckedPack): void => {
  const lines = readSeals(seals)
  if ('brokenAt' in lines) return
  for (const seen of seenHeads(db, facts.libraryId)) {
    const head = readHead(seen)
    if (head && holdsHead(lines, head, sha256) === 'other')
      throw new PackRefused('chain', PATHS.seals,
        `The history was rewritten: an earlier pack of the same library had another entry ${String(head.n)}.`,
        'Nothing was taken in. Ask whoever made it why their history differs from the one they sent before.')
  }
}

const remarksOf = ({ facts, signedBy }: CheckedPack): string[] => [
  `“${facts.name}”, as of ${facts.asOf.slice(0, 16).replace('T', ' ')} UTC: every file, the counts and all words were checked${
    facts.log ? ', and the history, whose chain is whole' : ''
  }.`,
  signedBy === null
    ? 'It is not signed: it is whole, and who made it is not shown.'
    : `It is signed with ${signedBy}. Compare this once with the sender, by voice.`
]

/** A filing of the library by its bytes; one in the trash is none, and comes back with the pack. */
const filingHere = (db: ReadableDb, hash: string): FilingSummary | undefined => {
  const known = findBySha256(db, hash)
  return known?.trashedAt === null ? getFiling(db, known.id) : undefined
}

const KINDS: readonly PackedKind[] = ['annotation', 'note']

/**
 * Reads a checked pack against the library and says what would become of each thing. What is on a filing that is not here is told as coming with
 * it, and is planned once the filing is. Stores nothing.
 * @throws {PackRefused} its history is not the one that was seen before, or it is no work
 */
export const planPack = (db: ReadableDb, libraryId: string, pack: CheckedPack, onItem: (done: number, total: number) => void): PackPlan => {
  const { facts, top, signedBy } = pack
  checkSeenHeads(db, pack)
  const works = readPackedWork(pack.work, facts.filings.map(({ work }) => work))
  const here = new Map(facts.filings.map(({ sha256: hash }) => [hash, filingHere(db, hash)]))
  const inPack = new Set(works.map(({ id }) => id))
  const filingIds = works.flatMap(({ id, sha256: hash }) => {
    const filing = here.get(hash)
    return filing ? [[id, filing.id] as const] : []
  })
  const home: Home = { db, libraryId, system: systemOf(facts.libraryId), people: facts.people, filings: new Map(filingIds), kinds: KINDS,
    nameOf: (author) => facts.people.find(({ id }) => id === author)?.name ?? '' }
  const planning: Planning = { home, items: [], things: [], place: createPlacer(db) }
  works.forEach((work, at) => {
    const filing = here.get(work.sha256)
    planning.items.push({ place: `filing ${String(planning.items.length + 1)}`, outcome: filing ? 'duplicate' : 'imported',
      reason: filing ? SAID.same : 'The filing itself, which is not in the library yet.', quote: null, note: null, author: null,
      filingTitle: filing?.title ?? facts.filings[at]?.title ?? work.fileName, ticked: filing === undefined })
    planMarks(planning, work, filing, inPack)
    planNotes(planning, work, filing, inPack)
    planJudgements(planning, work, filing)
    onItem(at + 1, works.length)
  })
  const { items } = planning
  const count = (kind: ImportOutcomeKind): number => items.filter(({ outcome }) => outcome === kind).length
  const absent = facts.filings.filter(({ sha256: hash }) => !here.get(hash)).map((filing): AbsentFiling => ({ sha256: filing.sha256,
    fileName: filing.fileName, entry: top + filing.source, sequences: filing.texts.map(({ sequence }) => sequence) })
  )
  return { facts, signedBy, absent, things: planning.things, items, filingIds,
    counts: { read: items.length, imported: count('imported'), orphaned: count('orphaned'), duplicate: count('duplicate'), quarantined: 0 },
    remarks: [...remarksOf(pack), ...absent.length === 0 ?
      [] :
      [`${countWords(absent.length, 'filing')} of it ${absent.length === 1 ? 'is' : 'are'} imported with it.`]] }
}
