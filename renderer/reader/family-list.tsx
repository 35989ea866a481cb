import { useMemo, type ReactNode } from 'react'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { documentState } from '../state/document'
import { familyOf } from '../state/family'
import { libraryState } from '../state/library'
import { useStore } from '../state/use-store'

/** How many other filings of a company are listed; the library shows all of them. */
const MOST_LISTED = 12

const Relation = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="family-part" role="group" aria-label={title}>
    <p className="family-title">{title}</p>
    <ul>{children}</ul>
  </div>
)

const Row = ({ head, title, current = false, onGo }: { readonly head: string; readonly title: string; readonly current?: boolean; readonly onGo: () => void }) => (
  <li>
    <button type="button" className="family-row" aria-current={current ? 'true' : undefined} onClick={onGo}>
      <span className="family-head">{head}</span><span className="family-name truncate">{title}</span>
    </button>
  </li>
)

const headOf = ({ form, exhibit, filedAt }: FilingSummary): string => [exhibit ?? form ?? 'Filing', filedAt].filter((part) => part !== null).join(' · ')

const Filings = ({ title, filings }: { readonly title: string; readonly filings: readonly FilingSummary[] }) => (
  filings.length === 0
    ? null
    : (
      <Relation title={title}>
        {filings.slice(0, MOST_LISTED).map((filing) => <Row key={filing.id} head={headOf(filing)} title={filing.title} onGo={() => { void documentState.openFiling(filing.id) }} />)}
        {filings.length > MOST_LISTED ? <li className="family-more">{filings.length - MOST_LISTED} more in the library</li> : null}
      </Relation>
    )
)

/** What belongs to the open filing: the documents of its submission, and the amendments and other filings of its company in the library. */
export const FamilyList = ({ open }: { readonly open: OpenFiling }) => {
  const filings = useStore(libraryState, (state) => state.filings)
  const sequence = useStore(documentState, documentState.select.sequence)
  const family = useMemo(() => familyOf(open.filing, filings), [open.filing, filings])
  const { documents } = open
  if (documents.length < 2 && family.submission.length + family.amendments.length + family.company.length === 0) return null
  return (
    <section className="family" aria-label="Family">
      <h3>Family</h3>
      {documents.length < 2 ? null : (
        <Relation title="This submission">
          {documents.map((document) => (
            <Row
              key={document.sequence} current={document.sequence === sequence} head={document.type ?? `Document ${String(document.sequence)}`}
              title={document.description ?? document.filename ?? ''} onGo={() => { void documentState.showDocument(document.sequence) }}
            />
          ))}
        </Relation>
      )}
      <Filings title="Also filed with it" filings={family.submission} />
      <Filings title={open.filing.form?.endsWith('/A') === true ? 'What it amends, and other amendments' : 'Amendments'} filings={family.amendments} />
      <Filings title="Same company" filings={family.company} />
    </section>
  )
}
