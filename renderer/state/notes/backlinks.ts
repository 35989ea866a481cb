/** Which notes cite the open filing, its marks and its notes. */
import type { Annotation } from '#contract/annotation'
import type { Backlink } from '#contract/citation'
import type { FilingId } from '#contract/ids'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import type { MarkRef } from '../document/document'
import { notesState } from './notes'
import { workState } from '../document/work'
import { createRest } from '../window/rest'

interface BacklinksState {
  readonly filingId: FilingId | null
  readonly links: readonly Backlink[]
}

const initial: BacklinksState = { filingId: null, links: [] }
const store = createStore(initial)

/** How long after a change of the notes what cites what is fetched again, in ms. */
const REST_MS = 400

/** One entry for each note, however often it cites. */
const perNote = (links: readonly Backlink[]): readonly Backlink[] => [...new Map(links.map((link) => [link.noteId, link])).values()]

/** The notes that cite a highlight, by name or by words it shares with the cited ones; those on it stand there anyway. */
const ofAnnotation = (links: readonly Backlink[], { id, selectors: { position } }: Annotation): readonly Backlink[] =>
  perNote(links.filter(({ kind, ref, range, target }) => (
    target.kind === 'annotation' && target.annotationId === id
      ? false
      : kind === 'annotation'
      ? ref === id
      : kind !== 'note' && range.start < position.end && range.end > position.start
  )))

/** The notes that cite a suggestion, by name or by words it shares with the cited ones. */
const ofSuggestion = (links: readonly Backlink[],
  mark: MarkRef & { readonly range: { readonly start: number; readonly end: number } }): readonly Backlink[] =>
  perNote(
    links.filter(({ kind, ref, range }) =>
      (kind === mark.kind && ref === mark.id) || (kind === 'words' && range.start < mark.range.end && range.end > mark.range.start)
    )
  )

/** The notes that cite a note. */
const ofNote = (links: readonly Backlink[], noteId: string): readonly Backlink[] =>
  perNote(links.filter(({ kind, ref }) => kind === 'note' && ref === noteId))

/** How much of a note is told where it cites something, in UTF-16 code units. */
const TOLD = 90

/** The citing notes as they are listed; the filing is named where it is not the open one. */
const told = (
  links: readonly Backlink[]
): readonly { readonly noteId: string; readonly filingId: FilingId; readonly filing: string | null; readonly words: string }[] =>
  links.map(({ noteId, filingId, filingTitle, text }) => ({
    noteId,
    filingId,
    filing: filingId === store.get().filingId ? null : filingTitle,
    words: text.replace(/\s+/g, ' ').trim().slice(0, TOLD) || 'A note without words'
  }))

const load = async (filingId: FilingId | null): Promise<void> => {
  if (filingId !== store.get().filingId) store.set({ filingId, links: [] })
  if (filingId === null) return
  const answer = await call('citation.backlinks', { filingId })
  if (answer.ok && store.get().filingId === filingId) store.set({ links: answer.value })
}

/** Follows the open filing and its notes until the returned function is called. */
const start = (): () => void => {
  const { move: later, stop } = createRest(() => void load(workState.store.get().filingId), REST_MS)
  const offs = [
    workState.store.subscribe((now, before) => {
      if (now.filingId !== before.filingId) void load(now.filingId)
    }),
    notesState.store.subscribe((now, before) => {
      if (now.notes !== before.notes) later()
    })
  ]
  void load(workState.store.get().filingId)
  return () => {
    stop()
    for (const off of offs) off()
  }
}

const select = {
  links: (state: BacklinksState) => state.links
}

/** The state module of "cited in". */
export const backlinksState = { store, start, ofAnnotation, ofSuggestion, ofNote, told, select }
