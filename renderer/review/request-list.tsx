import { commands } from '../state/commands/commands'
import { CircleHelp, Copy, FileDown, Group } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { RequestItem } from '#contract/review'
import { copyText } from '../state/window/clipboard'
import { reviewState } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { DateText } from '../ui/date-text'
import { EmptyState } from '../ui/empty-state'
import { Kbd } from '../ui/kbd'
import { Menu, MenuChoice } from '../ui/menu'
import { GROUP_WORDS, isOverdue, partsOf, requestsAsMarkdown, STATUS_WORDS, type RequestGroup } from './request-words'
import { countWords } from '#model/words'

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-')
}

const Request = ({ item }: { readonly item: RequestItem }) => {
  const { note, filing, quote, sectionPath } = item
  const late = isOverdue(item, today())
  return (
    <li className="request">
      <button type="button" className="request-words" title="Go to the question" onClick={() => void reviewState.openRequest(item)}>
        {note.text.trim() || 'Question without words'}
      </button>
      {quote === null ? null : <blockquote className="request-quote">{quote}</blockquote>}
      <p className="request-facts">
        <Badge tone={note.status === 'open' ? 'warn' : 'plain'}>{STATUS_WORDS[note.status]}</Badge>
        <span>{note.owner ?? 'No owner yet'}</span>
        {note.dueAt === null ? null : (
          <span className="numeric" data-late={late}>
            {late ? 'Overdue since ' : 'Due '}
            <DateText iso={note.dueAt.slice(0, 10)} />
          </span>
        )}
        <span className="truncate request-place" title={[filing.title, ...sectionPath].join(' › ')}>
          {[filing.title, ...sectionPath.slice(-1)].join(' › ')}
        </span>
      </p>
    </li>
  )
}

/** The open questions of all filings as a list to be sent: by owner, day, filing or status; copied or written to a file. */
export const RequestList = () => {
  const requests = useStore(reviewState, reviewState.select.requests)
  const [group, setGroup] = useState<RequestGroup>('owner')
  const parts = useMemo(() => partsOf(requests ?? [], group, today()), [requests, group])
  if (requests === null) return <div className="review-working" role="status" aria-busy="true">Reading the questions…</div>
  if (requests.length === 0) {
    return (
      <EmptyState icon={CircleHelp} title="No open questions" text={
        <>
          Write a note on any words (<Kbd keys={commands.keysOf('note')} />), set it to “Open”, and name who answers and by when. Every such
          question is gathered here, ready to be sent.
        </>
      } />
    )
  }
  return (
    <div className="review-part">
      <div className="review-tools" role="toolbar" aria-label="Request list">
        <Menu label="Group" trigger={<Button size="small" icon={Group}>By {GROUP_WORDS[group].toLowerCase()}</Button>}>
          {(Object.keys(GROUP_WORDS) as readonly RequestGroup[]).map((one) => (
            <MenuChoice key={one} checked={one === group} onSelect={() => setGroup(one)}>{GROUP_WORDS[one]}</MenuChoice>
          ))}
        </Menu>
        <span className="review-count numeric" role="status">{countWords(requests.length, 'question')}</span>
        <span className="grow" />
        <Button size="small" icon={Copy} onClick={() => void copyText(requestsAsMarkdown(parts), 'Request list copied.')}>
          Copy
        </Button>
        <Button size="small" icon={FileDown} onClick={() => void reviewState.exportRequests()}>Export…</Button>
      </div>
      <div className="review-scroll" tabIndex={0} role="region" aria-label="Questions">
        {parts.map(({ head, items }) => (
          <section key={head} className="request-part" aria-label={head}>
            <h2>
              {head} <span className="numeric">{items.length}</span>
            </h2>
            <ul>{items.map((item) => <Request key={item.note.id} item={item} />)}</ul>
          </section>
        ))}
      </div>
    </div>
  )
}
