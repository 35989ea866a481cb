import { safeStorage } from 'electron'

/** What the system keeps a secret with: its keychain, its wallet, or its account. */
export interface KeyVault {
  readonly isThere: () => boolean
  readonly lock: (secret: string) => Promise<Uint8Array>
  readonly unlock: (locked: Uint8Array) => Promise<string>
}

/** On Linux without a keyring the runtime locks with a password that everybody knows: that is no keeping. */
const isPlain = (): boolean => process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())

/** Older runtimes, which only development uses, answer at once and have no other way. */
const answersLater = (): boolean => 'encryptStringAsync' in safeStorage

/** The system's own store of secrets. */
export const systemVault: KeyVault = {
  isThere: () => safeStorage.isEncryptionAvailable() && !isPlain(),
  lock: async (secret) => answersLater() ? safeStorage.encryptStringAsync(secret) : safeStorage.encryptString(secret),
  unlock: async (locked) => {
    const bytes = Buffer.from(locked)
    return answersLater() ? (await safeStorage.decryptStringAsync(bytes)).result : safeStorage.decryptString(bytes)
  }
}
