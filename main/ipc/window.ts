import { z } from 'zod'
import type { MenuSection, ShellCalls } from '#contract/shell'
import { ok } from '#contract/result'
import { id, LIMITS, nothing } from './guard-parts'
import type { Behind, Handlers } from './handlers'

const word = z.string().max(LIMITS.words)
const entry = z.strictObject({ id, label: word, keys: z.string().max(40).nullable() })

/** A menu holds entries, rules and at most one further level of menus. */
const flat = z.strictObject({ label: word, lines: z.array(z.union([z.null(), entry])).max(500) })
const section: z.ZodType<MenuSection> = z.strictObject({ label: word, lines: z.array(z.union([z.null(), entry, flat])).max(500) })

/** The guards of the calls on the program around the window. */
export const SHELL_GUARDS: { readonly [N in keyof ShellCalls]: z.ZodType<ShellCalls[N]['args']> } = {
  'shell.menu': z.strictObject({
    parts: z.strictObject({ file: section, edit: section, library: section, annotate: section, review: section, view: section,
      help: section }),
    recent: z.array(z.strictObject({ filingId: id, title: word })).max(50)
  }),
  'shell.log': nothing,
  'shell.licences': nothing,
  'backup.list': nothing,
  'backup.make': nothing,
  'backup.restore': z.strictObject({ name: z.string().regex(/^library-\d{8}T\d{6}Z\.db$/) })
}

/** The program around the window: its menu bar, its log, its licences, and the backups of the library. */
export const windowHandlers = ({ services: { backup }, shell }: Behind): Handlers<keyof ShellCalls> => ({
  'shell.menu': (content) => {
    shell.setMenu(content)
    return ok(null)
  },
  'shell.log': () => ok(shell.readLog()),
  'shell.licences': () => ok(shell.readLicences()),
  'backup.list': () => ok(backup.list()),
  'backup.make': () => backup.makeNow(),
  'backup.restore': ({ name }) => {
    const asked = backup.askToRestore(name)
    if (asked.ok) shell.restart()
    return asked
  }
})
