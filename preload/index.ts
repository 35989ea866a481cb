import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CALL_NAMES, type RedwellApi } from '#contract/calls'
import { EVENT_NAMES } from '#contract/events'

const call = Object.fromEntries(CALL_NAMES.map((name) => [name, (args: unknown) => ipcRenderer.invoke(name, args)]))

// Everything the page can reach: a name that is not in the contract has no function, and no event object passes through.
contextBridge.exposeInMainWorld('redwell', Object.freeze({
  call: Object.freeze(call) as unknown as RedwellApi['call'],
  on: (name, listener) => {
    if (!EVENT_NAMES.includes(name)) throw new RangeError('There is no event of that name.')
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload)
    ipcRenderer.on(name, forward)
    return () => ipcRenderer.removeListener(name, forward)
  },
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file as File))
} satisfies RedwellApi))
