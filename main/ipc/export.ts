import { ok } from '#contract/result'
import type { Behind, Handlers } from './handlers'

/** Export: the dialogs and the printing are the shell's. */
export const exportHandlers = ({ shell }: Behind): Handlers<'export.pdf' | 'export.cancel'> => ({
  'export.pdf': (args) => shell.exportPdf(args),
  'export.cancel': () => {
    shell.cancelExport()
    return ok(null)
  }
})
