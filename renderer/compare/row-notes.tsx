import { ExternalLink, StickyNote } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { ComparedPassage } from '#contract/comparison'
import type { Note } from '#contract/note'
import { compareState } from '../state/compare/compare'
import { compareMarks, type WrittenNote } from '../state/compare/compare-marks'
import type { CompareSide } from '../state/compare/compare-places'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import type { PassageMark } from './row-words'

const SIDES: Readonly<Record<CompareSide, string>> = { left: 'left', right: 'right' }

const NoteLine = (
  { note, side, passage }: { readonly note: Note; readonly side: CompareSide; readonly passage: ComparedPassage | null }
) => (
  <button type="button" className="compare-note" title={`Open the ${SIDES[side]} filing at this note`} disabled={passage === null}
    onClick={() => {
      if (passage) void compareState.openAt(side, passage)
    }}
  >
    <Icon of={StickyNote} size={12} />
    <span className="compare-note-side">{SIDES[side]}</span>
    <span className="compare-note-words">{note.text === '' ? 'Empty note' : note.text}</span>
  </button>
)

const Composer = ({ writing }: { readonly writing: WrittenNote }) => {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    // The row grows by the field, so the page is scrolled once the list has measured it.
    const frame = requestAnimationFrame(() => field.current?.closest('.compare-composer')?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div className="compare-composer">
      <label htmlFor="compare-note-words">Note on the {SIDES[writing.side]} filing</label>
      <textarea
        id="compare-note-words"
        ref={field}
        className="field"
        rows={3}
        value={writing.text}
        placeholder="What does this change mean?"
        onChange={(event) => compareMarks.write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
          event.preventDefault()
          event.stopPropagation()
          void compareMarks.finish()
        }}
      />
      <div className="compare-composer-foot">
        <span className="compare-facts">{writing.refused ? 'Not saved yet' : writing.saved ? 'Saved as you type' : 'Saving…'}</span>
        <Button size="small" tone="plain" onClick={() => void compareMarks.finish()}>Done</Button>
      </div>
    </div>
  )
}

/** The notes on the highlights of a row, each with the side it belongs to, and the note that is being written there. */
export const RowNotes = (
  { at, marks, passages }: { readonly at: number; readonly marks: readonly PassageMark[];
    readonly passages: Readonly<Record<CompareSide, ComparedPassage | null>> }
) => {
  const left = useStore(compareMarks, compareMarks.select.left)
  const right = useStore(compareMarks, compareMarks.select.right)
  const writing = useStore(compareMarks, compareMarks.select.writing)
  const here = writing?.row === at ? writing : null
  const notes = marks.flatMap(({ side, annotation }) =>
    ((side === 'left' ? left : right)?.notes ?? [])
      .filter(({ id, target }) => target.kind === 'annotation' && target.annotationId === annotation.id && id !== here?.note?.id)
      .map((note) => ({ note, side }))
  )
  if (notes.length === 0 && !here) return null
  return (
    <div className="compare-notes">
      {notes.map(({ note, side }) => <NoteLine key={`${side} ${note.id}`} note={note} side={side} passage={passages[side]} />)}
      {here ? <Composer writing={here} /> : null}
    </div>
  )
}

/** A small button that opens the filing of a side at the words of a passage. */
export const OpenHere = ({ side, passage }: { readonly side: CompareSide; readonly passage: ComparedPassage }) => (
  <button type="button" className="compare-open" tabIndex={-1} aria-label={`Open the ${SIDES[side]} filing here`}
    title={`Open the ${SIDES[side]} filing here`} onClick={() => void compareState.openAt(side, passage)}
  >
    <Icon of={ExternalLink} size={13} />
  </button>
)
