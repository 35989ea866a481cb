import { Bold, Italic, Link2, List, ListOrdered, ListTodo, Redo2, Table2, TextQuote, Undo2, Quote, type LucideIcon } from 'lucide-react'
import { keysOfNoteAct } from '../state/notes/note-keys'
import { copyText } from '../state/window/clipboard'
import { IconButton } from '../ui/button'
import { TableMenu } from './table-menu'
import { $insertTable, type Formats } from './editor-formats'
import type { NoteEditorHandle } from './editor'

/** What the toolbar shows and drives. */
export interface NoteToolbarProps {
  readonly formats: Formats
  readonly can: { readonly undo: boolean; readonly redo: boolean }
  /** The editor, once it is on screen. */
  readonly editor: () => NoteEditorHandle | null
  readonly onLink: () => void
  /** Inserts a chip for the passage in hand; null where there is none. */
  readonly onCite: (() => void) | null
}

interface Tool {
  readonly icon: LucideIcon
  readonly label: string
  readonly keys?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

/** The acts of the editor as buttons. A press keeps the caret and the selection in the filing where they are. */
export const NoteToolbar = ({ formats, can, editor, onLink, onCite }: NoteToolbarProps) => {
  const tools: readonly Tool[] = [
    { icon: Bold, label: 'Bold', keys: keysOfNoteAct('bold'), pressed: formats.bold, run: () => editor()?.bold() },
    { icon: Italic, label: 'Italic', keys: keysOfNoteAct('italic'), pressed: formats.italic, run: () => editor()?.italic() },
    { icon: List, label: 'Bulleted list', keys: keysOfNoteAct('bullet'), pressed: formats.block === 'bullet',
      run: () => editor()?.list('bullet') },
    { icon: ListOrdered, label: 'Numbered list', keys: keysOfNoteAct('number'), pressed: formats.block === 'number',
      run: () => editor()?.list('number') },
    { icon: ListTodo, label: 'Checklist', pressed: formats.block === 'check', run: () => editor()?.list('check') },
    { icon: TextQuote, label: 'Quotation', keys: keysOfNoteAct('quote'), pressed: formats.block === 'quote', run: () => editor()?.quote() },
    { icon: Link2, label: 'Link', keys: keysOfNoteAct('link'), pressed: formats.link !== null, run: onLink },
    {
      icon: Quote,
      label: onCite ? 'Cite the selected passage' : 'Select words in the filing to cite them here',
      disabled: onCite === null,
      run: () => onCite?.()
    },
    { icon: Undo2, label: 'Undo typing', keys: keysOfNoteAct('undo'), disabled: !can.undo, run: () => editor()?.undo() },
    { icon: Redo2, label: 'Redo typing', keys: keysOfNoteAct('redo'), disabled: !can.redo, run: () => editor()?.redo() }
  ]
  return (
    <div className="note-toolbar" role="toolbar" aria-label="Format">
      {tools.map(({ icon, label, keys, pressed, disabled, run }) => (
        <IconButton
          key={label}
          icon={icon}
          label={label}
          size="small"
          {...(keys === undefined ? {} : { keys })}
          {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
          aria-disabled={disabled === true}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (disabled !== true) run()
          }}
        />
      ))}
      {formats.table
        ? <TableMenu editor={editor} onCopy={(tsv) => void copyText(tsv, 'Table copied.')} />
        : (
          <IconButton icon={Table2} label="Insert a table" size="small" onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor()?.act(() => $insertTable())} />
        )}
    </div>
  )
}
