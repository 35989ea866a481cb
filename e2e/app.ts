import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'

/** The root of the project. */
export const ROOT = resolve(import.meta.dirname, '..')

/** The release of a fictional company that is bundled as the sample. */
export const SAMPLE = join(ROOT, 'resources/samples/harrow-ridge_2007_ex-99-2.txt')

/** A running Redwell on a data folder of its own. */
export interface Redwell {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** Closes the app as a person does, and waits until it is gone. */
  readonly quit: () => Promise<void>
}

/** How to start: which data folder (a new one by default), which arguments, which further environment. */
export interface LaunchOptions {
  readonly dataFolder?: string
  readonly args?: readonly string[]
  /** What stands before the app's own path: options of the runtime. */
  readonly before?: readonly string[]
  /** What is started instead of the runtime; it is given the arguments of the runtime. */
  readonly through?: string
  readonly env?: Readonly<Record<string, string>>
}

const folders: string[] = []
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A new empty folder that is removed when the run ends. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-e2e-'))
  folders.push(folder)
  return folder
}

/** The Electron binary that set-up chose. */
export const electronPath = (): string => {
  const path = process.env['REDWELL_ELECTRON']
  if (!path) throw new Error('REDWELL_ELECTRON is not set: run the tests with npm test.')
  return path
}

/** The display of this worker: the first has that of the whole run, the others those that the run started for them. */
const ownDisplay = (): Record<string, string> => {
  const further = (process.env['REDWELL_DISPLAYS'] ?? '').split(' ')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) - 1]
  return further === undefined || further === '' ? {} : { DISPLAY: further }
}

/** The environment of a start on this worker's display, without what would make Electron behave as Node. */
export const environment = (dataFolder: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const env = Object.fromEntries(own.filter(([name]) => !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(name)))
  return { ...env, ...ownDisplay(), REDWELL_DATA_DIR: dataFolder, ...more }
}

/**
 * How long the test tool may take to get hold of a start, in ms. On a busy machine it misses one in fifty: it attaches while the
 * window is being made, and then waits for ever on an app that is up and idle.
 */
const HOLD_MS = 20_000

/** How often a start that the tool did not get hold of is made again; an app that does not start at all fails every time. */
const STARTS = 3

const startWith = async (options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> => {
  for (let start = 1;; start += 1) {
    try {
      return await _electron.launch({ ...options, timeout: HOLD_MS })
    } catch (error) {
      if (start === STARTS || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}

/** Waits until the window is drawn: a key that is pressed before reaches no command. To be called after a reload too. */
export const mounted = async (page: Page): Promise<void> => {
  await page.waitForLoadState('domcontentloaded')
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  // What follows the drawing is done in tasks of its own; frames are no measure, since a window behind another one has none.
  await page.evaluate(() => new Promise((done) => setTimeout(() => setTimeout(done))))
}

/** Starts the built app and waits for its first window. As root Chromium refuses a sandbox, so only then it runs without. */
export const launch = async (options: LaunchOptions = {}): Promise<Redwell> => {
  const dataFolder = options.dataFolder ?? newFolder()
  const asRoot = process.getuid?.() === 0
  const app = await startWith({
    executablePath: options.through ?? electronPath(),
    args: [...(asRoot ? ['--no-sandbox'] : []), ...(options.before ?? []), ROOT, ...(options.args ?? [])],
    env: environment(dataFolder, options.env)
  })
  const page = await app.firstWindow()
  await mounted(page)
  return { app, page, dataFolder, quit: () => app.close() }
}

/** Has the next dialogs of saving answer with a path. */
export const saveAt = ({ app }: Redwell, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
