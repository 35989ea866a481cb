import { ArrowLeft, ArrowLeftRight, CheckCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import type { Comparison } from '#contract/comparison'
import { commands } from '../state/commands/commands'
import { compareState, type ChosenFiling, type CompareSide } from '../state/compare/compare'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { useDateWords } from '../ui/date-text'
import { EmptyState } from '../ui/empty-state'
import { Select } from '../ui/fields'
import { ChooseFiling } from './choose-filing'
import { CompareFactors, CompareFigures, CompareSafeHarbors } from './compare-lists'
import { CompareSummary } from './compare-summary'
import { CompareText } from './compare-text'

const SIDES: Readonly<Record<CompareSide, string>> = { left: 'Left', right: 'Right' }

const Side = ({ side, chosen }: { readonly side: CompareSide; readonly chosen: ChosenFiling | null }) => {
  const { short } = useDateWords()
  if (!chosen)
    return (
      <div className="compare-side">
        <span className="compare-facts">{SIDES[side]}: not chosen yet</span>
      </div>
    )
  const { filing, documents } = chosen.open
  const readable = documents.filter(({ format }) => format !== 'binary')
  return (
    <div className="compare-side" role="group" aria-label={`${SIDES[side]}: ${filing.title}`}>
      <span className="compare-side-words">
        <span className="truncate" title={filing.title}>{filing.title}</span>
        <span className="compare-facts truncate">
          {[filing.company, filing.filedAt && short(filing.filedAt), filing.fileName].filter((part) => part !== null).join(' · ')}
        </span>
      </span>
      {readable.length > 1
        ? (
          <Select
            label={`Document of the ${side} filing`}
            value={String(chosen.sequence)}
            onChange={(value) => void compareState.setDocument(side, Number(value))}
            options={readable.map(({ sequence, type, filename }) => ({ value: String(sequence),
              label: type ?? filename ?? `Document ${String(sequence)}` })
            )}
          />
        )
        : null}
      <IconButton icon={X} size="small" label={`Choose another filing for the ${side} side`} onClick={() => compareState.clear(side)} />
    </div>
  )
}

const Bar = () => {
  const left = useStore(compareState, compareState.select.left)
  const right = useStore(compareState, compareState.select.right)
  return (
    <div className="compare-bar">
      <IconButton icon={ArrowLeft} label="Leave the comparison" keys={commands.keysOf('window.escape')}
        onClick={() => commands.run('window.escape')} />
      <h1>Compare</h1>
      <Side side="left" chosen={left} />
      <IconButton icon={ArrowLeftRight} label="Swap the sides" disabled={!left || !right} onClick={() => void compareState.swap()} />
      <Side side="right" chosen={right} />
    </div>
  )
}

const Result = ({ comparison }: { readonly comparison: Comparison }) => {
  const part = useStore(compareState, compareState.select.part)
  if (part === 'safe-harbor') return <CompareSafeHarbors comparison={comparison} />
  if (part === 'factors') return <CompareFactors comparison={comparison} />
  if (part === 'figures') return <CompareFigures comparison={comparison} />
  if (comparison.rows.length === 0)
    return (
      <EmptyState icon={TriangleAlert} title="Nothing to compare"
        text="Neither document has text that can be read. Choose another document of the filings above." />
    )
  if (comparison.counts.kinds.same === comparison.rows.length) {
    return (
      <EmptyState icon={CheckCheck} title="No differences"
        text={`All ${
          String(comparison.rows.length)
        } passages say the same. White space, line ends, page furniture, capitals, quotation marks and dashes are not compared.`} />
    )
  }
  return <CompareText comparison={comparison} />
}

const Content = () => {
  const phase = useStore(compareState, compareState.select.phase)
  const left = useStore(compareState, compareState.select.left)
  const comparison = useStore(compareState, compareState.select.comparison)
  const failure = useStore(compareState, compareState.select.failure)
  if (phase === 'choosing') return <ChooseFiling key={left ? 'right' : 'left'} side={left ? 'right' : 'left'} />
  if (phase === 'failed')
    return (
      <EmptyState icon={TriangleAlert} title={failure?.message ?? 'The comparison failed.'}
        {...(failure?.remedy === undefined ? {} : { text: failure.remedy })}
        acts={<Button tone="plain" onClick={() => void compareState.run()}>Compare again</Button>} />
    )
  if (!comparison) return <div className="compare-working" aria-busy="true" role="status">Comparing…</div>
  return (
    <>
      <CompareSummary comparison={comparison} />
      <Result comparison={comparison} />
    </>
  )
}

/** Two filings side by side: what was changed, moved, added and removed. */
export const CompareView = () => {
  // One that was taken up from the last start is compared once it is looked at.
  useEffect(() => void compareState.settle(), [])
  return (
    <main className="compare">
      <Bar />
      <Content />
    </main>
  )
}
