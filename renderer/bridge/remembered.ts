/**
 * The window's own small memory: how its panes are arranged. It holds nothing of a filing or a note; losing it costs the
 * reader a drag of a divider and no more, which is why a failure to read or write it goes unreported.
 */
const PREFIX = 'redwell.'

/** The value kept under `key`, or `fallback` where there is none or it is of another shape. */
export const remembered = <T extends object>(key: string, fallback: T): T => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null')
    return kept !== null && typeof kept === 'object' ? { ...fallback, ...kept } : fallback
  } catch {
    return fallback
  }
}

/** Keeps `value` under `key`; false where the window may not keep anything. */
export const remember = (key: string, value: object): boolean => {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
