import type { RefObject } from 'react'
import type { DocumentContent } from '#contract/library'
import { seenState } from '../../state/compare/seen'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { RestingTip } from './resting-tip'

/** Tells where a dimmed sentence was first seen while the pointer rests on it, and leads there. The commands tell the same by key. */
export const SeenTip = ({ page, content }: { readonly page: RefObject<HTMLElement | null>; readonly content: DocumentContent }) => {
  const on = useStore(seenState, seenState.select.on)
  return (
    <RestingTip page={page} content={content} on={on} at={seenState.at} opens="below">
      {(sentence) => (
        <>
          <p>{seenState.wordsOf(sentence)}.</p>
          <Button size="small" tone="plain" onClick={() => void seenState.goTo(sentence.first)}>Go there</Button>
        </>
      )}
    </RestingTip>
  )
}
