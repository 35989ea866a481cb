import { StickyNote } from 'lucide-react'
import { useEffect } from 'react'
import type { CopyMark, DocumentCopy } from '#contract/comparison'
import { documentState } from '../../state/document/document'
import { copiesState } from '../../state/compare/family-copies'
import { useStore } from '../../state/window/use-store'
import { Icon } from '../../ui/icon'

/** Longest words of a highlight that are told beside its note, in code units. */
const LONGEST = 90

const cut = (words: string): string => words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words

const Mark = ({ copy, mark }: { readonly copy: DocumentCopy; readonly mark: CopyMark }) => {
  const { here, exact, notes } = mark
  const go = (): void => {
    if (here) documentState.reveal(here)
    else void copiesState.goTo({ copy, mark })
  }
  const said = notes.filter((note) => note !== '')
  return (
    <li>
      <button type="button" className="line-button family-mark" onClick={go}
        title={here ? 'Show these words here' : 'Open the other copy at these words'}
      >
        <Icon of={StickyNote} size={12} />
        <span className="family-mark-words">
          <span>{said.length > 0 ? said.join(' · ') : 'Highlight'}</span>
          <span className="family-head">“{cut(exact)}”</span>
        </span>
      </button>
    </li>
  )
}

const Copy = ({ copy }: { readonly copy: DocumentCopy }) => (
  <div className="family-part" role="group" aria-label={`The same text in ${copy.fileName}`}>
    <p className="family-title">The same text, saved elsewhere</p>
    <ul>
      <li>
        <button type="button" className="line-button"
          onClick={() => void documentState.openFiling(copy.filingId, { sequence: copy.sequence, range: null })}
        >
          <span className="family-head">{copy.fileName}</span>
          <span className="family-name truncate">{copy.title}</span>
        </button>
      </li>
    </ul>
    {copy.marks.length === 0 ? null : (
      <>
        <p className="family-title">Noted in that copy</p>
        <ul aria-label="Notes in the other copy">{copy.marks.map((mark, at) => <Mark key={at} copy={copy} mark={mark} />)}</ul>
      </>
    )}
  </div>
)

/** The other copies of the document that is read, and the notes on them, each leading to the same words here. */
export const FamilyCopies = () => {
  const copies = useStore(copiesState, copiesState.select.copies)
  const sequence = useStore(documentState, documentState.select.sequence)
  const filingId = useStore(documentState, documentState.select.filingId)
  useEffect(() => {
    void copiesState.load(false)
  }, [filingId, sequence])
  return copies.map((copy) => <Copy key={`${copy.filingId} ${String(copy.sequence)}`} copy={copy} />)
}
