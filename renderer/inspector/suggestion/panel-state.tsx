import { useDeferredValue } from 'react'
import { FileSearch } from 'lucide-react'
import { documentState } from '../../state/document/document'
import { useStore } from '../../state/window/use-store'
import { EmptyState } from '../../ui/empty-state'

/** What the panels show while there is no document to look at; null where there is one. */
export const usePanelState = (): 'closed' | 'reading' | null => {
  const open = useStore(documentState, documentState.select.filingId)
  const phase = useStore(documentState, documentState.select.phase)
  // The text comes first: lists of hundreds are drawn once it is on screen.
  const drawn = useDeferredValue(phase)
  if (open === null) return 'closed'
  return phase === 'opening' || drawn === 'opening' ? 'reading' : null
}

/** The empty states that both panels share. */
export const PanelState = ({ state }: { readonly state: 'closed' | 'reading' }) => (
  state === 'closed'
    ? <EmptyState icon={FileSearch} title="No filing is open" text="Open a filing, and what Redwell finds in it is listed here." />
    : (
      <div className="panel-skeleton" aria-label="Reading the document" role="status">
        <div />
        <div />
        <div />
      </div>
    )
)
