import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
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
  dialog.showErrorBox('Redwell has no data folder',
    `The folder ${root} cannot be made or used. Choose another in REDWELL_DATA_DIR.\n\n${reason}`)
  process.exit(1)
}

const makeFolder = (root: string, written: boolean): void => {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 })
    if (written) accessSync(root, constants.W_OK)
  } catch (error) {
    endWithoutFolder(root, error)
  }
}

/**
 * Settles where everything of the product lives: `REDWELL_DATA_DIR`, else the system's place for the app. The browser's own
 * profile goes into a folder of its own below it. Must run before the app is ready, and before the single-instance lock, which
 * lies in this folder. `written` says that this start will write there: a folder that does not let it ends the start with the reason.
 */
export const settleDataFolder = (asked: string | undefined, written: boolean): DataFolder => {
  const root = asked === undefined || asked === '' ? app.getPath('userData') : resolve(asked)
  makeFolder(root, written)
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

const THROWAWAY = 'redwell-profile-'

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes the profiles of exports that have ended. What cannot be removed is another user's, or is gone already. */
const removeLeftProfiles = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(THROWAWAY) ? Number(name.slice(THROWAWAY.length).split('-')[0]) : Number.NaN
    if (!Number.isSafeInteger(pid) || pid <= 0 || isRunning(pid)) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      continue
    }
  }
}

/**
 * Gives a start without a window a browser profile of its own, so that it can run beside an open app. The browser writes to it
 * until after this process has ended: it is emptied here and removed by the next such start.
 */
export const useThrowawayProfile = (): void => {
  removeLeftProfiles(tmpdir())
  const folder = mkdtempSync(join(tmpdir(), `${THROWAWAY}${process.pid}-`))
  app.setPath('sessionData', folder)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
