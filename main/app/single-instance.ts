import { app } from 'electron'
import { takeList, writeList } from './hand-over'

/** What a later start hands to the one that is open. */
export interface HandedOver {
  readonly files: readonly string[]
}

const readHandedOver = (dataFolder: string, data: unknown): HandedOver => {
  const list = typeof data === 'object' && data !== null && 'list' in data && typeof data.list === 'string' ? data.list : null
  return { files: list === null ? [] : takeList(dataFolder, list) ?? [] }
}

/**
 * Takes the one lock of the data folder. False where the app is open already: `files` have then been handed to it, in a file of the data
 * folder, since one message between two starts holds 32 KB only and a longer one ends the open program. Later starts call `onHandedOver`
 * here. Their raw command line is never read, since the runtime mixes switches of its own into it.
 */
export const takeSingleInstance = (dataFolder: string, files: readonly string[], onHandedOver: (handed: HandedOver) => void): boolean => {
  const list = files.length > 0 ? writeList(dataFolder, files) : null
  if (!app.requestSingleInstanceLock({ list })) return false
  if (list !== null) takeList(dataFolder, list)
  app.on('second-instance', (_event, _argv, _folder, data) => onHandedOver(readHandedOver(dataFolder, data)))
  return true
}
