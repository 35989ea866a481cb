import { CornerUpLeft } from 'lucide-react'
import { Icon } from './icon'

/** A note that cites something: the filing it belongs to where that is another one, and how it begins. */
export interface CitingNote {
  readonly noteId: string
  readonly filingId: string
  readonly filing: string | null
  readonly words: string
}

/** The notes that cite something, each of them a way there; nothing where there is none. */
export const CitedIn = ({ notes, onGo }: { readonly notes: readonly CitingNote[]; readonly onGo: (note: CitingNote) => void }) => (
  notes.length === 0
    ? null
    : (
      <nav className="cited-in" aria-label="Cited in">
        <span className="cited-in-head">
          <Icon of={CornerUpLeft} size={12} />Cited in
        </span>
        <ul>
          {notes.map((note) => (
            <li key={note.noteId}>
              <button type="button" className="cited-in-link" onClick={(event) => {
                event.stopPropagation()
                onGo(note)
              }}>
                {note.filing === null ? null : <span className="cited-in-filing">{note.filing}:</span>}
                {note.words}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    )
)
