import { Copy, ShieldCheck } from 'lucide-react'
import type { HistoryReport } from '#contract/sealed-log'
import { shortHead } from '#model/history-head'
import { historyWords } from '#model/history-words'
import { historyCheckState } from '../state/library/history-check'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { TextField } from '../ui/fields'

const Report = ({ report }: { readonly report: HistoryReport }) => {
  const { whole, lines: [first = '', ...rest] } = historyWords(report)
  return (
    <div className="history-report" role="status">
      <p className={whole ? 'setting-label' : 'setting-warning'}>{first}</p>
      {rest.map((line) => <p key={line} className="setting-about">{line}</p>)}
      {report.head
        ? (
          <p className="setting-path">
            Head {shortHead(report.head)}{' '}
            <IconButton size="small" icon={Copy} label="Copy the whole head" onClick={() => void historyCheckState.copyHead()} />
          </p>
        )
        : null}
    </div>
  )
}

/** The sealed history: a check on demand, and a head from an exported file to compare it with. */
export const HistorySettings = () => {
  const report = useStore(historyCheckState, historyCheckState.select.report)
  const checking = useStore(historyCheckState, historyCheckState.select.checking)
  const given = useStore(historyCheckState, historyCheckState.select.given)
  return (
    <>
      <div className="setting">
        <div>
          <p className="setting-label">History</p>
          <p className="setting-about">
            Every change is sealed upon the one before. Exported files show the head of that chain; with one of them you can see later
            whether anything up to it was changed since. It proves neither who wrote nor when.
          </p>
        </div>
        <Button size="small" icon={ShieldCheck} disabled={checking} onClick={() => void historyCheckState.check()}>
          {checking ? 'Checking the history…' : 'Check the history'}
        </Button>
      </div>
      <TextField label="A head to compare, such as from the cover of a PDF"
        placeholder="A head to compare, from an exported file (optional)" value={given}
        onChange={(event) => historyCheckState.give(event.currentTarget.value)} />
      {report ? <Report report={report} /> : null}
    </>
  )
}
