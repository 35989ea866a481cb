import { readFileSync, writeFileSync } from 'node:fs'

/** Where the window stands, in device-independent pixels of the desktop. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the window was left. `bounds` are those it has when it is not maximised; without `x` and `y` the desktop places it. */
export interface WindowState {
  readonly bounds: Bounds | { readonly width: number; readonly height: number }
  readonly maximised: boolean
}

/** The smallest window in which three panes still hold a line of text each. */
export const SMALLEST_WINDOW = { width: 880, height: 560 } as const

/** How the window first opens. */
export const FIRST_STATE: WindowState = { bounds: { width: 1440, height: 900 }, maximised: false }

/** How much of the title bar must lie on a screen for the window to be reachable, in pixels. */
const REACHABLE = 64

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)

const isReachable = (bounds: Bounds, screens: readonly Bounds[]): boolean =>
  screens.some((screen) =>
    bounds.x + bounds.width >= screen.x + REACHABLE && bounds.x <= screen.x + screen.width - REACHABLE
    && bounds.y >= screen.y && bounds.y <= screen.y + screen.height - REACHABLE
  )

/**
 * Reads a kept state from its JSON. A window that would be too small, larger than any screen or out of reach (a screen was taken
 * away) opens at the first size instead, and nonsense is no error.
 */
export const readWindowState = (json: string, screens: readonly Bounds[]): WindowState => {
  let kept: unknown
  try {
    kept = JSON.parse(json)
  } catch {
    return FIRST_STATE
  }
  if (typeof kept !== 'object' || kept === null) return FIRST_STATE
  const { x, y, width, height, maximised } = kept as Partial<Record<string, unknown>>
  const flag = maximised === true
  if (!isCount(width) || !isCount(height)) return FIRST_STATE
  const roomy = screens.some((screen) => width <= screen.width && height <= screen.height)
  if (!roomy || width < SMALLEST_WINDOW.width || height < SMALLEST_WINDOW.height) return { ...FIRST_STATE, maximised: flag }
  if (isCount(x) && isCount(y) && isReachable({ x, y, width, height }, screens)) return { bounds: { x, y, width, height }, maximised: flag }
  return { bounds: { width, height }, maximised: flag }
}

/** The JSON that `readWindowState` reads. */
export const writeWindowState = (bounds: Bounds, maximised: boolean): string =>
  `${JSON.stringify({ x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height, maximised }, null, 2)}\n`

/** Reads the state kept in `file`; the first state where there is none. */
export const loadWindowState = (file: string, screens: readonly Bounds[]): WindowState => {
  try {
    return readWindowState(readFileSync(file, 'utf8'), screens)
  } catch {
    return FIRST_STATE
  }
}

/** Keeps the state in `file`. A state that cannot be written is not worth an error: the window then opens at its first size. */
export const keepWindowState = (file: string, bounds: Bounds, maximised: boolean): boolean => {
  try {
    writeFileSync(file, writeWindowState(bounds, maximised))
    return true
  } catch {
    return false
  }
}
