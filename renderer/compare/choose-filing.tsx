import { FileText, GitCompareArrows, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { FilingSummary } from '#contract/library'
import { compareState, type CompareSide } from '../state/compare'
import { libraryState } from '../state/library'
import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'

const factsOf = ({ company, form, exhibit, filedAt, fileName }: FilingSummary): string =>
  [company, form, exhibit, filedAt].filter((part) => part !== null && part !== '').join(' · ') || fileName

const matches = (filing: FilingSummary, query: string): boolean => {
  const hay = `${filing.title} ${factsOf(filing)} ${filing.fileName} ${filing.accession ?? ''}`.toLowerCase()
  return query.toLowerCase().split(/\s+/).every((word) => hay.includes(word))
}

/** The filings to choose from: those of the same company first, the newest first. */
const orderFor = (filings: readonly FilingSummary[], other: FilingSummary | null): readonly FilingSummary[] => {
  const near = (filing: FilingSummary): number => Number(other?.company !== null && filing.company === other?.company)
  return [...filings].sort((a, b) => near(b) - near(a) || (b.filedAt ?? b.importedAt).localeCompare(a.filedAt ?? a.importedAt))
}

/** The list from which one side of a comparison is chosen. */
export const ChooseFiling = ({ side }: { readonly side: CompareSide }) => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const other = useStore(compareState, side === 'left' ? compareState.select.right : compareState.select.left)?.open.filing ?? null
  const [query, setQuery] = useState('')
  const able = useMemo(() => orderFor(filings.filter((filing) => filing.id !== other?.id || filing.documents > 1), other), [filings, other])
  const list = able.filter((filing) => matches(filing, query))
  if (able.length === 0 || filings.length + Number((other?.documents ?? 0) > 1) < 2) {
    return (
      <EmptyState
        icon={GitCompareArrows} title="A comparison takes two filings" text="Import a second one: the release of another quarter, last year’s annual report, or an amendment. Then choose it here."
        acts={<Button tone="plain" onClick={() => { viewState.show('library') }}>Go to the library</Button>}
      />
    )
  }
  return (
    <div className="compare-choose">
      <p className="compare-lead">{other ? <>Compare <strong>{other.title}</strong> with…</> : 'Choose the first filing, the earlier one by custom.'}</p>
      <TextField label="Filter the filings" placeholder="Filter by title, company, form or date" icon={Search} value={query} autoFocus onChange={(event) => { setQuery(event.target.value) }} />
      <ul className="compare-filings" aria-label="Filings to compare with">
        {list.map((filing) => (
          <li key={filing.id}>
            <button type="button" onClick={() => { void compareState.choose(side, filing.id) }}>
              <Icon of={FileText} size={14} />
              <span className="compare-filing"><span className="truncate">{filing.title}</span><span className="compare-facts truncate">{factsOf(filing)}</span></span>
            </button>
          </li>
        ))}
      </ul>
      {list.length === 0 ? <p className="compare-lead">No filing matches “{query}”.</p> : null}
    </div>
  )
}
