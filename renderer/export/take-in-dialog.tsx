import { FileInput, FileUp, PackageOpen } from 'lucide-react'
import type { DragEvent } from 'react'
import type { ImportItem, ImportOutcomeKind, ImportReport } from '#contract/exchange'
import { workImportState } from '../state/review/work-import'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ExchangeProblem } from './work-export-form'
import { countWords } from '#model/words'

const OUTCOMES: readonly { readonly kind: ImportOutcomeKind; readonly words: string; readonly why: string }[] = [
  { kind: 'imported', words: 'imported', why: 'will stand in place, under the name of who made them' },
  { kind: 'orphaned', words: 'without their words', why: 'will wait in the list of orphans' },
  { kind: 'duplicate', words: 'known already', why: 'are in the library and will not be stored twice' },
  { kind: 'quarantined', words: 'not understood', why: 'will be set aside as they came, to be tried again' }
]

const FORMATS: Readonly<Record<ImportReport['format'], string>> = { 'redwell-json': 'Redwell JSON', 'redwell-csv': 'Redwell CSV',
  'w3c': 'Web annotations', 'hypothesis': 'Hypothesis', 'readwise': 'Readwise', 'zotero': 'Zotero', 'word': 'Word', 'refi-qda': 'REFI-QDA',
  'pack': 'Evidence pack' }

/** More items than this are not listed one by one; the counts stand above them. */
const MOST_LISTED = 500

const Sum = ({ report: { counts, fileName, format } }: { readonly report: ImportReport }) => (
  <div className="take-in-sum" role="status" aria-label="What was read">
    <p>
      <strong>{fileName}</strong>, {FORMATS[format]}: {countWords(counts.read, 'item')} read = {OUTCOMES.map(({ kind, words }) =>
        `${counts[kind].toLocaleString('en')} ${words}`
      ).join(' + ')}
    </p>
  </div>
)

interface ListedItem {
  readonly item: ImportItem
  /** Its place in the report, from 0. */
  readonly at: number
}

/** Whether an item is taken in; nothing where it is known already. */
const Tick = ({ item, at }: ListedItem) => {
  const leftOut = useStore(workImportState, workImportState.select.leftOut)
  const phase = useStore(workImportState, workImportState.select.phase)
  return item.outcome === 'duplicate' ?
    <span className="take-in-tick" /> :
    (
      <input type="checkbox" className="take-in-tick" aria-label={`Take in ${item.place}`} checked={!leftOut.has(at)}
        disabled={phase !== 'read'} onChange={() => workImportState.toggle(at)} />
    )
}

const Item = ({ item, at }: ListedItem) => (
  <li className={`take-in-item take-in-${item.outcome}`}>
    <Tick item={item} at={at} />
    <span className="take-in-place numeric">{item.place}</span>
    <span className="take-in-words">
      {item.quote === null ? null : <q className="take-in-quote">{item.quote}</q>}
      {item.note === null ? null : <span className="take-in-note">{item.note}</span>}
      <span className="take-in-why">
        {[item.author, item.filingTitle, item.reason].filter((part) => part !== null && part !== '').join(' · ')}
      </span>
    </span>
  </li>
)

const Report = ({ report }: { readonly report: ImportReport }) => (
  <>
    <Sum report={report} />
    {report.remarks.map((remark) => <p key={remark} className="take-in-remark">{remark}</p>)}
    {OUTCOMES.map(({ kind, words, why }) => {
      const items = report.items.map((item, at) => ({ item, at })).filter(({ item: { outcome } }) => outcome === kind)
      if (items.length === 0) return null
      return (
        <section key={kind} className="take-in-group" aria-label={words}>
          <h3>{items.length.toLocaleString('en')} {words}</h3>
          <p className="take-in-why">They {why}.</p>
          <ol className="take-in-list">{items.slice(0, MOST_LISTED).map(({ item, at }) => <Item key={at} item={item} at={at} />)}</ol>
          {items.length > MOST_LISTED ? <p className="take-in-why">and {(items.length - MOST_LISTED).toLocaleString('en')} more</p> : null}
        </section>
      )
    })}
  </>
)

const Choosing = () => (
  <div className="take-in-choose" data-autofocus tabIndex={0} onPaste={(event) => {
    const text = event.clipboardData.getData('text/plain')
    if (text !== '') void workImportState.paste(text)
  }}>
    <p>Drop a file here, paste its text, or choose one.</p>
    <p className="take-in-why">
      An evidence pack of a colleague, a Word file that came back with answers, Redwell’s own JSON and CSV, W3C Web Annotations, and what
      leaves Hypothesis, Zotero, Readwise and the tools of REFI-QDA. The file is read first, and nothing is stored until you have seen what
      becomes of each item. Nothing is placed on other words than its own.
    </p>
    <Button tone="primary" icon={FileUp} onClick={() => void workImportState.choose()}>Choose a file…</Button>
  </div>
)

const Foot = ({ onClose }: { readonly onClose: () => void }) => {
  const leftOut = useStore(workImportState, workImportState.select.leftOut)
  const phase = useStore(workImportState, workImportState.select.phase)
  const report = useStore(workImportState, workImportState.select.report)
  const setAside = useStore(workImportState, (state) => state.taken?.quarantined ?? 0)
  if (phase === 'reading') return <Button onClick={() => void workImportState.cancel()}>Stop reading</Button>
  if (phase === 'taken') {
    return (
      <>
        {setAside === 0
          ? null
          : <Button icon={PackageOpen} onClick={() => viewState.openDialog('set-aside')}>Show what was set aside</Button>}
        <Button tone="primary" onClick={onClose}>Close</Button>
      </>
    )
  }
  const stored = report ? report.counts.read - report.counts.duplicate - leftOut.size : 0
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      {phase === 'choosing' ?
        null :
        (
          <Button tone="primary" icon={FileInput} disabled={phase === 'taking' || stored === 0}
            onClick={() => void workImportState.takeIn()}
          >
            Take in {countWords(stored, 'item')}
          </Button>
        )}
    </>
  )
}

const Done = () => {
  const leftOut = useStore(workImportState, workImportState.select.leftOut)
  const setAside = useStore(workImportState, (state) => state.taken?.quarantined ?? 0)
  return (
    <p className="take-in-done" role="status">
      Taken in. One undo takes all of it back.
      {setAside === 0 ? null : ` ${countWords(setAside, 'item')} ${setAside === 1 ? 'was' : 'were'} set aside, and can be tried again.`}
      {leftOut.size === 0 ? null : ` ${countWords(leftOut.size, 'item')} without a tick ${leftOut.size === 1 ? 'was' : 'were'} left out.`}
    </p>
  )
}

const onDrop = (event: DragEvent): void => {
  event.preventDefault()
  event.stopPropagation()
  void workImportState.drop([...event.dataTransfer.files])
}

/** The screen on which somebody's work is read and taken in. */
export const TakeInDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'take-in')
  const phase = useStore(workImportState, workImportState.select.phase)
  const report = useStore(workImportState, workImportState.select.report)
  const failure = useStore(workImportState, workImportState.select.failure)
  const close = (): void => viewState.closeDialog()
  return (
    <Dialog open={open} onClose={close} title="Take in work" width="wide"
      description="Read a file of notes and highlights, then take it in." foot={<Foot onClose={close} />}
    >
      <div className="take-in" onDrop={onDrop}>
        {phase === 'choosing' ? <Choosing /> : null}
        {phase === 'reading' ? <p role="status">Reading…</p> : null}
        {phase === 'taken' ? <Done /> : null}
        {report ? <Report report={report} /> : null}
        {failure ? <ExchangeProblem failure={failure} /> : null}
      </div>
    </Dialog>
  )
}
