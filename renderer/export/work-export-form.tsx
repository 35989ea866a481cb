import { CircleCheck, Copy, TriangleAlert } from 'lucide-react'
import type { ScopeTally, WrittenExport } from '#contract/exchange'
import { ME } from '#contract/person'
import type { Failure } from '#contract/result'
import { documentState } from '../state/document/document'
import { packExportState } from '../state/review/pack-export'
import { workExportState, type MeantFilings } from '../state/review/work-export'
import { copyText } from '../state/window/clipboard'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button } from '../ui/button'
import { Segments, Select, Switch } from '../ui/fields'
import { Icon } from '../ui/icon'
import { Progress } from '../ui/progress'
import { countWords } from '#model/words'
import { PackForm, PackWritten } from './pack-form'

const SUGGESTIONS = [{ value: 'all', label: 'All' }, { value: 'accepted', label: 'Accepted only' }, { value: 'none',
  label: 'None' }] as const

const NOTES = [{ value: 'all', label: 'All' }, { value: 'questions', label: 'Questions' }, { value: 'waiting',
  label: 'Open or asked' }] as const

const Tally = ({ tally }: { readonly tally: ScopeTally }) => {
  const { kept, leftOut } = tally
  const left = leftOut.marks + leftOut.notes + leftOut.decisions + leftOut.reviews
  return (
    <p className="export-says" role="status" aria-label="What will be written">
      {[countWords(kept.filings, 'filing', 'filings'), countWords(kept.marks, 'highlight', 'highlights'),
        countWords(kept.notes, 'note', 'notes'), countWords(kept.questions, 'question', 'questions'),
        countWords(kept.decisions, 'decision', 'decisions'), countWords(kept.reviews, 'reviewed section', 'reviewed sections')].join(', ')}.
      {left === 0
        ? ' Nothing of these filings is left out.'
        : ` ${countWords(left, 'thing', 'things')} of these filings left out by the choice above.`}
    </p>
  )
}

/** What stands for "no choice" in a list of choices; no id is empty. */
const ALL = ''

/** Whose work and which tag is meant; the people are asked for only where there is more than one. */
const Narrower = () => {
  const tag = useStore(workExportState, workExportState.select.tag)
  const author = useStore(workExportState, workExportState.select.author)
  const tags = useStore(workspaceState, (state) => state.tags)
  const people = useStore(workspaceState, (state) => state.people)
  const settings = useStore(workspaceState, (state) => state.settings)
  return (
    <>
      <div className="export-row">
        <span>Tag</span>
        <Select label="Tag" value={tag ?? ALL} onChange={(next) => workExportState.choose({ tag: next === ALL ? null : next })}
          options={[{ value: ALL, label: 'All highlights' }, ...tags.map(({ id, name }) => ({ value: id, label: name }))]} />
      </div>
      {people.length === 0 ? null : (
        <div className="export-row">
          <span>Work of</span>
          <Select label="Work of" value={author ?? ALL} onChange={(next) => workExportState.choose({ author: next === ALL ? null : next })}
            options={[{ value: ALL, label: 'Everybody' }, { value: ME, label: settings.author === '' ? 'Me' : settings.author },
              ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
        </div>
      )}
    </>
  )
}

/** The choices of an export of work, with a count of what it will hold. */
export const WorkExportForm = () => {
  const filings = useStore(workExportState, workExportState.select.filings)
  const notes = useStore(workExportState, workExportState.select.notes)
  const suggestions = useStore(workExportState, workExportState.select.suggestions)
  const format = useStore(workExportState, workExportState.select.format)
  const wholeText = useStore(workExportState, workExportState.select.wholeText)
  const tally = useStore(workExportState, workExportState.select.tally)
  const open = useStore(documentState, (state) => state.open?.filing.title ?? null)
  const several: { readonly value: MeantFilings; readonly label: string }[] = [
    { value: 'chosen', label: `Chosen (${String(workExportState.idsOf('chosen').length)})` },
    { value: 'listed', label: `Listed in the library (${String(workExportState.idsOf('listed').length)})` }
  ]
  const options = open === null ? several : [{ value: 'open' as const, label: 'Open filing' }, ...several]
  return (
    <div className="export-scope">
      <div className="export-row">
        <span>Filings</span>
        <Segments label="Filings" value={filings} options={options} onChange={(next) => workExportState.choose({ filings: next })} />
      </div>
      <div className="export-row">
        <span>Notes</span>
        <Segments label="Notes" value={notes} options={NOTES} onChange={(next) => workExportState.choose({ notes: next })} />
      </div>
      <div className="export-row">
        <span>Suggestions</span>
        <Segments label="Suggestions" value={suggestions} options={SUGGESTIONS}
          onChange={(next) => workExportState.choose({ suggestions: next })} />
      </div>
      <Narrower />
      {format === 'markdown'
        ? (
          <div className="export-row">
            <Switch label="The whole text" checked={wholeText} onChange={(next) => workExportState.choose({ wholeText: next })} />
          </div>
        )
        : null}
      {format === 'pack' ? <PackForm /> : tally ? <Tally tally={tally} /> : null}
    </div>
  )
}

/** An export of work that runs. */
export const WorkExportRunning = () => {
  const progress = useStore(workExportState, workExportState.select.progress)
  return (
    <div className="export-running" role="status">
      <p>Writing…</p>
      <Progress label="Writing" done={progress?.done ?? 0} total={progress?.total ?? 1} />
    </div>
  )
}

/** An export of work that was written. */
export const WorkExportDone = ({ outcome }: { readonly outcome: WrittenExport }) => {
  const pack = useStore(packExportState, packExportState.select.written)
  const format = useStore(workExportState, workExportState.select.format)
  return (
    <div className="export-done" role="status">
      <p className="export-done-title">
        <Icon of={CircleCheck} size={18} />Saved, {countWords(outcome.files, 'file', 'files')}, {(outcome.bytes / 1000).toFixed(0)} KB
      </p>
      <p className="export-path">{outcome.path}</p>
      <Button size="small" tone="plain" icon={Copy} onClick={() => void copyText(outcome.path, 'Path copied.')}>Copy path</Button>
      {format === 'pack' && pack ? <PackWritten written={pack} /> : null}
    </div>
  )
}

/** Why an export or an import was not done, and what to do. */
export const ExchangeProblem = ({ failure }: { readonly failure: Failure }) => (
  <div className="export-problem" role="alert">
    <p>
      <Icon of={TriangleAlert} size={16} />
      {failure.message}
    </p>
    {failure.file === undefined ? null : <p className="export-path">{failure.file}</p>}
    {failure.remedy === undefined ? null : <p>{failure.remedy}</p>}
  </div>
)
