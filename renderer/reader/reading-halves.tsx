import { X } from 'lucide-react'
import type { DocumentContent } from '#contract/library'
import { commands } from '../state/commands'
import { halvesState } from '../state/halves'
import { useStore } from '../state/use-store'
import { IconButton } from '../ui/button'
import { ReadingView } from './reading-view'

/**
 * The reading view, whole or in two halves of the same document. The halves stand beside each other where each has room for a
 * line, else one above the other.
 */
export const ReadingHalves = ({ content }: { readonly content: DocumentContent }) => {
  const split = useStore(halvesState, halvesState.select.split)
  return (
    <div className="halves">
      <div className="halves-row" data-split={split}>
        <ReadingView content={content} half={halvesState.half('first')} />
        {split ? <ReadingView content={content} half={halvesState.half('second')} /> : null}
      </div>
      {split
        ? (
          <div className="halves-close">
            <IconButton size="small" tone="plain" icon={X} label="Close the other half" keys={commands.keysOf('window.split')} onClick={() => { commands.run('window.split') }} />
          </div>
        )
        : null}
    </div>
  )
}
