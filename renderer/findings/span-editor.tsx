import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Edge } from '../state/document/boundaries'
import { corrections } from '../state/marks/corrections'
import type { Suggestion } from '../state/marks/suggestions'
import { Button, IconButton } from '../ui/button'

const EDGES: readonly { readonly edge: Edge; readonly word: string; readonly verb: string; readonly modifier: string }[] = [
  { edge: 'start', word: 'Begins', verb: 'Begin', modifier: 'Alt+Shift' },
  { edge: 'end', word: 'Ends', verb: 'End', modifier: 'Ctrl+Shift' }
]

/** Moves the ends of a suggestion's words by a word at a time. */
export const SpanEditor = ({ suggestion }: { readonly suggestion: Suggestion }) => (
  <div className="span-editor" role="group" aria-label="Where the words begin and end">
    {EDGES.map(({ edge, word, verb, modifier }) => (
      <span key={edge} className="span-edge">
        {word}
        <IconButton size="small" icon={ChevronLeft} label={`${verb} a word earlier`} keys={`${modifier}+ArrowLeft`}
          onClick={() => void corrections.moveEdge(suggestion, edge, -1)} />
        <IconButton size="small" icon={ChevronRight} label={`${verb} a word later`} keys={`${modifier}+ArrowRight`}
          onClick={() => void corrections.moveEdge(suggestion, edge, 1)} />
      </span>
    ))}
    {suggestion.decision?.span ? <Button size="small" onClick={() => void corrections.resetWords(suggestion)}>As suggested</Button> : null}
  </div>
)

/** Says what of a suggestion the analyst corrected. */
export const CorrectedBy = ({ suggestion }: { readonly suggestion: Suggestion }) => {
  const parts = corrections.correctedParts(suggestion)
  return parts.length === 0 ? null : <p className="corrected">Corrected by you: {parts.join(', ')}</p>
}
