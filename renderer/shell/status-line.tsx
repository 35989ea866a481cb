import { ShieldCheck, X } from 'lucide-react'
import type { WorkProgress } from '#contract/library'
import { countWords } from '#model/words'
import { commands } from '../state/commands/commands'
import { documentState } from '../state/document/document'
import { feedbackState } from '../state/window/feedback'
import { notSaved } from '../state/window/not-saved'
import { libraryState } from '../state/library/library'
import { isBusy, latestOf, queueState, turnOf } from '../state/library/queue'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import { Progress } from '../ui/progress'

const STAGES: Readonly<Record<WorkProgress['stage'], string>> = {
  reading: 'Reading',
  decoding: 'Decoding',
  parsing: 'Parsing',
  segmenting: 'Finding sentences',
  detecting: 'Looking for findings',
  storing: 'Storing',
  printing: 'Printing',
  comparing: 'Comparing',
  anchoring: 'Looking for highlights in',
  writing: 'Exporting',
  matching: 'Reading'
}

/** The stages of an import. Those of the queue are told as one; beside it only what the reader waits for is told by itself. */
const OF_IMPORTS: readonly WorkProgress['stage'][] = ['reading', 'decoding', 'parsing', 'segmenting', 'detecting', 'storing']

/** The words of the button that stops a piece of work. */
const stopWords = (
  { stage, file }: WorkProgress
): string => (['printing', 'comparing', 'anchoring'].includes(stage) ? 'Cancel' : `Stop importing ${file}`)

const Job = ({ job }: { readonly job: WorkProgress }) => (
  <div className="job">
    <span className="truncate">{STAGES[job.stage]} {job.file}</span>
    <Progress label={`${STAGES[job.stage]} ${job.file}`} done={job.done} total={job.total} />
    <IconButton size="small" icon={X} label={stopWords(job)} onClick={() => void libraryState.cancel(job.job)} />
  </div>
)

/** How far the import queue is; it opens the panel with every file. */
const Queue = () => {
  const progress = useStore(queueState, queueState.select.progress)
  const open = useStore(queueState, queueState.select.open)
  const { failed, doneBytes, totalBytes } = latestOf(progress)
  if (!isBusy(progress) && failed === 0) return null
  const { done, all } = turnOf(latestOf(progress))
  const words = isBusy(progress) ? `Importing ${String(done)} of ${String(all)}` : 'Import ended'
  return (
    <button type="button" className="job job-queue numeric" aria-expanded={open} title="Show the import queue"
      onClick={() => queueState.setOpen(!open)}
    >
      <span>{words}{failed > 0 ? `, ${String(failed)} not imported` : ''}</span>
      {isBusy(progress) ? <Progress label="Import" done={doneBytes} total={Math.max(1, totalBytes)} /> : null}
    </button>
  )
}

/** How many documents are read in the background yet, so that their words can be found. */
const ToRead = () => {
  const left = useStore(libraryState, libraryState.select.toRead)
  return left === 0 ? null : <span className="numeric status-fact">{countWords(left, 'document')} to read</span>
}

/** The word about saving: "Saved" only after the commit, and the reason where something could not be saved. */
const SavedState = () => {
  const { kind, failure } = useStore(feedbackState, feedbackState.select.saving)
  const words = { idle: '', saving: 'Saving…', saved: 'Saved', unsaved: notSaved(failure?.message ?? '') }[kind]
  return <span className={`saved saved-${kind}`} role="status">{words}</span>
}

/** The line at the foot of the window: what goes on, whether all is saved, and the promise that nothing leaves the machine. */
export const StatusLine = () => {
  const jobs = useStore(libraryState, libraryState.select.jobs)
  const importing = useStore(queueState, (state) => isBusy(state.progress))
  const waited = useStore(documentState, (state) => (state.phase === 'opening' ? state.open?.filing.fileName : undefined))
  const content = useStore(documentState, documentState.select.content)
  const reading = useStore(viewState, (state) => state.screen === 'reader')
  return (
    <footer className="status-line" aria-label="Status">
      {jobs.filter(({ stage, file }) => !importing || !OF_IMPORTS.includes(stage) || file === waited).map((job) => (
        <Job key={job.job} job={job} />
      ))}
      <Queue />
      <ToRead />
      {content && reading ? <span className="numeric status-fact">{countWords(content.sentences.length, 'sentence')}</span> : null}
      <span className="status-gap" />
      <SavedState />
      <span className="offline" title="Redwell opens no network connection. It has no code that could.">
        <Icon of={ShieldCheck} size={14} />Offline · 0 connections
      </span>
      <button type="button" className="status-help" onClick={() => commands.run('shortcuts')}>
        <kbd className="kbd">?</kbd> Shortcuts
      </button>
    </footer>
  )
}
