import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'

/** The places inside the data folder that the app's room itself writes to. */
export interface DataFolder {
  readonly root: string
  readonly logFile: string
  readonly crashReports: string
  readonly windowState: string
}

/** Ends a start that has nowhere to keep anything: one line on the terminal, and a box for who started it from a menu. */
const endWithoutFolder = (root: string, error: unknown): never => {
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox('Redwell has no data folder', `The folder ${root} cannot be made or used. Choose another in REDWELL_DATA_DIR.\n\n${reason}`)
  process.exit(1)
}

const makeFolder = (root: string): void => {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 })
  } catch (error) {
    endWithoutFolder(root, error)
  }
}

/**
 * Settles where everything of the product lives: `REDWELL_DATA_DIR`, else the system's place for the app. The browser's own
 * profile goes into a folder of its own below it. Must run before the app is ready, and before the single-instance lock, which
 * lies in this folder.
 */
export const settleDataFolder = (asked: string | undefined): DataFolder => {
  const root = asked === undefined || asked === '' ? app.getPath('userData') : resolve(asked)
  makeFolder(root)
  app.setPath('userData', root)
  app.setPath('sessionData', join(root, 'profile'))
  app.setPath('crashDumps', join(root, 'crash-dumps'))
  return {
    root,
    logFile: join(root, 'logs', 'redwell.log'),
    crashReports: join(root, 'crash-reports'),
    windowState: join(root, 'window.json')
  }
}

/**
 * Gives a start without a window a browser profile of its own, so that it can run beside an open app. The folder is removed when
 * the process exits.
 */
export const useThrowawayProfile = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-profile-'))
  app.setPath('sessionData', folder)
  process.on('exit', () => { rmSync(folder, { recursive: true, force: true }) })
}
