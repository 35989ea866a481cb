import { CircleAlert, CircleCheck, CircleDot, X } from 'lucide-react'
import type { ImportOutcome } from '#contract/library'
import type { Result } from '#contract/result'
import { documentState } from '../state/document/document'
import { libraryState } from '../state/library/library'
import { useStore } from '../state/window/use-store'
import { IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import { nameOf } from './file-name'

const Imported = ({ outcome }: { readonly outcome: ImportOutcome }) => (
  <li data-ended={outcome.already ? 'already' : 'imported'}>
    <Icon of={outcome.already ? CircleDot : CircleCheck} size={14} />
    <button type="button" className="outcome-name truncate" title={outcome.path}
      onClick={() => void documentState.openFiling(outcome.filingId)}
    >
      {nameOf(outcome.path)}
    </button>
    <span className="outcome-words">{outcome.already ? 'Already in the library' : 'Imported'}</span>
  </li>
)

const Ended = ({ outcome }: { readonly outcome: Result<ImportOutcome> }) => {
  if (outcome.ok) return <Imported outcome={outcome.value} />
  const { message, file, place, remedy } = outcome.failure
  return (
    <li data-ended="failed">
      <Icon of={CircleAlert} size={14} />
      <span className="outcome-name truncate" title={file}>{file === undefined ? 'A file' : nameOf(file)}</span>
      <span className="outcome-words">{[message, place, remedy].filter((part) => part !== undefined).join(' ')}</span>
    </li>
  )
}

/** What became of each file of the last import of several, failures with their reason and remedy, until it is dismissed. */
export const ImportOutcomes = () => {
  const outcomes = useStore(libraryState, libraryState.select.outcomes)
  if (outcomes.length === 0) return null
  return (
    <section className="outcomes" aria-label="Last import">
      <header>
        <h2>Last import</h2>
        <IconButton icon={X} size="small" label="Dismiss" onClick={libraryState.dismissOutcomes} />
      </header>
      <ul>{outcomes.map((outcome, index) => <Ended key={index} outcome={outcome} />)}</ul>
    </section>
  )
}
