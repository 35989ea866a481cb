import type { OpenFiling } from '#contract/library'
import { countWords } from '#model/words'
import { documentState } from '../../state/document/document'
import { Popover } from '../../ui/popover'

type Notice = OpenFiling['warnings'][number]

/** What there is to know about how a file was read, one line each, with the way to the place where there is one. */
export const NoticeList = ({ notices }: { readonly notices: readonly Notice[] }) => (
  <ul className="facts-warnings" aria-label="What to know about this file">
    {notices.map(({ code, message, range }, at) => (
      <li key={`${code} ${String(at)}`}>
        {message}
        {range ? <button type="button" className="text-button" onClick={() => documentState.reveal(range)}>Show</button> : null}
      </li>
    ))}
  </ul>
)

/** How many notices there are, as a button that opens them; nothing where there are none. */
export const FilingNotices = ({ notices }: { readonly notices: readonly Notice[] }) => (
  notices.length === 0
    ? null
    : (
      <Popover label="Notices"
        trigger={<button type="button" className="badge badge-warn badge-button">{countWords(notices.length, 'notice')}</button>}
      >
        <div className="facts">
          <NoticeList notices={notices} />
        </div>
      </Popover>
    )
)
