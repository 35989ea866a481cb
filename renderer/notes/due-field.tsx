import { CalendarDays } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { Note } from '#contract/note'
import { readDay } from '#model/dates'
import { notesState } from '../state/notes/notes'
import { IconButton } from '../ui/button'
import { useDateWords } from '../ui/date-text'

/** The first day that is kept while a date is typed: a year of which only some digits are there lies before it. */
const FIRST_DAY = '1900-01-01'

/** Until when a question wants its answer: a day typed as the window writes days, or chosen. Kept when it is whole, when the field is left, and at Enter. */
export const DueField = ({ note }: { readonly note: Note }) => {
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const { short } = useDateWords()
  const kept = note.dueAt?.slice(0, 10) ?? ''
  // What is typed begins anew where what is kept changes; the field itself stays and has the focus.
  const [state, setState] = useState({ kept, words: kept === '' ? '' : short(kept), left: true })
  if (state.kept !== kept) setState({ kept, words: kept === '' ? '' : short(kept), left: true })
  const day = state.words.trim() === '' ? '' : readDay(state.words)
  const wrong = state.left && (day === null || (day !== '' && day < FIRST_DAY))
  const keep = (next: string | null): void => {
    // A date that is half typed has no value yet: it is no wish to have none.
    if (next === null || next === kept || (next !== '' && next < FIRST_DAY)) return
    void notesState.setStatus(note.id, note.status, note.owner, next === '' ? null : next)
  }
  const leave = (): void => {
    setState({ ...state, left: true })
    keep(day)
  }
  return (
    <div className="due-field">
      <label htmlFor={id}>Due</label>
      <input id={id} className="field field-small" value={state.words} placeholder={short('2026-11-13')} spellCheck={false}
        autoComplete="off" aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined} onChange={({ target: { value } }) => {
        setState({ kept, words: value, left: false })
        if (value.trim() !== '') keep(readDay(value))
      }} onBlur={leave} onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }} />
      <input ref={picker} type="date" className="due-picker" tabIndex={-1} aria-hidden="true" value={kept}
        onChange={(event) => keep(event.target.value)} />
      <IconButton size="small" icon={CalendarDays} label="Choose the day" onClick={() => picker.current?.showPicker()} />
      {wrong ? <p id={`${id}-wrong`} className="due-wrong">Write the day as {short('2026-11-13')} or 2026-11-13.</p> : null}
    </div>
  )
}
