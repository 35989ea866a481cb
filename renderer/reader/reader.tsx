import { useDeferredValue } from 'react'
import { BookOpenText, FileWarning } from 'lucide-react'
import type { DocumentContent } from '#contract/library'
import { commands } from '../state/commands/commands'
import { documentState } from '../state/document/document'
import { findState } from '../state/document/find'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { FilingHeader } from './filing/filing-header'
import { FindBar } from './find-bar'
import { Legend } from './paint/legend'
import { MarkAllDialog } from './mark-all-dialog'
import { ReadingHalves } from './reading-halves'
import { SourceView } from './source/source-view'
import { useMarks, useOnlyKeys } from './paint/use-painter'
import { VersionOffer } from './filing/version-offer'

const Page = ({ content }: { readonly content: DocumentContent }) => {
  const filingId = useStore(documentState, documentState.select.filingId)
  const source = useStore(viewState, viewState.select.source)
  const finding = useStore(findState, findState.select.open)
  const marks = useMarks(content)
  const counted = useDeferredValue(marks.list)
  const only = useOnlyKeys(content) !== null
  const beside = useStore(documentState, documentState.select.beside)
  const empty = content.blocks.length === 0 && beside === null
  return (
    <>
      <Legend marks={counted} only={only} />
      {finding ? <FindBar /> : null}
      <MarkAllDialog />
      {source ? <SourceView key={`${filingId ?? ''} ${String(content.sequence)}`} content={content} /> : null}
      {!source && !empty ? <ReadingHalves content={content} /> : null}
      {!source && empty ?
        (
          <EmptyState
            icon={FileWarning}
            title="Nothing to read in this document"
            text="It holds no text that can be shown: it may be empty, binary, or only images. The source view shows what stands in the file."
            acts={<Button tone="plain" onClick={() => commands.run('toggle-source')}>Show the source</Button>}
          />
        ) :
        null}
    </>
  )
}

/** The middle pane: the open filing, or what stands in for it while there is none. */
export const Reader = () => {
  const open = useStore(documentState, documentState.select.open)
  const phase = useStore(documentState, documentState.select.phase)
  const failure = useStore(documentState, documentState.select.failure)
  const content = useStore(documentState, documentState.select.content)
  return (
    <main className="reader" aria-label="Filing">
      {open ? <FilingHeader open={open} /> : null}
      {open ? <VersionOffer /> : null}
      {content ? <Page content={content} /> : null}
      {phase === 'opening' ? <EmptyState title="Opening…" text={open?.filing.title ?? ''} /> : null}
      {phase === 'empty' ?
        (
          <EmptyState
            icon={BookOpenText}
            title="No filing is open"
            text="Choose one from the library, or drop a file on the window."
            acts={<Button tone="primary" onClick={() => commands.run('open')}>Open a filing…</Button>}
          />
        ) :
        null}
      {phase === 'failed' && failure ?
        (
          <EmptyState
            icon={FileWarning}
            title={failure.message}
            text={failure.remedy ?? failure.place}
            acts={<Button tone="plain" onClick={() => commands.run('library')}>Back to the library</Button>}
          />
        ) :
        null}
    </main>
  )
}
