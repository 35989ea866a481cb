import { UserRound } from 'lucide-react'
import { ME } from '#contract/person'
import type { Authored, Reply } from '#contract/person'
import { notesState } from '../state/notes/notes'
import { useShallow, useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { DateText } from '../ui/date-text'
import { Icon } from '../ui/icon'

/** Who made a thing, where that is somebody else than the one who keeps the library; a typed name, and no proof. */
export const Author = ({ of }: { readonly of: Authored }) => {
  const { authorId = ME } = of
  const name = useStore(workspaceState, workspaceState.select.personName(authorId))
  if (authorId === ME) return null
  return (
    <span className="author truncate" title={`By ${name}, as the file it came in says`}>
      <Icon of={UserRound} size={12} />
      {name}
    </span>
  )
}

const ReplyLine = ({ reply }: { readonly reply: Reply }) => (
  <li className="reply">
    <span className="reply-head">
      {reply.authorId === undefined ? <span className="author">You</span> : <Author of={reply} />}
      <DateText iso={reply.madeAt} label="Answered" />
    </span>
    <span className="reply-words">{reply.text}</span>
  </li>
)

/** The answers to a note, the oldest first, under the names of who gave them. */
export const Replies = ({ noteId }: { readonly noteId: string }) => {
  const replies = useShallow(notesState, (state) => state.replies.filter((reply) => reply.noteId === noteId))
  return replies.length === 0
    ? null
    : <ul className="replies" aria-label="Answers">{replies.map((reply) => <ReplyLine key={reply.id} reply={reply} />)}</ul>
}
