import { app } from 'electron'

/** What a later start hands to the one that is open. */
export interface HandedOver {
  readonly files: readonly string[]
}

const readHandedOver = (data: unknown): HandedOver => {
  const files: unknown = typeof data === 'object' && data !== null && 'files' in data ? data.files : []
  return { files: Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [] }
}

/**
 * Takes the one lock of the data folder. False where the app is open already: `files` have then been handed to it. Later starts
 * call `onHandedOver` here. Their raw command line is never read, since the runtime mixes switches of its own into it.
 */
export const takeSingleInstance = (files: readonly string[], onHandedOver: (handed: HandedOver) => void): boolean => {
  if (!app.requestSingleInstanceLock({ files })) return false
  app.on('second-instance', (_event, _argv, _folder, data) => onHandedOver(readHandedOver(data)))
  return true
}
