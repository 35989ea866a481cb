import { ChevronLeft, ChevronRight } from 'lucide-react'
import { commands } from '../../state/commands/commands'
import type { Edge } from '../../state/document/boundaries'
import { corrections } from '../../state/marks/corrections'
import type { Suggestion } from '../../state/marks/suggestions'
import { Button, IconButton } from '../../ui/button'

const EDGES = [
  { edge: 'start', word: 'Begins', verb: 'Begin', earlier: 'window.start-word-back', later: 'window.start-word' },
  { edge: 'end', word: 'Ends', verb: 'End', earlier: 'window.end-word-back', later: 'window.end-word' }
] as const satisfies readonly { readonly edge: Edge; readonly [part: string]: string }[]

/** Moves the ends of a suggestion's words by a word at a time. */
export const SpanEditor = ({ suggestion }: { readonly suggestion: Suggestion }) => (
  <div className="span-editor" role="group" aria-label="Where the words begin and end">
    {EDGES.map(({ edge, word, verb, earlier, later }) => (
      <span key={edge} className="span-edge">
        {word}
        <IconButton size="small" icon={ChevronLeft} label={`${verb} a word earlier`} keys={commands.keysOf(earlier)}
          onClick={() => void corrections.moveEdge(suggestion, edge, -1)} />
        <IconButton size="small" icon={ChevronRight} label={`${verb} a word later`} keys={commands.keysOf(later)}
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
