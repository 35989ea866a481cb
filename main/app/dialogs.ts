import { basename } from 'node:path'
import { app, clipboard, dialog, type BrowserWindow } from 'electron'
import type { Failure } from '#contract/result'
import type { Unsaved, UnsavedChoice } from './close-guard'

/** Kinds of file the open dialog offers; any file may be chosen, since content decides and not the name. */
const FILING_FILTERS = [
  { name: 'Filings', extensions: ['txt', 'htm', 'html', 'xhtml', 'xml', 'sgml', 'pem'] },
  { name: 'All files', extensions: ['*'] }
]

/** Lets the reader choose filings; an empty list where it was cancelled. */
export const chooseFilings = async (parent: BrowserWindow): Promise<readonly string[]> => {
  const chosen = await dialog.showOpenDialog(parent, {
    title: 'Open filing',
    filters: FILING_FILTERS,
    properties: ['openFile', 'multiSelections']
  })
  return chosen.canceled ? [] : chosen.filePaths
}

/** Lets the reader choose a folder; null where it was cancelled. */
export const chooseFolder = async (parent: BrowserWindow, title: string): Promise<string | null> => {
  const chosen = await dialog.showOpenDialog(parent, { title, properties: ['openDirectory'] })
  return chosen.canceled ? null : chosen.filePaths[0] ?? null
}

/** A kind of file that a save dialog offers; `extension` without its dot. */
export interface FileKind {
  readonly name: string
  readonly extension: string
}

/** Lets the reader choose where to write a file, of the first kind unless another is chosen; the dialog itself asks before an existing one is replaced. */
export const chooseTarget = async (parent: BrowserWindow, title: string, suggested: string,
  kinds: readonly FileKind[]): Promise<string | null> => {
  const chosen = await dialog.showSaveDialog(parent, {
    title,
    defaultPath: suggested,
    filters: kinds.map(({ name, extension }) => ({ name, extensions: [extension] })),
    properties: ['createDirectory', 'showOverwriteConfirmation']
  })
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}

/** Lets the reader choose where to write a PDF. */
export const choosePdf = (parent: BrowserWindow, suggested: string): Promise<string | null> =>
  chooseTarget(parent, 'Export PDF', suggested, [{ name: 'PDF', extension: 'pdf' }])

/** A question over the window with two answers: which one was given, 0 or 1. Enter gives the first, Escape the one that `cancelId` names. */
const askTwo = async (parent: BrowserWindow, question: {
  readonly type: 'warning' | 'error'
  readonly message: string
  readonly detail: string
  readonly buttons: [string, string]
  readonly cancelId: 0 | 1
}): Promise<number> => (await dialog.showMessageBox(parent, { ...question, defaultId: 0 })).response

/** Asks whether to close although the page did not confirm its last keystrokes in time. */
export const askToCloseAnyway = async (parent: BrowserWindow): Promise<boolean> =>
  1 === await askTwo(parent, {
    type: 'warning',
    message: 'The last keystrokes are not confirmed as saved',
    detail: 'The window did not answer in time. Everything shown as Saved is kept. If you close now, words typed since then may be lost.',
    buttons: ['Keep open', 'Close anyway'],
    cancelId: 0
  })

const UNSAVED_CHOICES: readonly (UnsavedChoice | 'copy')[] = ['try again', 'copy', 'keep open', 'close without saving']

/** Asks what to do about words that could not be saved; copying them asks again, so that closing stays a choice of its own. */
export const askAboutUnsaved = async (parent: BrowserWindow, { message, text }: Unsaved): Promise<UnsavedChoice> => {
  let copied = false
  for (;;) {
    const { response } = await dialog.showMessageBox(parent, {
      type: 'warning',
      message: 'Some words are not saved',
      detail: `${message}\n\n${
        copied ? 'The words are on the clipboard now. ' : ''
      }If you close without saving, they are lost. Everything shown as Saved is kept.`,
      buttons: ['Try again', 'Copy the words', 'Keep open', 'Close without saving'],
      defaultId: 0,
      cancelId: 2
    })
    const choice = UNSAVED_CHOICES[response] ?? 'keep open'
    if (choice !== 'copy') return choice
    void clipboard.writeText(text)
    copied = true
  }
}

/** Says that the page has ended several times in a row; true to load it once more, false to close. */
export const tellOfLostPage = async (parent: BrowserWindow): Promise<boolean> =>
  0 === await askTwo(parent, {
    type: 'error',
    message: 'The window stopped working again',
    detail: 'Everything shown as Saved is kept. A report was written to the crash-reports folder of the data folder.',
    buttons: ['Try again', 'Close Redwell'],
    cancelId: 1
  })

/** Says that the library is damaged and what making it anew would do; true to do it. Nothing has been written. */
export const offerRebuild = async (failure: Failure, dataFolder: string): Promise<boolean> => {
  process.stderr.write(`redwell: ${failure.message} ${failure.place ?? ''} Data folder: ${dataFolder}\n`)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'The library is damaged',
    message: 'The library is damaged and cannot be opened as it is',
    detail: [
      'Redwell can rebuild it: it begins with the newest good backup, reads again every filing that the backup lacks from the bytes kept beside it, and brings back your notes, highlights and decisions from the journal.',
      'Nothing is deleted. The damaged files are moved to a folder named “damaged-” and the time, inside the data folder. This may take some minutes; the window opens when it is done.',
      `Found: ${failure.place ?? failure.message}`,
      `Data folder: ${dataFolder}`
    ].join('\n\n'),
    buttons: ['Rebuild the library', 'Close Redwell'],
    defaultId: 0,
    cancelId: 1
  })
  return response === 0
}

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`

/** What became of a library that was made anew; counts, and names of what is missing. */
export interface RebuildReport {
  readonly damagedFolder: string
  /** The backup it was begun from, or null. */
  readonly backup: string | null
  readonly filings: number
  readonly work: number
  readonly missing: readonly string[]
}

/** Tells what came back after a library was made anew, damaged or (`asked`) because the reader chose a backup, and what could not. */
export const tellRebuilt = async ({ damagedFolder, backup, filings, work, missing }: RebuildReport, asked: boolean): Promise<void> => {
  const lines = [
    backup === null ? 'There was no good backup to begin with.' : `It began with the backup ${basename(backup)}.`,
    `${counted(filings, 'filing was', 'filings were')} read again from kept bytes, and ${
      counted(work, 'note, highlight, decision or tag', 'notes, highlights, decisions and tags')
    } came back from the journal.`,
    missing.length === 0
      ? undefined
      : `Not brought back, since their bytes are not there or cannot be read: ${missing.join(', ')}. Notes on them stay in the journal.`,
    asked ? `The library as it was before is kept in ${damagedFolder}.` : `The damaged files are kept in ${damagedFolder}.`
  ].filter((line) => line !== undefined)
  await dialog.showMessageBox({
    type: missing.length === 0 ? 'info' : 'warning',
    title: 'The library was rebuilt',
    message: 'The library was rebuilt',
    detail: lines.join('\n\n'),
    buttons: ['Open the library']
  })
}

/** Says why the library cannot be opened, and what to do, here and on the terminal; then ends the program. Nothing has been written. */
export const tellLibraryFailure = async (failure: Failure, dataFolder: string): Promise<void> => {
  const lines = [failure.remedy, failure.place === undefined ? undefined : `Found: ${failure.place}`, `Data folder: ${dataFolder}`]
  const detail = lines.filter((line) => line !== undefined)
  process.stderr.write(`redwell: ${[failure.message, ...detail].join(' ')}\n`)
  await dialog.showMessageBox({ type: 'error', title: 'Redwell cannot open its library', message: failure.message,
    detail: detail.join('\n\n'), buttons: ['Close'] })
  app.exit(1)
}
