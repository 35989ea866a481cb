import { z } from 'zod'
import type { PackCalls } from '#contract/pack'
import { ok } from '#contract/result'
import { scope } from './exchange'
import { LIMITS } from './guard-parts'
import type { Behind, Handlers } from './handlers'

/** The guards of the calls on evidence packs. */
export const PACK_GUARDS: { readonly [N in keyof PackCalls]: z.ZodType<PackCalls[N]['args']> } = {
  'pack.look': z.strictObject({ scope, linked: z.boolean() }),
  'pack.write': z.strictObject({ scope, linked: z.boolean(), name: z.string().trim().min(1).max(LIMITS.name), printed: z.boolean(),
    quoting: z.enum(['keep', 'leave']), sign: z.boolean(), passphrase: z.string().min(1).max(LIMITS.name).nullable(),
    path: z.string().min(1).max(LIMITS.path).nullable() })
}

/** Evidence packs. */
export const packHandlers = ({ services: { packer }, shell }: Behind): Handlers<keyof PackCalls> => ({
  'pack.look': (args) => ok(packer.look(args.scope, args.linked)),
  'pack.write': async ({ path, ...request }) => {
    let notPrinted: readonly string[] = []
    let fingerprint: string | null = null
    const saved = await shell.saveFiles({ path, title: 'Save evidence pack', suggestedName: packer.fileNameOf(request.name),
      kind: { name: 'Evidence pack', extension: 'zip' }, filesFor: async () => {
        const printed = request.printed ? await shell.printAll(packer.documentsOf(request)) : ok({ files: [], refused: [] })
        if (!printed.ok) return printed
        notPrinted = printed.value.refused
        const built = await packer.build(request, printed.value.files)
        if (!built.ok) return built
        fingerprint = built.value.fingerprint
        return ok([built.value.file])
      } })
    if (!saved.ok || saved.value === null) return saved.ok ? ok(null) : saved
    return ok({ ...saved.value, fingerprint, notPrinted })
  }
})
