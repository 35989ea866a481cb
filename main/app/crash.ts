import { app, dialog } from 'electron'
import { writeCrashReport, type ProgramFacts } from './crash-report'

/** The facts of this very program. */
export const programFacts = (): ProgramFacts => ({
  version: app.getVersion(),
  runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}, Node ${process.versions.node}`,
  platform: `${process.platform} ${process.arch}`
})

/**
 * Turns a bug of the main process into a report and a plain message instead of a silent end. `quietly` writes to stderr and
 * shows nothing, for a start without a window. Notes are committed as they are typed, so that ending here loses none.
 */
export const watchForCrashes = (folder: string, quietly: boolean, log: (line: string) => void): void => {
  let ending = false
  const end = (error: unknown): void => {
    const file = writeCrashReport(folder, { place: 'main process', error, at: new Date() }, programFacts())
    log(`crash: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
    if (ending) return
    ending = true
    const where = file === null ? 'The report could not be written.' : `A report was written to\n${file}`
    if (quietly) process.stderr.write(`redwell: an unexpected error occurred. ${where.replace('\n', ' ')}\n`)
    else dialog.showErrorBox('Redwell has to close', `An unexpected error occurred. Every note shown as Saved is kept.\n\n${where}`)
    app.exit(70)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
