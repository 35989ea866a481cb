import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { NoteId } from '#contract/ids'
import { documentState } from '../state/document'
import { historyState } from '../state/history'
import { notesState } from '../state/notes'
import { useStore } from '../state/use-store'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { passageInHand } from './cite'
import { startEditor, type NoteEditorHandle } from './editor'
import { NO_FORMATS, type Formats } from './editor-formats'
import { LinkBubble, type ClickedLink } from './link-bubble'
import { citationOfElement } from './nodes/citation-node'
import { NoteToolbar } from './note-toolbar'
import { isLinkAddress } from './serialise'

/** What the editor of a note takes; give it a new `key` where the stored words were replaced from outside. */
export interface NoteEditorProps {
  readonly id: NoteId
  readonly label: string
}

const LinkForm = ({ onSubmit, onCancel }: { readonly onSubmit: (url: string) => void; readonly onCancel: () => void }) => {
  const [url, setUrl] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const address = /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) ? url.trim() : `https://${url.trim()}`
    if (url.trim() !== '' && isLinkAddress(address)) onSubmit(address)
    else setWrong(true)
  }
  return (
    <form className="note-link-form" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel() } }}>
      <TextField label="Address of the link" placeholder="https://…" autoFocus value={url} aria-invalid={wrong} onChange={(event) => { setUrl(event.target.value); setWrong(false) }} />
      <Button size="small" tone="plain" type="submit">Set link</Button>
      <Button size="small" onClick={onCancel}>Cancel</Button>
      {wrong ? <p className="note-link-wrong" role="alert">Only web and mail addresses can be kept.</p> : null}
    </form>
  )
}

/** The editor of one note. Words are written as they come, and at once when the caret leaves, the window hides or the editor closes. */
export const NoteEditor = ({ id, label }: NoteEditorProps) => {
  const root = useRef<HTMLDivElement>(null)
  const handle = useRef<NoteEditorHandle | null>(null)
  const [formats, setFormats] = useState<Formats>(NO_FORMATS)
  const [can, setCan] = useState({ undo: false, redo: false })
  const [linking, setLinking] = useState(false)
  const [clicked, setClicked] = useState<ClickedLink | null>(null)
  const selection = useStore(documentState, documentState.select.selection)
  const active = useStore(documentState, documentState.select.active)

  useEffect(() => {
    const element = root.current
    if (!element) return
    const editor = startEditor(element, notesState.select.words(id)(notesState.store.get())?.body ?? '', {
      onWords: (words) => { notesState.edit(id, words) },
      onRefused: () => { notesState.refuse(id) },
      onFormats: (next) => { setFormats((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next)) },
      onHistory: (next) => { setCan((now) => ({ ...now, ...next })) },
      onCitation: ({ start, end, sequence }) => { documentState.reveal({ start, end }, { sequence }) },
      onLink: () => { setLinking(true) },
      onLeave: () => { notesState.write(null) }
    })
    handle.current = editor
    const release = historyState.claim({ undo: editor.undo, redo: editor.redo, focused: () => element.contains(document.activeElement) })
    const flush = (): void => { void notesState.flushNote(id) }
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    editor.focus()
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      release()
      flush()
      handle.current = null
      editor.destroy()
    }
  }, [id])

  const click = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const citation = citationOfElement(event.target)
    if (citation) documentState.reveal({ start: citation.start, end: citation.end }, { sequence: citation.sequence })
    const url = event.target.closest<HTMLElement>('.note-link')?.dataset['url']
    if (url !== undefined) setClicked({ url, x: event.clientX, y: event.clientY })
  }
  const passage = selection !== null || active !== null ? passageInHand() : null
  const link = (url: string): void => {
    setLinking(false)
    handle.current?.link(url)
  }

  return (
    <div className="note-editor">
      <NoteToolbar
        formats={formats} can={can} editor={() => handle.current} onLink={() => { if (formats.link === null) setLinking(true); else handle.current?.unlink() }}
        onCite={passage ? () => { handle.current?.cite(passage) } : null}
      />
      {linking ? <LinkForm onSubmit={link} onCancel={() => { setLinking(false); handle.current?.focus() }} /> : null}
      <div
        ref={root} className="note-words" contentEditable suppressContentEditableWarning role="textbox" aria-multiline="true" aria-label={label} spellCheck={false}
        data-placeholder="Write a note…" onClick={click} onBlur={() => { void notesState.flushNote(id) }}
      />
      {clicked ? <LinkBubble link={clicked} keepFocus onClose={() => { setClicked(null) }} onRemove={() => { handle.current?.unlink() }} /> : null}
    </div>
  )
}
