import { countWords } from '#model/words'
import { Link2, TextSelect, Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AnchorVerdict, Annotation } from '#contract/annotation'
import type { WordRun } from '#contract/comparison'
import { annotationsState } from '../state/marks/annotations'
import { documentState } from '../state/document/document'
import type { NoteEntry } from '../state/notes/note-filter'
import { useStore } from '../state/window/use-store'
import { versionsState } from '../state/compare/versions'
import { workspaceState } from '../state/window/workspace'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { ChangedWords } from '../ui/changed-words'
import { TagMark } from '../ui/tag-mark'
import { NoteCard } from './note-card'

/** What became of the words, and why the highlight waits. */
const VERDICTS: Readonly<Record<AnchorVerdict, { readonly word: string; readonly reason: string }>> = {
  'intact': { word: 'Unchanged', reason: 'Its words were found unchanged.' },
  'moved': { word: 'Moved', reason: 'Its words were found elsewhere.' },
  'reworded': { word: 'Reworded', reason: 'The sentence is there, but reads differently.' },
  'number-changed': { word: 'Number changed', reason: 'The sentence is there, but a number in it changed.' },
  'polarity-changed': { word: 'Meaning changed', reason: 'The sentence is there, but it now says the opposite, or hedges differently.' },
  'ambiguous': { word: 'Several places', reason: 'The same words stand in several places, and none can be told for its own.' },
  'gone': { word: 'Gone', reason: 'No words like these are in this text.' }
}

const UNSOUGHT = { word: 'Looking…', reason: 'Its words are being looked for in this version.' }

/** How many waiting highlights are listed at a time. */
const AT_ONCE = 20

/** The words then and now, with what changed between them; where nothing is proposed, those of then. */
const ThenAndNow = ({ annotation }: { readonly annotation: Annotation }) => {
  const proposed = annotation.carried?.proposed ?? null
  const [runs, setRuns] = useState<readonly WordRun[]>([])
  useEffect(() => {
    let shown = true
    if (proposed)
      void versionsState.words(annotation.id).then((words) => {
        if (shown) setRuns(words)
      })
    return () => {
      shown = false
    }
  }, [annotation.id, proposed])
  if (!proposed || runs.length === 0) return <blockquote className="orphan-quote">{annotation.selectors.quote.exact}</blockquote>
  return (
    <dl className="orphan-words">
      <div>
        <dt>Then</dt>
        <dd>
          <ChangedWords words={runs} side="left" />
        </dd>
      </div>
      <div>
        <dt>Now</dt>
        <dd>
          <button type="button" className="orphan-now" title="Show this place in the filing"
            onClick={() => documentState.reveal(proposed.range)}
          >
            <ChangedWords words={runs} side="right" />
          </button>
        </dd>
      </div>
    </dl>
  )
}

const From = ({ annotation }: { readonly annotation: Annotation }) => {
  const { carried } = annotation
  const here = useStore(documentState, ({ open }) => open?.filing.id)
  if (!carried || carried.from === here) return null
  return (
    <button
      type="button"
      className="text-button orphan-from truncate"
      title={`Open “${carried.fromTitle}” at these words`}
      onClick={() => void documentState.openFiling(carried.from, { range: carried.range })}
    >
      from {carried.fromTitle}
    </button>
  )
}

interface OrphanActs {
  readonly annotation: Annotation
  /** Runs an act after which the card is gone; the focus then goes to the next. */
  readonly settle: (act: () => Promise<void>) => void
}

const Attaching = ({ settle }: OrphanActs) => {
  const selection = useStore(documentState, documentState.select.selection)
  return (
    <>
      <div className="orphan-acts">
        <Button size="small" tone="primary" disabled={selection === null} onClick={() => settle(annotationsState.attachHere)}>
          Attach here
        </Button>
        <Button size="small" onClick={() => annotationsState.attach(null)}>Cancel</Button>
      </div>
      {selection === null ? <p className="orphan-hint">Now select the words in the filing that it belongs to.</p> : null}
    </>
  )
}

const Acts = ({ annotation, settle }: OrphanActs) => {
  const { carried } = annotation
  return (
    <div className="orphan-acts">
      {carried?.proposed
        ? (
          <Button size="small" tone="plain" icon={Link2} onClick={() => settle(() => annotationsState.acceptPlace(annotation.id))}>
            Attach to the present words
          </Button>
        )
        : null}
      <Button size="small" tone={carried?.proposed ? 'quiet' : 'plain'} icon={TextSelect}
        onClick={() => annotationsState.attach(annotation.id)}
      >
        {carried?.proposed ? 'Other words…' : 'Find words…'}
      </Button>
      <Button size="small" icon={X} onClick={() => settle(() => annotationsState.dismiss(annotation.id))}>Dismiss</Button>
    </div>
  )
}

const Orphan = ({ entry, settle }: { readonly entry: NoteEntry; readonly settle: OrphanActs['settle'] }) => {
  const attaching = useStore(annotationsState, (state) => state.attaching === entry.key)
  const tag = useStore(workspaceState, workspaceState.select.tag(entry.annotation?.tagId ?? null))
  const { annotation } = entry
  if (!annotation) return null
  const { word, reason } = annotation.carried?.state === 'unsought' ? UNSOUGHT : VERDICTS[annotation.verdict]
  return (
    <li className="entry orphan" data-attaching={attaching} data-annotation={annotation.id}
      aria-label={`${word}: ${annotation.selectors.quote.exact.slice(0, 60)}`}
    >
      <div className="entry-line">
        <TagMark tag={tag} />
        <Badge tone="warn">{word}</Badge>
        <From annotation={annotation} />
      </div>
      <ThenAndNow annotation={annotation} />
      <p className="orphan-reason">{reason}</p>
      {attaching ? <Attaching annotation={annotation} settle={settle} /> : <Acts annotation={annotation} settle={settle} />}
      {entry.notes.map((note) => (
        <NoteCard key={note.id} note={note} label={`Note on words that wait, “${annotation.selectors.quote.exact.slice(0, 60)}”`} />
      ))}
    </li>
  )
}

const Dismissed = () => {
  const dismissed = useStore(versionsState, versionsState.select.dismissed)
  if (dismissed.length === 0) return null
  return (
    <details className="orphans-dismissed">
      <summary>{dismissed.length} dismissed</summary>
      <ul aria-label="Dismissed highlights">
        {dismissed.map((annotation) => (
          <li key={annotation.id}>
            <span className="truncate">{annotation.carried?.exact ?? annotation.selectors.quote.exact}</span>
            <Button size="small" icon={Undo2} onClick={() => void annotationsState.dismiss(annotation.id, false)}>Take back</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Puts the focus on what can be done with a card, on the last where there are fewer, else on the heading. */
const focusCard = (list: HTMLElement | null, at: number): void => {
  const cards = list?.querySelectorAll<HTMLElement>('.orphan') ?? []
  const target = cards[Math.min(at, cards.length - 1)]?.querySelector<HTMLElement>('.orphan-acts button:not(:disabled)') ??
    list?.querySelector<HTMLElement>('h3')
  target?.focus()
}

const headOf = (
  count: number
): string => `${countWords(count, 'highlight')} not found in this version`

/**
 * Highlights whose words could not be found beyond doubt, in a later version or after the text was decoded anew. Nothing is dropped
 * and nothing moved by guesswork: quotation, notes and history wait here for the reader.
 */
export const Orphans = ({ entries }: { readonly entries: readonly NoteEntry[] }) => {
  const dismissed = useStore(versionsState, versionsState.select.dismissed)
  const [listed, setListed] = useState(AT_ONCE)
  const list = useRef<HTMLElement>(null)
  const next = useRef<number | null>(null)
  const wanted = useStore(versionsState, versionsState.select.toWaiting)
  useEffect(() => {
    if (next.current !== null) focusCard(list.current, next.current)
    next.current = null
  }, [entries])
  useEffect(() => {
    if (!wanted) return
    focusCard(list.current, 0)
    versionsState.cameToWaiting()
  }, [wanted])
  if (entries.length === 0 && dismissed.length === 0) return null
  const settle = (at: number) => (act: () => Promise<void>): void => {
    next.current = at
    void act()
  }
  return (
    <section className="orphans" ref={list} aria-label="Highlights without their words">
      {entries.length === 0 ? <h3 tabIndex={-1}>No highlight waits</h3> : (
        <>
          <h3 tabIndex={-1}>{headOf(entries.length)}</h3>
          <p className="orphans-text">
            They are never moved by guesswork. Attach each to words of this text, or dismiss it; where it was made it stays whole.
          </p>
          <ul>{entries.slice(0, listed).map((entry, at) => <Orphan key={entry.key} entry={entry} settle={settle(at)} />)}</ul>
          {entries.length > listed
            ? (
              <Button size="small" onClick={() => setListed(listed + AT_ONCE)}>
                Show {Math.min(AT_ONCE, entries.length - listed)} more
              </Button>
            )
            : null}
        </>
      )}
      <Dismissed />
    </section>
  )
}
