import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FilingId } from '#contract/ids'
import { createAnalysisInPlace } from '../analysis-thread'
import { createServices, rebuildServices } from '../create-services'
import type { Services, ServiceOptions } from '../create-services'

/** A library in a folder of its own, with a clock and identifiers that count. For tests: real files, real SQLite, the real pipeline. */
export interface TemporaryLibrary {
  readonly folder: string
  readonly services: Services
  /** Every event, in order. */
  readonly events: { readonly name: string; readonly payload: unknown }[]
  readonly logged: string[]
  /** Moves the clock on by milliseconds. */
  readonly wait: (ms: number) => void
  /** Writes a file beside the library and answers with its path. */
  readonly write: (name: string, content: string | Uint8Array) => string
  /** Imports a text as a file and answers with the filing. */
  readonly add: (name: string, content: string) => Promise<FilingId>
  /** Closes the library and opens it again from its folder. */
  readonly reopen: () => Promise<TemporaryLibrary>
  /** Closes the library, takes its database away, and makes it anew from the kept bytes and the journal. */
  readonly rebuild: () => Promise<TemporaryLibrary>
  /** Closes the library and removes its folder. */
  readonly remove: () => Promise<void>
}

/** A press release of a fictional company, shaped like an old exhibit: wrapped lines, a heading, a safe harbor. */
export const RELEASE = `EXHIBIT 99.1

              HARROW RIDGE REPORTS RESULTS OF ITS SECOND TRIAL

ALBANY, N.Y., March 3, 2007 -- Harrow Ridge Therapeutics, Inc. today announced
results of its second trial. The primary endpoint was met with p=0.0096.

      FIRST FINDING

Patients who received the active patch reported an improvement of 63% in pain
intensity. We expect to file an application later this year.

      FORWARD-LOOKING STATEMENTS

This release contains forward-looking statements, identified by words such as
"expect" and "believe". Risks include the risk that trials may fail.
`

/** A library once all that an earlier end left to be made good is done. */
const opened = async (library: TemporaryLibrary): Promise<TemporaryLibrary> => {
  await library.services.recovered
  return library
}

const start = (folder: string, seconds: number, options: Partial<ServiceOptions>): TemporaryLibrary => {
  let now = Date.UTC(2026, 0, 5, 9, 0, seconds)
  let ids = 0
  const events: TemporaryLibrary['events'] = []
  const logged: string[] = []
  const given: ServiceOptions = {
    dataFolder: join(folder, 'data'),
    analysis: createAnalysisInPlace(),
    samplePath: join(folder, 'sample.txt'),
    appVersion: '0.0.0',
    runtimeVersion: 'test',
    clock: () => new Date(now += 1).toISOString(),
    newId: () => `${String(seconds)}-${String(ids += 1).padStart(6, '0')}`,
    emit: (name, payload) => events.push({ name, payload }),
    log: (line) => logged.push(line),
    ...options
  }
  const made = createServices(given)
  if (!made.ok) throw new Error(`${made.failure.code}: ${made.failure.message}`)
  const services = made.value
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  return {
    folder,
    services,
    events,
    logged,
    write,
    wait: (ms) => {
      now += ms
    },
    add: async (name, content) => {
      const outcome = await services.importer.importFile(write(name, content))
      if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`)
      return outcome.value.filingId
    },
    reopen: async () => {
      await services.close()
      return opened(start(folder, seconds + 1, options))
    },
    rebuild: async () => {
      await services.close()
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, 'data', `library.db${suffix}`), { force: true })
      const rebuilt = await rebuildServices(given)
      if (!rebuilt.ok) throw new Error(rebuilt.failure.message)
      await rebuilt.value.services.close()
      return opened(start(folder, seconds + 1, options))
    },
    remove: async () => {
      await services.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Makes a library in a new folder under the system's temporary folder. */
export const createTemporaryLibrary = (options: Partial<ServiceOptions> = {}): TemporaryLibrary =>
  start(mkdtempSync(join(tmpdir(), 'redwell-library-')), 0, options)

/** The value of a result that has to be one. */
export const valueOf = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false;
    readonly failure: { readonly code: string; readonly message: string } }
): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
