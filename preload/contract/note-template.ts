/** A note to begin others from. `body` is an editor state as JSON, as a note's. `modifiedAt` is ISO 8601 in UTC. */
export interface NoteTemplate {
  readonly id: string
  readonly name: string
  readonly body: string
  readonly modifiedAt: string
}

/** Calls on the analyst's own templates; each that changes them answers all of them. */
export interface TemplateCalls {
  'template.list': { args: null; value: readonly NoteTemplate[] }
  /** Keeps a template, a new one where `id` is null. Two may not share a name: `conflict`. */
  'template.save': { args: { readonly id: string | null; readonly name: string; readonly body: string }; value: readonly NoteTemplate[] }
  'template.remove': { args: { readonly id: string }; value: readonly NoteTemplate[] }
}

/** The names of the calls on templates. */
export const TEMPLATE_CALLS = { 'template.list': 0, 'template.save': 0, 'template.remove': 0 } satisfies Record<keyof TemplateCalls, 0>
