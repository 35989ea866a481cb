import { ok } from '#contract/result'
import { listFilings, listSomeFilings } from '../services/reading/list-filings'
import { setSettings } from '../services/settings'
import { getWorkspace } from '../services/work/workspace'
import type { Behind, Handlers } from './handlers'

type Names = 'workspace.get' | 'settings.set' | 'library.list' | 'library.some' | 'library.choose' | 'library.import'
  | 'library.importSample' | 'library.cancel' | 'library.trash' | 'library.restore' | 'window.flushed' | 'window.notFlushed'
  | 'clipboard.write'

/** The workspace, the list of filings, and what comes into it and leaves it. */
export const libraryHandlers = ({ services, shell }: Behind): Handlers<Names> => {
  const importAll = (paths: readonly string[]) => Promise.all(paths.map((path) => services.importer.importFile(path)))
  return {
    'workspace.get': () => getWorkspace(services),
    'settings.set': (changes) => setSettings(services.library, changes),
    'library.list': ({ trashed }) => listFilings(services.library, trashed),
    'library.some': ({ filingIds }) => listSomeFilings(services.library, filingIds),
    'library.choose': async () => ok(await importAll(await shell.chooseFiles())),
    'library.import': async ({ paths }) => ok(await importAll(paths)),
    'library.importSample': () => services.importer.importFile(services.samplePath),
    'library.cancel': ({ job }) => {
      services.importer.cancel(job)
      services.comparer.cancel(job)
      services.versions.cancel(job)
      return ok(null)
    },
    'library.trash': ({ filingId }) => services.reader.trash(filingId),
    'library.restore': ({ filingId }) => services.reader.restore(filingId),
    'window.flushed': ({ token }) => {
      shell.windowFlushed(token)
      return ok(null)
    },
    'window.notFlushed': ({ token, message, text }) => {
      shell.windowNotFlushed(token, { message, text })
      return ok(null)
    },
    'clipboard.write': ({ text, html }) => {
      shell.writeClipboard(text, html)
      return ok(null)
    }
  }
}
