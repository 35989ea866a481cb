import type { CallName, Calls, RedwellApi } from '#contract/calls'
import { fail, type Result } from '#contract/result'

declare global {
  interface Window {
    /** The one object the preload exposes; absent where the page is not shown by Redwell. */
    readonly redwell?: RedwellApi
  }
}

/**
 * Makes one call over the wire. It never throws: a refusal, a lost connection and a call that does not exist come back as a
 * failure like any other, so that every caller handles one shape.
 */
export const call = async <N extends CallName>(name: N, args: Calls[N]['args']): Promise<Result<Calls[N]['value']>> => {
  const api = window.redwell
  if (!api) return fail('sender-refused', 'This page is not connected to Redwell.')
  try {
    return await api.call[name](args)
  } catch (error) {
    return fail('invalid-request', error instanceof Error ? error.message : 'The request could not be answered.', { place: name })
  }
}

/** The paths on disk of dropped files; files without one (dragged from a page) are left out. */
export const pathsOf = (files: readonly File[]): readonly string[] => (window.redwell?.pathsOf(files) ?? []).filter((path) => path !== '')
