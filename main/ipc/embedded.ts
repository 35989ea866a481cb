import { z } from 'zod'
import type { EmbeddedCalls } from '#contract/embedded'
import { fail, ok } from '#contract/result'
import { id, LIMITS, sequence } from './guard-parts'
import type { Behind, Handlers } from './handlers'

/** The guards of the calls on embedded files. */
export const EMBEDDED_GUARDS: { readonly [N in keyof EmbeddedCalls]: z.ZodType<EmbeddedCalls[N]['args']> } = {
  'filing.embedded': z.strictObject({ filingId: id }),
  'filing.savePdf': z.strictObject({ filingId: id, sequence, path: z.string().min(1).max(LIMITS.path).nullable() })
}

const bareName = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)

/** The files that stand encoded in a filing. Pictures go to the window by the program's own protocol. */
export const embeddedHandlers = ({ services: { embedded }, shell }: Behind): Handlers<keyof EmbeddedCalls> => ({
  'filing.embedded': ({ filingId }) => embedded.list(filingId),
  'filing.savePdf': async ({ filingId, sequence: wanted, path }) => {
    const files = await embedded.list(filingId)
    if (!files.ok) return files
    const file = files.value.find((each) => each.sequence === wanted)
    if (file?.media !== 'application/pdf')
      return fail('not-found', 'This document is not a PDF.', { remedy: 'Open the PDF of the submission first.' })
    if (file.problem !== null)
      return fail('not-found', 'The PDF in this filing is cut off or too large, so it was not saved.', { file: file.name,
        remedy: 'Look for a whole copy of the submission, and import that.' })
    const content = await embedded.open(filingId, wanted)
    if (!content.ok) return content
    return shell.saveFile({ path, title: 'Save the PDF', suggestedName: bareName(file.name), kinds: [{ name: 'PDF', extension: 'pdf' }],
      contentFor: () => ok(content.value.bytes) })
  }
})
