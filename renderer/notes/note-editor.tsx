import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { NoteId } from '#contract/ids'
import { citationsState } from '../state/summaries/citations'
import { documentState } from '../state/document/document'
import { historyState } from '../state/document/history'
import type { Citation } from '#model/note-citation'
import { dayNow } from '../state/window/dates'
import { today } from '../state/window/today'
import { notesState } from '../state/notes/notes'
import { useStore } from '../state/window/use-store'
import { workState } from '../state/document/work'
import { CitationPreview, PREVIEW_ID, usePreview } from './citation-preview'
import { passageInHand } from './cite'
import { startEditor, type NoteEditorHandle } from './editor'
import { $beginAnswer, NO_FORMATS, type Formats } from './editor-formats'
import { choiceId, CHOICES_ID, InsertMenu } from './insert-menu'
import { LinkBubble, type ClickedLink } from './link-bubble'
import { LinkForm } from './link-form'
import { NoteToolbar } from './note-toolbar'
import { useInsertMenu } from './use-insert-menu'

/** What the editor of a note takes; give it a new `key` where the stored words were replaced from outside. */
export interface NoteEditorProps {
  readonly id: NoteId
  readonly label: string
}

const go = (citation: Citation): void => {
  const own = workState.store.get().filingId
  if (own !== null) void citationsState.go(citationsState.placeOf(citation, own))
}

const citationOfText = (text: string): Citation | null => {
  const own = workState.store.get().filingId
  return own === null ? null : citationsState.citationOfText(text, own)
}

/** A citation of a note, and the chip that shows it. */
interface ShownChip {
  readonly citation: Citation
  readonly element: Element
}

const chipAt = (handle: NoteEditorHandle | null, target: EventTarget): ShownChip | null => {
  const element = target instanceof Element ? target.closest('.citation') : null
  const citation = element && handle?.citationAt(element)
  return element && citation ? { citation, element } : null
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
  const menu = useInsertMenu(id, root, handle)
  const preview = usePreview()
  // The editor is started once; what it tells goes to the menu and the preview as they were drawn last.
  const latest = useRef({ menu, preview })
  useEffect(() => {
    latest.current = { menu, preview }
  })

  useEffect(() => {
    const element = root.current
    if (!element) return
    let chosen: Element | null = null
    const editor = startEditor(element, notesState.select.words(id)(notesState.store.get())?.body ?? '', {
      onWords: (words) => notesState.edit(id, words),
      onRefused: () => notesState.refuse(id),
      onFormats: (next) => setFormats((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next)),
      onHistory: (next) => setCan((now) => ({ ...now, ...next })),
      onTypeahead: (typeahead) => latest.current.menu.follow(typeahead),
      onChoiceKey: (key) => latest.current.menu.press(key),
      onChip: (chip) => {
        if ((chip?.element ?? null) === chosen) return
        chosen = chip?.element ?? null
        if (chip) latest.current.preview.show(chip.citation, chip.element, 0)
        else latest.current.preview.hide()
      },
      citationOf: citationOfText,
      onCitation: go,
      onLink: () => setLinking(true),
      onLeave: () => notesState.write(null)
    })
    handle.current = editor
    const release = historyState.claim({ undo: editor.undo, redo: editor.redo, focused: () => element.contains(document.activeElement) })
    const flush = (): void => void notesState.flushNote(id)
    const touch = (): void => notesState.touch(id)
    element.addEventListener('beforeinput', touch, true)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    editor.focus()
    if (notesState.takeAnswering(id)) editor.act(() => $beginAnswer(dayNow(today())))
    return () => {
      element.removeEventListener('beforeinput', touch, true)
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
    const chip = chipAt(handle.current, event.target)
    if (chip) go(chip.citation)
    const url = event.target.closest<HTMLElement>('.note-link')?.dataset['url']
    if (url !== undefined) setClicked({ url, x: event.clientX, y: event.clientY })
  }
  const hover = (event: MouseEvent): void => {
    const chip = chipAt(handle.current, event.target)
    if (chip) preview.show(chip.citation, chip.element)
    else preview.hide()
  }
  const passage = selection !== null || active !== null ? passageInHand() : null
  const link = (url: string): void => {
    setLinking(false)
    handle.current?.link(url)
  }
  const inFocus = menu.choosing?.choices[menu.choosing.index]

  return (
    <div className="note-editor">
      <NoteToolbar
        formats={formats}
        can={can}
        editor={() => handle.current}
        onLink={() => {
          if (formats.link === null) setLinking(true)
          else handle.current?.unlink()
        }}
        onCite={passage ? () => handle.current?.cite(passage) : null}
      />
      {linking
        ? (
          <LinkForm onSubmit={link} onCancel={() => {
            setLinking(false)
            handle.current?.focus()
          }} />
        )
        : null}
      <div
        ref={root}
        className="note-words"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        spellCheck={false}
        data-placeholder="Write, or press / for headings, tables, templates…"
        onClick={click}
        onMouseOver={hover}
        onMouseLeave={preview.hide}
        onBlur={() => {
          preview.hide()
          void notesState.flushNote(id)
        }}
        {...(preview.chip ? { 'aria-describedby': PREVIEW_ID } : {})}
        {...(inFocus ? { 'aria-autocomplete': 'list', 'aria-controls': CHOICES_ID, 'aria-activedescendant': choiceId(inFocus) } : {})}
      />
      {menu.choosing ? <InsertMenu choosing={menu.choosing} onChoose={menu.choose} onClose={menu.close} /> : null}
      {preview.chip && !menu.choosing ? <CitationPreview chip={preview.chip} onClose={preview.hide} /> : null}
      {clicked ? <LinkBubble link={clicked} keepFocus onClose={() => setClicked(null)} onRemove={() => handle.current?.unlink()} /> : null}
    </div>
  )
}
