import { CheckCheck, FileSearch } from 'lucide-react'
import { documentState } from '../state/document'
import type { Suggestion } from '../state/suggestions'
import { useStore } from '../state/use-store'
import { EmptyState } from '../ui/empty-state'
import { Icon } from '../ui/icon'

/** How many of the listed suggestions were decided, as a bar and in words. */
export const ReviewProgress = ({ items }: { readonly items: readonly Suggestion[] }) => {
  const decided = items.filter((item) => item.decision !== null).length
  if (items.length === 0) return null
  return (
    <p className="review" title="Step with J and K, accept with A, reject with X, take back with U">
      {decided === items.length ? <><Icon of={CheckCheck} size={13} /> All {items.length} reviewed</> : `${String(decided)} of ${String(items.length)} reviewed`}
    </p>
  )
}

/** What the panels show while there is no document to look at; null where there is one. */
export const usePanelState = (): 'closed' | 'reading' | null => {
  const open = useStore(documentState, documentState.select.filingId)
  const phase = useStore(documentState, documentState.select.phase)
  if (open === null) return 'closed'
  return phase === 'opening' ? 'reading' : null
}

/** The empty states that both panels share. */
export const PanelState = ({ state }: { readonly state: 'closed' | 'reading' }) => (
  state === 'closed'
    ? <EmptyState icon={FileSearch} title="No filing is open" text="Open a filing, and what Redwell finds in it is listed here." />
    : <div className="panel-skeleton" aria-label="Reading the document" role="status"><div /><div /><div /></div>
)
