import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { NoteTemplate } from '#contract/note-template'
import type { Note } from '#contract/note'
import { notesState } from '../state/notes/notes'
import { templatesState } from '../state/notes/templates'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { templateOf } from './template-body'

const Row = ({ template }: { readonly template: NoteTemplate }) => {
  const [name, setName] = useState(template.name)
  const keep = async (): Promise<void> => {
    const next = name.trim()
    if (next === template.name) return
    if (next === '' || !await templatesState.rename(template, next)) setName(template.name)
  }
  return (
    <li className="template-row">
      <TextField
        label={`Name of the template ${template.name}`}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void keep()
        }}
      />
      <IconButton icon={Trash2} label={`Delete the template ${template.name}`} size="small"
        onClick={() => void templatesState.remove(template)} />
    </li>
  )
}

const SaveForm = ({ note }: { readonly note: Note }) => {
  const [name, setName] = useState('')
  const words = useStore(notesState, notesState.select.words(note.id))
  const body = templateOf(words?.body ?? note.body)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (body !== null && name.trim() !== '' && await templatesState.save(name.trim(), body)) templatesState.closeDialog()
  }
  if (body === null) return <p className="template-text">This note has no words yet that a template could begin with.</p>
  return (
    <form className="template-form" onSubmit={(event) => void submit(event)}>
      <TextField label="Name of the new template" placeholder="Name of the new template" maxLength={80} data-autofocus value={name}
        onChange={(event) => setName(event.target.value)} />
      <Button tone="primary" type="submit" disabled={name.trim() === ''}>Save template</Button>
      <p className="template-text">
        Its citations become “{'{excerpt}'}”, which is filled with the passage a new note is about; “{'{date}'}” becomes the day.
      </p>
    </form>
  )
}

/** The analyst's own templates: a note is saved as one, and each is renamed or deleted. */
export const TemplatesDialog = () => {
  const dialog = useStore(templatesState, templatesState.select.dialog)
  const templates = useStore(templatesState, templatesState.select.templates)
  const saving = useStore(notesState, notesState.select.note(dialog?.saving ?? ''))
  return (
    <Dialog open={dialog !== null} onClose={templatesState.closeDialog} title={saving ? 'Save note as a template' : 'Templates'}>
      {saving ? <SaveForm note={saving} /> : null}
      {templates.length === 0 && !saving
        ? (
          <EmptyState title="No templates of your own yet"
            text="Write a note the way you like notes to begin, then choose “Save as template…” in its menu. In a note, press / and type its name." />
        )
        : null}
      {templates.length === 0
        ? null
        : (
          <ul className="template-list" aria-label="Your templates">
            {templates.map((template) => <Row key={`${template.id} ${template.name}`} template={template} />)}
          </ul>
        )}
    </Dialog>
  )
}
