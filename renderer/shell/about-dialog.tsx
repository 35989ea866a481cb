import { useEffect } from 'react'
import type { Licence } from '#contract/shell'
import { backupsState } from '../state/library/backups'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { workspaceState } from '../state/window/workspace'
import { Dialog } from '../ui/dialog'

const LicenceText = ({ licence }: { readonly licence: Licence }) => (
  <details className="licence">
    <summary>
      {licence.name} <span className="setting-about">{licence.version} · {licence.licence}</span>
    </summary>
    <pre className="log-text" tabIndex={0}
      aria-label={`Licence of ${licence.name}`}
    >{licence.text === '' ? 'The package names its licence and brings no text of it.' : licence.text}</pre>
  </details>
)

const Licences = () => {
  const licences = useStore(backupsState, backupsState.select.licences)
  useEffect(() => {
    void backupsState.loadLicences()
  }, [])
  if (licences.length === 0) return null
  return (
    <section className="licences" aria-label="Libraries">
      <h3 className="setting-label">Libraries used by Redwell</h3>
      {licences.map((licence) => <LicenceText key={`${licence.name} ${licence.version}`} licence={licence} />)}
    </section>
  )
}

/** What this program is, its version, and what it runs on. */
export const AboutDialog = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  const { appVersion, runtimeVersion, dataFolder } = useStore(workspaceState, workspaceState.select.about)
  return (
    <Dialog open={dialog === 'about'} onClose={viewState.closeDialog} title="About Redwell" width="wide">
      <p>An offline reader and annotator for regulatory filings.</p>
      <dl className="facts-list about-facts">
        <div>
          <dt>Version</dt>
          <dd>{appVersion}</dd>
        </div>
        <div>
          <dt>Runtime</dt>
          <dd>{runtimeVersion}</dd>
        </div>
        <div>
          <dt>Data folder</dt>
          <dd>
            <bdi>{dataFolder}</bdi>
          </dd>
        </div>
        <div>
          <dt>Licence</dt>
          <dd>MIT</dd>
        </div>
      </dl>
      <Licences />
    </Dialog>
  )
}
