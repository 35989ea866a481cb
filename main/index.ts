import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import type { FilingId } from '#contract/ids'
import type { Result } from '#contract/result'
import { isDeepLink, LINK_SCHEME } from '#model/deep-link'
import { developmentOrigin } from './app/content-policy'
import { programFacts, watchForCrashes } from './app/crash'
import { writeCrashReport } from './app/crash-report'
import { writeClipboard } from './app/clipboard'
import { settleDataFolder, useThrowawayProfile } from './app/data-folder'
import { chooseFilings, chooseFolder, choosePdf, chooseTarget } from './app/dialogs'
import { exchangeFromCommandLine } from './app/exchange-from-command-line'
import { endWithFailure, exportFromCommandLine } from './app/export-from-command-line'
import { createExporter, type Exporter, type PrintablePage } from './app/export-job'
import { inTime } from './app/in-time'
import { createHandedOver, type HandedOver } from './app/handed-over'
import { isTooLong, listNameIn, removeForgottenLists, startWithList, takeList, writeList } from './app/hand-over'
import { systemVault } from './app/key-vault'
import { readLaunchArguments, runtimeArguments } from './app/launch-arguments'
import { openLog } from './app/log'
import { openServices } from './app/open-services'
import { createProgramShell, type ProgramShell } from './app/program-shell'
import { type FindPicture, registerScheme, serveScheme } from './app/protocol'
import { saveFile } from './app/save-file'
import { saveFiles } from './app/save-files'
import { shutTheDoors } from './app/security'
import { takeSingleInstance } from './app/single-instance'
import { isTrustedSender } from './app/trusted-sender'
import { watchBlocks } from './app/watch-blocks'
import { openMainWindow, type MainWindow } from './app/window'
import { bindCalls } from './ipc/bind'
import type { Shell } from './ipc/shell'
import { createAnalysisThread } from './services/analysis-thread'
import { createCopyThread } from './services/keeping/copy-library'
import { readOnly, writeOnly } from './services/exchange/exchange-only'
import { createTaskThread } from './services/exchange/exchanger'
import { createSearchThread } from './services/search/search-thread'
import { printableComparison } from './services/compare/compare-filings-export'
import { createServices, rebuildServices, type ServiceOptions, type Services } from './services/create-services'
import { createCommentThread } from './services/export/comment-thread'
import { followLink } from './services/reading/follow-link'
import { printableFile, printableOf, type Printable } from './services/export/export-filing'
import { lookAtOpening } from './services/integrity/history-check'
import { forgetRestoreRequest, takeRestoreRequest } from './services/keeping/regular-backup'

const RENDERER = join(import.meta.dirname, '../renderer')
const PRELOAD = join(import.meta.dirname, '../preload/index.cjs')
const RESOURCES = join(import.meta.dirname, '../../resources')
const LICENCES = join(import.meta.dirname, 'licences.json')
const SAMPLE = join(RESOURCES, 'samples/harrow-ridge_2007_ex-99-2.txt')

/** How long after the window has painted a backup that is due is begun, in ms: the first look at a filing comes first. */
const BACKUP_DELAY = 10_000

/** How long after the window has painted the idle look over the library begins, in ms: behind the backup that is due. */
const INTEGRITY_DELAY = 20_000

const devOrigin = developmentOrigin(process.env['ELECTRON_RENDERER_URL'], app.isPackaged)
const launch = readLaunchArguments(process.argv, process.cwd(), app.isPackaged, isDeepLink)
const withoutWindow = launch.exportTo !== null || launch.exchange !== null || launch.problem !== null

registerScheme()
shutTheDoors(devOrigin)
const folder = settleDataFolder(process.env['REDWELL_DATA_DIR'], !withoutWindow)
const log = openLog(folder.logFile, withoutWindow)
watchForCrashes(folder.crashReports, withoutWindow, log)

/** The files of this start: those of its command line, or of the list that stands for them. */
const listName = listNameIn(process.argv)
const given = (listName === null ? null : takeList(folder.root, listName)) ?? launch.files

const report = (place: string, error: unknown): void => {
  writeCrashReport(folder.crashReports, { place, error, at: new Date() }, programFacts())
  log(`${place}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
}

const addComments = createCommentThread()

/** A page whose marks become comments of its PDF, in a thread of its own. */
const withComments = (gathered: Result<Printable>): Result<PrintablePage> => {
  if (!gathered.ok || !gathered.value.commented) return gathered
  const { comments, plain } = gathered.value.commented
  return { ok: true,
    value: { ...gathered.value,
      finish: { run: (printed, signal, onComment) => addComments(printed, comments, { signal, onComment }), plain } } }
}

const exportOnly = (): void => {
  const pages = serveScheme(session.defaultSession, RENDERER, join(RESOURCES, 'print'))
  void exportFromCommandLine(launch, pages, async (file) => withComments(await printableFile(file, folder.root, app.getVersion())), log)
}

const exchangeOnly = (): void => {
  const library = { folder: folder.root, appVersion: app.getVersion(), runner: createTaskThread(folder.root) }
  void exchangeFromCommandLine(launch, { write: (format, files) => writeOnly(library, format, files),
    read: (path) => readOnly(library, path) })
}

const followAll = (services: Services, window: MainWindow, links: readonly string[]): void => {
  for (const link of links) {
    const followed = followLink(services.library.db, link)
    window.send('link.followed', followed.ok ? { target: followed.value, failure: null } : { target: null, failure: followed.failure })
  }
}

const importAll = async (services: Services, window: MainWindow, given: readonly string[]): Promise<void> => {
  await window.painted
  const files = given.filter((word) => !isDeepLink(word))
  if (files.length > 1) window.send('files.given', { count: files.length })
  for (const [at, file] of files.entries()) {
    const result = await services.importer.importFile(file)
    window.send('import.finished', {
      outcome: result.ok ? result.value : null,
      failure: result.ok ? null : result.failure,
      open: at === files.length - 1
    })
  }
  followAll(services, window, given.filter(isDeepLink))
}

/** The same services, telling which filing is opened. */
const watchOpening = (services: Services, onOpen: (filingId: FilingId) => void): Services => ({
  ...services,
  reader: {
    ...services.reader,
    open: (filingId) => {
      onOpen(filingId)
      return services.reader.open(filingId)
    }
  }
})

const createShell = (services: Services, exporter: Exporter, program: ProgramShell, emit: Shell['emit'],
  front: () => MainWindow | null): Shell => ({
    ...program,
    chooseFiles: async () => {
      const parent = front()
      return parent === null ? [] : chooseFilings(parent.browserWindow)
    },
    chooseFolder: async (title) => {
      const parent = front()
      return parent === null ? null : chooseFolder(parent.browserWindow, title)
    },
    saveFile: (saving) =>
      saveFile(saving, async (title, suggested, kinds) => {
        const parent = front()
        return parent === null ? null : chooseTarget(parent.browserWindow, title, join(app.getPath('documents'), suggested), kinds)
      }),
    saveFiles: (saving) =>
      saveFiles(saving, async (title, suggested, kinds) => {
        const parent = front()
        return parent === null ? null : chooseTarget(parent.browserWindow, title, join(app.getPath('documents'), suggested), kinds)
      }),
    exportPdf: (args) =>
      exporter.run({ path: args.path, overwrite: args.overwrite, gather: async () => withComments(await printableOf(services, args)) }),
    printAll: (documents) =>
      exporter.printAll(
        documents.map(({ title, path, ...args }) => ({ title, path,
          gather: async () => withComments(await printableOf(services, { ...args, path: null, overwrite: false })) })
        )
      ),
    exportRedline: ({ left, right, path, overwrite }) =>
      exporter.run({ path, overwrite, gather: () => printableComparison(services, left, right) }),
    cancelExport: exporter.cancel,
    windowFlushed: (token) => front()?.flushed(token),
    windowNotFlushed: (token, unsaved) => front()?.notFlushed(token, unsaved),
    writeClipboard,
    emit
  })

/** The pictures of the library's filings, for the protocol. */
const findPictureIn = ({ embedded }: Services): FindPicture => async (filingId, sequence) => {
  const found = await embedded.open(filingId, sequence)
  if (!found.ok) return null
  const { file: { media }, bytes } = found.value
  return media === null || media === 'application/pdf' ? null : { mediaType: media, bytes }
}

const createWindowExporter = (services: Services, emit: Shell['emit'], front: () => MainWindow | null): Exporter =>
  createExporter({
    pages: serveScheme(session.defaultSession, RENDERER, join(RESOURCES, 'print'), findPictureIn(services)),
    choosePath: async (suggested) => {
      const parent = front()
      return parent === null ? null : choosePdf(parent.browserWindow, join(app.getPath('documents'), suggested))
    },
    onProgress: (progress) => emit('work.progress', progress),
    log
  })

/** How long the end of the program waits for work that is under way, in ms: what was answered is on the disk already. */
const END_LIMIT = 3000

/**
 * Ends the program once the services are closed. A window that still prints cannot be ended politely (electron#29485), nor can a
 * thread that does not stop, so the process is then ended from outside; a cut-off import is removed at the next start.
 */
const endProgram = async (closing: Promise<void>): Promise<void> => {
  const end = await inTime(closing, END_LIMIT, (error) => report('end', error))
  if (end !== 'done') log(`the end did not wait for the services: ${end}`)
  if (end === 'late' || BrowserWindow.getAllWindows().length > 0) process.kill(process.pid, 'SIGKILL')
  else app.exit(0)
}

const serviceOptions = (emit: Shell['emit']): ServiceOptions => ({
  dataFolder: folder.root,
  analysis: createAnalysisThread(),
  searcherOf: (root) => createSearchThread(root),
  exchangeOf: (root) => createTaskThread(root),
  copierOf: (root) => createCopyThread(root),
  vault: systemVault,
  samplePath: SAMPLE,
  appVersion: app.getVersion(),
  runtimeVersion: programFacts().runtime,
  emit,
  log
})

/** How long the window waits for filings that are brought back, in ms: a few are there when it opens, many come into it one by one. */
const RECOVERY_LIMIT = 5000

/** Tells what the start made good, or could not, once the window can show it. */
const tellRecovery = async (services: Services, shown: MainWindow): Promise<void> => {
  const [recovery] = await Promise.all([services.recovered, shown.painted])
  if (recovery) shown.send('library.recovered', recovery)
}

/** What is begun once the window is painted: watching folders, a backup that is due, and the word that a smoke start waits for. */
const afterPaint = (services: Services, shown: MainWindow): void => {
  void tellRecovery(services, shown).catch((error: unknown) => report('recovery', error))
  if (given.length > 0) void importAll(services, shown, given)
  void shown.painted.then(services.watcher.start)
  void shown.painted.then(services.reading.start)
  void shown.painted.then(() => lookAtOpening(services.library)).catch((error: unknown) => report('history', error))
  void shown.painted.then(() =>
    setTimeout(() => {
      void services.backup.runIfDue()
    }, BACKUP_DELAY)
  )
  void shown.painted.then(() => setTimeout(services.integrity.start, INTEGRITY_DELAY))
  if (launch.smoke)
    void shown.painted.then(() =>
      process.stdout.write('ready\n', () => {
        app.quit()
      })
    )
}

const openApp = async (handedOver: HandedOver): Promise<void> => {
  watchBlocks(log)
  let window: MainWindow | null = null
  let current: FilingId | null = null
  const emit: Shell['emit'] = (name, payload) => window?.send(name, payload)
  const options = serviceOptions(emit)
  const opened = await openServices({
    dataFolder: folder.root,
    restoring: takeRestoreRequest(folder.root, log),
    forgetRestoring: () => forgetRestoreRequest(folder.root),
    open: () => createServices(options),
    rebuild: (backup) => rebuildServices(options, backup),
    log
  })
  if (opened === null) return
  await inTime(opened.recovered, RECOVERY_LIMIT, () => undefined)
  const services = watchOpening(opened, (filingId) => {
    current = filingId
  })
  const exporter = createWindowExporter(services, emit, () => window)
  const program = createProgramShell(folder, LICENCES, (command) => emit('menu.command', { command }))
  bindCalls({
    services,
    shell: createShell(services, exporter, program, emit, () => window),
    log,
    onBug: (error, call) => {
      report(`call ${call}`, error)
    },
    isTrustedSender: (event) => isTrustedSender(event, window?.browserWindow.webContents ?? null, devOrigin)
  })
  program.setMenu(null)
  const shown = openMainWindow({
    preload: PRELOAD,
    devOrigin,
    stateFile: folder.windowState,
    onLost: (reason) => report('window', new Error(reason)),
    onRestored: () => {
      if (current !== null) emit('import.finished', { outcome: { path: '', filingId: current, already: true }, failure: null, open: true })
    },
    onClosed: () => {
      window = null
      exporter.cancel()
      void endProgram(services.close())
    }
  })
  window = shown
  afterPaint(services, shown)
  handedOver.openBy((files) => {
    shown.bringForward()
    void importAll(services, shown, files)
  })
  app.on('window-all-closed', () => undefined)
}

if (launch.problem !== null) {
  endWithFailure({ code: 'invalid-request', message: launch.problem })
} else if (launch.exportTo !== null) {
  useThrowawayProfile()
  void app.whenReady().then(exportOnly)
} else if (launch.exchange !== null) {
  useThrowawayProfile()
  void app.whenReady().then(exchangeOnly)
} else if (isTooLong(process.argv) && launch.files.length > 0) {
  startWithList(process.execPath, runtimeArguments(process.argv, app.isPackaged), writeList(folder.root, launch.files))
  app.exit(0)
} else {
  const handedOver = createHandedOver()
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient(LINK_SCHEME)
  app.on('open-url', (event, url) => {
    event.preventDefault()
    handedOver.deliver([url])
  })
  if (takeSingleInstance(folder.root, given, ({ files }) => handedOver.deliver(files))) {
    removeForgottenLists(folder.root, Date.now())
    void app.whenReady().then(() => openApp(handedOver))
  } else app.exit(0)
}
