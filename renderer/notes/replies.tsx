import { Pencil, Reply as ReplyIcon, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Reply } from '#contract/person'
import { notesState } from '../state/notes/notes'
import { repliesState } from '../state/notes/replies'
import { useShallow, useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { DateText } from '../ui/date-text'
import { Author } from './author'

/** The field in which an answer is written; Ctrl+Enter keeps it, Escape lets it go. */
const Field = ({ label }: { readonly label: string }) => {
  const field = useRef<HTMLTextAreaElement>(null)
  const text = useStore(repliesState, repliesState.select.text)
  const saving = useStore(repliesState, repliesState.select.saving)
  useEffect(() => field.current?.focus(), [])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void repliesState.keep()
    else if (event.key === 'Escape') repliesState.cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="reply-field">
      <textarea ref={field} aria-label={label} rows={3} value={text} onChange={(event) => repliesState.type(event.target.value)}
        onKeyDown={press} />
      <div className="reply-acts">
        <Button size="small" onClick={repliesState.cancel}>Cancel</Button>
        <Button size="small" tone="primary" disabled={saving || text.trim() === ''} onClick={() => void repliesState.keep()}>
          Save reply
        </Button>
      </div>
    </div>
  )
}

const ReplyLine = ({ reply }: { readonly reply: Reply }) => {
  const writing = useStore(repliesState, repliesState.select.isWriting(reply.noteId, reply.id))
  const isMine = reply.authorId === undefined
  return (
    <li className="reply">
      <span className="reply-head">
        {isMine ? <span className="author">You</span> : <Author of={reply} />}
        <DateText iso={reply.madeAt} label="Answered" />
        <span className="grow" />
        {isMine && !writing
          ? (
            <>
              <IconButton icon={Pencil} label="Edit this reply" size="small" onClick={() => void repliesState.write(reply.noteId, reply)} />
              <IconButton icon={Trash2} label="Delete this reply" size="small" onClick={() => void repliesState.remove(reply.id)} />
            </>
          )
          : null}
      </span>
      {writing ? <Field label="Your reply" /> : <span className="reply-words">{reply.text}</span>}
    </li>
  )
}

/** The answers to a note, the oldest first, under the names of who gave them, and the field for one's own. */
export const Replies = ({ noteId }: { readonly noteId: string }) => {
  const replies = useShallow(notesState, (state) => state.replies.filter((reply) => reply.noteId === noteId))
  const writing = useStore(repliesState, repliesState.select.isWriting(noteId, null))
  return (
    <>
      {replies.length === 0
        ? null
        : <ul className="replies" aria-label="Answers">{replies.map((reply) => <ReplyLine key={reply.id} reply={reply} />)}</ul>}
      {writing ? <Field label="Reply to this note" /> : null}
    </>
  )
}

/** Begins an answer to a note. */
export const ReplyButton = ({ noteId }: { readonly noteId: string }) => (
  <IconButton icon={ReplyIcon} label="Reply" size="small" onClick={() => void repliesState.write(noteId)} />
)
