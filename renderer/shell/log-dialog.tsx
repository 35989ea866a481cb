import { Copy } from 'lucide-react'
import { useEffect } from 'react'
import { backupsState } from '../state/library/backups'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

const LogText = () => {
  const log = useStore(backupsState, backupsState.select.log)
  useEffect(() => {
    void backupsState.loadLog()
  }, [])
  if (log === null) return <p className="setting-about">Reading the log…</p>
  return (
    <>
      <p className="setting-about">What Redwell did and what went wrong, without a word of any filing or note. It stays on this machine.</p>
      <p className="setting-path">{log.path}</p>
      {log.text === ''
        ? <p className="setting-about">The log is empty: nothing went wrong.</p>
        : <pre className="log-text" tabIndex={0} aria-label="Log">{log.text}</pre>}
      <h3 className="setting-label">Crash reports</h3>
      {log.crashReports.length === 0
        ? <p className="setting-about">There are none.</p>
        : log.crashReports.map(({ name, text }) => (
          <details key={name} className="crash-report">
            <summary>{name}</summary>
            <pre className="log-text" tabIndex={0} aria-label={name}>{text}</pre>
          </details>
        ))}
    </>
  )
}

/** The program's log and crash reports, to read and to copy. */
export const LogDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'log')
  return (
    <Dialog
      open={open}
      onClose={viewState.closeDialog}
      title="Log and crash reports"
      width="wide"
      foot={<Button icon={Copy} onClick={() => void backupsState.copyLog()}>Copy all</Button>}
    >
      <LogText />
    </Dialog>
  )
}
