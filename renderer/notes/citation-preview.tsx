import { useEffect, useRef, useState } from 'react'
import type { CitedPassage, CitedPlace } from '#contract/citation'
import { citationsState } from '../state/summaries/citations'
import type { Citation } from '#model/note-citation'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { workState } from '../state/document/work'
import { DateText } from '../ui/date-text'
import { Floating } from '../ui/popover'
import { TagMark } from '../ui/tag-mark'

/** A chip whose preview is to be shown: where it points, and where on the window it is drawn, in CSS pixels. */
export interface PreviewedChip {
  readonly place: CitedPlace
  readonly x: number
  readonly y: number
}

/** The id of the preview, by which a chip names it as its description. */
export const PREVIEW_ID = 'citation-preview'

/** How long a pointer rests on a chip before its preview comes, in ms. */
const REST_MS = 250

/** Which chip's preview is shown, and what brings it and takes it away. */
export const usePreview = () => {
  const [chip, setChip] = useState<PreviewedChip | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => {
    clearTimeout(timer.current)
  }, [])
  const hide = (): void => {
    clearTimeout(timer.current)
    setChip(null)
  }
  const show = (citation: Citation, element: Element, after = REST_MS): void => {
    clearTimeout(timer.current)
    const own = workState.store.get().filingId
    if (own === null) return
    timer.current = setTimeout(() => {
      const box = element.getBoundingClientRect()
      const place = citationsState.placeOf(citation, own)
      citationsState.look(place)
      setChip({ place, x: box.left + Math.min(box.width / 2, 80), y: box.bottom })
    }, after)
  }
  return { chip, show, hide }
}

const Words = ({ passage }: { readonly passage: CitedPassage }) => (
  <p className="preview-words">
    {passage.before}
    <mark>{passage.words}</mark>
    {passage.after}
  </p>
)

const Around = ({ passage, own }: { readonly passage: CitedPassage; readonly own: boolean }) => {
  const tag = useStore(workspaceState, workspaceState.select.tag(passage.tagId))
  const where = [own ? null : passage.filing?.title ?? null, passage.section].filter((part) => part !== null).join(' › ')
  if (where === '' && !tag) return null
  return (
    <p className="preview-where">
      {tag ? <TagMark tag={tag} /> : null}
      <span className="truncate">{where}</span>
      {own || !passage.filing?.filedAt ? null : <DateText iso={passage.filing.filedAt} label="Filed" />}
    </p>
  )
}

/** What a chip leads to: the exact words in what stands around them, where that is, and what was written on them. */
export const CitationPreview = ({ chip, onClose }: { readonly chip: PreviewedChip; readonly onClose: () => void }) => {
  const { place } = chip
  const passage = useStore(citationsState, citationsState.select.passage(citationsState.keyOf(place)))
  const own = useStore(workState, workState.select.filingId) === place.filingId
  return (
    <Floating x={chip.x} y={chip.y} side="bottom" role="status" id={PREVIEW_ID} label="What is cited" className="popover citation-preview"
      onClose={onClose}
    >
      {passage
        ? (
          <>
            <Around passage={passage} own={own} />
            {passage.state === 'gone' ? <p className="preview-words">“{place.quote}”</p> : <Words passage={passage} />}
            {passage.why === null ? null : <p className="preview-broken">{passage.why}</p>}
            {passage.state === 'changed' ? <p className="preview-cited">The words cited: “{place.quote}”</p> : null}
            {passage.notes.map(({ id, text }) => <p key={id} className="preview-note">{text}</p>)}
            {passage.state === 'gone' ? null : <p className="preview-keys">Enter or click goes there</p>}
          </>
        )
        : <p className="preview-words">“{place.quote}”</p>}
    </Floating>
  )
}
