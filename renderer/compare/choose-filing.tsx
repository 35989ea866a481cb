import { FileText, GitCompareArrows, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { isSameCompany } from '#model/filing-identity'
import type { FilingSummary } from '#contract/library'
import type { VersionCandidate } from '#contract/version'
import { commands } from '../state/commands/commands'
import { compareState, type CompareSide } from '../state/compare/compare'
import { counterpartsOf } from '../state/compare/compare-counterparts'
import { dayNow } from '../state/window/dates'
import { libraryState } from '../state/library/library'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { useDateWords } from '../ui/date-text'
import { EmptyState } from '../ui/empty-state'
import { FactsLine } from '../ui/facts-line'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { pressList } from '../ui/list-keys'

const factsOf = ({ company, form, exhibit, filedAt, fileName }: FilingSummary, date = (iso: string): string => iso): string =>
  [company, form, exhibit, filedAt === null ? null : date(filedAt)].filter((part) => part !== null && part !== '').join(' · ') || fileName

const matches = (filing: FilingSummary, query: string): boolean => {
  const hay = `${filing.title} ${factsOf(filing)} ${factsOf(filing, dayNow)} ${filing.fileName} ${filing.accession ?? ''}`.toLowerCase()
  return query.toLowerCase().split(/\s+/).every((word) => hay.includes(word))
}

/** The filings to choose from: those of the same company first, the newest first. */
const orderFor = (filings: readonly FilingSummary[], other: FilingSummary | null): readonly FilingSummary[] => {
  const near = (filing: FilingSummary): number => Number(other !== null && isSameCompany(other, filing))
  return [...filings].sort((a, b) => near(b) - near(a) || (b.filedAt ?? b.importedAt).localeCompare(a.filedAt ?? a.importedAt))
}

/** How many filings are listed at a time; typing narrows them. */
const MOST = 200

const Filing = (
  { filing, side, why = null }: { readonly filing: FilingSummary; readonly side: CompareSide; readonly why?: string | null }
) => {
  const { short } = useDateWords()
  return (
    <li>
      <button type="button" onClick={() => void compareState.choose(side, filing.id)}>
        <Icon of={FileText} size={14} />
        <span className="compare-filing">
          <span className="truncate">{filing.title}</span>
          <FactsLine className="compare-facts" who={filing.company} otherwise={filing.fileName}
            rest={[filing.form, filing.exhibit, filing.filedAt === null ? null : short(filing.filedAt)]} />
        </span>
        {why === null ? null : <span className="badge">{why}</span>}
      </button>
    </li>
  )
}

/** The versions that the library itself proposes for a filing. */
const useCandidates = (filing: FilingSummary | null): readonly VersionCandidate[] => {
  const [found, setFound] = useState<{ readonly id: string; readonly candidates: readonly VersionCandidate[] } | null>(null)
  const id = filing?.id ?? null
  useEffect(() => {
    if (id === null) return
    void compareState.candidates(id).then((candidates) => setFound({ id, candidates }))
  }, [id])
  return found !== null && found.id === id ? found.candidates : []
}

/** The list from which one side of a comparison is chosen, the likeliest filings first. */
export const ChooseFiling = ({ side }: { readonly side: CompareSide }) => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const other = useStore(compareState, side === 'left' ? compareState.select.right : compareState.select.left)?.open.filing ?? null
  const [query, setQuery] = useState('')
  const candidates = useCandidates(other)
  const able = useMemo(() => orderFor(filings.filter((filing) => filing.id !== other?.id || filing.documents > 1), other), [filings, other])
  const likely = useMemo(() => other ? counterpartsOf(other, filings, candidates) : [], [other, filings, candidates]).filter(({ filing }) =>
    matches(filing, query)
  )
  const list = able.filter((filing) => matches(filing, query) && !likely.some(({ filing: { id } }) => id === filing.id))
  if (able.length === 0 || filings.length + Number((other?.documents ?? 0) > 1) < 2) {
    return (
      <EmptyState
        icon={GitCompareArrows}
        title="A comparison takes two filings"
        text="Import a second one: the release of another quarter, last year’s annual report, or an amendment. Then choose it here."
        acts={<Button tone="plain" onClick={() => viewState.show('library')}>Go to the library</Button>}
      />
    )
  }
  return (
    <div className="compare-choose" onKeyDown={(event) => pressList(event, '.compare-filings button')}>
      <p className="compare-lead">
        {other
          ? (
            <>
              Compare <strong>{other.title}</strong> with…
            </>
          )
          : 'Choose the first filing, usually the earlier one.'}
      </p>
      <TextField label="Filter the filings" placeholder="Filter by title, company, form or date" icon={Search} value={query} autoFocus
        onChange={(event) => setQuery(event.target.value)} onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (query === '') commands.run('window.escape')
        else setQuery('')
      }} />
      <div className="compare-filings">
        {likely.length === 0 ? null : (
          <section aria-label="Likely counterparts">
            <h2>Likely counterparts</h2>
            <ul>{likely.map(({ filing, why }) => <Filing key={filing.id} filing={filing} side={side} why={why} />)}</ul>
          </section>
        )}
        {list.length === 0 ? null : (
          <section aria-label="All filings">
            {likely.length === 0 ? null : <h2>All filings</h2>}
            <ul aria-label="Filings to compare with">
              {list.slice(0, MOST).map((filing) => <Filing key={filing.id} filing={filing} side={side} />)}
            </ul>
            {list.length > MOST ? <p className="compare-lead">{list.length - MOST} more; type to narrow them.</p> : null}
          </section>
        )}
        {likely.length + list.length === 0 ? <p className="compare-lead">No filing matches “{query}”.</p> : null}
      </div>
    </div>
  )
}
