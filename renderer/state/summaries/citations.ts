/** Where citations in notes lead: what stands there now, and the way to it. */
import type { CitedPassage, CitedPlace } from '#contract/citation'
import type { FilingId } from '#contract/ids'
import { call } from '../../bridge/client'
import { annotationsState } from '../marks/annotations'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import type { Citation } from '#model/note-citation'
import { notesState } from '../notes/notes'
import { viewState } from '../window/view'

/** A passage that was copied with its citation: its words on the clipboard, and where they stand. */
export interface CopiedPassage {
  readonly text: string
  readonly place: CitedPlace
  readonly title: string
}

interface CitationsState {
  /** What stood at each place when it was last looked at, by `keyOf`. */
  readonly passages: Readonly<Record<string, CitedPassage>>
  /** Counts the changes after which places are worth another look. */
  readonly generation: number
  readonly copied: CopiedPassage | null
}

const initial: CitationsState = { passages: {}, generation: 0, copied: null }
const store = createStore(initial)

/** The most places that one call looks at. */
const MOST_PLACES = 200

/** Names a cited place. */
const keyOf = ({ filingId, kind, ref, range, quote }: CitedPlace): string =>
  JSON.stringify([filingId, kind, ref, range.start, range.end, quote])

/** The place a chip points to; `own` is the filing its note belongs to. */
const placeOf = (citation: Citation, own: FilingId): CitedPlace => {
  const { sequence, start, end, quote, kind, filing, ref } = citation
  return { filingId: filing ?? own, sequence, range: { start: Math.min(start, end), end }, quote, kind, ref }
}

/** The chip that points to a place, in a note of the filing `own`. */
const citationOf = ({ filingId, sequence, range, quote, kind, ref }: CitedPlace, own: FilingId): Citation => ({ sequence, ...range, quote,
  kind, filing: filingId === own ? null : filingId, ref, short: false })

const waiting = new Map<string, CitedPlace>()

const lookNow = async (): Promise<void> => {
  const places = [...waiting.values()].slice(0, MOST_PLACES)
  for (const place of places) waiting.delete(keyOf(place))
  if (waiting.size > 0) setTimeout(() => void lookNow(), 0)
  const answer = await call('citation.look', { places })
  if (!answer.ok) return
  const found = Object.fromEntries(answer.value.map((passage, at) => [places[at] ? keyOf(places[at]) : '', passage]))
  store.set(({ passages }) => ({ passages: { ...passages, ...found } }))
}

/** Looks what stands at a place now; places asked for at once are looked at together. */
const look = (place: CitedPlace): void => {
  if (waiting.size === 0) setTimeout(() => void lookNow(), 0)
  waiting.set(keyOf(place), place)
}

const goToNote = async (filingId: FilingId, noteId: string): Promise<void> => {
  if (documentState.select.filingId(documentState.store.get()) !== filingId) await documentState.openFiling(filingId)
  else viewState.show('reader')
  viewState.openInspector('notes')
  notesState.reveal(noteId)
}

const goToRange = async (place: CitedPlace, { range, sequence }: CitedPassage): Promise<void> => {
  const to = range ?? place.range
  if (documentState.select.filingId(documentState.store.get()) !== place.filingId) {
    await documentState.openFiling(place.filingId, { sequence, range: to })
    return
  }
  viewState.show('reader')
  if (place.kind !== 'words' && place.kind !== 'note' && place.ref !== null) documentState.activate({ kind: place.kind, id: place.ref })
  documentState.reveal(to, { sequence })
}

/** Goes where a citation points, into another filing if need be; where that is gone, says so and stays. */
const go = async (place: CitedPlace): Promise<void> => {
  const answer = await call('citation.look', { places: [place] })
  const passage = answer.ok ? answer.value[0] : undefined
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  if (!passage) return
  store.set(({ passages }) => ({ passages: { ...passages, [keyOf(place)]: passage } }))
  if (passage.state === 'gone') {
    feedbackState.toast({ text: 'This citation leads nowhere any more.', detail: passage.why ?? '' })
    return
  }
  if (passage.why !== null) feedbackState.toast({ text: passage.why, detail: `The words cited: “${place.quote.slice(0, 120)}”` })
  if (place.kind === 'note' && place.ref !== null) await goToNote(place.filingId, place.ref)
  else await goToRange(place, passage)
}

/** Remembers a passage that was copied with its citation, so that a note of any filing can take it up with the way back. */
const copied = (passage: CopiedPassage): void => store.set({ copied: passage })

/** The copied passage that these words are, as a chip for a note of the filing `own`; null where they came from elsewhere. */
const citationOfText = (text: string, own: FilingId): Citation | null => {
  const { copied: passage } = store.get()
  return passage?.text.trim() === text.trim() ? citationOf(passage.place, own) : null
}

/** Has places looked at again after what they may point to changed, until the returned function is called. */
const start = (): () => void => {
  const again = (): void => store.set(({ generation }) => ({ generation: generation + 1 }))
  const offs = [
    annotationsState.store.subscribe((now, before) => {
      if (now.annotations !== before.annotations) again()
    }),
    notesState.store.subscribe((now, before) => {
      if (now.notes.length !== before.notes.length) again()
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  passage: (key: string) => (state: CitationsState): CitedPassage | null => state.passages[key] ?? null,
  generation: (state: CitationsState) => state.generation,
  copied: (state: CitationsState) => state.copied
}

/** The state module of citations. */
export const citationsState = { store, start, keyOf, placeOf, citationOf, look, go, goToNote, copied, citationOfText, select }
