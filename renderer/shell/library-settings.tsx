import { Copy, RotateCcw, Save } from 'lucide-react'
import { useEffect } from 'react'
import type { Backup } from '#contract/shell'
import { backupsState } from '../state/library/backups'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button, IconButton } from '../ui/button'
import { DateText } from '../ui/date-text'
import { HistorySettings } from './history-settings'
import { sizeWords } from '../ui/size-text'

/** Folders that a service copies to other machines while they are written to: a database in one is spoilt sooner or later. */
const SYNCED = /(?:dropbox|onedrive|google ?drive|icloud|nextcloud|owncloud|syncthing)/i

const FAULTS: Readonly<Record<NonNullable<Backup['fault']>, string>> = { damaged: 'Damaged: choose another one',
  gone: 'Gone from the folder of backups' }

const BackupRow = ({ backup }: { readonly backup: Backup }) => {
  const asking = useStore(backupsState, (state) => state.asking === backup.name)
  return (
    <li className="backup-row">
      <span className="backup-name">
        <DateText iso={backup.at} />{' '}
        {backup.fault === 'gone' ? null : <span className="setting-about numeric">{sizeWords(backup.bytes)}</span>}
        {backup.fault === null ? null : <span className="setting-warning">{FAULTS[backup.fault]}</span>}
      </span>
      {asking
        ? (
          <span className="backup-question" role="group" aria-label="Begin from this backup?">
            <span className="setting-about">The present library is set aside; notes saved since come back.</span>
            <Button size="small" tone="primary" data-autofocus onClick={() => void backupsState.restore()}>Start anew from it</Button>
            <Button size="small" onClick={() => backupsState.ask(null)}>Keep as it is</Button>
          </span>
        )
        : backup.fault !== null ?
        null :
        (
          <IconButton size="small" icon={RotateCcw} label={`Begin from the backup of ${backup.at}`}
            onClick={() => backupsState.ask(backup.name)} />
        )}
    </li>
  )
}

/** Where the library lies, and its backups: made by themselves once a day, and by hand. */
export const LibrarySettings = () => {
  const { dataFolder } = useStore(workspaceState, workspaceState.select.about)
  const backups = useStore(backupsState, backupsState.select.backups)
  const making = useStore(backupsState, backupsState.select.making)
  useEffect(() => {
    void backupsState.load()
  }, [])
  return (
    <section className="library-settings">
      <div className="setting">
        <div>
          <p className="setting-label">Data folder</p>
          <p className="setting-about">
            Filings and notes are kept here, and nowhere else. To move it, close Redwell, move the folder, and start Redwell with
            REDWELL_DATA_DIR set to its new place.
          </p>
          <p className="setting-path">{dataFolder}</p>
          {SYNCED.test(dataFolder)
            ? (
              <p className="setting-warning" role="note">
                This folder looks as if a service copied it to other machines. That can spoil a library that is in use: keep it elsewhere,
                and copy backups instead.
              </p>
            )
            : null}
        </div>
        <Button size="small" icon={Copy} onClick={() => void backupsState.copyPath(dataFolder)}>Copy path</Button>
      </div>
      <div className="setting">
        <div>
          <p className="setting-label">Backups</p>
          <p className="setting-about">One is made each day Redwell is used, and the newest ten are kept in the data folder.</p>
        </div>
        <Button size="small" icon={Save} disabled={making} onClick={() => void backupsState.make()}>
          {making ? 'Making a backup…' : 'Back up now'}
        </Button>
      </div>
      {backups.length === 0
        ? <p className="setting-about">There is no backup yet.</p>
        : <ul className="backups" aria-label="Backups">{backups.map((backup) => <BackupRow key={backup.name} backup={backup} />)}</ul>}
      <HistorySettings />
    </section>
  )
}
