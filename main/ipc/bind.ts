import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { CALL_NAMES } from '#contract/calls'
import { createDoor } from './door'
import type { Listeners } from './door'
import type { Behind } from './handlers'

/** What binding needs: what stands behind the calls, who may call, and who is told of what goes wrong. */
export interface Binding extends Behind, Listeners {
  /** Whether an event came from the main frame of a window of ours that shows our own origin. */
  readonly isTrustedSender: (event: IpcMainInvokeEvent) => boolean
}

/** Binds every call of the contract; the returned function unbinds them. */
export const bindCalls = (binding: Binding): () => void => {
  const door = createDoor(binding, binding)
  for (const name of CALL_NAMES) ipcMain.handle(name, (event, args: unknown) => door(name, binding.isTrustedSender(event), args))
  return () => {
    for (const name of CALL_NAMES) ipcMain.removeHandler(name)
  }
}
