import { app } from 'electron'
import type { Failure, Result } from '#contract/result'
import { createExporter, type PrintablePage } from './export-job'
import type { LaunchArguments } from './launch-arguments'
import type { PrintPages } from './protocol'

/** One line for the terminal: the name of the file, what is wrong with it, what to do. */
const lineOf = ({ message, file, place, remedy }: Failure): string =>
  `redwell: ${
    [file === undefined ? message : `${file}: ${message}`, place, remedy].filter((part) => part !== undefined).join(' ').replaceAll(/\s+/g,
      ' ')
  }\n`

/** Ends the program with one line on stderr. */
export const endWithFailure = (failure: Failure): void => {
  process.stderr.write(lineOf(failure), () => app.exit(1))
}

/**
 * Carries out `--export OUT.pdf FILE`: no window is shown. Exits 0 when the PDF is on the disk; otherwise one line on stderr says
 * why not, and it exits 1.
 */
export const exportFromCommandLine = async (
  launch: LaunchArguments,
  pages: PrintPages,
  gather: (file: string) => Promise<Result<PrintablePage>>,
  log: (line: string) => void
): Promise<void> => {
  const [file] = launch.files
  if (launch.exportTo === null || file === undefined) return
  // The print window is the only one: its end must not end the program before the file is written.
  app.on('window-all-closed', () => undefined)
  const exporter = createExporter({ pages, choosePath: () => Promise.resolve(null), onProgress: () => undefined, log })
  process.once('SIGINT', exporter.cancel)
  const outcome = await exporter.run({ path: launch.exportTo, overwrite: launch.overwrite, gather: () => gather(file) })
  if (outcome.ok) app.exit(0)
  else endWithFailure(outcome.failure)
}
