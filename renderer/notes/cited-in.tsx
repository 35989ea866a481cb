import { CornerUpLeft } from 'lucide-react'
import type { Backlink } from '#contract/citation'
import { citationsState } from '../state/citations'
import { useStore } from '../state/use-store'
import { workState } from '../state/work'
import { Icon } from '../ui/icon'

const wordsOf = ({ text }: Backlink): string => text.replace(/\s+/g, ' ').trim() || 'A note without words'

/** The notes that cite something, each of them a way there; nothing where there is none. */
export const CitedIn = ({ links }: { readonly links: readonly Backlink[] }) => {
  const open = useStore(workState, workState.select.filingId)
  if (links.length === 0) return null
  return (
    <nav className="cited-in" aria-label="Cited in">
      <span className="cited-in-head"><Icon of={CornerUpLeft} size={12} />Cited in</span>
      <ul>
        {links.map((link) => (
          <li key={link.noteId}>
            <button type="button" className="cited-in-link" onClick={(event) => { event.stopPropagation(); void citationsState.goToNote(link.filingId, link.noteId) }}>
              {link.filingId === open ? null : <span className="cited-in-filing">{link.filingTitle}: </span>}
              {wordsOf(link).slice(0, 90)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
