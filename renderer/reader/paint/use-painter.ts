import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { annotationsState } from '../../state/marks/annotations'
import { besideState } from '../../state/document/beside'
import { boundaryEdit } from '../../state/marks/boundary-edit'
import { documentState } from '../../state/document/document'
import { copiesState } from '../../state/compare/family-copies'
import { findState } from '../../state/document/find'
import { marksState } from '../../state/marks/marks'
import { notesState } from '../../state/notes/notes'
import { findingsState } from '../../state/marks/findings'
import { unwantedState } from '../../state/marks/unwanted'
import { type Half, halvesState } from '../../state/document/halves'
import { seenState } from '../../state/compare/seen'
import { useStore } from '../../state/window/use-store'
import { type Layer, viewState } from '../../state/window/view'
import { workState } from '../../state/document/work'
import { workspaceState } from '../../state/window/workspace'
import { type Mark, type MarkSource, marksOf } from './marks'
import { createCssPainter } from './css-highlights'
import type { Painter, Stroke, StrokesIn } from './painter'
import { createRangeIndex, type RangeIndex } from './range-index'
import { keepLast } from '#model/remember'
import { unwantedTest, withoutUnwanted } from '#model/unwanted'

/** Keys that do nothing by themselves. */
const HELD_KEYS: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']

/** Calls `done` at the reader's next key or press of the pointer; answers how to stop waiting. */
const onNextAct = (done: () => void): () => void => {
  const press = ({ key }: KeyboardEvent): void => {
    if (!HELD_KEYS.includes(key)) done()
  }
  window.addEventListener('keydown', press, true)
  window.addEventListener('pointerdown', done, true)
  return () => {
    window.removeEventListener('keydown', press, true)
    window.removeEventListener('pointerdown', done, true)
  }
}

const NONE: readonly Mark[] = []

/** The marks of a document with the index that answers which lie where. */
export interface Marks extends RangeIndex<Mark> {
  readonly list: readonly Mark[]
}

/** Builds the marks, or answers those built last where nothing they are made from changed: legend, outline and page share them. */
const build = keepLast(
  (content: MarkSource['content'], decisions: MarkSource['decisions'], annotations: MarkSource['annotations'], tags: MarkSource['tags'],
    hidden: ReadonlySet<string>): Marks => {
    const all = marksOf({ content, decisions, annotations, tags })
    const list = hidden.size === 0 ? all : all.filter(({ ref }) => !hidden.has(`${ref.kind} ${ref.id}`))
    return { ...createRangeIndex(list), list }
  }
)

const NO_MARKS: Marks = { ...createRangeIndex(NONE), list: NONE }

/** Those of the marks that a list of keys names; the same value again for the same ones. */
const onlyOf = keepLast((from: Marks, keys: ReadonlySet<string>): Marks => {
  const list = from.list.filter(({ ref }) => keys.has(`${ref.kind} ${ref.id}`))
  return { ...createRangeIndex(list), list }
})

/** The keys of the marks that the text shows, or null where it shows all: what the list of marks lets through, where the reader wants only that. */
export const useOnlyKeys = (content: DocumentContent | null): ReadonlySet<string> | null => {
  const decisions = useStore(findingsState, (state) => state.decisions)
  const annotations = useStore(annotationsState, (state) => state.annotations)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const notes = useStore(notesState, notesState.select.notes)
  const filingId = useStore(documentState, documentState.select.filingId)
  const filter = useStore(marksState, marksState.select.filter(filingId))
  const only = useStore(marksState, marksState.select.only)
  return useMemo(() => marksState.onlyKeys({ content, decisions, annotations, notes, tags }, filter, only), [content, decisions,
    annotations, notes, tags, filter, only])
}

/** The marks of the document that is read, and the index that answers which lie where. */
export const useMarks = (content: DocumentContent | null): Marks => {
  const decisions = useStore(findingsState, (state) => state.decisions)
  const annotations = useStore(annotationsState, (state) => state.annotations)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const only = useOnlyKeys(content)
  return useMemo(() => {
    if (!content) return NO_MARKS
    const marks = build(content, decisions, annotations, tags, findingsState.hidden(content, decisions))
    return only === null ? marks : onlyOf(marks, only)
  }, [content, decisions, annotations, tags, only])
}

/** The marks of each document as they were when it was open last; forgotten with the document. */
const lastMarks = new WeakMap<DocumentContent, Marks>()

/**
 * The marks of a document that is open, or stands beside the one that is. Beside it, and until the analyst's own are fetched, it has
 * those it had when it was open last.
 */
export const useMarksOf = (content: DocumentContent, isOpen: boolean): Marks => {
  const now = useMarks(isOpen ? content : null)
  const ready = useStore(workState, workState.select.ready)
  const beside = useStore(besideState, besideState.select.work)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const company = useStore(documentState, (state) => state.beside?.open.filing.company ?? null)
  const unwanted = useStore(unwantedState, unwantedState.select.list)
  return useMemo(() => {
    if (isOpen && (ready || !lastMarks.has(content))) {
      if (ready) lastMarks.set(content, now)
      return now
    }
    const before = lastMarks.get(content)
    if (before && (isOpen || !beside)) return before
    const decisions = beside?.decisions ?? []
    const shown = withoutUnwanted(content, decisions, unwantedTest(unwanted, company))
    const list = marksOf({ content: shown, decisions, annotations: beside?.annotations ?? [], tags })
    return { ...createRangeIndex(list), list }
  }, [content, isOpen, ready, now, beside, tags, company, unwanted])
}

/** The strokes of the search: every hit, and the one in focus on top. */
const useFindLayer = (painter: Painter, isOpen: boolean): void => {
  const hits = useStore(findState, findState.select.hits)
  const current = useStore(findState, findState.select.currentHit)
  useLayoutEffect(() => {
    if (hits.length === 0 || !isOpen) {
      painter.setLayer('find', null)
      return
    }
    const index = createRangeIndex(hits.map((hit): Stroke => ({ ...hit, kind: hit === current ? 'hit-current' : 'hit' })))
    painter.setLayer('find', index.overlapping)
  }, [painter, hits, current, isOpen])
}

/** The strokes of what the company's earlier filings say already. */
const useSeenLayer = (painter: Painter, isOpen: boolean): void => {
  const seen = useStore(seenState, seenState.select.seen)
  useLayoutEffect(() => {
    painter.setLayer('seen',
      seen.length === 0 || !isOpen ? null : createRangeIndex(seen.map(({ range }): Stroke => ({ ...range, kind: 'seen' }))).overlapping)
  }, [painter, seen, isOpen])
}

/** The strokes of what was marked in another copy of the document. */
const useCopiesLayer = (painter: Painter, isOpen: boolean): void => {
  const places = useStore(copiesState, copiesState.select.places)
  const isHidden = useStore(viewState, (state) => state.hidden.includes('copy'))
  useLayoutEffect(() => {
    painter.setLayer('copies', isHidden || !isOpen || places.length === 0
      ? null
      : createRangeIndex(places.map(({ start, end }): Stroke => ({ start, end, kind: 'copy' }))).overlapping)
  }, [painter, places, isHidden, isOpen])
}

/** The strokes of the mark in focus and of the words looked up, which stand out until the reader's next act: nobody knows when the eye arrives. */
const useFocusLayer = (painter: Painter, marks: readonly Mark[], half: Half): void => {
  const active = useStore(documentState, documentState.select.active)
  const reveal = useStore(half, halvesState.select.reveal)
  const draft = useStore(boundaryEdit, boundaryEdit.select.draft)
  const [flashed, setFlashed] = useState(0)
  useEffect(() => {
    if (!reveal?.flash) return
    return onNextAct(() => setFlashed(reveal.token))
  }, [reveal])
  useLayoutEffect(() => {
    const moving = draft !== null && active?.kind === 'annotation' && active.id === draft.id
    const strokes: Stroke[] = moving ? [{ ...draft.range, kind: 'active' }] : active
      ? marks.filter(({ ref, layer }) => layer !== 'trigger' && ref.id === active.id && ref.kind === active.kind)
        .map(({ start, end }) => ({ start, end, kind: 'active' }))
      : []
    if (reveal?.flash && reveal.token !== flashed) strokes.push({ ...reveal.range, kind: 'flash' })
    strokes.sort((a, b) => a.start - b.start)
    painter.setLayer('focus', strokes.length === 0 ? null : createRangeIndex(strokes).overlapping)
  }, [painter, marks, active, draft, reveal, flashed])
}

/** The strokes of the marks with one highlight on the words it is being given. */
const withDraft = (marks: Marks, hidden: readonly Layer[], moving: Mark, range: TextRange): StrokesIn => (start, end) => {
  const strokes: Stroke[] = marks.overlapping(start, end).filter((mark) => mark !== moving && !hidden.includes(mark.layer))
  if (range.start < end && range.end > start && !hidden.includes(moving.layer)) strokes.push({ ...range, kind: moving.kind })
  return strokes
}

/** The painter of one view of the document, with all its layers kept in step with the state; words just looked up stand out in the half they were looked up in. */
export const usePainter = (marks: Marks, half: Half, isOpen: boolean): Painter => {
  const painter = useMemo(() => createCssPainter(), [])
  const hidden = useStore(viewState, viewState.select.hidden)
  useEffect(() => () => {
    painter.destroy()
  }, [painter])
  const draft = useStore(boundaryEdit, boundaryEdit.select.draft)
  useLayoutEffect(() => {
    const shown: StrokesIn = hidden.length === 0
      ? marks.overlapping
      : (start, end) => marks.overlapping(start, end).filter(({ layer }) => !hidden.includes(layer))
    const moving = draft && marks.list.find(({ ref }) => ref.kind === 'annotation' && ref.id === draft.id)
    painter.setLayer('marks', moving ? withDraft(marks, hidden, moving, draft.range) : shown)
  }, [painter, marks, hidden, draft])
  useSeenLayer(painter, isOpen)
  useCopiesLayer(painter, isOpen)
  useFindLayer(painter, isOpen)
  useFocusLayer(painter, marks.list, half)
  return painter
}
