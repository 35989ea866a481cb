import { z } from 'zod'
import type { Calls } from '#contract/calls'
import type { TemplateCalls } from '#contract/note-template'
import { listOwnTemplates, removeTemplate, saveTemplate } from '../services/work/note-templates'
import { id, LIMITS, nothing } from './guard-parts'
import type { Behind, Handlers } from './handlers'

/** What each call on templates takes. */
export const TEMPLATE_GUARDS: { readonly [N in keyof TemplateCalls]: z.ZodType<Calls[N]['args']> } = {
  'template.list': nothing,
  'template.save': z.strictObject({ id: id.nullable(), name: z.string().trim().min(1).max(80), body: z.string().max(LIMITS.body) }),
  'template.remove': z.strictObject({ id })
}

/** The analyst's own templates. */
export const templateHandlers = ({ services: { library } }: Behind): Handlers<keyof TemplateCalls> => ({
  'template.list': () => listOwnTemplates(library),
  'template.save': ({ id: template, name, body }) => saveTemplate(library, template, name, body),
  'template.remove': ({ id: template }) => removeTemplate(library, template)
})
