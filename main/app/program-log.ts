import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProgramLog } from '#contract/shell'

/** How much of the log is shown, in UTF-16 code units from its end. */
const SHOWN = 64 * 1024

const textOf = (file: string): string => existsSync(file) ? readFileSync(file, 'utf8') : ''

/** The end of the log, from the beginning of a line, and every crash report there is, the newest first. */
export const readProgramLog = (logFile: string, crashReports: string): ProgramLog => {
  const whole = textOf(logFile)
  const end = whole.slice(-SHOWN)
  const names = existsSync(crashReports) ? readdirSync(crashReports).filter((name) => name.endsWith('.txt')).sort().reverse() : []
  return {
    path: logFile,
    text: whole.length > SHOWN ? end.slice(end.indexOf('\n') + 1) : end,
    crashReports: names.map((name) => ({ name, text: textOf(join(crashReports, name)) }))
  }
}
