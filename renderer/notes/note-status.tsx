import { Circle, CircleCheck, CircleDashed, CircleDot, CircleHelp, type LucideIcon, PenLine } from 'lucide-react'
import { useState } from 'react'
import type { Note, NoteStatus } from '#contract/note'
import { dueOf } from '../state/notes/note-filter'
import { notesState } from '../state/notes/notes'
import { today } from '../state/window/today'
import { Button } from '../ui/button'
import { DateText } from '../ui/date-text'
import { Icon } from '../ui/icon'
import { Menu, MenuChoice } from '../ui/menu'
import { DueField } from './due-field'

/** The steps of the question loop in their order, each with its word and its drawing. */
export const STATUSES: readonly { readonly value: NoteStatus; readonly label: string; readonly icon: LucideIcon; readonly says: string }[] =
  [
    { value: 'none', label: 'No question', icon: Circle, says: 'An observation that asks nothing' },
    { value: 'open', label: 'Open', icon: CircleHelp, says: 'A question that has to be asked' },
    { value: 'asked', label: 'Asked', icon: CircleDot, says: 'Put to someone, waiting' },
    { value: 'answered', label: 'Answered', icon: CircleDashed, says: 'An answer came, not yet judged' },
    { value: 'closed', label: 'Closed', icon: CircleCheck, says: 'Settled' }
  ]

/** The word for a status. */
export const statusLabel = (status: NoteStatus): string => STATUSES.find(({ value }) => value === status)?.label ?? status

/** Where a note stands in the question loop, and the menu that moves it on. */
export const StatusMenu = ({ note }: { readonly note: Note }) => {
  const current = STATUSES.find(({ value }) => value === note.status)
  return (
    <Menu
      label="Status"
      trigger={
        <button type="button" className={`note-status note-status-${note.status}`}
          aria-label={`Status: ${statusLabel(note.status)}. Change it`}
        >
          <Icon of={current?.icon ?? Circle} size={13} />
          {note.status === 'none' ? 'Ask…' : statusLabel(note.status)}
        </button>
      }
    >
      {STATUSES.map(({ value, label, says }) => (
        <MenuChoice key={value} checked={note.status === value} hint={says}
          onSelect={() => void notesState.setStatus(note.id, value, note.owner, note.dueAt)}
        >
          {label}
        </MenuChoice>
      ))}
    </Menu>
  )
}

/** When the question was put and answered, and whether its day has passed. */
export const QuestionDates = ({ note }: { readonly note: Note }) => {
  const overdue = dueOf(note, today()) === 'overdue'
  if (!note.askedAt && !note.answeredAt && !overdue) return null
  return (
    <p className="question-dates">
      {note.askedAt
        ? (
          <span>
            Asked <DateText iso={note.askedAt} label="Asked" />
          </span>
        )
        : null}
      {note.answeredAt
        ? (
          <span>
            Answered <DateText iso={note.answeredAt} label="Answered" />
          </span>
        )
        : null}
      {overdue && note.dueAt !== null
        ? (
          <span className="overdue">
            Overdue since <DateText iso={note.dueAt.slice(0, 10)} label="Due" />
          </span>
        )
        : null}
    </p>
  )
}

/** What a field holds while it is typed in: it begins anew where what is kept changes, and the field itself stays and has the focus. */
const useKept = (kept: string): readonly [string, (next: string) => void] => {
  const [state, setState] = useState({ kept, value: kept })
  if (state.kept !== kept) setState({ kept, value: kept })
  return [state.kept === kept ? state.value : kept, (value) => setState({ kept, value })]
}

/** Who answers a question and by when. The owner is kept when the field is left, or at Enter. */
export const QuestionFields = ({ note }: { readonly note: Note }) => {
  const [owner, setOwner] = useKept(note.owner ?? '')
  const keepOwner = (): void => {
    const next = owner.trim() === '' ? null : owner.trim()
    if (next !== note.owner) void notesState.setStatus(note.id, note.status, next, note.dueAt)
  }
  return (
    <div className="question-fields">
      <label>
        <span>Owner</span>
        <input
          className="field field-small"
          value={owner}
          placeholder="Nobody yet"
          spellCheck={false}
          onChange={(event) => setOwner(event.target.value)}
          onBlur={keepOwner}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keepOwner()
          }}
        />
      </label>
      <DueField note={note} />
      {note.status === 'open' || note.status === 'asked'
        ? <Button size="small" icon={PenLine} onClick={() => void notesState.answer(note.id)}>Write the answer</Button>
        : null}
    </div>
  )
}
