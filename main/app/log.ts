import { app } from 'electron'
import log from 'electron-log/main.js'

/** How large the log grows before it is moved aside, in bytes; one older log is kept. */
const LARGEST_LOG = 1_000_000

/** Writes a line of the program's own log; never words of a filing or of a note. */
export type WriteLog = (line: string) => void

/** Opens the log at `file`. On a terminal it is heard too while the app is being developed, unless `quietly`. */
export const openLog = (file: string, quietly: boolean): WriteLog => {
  log.transports.file.resolvePathFn = () => file
  log.transports.file.maxSize = LARGEST_LOG
  log.transports.file.level = 'info'
  log.transports.console.level = quietly || app.isPackaged ? false : 'warn'
  log.transports.ipc.level = false
  return (line) => log.info(line)
}
