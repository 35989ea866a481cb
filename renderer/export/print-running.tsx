import type { PrintPart } from '#contract/library'
import { exportState } from '../state/review/export'
import { useStore } from '../state/window/use-store'
import { Progress } from '../ui/progress'

/** The parts of a print in their order, as the reader is told of them. */
const PARTS: readonly (readonly [PrintPart, string])[] = [['handing', 'Preparing the pages'], ['laying-out', 'Laying out the pages'], [
  'commenting',
  'Making notes comments'
], ['saving', 'Saving the file']]

const lookOf = (at: number, now: number): 'done' | 'now' | 'coming' => (at < now ? 'done' : at === now ? 'now' : 'coming')

/** How far a print is: its parts, the one that runs, and in it a bar. Of the layout nobody can tell how much is left. */
export const PrintRunning = () => {
  const progress = useStore(exportState, exportState.select.progress)
  const comments = useStore(exportState, ({ scope }) => scope.text && scope.comments)
  const parts = PARTS.filter(([part]) => part !== 'commenting' || comments)
  const now = parts.findIndex(([part]) => part === progress?.part)
  const words = parts[now]?.[1] ?? 'Gathering what is printed'
  return (
    <div className="export-running">
      <p role="status">{words}… Long filings take a while.</p>
      <Progress label={words} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      <ol className="export-parts">
        {parts.map(([part, name], at) => (
          <li key={part} className={`export-part-${lookOf(at, now)}`} aria-current={at === now ? 'step' : undefined}>{name}</li>
        ))}
      </ol>
    </div>
  )
}
