import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { workspaceState } from '../state/workspace'
import { Dialog } from '../ui/dialog'

/** What this program is, its version, and what it runs on. */
export const AboutDialog = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  const { appVersion, runtimeVersion, dataFolder } = useStore(workspaceState, workspaceState.select.about)
  return (
    <Dialog open={dialog === 'about'} onClose={viewState.closeDialog} title="About Redwell">
      <p>An offline reader and annotator for regulatory filings.</p>
      <dl className="facts-list about-facts">
        <div><dt>Version</dt><dd>{appVersion}</dd></div>
        <div><dt>Runtime</dt><dd>{runtimeVersion}</dd></div>
        <div><dt>Data folder</dt><dd><bdi>{dataFolder}</bdi></dd></div>
        <div><dt>Licence</dt><dd>MIT</dd></div>
      </dl>
    </Dialog>
  )
}
