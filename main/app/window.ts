import { randomUUID } from 'node:crypto'
import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import type { EventName, Events } from '#contract/events'
import { createCloseGuard, type Unsaved } from './close-guard'
import { APP_ORIGIN } from './content-policy'
import { askAboutUnsaved, askToCloseAnyway, tellOfLostPage } from './dialogs'
import { WINDOW_PREFERENCES } from './security'
import { keepWindowState, loadWindowState, SMALLEST_WINDOW } from './window-state'

/** How often a page that ends unexpectedly is loaded anew before the reader is asked. */
const RELOADS_BEFORE_ASKING = 2

/** After how long without a crash the count starts anew, in ms. */
const CALM = 60_000

/** What the main window is made from. */
export interface WindowOptions {
  readonly preload: string
  /** The development server's origin, or null for the bundled page. */
  readonly devOrigin: string | null
  /** Where the window's place on screen is kept. */
  readonly stateFile: string
  /** The page has ended unexpectedly, and is loaded anew. */
  readonly onLost: (reason: string) => void
  /** The page that was loaded after one that was lost has painted. */
  readonly onRestored: () => void
  /** The window is closed for good. */
  readonly onClosed: () => void
}

/** The main window as the rest of the app sees it. */
export interface MainWindow {
  readonly browserWindow: BrowserWindow
  readonly send: <E extends EventName>(name: E, payload: Events[E]) => void
  /** The page's answer to `window.flush`. */
  readonly flushed: (token: string) => void
  /** The page's other answer: what it could not commit. */
  readonly notFlushed: (token: string, unsaved: Unsaved) => void
  /** Shows the window above the others. */
  readonly bringForward: () => void
  /** Resolves when the page has mounted and painted. */
  readonly painted: Promise<void>
}

/** Paper and ink of the first instant, before the page paints its own theme. */
const firstBackground = (): string => (nativeTheme.shouldUseDarkColors ? '#16181c' : '#fbfaf7')

const createBrowserWindow = (options: WindowOptions): BrowserWindow => {
  const state = loadWindowState(options.stateFile, screen.getAllDisplays().map((display) => display.workArea))
  const browserWindow = new BrowserWindow({
    ...state.bounds,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: 'Redwell',
    backgroundColor: firstBackground(),
    webPreferences: { ...WINDOW_PREFERENCES, preload: options.preload }
  })
  if (state.maximised) browserWindow.maximize()
  return browserWindow
}

const reloadWhenLost = (browserWindow: BrowserWindow, onLost: (reason: string) => void): void => {
  let losses = 0
  let calm: ReturnType<typeof setTimeout> | undefined
  browserWindow.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    onLost(`${details.reason} (${details.exitCode})`)
    losses += 1
    clearTimeout(calm)
    calm = setTimeout(() => {
      losses = 0
    }, CALM)
    const reload = (): void => {
      if (!browserWindow.isDestroyed()) browserWindow.webContents.reload()
    }
    if (losses <= RELOADS_BEFORE_ASKING) reload()
    else void tellOfLostPage(browserWindow).then((again) => {
        if (again) reload()
        else browserWindow.destroy()
      })
  })
  browserWindow.on('closed', () => clearTimeout(calm))
}

/** Resolves when the page that loads next has mounted and painted. */
const paintedAfterLoad = (webContents: WebContents): Promise<void> =>
  new Promise((resolve) => {
    webContents.once('did-finish-load', () =>
      webContents.executeJavaScript(PAINTED_PROBE).then(() => {
        resolve()
      }, () => undefined))
  })

/**
 * Opens the main window. It shows itself once it has painted, keeps its place on screen, and does not close before the page has
 * said that every keystroke is committed.
 */
export const openMainWindow = (options: WindowOptions): MainWindow => {
  const browserWindow = createBrowserWindow(options)
  const { webContents } = browserWindow
  const send: MainWindow['send'] = (name, payload) => {
    if (!browserWindow.isDestroyed()) webContents.send(name, payload)
  }

  const guard = createCloseGuard({
    askToFlush: (token) => send('window.flush', { token }),
    askToCloseAnyway: () => askToCloseAnyway(browserWindow),
    askAboutUnsaved: (unsaved) => askAboutUnsaved(browserWindow, unsaved),
    close: () => browserWindow.close()
  }, randomUUID)

  let mounted = false
  webContents.on('did-finish-load', () => {
    mounted = true
  })
  webContents.on('render-process-gone', () => {
    mounted = false
    guard.pageLost()
  })
  reloadWhenLost(browserWindow, options.onLost)
  browserWindow.on('page-title-updated', (event) => event.preventDefault())
  browserWindow.on('close', (event) => {
    keepWindowState(options.stateFile, browserWindow.getNormalBounds(), browserWindow.isMaximized())
    // A page that never came up holds no keystrokes.
    if (mounted && !guard.mayClose()) event.preventDefault()
  })
  browserWindow.on('closed', options.onClosed)
  browserWindow.once('ready-to-show', () => browserWindow.show())

  const painted = paintedAfterLoad(webContents)
  webContents.on('render-process-gone', () => void paintedAfterLoad(webContents).then(options.onRestored))
  void browserWindow.loadURL(options.devOrigin ?? `${APP_ORIGIN}/index.html`)
  return {
    browserWindow,
    send,
    flushed: guard.flushed,
    notFlushed: guard.notFlushed,
    bringForward: () => {
      if (browserWindow.isMinimized()) browserWindow.restore()
      browserWindow.show()
      browserWindow.focus()
    },
    painted
  }
}

/** Resolves in the page two frames after the first element stands in its root. */
const PAINTED_PROBE = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('#root > *') === null) return void requestAnimationFrame(look)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))
  }
  look()
})`
