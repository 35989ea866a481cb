import { Link2, Trash2 } from 'lucide-react'
import type { AnchorVerdict } from '#contract/annotation'
import { annotationsState } from '../state/annotations'
import { documentState } from '../state/document'
import type { NoteEntry } from '../state/note-filter'
import { useStore } from '../state/use-store'
import { workspaceState } from '../state/workspace'
import { Button } from '../ui/button'
import { NoteCard } from './note-card'
import { TagMark } from '../ui/tag-mark'

/** Why a highlight waits, in a sentence. */
const REASON: Readonly<Record<AnchorVerdict, string>> = {
  'intact': 'Its words were found unchanged.',
  'moved': 'Its words were found in another place.',
  'reworded': 'The words there now read differently.',
  'number-changed': 'The sentence is there, but a number in it changed.',
  'polarity-changed': 'The sentence is there, but it now says the opposite or hedges differently.',
  'ambiguous': 'The same words stand in several places.',
  'gone': 'The words are not in this version.'
}

const Orphan = ({ entry }: { readonly entry: NoteEntry }) => {
  const attaching = useStore(annotationsState, (state) => state.attaching === entry.key)
  const selection = useStore(documentState, documentState.select.selection)
  const tag = useStore(workspaceState, workspaceState.select.tag(entry.annotation?.tagId ?? null))
  const { annotation } = entry
  if (!annotation) return null
  return (
    <li className="entry orphan" data-attaching={attaching}>
      <div className="entry-line"><TagMark tag={tag} />{entry.heading === null ? null : <span className="entry-heading truncate">{entry.heading}</span>}</div>
      <blockquote className="orphan-quote">{annotation.selectors.quote.exact}</blockquote>
      <p className="orphan-reason">{REASON[annotation.verdict]}</p>
      <div className="orphan-acts">
        {attaching
          ? (
            <>
              <Button size="small" tone="primary" disabled={selection === null} onClick={() => { void annotationsState.attachHere() }}>Attach to the selected words</Button>
              <Button size="small" onClick={() => { annotationsState.attach(null) }}>Cancel</Button>
            </>
          )
          : (
            <>
              <Button size="small" tone="plain" icon={Link2} onClick={() => { annotationsState.attach(annotation.id) }}>Find new words</Button>
              <Button size="small" icon={Trash2} onClick={() => { void annotationsState.remove(annotation.id) }}>Remove</Button>
            </>
          )}
      </div>
      {attaching && selection === null ? <p className="orphan-hint">Now select the words in the filing that it belongs to.</p> : null}
      {entry.notes.map((note) => <NoteCard key={note.id} note={note} label={`Note on lost words “${annotation.selectors.quote.exact.slice(0, 60)}”`} />)}
    </li>
  )
}

/** Highlights whose words could not be found again. Nothing is dropped: quotation, notes and history wait here for the reader. */
export const Orphans = ({ entries }: { readonly entries: readonly NoteEntry[] }) => (
  entries.length === 0
    ? null
    : (
      <section className="orphans" aria-label="Highlights without their words">
        <h3>{entries.length === 1 ? '1 highlight lost its words' : `${String(entries.length)} highlights lost their words`}</h3>
        <p className="orphans-text">They are never moved by guesswork. Attach each to new words, or remove it.</p>
        <ul>{entries.map((entry) => <Orphan key={entry.key} entry={entry} />)}</ul>
      </section>
    )
)
