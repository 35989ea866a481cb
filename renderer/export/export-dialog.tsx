import { CircleCheck, Copy, FileDown, TriangleAlert } from 'lucide-react'
import { useEffect, useId } from 'react'
import type { ExportScope } from '#contract/calls'
import type { ExportOutcome } from '#contract/library'
import type { Failure } from '#contract/result'
import { copyText } from '../state/window/clipboard'
import { annotationsState } from '../state/marks/annotations'
import { documentState } from '../state/document/document'
import { exportState } from '../state/review/export'
import { findingsState } from '../state/marks/findings'
import { notesState } from '../state/notes/notes'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Segments, Select, Switch } from '../ui/fields'
import { Icon } from '../ui/icon'
import { packExportState } from '../state/review/pack-export'
import { workExportState } from '../state/review/work-export'
import { countsOf } from './counts'
import { FORMATS } from './export-formats'
import { PrintRunning } from './print-running'
import { ExchangeProblem, WorkExportDone, WorkExportForm, WorkExportRunning } from './work-export-form'
import { countWords } from '#model/words'

const SUGGESTIONS = [{ value: 'all', label: 'All' }, { value: 'accepted', label: 'Accepted only' }, { value: 'none',
  label: 'None' }] as const

const PAPERS = [{ value: 'letter', label: 'US Letter' }, { value: 'a4', label: 'A4' }] as const

const Scope = ({ scope }: { readonly scope: ExportScope }) => {
  const id = useId()
  const content = useStore(documentState, documentState.select.content)
  const annotations = useStore(annotationsState, annotationsState.select.annotations)
  const notes = useStore(notesState, notesState.select.notes)
  const decisions = useStore(findingsState, findingsState.select.decisions)
  const counts = countsOf(content, annotations, notes, decisions, scope)
  return (
    <div className="export-scope">
      <div className="export-row">
        <Switch label="The text" checked={scope.text} onChange={(text) => exportState.setScope({ text })} />
        <span className="export-count numeric">{countWords(content?.blocks.length ?? 0, 'block', 'blocks')}</span>
      </div>
      <div className="export-row">
        <Switch label="Highlights" checked={scope.highlights} onChange={(highlights) => exportState.setScope({ highlights })} />
        <span className="export-count numeric">{countWords(counts.highlights, 'highlight', 'highlights')}</span>
      </div>
      <div className="export-row">
        <Switch label="Notes" checked={scope.notes} onChange={(next) => exportState.setScope({ notes: next })} />
        <span className="export-count numeric">{countWords(counts.notes, 'note', 'notes')}</span>
      </div>
      <div className="export-row" aria-labelledby={id}>
        <span id={id}>Suggestions</span>
        <Segments label="Suggestions" value={scope.suggestions} options={SUGGESTIONS}
          onChange={(suggestions) => exportState.setScope({ suggestions })} />
        <span className="export-count numeric">{countWords(counts.suggestions, 'suggestion', 'suggestions')}</span>
      </div>
      {scope.text
        ? (
          <div className="export-row">
            <Switch label="Notes as PDF comments" checked={scope.comments} onChange={(comments) => exportState.setScope({ comments })} />
            <span className="export-count">listed by PDF readers</span>
          </div>
        )
        : null}
      <div className="export-row">
        <span id={`${id}-paper`}>Paper</span>
        <Segments label="Paper" value={scope.paper} options={PAPERS} onChange={(paper) => exportState.setScope({ paper })} />
      </div>
      <p className="export-says">
        A cover with company, exhibit, date, file name, SHA-256 and counts; a page of accepted findings, open questions and statements
        without a caution;
        {scope.text ? ' the whole document with its marks numbered in the margin;' : ''}
        {counts.notes > 0 && scope.notes ? ' the notes in order with their quotations;' : ''}{' '}
        the table of forward-looking statements. Rejected suggestions are left out.
      </p>
    </div>
  )
}

const Done = ({ outcome }: { readonly outcome: ExportOutcome }) => (
  <div className="export-done" role="status">
    <p className="export-done-title">
      <Icon of={CircleCheck} size={18} />Saved, {countWords(outcome.pages, 'page', 'pages')}, {(outcome.bytes / 1000).toFixed(0)} KB
    </p>
    {outcome.withoutComments === undefined ?
      null :
      <p>The marks could not be made comments of the PDF, and are printed in it as before. {outcome.withoutComments}</p>}
    <p className="export-path">{outcome.path}</p>
    <Button size="small" tone="plain" icon={Copy} onClick={() => void copyText(outcome.path, 'Path copied.')}>Copy path</Button>
  </div>
)

const Problem = ({ failure, exists }: { readonly failure: Failure; readonly exists: boolean }) => (
  <div className="export-problem" role="alert">
    <p>
      <Icon of={TriangleAlert} size={16} />
      {exists ? 'There is a file of that name already.' : failure.message}
    </p>
    {failure.file === undefined ? null : <p className="export-path">{failure.file}</p>}
    {failure.remedy === undefined ? null : <p>{failure.remedy}</p>}
  </div>
)

const Foot = ({ onClose }: { readonly onClose: () => void }) => {
  const phase = useStore(exportState, exportState.select.phase)
  const busy = useStore(exportState, (state) => state.phase === 'running')
  switch (phase) {
    case 'running':
      return <Button onClick={() => void exportState.cancel()} disabled={!busy}>Stop printing</Button>
    case 'exists':
      return (
        <>
          <Button onClick={exportState.reset}>Back</Button>
          <Button tone="danger" onClick={() => void exportState.replace()}>Replace it</Button>
        </>
      )
    case 'done':
      return (
        <>
          <Button onClick={exportState.reset}>Export again</Button>
          <Button tone="primary" onClick={onClose}>Close</Button>
        </>
      )
    case 'choosing':
    case 'failed':
      return (
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" icon={FileDown} onClick={() => void exportState.begin()}>
            {phase === 'failed' ? 'Try again…' : 'Save PDF…'}
          </Button>
        </>
      )
  }
}

const Formats = ({ hasFiling }: { readonly hasFiling: boolean }) => {
  const format = useStore(workExportState, workExportState.select.format)
  const offered = FORMATS.filter((one) => hasFiling || one.format !== 'pdf')
  const chosen = offered.find((one) => one.format === format)
  return (
    <div className="export-formats">
      <Select label="Format" value={format} options={offered.map((one) => ({ value: one.format, label: one.name }))}
        onChange={(next) => workExportState.choose({ format: next })} />
      <p className="export-loses">{chosen?.loses}</p>
    </div>
  )
}

const WorkFoot = ({ onClose }: { readonly onClose: () => void }) => {
  const phase = useStore(workExportState, workExportState.select.phase)
  const tally = useStore(workExportState, workExportState.select.tally)
  const format = useStore(workExportState, workExportState.select.format)
  const isPackReady = useStore(packExportState, packExportState.select.isReady)
  const isReady = format === 'pack' ? isPackReady : (tally?.kept.filings ?? 0) > 0
  if (phase === 'running') return <Button onClick={() => void workExportState.cancel()}>Stop writing</Button>
  if (phase === 'done') return <Button tone="primary" onClick={onClose}>Close</Button>
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button tone="primary" icon={FileDown} disabled={!isReady} onClick={() => void workExportState.run()}>
        {phase === 'failed' ? 'Try again…' : 'Save…'}
      </Button>
    </>
  )
}

const WorkExport = () => {
  const phase = useStore(workExportState, workExportState.select.phase)
  const outcome = useStore(workExportState, workExportState.select.outcome)
  const failure = useStore(workExportState, workExportState.select.failure)
  return (
    <>
      {phase === 'running'
        ? <WorkExportRunning />
        : phase === 'done' && outcome
        ? <WorkExportDone outcome={outcome} />
        : <WorkExportForm />}
      {failure && phase === 'failed' ? <ExchangeProblem failure={failure} /> : null}
    </>
  )
}

const PdfExport = () => {
  const filing = useStore(documentState, (state) => state.open?.filing ?? null)
  const scope = useStore(exportState, exportState.select.scope)
  const phase = useStore(exportState, exportState.select.phase)
  const outcome = useStore(exportState, exportState.select.outcome)
  const failure = useStore(exportState, exportState.select.failure)
  return (
    <>
      <p className="export-title">{filing?.title}</p>
      {phase === 'running' ? <PrintRunning /> : phase === 'done' && outcome ? <Done outcome={outcome} /> : <Scope scope={scope} />}
      {failure && (phase === 'failed' || phase === 'exists') ? <Problem failure={failure} exists={phase === 'exists'} /> : null}
    </>
  )
}

/** The dialog that writes work: the open document printed with its marks and notes, or the work itself in a format of other tools. */
export const ExportDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'export')
  const format = useStore(workExportState, workExportState.select.format)
  const isIdle = useStore(exportState, (state) => state.phase === 'choosing' || state.phase === 'failed')
  const isWorkIdle = useStore(workExportState, (state) => state.phase === 'choosing' || state.phase === 'failed')
  const hasFiling = useStore(documentState, (state) => state.open !== null)
  useEffect(() => {
    if (open) workExportState.begin()
  }, [open])
  const close = (): void => {
    viewState.closeDialog()
    exportState.reset()
  }
  const isPdf = format === 'pdf'
  return (
    <Dialog open={open} onClose={close} title={isPdf ? 'Export as PDF' : 'Export work'}
      description="Choose a format and what it holds, then where to save it."
      foot={isPdf ? <Foot onClose={close} /> : <WorkFoot onClose={close} />}
    >
      {(isPdf ? isIdle : isWorkIdle) ? <Formats hasFiling={hasFiling} /> : null}
      {isPdf ? <PdfExport /> : <WorkExport />}
    </Dialog>
  )
}
