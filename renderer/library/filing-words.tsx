import { BookOpenCheck, CircleCheck, CircleDashed, CircleDot } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { TagId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { countWords } from '#model/words'
import { workStateOf, type LibraryColumn, type LibraryGroup, type WorkState } from '../state/library/library-list'
import { useShallow } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Icon } from '../ui/icon'
import { VisuallyHidden } from '../ui/visually-hidden'

/** The words and the drawing of each state of the work. */
export const STATE_WORDS: Readonly<Record<WorkState, { readonly words: string; readonly icon: LucideIcon }>> = {
  'unread': { words: 'Unread', icon: CircleDashed },
  'in-work': { words: 'In work', icon: CircleDot },
  'read': { words: 'Read', icon: BookOpenCheck },
  'finished': { words: 'Finished', icon: CircleCheck }
}

/** The heads of the columns; `says` explains one where its head is short. */
export const COLUMN_WORDS: Readonly<Record<LibraryColumn, { readonly label: string; readonly says?: string }>> = {
  title: { label: 'Title' },
  company: { label: 'Company' },
  form: { label: 'Form' },
  exhibit: { label: 'Exhibit' },
  period: { label: 'Period', says: 'End of the period it reports on' },
  filedAt: { label: 'Filed' },
  importedAt: { label: 'Added' },
  tags: { label: 'Tags' },
  bytes: { label: 'Size' },
  state: { label: 'State', says: 'Progress of the work' },
  annotations: { label: 'Marks', says: 'Highlights' },
  notes: { label: 'Notes' },
  openQuestions: { label: 'Open', says: 'Open questions' }
}

/** The columns in the order in which they stand; the title always stands first and is not among them. */
export const COLUMN_ORDER: readonly LibraryColumn[] = ['company', 'form', 'exhibit', 'period', 'filedAt', 'importedAt', 'tags', 'bytes',
  'annotations', 'notes', 'openQuestions', 'state']

/** What the filings can be gathered under. */
export const GROUP_WORDS: Readonly<Record<LibraryGroup, string>> = { none: 'Not grouped', company: 'Company', form: 'Form',
  folder: 'Folder', month: 'Month filed', state: 'State' }

/** How far the suggestions of a filing are decided and what is asked on it, in as few signs as can be read. */
export const StateCell = ({ filing }: { readonly filing: FilingSummary }) => {
  const state = workStateOf(filing)
  const { words, icon } = STATE_WORDS[state]
  const part = filing.suggestions === 0 ? 0 : filing.decided / filing.suggestions
  const title = [filing.suggestions > 0 ? `${String(filing.decided)} of ${String(filing.suggestions)} suggestions decided` : null,
    filing.openQuestions > 0 ? countWords(filing.openQuestions, 'open question') : null].filter((words) => words !== null).join(', ')
  return (
    <span className="work-state" data-state={state} title={title || undefined}>
      {state === 'in-work' && filing.suggestions > 0
        ? (
          <span className="work-bar" aria-hidden="true">
            <span style={{ transform: `scaleX(${String(part)})` }} />
          </span>
        )
        : <Icon of={icon} size={14} />}
      <span className="work-words numeric">
        {state === 'in-work' && filing.suggestions > 0 ? `${String(filing.decided)}/${String(filing.suggestions)}` : words}
      </span>
      {filing.openQuestions > 0
        ? <span className="badge badge-warn" aria-label={`${String(filing.openQuestions)} open questions`}>{filing.openQuestions}?</span>
        : null}
    </span>
  )
}

/** The tags of a filing as their letters on their colours. */
export const TagLetters = ({ ids }: { readonly ids: readonly TagId[] }) => {
  const tags = useShallow(workspaceState, (state) => state.tags.filter(({ id }) => ids.includes(id)))
  if (tags.length === 0) return null
  return (
    <span className="tag-letters">
      {tags.map((tag) => (
        <span key={tag.id} className="tag-mark" data-colour={tag.colour} data-underline={tag.underline} title={tag.name}>
          <span aria-hidden="true">{tag.letter}</span>
          <VisuallyHidden>{tag.name}</VisuallyHidden>
        </span>
      ))}
    </span>
  )
}
