import { CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleSlash, LoaderCircle, RotateCcw, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { QueuedFile } from '#contract/import-queue'
import { countWords, numberWords } from '#model/words'
import { documentState } from '../state/document/document'
import { sizeWords } from '../state/library/library-list'
import { libraryState } from '../state/library/library'
import { endWords, isBusy, latestOf, queueState, turnOf } from '../state/library/queue'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { Segments } from '../ui/fields'
import { Icon } from '../ui/icon'
import { Progress } from '../ui/progress'
import { nameOf } from './file-name'
import { QueueTwins, useImportTwins } from './queue-twins'

const STATES: Readonly<Record<QueuedFile['state'], { readonly words: string; readonly icon: LucideIcon; readonly rank: number }>> = {
  running: { words: 'Reading', icon: LoaderCircle, rank: 0 },
  failed: { words: 'Not imported', icon: CircleAlert, rank: 1 },
  waiting: { words: 'Waiting', icon: CircleDashed, rank: 2 },
  cancelled: { words: 'Stopped', icon: CircleSlash, rank: 3 },
  done: { words: 'Imported', icon: CircleCheck, rank: 5 },
  already: { words: 'Already in the library', icon: CircleDot, rank: 6 },
  skipped: { words: 'Skipped: no filing by its name', icon: CircleSlash, rank: 4 }
}

const wordsOf = ({ state, failure, sameTextAs }: QueuedFile): string => {
  if (failure) return [failure.message, failure.remedy].filter((part) => part !== undefined).join(' ')
  if (sameTextAs === null) return STATES[state].words
  const twin = libraryState.store.get().filings.find(({ id }) => id === sameTextAs)
  return `${STATES[state].words}; same text as ${twin ? `“${twin.title}”` : 'another filing'}`
}

const FileLine = (
  { file, top, index, measure }: { readonly file: QueuedFile; readonly top: number; readonly index: number;
    readonly measure: (element: HTMLLIElement | null) => void }
) => {
  const { filingId, job, path, state, sameTextAs } = file
  const words = wordsOf(file)
  return (
    <li ref={measure} data-index={index} className="file-line queue-line" data-state={state}
      data-short={file.failure === null && sameTextAs === null} style={{ transform: `translateY(${String(top)}px)` }}
    >
      <Icon of={STATES[state].icon} size={14} />
      {filingId === null
        ? <span className="file-name truncate" title={path}>{nameOf(path)}</span>
        : (
          <button type="button" className="file-name truncate" title={path} onClick={() => void documentState.openFiling(filingId)}>
            {nameOf(path)}
          </button>
        )}
      <span className="file-words" title={words}>{words}</span>
      {state === 'waiting' || state === 'running'
        ? <IconButton size="small" icon={X} label={`Stop importing ${nameOf(path)}`} onClick={() => void queueState.cancel([job])} />
        : null}
      {state === 'failed' || state === 'cancelled'
        ? <IconButton size="small" icon={RotateCcw} label={`Try ${nameOf(path)} again`} onClick={() => void queueState.retry([job])} />
        : null}
    </li>
  )
}

/** Height of a line of the queue before it is measured, in CSS pixels; why a file was refused takes more than one line. */
const LINE = 30

const Files = ({ files }: { readonly files: readonly QueuedFile[] }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const sorted = useMemo(() => files.toSorted((a, b) => STATES[a.state].rank - STATES[b.state].rank), [files])
  const list = useVirtualizer<HTMLDivElement, HTMLLIElement>({ count: sorted.length, getScrollElement: () => scroller.current,
    estimateSize: () => LINE, getItemKey: (index) => sorted[index]?.job ?? index, overscan: 8 })
  return (
    <div ref={scroller} className="queue-scroll" tabIndex={0} role="region" aria-label="Files of the queue">
      <ul style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const file = sorted[index]
          return file ? <FileLine key={file.job} file={file} top={start} index={index} measure={list.measureElement} /> : null
        })}
      </ul>
    </div>
  )
}

const Summary = () => {
  const all = useStore(queueState, queueState.select.progress)
  const interrupted = useStore(queueState, queueState.select.interrupted)
  const progress = { ...all, ...latestOf(all) }
  if (interrupted) {
    return (
      <div className="queue-offer">
        <p>The last import was interrupted: {countWords(progress.cancelled, 'file was', 'files were')} not read.</p>
        <Button size="small" tone="primary" onClick={() => void queueState.retry(null)}>Continue the import</Button>
        <Button size="small" onClick={() => void queueState.leaveRest()}>Leave it</Button>
      </div>
    )
  }
  const turn = turnOf(progress)
  const words = isBusy(progress)
    ? `${numberWords(turn.done)} of ${countWords(turn.all, 'file')}${
      progress.failed > 0 ? `, ${numberWords(progress.failed)} not imported` : ''
    }`
    : endWords(progress)
  return (
    <div className="queue-sum numeric">
      <span>{words}</span>
      <span className="grow" />
      {progress.totalBytes === 0
        ? null
        : <span>{sizeWords(progress.doneBytes)}{isBusy(progress) ? ` of ${sizeWords(progress.totalBytes)}` : ''}</span>}
      {isBusy(progress) ? <Progress label="Import" done={progress.doneBytes} total={Math.max(1, progress.totalBytes)} /> : null}
    </div>
  )
}

type QueuePart = 'files' | 'twins'

/** The import queue in the corner of the window, beside which one reads on: every file, what became of it, and what to do about it. */
export const QueuePanel = () => {
  const open = useStore(queueState, queueState.select.open)
  const interrupted = useStore(queueState, queueState.select.interrupted)
  const files = useStore(queueState, queueState.select.files)
  const progress = useStore(queueState, queueState.select.progress)
  const [part, setPart] = useState<QueuePart>('files')
  const twins = useImportTwins(files, open && part === 'twins')
  if (!open && !interrupted) return null
  const busy = isBusy(progress) && !interrupted
  const again = files.some(({ state }) => state === 'failed' || state === 'cancelled')
  return (
    <section className="queue-panel" aria-label="Import queue">
      <header className="queue-head">
        <h2>{busy ? 'Importing' : 'Import queue'}</h2>
        <span className="grow" />
        {busy ? <Button size="small" onClick={() => void queueState.cancel(null)}>Stop all</Button> : null}
        {again && !interrupted
          ? <Button size="small" icon={RotateCcw} onClick={() => void queueState.retry(null)}>Try again</Button>
          : null}
        {!busy && !interrupted && files.length > 0 ? <Button size="small" onClick={() => void queueState.clear(true)}>Clear</Button> : null}
        <IconButton size="small" icon={X} label="Hide the import queue" onClick={queueState.hide} />
      </header>
      <Summary />
      {files.length === 0 ? null : (
        <Segments<QueuePart>
          label="What is shown of the queue"
          value={part}
          onChange={setPart}
          options={[{ value: 'files', label: 'Files' }, { value: 'twins', label: `Duplicates ${numberWords(twins.length)}` }]}
        />
      )}
      {part === 'twins' && files.length > 0 ? <QueueTwins twins={twins} /> : null}
      {files.length === 0
        ? <p className="queue-none">Nothing is queued. Drop files or whole folders on the window, or choose Import.</p>
        : part === 'files'
        ? <Files files={files} />
        : null}
    </section>
  )
}
