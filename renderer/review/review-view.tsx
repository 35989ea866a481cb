import { ArrowLeft, ChevronDown, FolderClosed, Library } from 'lucide-react'
import { activityState } from '../state/review/activity'
import { foldersState } from '../state/library/folders'
import { folderWords } from '../state/library/folders-tree'
import { reviewState } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button, IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import { Menu, MenuChoice } from '../ui/menu'
import { Tabs } from '../ui/tabs'
import { ActivityLog } from './activity-log'
import { ProgressBoard } from './progress-board'
import { RequestList } from './request-list'

/** Whose work to show: the whole library, or a folder with those in it. */
const ScopeMenu = () => {
  const folderId = useStore(reviewState, reviewState.select.folderId)
  const part = useStore(reviewState, reviewState.select.part)
  const folders = useStore(foldersState, foldersState.select.folders)
  const name = folderId === null ? 'Whole library' : folderWords(folders, folderId) || 'Whole library'
  const choices = folders.map(({ id }) => ({ id, words: folderWords(folders, id) })).sort((a, b) => a.words.localeCompare(b.words))
  return (
    <Menu label="Whose work to show" trigger={
      <Button tone="plain" aria-label={`Work on: ${name}`}>
        <Icon of={folderId === null ? Library : FolderClosed} size={14} />
        <span className="truncate scope-name">{name}</span>
        <Icon of={ChevronDown} size={12} />
      </Button>
    }>
      <MenuChoice checked={folderId === null} onSelect={() => reviewState.open(null, part)}>Whole library</MenuChoice>
      {choices.map(({ id, words }) => (
        <MenuChoice key={id} checked={folderId === id} onSelect={() => reviewState.open(id, part)}>{words}</MenuChoice>
      ))}
    </Menu>
  )
}

/** Progress of the work: the board of filings, the request list of open questions, and the activity log. */
export const ReviewView = () => {
  const part = useStore(reviewState, reviewState.select.part)
  const requests = useStore(reviewState, (state) => state.requests?.length ?? 0)
  return (
    <main className="review-screen" aria-label="Review">
      <header className="review-bar">
        <IconButton icon={ArrowLeft} label="Back to the library" onClick={() => viewState.show('library')} />
        <h1>Review</h1>
        <ScopeMenu />
      </header>
      <Tabs
        label="Review"
        value={part}
        onChange={(next) => {
          reviewState.setPart(next)
          if (next === 'activity' && activityState.store.get().phase === 'idle') void activityState.load()
        }}
        tabs={[
          { id: 'progress', label: 'Progress', content: <ProgressBoard /> },
          { id: 'requests', label: 'Requests', count: requests, content: <RequestList /> },
          { id: 'activity', label: 'Activity', content: <ActivityLog /> }
        ]}
      />
    </main>
  )
}
