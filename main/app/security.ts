import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import { isAllowedAddress } from './content-policy'

/** What every window is made with; `preload` and `javascript` are the only things that differ. */
export const WINDOW_PREFERENCES: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  enableWebSQL: false,
  disableDialogs: true,
  devTools: !app.isPackaged
}

const closeSession = (session: Session, devOrigin: string | null): void => {
  // An empty list is the only thing that keeps Chromium from asking a public host for a dictionary at its first start.
  session.setSpellCheckerLanguages([])
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => {
    decide({})
  })
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowedAddress(details.url, devOrigin) }))
}

const closeContents = (contents: WebContents): void => {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // The first load is made by loadURL, which fires none of these: whatever does fire them comes from the page.
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

const closeNetwork = (devOrigin: string | null): void => {
  const dev = devOrigin === null ? null : new URL(devOrigin).hostname
  app.commandLine.appendSwitch('host-resolver-rules', dev === null ? 'MAP * ~NOTFOUND' : `MAP * ~NOTFOUND, EXCLUDE ${dev}`)
  // Port 1 answers nowhere; `<-loopback>` sends even this machine's own addresses there.
  app.commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:1')
  app.commandLine.appendSwitch('proxy-bypass-list', dev === null ? '<-loopback>' : `<-loopback>;${dev}`)
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('disable-features', 'NetworkPrediction,MediaRouter,OptimizationHints')
}

/**
 * Whether this start may go without the process sandbox. The system's own administrator cannot have one: Chromium then refuses to
 * start unless it was told so on the command line, and `app.enableSandbox` would take that word back. Never in a packaged build.
 */
const startedAsRootWithoutSandbox = (): boolean => !app.isPackaged && process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox')

/**
 * Shuts every way out before the app is ready: the sandbox for all windows, no name resolution, a dead proxy, and for each
 * session and each page, present or future, no permission, no download, no navigation and no second window.
 */
export const shutTheDoors = (devOrigin: string | null): void => {
  if (!startedAsRootWithoutSandbox()) app.enableSandbox()
  closeNetwork(devOrigin)
  app.on('session-created', (session) => closeSession(session, devOrigin))
  app.on('web-contents-created', (_event, contents) => closeContents(contents))
}
