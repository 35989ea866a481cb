import { Search } from 'lucide-react'
import { useState } from 'react'
import type { FilingSummary } from '#contract/library'
import { documentState } from '../../state/document/document'
import { libraryState } from '../../state/library/library'
import { useShallow, useStore } from '../../state/window/use-store'
import { versionsState } from '../../state/compare/versions'
import { dayNow } from '../../state/window/dates'
import { viewState } from '../../state/window/view'
import { useDateWords } from '../../ui/date-text'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { TextField } from '../../ui/fields'
import { pressList } from '../../ui/list-keys'

const factsOf = ({ company, form, exhibit, filedAt, fileName }: FilingSummary, date = (iso: string): string => iso): string =>
  [company, exhibit ?? form, filedAt && date(filedAt), fileName].filter((part) => part !== null && part !== '').join(' · ')

const matches = (filing: FilingSummary, query: string): boolean => {
  const hay = `${filing.title} ${factsOf(filing)} ${factsOf(filing, dayNow)} ${filing.accession ?? ''}`.toLowerCase()
  return query.toLowerCase().split(/\s+/).every((word) => hay.includes(word))
}

const Choices = ({ open }: { readonly open: FilingSummary }) => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const linked = useShallow(versionsState, ({ links }) => links.flatMap(({ olderId, newerId }) => [olderId, newerId]))
  const [query, setQuery] = useState('')
  const { short } = useDateWords()
  const able = filings.filter((filing) => filing.id !== open.id && filing.trashedAt === null && !linked.includes(filing.id))
  const near = (filing: FilingSummary): number => Number(filing.company !== null && filing.company === open.company)
  const list = [...able].sort((a, b) => near(b) - near(a)).filter((filing) => matches(filing, query))
  if (able.length === 0)
    return (
      <EmptyState title="No other filing to link with"
        text="Import the other version first. Filings already linked with this one are not listed." />
    )
  return (
    <div onKeyDown={(event) => pressList(event, '.link-list button')}>
      <TextField label="Filter the filings" placeholder="Filter by title, company, form or date" icon={Search} value={query} data-autofocus
        onChange={(event) => setQuery(event.target.value)} />
      <ul className="link-list" aria-label="Filings to link with">
        {list.map((filing) => (
          <li key={filing.id}>
            <button type="button" onClick={() => void versionsState.chosen(filing.id)}>
              <span className="truncate">{filing.title}</span>
              <span className="link-facts truncate">{factsOf(filing, short)}</span>
            </button>
          </li>
        ))}
      </ul>
      {list.length === 0 ? <p className="link-facts">No filing matches “{query}”.</p> : null}
    </div>
  )
}

/** The choice of the filing that the open one is a later version of, or belongs with. */
export const LinkDialog = () => {
  const shown = useStore(viewState, (state) => state.dialog === 'link')
  const purpose = useStore(versionsState, versionsState.select.purpose)
  const open = useStore(documentState, documentState.select.open)?.filing ?? null
  const title = purpose === 'family' ? 'Link to the family of…' : 'Link as a later version of…'
  return (
    <Dialog open={shown && open !== null} onClose={viewState.closeDialog} title={title}>
      {open ?
        (
          <>
            <p className="link-facts">
              {purpose === 'family'
                ? 'The two filings then list each other. Highlights and notes stay where they are.'
                : 'Highlights and notes of the older version are looked for in this one. Those whose words changed wait for your decision.'}
            </p>
            <Choices open={open} />
          </>
        ) :
        null}
    </Dialog>
  )
}
