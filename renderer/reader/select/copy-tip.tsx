import type { RefObject } from 'react'
import type { DocumentContent } from '#contract/library'
import { copiesState } from '../../state/compare/family-copies'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { Button } from '../../ui/button'
import { RestingTip } from '../tips/resting-tip'

/** Tells where words were highlighted in another copy while the pointer rests on them, what is noted there, and leads there. The commands tell the same by key. */
export const CopyTip = ({ page, content }: { readonly page: RefObject<HTMLElement | null>; readonly content: DocumentContent }) => {
  const any = useStore(copiesState, (state) => state.places.length > 0)
  const isHidden = useStore(viewState, (state) => state.hidden.includes('copy'))
  return (
    <RestingTip page={page} content={content} on={any && !isHidden} at={copiesState.at} opens="above">
      {(place) => (
        <>
          <p>{copiesState.wordsOf(place)}.</p>
          {copiesState.notesOf(place) === '' ? null : <p className="family-name">{copiesState.notesOf(place)}</p>}
          <Button size="small" tone="plain" onClick={() => void copiesState.goTo(place)}>Go there</Button>
        </>
      )}
    </RestingTip>
  )
}
