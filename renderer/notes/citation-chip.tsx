import { type MouseEvent, useEffect } from 'react'
import { citationsState } from '../state/summaries/citations'
import { chipLabel, chipWords, type Citation, SHORT_CHIP } from '#model/note-citation'
import { useStore } from '../state/window/use-store'
import { workState } from '../state/document/work'
import { CitationPreview, PREVIEW_ID, usePreview } from './citation-preview'

/** A chip in a note that is read: it goes where it points, previews it to pointer and keys, and shows where it leads nowhere any more. */
export const CitationChip = ({ citation }: { readonly citation: Citation }) => {
  const preview = usePreview()
  const filingId = useStore(workState, workState.select.filingId)
  const generation = useStore(citationsState, citationsState.select.generation)
  const place = filingId === null ? null : citationsState.placeOf(citation, filingId)
  const key = place ? citationsState.keyOf(place) : ''
  const passage = useStore(citationsState, citationsState.select.passage(key))
  useEffect(() => {
    if (place) citationsState.look(place)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key names all of the place
  }, [key, generation])
  const state = passage?.state ?? 'there'
  const go = (event: MouseEvent): void => {
    event.stopPropagation()
    preview.hide()
    if (place) void citationsState.go(place)
  }
  return (
    <>
      <button
        type="button"
        className={citation.short ? 'citation citation-short' : 'citation'}
        data-state={state}
        data-kind={citation.kind}
        onClick={go}
        aria-label={`${state === 'there' ? 'Go to' : state === 'gone' ? 'Leads nowhere' : 'Changed'}: ${chipLabel(citation)}`}
        {...(preview.chip ? { 'aria-describedby': PREVIEW_ID } : {})}
        onMouseEnter={(event) => preview.show(citation, event.currentTarget)}
        onMouseLeave={preview.hide}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) preview.show(citation, event.currentTarget, 0)
        }}
        onBlur={preview.hide}
      >
        {citation.short ? SHORT_CHIP : chipWords(citation.quote)}
      </button>
      {preview.chip ? <CitationPreview chip={preview.chip} onClose={preview.hide} /> : null}
    </>
  )
}
