import { Link2, Unlink } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { documentState } from '../../state/document/document'
import { familyOf } from '../../state/compare/family'
import { libraryState } from '../../state/library/library'
import { useStore } from '../../state/window/use-store'
import { versionsState } from '../../state/compare/versions'
import { Button, IconButton } from '../../ui/button'
import { useDateWords } from '../../ui/date-text'
import { FamilyCopies } from './family-copies'

/** How many other filings of a company are listed; the library shows all of them. */
const MOST_LISTED = 12

const Relation = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="family-part" role="group" aria-label={title}>
    <p className="family-title">{title}</p>
    <ul>{children}</ul>
  </div>
)

const Row = (
  { head, title, current = false, onGo }: { readonly head: string; readonly title: string; readonly current?: boolean;
    readonly onGo: () => void }
) => (
  <li>
    <button type="button" className="line-button" aria-current={current ? 'true' : undefined} onClick={onGo}>
      <span className="family-head">{head}</span>
      <span className="family-name truncate">{title}</span>
    </button>
  </li>
)

const LINK_TITLES: Readonly<Record<'older' | 'newer' | 'family', string>> = { older: 'Earlier versions', newer: 'Later versions',
  family: 'Linked by hand' }

const Linked = (
  { of: { id, title }, relation, filings }: { readonly of: FilingSummary; readonly relation: keyof typeof LINK_TITLES;
    readonly filings: readonly FilingSummary[] }
) => {
  const links = useStore(versionsState, versionsState.select.links)
  const { short } = useDateWords()
  const rows = links.flatMap((link) => {
    const is = link.kind === 'family' ? 'family' : link.newerId === id ? 'older' : 'newer'
    const other = filings.find((filing) => filing.id === (link.newerId === id ? link.olderId : link.newerId))
    return is === relation && other ? [{ link, other }] : []
  })
  if (rows.length === 0) return null
  return (
    <div className="family-part" role="group" aria-label={LINK_TITLES[relation]}>
      <p className="family-title">{LINK_TITLES[relation]}</p>
      <ul>
        {rows.map(({ link, other }) => (
          <li key={other.id} className="family-linked">
            <button type="button" className="line-button" onClick={() => void documentState.openFiling(other.id)}>
              <span className="family-head">{headOf(other, short)}</span>
              <span className="family-name truncate">{other.title === title ? other.fileName : other.title}</span>
            </button>
            <IconButton size="small" icon={Unlink} label={`Unlink ${other.title}`} onClick={() => void versionsState.unlink(link)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const headOf = ({ form, exhibit, filedAt }: FilingSummary, date: (iso: string) => string): string =>
  [exhibit ?? form ?? 'Filing', filedAt && date(filedAt)].filter((part) => part !== null).join(' · ')

const Filings = ({ title, filings }: { readonly title: string; readonly filings: readonly FilingSummary[] }) => {
  const { short } = useDateWords()
  if (filings.length === 0) return null
  return (
    <Relation title={title}>
      {filings.slice(0, MOST_LISTED).map((filing) => (
        <Row key={filing.id} head={headOf(filing, short)} title={filing.title} onGo={() => void documentState.openFiling(filing.id)} />
      ))}
      {filings.length > MOST_LISTED ? <li className="family-more">{filings.length - MOST_LISTED} more in the library</li> : null}
    </Relation>
  )
}

/** What belongs to the open filing: the documents of its submission, and the amendments and other filings of its company in the library. */
export const FamilyList = ({ open }: { readonly open: OpenFiling }) => {
  const filings = useStore(libraryState, (state) => state.filings)
  const sequence = useStore(documentState, documentState.select.sequence)
  const links = useStore(versionsState, versionsState.select.links)
  const family = useMemo(() => {
    const linked = new Set(links.flatMap(({ olderId, newerId }) => [olderId, newerId]))
    return familyOf(open.filing, filings.filter(({ id }) => !linked.has(id)))
  }, [open.filing, filings, links])
  const { documents } = open
  return (
    <section className="family" aria-label="Family">
      <h3>Family</h3>
      <Linked of={open.filing} relation="older" filings={filings} />
      <Linked of={open.filing} relation="newer" filings={filings} />
      <Linked of={open.filing} relation="family" filings={filings} />
      {documents.length < 2 ? null : (
        <Relation title="This submission">
          {documents.map((document) => (
            <Row
              key={document.sequence}
              current={document.sequence === sequence}
              head={document.type ?? `Document ${String(document.sequence)}`}
              title={document.description ?? document.filename ?? ''}
              onGo={() => void documentState.showDocument(document.sequence)}
            />
          ))}
        </Relation>
      )}
      <FamilyCopies />
      <Filings title="Also filed with it" filings={family.submission} />
      <Filings title={open.filing.form?.endsWith('/A') === true ? 'What it amends, and other amendments' : 'Amendments'}
        filings={family.amendments} />
      <Filings title="Filed the same day" filings={family.sameDay} />
      <Filings title="Same company" filings={family.company} />
      <div className="family-acts">
        <Button size="small" icon={Link2} onClick={() => versionsState.choose('later-version')}>Later version of…</Button>
        <Button size="small" icon={Link2} onClick={() => versionsState.choose('family')}>Same family as…</Button>
      </div>
    </section>
  )
}
