/** The backups of the library, the log, and the licences: what the program keeps beside the filings. */
import type { Backup, Licence, ProgramLog } from '#contract/shell'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'

interface BackupsState {
  readonly backups: readonly Backup[]
  readonly making: boolean
  /** The backup whose restoring waits for a yes, or null. */
  readonly asking: string | null
  readonly log: ProgramLog | null
  readonly licences: readonly Licence[]
}

const initial: BackupsState = { backups: [], making: false, asking: null, log: null, licences: [] }
const store = createStore(initial)

const load = async (): Promise<void> => {
  const answer = await call('backup.list', null)
  if (answer.ok) store.set({ backups: answer.value, asking: null })
  else feedbackState.fail(answer.failure)
}

/** Makes a backup now. */
const make = async (): Promise<void> => {
  store.set({ making: true })
  const answer = await call('backup.make', null)
  store.set({ making: false })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  store.set({ backups: answer.value })
  feedbackState.toast({ text: 'Backup made.' })
}

/** Asks for a yes first: a new start from a backup cannot be undone from inside the program. Null takes the question back. */
const ask = (name: string | null): void => store.set({ asking: name })

/** Starts anew from the backup that was asked about. */
const restore = async (): Promise<void> => {
  const { asking } = store.get()
  if (asking === null) return
  const answer = await call('backup.restore', { name: asking })
  store.set({ asking: null })
  if (!answer.ok) feedbackState.fail(answer.failure)
}

const loadLog = async (): Promise<void> => {
  const answer = await call('shell.log', null)
  if (answer.ok) store.set({ log: answer.value })
  else feedbackState.fail(answer.failure)
}

const loadLicences = async (): Promise<void> => {
  const answer = await call('shell.licences', null)
  if (answer.ok) store.set({ licences: answer.value })
  else feedbackState.fail(answer.failure)
}

const copy = async (text: string, said: string): Promise<void> => {
  const answer = await call('clipboard.write', { text, html: null })
  if (answer.ok) feedbackState.toast({ text: said })
  else feedbackState.fail(answer.failure)
}

const copyLog = async (): Promise<void> => {
  const { log } = store.get()
  if (log === null) return
  const reports = log.crashReports.map(({ name, text }) => `${name}\n${text}`)
  await copy([log.text, ...reports].join('\n\n'), 'Log and crash reports copied.')
}

const copyPath = (path: string): Promise<void> => copy(path, 'Path copied.')

const select = {
  backups: (state: BackupsState) => state.backups,
  making: (state: BackupsState) => state.making,
  asking: (state: BackupsState) => state.asking,
  log: (state: BackupsState) => state.log,
  licences: (state: BackupsState) => state.licences
}

/** The state module of what the program keeps beside the filings. */
export const backupsState = { store, load, make, ask, restore, loadLog, loadLicences, copyLog, copyPath, select }
