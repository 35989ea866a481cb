import { backlinksState } from '../../state/notes/backlinks'
import { citationsState } from '../../state/summaries/citations'
import type { Suggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { CitedIn } from '../../ui/cited-in'

/** The notes that cite a suggestion. */
export const CitedSuggestion = ({ suggestion: { kind, id, range } }: { readonly suggestion: Suggestion }) => {
  const links = useStore(backlinksState, backlinksState.select.links)
  if (links.length === 0) return null
  return (
    <CitedIn notes={backlinksState.told(backlinksState.ofSuggestion(links, { kind, id, range }))}
      onGo={({ filingId, noteId }) => void citationsState.goToNote(filingId, noteId)} />
  )
}
