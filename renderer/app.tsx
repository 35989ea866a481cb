import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react'
import { useMemo } from 'react'
import { CompareView } from './compare/compare-view'
import { ExportDialog } from './export/export-dialog'
import { SetAsideDialog } from './export/set-aside-dialog'
import { TakeInDialog } from './export/take-in-dialog'
import { FiguresPanel } from './inspector/figures/figures-panel'
import { MarksPanel } from './inspector/marks/marks-panel'
import { FindingsPanel } from './inspector/findings/findings-panel'
import { ForwardLookingPanel } from './inspector/forward-looking/forward-looking-panel'
import { DetailsDialog } from './library/details-dialog'
import { LibrarySidebar, LibraryView } from './library/library-view'
import { SavedSearchList } from './search/saved-search-list'
import { MoveDialog } from './library/move-dialog'
import { QueuePanel } from './library/queue-panel'
import { WatchedDialog } from './library/watched-dialog'
import { SearchView } from './search/search-view'
import { NotesPanel } from './notes/notes-panel'
import { TemplatesDialog } from './notes/templates-dialog'
import { Outline } from './reader/filing/outline'
import { LinkDialog } from './reader/filing/link-dialog'
import { Reader } from './reader/reader'
import { LeftBar } from './review/left-bar'
import { ReviewView } from './review/review-view'
import { AboutDialog } from './shell/about-dialog'
import { MeasureDialog } from './inspector/figures/measure-dialog'
import { AlsoInDialog } from './shell/also-in-dialog'
import { CommandPalette } from './shell/command-palette'
import { askAboutCard, askAboutRow, ContextMenu } from './shell/context-menu'
import { DropZone } from './shell/drop-zone'
import { LogDialog } from './shell/log-dialog'
import { UnwantedDialog } from './inspector/suggestion/unwanted-dialog'
import { SettingsDialog } from './shell/settings-dialog'
import { ShortcutSheet } from './shell/shortcut-sheet'
import { TabStrip } from './shell/tab-strip'
import { StatusLine } from './shell/status-line'
import { useKeyboard } from './shell/use-commands'
import { useKeptFocus } from './shell/use-kept-focus'
import { useFit } from './shell/use-fit'
import { useTheme } from './shell/use-theme'
import { useTitle } from './shell/use-title'
import { commands } from './state/commands/commands'
import { feedbackState } from './state/window/feedback'
import { dateWordsIn, selectDateForm } from './state/window/dates'
import { useStore } from './state/window/use-store'
import { viewState } from './state/window/view'
import { workspaceState } from './state/window/workspace'
import { DateWordsContext } from './ui/date-text'
import { IconButton } from './ui/button'
import { Divider } from './ui/split-pane'
import { Tabs } from './ui/tabs'
import { Toasts } from './ui/toasts'
import { TooltipProvider } from './ui/tooltip'
import { LiveRegion } from './ui/visually-hidden'

const Sidebar = () => {
  const open = useStore(viewState, viewState.select.sidebarOpen)
  const width = useStore(viewState, viewState.select.sidebarWidth)
  const tab = useStore(viewState, viewState.select.sidebarTab)
  if (!open) return null
  return (
    <aside className="side" aria-label="Library and outline" onContextMenu={askAboutCard}>
      <div className="pane sidebar" style={{ width }}>
        <Tabs
          label="Left pane"
          value={tab}
          onChange={viewState.setSidebarTab}
          tabs={[{ id: 'library', label: 'Library', content: <LibrarySidebar searches={<SavedSearchList />} /> }, { id: 'outline',
            label: 'Outline', content: <Outline /> }]}
          end={
            <IconButton icon={PanelLeftClose} label="Fold the left pane" keys={commands.keysOf('toggle-sidebar')}
              onClick={viewState.toggleSidebar} />
          }
        />
      </div>
      <Divider label="Width of the left pane" side="left" size={width} least={200} most={480} onResize={viewState.setSidebarWidth}
        onRest={viewState.toggleSidebar} />
    </aside>
  )
}

const Inspector = () => {
  const open = useStore(viewState, viewState.select.inspectorOpen)
  const width = useStore(viewState, viewState.select.inspectorWidth)
  const tab = useStore(viewState, viewState.select.inspectorTab)
  if (!open) return null
  return (
    <aside className="side" aria-label="Findings, forward-looking statements, figures, notes and marks" onContextMenu={askAboutCard}>
      <Divider label="Width of the right pane" side="right" size={width} least={300} most={640} onResize={viewState.setInspectorWidth}
        onRest={viewState.toggleInspector} />
      <div className="pane inspector" style={{ width }}>
        <Tabs
          label="Right pane"
          value={tab}
          onChange={viewState.setInspectorTab}
          tabs={[
            { id: 'findings', label: 'Findings', content: <FindingsPanel /> },
            { id: 'forward-looking', label: 'Forward-looking', content: <ForwardLookingPanel /> },
            { id: 'figures', label: 'Figures', content: <FiguresPanel /> },
            { id: 'notes', label: 'Notes', content: <NotesPanel /> },
            { id: 'marks', label: 'Marks', content: <MarksPanel /> }
          ]}
          end={
            <IconButton icon={PanelRightClose} label="Fold the right pane" keys={commands.keysOf('toggle-inspector')}
              onClick={viewState.toggleInspector} />
          }
        />
      </div>
    </aside>
  )
}

const Middle = () => {
  const screen = useStore(viewState, viewState.select.screen)
  switch (screen) {
    case 'library':
      return <LibraryView />
    case 'search':
      return <SearchView />
    case 'compare':
      return <CompareView />
    case 'review':
      return <ReviewView />
    case 'reader':
      return (
        <>
          <LeftBar />
          <Reader />
        </>
      )
  }
}

/** The buttons that bring a folded pane back, at the edge it went to. */
const Unfold = ({ side }: { readonly side: 'left' | 'right' }) => {
  const sidebar = useStore(viewState, viewState.select.sidebarOpen)
  const inspector = useStore(viewState, viewState.select.inspectorOpen)
  if (side === 'left') {
    return sidebar ? null : (
      <div className="unfold">
        <IconButton icon={PanelLeftOpen} label="Show the left pane" keys={commands.keysOf('toggle-sidebar')}
          onClick={viewState.toggleSidebar} />
      </div>
    )
  }
  return inspector ? null : (
    <div className="unfold">
      <IconButton icon={PanelRightOpen} label="Show the right pane" keys={commands.keysOf('toggle-inspector')}
        onClick={viewState.toggleInspector} />
    </div>
  )
}

const Messages = () => {
  const toasts = useStore(feedbackState, feedbackState.select.toasts)
  const announcement = useStore(feedbackState, feedbackState.select.announcement)
  return (
    <>
      {toasts.length > 0 ? <Toasts toasts={toasts} onDismiss={feedbackState.dismiss} /> : null}
      <LiveRegion text={announcement} />
    </>
  )
}

/** The window: library and outline on the left, the filing in the middle, what was found and noted on the right. */
export const App = () => {
  useKeptFocus()
  useKeyboard()
  useTheme()
  useFit()
  useTitle()
  const screen = useStore(viewState, viewState.select.screen)
  const dateForm = useStore(workspaceState, selectDateForm)
  const dateWords = useMemo(() => dateWordsIn(dateForm), [dateForm])
  return (
    <DateWordsContext value={dateWords}>
      <TooltipProvider>
        <DropZone>
          <TabStrip />
          <div className="panes">
            <Sidebar />
            <Unfold side="left" />
            <div className="middle" onContextMenu={askAboutRow}>
              <Middle />
            </div>
            {screen === 'reader' ? <Unfold side="right" /> : null}
            {screen === 'reader' ? <Inspector /> : null}
          </div>
          <StatusLine />
        </DropZone>
        <CommandPalette />
        <ShortcutSheet />
        <SettingsDialog />
        <UnwantedDialog />
        <AboutDialog />
        <AlsoInDialog />
        <MeasureDialog />
        <LogDialog />
        <ExportDialog />
        <TakeInDialog />
        <SetAsideDialog />
        <TemplatesDialog />
        <MoveDialog />
        <DetailsDialog />
        <LinkDialog />
        <WatchedDialog />
        <QueuePanel />
        <ContextMenu />
        <Messages />
      </TooltipProvider>
    </DateWordsContext>
  )
}
