import { Lightbulb, MessageSquareText, Telescope, type LucideIcon } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { FilterMark, MarkStatus } from '../../state/marks/mark-filter'
import { marksState } from '../../state/marks/marks'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { Icon } from '../../ui/icon'
import { TagMark } from '../../ui/tag-mark'
import { STATE_WORDS } from '../suggestion/finding-words'
import { CLASS_WORDS } from '#model/suggestion-words'
import { countWords } from '#model/words'

/** What was decided or asked, as rows and filters name it. */
export const MARK_STATUS_WORDS: Readonly<Record<MarkStatus, string>> = { ...STATE_WORDS, open: 'Open question', asked: 'Asked',
  answered: 'Answered', closed: 'Closed' }

const isStatus = (value: string | undefined): value is MarkStatus => value !== undefined && value in MARK_STATUS_WORDS

const SIGNS: Readonly<Record<'finding' | 'forward-looking' | 'note', { readonly icon: LucideIcon; readonly word: string }>> = {
  'finding': { icon: Lightbulb, word: 'Finding' },
  'forward-looking': { icon: Telescope, word: 'Forward-looking' },
  'note': { icon: MessageSquareText, word: 'Note' }
}

const Sign = ({ mark }: { readonly mark: FilterMark }) => {
  const tag = useStore(workspaceState, workspaceState.select.tag(mark.annotation?.tagId ?? null))
  if (mark.annotation) return <TagMark tag={tag} />
  const { icon, word } = SIGNS[mark.ref?.kind === 'finding' ? 'finding' : mark.ref ? 'forward-looking' : 'note']
  const [kind] = mark.values.kind
  const finer = kind === 'borderline' || kind === 'boilerplate' ? CLASS_WORDS[kind].word : word
  return (
    <span className="mark-sign">
      <Icon of={icon} size={14} />
      {finer}
    </span>
  )
}

const notesWords = (count: number): string => countWords(count, 'note')

/** One mark of the list: what it is, its words, where it stands, and what was made of it. */
export const MarkRow = ({ mark }: { readonly mark: FilterMark }) => {
  const [status] = mark.values.status
  const note = mark.annotation ? mark.notes.find(({ text }) => text.trim() !== '') : undefined
  const facts = [mark.values.section[0], mark.values.speaker.find((name) => name !== '')].filter((fact) => fact !== undefined)
  const click = (event: MouseEvent): void =>
    marksState.takeRow(mark, event.shiftKey ? 'stretch' : event.ctrlKey || event.metaKey ? 'beside' : 'alone')
  return (
    <div className="mark-row" onClick={click}>
      <div className="mark-line">
        <Sign mark={mark} />
        <span className="grow" />
        {isStatus(status) && status !== 'undecided'
          ? <span className="mark-status" data-status={status}>{MARK_STATUS_WORDS[status]}</span>
          : null}
        {mark.annotation && mark.notes.length > 0
          ? (
            <span className="mark-notes">
              <Icon of={MessageSquareText} size={12} />
              {notesWords(mark.notes.length)}
            </span>
          )
          : null}
      </div>
      <p className="mark-words" data-colour={mark.values.colour[0] ?? 'grey'}>{mark.words}</p>
      {note ? <p className="mark-note">{note.text}</p> : null}
      {facts.length > 0 ? <p className="mark-facts truncate">{facts.join(' · ')}</p> : null}
    </div>
  )
}
