import { seenState } from '../../state/compare/seen'
import { useStore } from '../../state/window/use-store'
import { Badge } from '../../ui/badge'

/** How much of the document the company's earlier filings say already, while that is dimmed. */
export const SeenBadge = () => {
  const on = useStore(seenState, seenState.select.on)
  const phase = useStore(seenState, seenState.select.phase)
  const sentences = useStore(seenState, seenState.select.sentences)
  const filings = useStore(seenState, seenState.select.filings)
  const count = useStore(seenState, (state) => state.seen.length)
  if (!on || phase === 'idle') return null
  if (phase === 'working') return <Badge title="Looking through the company’s earlier filings">Looking…</Badge>
  if (filings === 0) return <Badge title="No earlier filing of this company is in the library">Nothing earlier</Badge>
  return (
    <Badge
      title={`${String(count)} of ${String(sentences)} sentences stand in ${String(filings)} earlier ${
        filings === 1 ? 'filing' : 'filings'
      } of this company`}
    >
      {sentences - count} new of {sentences}
    </Badge>
  )
}
