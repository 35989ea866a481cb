import { ArrowDown, ArrowUp, FileDown } from 'lucide-react'
import { useMemo } from 'react'
import { CHANGE_KINDS, CHANGE_MEANS, CHANGE_WORDS } from '#model/change-words'
import type { ChangeKind, Comparison } from '#contract/comparison'
import { commands } from '../state/commands/commands'
import { compareState, type ComparePart } from '../state/compare/compare'
import { placeAmong } from '../state/compare/compared-rows'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { Segments } from '../ui/fields'

const countOf = (members: readonly { readonly kind: ChangeKind }[]): Readonly<Record<ChangeKind, number>> => {
  const counts = { 'same': 0, 'number-changed': 0, 'polarity-changed': 0, 'reworded': 0, 'moved': 0, 'added': 0, 'removed': 0 }
  for (const { kind } of members) counts[kind] += 1
  return counts
}

const countsOf = (comparison: Comparison, part: ComparePart): Readonly<Record<ChangeKind, number>> => {
  switch (part) {
    case 'text':
      return comparison.counts.kinds
    case 'factors':
      return countOf(comparison.factors)
    case 'safe-harbor':
      return countOf(comparison.items)
    case 'figures':
      return countOf(comparison.figures)
  }
}

const PARTS: readonly { readonly value: ComparePart; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'factors', label: 'Risk factors' },
  { value: 'safe-harbor', label: 'Safe harbor' },
  { value: 'figures', label: 'Figures' }
]

/** What is compared, how many changes there are of each kind (each count is a filter), and how they are shown. */
export const CompareSummary = ({ comparison }: { readonly comparison: Comparison }) => {
  const shown = useStore(compareState, compareState.select.shown)
  const mode = useStore(compareState, compareState.select.mode)
  const part = useStore(compareState, compareState.select.part)
  const counts = countsOf(comparison, part)
  const total = comparison.rows.length
  const current = useStore(compareState, compareState.select.current)
  const { place, count } = useMemo(() => placeAmong(comparison.rows, shown, current), [comparison, shown, current])
  const kinds = CHANGE_KINDS.filter((kind) => part === 'text' || counts[kind] > 0)
  return (
    <div className="compare-summary" role="toolbar" aria-label="Changes">
      <Segments label="What is compared" value={part} onChange={compareState.setPart} options={PARTS} />
      <span className="compare-kinds" role="group" aria-label="Kinds of change">
        {kinds.map((kind) => (
          <Button key={kind} size="small" className="compare-filter" data-kind={kind} disabled={counts[kind] === 0}
            aria-pressed={shown.includes(kind)} title={CHANGE_MEANS[kind]} onClick={() => compareState.toggleKind(kind)}
          >
            {CHANGE_WORDS[kind]} <span className="badge">{counts[kind]}</span>
          </Button>
        ))}
        {shown.length > 0 ? <Button size="small" onClick={compareState.showAll}>Show all</Button> : null}
      </span>
      <span className="compare-same numeric" title="Of all passages of both sides">
        {total === 0 ? 0 : Math.floor((100 * comparison.counts.kinds.same) / total)}% the same
      </span>
      <span className="compare-gap" />
      {part === 'text'
        ? (
          <>
            <IconButton icon={ArrowUp} size="small" label="Previous change" keys={commands.keysOf('previous-suggestion')}
              onClick={() => compareState.step(-1)} />
            <span className="compare-place numeric" title="Which of the changes shown">{place === 0 ? '–' : place} of {count}</span>
            <IconButton icon={ArrowDown} size="small" label="Next change" keys={commands.keysOf('next-suggestion')}
              onClick={() => compareState.step(1)} />
            <Segments label="Layout of the changes" value={mode} onChange={compareState.setMode}
              options={[{ value: 'side-by-side', label: 'Side by side' }, { value: 'inline', label: 'Inline' }]} />
          </>
        )
        : null}
      <IconButton icon={FileDown} label="Export the comparison as PDF" keys={commands.keysOf('export-pdf')}
        onClick={() => void compareState.exportPdf()} />
    </div>
  )
}
