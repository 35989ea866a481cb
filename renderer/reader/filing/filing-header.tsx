import { ArrowLeft, ArrowRight, Code, Columns2, FileDown, Focus, History, Search } from 'lucide-react'
import type { OpenFiling } from '#contract/library'
import { commands } from '../../state/commands/commands'
import { documentState } from '../../state/document/document'
import { halvesState } from '../../state/document/halves'
import { reviewState } from '../../state/review/review'
import { seenState } from '../../state/compare/seen'
import { trailState } from '../../state/window/trail'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { useDateWords } from '../../ui/date-text'
import { Badge } from '../../ui/badge'
import { IconButton } from '../../ui/button'
import { FactsLine } from '../../ui/facts-line'
import { ExhibitSwitcher } from './exhibit-switcher'
import { FilingFacts } from './filing-facts'
import { FilingNotices } from './filing-notices'
import { SeenBadge } from '../tips/seen-badge'
import { TextSettings } from './text-settings'

/** Who filed what and when, in one line; what is not known is left out. */
const FilingLine = ({ open, type }: { readonly open: OpenFiling; readonly type: string | null }) => {
  const { company, form, filedAt, exhibit } = open.filing
  const { short } = useDateWords()
  return (
    <p className="filing-line">
      <FactsLine who={company} rest={[type ?? exhibit ?? form, filedAt === null ? null : short(filedAt)]}
        otherwise={open.filing.fileName} />
    </p>
  )
}

/** How many sections of the document that is read are reviewed; the outline has the boxes. */
const SectionsReviewed = () => {
  const sections = useStore(documentState, (state) => state.content?.sections ?? null)
  const reviews = useStore(reviewState, reviewState.select.sections)
  if (!sections || reviews.length === 0) return null
  const known = new Set(reviews.map(({ section }) => section))
  const done = sections.filter(({ id }) => known.has(id)).length
  return done === 0
    ? null
    : <Badge tone={done === sections.length ? 'ok' : 'plain'} title="Sections marked as reviewed">{done}/{sections.length} sections</Badge>
}

/** What tells of the file alone and changes nothing for its reader: the wrapper in which the archive sent filings of the 1990s. It stands with the facts of the file. */
const OF_NO_CONSEQUENCE: readonly string[] = ['pem-wrapper']

/** The bar above the text: what is read, and the ways to look at it. */
export const FilingHeader = ({ open }: { readonly open: OpenFiling }) => {
  const sequence = useStore(documentState, documentState.select.sequence)
  const back = useStore(trailState, trailState.select.canGoBack)
  const forward = useStore(trailState, trailState.select.canGoForward)
  const source = useStore(viewState, viewState.select.source)
  const focus = useStore(viewState, viewState.select.focus)
  const split = useStore(halvesState, halvesState.select.split)
  const dims = useStore(seenState, seenState.select.on)
  const notices = open.warnings.filter(({ code }) => !OF_NO_CONSEQUENCE.includes(code))
  const type = open.documents.find((document) => document.sequence === sequence)?.type ?? null
  return (
    <header className="filing-header">
      <div className="filing-travel">
        <IconButton icon={ArrowLeft} label="Back" keys={commands.keysOf('window.back')} disabled={!back}
          onClick={() => commands.run('window.back')} />
        <IconButton icon={ArrowRight} label="Forward" keys={commands.keysOf('window.forward')} disabled={!forward}
          onClick={() => commands.run('window.forward')} />
      </div>
      <div className="filing-words">
        <h1 className="filing-title" title={open.filing.title}>{open.filing.title}</h1>
        <FilingLine open={open} type={type} />
      </div>
      <FilingNotices notices={notices} />
      <SectionsReviewed />
      <SeenBadge />
      <ExhibitSwitcher documents={open.documents} current={sequence} />
      <div className="filing-tools" role="toolbar" aria-label="Filing">
        <IconButton icon={Search} label="Find in filing" keys={commands.keysOf('find')} onClick={() => commands.run('find')} />
        <IconButton icon={Code} label="Source view" keys={commands.keysOf('toggle-source')} aria-pressed={source}
          onClick={viewState.toggleSource} />
        <IconButton icon={Columns2} label="Two places at once" keys={commands.keysOf('window.split')} aria-pressed={split}
          onClick={() => commands.run('window.split')} />
        <IconButton icon={Focus} label="Fade what is not marked" keys={commands.keysOf('window.focus')} aria-pressed={focus}
          onClick={viewState.toggleFocus} />
        <IconButton icon={History} label="Dim what was seen before" keys={commands.keysOf('window.dim-seen')} aria-pressed={dims}
          onClick={seenState.toggle} />
        <TextSettings />
        <FilingFacts open={open} />
        <IconButton icon={FileDown} label="Export PDF" keys={commands.keysOf('export-pdf')} onClick={() => commands.run('export-pdf')} />
      </div>
    </header>
  )
}
