/** The analyst's own templates of notes. */
import type { NoteTemplate } from '#contract/note-template'
import type { NoteId } from '#contract/ids'
import type { Result } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'

interface TemplatesState {
  readonly templates: readonly NoteTemplate[]
  /** The dialog of the templates: closed, open, or open to save a note as one. */
  readonly dialog: { readonly saving: NoteId | null } | null
}

const initial: TemplatesState = { templates: [], dialog: null }
const store = createStore(initial)

const keep = (answer: Result<readonly NoteTemplate[]>): boolean => {
  if (answer.ok) store.set({ templates: answer.value })
  else feedbackState.fail(answer.failure)
  return answer.ok
}

const load = async (): Promise<void> => {
  keep(await call('template.list', null))
}

/** Keeps words as a new template; answers whether that was done. */
const save = async (name: string, body: string): Promise<boolean> => {
  const done = keep(await call('template.save', { id: null, name, body }))
  if (done) historyState.did(`Template “${name}” saved.`)
  return done
}

/** Gives a template another name; answers whether that was done. */
const rename = async ({ id, body }: NoteTemplate, name: string): Promise<boolean> => {
  const done = keep(await call('template.save', { id, name, body }))
  if (done) historyState.count()
  return done
}

/** Deletes a template; notes made from it stay, and it can be brought back. */
const remove = async ({ id, name }: NoteTemplate): Promise<void> => {
  if (keep(await call('template.remove', { id }))) historyState.did(`Template “${name}” deleted.`)
}

/** Opens the dialog of the templates, to save a note as one where `saving` names it. */
const openDialog = (saving: NoteId | null = null): void => {
  store.set({ dialog: { saving } })
}
const closeDialog = (): void => store.set({ dialog: null })

/** Fetches the templates and follows changes made elsewhere, such as an undo, until the returned function is called. */
const start = (): () => void => {
  void load()
  return subscribe('library.changed', () => void load())
}

const select = {
  templates: (state: TemplatesState) => state.templates,
  dialog: (state: TemplatesState) => state.dialog
}

/** The state module of templates. */
export const templatesState = { store, start, save, rename, remove, openDialog, closeDialog, select }
