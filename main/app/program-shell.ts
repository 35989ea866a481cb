import { existsSync, readFileSync } from 'node:fs'
import { app, Menu } from 'electron'
import type { Licence, MenuContent, ProgramLog } from '#contract/shell'
import type { DataFolder } from './data-folder'
import { menuTemplate } from './menu'
import { readProgramLog } from './program-log'

/** The program around the window: menu bar, log, licences, and a new start. */
export interface ProgramShell {
  readonly setMenu: (content: MenuContent | null) => void
  readonly readLog: () => ProgramLog
  /** The licences of all that the program is made of; an empty list where a development build has not written them. */
  readonly readLicences: () => readonly Licence[]
  readonly restart: () => void
}

const readLicences = (file: string): readonly Licence[] => existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Licence[] : []

/** `licences` is the file the build writes; `run` is called with the id of a command chosen in the menu bar. */
export const createProgramShell = (folder: DataFolder, licences: string, run: (command: string) => void): ProgramShell => ({
  setMenu: (content) => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(content, { run, developer: !app.isPackaged, mac: process.platform === 'darwin' }))
    )
  },
  readLog: () => readProgramLog(folder.logFile, folder.crashReports),
  readLicences: () => readLicences(licences),
  restart: () => {
    app.relaunch()
    app.quit()
  }
})
